// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var cloudTable: StaticString {
    """
    aliyun u* @=Delete:delete-in-cloud
    ansible-console u* @apply-infrastructure
    ansible-galaxy u* @=git+:install-from-git @=http::install-from-url @=https::install-from-url
    ansible-pull u* @apply-infrastructure
    atlas u* @=delete:delete-in-cloud @=clean:clear-data-store @=terminate:delete-in-cloud
    auth0 u* @=delete:delete-in-cloud
    aws/* u* @=delete-:delete-in-aws @=terminate-:delete-in-aws @=batch-delete-:delete-in-aws @=purge-:delete-in-aws @=stop-:change-aws @=leave-:delete-in-aws @=update-:change-aws @=put-:change-aws @=start-:change-aws @=disable-:change-aws @=create-invalidation:change-aws @=publish:change-aws
    aws/configure/list u*
    aws/ecr/* u* @=delete-:delete-in-aws @=batch-delete-:delete-in-aws @=put-:change-aws
    aws/ecr/batch-delete-image p* @delete-in-aws
    aws/ecr/delete-repository p* @delete-in-aws
    aws/secretsmanager/* u* @=update-:change-secret-store @=rotate-:change-secret-store
    aws/ssm/* u* @=delete-:delete-stored-secret @=start-session:change-secret-store @=start-:change-secret-store
    aws/ssm/start-session p* @change-secret-store
    az/* u* @=delete:delete-in-azure @=purge:delete-in-azure
    az/deployment u* @=create:apply-infrastructure @=delete:delete-in-azure
    az/role u* @=create:change-azure @=delete:delete-in-azure
    berglas u* @=access:print-cloud-secret @=exec:print-cloud-secret
    blackbox_cat u* @decrypt-secret-file
    blackbox_edit u* @decrypt-secret-file
    bq/query S*
    cf / -v
    cf/delete u* @delete-in-cloud
    cf/delete-service u* @delete-in-cloud
    cf/env u* @print-platform-secret
    cf/push u* @deploy
    cf/ssh u* -c=C @change-cloud
    chef-client u* @apply-infrastructure
    chef-solo u* @apply-infrastructure
    circleci u* @=env:print-platform-secret
    confluent u* @=delete:delete-in-cloud
    docker-credential-desktop u* @=get:print-registry-token
    docker-credential-ecr-login &docker-credential-desktop
    docker-credential-gcloud &docker-credential-desktop
    docker-credential-osxkeychain &docker-credential-desktop
    docker-credential-pass &docker-credential-desktop
    docker-credential-secretservice &docker-credential-desktop
    docker-credential-wincred &docker-credential-desktop
    doctl/* u* @=delete:delete-in-cloud
    dokku u* @=apps:destroy:delete-in-cloud @=config:print-platform-secret
    exo u* @=delete:delete-in-cloud
    eyaml u* @=decrypt:decrypt-secret-file @=edit:decrypt-secret-file
    firebase/database:remove u* @clear-data-store
    firebase/functions:delete u* @delete-on-platform
    firebase/hosting:disable u* @delete-on-platform
    firebase/projects:delete u* @delete-on-platform
    flarectl u* @=delete:delete-in-cloud
    flyctl/machine u* @=destroy:delete-in-cloud @=remove:delete-in-cloud @=stop:change-cloud
    flyctl/machines &flyctl/machine
    flyctl/postgres u* @=detach:change-cloud @=connect:change-cloud
    flyctl/scale u* @change-cloud
    gcloud/* u* @=delete:delete-in-gcloud @=deploy:deploy
    gcloud/compute/ssh u* --command=C @change-gcloud
    gcloud/services u* @=disable:change-gcloud
    gh/config u* @=oauth_token:print-git-host-token
    gh/repo/rename p* @change-git-host
    git-credential-cache &docker-credential-desktop
    git-credential-libsecret &docker-credential-desktop
    git-credential-manager &docker-credential-desktop
    git-credential-manager-core &docker-credential-desktop
    git-credential-osxkeychain &docker-credential-desktop
    git-credential-store &docker-credential-desktop
    git-crypt u* @=unlock:decrypt-secret-file @=export-key:decrypt-secret-file
    git-secret u* @=reveal:decrypt-secret-file @=cat:decrypt-secret-file
    glab/config u* @=get:print-git-host-token
    glab/mr u* @=merge:push-protected
    gpg-connect-agent u* @export-private-key
    gsutil/iam u* @=ch:change-cloud @=set:change-cloud
    heroku/addons:destroy u* @delete-on-platform
    heroku/destroy u* @delete-on-platform
    heroku/pg:psql u* -c,--command=S
    heroku/ps:scale u* @change-cloud
    heroku/releases:rollback u* @deploy
    heroku/restart u* @change-cloud
    heroku/rollback u* @deploy
    hub /
    hub/api u* -X,--method=p @=DELETE:delete-in-cloud
    hub/delete u* @delete-in-cloud
    hub/push &git/push
    istioctl u* @=uninstall:helm-uninstall @=install:helm-install
    keepassxc-cli u* @=show:print-password @=export:print-password @=clip:print-password
    knife u* @=ssh:apply-infrastructure @=delete:destroy-infrastructure
    kpcli u* @print-password
    kubeseal u* --recovery-unseal!u @u:print-cluster-secret
    linkerd u* @=uninstall:helm-uninstall
    mysql_config_editor u* @=print:print-stored-login
    nats u* @=rm:clear-data-store @=purge:clear-data-store
    neon &neonctl
    neonctl u* @=delete:delete-in-cloud @=connection-string:print-platform-secret
    netlify/api u* @=delete:delete-on-platform
    nomad/run u* @apply-infrastructure
    nomad/stop u* @destroy-infrastructure
    nomad/system u* @=gc:destroy-infrastructure
    op/signin u* --raw!r @r:print-password
    openstack u* @=delete:delete-in-cloud
    pscale u* @=delete:delete-in-cloud
    pulumi/env u* @=open:print-infrastructure-secret @=get:print-infrastructure-secret
    puppet u* @=apply:apply-infrastructure @=agent:apply-infrastructure
    rails/c p* %ruby
    rails/console p* %ruby
    rails/r E %ruby
    rails/runner E %ruby
    railway/delete u* @delete-on-platform
    railway/environment u* @=delete:delete-on-platform
    railway/run c
    render u* @=deploys:deploy @=env:print-platform-secret @=deploy:deploy
    salt u* @=cmd.run:apply-infrastructure @=state.:apply-infrastructure @=pkg.:apply-infrastructure @=service.:apply-infrastructure
    salt-call u* @=state.:apply-infrastructure @=cmd.run:apply-infrastructure
    salt-ssh &salt
    secret-tool/search u* @print-keychain
    snyk u* @=config:print-platform-secret
    stripe u* @=delete:delete-in-cloud
    supabase/functions u* @=deploy:deploy @=delete:delete-on-platform
    teller u* @=show:print-cloud-secret @=env:print-cloud-secret @=sh:print-cloud-secret @=export:print-cloud-secret
    terraform/apply-all &terraform/apply
    terraform/destroy-all &terraform/destroy
    terraform/run u* @=destroy:terraform-destroy @=apply:terraform-apply
    tf &terraform
    travis u* @=env:print-platform-secret
    turso u* @=destroy:delete-in-cloud @=tokens:print-platform-secret
    vault/auth u* @=disable:delete-stored-secret
    vault/policy u* @=write:change-secret-store @=delete:delete-stored-secret
    vault/secrets u* @=disable:delete-stored-secret
    velero u* @=delete:helm-uninstall
    vercel/build p*
    vercel/dev p*
    vercel/domains p* @=rm:destroy-application
    vercel/help p*
    vercel/inspect p*
    vercel/link p*
    vercel/list p*
    vercel/login p*
    vercel/logs p*
    vercel/ls p*
    vercel/project p* @=rm:destroy-application @=remove:destroy-application
    vercel/promote p* @deploy
    vercel/pull p* @print-platform-secret
    vercel/rollback p* @deploy
    vercel/switch p*
    vercel/whoami p*
    vultr-cli u* @=delete:delete-in-cloud
    wrangler/kv:key u* @=delete:delete-on-platform
    wrangler/kv:namespace u* @=delete:delete-on-platform
    wrangler/pages u* @=deploy:deploy @=publish:deploy @=delete:delete-on-platform
    wrangler/queues u* @=delete:delete-on-platform
    wrangler/r2 u* @=delete:delete-on-platform
    wrangler/rollback u* @deploy
    wrangler/versions u* @=deploy:deploy
    """
  }
}
