// SPDX-License-Identifier: MIT

extension SecretTable {
  /// Variables of an application, with its passwords; the organisation's minimum says `.env*`.
  static var dotenv: StaticString {
    """
    = .env*.example
    = .env*.sample
    = .env*.template
    = .env*.tmpl
    = .env*.tpl
    = .env*.dist
    = .env*.defaults
    = .env.example.*
    = .env.example[-_]*
    = .env.sample.*
    = .env.template.*
    = .env.dist.*
    = .env[-_]example
    = .env[-_]sample
    = .env[-_]template
    = .env.schema
    = .env.d.ts
    = .envoy*
    = .environment.d.ts
    = example.env
    = sample.env
    = template.env
    = default.env
    = defaults.env
    = *[-_.]example.env
    = *[-_.]sample.env
    = *[-_.]template.env
    ! .env*
    ! *.env
    ! .flaskenv
    ! .envs/.*/**
    = .dev.vars.example
    ! .dev.vars*
    """
  }

  /// Directories of secrets; the organisation's minimum says `secrets/**`.
  static var secretsDirectory: StaticString {
    """
    = .gitkeep
    = .gitignore
    ! secrets/**
    ! .secrets/**
    """
  }

  /// Private keys and stores of them; the organisation's minimum says `*.pem` and `*.key`.
  static var privateKey: StaticString {
    """
    = *.pub
    = *.crt
    = *.cer
    = *.csr
    = cacert.pem
    = ca-bundle.pem
    = ca-certificates.pem
    = tls-ca-bundle.pem
    = roots.pem
    = /etc/ssl/certs/**
    = /etc/ssl/cert.pem
    = /etc/pki/tls/certs/**
    = /etc/pki/tls/cert.pem
    = /etc/pki/ca-trust/**
    = /etc/ca-certificates/**
    = /usr/share/ca-certificates/**
    = /etc/apt/trusted.gpg.d/**
    = /etc/apt/keyrings/**
    = /usr/share/keyrings/**
    = /usr/local/share/ca-certificates/**
    ? debug.keystore
    ! *.pem
    ! *.key
    ! *.p12
    ! *.p8
    ! *.pfx
    ! *.pkcs12
    ! *.jks
    ! *.jceks
    ! *.bks
    ! *.keystore
    ! *.ppk
    ! *.pvk
    ! *.ovpn
    ! *private*.asc
    ! *secret*.asc
    ! id_rsa
    ! id_rsa[-_.]*
    ! id_dsa
    ! id_dsa[-_.]*
    ! id_ecdsa
    ! id_ecdsa[-_.]*
    ! id_ed25519
    ! id_ed25519[-_.]*
    ! *_rsa
    ! *_dsa
    ! *_ecdsa
    ! *_ed25519
    ? *.mobileprovision
    ? *.asc
    """
  }

  /// What exists to keep keys and passwords.
  static var keyring: StaticString {
    """
    = .ssh/*.pub
    = .ssh/known_hosts*
    > .ssh/authorized_keys*
    = .ssh/authorized_keys*
    > .ssh/config
    ? .ssh/config
    > .ssh/config.d/**
    ? .ssh/config.d/**
    ! .ssh/**
    = .gnupg/pubring*
    ? .gnupg/*.conf
    ! .gnupg/**
    ! .password-store/**
    ! *.kdbx
    ! *.kdb
    ! *.agekey
    ! .age/**
    ! .config/sops/age/**
    ! .config/age/**
    ! .config/op/**
    ! .op/**
    ! .config/1password/**
    ! .config/bitwarden*/**
    ! .config/keepassxc/**
    ! .local/share/keyrings/**
    ! .local/share/kwalletd/**
    ! .local/share/python_keyring/**
    ! .microsoft/usersecrets/**
    ! ~/library/keychains/**
    ! /library/keychains/**
    ! *.keychain-db
    ! *.keychain
    ! .vault-token
    ! .vault-tokens
    ! .netrc
    ! _netrc
    ! .authinfo
    ! .authinfo.gpg
    """
  }

