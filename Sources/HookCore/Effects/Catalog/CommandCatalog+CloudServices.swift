// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var cloudTable: StaticString {
    """
    ansible-console u* @apply-infrastructure
    ansible-galaxy u* @=git+:install-foreign @=http::install-foreign @=https::install-foreign
    ansible-pull u* @apply-infrastructure
    atlas u* @=delete:delete-in-cloud @=clean:destroy-data @=terminate:delete-in-cloud
    aws/* u* @=delete-:delete-in-cloud @=terminate-:delete-in-cloud @=batch-delete-:delete-in-cloud @=purge-:delete-in-cloud @=stop-:change-cloud @=leave-:delete-in-cloud @=update-:change-cloud @=put-:change-cloud @=start-:change-cloud @=disable-:change-cloud @=create-invalidation:change-cloud @=publish:change-cloud
    aws/configure/list u*
    aws/ecr/* u* @=delete-:delete-in-cloud @=batch-delete-:delete-in-cloud @=put-:change-cloud
    aws/secretsmanager/* u* @=update-:change-cloud @=rotate-:change-cloud
    aws/ssm/* u* @=delete-:delete-in-cloud @=start-session:change-cloud @=start-:change-cloud
    az/* u* @=delete:delete-in-cloud @=purge:delete-in-cloud
    az/deployment u* @=create:apply-infrastructure @=delete:delete-in-cloud
    az/role u* @=create:change-cloud @=delete:delete-in-cloud
    berglas u* @=access:print-secret-store @=exec:print-secret-store
    blackbox_cat u* @print-secret-store
    blackbox_edit u* @print-secret-store
    cf / -v
    cf/delete u* @delete-in-cloud
    cf/delete-service u* @delete-in-cloud
    cf/env u* @print-secret-store
    cf/push u* @deploy
    cf/ssh u* -c=C @change-cloud
    chef-client u* @apply-infrastructure
    chef-solo u* @apply-infrastructure
    circleci u* @=env:print-secret-store
    confluent u* @=delete:delete-in-cloud
    docker-credential-desktop u* @=get:print-secret-store
    docker-credential-ecr-login &docker-credential-desktop
    docker-credential-gcloud &docker-credential-desktop
    docker-credential-osxkeychain &docker-credential-desktop
    docker-credential-pass &docker-credential-desktop
    docker-credential-secretservice &docker-credential-desktop
    docker-credential-wincred &docker-credential-desktop
    doctl/* u* @=delete:delete-in-cloud
    dokku u* @=apps:destroy:delete-in-cloud @=config:print-secret-store
    exo u* @=delete:delete-in-cloud
    eyaml u* @=decrypt:print-secret-store @=edit:print-secret-store
    firebase/database:remove u* @destroy-data
    firebase/functions:delete u* @delete-in-cloud
    firebase/hosting:disable u* @delete-in-cloud
    firebase/projects:delete u* @delete-in-cloud
    flyctl/machine u* @=destroy:delete-in-cloud @=remove:delete-in-cloud @=stop:change-cloud
    flyctl/machines &flyctl/machine
    flyctl/postgres u* @=detach:change-cloud @=connect:change-cloud
    flyctl/scale u* @change-cloud
    gcloud/* u* @=delete:delete-in-cloud @=deploy:deploy
    gcloud/compute/ssh u* --command=C @change-cloud
    gcloud/services u* @=disable:change-cloud
    gh/config u* @=oauth_token:print-secret-store
    git-credential-cache &docker-credential-desktop
    git-credential-libsecret &docker-credential-desktop
    git-credential-manager &docker-credential-desktop
    git-credential-manager-core &docker-credential-desktop
    git-credential-osxkeychain &docker-credential-desktop
    git-credential-store &docker-credential-desktop
    git-crypt u* @=unlock:print-secret-store @=export-key:print-secret-store
    git-secret u* @=reveal:print-secret-store @=cat:print-secret-store
    glab/config u* @=get:print-secret-store
    glab/mr u* @=merge:push-protected
    gpg-connect-agent u* @print-secret-store
    gsutil/iam u* @=ch:change-cloud @=set:change-cloud
    heroku/addons:destroy u* @delete-in-cloud
    heroku/destroy u* @delete-in-cloud
    heroku/pg:psql u* -c,--command=S
    heroku/ps:scale u* @change-cloud
    heroku/releases:rollback u* @deploy
    heroku/restart u* @change-cloud
    heroku/rollback u* @deploy
    hub /
    hub/api u* -X,--method=p @=DELETE:delete-in-cloud
    hub/delete u* @delete-in-cloud
    hub/push &git/push
    istioctl u* @=uninstall:delete-in-cluster @=install:change-cluster
    keepassxc-cli u* @=show:print-secret-store @=export:print-secret-store @=clip:print-secret-store
    knife u* @=ssh:apply-infrastructure @=delete:destroy-infrastructure
    kpcli u* @print-secret-store
    kubeseal u* --recovery-unseal!u @u:print-secret-store
    linkerd u* @=uninstall:delete-in-cluster
    mysql_config_editor u* @=print:print-secret-store
    neon &neonctl
    neonctl u* @=delete:delete-in-cloud @=connection-string:print-secret-store
    netlify/api u* @=delete:delete-in-cloud
    nomad/run u* @apply-infrastructure
    nomad/stop u* @destroy-infrastructure
    nomad/system u* @=gc:destroy-infrastructure
    op/signin u* --raw!r @r:print-secret-store
    pscale u* @=delete:delete-in-cloud
    pulumi/env u* @=open:print-secret-store @=get:print-secret-store
    puppet u* @=apply:apply-infrastructure @=agent:apply-infrastructure
    rails/r E %ruby
    rails/runner E %ruby
    railway/delete u* @delete-in-cloud
    railway/environment u* @=delete:delete-in-cloud
    railway/run c
    render u* @=deploys:deploy @=env:print-secret-store
    salt u* @=cmd.run:apply-infrastructure @=state.:apply-infrastructure @=pkg.:apply-infrastructure @=service.:apply-infrastructure
    salt-call u* @=state.:apply-infrastructure @=cmd.run:apply-infrastructure
    salt-ssh &salt
    secret-tool/search u* @print-secret-store
    snyk u* @=config:print-secret-store
    supabase/functions u* @=deploy:deploy @=delete:delete-in-cloud
    teller u* @=show:print-secret-store @=env:print-secret-store @=sh:print-secret-store @=export:print-secret-store
    terraform/run u* @=destroy:destroy-infrastructure @=apply:apply-infrastructure
    tf &terraform
    travis u* @=env:print-secret-store
    turso u* @=destroy:delete-in-cloud @=tokens:print-secret-store
    vault/auth u* @=disable:delete-in-cloud
    vault/policy u* @=write:change-cloud @=delete:delete-in-cloud
    vault/secrets u* @=disable:delete-in-cloud
    velero u* @=delete:delete-in-cluster
    vercel/build p*
    vercel/dev p*
    vercel/domains p* @=rm:destroy-infrastructure
    vercel/help p*
    vercel/inspect p*
    vercel/link p*
    vercel/list p*
    vercel/login p*
    vercel/logs p*
    vercel/ls p*
    vercel/project p* @=rm:destroy-infrastructure @=remove:destroy-infrastructure
    vercel/promote p* @deploy
    vercel/pull p* @print-secret-store
    vercel/rollback p* @deploy
    vercel/switch p*
    vercel/whoami p*
    vultr-cli u* @=delete:delete-in-cloud
    wrangler/kv:key u* @=delete:delete-in-cloud
    wrangler/kv:namespace u* @=delete:delete-in-cloud
    wrangler/pages u* @=deploy:deploy @=publish:deploy @=delete:delete-in-cloud
    wrangler/queues u* @=delete:delete-in-cloud
    wrangler/r2 u* @=delete:delete-in-cloud
    wrangler/rollback u* @deploy
    wrangler/versions u* @=deploy:deploy
    """
  }
}
