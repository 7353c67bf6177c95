// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var containerTable: StaticString {
    """
    argocd /
    argocd/app p* @=delete:delete-in-cluster @=sync:deploy
    buildah /
    buildah/bud s* -t,-f=p
    docker / -H,--host,--context,-c,--config,-l,--log-level=p
    docker-compose &docker/compose
    docker/build p* -t,--tag,-f,--file,--build-arg,--target,--platform,--label,--network,--cache-from,--cache-to,--output,-o,--progress,--ssh=p --secret=u
    docker/builder p* @=prune:delete-containers
    docker/buildx /
    docker/buildx/build &docker/build
    docker/commit p*
    docker/compose / -f,--file,-p,--project-name,--profile,--project-directory=p --env-file=r
    docker/compose/build p*
    docker/compose/config p* @print-secret-store
    docker/compose/down p* -v,--volumes!v --rmi=p @v:delete-containers
    docker/compose/exec pc -u,--user,-w,--workdir,-e,--env,--index=p -T -d
    docker/compose/rm p* -v!v @v:delete-containers
    docker/compose/run pc -e,--env,-v,--volume,-p,--publish,-u,--user,-w,--workdir,--name,--entrypoint=p
    docker/container p* @=rm:delete-containers @=prune:delete-containers
    docker/cp su
    docker/exec pc -u,--user,-w,--workdir,-e,--env=p --env-file=r
    docker/image p* @=prune:delete-containers @=rm:delete-containers
    docker/images p*
    docker/import p*
    docker/inspect p*
    docker/login p* -p,--password=p
    docker/network p* @=prune:delete-containers
    docker/ps p*
    docker/rm p* -f,--force!f -v
    docker/rmi p*
    docker/run pc -v,--volume,--mount,--name,-e,--env,-p,--publish,-w,--workdir,-u,--user,--entrypoint,-m,--memory,--cpus,-h,--hostname,--platform,-l,--label,--add-host,--network,--net,--security-opt,--device,--restart,--gpus,--tmpfs,--ulimit,--shm-size=p --env-file=r --pid,--cap-add,--userns,--ipc=pv --privileged!v @v:escape-container
    docker/save p* -o,--output=w
    docker/secret p* @=inspect:print-secret-store
    docker/service p* @=rm:delete-containers @=update:deploy
    docker/stack p* @=rm:delete-containers @=deploy:deploy
    docker/swarm p*
    docker/system p* @=prune:delete-containers
    docker/volume p* @=rm:delete-containers @=prune:delete-containers
    eksctl / -p=p
    eksctl/create p* @change-cluster
    eksctl/delete p* @delete-in-cluster
    flux p* @=delete:delete-in-cluster
    helm / -n,--namespace,--kube-context=p
    helm/delete p* @delete-in-cluster
    helm/get p* @=values:print-secret-store @=all:print-secret-store @=manifest:print-secret-store
    helm/install p* -f,--values=r --set=p @change-cluster
    helm/rollback p* @change-cluster
    helm/uninstall p* @delete-in-cluster
    helm/upgrade p* -f,--values=r --set=p @change-cluster
    k &kubectl
    k3d /
    k3d/cluster p* @=delete:delete-containers
    kind /
    kind/delete p* @delete-containers
    kubectl / -n,--namespace,--context,--cluster,--kubeconfig,-s,--server,--user=p
    kubectl/annotate p* @change-cluster
    kubectl/apply p* -f,--filename=u -k=p --dry-run?pn @!n:change-cluster
    kubectl/auth p*
    kubectl/autoscale p* @change-cluster
    kubectl/config p* --raw!r @r:print-secret-store @=view:print-secret-store
    kubectl/cordon p* @change-cluster
    kubectl/cp uu -c=p
    kubectl/create p* -f,--filename=u --dry-run?pn --from-file,--from-env-file=u @!n:change-cluster @=token:print-secret-store
    kubectl/debug pc @change-cluster
    kubectl/delete p* -f,--filename=u -l=p --dry-run?pn @!n:delete-in-cluster
    kubectl/describe p*
    kubectl/drain p* @delete-in-cluster
    kubectl/edit p* @change-cluster
    kubectl/exec pc -c,--container=p
    kubectl/expose p* @change-cluster
    kubectl/get p* -o,--output=po -l,--selector=p --raw=p @=secret:print-secret-store @=all,secret:print-secret-store @=all,secrets:print-secret-store
    kubectl/label p* @change-cluster
    kubectl/logs p*
    kubectl/patch p* -p=p --type=p @change-cluster
    kubectl/port-forward p*
    kubectl/replace p* -f=u @change-cluster
    kubectl/rollout /
    kubectl/rollout/history p*
    kubectl/rollout/restart p* @change-cluster
    kubectl/rollout/status p*
    kubectl/rollout/undo p* @change-cluster
    kubectl/run pc -i=p --image,--restart,-l,--labels,--env,-n=p @change-cluster
    kubectl/scale p* --replicas=p @change-cluster
    kubectl/set p* @change-cluster
    kubectl/taint p* @change-cluster
    kubectl/uncordon p* @change-cluster
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
    oc/whoami p* -t,--show-token!t @t:print-secret-store
    podman &docker
    skaffold p* @=run:deploy @=delete:delete-in-cluster
    vagrant /
    vagrant/destroy p* @delete-containers
    vagrant/ssh p* -c,--command=C
    """
  }
}
