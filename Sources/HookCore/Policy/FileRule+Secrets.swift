// SPDX-License-Identifier: MIT

extension FileRule {
  /// The rule on reading `secret`, by what the secret belongs to.
  static func reading(_ secret: SecretPath) -> FileRule {
    switch secret.family {
    case .dotenv: .readEnvFile
    case .secretsDirectory: .readSecretsDirectory
    case .privateKey: .readPrivateKey
    case .keyring: readingKeyring(secret.pattern)
    case .cloudCredential: .readCloudCredential
    case .kubernetes: .readClusterCredential
    case .infrastructureState: .readInfrastructureState
    case .packageRegistry: .readRegistryToken
    case .versionControl: .readGitCredential
    case .database: .readDatabasePassword
    case .webApplication: .readApplicationSecret
    case .agent: .readAgentCredential
    case .operatingSystem: readingSystem(secret.pattern)
    case .browser: .readBrowserProfile
    case .history: .readPossibleSecret
    }
  }

  private static func readingKeyring(_ pattern: [UInt8]) -> FileRule {
    if pattern.hasPrefix(".ssh/") { return .readSshDirectory }
    if pattern.hasPrefix(".gnupg/") { return .readGnupgDirectory }
    if pattern.hasPrefix(".netrc") || pattern.hasPrefix("_netrc") || pattern.hasPrefix(".authinfo")
      || pattern.hasPrefix(".vault-token")
    {
      return .readStoredLogin
    }
    return .readPasswordStore
  }

  private static func readingSystem(_ pattern: [UInt8]) -> FileRule {
    if pattern.hasSuffix("/environ") { return .readProcessEnvironment }
    return pattern.hasSuffix("/mem") || pattern.hasSuffix("/kmem") || pattern.hasSuffix("/kcore")
      || pattern.hasSuffix("/port") ? .readProcessMemory : .readSystemSecret
  }

  /// The rule on writing `secret`.
  static func writing(_ secret: SecretPath) -> FileRule {
    switch secret.family {
    case .dotenv: .writeEnvFile
    case .secretsDirectory: .writeSecretsDirectory
    case .privateKey: .writePrivateKey
    case .keyring: secret.pattern.hasPrefix(".ssh/") ? .writeSshDirectory : .writePasswordStore
    case .cloudCredential: .writeCloudCredential
    case .kubernetes: .writeClusterCredential
    case .infrastructureState: .writeInfrastructureState
    case .packageRegistry: .writeRegistryToken
    case .versionControl: .writeGitCredential
    case .database: .writeDatabasePassword
    case .webApplication: .writeApplicationSecret
    case .agent: .writeAgentCredential
    case .operatingSystem, .history: .writeSystemSecret
    case .browser: .writeBrowserProfile
    }
  }
}