  /// Credentials of cloud providers and the programs that use them.
  static var cloudCredential: StaticString {
    """
    = *credentials*schema*.json
    = *credentials*[-_.]example*.json
    = *credentials*[-_.]sample*.json
    = *credentials*[-_.]template*.json
    = example*credentials*.json
    = sample*credentials*.json
    ! .aws/credentials
    ! .aws/config
    ! .aws/sso/cache/**
    ! .aws/cli/cache/**
    ! .aws/login/cache/**
    ! .azure/accesstokens.json
    ! .azure/msal_token_cache*
    ! .azure/azureprofile.json
    ! .azure/service_principal_entries*
    ! .config/gcloud/credentials.db
    ! .config/gcloud/access_tokens.db
    ! .config/gcloud/legacy_credentials/**
    ! application_default_credentials.json
    ? fixtures/**/*credentials*.json
    ? __fixtures__/**/*credentials*.json
    ? testdata/**/*credentials*.json
    ? locales/**/*credentials*.json
    ? i18n/**/*credentials*.json
    ? node_modules/**/*credentials*.json
    ? schemas/**/*credentials*.json
    ! *credentials*.json
    ! service-account*.json
    ! service_account*.json
    ! serviceaccount*.json
    = *ar-sa.json
    ! *-sa.json
    = client_secret*example*.json
    = client_secret*schema*.json
    ! client_secret*.json
    ! gha-creds-*.json
    ! .oci/**
    ! .config/doctl/**
    ! .bluemix/**
    ! .aliyun/**
    ! .tccli/**
    ! .config/hcloud/**
    ! .config/linode-cli
    ! .config/scw/config.yaml
    ! .config/heroku/**
    ! .config/netlify/config.json
    ! .netlify/config.json
    ! com.vercel.cli/auth.json
    ! .fly/config.yml
    ! .wrangler/config/default.toml
    ! .railway/config.json
    ! .supabase/access-token
    ! .cf/config.json
    ! .config/configstore/firebase-tools.json
    ! .boto
    ! .s3cfg
    ! .passwd-s3fs
    ! rclone.conf
    ! .kaggle/kaggle.json
    ! kaggle.json
    ! .databrickscfg
    ! .snowsql/config
    ! .snowflake/connections.toml
    """
  }

  /// Access to clusters and container registries.
  static var kubernetes: StaticString {
    """
    ? *.sops.*
    ? *.enc.yaml
    ? *.enc.yml
    ! .kube/config
    ! .kube/config[-_.]*
    ! .kube/configs/**
    ! kubeconfig*
    ! *.kubeconfig
    ! .docker/config.json
    ! .dockercfg
    ! .dockerconfigjson
    ! .config/containers/auth.json
    ! /run/containers/*/auth.json
    ! /run/user/*/containers/auth.json
    ! /var/run/secrets/**
    ! /run/secrets/**
    ! /run/credentials/**
    ! /etc/kubernetes/*.conf
    ! /etc/kubernetes/pki/**
    ! /etc/rancher/k3s/k3s.yaml
    ! .talos/config
    ! .config/argocd/config
    ! .config/helm/registry/config.json
    ? .config/helm/repositories.yaml
    ? templates/secret*.yaml
    ? templates/**/secret*.yaml
    = secrets*example*.yaml
    = secrets*example*.yml
    = secrets*sample*.yaml
    = secrets*template*.yaml
    ! secrets*.yaml
    ! secrets*.yml
    ? secret*.yaml
    ? secret*.yml
    """
  }

  /// What infrastructure tools keep or are given.
  static var infrastructureState: StaticString {
    """
    = *.tfvars.example
    = *.tfvars.sample
    = *.tfvars.template
    = *.tfvars.dist
    = example.tfvars
    = *[-_.]example.tfvars
    = sample.tfvars
    = *[-_.]sample.tfvars
    = *example.tfvars.json
    ! *.tfstate
    ! *.tfstate.[0-9]*
    ! *.tfstate.backup
    ! terraform.tfstate.d/**
    ! *.tfvars
    ! *.tfvars.json
    ! .terraformrc
    ! terraform.rc
    ! .terraform.d/credentials.tfrc.json
    ! .pulumi/credentials.json
    ? pulumi.*.yaml
    ? pulumi.*.yml
    = vault_pass*example*
    ! vault_pass*
    ! vault-pass*
    ! .vault_pass*
    ! .vault-pass*
    ! ansible-vault-pass*
    ! group_vars/**/vault*
    ! host_vars/**/vault*
    ! .config/packer/**
    """
  }
}
