// SPDX-License-Identifier: MIT

extension SecretTable {
  /// Log-ins of package managers.
  static var packageRegistry: StaticString {
    """
    ! .npmrc
    ! ~/.yarnrc.yml
    ? .yarnrc.yml
    ? .yarnrc
    ! .pypirc
    ! .config/pip/pip.conf
    ! .pip/pip.conf
    ! /etc/pip.conf
    ? pip.conf
    ! .config/pypoetry/auth.toml
    ! .gem/credentials
    ! .local/share/gem/credentials
    ! .cargo/credentials
    ! .cargo/credentials.toml
    ! .nuget/**/nuget.config
    ! .config/nuget/nuget.config
    ? nuget.config
    ! .m2/settings.xml
    ! .m2/settings-security.xml
    ! .gradle/gradle.properties
    ? gradle.properties
    ! .composer/auth.json
    ! .config/composer/auth.json
    ! ~/.bundle/config
    ? .bundle/config
    ! .hex/hex.config
    ! .conan/credentials
    ! .conan2/credentials.json
    ! .sbt/.credentials
    ! .ivy2/.credentials
    ! .config/jfrog/**
    ! ~/.jfrog/**
    ? .condarc
    ? auth.json
    """
  }

  /// Log-ins of version control and of the hosts that serve it.
  static var versionControl: StaticString {
    """
    ! .git-credentials
    ! .config/git/credentials
    ! .gitcookies
    ? .gitconfig
    ? .config/git/config
    ? .git/config
    ? .git/modules/**/config
    ! .config/gh/hosts.yml
    ! .config/hub
    ! .config/glab-cli/config.yml
    ! .config/tea/config.yml
    ! .subversion/auth/**
    ! ~/.hgrc
    ? .hgrc
    ? .hg/hgrc
    ! .arcrc
    """
  }

  /// Log-ins of databases.
  static var database: StaticString {
    """
    = database.yml.example
    ! .pgpass
    ! pgpass.conf
    ! pg_service.conf
    ! .pg_service.conf
    ! .my.cnf
    ! .mylogin.cnf
    ? my.cnf
    ! .mongorc.js
    ! .mongoshrc.js
    ! .rediscli_auth
    ! .rediscli_auth*
    ! .cassandra/credentials
    ! .cassandra/cqlshrc
    ? credentials.yml.enc
    ? database.yml
    ? tnsnames.ora
    ? .dbshell
    """
  }

  /// Settings of web frameworks that hold passwords, and files of passwords.
  static var webApplication: StaticString {
    """
    ! wp-config.php
    ! sites/*/settings.php
    ! sites/*/settings.local.php
    ? settings.php
    ? configuration.php
    ! local_settings.py
    ? settings.py
    = secrets*[-_.]example.*
    = secrets*[-_.]sample.*
    = secrets*[-_.]template.*
    ! secrets.json
    ! secrets.toml
    ! secrets.ini
    ! secrets.xml
    ! secrets.properties
    ! secrets.*.json
    ! secrets.*.toml
    ! .streamlit/secrets.toml
    = .secrets.baseline
    ! .secrets
    ! .secrets.*
    ? secret.json
    ? secret.toml
    ? appsettings.json
    ? appsettings.*.json
    ? parameters.yml
    ? web.config
    ! connectionstrings.config
    ! .htpasswd
    ? .htaccess
    ! *firebase-adminsdk*.json
    ? google-services.json
    ? googleservice-info.plist
    """
  }

  /// Log-ins of coding agents and model providers, and this suite's own keys and records.
  static var agent: StaticString {
    """
    ! ~/.claude.json
    ! .claude/.credentials.json
    ! .codex/auth.json
    ! .gemini/oauth_creds.json
    ! .config/openai/**
    ! .config/anthropic/**
    ! .cache/huggingface/token
    ! .cache/huggingface/stored_tokens
    ! .huggingface/token
    ! .config/github-copilot/hosts.json
    ! .config/github-copilot/apps.json
    ! .local/share/opencode/auth.json
    ! ~/.cursor/mcp.json
    ? .cursor/mcp.json
    ? .mcp.json
    ? claude_desktop_config.json
    ? .continue/config.*
    ? .aider.conf.yml
    ! /var/lib/security-hooks/**
    ! .local/state/security-hooks/**
    """
  }

