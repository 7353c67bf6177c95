// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var infrastructureTable: StaticString {
    """
    amplify p* @=delete:destroy-application @=push:deploy @=publish:deploy
    ansible p* -i,--inventory,-m,--module-name,-e,--extra-vars=p -a,--args=C --vault-password-file=r -C,--check!n --version!n --list-hosts!n @!n:ansible-run
    ansible-playbook x* -i,--inventory=p -e,--extra-vars=p -C,--check!n --syntax-check!n --list-hosts!n --list-tags!n --list-tasks!n --vault-password-file=r @!n:ansible-run
    cap p* @=deploy:deploy
    cdk /
    cdk/deploy p* @cdk-deploy
    cdk/destroy p* @cdk-destroy
    cdktf &cdk
    consul p* -recurse!r @=delete:destroy-infrastructure @r=get:print-platform-secret
    copilot p* @=delete:destroy-application @=deploy:deploy
    crossplane p*
    eb /
    eb/deploy p* @deploy
    eb/terminate p* @destroy-application
    kamal p* @=deploy:deploy @=remove:destroy-application
    nomad /
    nomad/job p* @=stop:destroy-infrastructure @=run:apply-infrastructure
    now &vercel
    packer /
    packer/build p* @apply-infrastructure
    pulumi / -C=p
    pulumi/cancel p*
    pulumi/config p* --show-secrets!s @s:print-infrastructure-secret @=get:print-infrastructure-secret
    pulumi/destroy p* --preview-only!n @!n:pulumi-destroy
    pulumi/preview p*
    pulumi/refresh p* @pulumi-up
    pulumi/stack p* --show-secrets!s @s:print-infrastructure-secret @=rm:pulumi-destroy @=export:print-infrastructure-secret
    pulumi/up p* @pulumi-up
    sam /
    sam/delete p* @destroy-application
    sam/deploy p* @deploy
    serverless /
    serverless/deploy p* @deploy
    serverless/remove p* @destroy-application
    sls &serverless
    terraform / -chdir=p
    terraform/apply u* -var=p -var-file=u -destroy!d @terraform-apply @d:terraform-destroy
    terraform/console p* @print-infrastructure-secret
    terraform/destroy p* -var=p -var-file=u @terraform-destroy
    terraform/fmt p*
    terraform/force-unlock p* @terraform-change-state
    terraform/import p* @terraform-change-state
    terraform/init p* -from-module=ph @h:install-from-git -backend-config=u
    terraform/output p* -json!j -raw -state=r
    terraform/plan p* -var=p -var-file=u -out=w
    terraform/refresh p* @terraform-change-state
    terraform/run-all p* @=destroy:terraform-destroy @=apply:terraform-apply
    terraform/show p*
    terraform/state p* @=rm:terraform-forget @=push:terraform-forget @=pull:print-infrastructure-secret @=mv:terraform-apply @=replace-provider:terraform-apply
    terraform/taint p* @terraform-change-state
    terraform/untaint p* @terraform-change-state
    terraform/validate p*
    terraform/workspace p* @=delete:terraform-forget
    terragrunt &terraform
    tofu &terraform
    vercel /p* --prod!p --version,-v!v -h,--help!v @!v:deploy
    vercel/deploy p* @deploy
    vercel/env p* @=pull:print-platform-secret @=add:change-cloud @=rm:delete-on-platform
    vercel/remove p* @destroy-application
    vercel/rm p* @destroy-application
    """
  }
}
