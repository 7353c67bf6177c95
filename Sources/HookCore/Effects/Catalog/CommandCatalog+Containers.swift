// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var containerTable: StaticString {
    """
    docker / -H,--host,--context,-c,--config,-l,--log-level=p
    docker/build p*
    docker/compose p*
    docker/exec pc -u,--user,-w,--workdir,-e,--env=p --env-file=r
    docker/rm p* -f,--force!f -v
    docker/rmi p*
    docker/run pc -v,--volume,--mount,--name,-e,--env,-p,--publish,-w,--workdir,-u,--user,--network,--entrypoint,-m,--memory,--cpus,-h,--hostname,--platform,-l,--label,--add-host=p --env-file=r --privileged!v @v:escape-container
    docker/system p* @=prune:delete-containers
    docker/volume p* @=rm:delete-containers @=prune:delete-containers
    helm / -n,--namespace,--kube-context=p
    helm/delete p* @delete-in-cluster
    helm/install p* -f,--values=r --set=p @change-cluster
    helm/rollback p* @change-cluster
    helm/uninstall p* @delete-in-cluster
    helm/upgrade p* -f,--values=r --set=p @change-cluster
    kubectl / -n,--namespace,--context,--cluster,--kubeconfig,-s,--server,--user=p
    kubectl/apply p* -f,--filename=u -k=p --dry-run?pn @!n:change-cluster
    kubectl/config p* @=view:print-secret-store
    kubectl/cordon p* @change-cluster
    kubectl/create p* -f,--filename=u --dry-run?pn --from-file,--from-env-file=u @!n:change-cluster
    kubectl/delete p* -f,--filename=u -l=p --dry-run?pn @!n:delete-in-cluster
    kubectl/describe p*
    kubectl/drain p* @delete-in-cluster
    kubectl/edit p* @change-cluster
    kubectl/exec pc -c,--container=p
    kubectl/get p* -o,--output=po -l,--selector=p @=secret:print-secret-store
    kubectl/logs p*
    kubectl/patch p* -p=p --type=p @change-cluster
    kubectl/port-forward p*
    kubectl/replace p* -f=u @change-cluster
    kubectl/rollout /
    kubectl/rollout/history p*
    kubectl/rollout/restart p* @change-cluster
    kubectl/rollout/status p*
    kubectl/rollout/undo p* @change-cluster
    kubectl/scale p* --replicas=p @change-cluster
    kubectl/set p* @change-cluster
    podman &docker
    """
  }
}
