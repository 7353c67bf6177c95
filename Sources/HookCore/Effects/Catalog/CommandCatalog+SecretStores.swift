// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var secretStoreTable: StaticString {
    """
    age r* -d,--decrypt!d -o,--output=w -r,-R,-i=p @d:decrypt-secret-file
    ansible-vault r* @=view:decrypt-secret-file @=decrypt:decrypt-secret-file @=edit:decrypt-secret-file
    aws / --profile,--region,--output,--endpoint-url,--query=p
    aws-okta /
    aws-okta/env p* @print-cloud-token
    aws-vault /
    aws-vault/exec pc
    aws-vault/export p* @print-cloud-token
    aws/acm p*
    aws/autoscaling p* @=delete-:delete-in-aws @=update-:change-aws @=set-:change-aws @=terminate-:delete-in-aws
    aws/backup p* @=delete-:delete-in-aws
    aws/cloudformation p* --no-execute-changeset!n --execute-changeset!x @=delete-:delete-in-aws @!n=deploy:cloudformation-deploy @x=deploy:cloudformation-deploy @=create-:cloudformation-deploy @=update-:cloudformation-deploy
    aws/cloudfront p* @=delete-:delete-in-aws @=create-invalidation:change-aws
    aws/codeartifact p* @=get-authorization-token:print-cloud-token
    aws/cognito-idp p* @=delete-:delete-in-aws @=admin-delete-:delete-in-aws
    aws/configure /
    aws/configure/export-credentials p* @print-cloud-token
    aws/configure/get p* @=aws_:print-cloud-token @=default.:print-cloud-token @=profile.:print-cloud-token @=sso_:print-cloud-token @=credential:print-cloud-token
    aws/dynamodb p* @=delete-:delete-in-aws @=put-:change-aws @=update-:change-aws @=create-:change-aws
    aws/ec2 p* --dry-run!n --no-dry-run!x @!n=terminate-:delete-in-aws @x=terminate-:delete-in-aws @!n=delete-:delete-in-aws @x=delete-:delete-in-aws @!n=stop-:change-aws @!n=run-:change-aws @!n=authorize-:change-aws @!n=modify-:change-aws @!n=release-:delete-in-aws @=get-password-data:print-cloud-token
    aws/ecr /
    aws/ecr/get-login-password p* @print-cloud-token
    aws/ecs p* @=delete-:delete-in-aws @=update-:deploy @=stop-:change-aws
    aws/efs p* @=delete-:delete-in-aws
    aws/eks p* @=delete-:delete-in-aws @=get-token:print-cloud-token @=create-:change-aws
    aws/elasticache p* @=delete-:delete-in-aws
    aws/elbv2 p* @=delete-:delete-in-aws
    aws/iam p* @=create-access-key:print-cloud-token @=delete-:delete-in-aws @=create-:change-aws @=attach-:change-aws @=put-:change-aws @=update-:change-aws @=detach-:change-aws
    aws/kinesis p* @=delete-:delete-in-aws
    aws/kms p* @=decrypt:print-cloud-secret @=schedule-key-deletion:delete-in-aws @=disable-key:change-aws @=delete-:delete-in-aws
    aws/lambda u* @=delete-:delete-in-aws @=update-:deploy @=create-:deploy @=invoke:change-aws @=get-function-configuration:print-cloud-secret
    aws/logs p* @=delete-:delete-in-aws
    aws/organizations p* @=close-:delete-in-aws @=leave-:delete-in-aws
    aws/rds p* @=generate-db-auth-token:print-cloud-token @=delete-:delete-in-aws @=reboot-:change-aws @=modify-:change-aws @=create-:change-aws
    aws/route53 p* @=delete-:delete-in-aws @=change-:change-aws
    aws/s3 / --profile,--region=p
    aws/s3/cp u* -R,--recursive!R --exclude,--include,--acl,--storage-class=p >network
    aws/s3/ls p*
    aws/s3/mb p* @change-aws
    aws/s3/mv u* --dryrun!n @!n:change-aws
    aws/s3/rb p* @delete-bucket
    aws/s3/rm p* --dryrun!n @!n:delete-bucket
    aws/s3/sync s*p --delete!d --dryrun!n @d!n:delete-bucket
    aws/s3api u* @=delete-:delete-bucket @=put-:change-aws
    aws/secretsmanager /
    aws/secretsmanager/batch-get-secret-value p* @print-cloud-secret
    aws/secretsmanager/create-secret u* @change-secret-store
    aws/secretsmanager/delete-secret p* @delete-stored-secret
    aws/secretsmanager/get-secret-value p* @print-cloud-secret
    aws/secretsmanager/put-secret-value u* @change-secret-store
    aws/sns p* @=delete-:delete-in-aws @=publish:change-aws
    aws/sqs p* @=delete-:delete-in-aws @=purge-:delete-in-aws
    aws/ssm /
    aws/ssm/delete-parameter p* @delete-stored-secret
    aws/ssm/get-parameter p* --with-decryption!d @d:print-cloud-secret
    aws/ssm/get-parameter-history p* --with-decryption!d @d:print-cloud-secret
    aws/ssm/get-parameters p* --with-decryption!d @d:print-cloud-secret
    aws/ssm/get-parameters-by-path p* --with-decryption!d @d:print-cloud-secret
    aws/ssm/put-parameter u* @change-secret-store
    aws/ssm/send-command p* @change-secret-store
    aws/sso p* @=get-role-credentials:print-cloud-token
    aws/sts /
    aws/sts/assume-role p* @print-cloud-token
    aws/sts/get-caller-identity p*
    aws/sts/get-federation-token p* @print-cloud-token
    aws/sts/get-session-token p* @print-cloud-token
    az /
    az/account p* @=get-access-token:print-cloud-token
    az/acr p* @=delete:delete-in-azure @=credential:print-cloud-secret
    az/ad p* @=delete:delete-in-azure @=create-for-rbac:print-cloud-token
    az/aks p* @=delete:delete-in-azure @=get-credentials:print-cloud-token
    az/appconfig p* @=list:print-cloud-secret
    az/cosmosdb p* @=delete:delete-in-azure @=keys:print-cloud-secret
    az/functionapp p* @=delete:delete-in-azure @=appsettings:print-cloud-token
    az/group p* @=delete:delete-in-azure
    az/keyvault p* @=show:print-cloud-secret @=download:print-cloud-secret @=delete:delete-in-azure @=purge:delete-in-azure
    az/network p* @=delete:delete-in-azure
    az/resource p* @=delete:delete-in-azure
    az/sql p* @=delete:delete-in-azure
    az/storage u* @=delete:delete-in-azure @=keys:print-cloud-secret @=generate-sas:print-cloud-secret >network @=upload:send-over-http
    az/vm p* @=delete:delete-in-azure @=deallocate:change-azure @=run-command:change-azure
    az/webapp p* @=delete:delete-in-azure @=deploy:deploy @=appsettings:print-cloud-token
    bw p* @=get:print-password @=list:print-password @=export:print-password @=unlock:print-password
    chamber /
    chamber/exec p* @print-cloud-secret
    chamber/export p* @print-cloud-secret
    chamber/list p*
    chamber/read p* @print-cloud-secret
    civo p* @=delete:delete-in-cloud
    doctl / -t,--access-token=p
    doctl/auth p* @=token:print-cloud-token
    doctl/compute p* @=delete:delete-in-cloud
    doctl/databases p* @=delete:delete-in-cloud @=connection:print-cloud-token
    doctl/kubernetes p* @=delete:delete-in-cloud
    doppler /
    doppler/configs p*
    doppler/run c -p,--project,-c,--config=p --command=C
    doppler/secrets p* --only-names!n @!n:print-platform-secret
    dotenv /p* -f,-e,--file=r @=list:decrypt-secret-file @=get:decrypt-secret-file
    dotenv-cli &dotenv
    dotenv/get p* @decrypt-secret-file
    dotenv/list p* @decrypt-secret-file
    dotenv/run c -o,--override
    dotenvx p* -f,--env-file=r @=get:decrypt-secret-file @=decrypt:decrypt-secret-file
    firebase /
    firebase/deploy p* --dry-run!n @!n:deploy
    firebase/firestore:delete p* @clear-data-store
    firebase/functions:config:get p* @print-platform-secret
    firebase/functions:secrets:access p* @print-platform-secret
    fly &flyctl
    flyctl /
    flyctl/apps p* @=destroy:delete-in-cloud
    flyctl/auth p* @=token:print-platform-secret
    flyctl/deploy p* --build-only!n @!n:deploy
    flyctl/destroy p* @delete-in-cloud
    flyctl/secrets p* @=set:change-cloud @=import:change-cloud
    flyctl/ssh p* @change-cloud
    flyctl/volumes p* @=destroy:delete-in-cloud
    gcloud / --project,--account,--configuration,--format,--region,--zone,--impersonate-service-account=p
    gcloud/alpha &gcloud
    gcloud/app p* @=deploy:deploy @=delete:delete-in-gcloud
    gcloud/auth p* --cred-file=r @=print-access-token:print-cloud-token @=print-identity-token:print-cloud-token @=print-refresh-token:print-cloud-token
    gcloud/beta &gcloud
    gcloud/compute /p* @=delete:delete-in-gcloud @=create:change-gcloud @=stop:change-gcloud @=reset:change-gcloud @=ssh::change-gcloud
    gcloud/config p* @=config-helper:print-cloud-token
    gcloud/container p* @=delete:delete-in-gcloud @=create:change-gcloud @=resize:change-gcloud
    gcloud/firestore p* @=delete:delete-in-gcloud
    gcloud/functions p* @=delete:delete-in-gcloud @=deploy:deploy
    gcloud/iam p* @=delete:delete-in-gcloud @=create:print-cloud-token
    gcloud/kms p* @=decrypt:print-cloud-secret @=destroy:delete-in-gcloud
    gcloud/projects p* @=delete:delete-in-gcloud @=add-iam:change-gcloud
    gcloud/pubsub p* @=delete:delete-in-gcloud
    gcloud/run p* @=deploy:deploy @=delete:delete-in-gcloud
    gcloud/secrets p* --data-file=r @=access:print-cloud-secret @=delete:delete-stored-secret
    gcloud/sql p* @=delete:delete-in-gcloud @=restart:change-gcloud @=export:export-data
    gcloud/storage u* @=rm:delete-bucket >network
    getent p* @=shadow:print-stored-login @=gshadow:print-stored-login
    gh / -R,--repo=p
    gh/api p* -X,--method=p -f,-F,--field,--raw-field=u --input=r -H,--header=p -q,--jq=p -t,--template=p @=DELETE:delete-on-git-host @=PUT:change-git-host
    gh/auth /
    gh/auth/status p* -t,--show-token!t @t:print-git-host-token
    gh/auth/token p* @print-git-host-token
    gh/gist u* -d,--desc,-f,--filename=p @=create:share-file @=delete:delete-on-git-host >network
    gh/issue p* -F,--body-file=r -b,--body,-t,--title,-l,--label=p @=delete:delete-on-git-host
    gh/pr p* -F,--body-file=r -b,--body,-t,--title,-B,--base,-H,--head=p @=merge:merge-pull-request --admin
    gh/release /
    gh/release/create p* @publish
    gh/release/delete p* @delete-on-git-host
    gh/release/upload pr* --clobber
    gh/repo /
    gh/repo/archive p* @change-git-host
    gh/repo/delete p* @delete-on-git-host
    gh/repo/edit p* @change-git-host
    gh/run p* @=delete:delete-on-git-host
    gh/secret p* -f,--env-file=r -b,--body=p @=set:change-secret-store @=delete:delete-stored-secret
    gh/ssh-key p* @=add:change-git-host @=delete:delete-on-git-host
    gh/variable p* -f,--env-file=r
    gh/workflow p* @=run:run-workflow @=disable:change-git-host
    glab /
    glab/auth p* -t,--show-token!t @t:print-git-host-token
    glab/repo p* @=delete:delete-on-git-host
    gopass p* @=show:print-password @=cat:print-password
    gpg r* -o,--output=w --export-secret-keys!s --export-secret-subkeys!s --export-secret-key!s -d,--decrypt!d -u,-r,--recipient,--local-user,--homedir,--keyserver,--recv-keys,--search-keys,-k,--list-keys,-K,--list-secret-keys,--export,--delete-keys=p -c,--symmetric -e,--encrypt -s,--sign @s:export-private-key @d:decrypt-secret-file
    gpg2 &gpg
    gsutil / -h,-o=p
    gsutil/cat p* >network
    gsutil/cp u* -r!R -R!R
    gsutil/mv u*
    gsutil/rb p* @delete-bucket
    gsutil/rm p* @delete-bucket
    gsutil/rsync s*p -d!d -r -m @d:delete-bucket
    hcloud p* @=delete:delete-in-cloud
    heroku /
    heroku/apps:destroy p* @delete-on-platform
    heroku/auth:token p* @print-platform-secret
    heroku/config p* @print-platform-secret
    heroku/config:get p* @print-platform-secret
    heroku/config:set p* @change-cloud
    heroku/pg:credentials:url p* @print-platform-secret
    heroku/pg:reset p* @reset-schema
    heroku/run p* -a=p @change-cloud
    ibmcloud p* @=delete:delete-in-cloud @=rm:delete-in-cloud @=service-instance-delete:delete-in-cloud
    infisical /
    infisical/export p* @print-platform-secret
    infisical/run c --env=p
    infisical/secrets p* @print-platform-secret
    keyctl p* @=print:print-keychain @=read:print-keychain @=pipe:print-keychain
    keyring p* @=get:print-keychain
    kwallet-query p* @print-keychain
    linode-cli p* @=delete:delete-in-cloud
    lpass p* @=show:print-password @=export:print-password
    netlify /
    netlify/deploy p* @deploy
    netlify/env:get p* @print-platform-secret
    netlify/env:import r
    netlify/env:list p* @print-platform-secret
    netlify/sites:delete p* @delete-on-platform
    oci p* @=delete:delete-in-cloud @=terminate:delete-in-cloud
    op /
    op/document p* @=get:print-password
    op/inject p* -i=r -o=w @print-password
    op/item p* @=get:print-password
    op/read p* @print-password
    op/run c --env-file=r --no-masking
    pargs p* -e!e @e:print-process-environment
    pass /p* @=:print-password
    pass/find p*
    pass/help p*
    pass/ls p* @=:print-password
    pass/search p*
    pass/version p*
    railway /
    railway/down p* @delete-on-platform
    railway/up p* @deploy
    railway/variables p* @print-platform-secret
    rbw p* @=get:print-password
    scw p* @=delete:delete-in-cloud
    secret-tool /
    secret-tool/lookup p* @print-keychain
    security /
    security/delete-keychain p* @delete-stored-secret
    security/dump-keychain p* @print-keychain
    security/export p* @print-keychain
    security/find-certificate p*
    security/find-generic-password p* -w!w -g!w @w:print-keychain
    security/find-internet-password p* -w!w -g!w @w:print-keychain
    sops p* -d,--decrypt!d -e,--encrypt!e -i --input-type,--output-type,--extract,--age,--kms,--pgp=p --output=w @d:decrypt-secret-file @=decrypt:decrypt-secret-file @=exec-env:decrypt-secret-file @=exec-file:decrypt-secret-file @=edit:decrypt-secret-file
    supabase /
    supabase/db p* @=reset:reset-schema @=push:reset-schema
    supabase/projects p* @=delete:delete-on-platform @=api-keys:print-platform-secret
    supabase/secrets u*
    vault /
    vault/delete p* @delete-stored-secret
    vault/kv /
    vault/kv/delete p* @delete-stored-secret
    vault/kv/destroy p* @delete-stored-secret
    vault/kv/get p* @print-vault-secret
    vault/kv/list p*
    vault/kv/metadata p* @=delete:delete-stored-secret
    vault/kv/put p* @change-secret-store
    vault/login p* -token-only,--token-only!t @t:print-vault-secret
    vault/operator p* @=seal:destroy-infrastructure @=step-down:destroy-infrastructure @=init:print-vault-secret
    vault/print p* @=token:print-vault-secret
    vault/read p* @print-vault-secret
    vault/token p* @=lookup:print-vault-secret @=create:print-vault-secret @=revoke:delete-stored-secret
    vault/unwrap p* @print-vault-secret
    vault/write p* @change-secret-store
    wrangler /
    wrangler/d1 u* --command=S --file=x @=delete:delete-on-platform
    wrangler/delete p* @delete-on-platform
    wrangler/deploy p* --dry-run!n @!n:deploy
    wrangler/kv p* @=delete:delete-on-platform
    wrangler/publish p* @deploy
    wrangler/secret u*
    """
  }
}
