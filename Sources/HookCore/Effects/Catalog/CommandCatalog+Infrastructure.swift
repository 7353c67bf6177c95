// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var infrastructureTable: StaticString {
    """
    ansible-playbook x* -i,--inventory=p -e,--extra-vars=p -C,--check!n --vault-password-file=r @!n:apply-infrastructure
    cdk /
    cdk/deploy p* @apply-infrastructure
    cdk/destroy p* @destroy-infrastructure
    pulumi / -C=p
    pulumi/destroy p* @destroy-infrastructure
    pulumi/up p* @apply-infrastructure
    serverless /
    serverless/deploy p* @deploy
    serverless/remove p* @destroy-infrastructure
    terraform / -chdir=p
    terraform/apply u* -var=p -var-file=u @apply-infrastructure
    terraform/destroy p* -var=p -var-file=u @destroy-infrastructure
    terraform/fmt p*
    terraform/import p* @apply-infrastructure
    terraform/init p*
    terraform/output p* @print-secret-store
    terraform/plan p* -var=p -var-file=u -out=w
    terraform/show p*
    terraform/state p* @=rm:destroy-infrastructure @=push:destroy-infrastructure @=pull:print-secret-store
    terraform/taint p* @apply-infrastructure
    terraform/validate p*
    terraform/workspace p* @=delete:destroy-infrastructure
    terragrunt &terraform
    tofu &terraform
    vercel /
    vercel/deploy p* @deploy
    vercel/remove p* @destroy-infrastructure
    """
  }
}
