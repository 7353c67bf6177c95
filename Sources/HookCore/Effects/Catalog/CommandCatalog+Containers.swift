// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var containerTable: StaticString {
    """
    argocd /
    argocd/app p* --dry-run!n @=delete:delete-in-cluster @!n=sync:deploy
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
    docker/builder/prune u* @delete-containers
    docker/buildx /
    docker/buildx/bake u*
    docker/buildx/build &docker/build
    docker/commit p*
    docker/compose / -f,--file,-p,--project-name,--profile,--project-directory=p --env-file=r
    docker/compose/build p*
    docker/compose/config p* --services!n --images!n --volumes!n --networks!n --profiles!n --models!n -q,--quiet!n --hash=pn @!n:print-secret-store
    docker/compose/down p* -v,--volumes!v --rmi=p @v:delete-containers
    docker/compose/exec pc -u,--user,-w,--workdir,-e,--env,--index=p -T -d
    docker/compose/rm p* -v!v @v:delete-containers
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
    docker/exec pc -u,--user,-w,--workdir,-e,--env=p --env-file=r
    docker/image /
    docker/image/build &docker/build
    docker/image/load u* -i,--input=r
    docker/image/prune u* @delete-containers
    docker/image/push &docker/push
    docker/image/rm u* @delete-containers
    docker/images p*
    docker/import p*
    docker/inspect p* -f,--format=p --type=p
    docker/login p* -p,--password=p
    docker/network p* @=prune:delete-containers
    docker/ps p*
    docker/rm p* -f,--force -v,--volumes!v @v:delete-containers
    docker/rmi p* -f,--force
    docker/run pc -v,--volume,--mount,--name,-e,--env,-p,--publish,-w,--workdir,-u,--user,--entrypoint,-m,--memory,--cpus,-h,--hostname,--platform,-l,--label,--add-host,--network,--net,--security-opt,--device,--restart,--gpus,--tmpfs,--ulimit,--shm-size=p --env-file=r --pid,--cap-add,--userns,--ipc=pv --privileged!v @v:escape-container
    docker/save p* -o,--output=w
    docker/secret u* @=inspect:print-secret-store
    docker/service p* @=rm:delete-containers @=update:deploy
    docker/stack p* @=rm:delete-containers @=deploy:deploy
    docker/swarm p* @=leave:delete-containers
    docker/system p* @=prune:delete-containers @=reset:delete-containers
    docker/volume p* @=rm:delete-containers @=prune:delete-containers
    eksctl / -p=p
    eksctl/create p* @change-cluster
    eksctl/delete p* @delete-in-cluster
    flux p* @=delete:delete-in-cluster
    helm / -n,--namespace,--kube-context=p
    helm/delete p* --dry-run?pn @!n:delete-in-cluster
    helm/get p* @=values:print-secret-store @=all:print-secret-store @=manifest:print-secret-store
    helm/install p* -f,--values=r --set=p --dry-run?pn @!n:change-cluster
    helm/rollback p* --dry-run?pn @!n:change-cluster
    helm/uninstall p* --dry-run?pn @!n:delete-in-cluster
    helm/upgrade p* -f,--values=r --set=p --dry-run?pn @!n:change-cluster
    k &kubectl
    k3d /
    k3d/cluster p* @=delete:delete-containers
    kind /
    kind/delete p* @delete-containers
    kubectl / -n,--namespace,--context,--cluster,--kubeconfig,-s,--server,--user=p
    kubectl/annotate p* --dry-run?pn @!n:change-cluster
    kubectl/apply p* -f,--filename=u -k=p --dry-run?pn @!n:change-cluster
    kubectl/attach u* @change-cluster
    kubectl/auth p* @=reconcile:change-cluster
    kubectl/autoscale p* --dry-run?pn @!n:change-cluster
    kubectl/config p* --raw?pr @r:print-secret-store
    kubectl/cordon p* --dry-run?pn @!n:change-cluster
    kubectl/cp uu -c=p
    kubectl/create p* -f,--filename=u --dry-run?pn --from-file,--from-env-file=u @!n:change-cluster @=token:print-secret-store
    kubectl/debug pc @change-cluster
    kubectl/delete p* -f,--filename=u -l=p --dry-run?pn @!n:delete-in-cluster
    kubectl/describe p*
    kubectl/drain p* --dry-run?pn @!n:delete-in-cluster
    kubectl/edit p* @change-cluster
    kubectl/exec pc -c,--container=p
    kubectl/expose p* --dry-run?pn @!n:change-cluster
    kubectl/get p* -o,--output=po --template=po -l,--selector=p --raw=p @o=secret:print-secret-store @o=all,secret:print-secret-store @=/api/v1/namespaces/:print-secret-store @=/api/v1/secrets:print-secret-store
    kubectl/krew u* @=install:install-foreign
    kubectl/label p* --dry-run?pn @!n:change-cluster
    kubectl/logs p*
    kubectl/neat u* @=secret:print-secret-store
    kubectl/patch p* -p=p --type=p --dry-run?pn @!n:change-cluster
    kubectl/port-forward p*
    kubectl/proxy u* @listen
    kubectl/replace p* -f,--filename=u --dry-run?pn @!n:change-cluster
    kubectl/rollout /
    kubectl/rollout/history p*
    kubectl/rollout/restart p* --dry-run?pn @!n:change-cluster
    kubectl/rollout/status p*
    kubectl/rollout/undo p* --dry-run?pn @!n:change-cluster
    kubectl/run pc -i=p --image,--restart,-l,--labels,--env,-n=p --dry-run?pn @!n:change-cluster
    kubectl/scale p* --replicas=p --dry-run?pn @!n:change-cluster
    kubectl/set p* --dry-run?pn @!n:change-cluster
    kubectl/taint p* --dry-run?pn @!n:change-cluster
    kubectl/uncordon p* --dry-run?pn @!n:change-cluster
    kubectl/view-secret u* @print-secret-store
    kubectl/view_secret u* @print-secret-store
    kustomize /
    kustomize/build s
    lxc /
    lxc/delete p* @delete-containers
    lxc/exec pc
    minikube /
    minikube/delete p* @delete-containers
    minikube/ssh c
    multipass /
    multipass/delete p* @delete-containers
    multipass/exec pc
    nerdctl &docker
    oc / -n,--namespace,--context=p
    oc/apply &kubectl/apply
    oc/delete p* @delete-in-cluster
    oc/exec &kubectl/exec
    oc/extract p* @print-secret-store
    oc/get &kubectl/get
    oc/login u*
    oc/rsh pc
    oc/whoami p* -t,--show-token!t @t:print-secret-store
    podman &docker
    skaffold p* @=run:deploy @=delete:delete-in-cluster
    vagrant /
    vagrant/destroy p* @delete-containers
    vagrant/ssh p* -c,--command=C
    """
  }
}
