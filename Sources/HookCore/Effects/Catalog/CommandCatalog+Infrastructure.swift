// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var infrastructureTable: StaticString {
    """
    amplify p* @=delete:destroy-infrastructure @=push:deploy @=publish:deploy
    ansible p* -i,--inventory,-m,--module-name,-e,--extra-vars=p -a,--args=C --vault-password-file=r -C,--check!n --version!n --list-hosts!n @!n:apply-infrastructure
    ansible-playbook x* -i,--inventory=p -e,--extra-vars=p -C,--check!n --syntax-check!n --list-hosts!n --list-tags!n --list-tasks!n --vault-password-file=r @!n:apply-infrastructure
    cap p* @=deploy:deploy
    cdk /
    cdk/deploy p* @apply-infrastructure
    cdk/destroy p* @destroy-infrastructure
    cdktf &cdk
    consul p* @=delete:destroy-infrastructure
    copilot p* @=delete:destroy-infrastructure @=deploy:deploy
    crossplane p*
    eb /
    eb/deploy p* @deploy
    eb/terminate p* @destroy-infrastructure
    kamal p* @=deploy:deploy @=remove:destroy-infrastructure
    nomad /
    nomad/job p* @=stop:destroy-infrastructure @=run:apply-infrastructure
    now &vercel
    packer /
    packer/build p* @apply-infrastructure
    pulumi / -C=p
    pulumi/cancel p*
    pulumi/config p* --show-secrets!s @s:print-secret-store @=get:print-secret-store
    pulumi/destroy p* --preview-only!n @!n:destroy-infrastructure
    pulumi/preview p*
    pulumi/refresh p* @apply-infrastructure
    pulumi/stack p* --show-secrets!s @s:print-secret-store @=rm:destroy-infrastructure @=export:print-secret-store
    pulumi/up p* @apply-infrastructure
    sam /
    sam/delete p* @destroy-infrastructure
    sam/deploy p* @deploy
    serverless /
    serverless/deploy p* @deploy
    serverless/remove p* @destroy-infrastructure
    sls &serverless
    terraform / -chdir=p
    terraform/apply u* -var=p -var-file=u -destroy!d @apply-infrastructure @d:destroy-infrastructure
    terraform/console p* @print-secret-store
    terraform/destroy p* -var=p -var-file=u @destroy-infrastructure
    terraform/fmt p*
    terraform/force-unlock p* @apply-infrastructure
    terraform/import p* @apply-infrastructure
    terraform/init p*
    terraform/output p* @print-secret-store
    terraform/plan p* -var=p -var-file=u -out=w
    terraform/refresh p* @apply-infrastructure
    terraform/run-all p* @=destroy:destroy-infrastructure @=apply:apply-infrastructure
    terraform/show p*
    terraform/state p* @=rm:destroy-infrastructure @=push:destroy-infrastructure @=pull:print-secret-store @=mv:apply-infrastructure @=replace-provider:apply-infrastructure
    terraform/taint p* @apply-infrastructure
    terraform/untaint p* @apply-infrastructure
    terraform/validate p*
    terraform/workspace p* @=delete:destroy-infrastructure
    terragrunt &terraform
    tofu &terraform
    vercel /p* --prod!p --version,-v!v -h,--help!v @!v:deploy
    vercel/deploy p* @deploy
    vercel/env p* @=pull:print-secret-store @=add:change-cloud @=rm:delete-in-cloud
    vercel/remove p* @destroy-infrastructure
    vercel/rm p* @destroy-infrastructure
    """
  }
}
