// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var containerTable: StaticString {
    """
    VBoxManage p* @=unregistervm:delete-virtual-machine @=controlvm:delete-virtual-machine
    argocd /
    argocd/app p* --dry-run!n @=delete:helm-uninstall @!n=sync:deploy-to-cluster
    buildah /
    buildah/bud &docker/build
    buildah/build &docker/build
    crictl /
    crictl/exec pc -i -t
    crictl/rm u* -f!f @delete-containers
    crictl/rmi u* @delete-containers
    docker / -H,--host,--context,-c,--config,-l,--log-level=p
    docker-compose &docker/compose
    docker/build h* -t,--tag,--build-arg,--target,--platform,--label,--network,--cache-from,--cache-to,--output,-o,--progress,--ssh,--builder,--iidfile,--metadata-file,--shm-size,--add-host,--ulimit=p -f,--file=r --secret,--build-context=u --push!P @P:publish
    docker/builder /
    docker/builder/build &docker/build
    docker/builder/prune p*
    docker/buildx /
    docker/buildx/bake u*
    docker/buildx/build &docker/build
    docker/commit p*
    docker/compose / -f,--file,-p,--project-name,--profile,--project-directory=p --env-file=r
    docker/compose/build p*
    docker/compose/config p* --services!n --images!n --volumes!n --networks!n --profiles!n --models!n -q,--quiet!n --hash=pn @!n:print-container-secret
    docker/compose/down p* -v,--volumes!v --rmi=p @v:delete-volumes
    docker/compose/exec pc -u,--user,-w,--workdir,-e,--env,--index=p -T -d
    docker/compose/rm p* -v!v @v:delete-volumes
    docker/compose/run pc -e,--env,-v,--volume,-p,--publish,-u,--user,-w,--workdir,--name,--entrypoint=p
    docker/config u*
    docker/container /
    docker/container/cp &docker/cp
    docker/container/create &docker/run
    docker/container/exec &docker/exec
    docker/container/inspect &docker/inspect
    docker/container/prune u* @delete-containers
    docker/container/rm &docker/rm
    docker/container/run &docker/run
    docker/context u* @=host=:change-containers
    docker/cp su
    docker/create &docker/run
    docker/exec pc -u,--user,-w,--workdir,-e,--env=p --env-file=r --privileged!p @p:run-privileged-container
    docker/image /
    docker/image/build &docker/build
    docker/image/load u* -i,--input=r
    docker/image/prune p* -a,--all!a --filter=p @a:delete-containers
    docker/image/push &docker/push
    docker/image/rm u* @delete-containers
    docker/images p*
    docker/import p* @=http:install-from-url
    docker/inspect p* -f,--format=p --type=p
    docker/login p* -p,--password=p
    docker/network p* @=prune:delete-containers
    docker/ps p*
    docker/rm p* -f,--force -v,--volumes!v @v:delete-containers
    docker/rmi p* -f,--force
    docker/run pc -v,--volume,--mount,--name,-e,--env,-p,--publish,-w,--workdir,-u,--user,--entrypoint,-m,--memory,--cpus,-h,--hostname,--platform,-l,--label,--add-host,--network,--net,--security-opt,--device,--restart,--gpus,--tmpfs,--ulimit,--shm-size=p --env-file=r --pid,--userns,--ipc=ph --cap-add=pk --privileged!v @v:run-privileged-container @h:share-host-namespace @k:add-container-capability
    docker/save p* -o,--output=w
    docker/secret u* @=inspect:print-container-secret
    docker/service p* @=rm:delete-containers @=update:deploy-to-cluster
    docker/stack p* @=rm:delete-containers @=deploy:deploy-to-cluster
    docker/swarm p* @=leave:delete-containers
    docker/system p* @=prune:delete-containers @=reset:delete-containers
    docker/volume p* @=rm:delete-volumes @=prune:delete-volumes
    eksctl / -p=p
    eksctl/create p* @create-cluster
    eksctl/delete p* @delete-cluster
    flux p* @=delete:helm-uninstall
    helm / -n,--namespace,--kube-context=p
    helm/delete p* --dry-run?pn @!n:helm-uninstall
    helm/get p* @=values:print-cluster-secret @=all:print-cluster-secret @=manifest:print-cluster-secret
    helm/install p* -f,--values=r --set=p --dry-run?pn @!n:helm-install
    helm/rollback p* --dry-run?pn @!n:helm-install
    helm/uninstall p* --dry-run?pn @!n:helm-uninstall
    helm/upgrade p* -f,--values=r --set=p --dry-run?pn @!n:helm-install
    k &kubectl
    k3d /
    k3d/cluster p*
    kind /
    kind/delete p*
    kubectl / -n,--namespace,--context,--cluster,--kubeconfig,-s,--server,--user=p
    kubectl/annotate p* --dry-run?pn @!n:kubectl-apply
    kubectl/apply p* -f,--filename=u -k=p --dry-run?pn @!n:kubectl-apply
    kubectl/attach u* @kubectl-apply
    kubectl/auth p* @=reconcile:kubectl-apply
    kubectl/autoscale p* --dry-run?pn @!n:kubectl-scale
    kubectl/config p* --raw?pr @r:print-cluster-login
    kubectl/cordon p* --dry-run?pn @!n:kubectl-node
    kubectl/cp uu -c=p
    kubectl/create p* -f,--filename=u --dry-run?pn --from-file,--from-env-file=u @!n:kubectl-apply @=token:print-cluster-login
    kubectl/debug pc @kubectl-run
    kubectl/delete p* -f,--filename=u -l=p --dry-run?pn @!n:kubectl-delete
    kubectl/describe p*
    kubectl/drain p* --dry-run?pn @!n:kubectl-drain
    kubectl/edit p* @kubectl-apply
    kubectl/exec pc -c,--container=p
    kubectl/expose p* --dry-run?pn @!n:kubectl-apply
    kubectl/get p* -o,--output=po --template=po -l,--selector=p --raw=p @o=secret:print-cluster-secret @o=all,secret:print-cluster-secret @=/api/v1/namespaces/:print-cluster-secret @=/api/v1/secrets:print-cluster-secret
    kubectl/krew u* @=install:install-from-git
    kubectl/label p* --dry-run?pn @!n:kubectl-apply
    kubectl/logs p*
    kubectl/neat u* @=secret:print-cluster-secret
    kubectl/patch p* -p=p --type=p --dry-run?pn @!n:kubectl-apply
    kubectl/port-forward p*
    kubectl/proxy u* @listen
    kubectl/replace p* -f,--filename=u --dry-run?pn @!n:kubectl-apply
    kubectl/rollout /
    kubectl/rollout/history p*
    kubectl/rollout/restart p* --dry-run?pn @!n:kubectl-scale
    kubectl/rollout/status p*
    kubectl/rollout/undo p* --dry-run?pn @!n:kubectl-scale
    kubectl/run pc -i=p --image,--restart,-l,--labels,--env,-n=p --dry-run?pn @!n:kubectl-run
    kubectl/scale p* --replicas=p --dry-run?pn @!n:kubectl-scale
    kubectl/set p* --dry-run?pn @!n:kubectl-apply
    kubectl/taint p* --dry-run?pn @!n:kubectl-node
    kubectl/uncordon p* --dry-run?pn @!n:kubectl-node
    kubectl/view-secret u* @print-cluster-secret
    kubectl/view_secret u* @print-cluster-secret
    kustomize /
    kustomize/build s
    lxc /
    lxc/delete p* @delete-virtual-machine
    lxc/exec pc
    minikube /
    minikube/delete p*
    minikube/ssh c
    multipass /
    multipass/delete p* @delete-virtual-machine
    multipass/exec pc
    multipass/purge p* @delete-virtual-machine
    nerdctl &docker
    oc / -n,--namespace,--context=p
    oc/apply &kubectl/apply
    oc/delete p* @kubectl-delete
    oc/exec &kubectl/exec
    oc/extract p* @print-cluster-secret
    oc/get &kubectl/get
    oc/login u*
    oc/rsh pc
    oc/whoami p* -t,--show-token!t @t:print-cluster-login
    podman &docker
    qm p* @=destroy:delete-virtual-machine @=stop:delete-virtual-machine
    skaffold p* @=run:deploy-to-cluster @=delete:helm-uninstall
    vagrant /
    vagrant/destroy p* @delete-virtual-machine
    vagrant/ssh p* -c,--command=C
    virsh p* @=destroy:delete-virtual-machine @=undefine:delete-virtual-machine @=vol-delete:delete-volumes @=shutdown:delete-virtual-machine
    """
  }
}
