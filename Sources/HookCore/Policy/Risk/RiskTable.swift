// SPDX-License-Identifier: MIT

/// What a call changes, as far as risk goes.
package enum RiskImpact: UInt8, Sendable, Equatable {
  /// It looks, fetches, or runs what the project has.
  case look
  /// Files of the project, and files that programs throw away themselves.
  case local
  /// Other files and settings of this machine.
  case machine
  /// What others get to see: pushes, published packages, data that is sent.
  case share
  /// Services and infrastructure.
  case operate
  /// Services, infrastructure and data, which are gone then.
  case destroy
  /// Rights, and what guards them.
  case control

  package var word: StaticString {
    switch self {
    case .look: "look"
    case .local: "local"
    case .machine: "machine"
    case .share: "share"
    case .operate: "operate"
    case .destroy: "destroy"
    case .control: "control"
    }
  }

  static var words: StaticString { "look local machine share operate destroy control" }

  init?(word: CatalogText) {
    guard let index = Words(RiskImpact.words).index(of: word.bytes) else { return nil }
    self.init(rawValue: UInt8(truncatingIfNeeded: index))
  }
}

/// What makes a call a tier riskier.
package enum RiskModifier: UInt8, Sendable, Equatable, CaseIterable {
  /// Nothing brings back what was there.
  case irreversible
  /// A credential becomes known or usable.
  case credential
  /// Nobody can be asked.
  case unattended
  /// A sub-agent makes the call.
  case subagent
  /// It changes what the session is not for.
  case outsideScope

  package var word: StaticString {
    switch self {
    case .irreversible: "irreversible"
    case .credential: "credential"
    case .unattended: "unattended"
    case .subagent: "subagent"
    case .outsideScope: "outside-scope"
    }
  }
}

/// Risk as data: no call is of a tier that cannot be looked up here.
package enum RiskTable {
  /// Impact by environment: the tier in development, staging, production, and where the environment
  /// is unknown, then what raises it by one tier each.
  ///
  /// Unknown counts as production for all that changes something.
  package static var tiers: StaticString {
    """
    look low low low low credential
    local low low medium medium irreversible outside-scope
    machine medium medium medium medium irreversible subagent unattended outside-scope
    share medium medium high high irreversible subagent unattended outside-scope
    operate high high high high subagent unattended outside-scope
    destroy high high critical critical unattended subagent outside-scope
    control high high high high credential irreversible unattended subagent outside-scope
    """
  }

  /// The impact of rules, by id, wider rule or family; the first that is here counts.
  ///
  /// What a rule asks about is at least high, what it denies critical.
  package static var impacts: StaticString {
    """
    change-containers machine
    clear-data-store destroy irreversible
    delete-containers machine irreversible
    delete-in-cloud destroy irreversible
    delete-in-cluster destroy irreversible
    delete-remote-branch share irreversible
    deploy operate
    destroy-data destroy irreversible
    destroy-infrastructure destroy irreversible
    expire-reflog local irreversible
    family:destruction machine irreversible
    family:disclosure look credential
    family:exfiltration share
    family:history local irreversible
    family:infrastructure operate
    family:opaque machine
    family:persistence control
    family:privilege control
    family:protection control
    family:remote-code machine
    family:secrets look credential
    force-push share irreversible
    force-push-with-lease share
    publish share
    push-protected share
    rewrite-history share irreversible
    """
  }

  /// The tier of `impact` in `environment`, before anything raises it.
  package static func tier(_ impact: RiskImpact, _ environment: TargetEnvironment) -> RiskTier {
    let column =
      switch environment {
      case .development: 1
      case .staging: 2
      case .production: 3
      case .unknown: 4
      }
    var index = 0
    for word in line(impact).split(0x20) {
      if index == column { return RiskTier(word: word.bytes) ?? .critical }
      index += 1
    }
    return .critical
  }

  /// Whether `modifier` makes `impact` riskier.
  package static func raises(_ modifier: RiskModifier, _ impact: RiskImpact) -> Bool {
    for word in line(impact).split(0x20) where word.equals(modifier.word) { return true }
    return false
  }

  private static func line(_ impact: RiskImpact) -> CatalogText {
    var number: UInt8 = 0
    for line in CatalogText(tiers).split(0x0A) {
      if number == impact.rawValue { return line }
      number += 1
    }
    return ""
  }

  /// What a rule's line says: the impact, and what is so of it wherever it is done.
  static func impact(of rule: Rule) -> (impact: RiskImpact, line: CatalogText) {
    let table = CatalogText(impacts)
    var found = table.line(named: rule.id.bytes) ?? table.line(named: rule.group.bytes)
    if found == nil, let family = RuleFamily(of: rule) {
      found = table.line(named: [UInt8](family.word))
    }
    guard let found else { return (.machine, "") }
    var words = found.split(0x20)
    _ = words.next()
    return (words.next().flatMap { RiskImpact(word: $0) } ?? .machine, found)
  }
}
