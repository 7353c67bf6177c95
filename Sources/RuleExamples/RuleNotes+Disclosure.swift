// SPDX-License-Identifier: MIT

extension RuleNotes {
  static var disclosure: StaticString {
    #"""
    decrypt-secret-file
    = Decrypting puts the secret where the transcript is.
    + sops -d config.enc.json
    + ansible-vault view vars.yml
    + age -d notes.age
    - sops -e config.json
    - age -r age1x README.md
    - echo sops -d x
    export-private-key
    = Whoever has the private key can sign and decrypt as the user.
    + gpg --export-secret-keys
    + gpg --export-secret-keys -a KEY
    + gpg --export-secret-subkeys
    - gpg --list-keys
    - gpg --export KEY
    - gpg --list-secret-keys
    print-cloud-secret
    = A secret leaves the cloud's store for the transcript.
    + aws secretsmanager get-secret-value --secret-id app
    + gcloud secrets versions access latest --secret=app
    + aws ssm get-parameter --name x --with-decryption
    - aws secretsmanager list-secrets
    - gcloud secrets list
    - aws ssm get-parameter --name x
    print-cloud-token
    = A token of the cloud gives its holder the user's rights there.
    + gcloud auth print-access-token
    + az account get-access-token
    + aws configure export-credentials
    - aws sts get-caller-identity
    - gcloud auth list
    - az account show
    print-cluster-login
    = The log-in to a cluster gives its holder the user's rights there.
    + kubectl config view --raw
    + kubectl create token app
    + oc whoami -t
    - kubectl config get-contexts
    - kubectl config current-context
    - oc whoami
    print-cluster-secret
    = Secrets of a cluster are only encoded; printing them is printing passwords.
    + kubectl get secret app -o yaml
    + kubectl get secrets -o json
    + helm get values app
    - kubectl get pods -o yaml
    - kubectl describe secret app
    - helm list
    print-container-secret
    = The resolved settings hold the values of the variables.
    + docker compose config
    + docker secret inspect app
    + docker-compose config
    - docker compose ps
    - docker secret ls
    - docker inspect web
    print-environment
    = The environment holds tokens, and what is printed reaches the model and the transcript.
    + env
    + printenv
    + export -p
    - env FOO=1 make
    - printenv HOME
    - echo env
    print-environment-in-code
    = One line in another language prints the same tokens.
    + python3 -c "import os; print(os.environ)"
    + node -e "console.log(process.env)"
    + php -i
    - python3 -c "import os; print(os.environ['HOME'])"
    - node -e "console.log(process.env.HOME)"
    - php -v
    print-git-host-token
    = The token can push to every repository that the user can.
    + gh auth token
    + gh auth status --show-token
    + gh auth status -t
    - gh auth status
    - gh pr list
    - gh repo view
    print-infrastructure-secret
    = Outputs and state hold generated passwords in plain text.
    + terraform output -json
    + terraform state pull
    + pulumi stack export
    - terraform plan
    - terraform state list
    - pulumi preview
    print-keychain
    = The keychain holds log-ins of every program.
    + security find-generic-password -w -s x
    + security dump-keychain
    + secret-tool lookup service x
    - security find-certificate -a
    - security find-generic-password -s x
    - keyctl show
    print-password
    = What the password manager keeps for the user is not for the transcript.
    + op read op://vault/item/password
    + bw get password x
    + pass show mail
    - op --version
    - bw status
    - echo op read x
    print-platform-secret
    = Variables of a platform are an application's passwords.
    + heroku config
    + doppler secrets
    + netlify env:list
    - doppler run -- make
    - heroku logs
    - vercel --version
    print-process-environment
    = ps can show the environment of every process of the user.
    + ps e
    + ps auxe
    + ps -o pid,environ
    - ps aux
    - ps -ef
    - ps -o pid,comm
    print-registry-token
    = The token publishes packages under the user's name.
    + npm config get _authToken
    + npm token create
    + pip config list
    - npm config get registry
    - npm whoami
    - pip list
    print-secret-variable
    = A token that is printed is a token that has to be replaced.
    + printenv GITHUB_TOKEN
    + printenv AWS_SECRET_ACCESS_KEY
    + printenv DB_PASSWORD
    - printenv PATH
    - printenv HOME
    - grep -r GITHUB_TOKEN src
    print-service-environment
    = Services of the session are started with the user's tokens.
    + systemctl show-environment
    + systemctl --user show-environment
    + launchctl print-environment
    - systemctl status nginx
    - systemctl list-units
    - launchctl list
    print-stored-login
    = Stored log-ins are passwords, however they are scrambled.
    + rclone config show
    + rclone config dump
    + rclone config show remote
    - rclone ls remote:
    - rclone version
    - rclone config file
    print-vault-secret
    = A secret leaves the vault for the transcript.
    + vault kv get secret/app
    + vault read database/creds/app
    + vault print token
    - vault kv list secret/
    - vault status
    - echo vault kv get secret/app
    reach-metadata
    = Whoever can ask there gets the credentials of the machine.
    + curl http://169.254.169.254/latest/meta-data/
    + wget -qO- http://metadata.google.internal/computeMetadata/v1/
    + curl http://0xa9fea9fe/latest/user-data
    + curl 'http://[fd00:ec2::254]/latest/'
    - curl http://169.254.1.1/
    - curl http://localhost/latest/meta-data/
    - grep -rn 169.254.169.254 src
    read-process-environment
    = The environment of a process holds its tokens.
    + cat /proc/self/environ
    + strings /proc/1/environ
    + tr '\0' '\n' < /proc/$$/environ
    - cat /proc/self/status
    - cat /proc/cpuinfo
    - ls /proc/self
    read-process-memory
    = The memory of a process holds its passwords and keys.
    + strings /proc/1/mem
    + cat /proc/kcore
    + dd if=/dev/mem of=/tmp/x
    - cat /proc/meminfo
    - cat /proc/self/maps
    - free -m
    """#
  }
}
