// SPDX-License-Identifier: MIT

/// What a group of rules guards against; every rule is in the table of one family.
package enum RuleFamily: UInt8, Sendable, CaseIterable {
  case secrets
  case disclosure
  case exfiltration
  case destruction
  case history
  case remoteCode
  case privilege
  case persistence
  case infrastructure
  case protection
  case opaque
  case session
  case limits

  /// The name for people.
  package var name: StaticString {
    switch self {
    case .secrets: "secret files"
    case .disclosure: "environment and secret stores"
    case .exfiltration: "data that leaves"
    case .destruction: "destruction"
    case .history: "git work and history"
    case .remoteCode: "code from elsewhere"
    case .privilege: "privilege and system"
    case .persistence: "persistence"
    case .infrastructure: "infrastructure and production"
    case .protection: "self-protection"
    case .opaque: "what cannot be judged"
    case .session: "stage, scope and risk"
    case .limits: "lists of policy documents"
    }
  }

  /// The family's rules, one a line, sorted by id (`RuleTable`).
  var table: StaticString {
    switch self {
    case .secrets: RuleTable.secrets
    case .disclosure: RuleTable.disclosure
    case .exfiltration: RuleTable.exfiltration
    case .destruction: RuleTable.destruction
    case .history: RuleTable.history
    case .remoteCode: RuleTable.remoteCode
    case .privilege: RuleTable.privilege
    case .persistence: RuleTable.persistence
    case .infrastructure: RuleTable.infrastructure
    case .protection: RuleTable.protection
    case .opaque: RuleTable.opaque
    case .session: RuleTable.session
    case .limits: RuleTable.limits
    }
  }

  /// Every rule of the family, in the order of the ids; for lists, not for the hooks.
  package var rules: [Rule] { CatalogText(table).split(0x0A).map { Rule(line: $0) } }
}
