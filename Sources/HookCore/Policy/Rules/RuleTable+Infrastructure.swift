// SPDX-License-Identifier: MIT

extension RuleTable {
  static var infrastructure: StaticString {
    """
    ansible-run ask apply-infrastructure running Ansible on other machines: | use --check, or ask the user
    apply-infrastructure ask - changing infrastructure: | show the plan and ask the user
    cdk-deploy ask apply-infrastructure applying CDK: | show cdk diff and ask the user
    cdk-destroy deny/ask destroy-infrastructure destroying what CDK made: | ask the user
    change-aws ask change-cloud changing resources of AWS: | ask the user
    change-azure ask change-cloud changing resources of Azure: | ask the user
    change-cloud ask - changing cloud resources: | ask the user
    change-containers ask - making the client of containers use another host: | use the host that is configured
    change-gcloud ask change-cloud changing resources of Google Cloud: | ask the user
    change-git-host ask change-cloud changing settings of a git host: | ask the user
    change-secret-store ask change-cloud changing a secret that is kept elsewhere: | ask the user
    clear-data-store deny/ask destroy-data clearing a data store: | delete single entries, or ask the user
    cloudformation-deploy ask apply-infrastructure changing a CloudFormation stack: | make a change set and ask the user
    create-cluster ask change-cluster making a cluster: | ask the user
    delete-bucket deny/ask delete-in-cloud deleting stored objects: | list them first, and ask the user
    delete-cluster deny/ask delete-in-cluster deleting a cluster: | ask the user
    delete-containers ask - deleting containers, images or networks: | name the one that you made
    delete-in-aws deny/ask delete-in-cloud deleting resources of AWS: | ask the user
    delete-in-azure deny/ask delete-in-cloud deleting resources of Azure: | ask the user
    delete-in-cloud deny/ask - deleting cloud resources: | ask the user
    delete-in-gcloud deny/ask delete-in-cloud deleting resources of Google Cloud: | ask the user
    delete-on-git-host deny/ask delete-in-cloud deleting on a git host: | ask the user
    delete-on-platform deny/ask delete-in-cloud deleting on a hosting platform: | ask the user
    delete-stored-secret deny/ask delete-in-cloud deleting a secret that is kept elsewhere: | ask the user
    delete-virtual-machine ask delete-containers deleting a virtual machine or local cluster: | ask the user
    delete-volumes ask delete-containers deleting volumes with their data: | name the one that you made
    deploy ask - deploying: | ask the user
    deploy-to-cluster ask deploy deploying to a cluster: | ask the user
    destroy-application deny/ask destroy-infrastructure taking down an application: | ask the user
    destroy-by-server ask - deleting by a tool of a server: | name single things and ask the user
    destroy-by-server-in-production deny destroy-by-server deleting in production by a tool of a server: | ask the user to do it
    destroy-infrastructure deny/ask - destroying infrastructure: | ask the user
    drop-database deny/ask destroy-data dropping a database: | ask the user
    helm-install ask change-cluster changing a release: | use --dry-run, or ask the user
    helm-uninstall deny/ask delete-in-cluster removing a release: | ask the user
    kubectl-apply ask change-cluster changing a cluster: | use --dry-run, or ask the user
    kubectl-delete deny/ask delete-in-cluster deleting in a cluster: | name the context and namespace, and ask the user
    kubectl-drain deny/ask delete-in-cluster emptying a node of a cluster: | ask the user
    kubectl-node ask change-cluster changing a node of a cluster: | ask the user
    kubectl-run ask change-cluster starting something in a cluster: | ask the user
    kubectl-scale ask change-cluster changing what runs in a cluster: | ask the user
    publish ask - publishing a package: | ask the user to publish
    publish-crate ask publish publishing or yanking a crate: | use --dry-run, or ask the user to publish
    publish-jvm ask publish publishing to a Maven repository: | install it locally, or ask the user to publish
    publish-npm ask publish publishing to npm: | use --dry-run, or ask the user to publish
    publish-python ask publish publishing to a Python index: | ask the user to publish
    pulumi-destroy deny/ask destroy-infrastructure destroying what Pulumi made: | ask the user
    pulumi-up ask apply-infrastructure applying Pulumi: | show the preview and ask the user
    reset-schema deny/ask destroy-data resetting a database to its migrations: | migrate forward, or ask the user
    run-workflow ask deploy starting a workflow elsewhere: | ask the user
    sql-destroy deny/ask destroy-data a statement that destroys data | delete rows by a condition, or ask the user
    terraform-apply ask apply-infrastructure applying Terraform: | show the plan and ask the user
    terraform-change-state ask apply-infrastructure changing what Terraform knows: | ask the user
    terraform-destroy deny/ask destroy-infrastructure destroying what Terraform made: | show terraform plan -destroy and ask the user
    terraform-forget deny/ask destroy-infrastructure deleting from the state of Terraform: | ask the user
    unpublish deny publish taking back a published version: | deprecate it, or ask the user
    """
  }
}
