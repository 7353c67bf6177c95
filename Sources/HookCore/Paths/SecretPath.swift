// SPDX-License-Identifier: MIT

/// What a secret file belongs to; one part of the built-in table each.
package enum SecretFamily: UInt8, Sendable, CaseIterable {
  case dotenv
  /// Whatever lies in a directory `secrets`.
  case secretsDirectory
  case privateKey
  /// Directories and files that hold nothing but keys and passwords.
  case keyring
  case cloudCredential
  case kubernetes
  case infrastructureState
  case packageRegistry
  case versionControl
  case database
  case webApplication
  case agent
  case operatingSystem
  case browser
  case history

  /// The name for people and policies.
  package var name: StaticString {
    switch self {
    case .dotenv: "dotenv"
    case .secretsDirectory: "secrets-directory"
    case .privateKey: "private-key"
    case .keyring: "keyring"
    case .cloudCredential: "cloud-credential"
    case .kubernetes: "kubernetes"
    case .infrastructureState: "infrastructure-state"
    case .packageRegistry: "package-registry"
    case .versionControl: "version-control"
    case .database: "database"
    case .webApplication: "web-application"
    case .agent: "agent"
    case .operatingSystem: "operating-system"
    case .browser: "browser"
    case .history: "history"
    }
  }

  /// Whether program source and documentation is not meant, whatever its name.
  ///
  /// `Sources/Secrets/Vault.swift` is code about secrets, `secrets/vault.json` is a secret. Shell
  /// scripts count as data: `secrets/env.sh` is the commonest of all.
  var exemptsSource: Bool {
    switch self {
    case .secretsDirectory, .privateKey, .kubernetes, .infrastructureState: true
    case .dotenv, .keyring, .cloudCredential, .packageRegistry, .versionControl, .database,
      .webApplication, .agent, .operatingSystem, .browser, .history:
      false
    }
  }
}

/// The row of the built-in table that a path met.
package struct SecretPath: Sendable, Equatable {
  package let family: SecretFamily
  /// The pattern of the row, in lower case.
  package let pattern: [UInt8]
  /// Whether such a file only may hold a secret: cause for a look at its content or a warning, not
  /// for a denial.
  package let isWeak: Bool

  package init(family: SecretFamily, pattern: [UInt8], isWeak: Bool) {
    self.family = family
    self.pattern = pattern
    self.isWeak = isWeak
  }

  /// Whether the row speaks of everything below a directory.
  package var coversDirectory: Bool { pattern.suffix(3).elementsEqual([0x2F, 0x2A, 0x2A]) }
}

/// What is to be done with a file.
package enum SecretAccess: Sendable {
  case read
  case write
}
