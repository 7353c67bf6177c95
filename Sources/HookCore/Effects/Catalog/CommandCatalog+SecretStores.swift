// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var secretStoreTable: StaticString {
    """
    aws / --profile,--region,--output,--endpoint-url,--query=p
    aws/configure /
    aws/configure/export-credentials p* @print-secret-store
    aws/configure/get p* @print-secret-store
    aws/s3 / --profile,--region=p
    aws/s3/cp u* -R,--recursive!R
    aws/s3/ls p*
    aws/s3/mb p* @change-cloud
    aws/s3/mv u* @change-cloud
    aws/s3/rb p* @delete-in-cloud
    aws/s3/rm p* @delete-in-cloud
    aws/s3/sync s*p --delete!d @d:delete-in-cloud
    aws/secretsmanager /
    aws/secretsmanager/get-secret-value p* @print-secret-store
    aws/ssm /
    aws/ssm/get-parameter p* --with-decryption!d @d:print-secret-store
    aws/ssm/get-parameters p* --with-decryption!d @d:print-secret-store
    aws/sts /
    aws/sts/get-session-token p* @print-secret-store
    gh / -R,--repo=p
    gh/auth /
    gh/auth/status p* -t,--show-token!t @t:print-secret-store
    gh/auth/token p* @print-secret-store
    gh/repo /
    gh/repo/delete p* @delete-in-cloud
    gh/secret p*
    gpg p* -o,--output=w --export-secret-keys!s --export-secret-subkeys!s -d,--decrypt=u @s:print-secret-store
    op /
    op/item p* @=get:print-secret-store
    op/read p* @print-secret-store
    pass p* @print-secret-store
    secret-tool /
    secret-tool/lookup p* @print-secret-store
    security /
    security/dump-keychain p* @print-secret-store
    security/find-generic-password p* -w!w -g!w @w:print-secret-store
    security/find-internet-password p* -w!w -g!w @w:print-secret-store
    vault /
    vault/kv /
    vault/kv/get p* @print-secret-store
    vault/read p* @print-secret-store
    """
  }
}
