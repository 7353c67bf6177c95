// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var secretStoreTable: StaticString {
    """
    age r* -d,--decrypt!d -o,--output=w -r,-R,-i=p @d:print-secret-store
    ansible-vault r* @=view:print-secret-store @=decrypt:print-secret-store @=edit:print-secret-store
    aws / --profile,--region,--output,--endpoint-url,--query=p
    aws-okta /
    aws-okta/env p* @print-secret-store
    aws-vault /
    aws-vault/exec pc
    aws-vault/export p* @print-secret-store
    aws/acm p*
    aws/autoscaling p* @=delete-:delete-in-cloud
    aws/backup p* @=delete-:delete-in-cloud
    aws/cloudformation p* --no-execute-changeset!n --execute-changeset!x @=delete-:delete-in-cloud @!n=deploy:apply-infrastructure @x=deploy:apply-infrastructure @=create-:apply-infrastructure @=update-:apply-infrastructure
    aws/cloudfront p* @=delete-:delete-in-cloud
    aws/codeartifact p* @=get-authorization-token:print-secret-store
    aws/cognito-idp p* @=delete-:delete-in-cloud @=admin-delete-:delete-in-cloud
    aws/configure /
    aws/configure/export-credentials p* @print-secret-store
    aws/configure/get p* @print-secret-store
    aws/dynamodb p* @=delete-:delete-in-cloud @=put-:change-cloud @=update-:change-cloud @=create-:change-cloud
    aws/ec2 p* --dry-run!n --no-dry-run!x @!n=terminate-:delete-in-cloud @x=terminate-:delete-in-cloud @!n=delete-:delete-in-cloud @x=delete-:delete-in-cloud @=stop-:change-cloud @=run-:change-cloud @=authorize-:change-cloud @=modify-:change-cloud @=release-:delete-in-cloud @=get-password-data:print-secret-store
    aws/ecr /
    aws/ecr/get-login-password p* @print-secret-store
    aws/ecs p* @=delete-:delete-in-cloud @=update-:deploy @=stop-:change-cloud
    aws/efs p* @=delete-:delete-in-cloud
    aws/eks p* @=delete-:delete-in-cloud @=get-token:print-secret-store @=create-:change-cloud
    aws/elasticache p* @=delete-:delete-in-cloud
    aws/elbv2 p* @=delete-:delete-in-cloud
    aws/iam p* @=create-access-key:print-secret-store @=delete-:delete-in-cloud @=create-:change-cloud @=attach-:change-cloud @=put-:change-cloud @=update-:change-cloud @=detach-:change-cloud
    aws/kinesis p* @=delete-:delete-in-cloud
    aws/kms p* @=decrypt:print-secret-store @=schedule-key-deletion:delete-in-cloud @=disable-key:change-cloud @=delete-:delete-in-cloud
    aws/lambda u* @=delete-:delete-in-cloud @=update-:deploy @=create-:deploy @=invoke:change-cloud
    aws/logs p* @=delete-:delete-in-cloud
    aws/organizations p* @=close-:delete-in-cloud
    aws/rds p* @=generate-db-auth-token:print-secret-store @=delete-:delete-in-cloud @=reboot-:change-cloud @=modify-:change-cloud @=create-:change-cloud
    aws/route53 p* @=delete-:delete-in-cloud @=change-:change-cloud
    aws/s3 / --profile,--region=p
    aws/s3/cp u* -R,--recursive!R --exclude,--include,--acl,--storage-class=p
    aws/s3/ls p*
    aws/s3/mb p* @change-cloud
    aws/s3/mv u* --dryrun!n @!n:change-cloud
    aws/s3/rb p* @delete-in-cloud
    aws/s3/rm p* --dryrun!n @!n:delete-in-cloud
    aws/s3/sync s*p --delete!d --dryrun!n @d!n:delete-in-cloud
    aws/s3api u* @=delete-:delete-in-cloud @=put-:change-cloud
    aws/secretsmanager /
    aws/secretsmanager/batch-get-secret-value p* @print-secret-store
    aws/secretsmanager/create-secret u* @change-cloud
    aws/secretsmanager/delete-secret p* @delete-in-cloud
    aws/secretsmanager/get-secret-value p* @print-secret-store
    aws/secretsmanager/put-secret-value u* @change-cloud
    aws/sns p* @=delete-:delete-in-cloud
    aws/sqs p* @=delete-:delete-in-cloud @=purge-:delete-in-cloud
    aws/ssm /
    aws/ssm/delete-parameter p* @delete-in-cloud
    aws/ssm/get-parameter p* --with-decryption!d @d:print-secret-store
    aws/ssm/get-parameter-history p* --with-decryption!d @d:print-secret-store
    aws/ssm/get-parameters p* --with-decryption!d @d:print-secret-store
    aws/ssm/get-parameters-by-path p* --with-decryption!d @d:print-secret-store
    aws/ssm/put-parameter u* @change-cloud
    aws/ssm/send-command p* @change-cloud
    aws/sso p* @=get-role-credentials:print-secret-store
    aws/sts /
    aws/sts/assume-role p* @print-secret-store
    aws/sts/get-caller-identity p*
    aws/sts/get-federation-token p* @print-secret-store
    aws/sts/get-session-token p* @print-secret-store
    az /
    az/account p* @=get-access-token:print-secret-store
    az/acr p* @=delete:delete-in-cloud @=credential:print-secret-store
    az/ad p* @=delete:delete-in-cloud @=create-for-rbac:print-secret-store
    az/aks p* @=delete:delete-in-cloud @=get-credentials:print-secret-store
    az/appconfig p* @=list:print-secret-store
    az/cosmosdb p* @=delete:delete-in-cloud @=keys:print-secret-store
    az/functionapp p* @=delete:delete-in-cloud @=appsettings:print-secret-store
    az/group p* @=delete:delete-in-cloud
    az/keyvault p* @=show:print-secret-store @=download:print-secret-store @=delete:delete-in-cloud @=purge:delete-in-cloud
    az/network p* @=delete:delete-in-cloud
    az/resource p* @=delete:delete-in-cloud
    az/sql p* @=delete:delete-in-cloud
    az/storage u* @=delete:delete-in-cloud @=keys:print-secret-store @=generate-sas:print-secret-store
    az/vm p* @=delete:delete-in-cloud @=deallocate:change-cloud @=run-command:change-cloud
    az/webapp p* @=delete:delete-in-cloud @=deploy:deploy @=appsettings:print-secret-store
    bw p* @=get:print-secret-store @=list:print-secret-store @=export:print-secret-store @=unlock:print-secret-store
    chamber /
    chamber/exec p* @print-secret-store
    chamber/export p* @print-secret-store
    chamber/list p*
    chamber/read p* @print-secret-store
    civo p* @=delete:delete-in-cloud
    doctl / -t,--access-token=p
    doctl/auth p* @=token:print-secret-store
    doctl/compute p* @=delete:delete-in-cloud
    doctl/databases p* @=delete:delete-in-cloud @=connection:print-secret-store
    doctl/kubernetes p* @=delete:delete-in-cloud
    doppler /
    doppler/configs p*
    doppler/run c -p,--project,-c,--config=p --command=C
    doppler/secrets p* --only-names!n @!n:print-secret-store
    dotenv p* -f,-e,--file=r @=list:print-secret-store @=get:print-secret-store
    dotenvx p* -f,--env-file=r @=get:print-secret-store @=decrypt:print-secret-store
    firebase /
    firebase/deploy p* --dry-run!n @!n:deploy
    firebase/firestore:delete p* @destroy-data
    firebase/functions:config:get p* @print-secret-store
    firebase/functions:secrets:access p* @print-secret-store
    fly &flyctl
    flyctl /
    flyctl/apps p* @=destroy:delete-in-cloud
    flyctl/auth p* @=token:print-secret-store
    flyctl/deploy p* --build-only!n @!n:deploy
    flyctl/destroy p* @delete-in-cloud
    flyctl/secrets p* @=set:change-cloud @=import:change-cloud
    flyctl/ssh p* @change-cloud
    flyctl/volumes p* @=destroy:delete-in-cloud
    gcloud / --project,--account,--configuration,--format,--region,--zone,--impersonate-service-account=p
    gcloud/alpha &gcloud
    gcloud/app p* @=deploy:deploy @=delete:delete-in-cloud
    gcloud/auth p* --cred-file=r @=print-access-token:print-secret-store @=print-identity-token:print-secret-store @=print-refresh-token:print-secret-store
    gcloud/beta &gcloud
    gcloud/compute p* @=delete:delete-in-cloud @=create:change-cloud @=stop:change-cloud @=reset:change-cloud @=ssh::change-cloud
    gcloud/config p* @=config-helper:print-secret-store
    gcloud/container p* @=delete:delete-in-cloud @=create:change-cloud @=resize:change-cloud
    gcloud/firestore p* @=delete:delete-in-cloud
    gcloud/functions p* @=delete:delete-in-cloud @=deploy:deploy
    gcloud/iam p* @=delete:delete-in-cloud @=create:print-secret-store
    gcloud/kms p* @=decrypt:print-secret-store @=destroy:delete-in-cloud
    gcloud/projects p* @=delete:delete-in-cloud @=add-iam:change-cloud
    gcloud/pubsub p* @=delete:delete-in-cloud
    gcloud/run p* @=deploy:deploy @=delete:delete-in-cloud
    gcloud/secrets p* --data-file=r @=access:print-secret-store @=delete:delete-in-cloud
    gcloud/sql p* @=delete:delete-in-cloud @=restart:change-cloud @=export:send-data
    gcloud/storage u* @=rm:delete-in-cloud
    gh / -R,--repo=p
    gh/api p* -X,--method=p -f,-F,--field,--raw-field=u --input=r -H,--header=p -q,--jq=p -t,--template=p @=DELETE:delete-in-cloud
    gh/auth /
    gh/auth/status p* -t,--show-token!t @t:print-secret-store
    gh/auth/token p* @print-secret-store
    gh/gist u* -d,--desc,-f,--filename=p @=create:send-data @=delete:delete-in-cloud
    gh/issue p* -F,--body-file=r -b,--body,-t,--title,-l,--label=p @=delete:delete-in-cloud
    gh/pr p* -F,--body-file=r -b,--body,-t,--title,-B,--base,-H,--head=p @=merge:push-protected --admin
    gh/release /
    gh/release/create p* @publish
    gh/release/delete p* @delete-in-cloud
    gh/release/upload pr* --clobber
    gh/repo /
    gh/repo/archive p* @change-cloud
    gh/repo/delete p* @delete-in-cloud
    gh/repo/edit p* @change-cloud
    gh/run p* @=delete:delete-in-cloud
    gh/secret p* -f,--env-file=r -b,--body=p @=set:change-cloud @=delete:delete-in-cloud
    gh/ssh-key p* @=add:change-cloud @=delete:delete-in-cloud
    gh/variable p* -f,--env-file=r
    gh/workflow p* @=run:deploy @=disable:change-cloud
    glab /
    glab/auth p* -t,--show-token!t @t:print-secret-store
    glab/repo p* @=delete:delete-in-cloud
    gopass p* @=show:print-secret-store @=cat:print-secret-store
    gpg r* -o,--output=w --export-secret-keys!s --export-secret-subkeys!s --export-secret-key!s -d,--decrypt!d -u,-r,--recipient,--local-user,--homedir,--keyserver,--recv-keys,--search-keys,-k,--list-keys,-K,--list-secret-keys,--export,--delete-keys=p -c,--symmetric -e,--encrypt -s,--sign @s:print-secret-store
    gpg2 &gpg
    gsutil / -h,-o=p
    gsutil/cat p* >network
    gsutil/cp u* -r!R -R!R
    gsutil/mv u*
    gsutil/rb p* @delete-in-cloud
    gsutil/rm p* @delete-in-cloud
    gsutil/rsync s*p -d!d -r -m @d:delete-in-cloud
    hcloud p* @=delete:delete-in-cloud
    heroku /
    heroku/apps:destroy p* @delete-in-cloud
    heroku/auth:token p* @print-secret-store
    heroku/config p* @print-secret-store
    heroku/config:get p* @print-secret-store
    heroku/config:set p* @change-cloud
    heroku/pg:credentials:url p* @print-secret-store
    heroku/pg:reset p* @destroy-data
    heroku/run p* -a=p @change-cloud
    ibmcloud p* @=delete:delete-in-cloud @=rm:delete-in-cloud
    infisical /
    infisical/export p* @print-secret-store
    infisical/run c --env=p
    infisical/secrets p* @print-secret-store
    keyctl p* @=print:print-secret-store @=read:print-secret-store @=pipe:print-secret-store
    keyring p* @=get:print-secret-store
    kwallet-query p* @print-secret-store
    linode-cli p* @=delete:delete-in-cloud
    lpass p* @=show:print-secret-store @=export:print-secret-store
    netlify /
    netlify/deploy p* @deploy
    netlify/env:get p* @print-secret-store
    netlify/env:import r
    netlify/env:list p* @print-secret-store
    netlify/sites:delete p* @delete-in-cloud
    oci p* @=delete:delete-in-cloud @=terminate:delete-in-cloud
    op /
    op/document p* @=get:print-secret-store
    op/inject p* -i=r -o=w @print-secret-store
    op/item p* @=get:print-secret-store
    op/read p* @print-secret-store
    op/run c --env-file=r --no-masking
    pass p* @print-secret-store
    railway /
    railway/down p* @delete-in-cloud
    railway/up p* @deploy
    railway/variables p* @print-secret-store
    rbw p* @=get:print-secret-store
    scw p* @=delete:delete-in-cloud
    secret-tool /
    secret-tool/lookup p* @print-secret-store
    security /
    security/delete-keychain p* @delete-in-cloud
    security/dump-keychain p* @print-secret-store
    security/export p* @print-secret-store
    security/find-certificate p*
    security/find-generic-password p* -w!w -g!w @w:print-secret-store
    security/find-internet-password p* -w!w -g!w @w:print-secret-store
    sops p* -d,--decrypt!d -e,--encrypt!e -i --input-type,--output-type,--extract,--age,--kms,--pgp=p --output=w @d:print-secret-store @=decrypt:print-secret-store @=exec-env:print-secret-store @=exec-file:print-secret-store @=edit:print-secret-store
    supabase /
    supabase/db p* @=reset:destroy-data @=push:destroy-data
    supabase/projects p* @=delete:delete-in-cloud @=api-keys:print-secret-store
    supabase/secrets u*
    vault /
    vault/delete p* @delete-in-cloud
    vault/kv /
    vault/kv/delete p* @delete-in-cloud
    vault/kv/destroy p* @delete-in-cloud
    vault/kv/get p* @print-secret-store
    vault/kv/list p*
    vault/kv/put p* @change-cloud
    vault/login p*
    vault/print p* @=token:print-secret-store
    vault/read p* @print-secret-store
    vault/token p* @=lookup:print-secret-store @=create:print-secret-store
    vault/unwrap p* @print-secret-store
    vault/write p* @change-cloud
    wrangler /
    wrangler/d1 u* --command=S --file=x @=delete:delete-in-cloud
    wrangler/delete p* @delete-in-cloud
    wrangler/deploy p* --dry-run!n @!n:deploy
    wrangler/kv p* @=delete:delete-in-cloud
    wrangler/publish p* @deploy
    wrangler/secret u*
    """
  }
}
