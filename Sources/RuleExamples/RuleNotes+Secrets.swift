// SPDX-License-Identifier: MIT

extension RuleNotes {
  static var secrets: StaticString {
    #"""
    delete-secret
    = A secret that is deleted may exist nowhere else.
    + rm .env
    + rm -f config/server.pem
    + shred ~/.aws/credentials
    - rm .env.example
    - rm build/out.o
    - git rm --cached src/a.txt
    read-agent-credential
    = The credential runs models on the user's account, or the log is read behind the user's back.
    + cat ~/.config/github-copilot/hosts.json
    + cat ~/.codex/auth.json
    + cat ~/.cache/huggingface/token
    - cat CLAUDE.md
    - ls ~/.claude
    - cat ~/.claude/CLAUDE.md
    read-application-secret
    = Settings of this kind hold passwords and signing keys.
    + cat wp-config.php
    + cat secrets.json
    + cat .htpasswd
    - cat secrets.example.json
    - cat settings.py
    - cat config.json
    read-browser-profile
    = Cookies and saved passwords are log-ins everywhere.
    + sqlite3 ~/.config/google-chrome/Default/Cookies .tables
    + cp ~/.mozilla/firefox/p/logins.json /tmp/
    + cat ~/.thunderbird/profiles.ini
    - ls ~/.mozilla
    - which firefox
    - echo cookies.sqlite
    read-cloud-credential
    = The credential gives its holder the user's rights in the cloud.
    + cat ~/.aws/credentials
    + cat service-account.json
    + jq . ~/.config/gcloud/application_default_credentials.json
    - aws sts get-caller-identity
    - cat fixtures/credentials.example.json
    - ls ~/.aws
    read-cluster-credential
    = The file gives its holder the user's rights in the cluster or registry.
    + cat ~/.kube/config
    + cat ~/.docker/config.json
    + cat deploy.kubeconfig
    - kubectl config get-contexts
    - cat docker-compose.yml
    - ls ~/.kube
    read-database-password
    = The file opens the databases that the user can open.
    + cat ~/.pgpass
    + cat ~/.my.cnf
    + cat ~/.mylogin.cnf
    - psql -c 'select 1'
    - cat database.yml.example
    - ls ~/.pgpass
    read-env-file
    = The variables of an application hold its passwords.
    + cat .env
    + head -1 .env.production
    + cp .env backup.txt
    - cat .env.example
    - ls -la .env
    - git commit -m "document .env"
    read-git-credential
    = The log-in can push to every repository that the user can.
    + cat ~/.git-credentials
    + cat ~/.config/gh/hosts.yml
    + cp ~/.gitcookies /tmp/x
    - git config --list
    - gh auth status
    - cat .gitignore
    read-gnupg-directory
    = The directory of GnuPG holds private keys.
    + cat ~/.gnupg/secring.gpg
    + cp ~/.gnupg/private-keys-v1.d/x /tmp/
    + base64 ~/.gnupg/trustdb.gpg
    - gpg --list-keys
    - cat ~/.gnupg/pubring.kbx
    - ls ~/.gnupg
    read-infrastructure-state
    = State and variables hold passwords in plain text.
    + cat terraform.tfstate
    + cat prod.tfvars
    + jq .outputs infra/terraform.tfstate
    - cat infra/main.tf
    - cat example.tfvars
    - terraform fmt
    read-password-store
    = A password store is copied whole and opened elsewhere.
    + cp vault.kdbx /tmp/
    + cat ~/.password-store/mail.gpg
    + base64 ~/.config/op/config
    - ls ~/.password-store
    - which keepassxc
    - echo vault.kdbx
    read-possible-secret
    = A name that is hidden in part may be that of a secret file.
    + cat .en$x
    + head ".e${x}v"
    + cat "$HOME/.en$x"
    - cat "$file"
    - cat src/$name.ts
    - ls .e*
    read-private-key
    = Whoever has the key is its owner.
    + cat config/server.pem
    + cat ~/.ssh/id_ed25519
    + base64 server.key
    - cat ~/.ssh/id_ed25519.pub
    - openssl x509 -in server.crt -text
    - grep BEGIN docs/guide.md
    read-registry-token
    = The token publishes packages under the user's name.
    + cat ~/.npmrc
    + cat ~/.pypirc
    + cat ~/.cargo/credentials.toml
    - npm whoami
    - cat package.json
    - cat ~/.cargo/config.toml
    read-secret-in-tree
    = A recursive read, copy or archive takes the secret file along.
    + grep -r PASSWORD .
    + tar czf /tmp/x.tgz .
    + cp -r . /tmp/copy
    - grep -r TODO src
    - tar czf /tmp/x.tgz src docs
    - rg TODO
    read-secrets-directory
    = What is put into a directory of that name is meant for nobody's eyes.
    + cat secrets/db.txt
    + cp config/secrets/token /tmp/x
    + grep x secrets/api.txt
    - cat src/secrets/manager.ts
    - cat secrets/README.md
    - ls secrets
    read-ssh-directory
    = The directory of ssh holds keys under any name.
    + cat ~/.ssh/work
    + tar c ~/.ssh/github
    + cp ~/.ssh/deploy /tmp/
    - cat ~/.ssh/known_hosts
    - ls ~/.ssh
    - ssh-add -l
    read-stored-login
    = These files hold names and passwords in plain text.
    + cat ~/.netrc
    + cat ~/.vault-token
    + grep login ~/.authinfo
    - curl -n https://x.test/
    - ls ~/.netrc
    - echo ~/.netrc
    read-system-secret
    = These files say who may log in, and with what.
    + cat /etc/shadow
    + cat /etc/sudoers
    + cat /etc/ssh/ssh_host_rsa_key.key /etc/ssh/ssh_host_ed25519_key
    - cat /etc/passwd
    - cat /etc/hosts
    - cat /etc/ssh/ssh_config
    take-secret-into-image
    = What is copied into an image stays in its layers, and goes wherever the image goes.
    + docker build -t app .
    + docker buildx build --load .
    + podman build -t app .
    - docker build -t app api
    - docker build -t app -f api/Dockerfile api
    - docker images
    write-agent-credential
    = Another credential makes the agent act for another, or the record is forged.
    + echo '{}' > ~/.gemini/oauth_creds.json
    + echo '{}' > ~/.codex/auth.json
    + touch ~/.cache/huggingface/token
    - echo x > CLAUDE.md
    - ls ~/.codex
    - echo '> ~/.codex/auth.json'
    write-application-secret
    = Passwords and signing keys that are overwritten are lost.
    + echo x > wp-config.php
    + echo '{}' > secrets.json
    + touch .htpasswd
    - echo '{}' > secrets.example.json
    - echo '{}' > config.json
    - echo secrets.json
    write-browser-profile
    = Settings of a browser say what it trusts and what it runs.
    + echo x > ~/.mozilla/firefox/p/user.js
    + touch ~/.config/chromium/Default/Preferences
    + cp README.md ~/.thunderbird/x
    - ls ~/.config
    - echo x > user.js
    - echo '> ~/.mozilla/x'
    write-cloud-credential
    = Another credential makes the next command act on another's account.
    + echo x > ~/.aws/credentials
    + echo '{}' > service-account.json
    + cp README.md ~/.boto
    - mkdir -p ~/.aws
    - echo '{}' > credentials.example.json
    - aws configure list
    write-cluster-credential
    = Another credential makes the next command act on another cluster.
    + echo x > ~/.kube/config
    + echo '{}' > ~/.docker/config.json
    + touch kubeconfig
    - kubectl config get-contexts
    - mkdir -p ~/.kube
    - echo '> ~/.kube/config'
    write-database-password
    = Another entry makes the next statement run on another database.
    + echo 'h:1:d:u:p' >> ~/.pgpass
    + echo x > ~/.my.cnf
    + touch ~/.mylogin.cnf
    - psql -c 'select 1'
    - touch database.yml.example
    - echo '>> ~/.pgpass'
    write-env-file
    = A changed variable sends data elsewhere, or the user's own values are lost.
    + echo A=1 > .env
    + echo A=1 >> .env.local
    + touch .env.production
    - cp .env.example /tmp/example
    - echo A=1 > .env.example
    - echo 'A=1 > .env'
    write-git-credential
    = Another log-in makes the next push act for another.
    + echo x >> ~/.git-credentials
    + echo x > ~/.config/gh/hosts.yml
    + touch ~/.gitcookies
    - git config user.name
    - gh auth status
    - echo x > .gitignore
    write-infrastructure-state
    = State that is wrong makes the next apply destroy what it does not know.
    + echo '{}' > terraform.tfstate
    + echo x=1 > prod.tfvars
    + cp README.md terraform.tfstate
    - echo 'x = 1' > example.tfvars
    - terraform fmt
    - echo x > infra/main.tf
    write-password-store
    = A store that is overwritten is lost with every password in it.
    + echo x > vault.kdbx
    + echo 'machine x' >> ~/.netrc
    + touch ~/.password-store/new.gpg
    - ls ~/.password-store
    - echo vault.kdbx
    - touch vault.md
    write-private-key
    = A replaced key locks the owner out, or lets another in.
    + echo x > config/server.pem
    + openssl genrsa -out x.key 2048
    + cp README.md server.key
    - touch server.key.example.md
    - ssh-keygen -l -f ~/.ssh/id_ed25519.pub
    - echo x > server.crt
    write-registry-token
    = Another registry in these files serves other packages under known names.
    + echo x > ~/.npmrc
    + echo x >> ~/.pypirc
    + touch ~/.cargo/credentials.toml
    - npm config get registry
    - echo '{}' > package.json
    - echo '>> ~/.npmrc'
    write-secrets-directory
    = A secret that is overwritten is lost, one that is planted is trusted.
    + echo x > secrets/db.txt
    + tee config/secrets/token < README.md
    + touch secrets/new.txt
    - mkdir -p secrets
    - touch secrets/.gitkeep
    - echo x > src/secrets/manager.ts
    write-ssh-directory
    = A key that is put there can be used by every program of the user.
    + echo x > ~/.ssh/work
    + cp README.md ~/.ssh/deploy
    + touch ~/.ssh/new
    - mkdir -p ~/.ssh
    - ls ~/.ssh
    - echo '> ~/.ssh/work'
    write-system-secret
    = These files say who may log in, and with what.
    + echo x >> /etc/shadow
    + echo 'dev ALL=(ALL) NOPASSWD:ALL' > /etc/sudoers.d/dev
    + touch /etc/wireguard/wg0.conf
    - cat /etc/os-release
    - getent passwd dev
    - echo '>> /etc/shadow'
    """#
  }
}
