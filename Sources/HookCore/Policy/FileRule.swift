// SPDX-License-Identifier: MIT

/// The rules on files, by what is done to which class of path.
///
/// The raw value is the rule's id.
package enum FileRule: CatalogText, Sendable, CaseIterable {
  // What cannot be judged.
  case unresolvablePath = "unresolvable-path"
  // Environment and secret stores.
  case readProcessEnvironment = "read-process-environment"
  case readProcessMemory = "read-process-memory"
  // Secret files.
  case readEnvFile = "read-env-file"
  case readSecretsDirectory = "read-secrets-directory"
  case readPrivateKey = "read-private-key"
  case readSshDirectory = "read-ssh-directory"
  case readGnupgDirectory = "read-gnupg-directory"
  case readStoredLogin = "read-stored-login"
  case readPasswordStore = "read-password-store"
  case readCloudCredential = "read-cloud-credential"
  case readClusterCredential = "read-cluster-credential"
  case readInfrastructureState = "read-infrastructure-state"
  case readRegistryToken = "read-registry-token"
  case readGitCredential = "read-git-credential"
  case readDatabasePassword = "read-database-password"
  case readApplicationSecret = "read-application-secret"
  case readAgentCredential = "read-agent-credential"
  case readSystemSecret = "read-system-secret"
  case readBrowserProfile = "read-browser-profile"
  case readSecretInTree = "read-secret-in-tree"
  case readPossibleSecret = "read-possible-secret"
  case takeSecretIntoImage = "take-secret-into-image"
  case writeEnvFile = "write-env-file"
  case writeSecretsDirectory = "write-secrets-directory"
  case writePrivateKey = "write-private-key"
  case writeSshDirectory = "write-ssh-directory"
  case writePasswordStore = "write-password-store"
  case writeCloudCredential = "write-cloud-credential"
  case writeClusterCredential = "write-cluster-credential"
  case writeInfrastructureState = "write-infrastructure-state"
  case writeRegistryToken = "write-registry-token"
  case writeGitCredential = "write-git-credential"
  case writeDatabasePassword = "write-database-password"
  case writeApplicationSecret = "write-application-secret"
  case writeAgentCredential = "write-agent-credential"
  case writeSystemSecret = "write-system-secret"
  case writeBrowserProfile = "write-browser-profile"
  case deleteSecret = "delete-secret"
  // Destruction.
  case deleteRoot = "delete-root"
  case deleteHome = "delete-home"
  case deleteProject = "delete-project"
  case deleteSystem = "delete-system"
  case deleteGit = "delete-git"
  case deleteEverything = "delete-everything"
  case deleteOutsideProject = "delete-outside-project"
  case deleteUnknown = "delete-unknown"
  case overwriteDevice = "overwrite-device"
  case changeModeOfTree = "change-mode-of-tree"
  // Git work and history.
  case overwriteGit = "overwrite-git"
  // Privilege and system.
  case changeKernelFile = "change-kernel-file"
  case changeSystem = "change-system"
  case changeEtc = "change-etc"
  case changeNameResolution = "change-name-resolution"
  case changeSudoers = "change-sudoers"
  case changeAccounts = "change-accounts"
  case changeLoginChecks = "change-login-checks"
  // Persistence.
  case changeShellProfile = "change-shell-profile"
  case changeCronFile = "change-cron-file"
  case changeServiceUnit = "change-service-unit"
  case changeLoginItem = "change-login-item"
  case changeGitHook = "change-git-hook"
  case changeGitSettings = "change-git-settings"
  case changeSshSettings = "change-ssh-settings"
  case changeProgramStartup = "change-program-startup"
  case shadowProgram = "shadow-program"
  case changeAuthorizedKeys = "change-authorized-keys"
  // Self-protection.
  case changeClientSettings = "change-client-settings"
  case changeHookFiles = "change-hook-files"
  case changePolicy = "change-policy"
  case changeRecord = "change-record"

  /// What this rule says.
  package var rule: Rule { Rule(named: rawValue) }
}