  /// What the operating system keeps from ordinary users, and the memory of processes.
  static var operatingSystem: StaticString {
    """
    ! /etc/shadow*
    ! /etc/gshadow*
    ! /etc/master.passwd
    ! /etc/security/opasswd
    ! /etc/sudoers
    ! /etc/sudoers.d/**
    > /etc/pam.conf
    > /etc/pam.d/**
    > /etc/security/pwquality.conf
    > /etc/passwd
    > /etc/group
    ! *.keytab
    ! krb5cc_*
    ! /etc/ssl/private/**
    ! /etc/pki/tls/private/**
    ! /etc/ssh/ssh_host_*_key
    ! /etc/networkmanager/system-connections/**
    ! /etc/wpa_supplicant/**
    ! wpa_supplicant*.conf
    ! /etc/wireguard/**
    ! /etc/ppp/*-secrets
    ! /etc/ipsec.secrets
    ! /etc/postfix/sasl_passwd*
    ! /etc/exim4/passwd.client
    ! /etc/credstore/**
    ! /etc/credstore.encrypted/**
    ! /var/lib/systemd/credential.secret
    ! /proc/*/environ
    ! /proc/*/task/*/environ
    ! /proc/*/mem
    ! /proc/*/task/*/mem
    ! /proc/kcore
    ! /dev/mem
    ! /dev/kmem
    ! /dev/port
    ! /var/db/dslocal/nodes/**
    ! ntds.dit
    ! windows/system32/config/sam
    ! windows/system32/config/system
    ! windows/system32/config/security
    """
  }

  /// Profiles of browsers and of programs built like them: cookies are log-ins.
  static var browser: StaticString {
    """
    ! .config/google-chrome*/**
    ! .config/chromium/**
    ! .config/bravesoftware/**
    ! .config/microsoft-edge*/**
    ! .config/vivaldi/**
    ! .config/opera/**
    ! .config/slack/**
    ! .config/discord/**
    ! .config/signal/**
    ! .mozilla/**
    ! .thunderbird/**
    ! ~/snap/firefox/**
    ! library/application support/google/chrome/**
    ! library/application support/chromium/**
    ! library/application support/bravesoftware/**
    ! library/application support/microsoft edge/**
    ! library/application support/firefox/**
    ! library/application support/arc/**
    ! library/application support/slack/**
    ! library/application support/discord/**
    ! library/application support/signal/**
    ! ~/library/cookies/**
    ! ~/library/safari/**
    ! ~/library/messages/**
    ! ~/library/mail/**
    ! appdata/roaming/mozilla/**
    ! appdata/local/google/chrome/**
    ! appdata/local/microsoft/edge/**
    ! appdata/**/microsoft/credentials/**
    ! appdata/**/microsoft/protect/**
    ! key4.db
    ! key3.db
    ! logins.json
    ! cookies.sqlite
    ! login data
    """
  }

  /// What was typed and what was in memory; often harmless, sometimes not.
  static var history: StaticString {
    """
    ? .bash_history
    ? .zsh_history
    ? .sh_history
    ? .history
    ? fish_history
    ? .python_history
    ? .node_repl_history
    ? .irb_history
    ? .psql_history
    ? .mysql_history
    ? .sqlite_history
    ? .rediscli_history
    ? .mongo_history
    ? .lesshst
    ? .viminfo
    ? *.har
    ? core
    ? core.[0-9]
    ? core.[0-9]*[0-9]
    ? *.dmp
    ? *.hprof
    ? *.pcap
    ? *.pcapng
    """
  }
}
