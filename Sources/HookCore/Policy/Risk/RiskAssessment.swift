// SPDX-License-Identifier: MIT

/// What makes up the risk of one part of a call.
package struct RiskFactor: Sendable {
  /// What it is about: a rule's id or a kind of effect.
  package let cause: CatalogText
  package let subject: [UInt8]
  package let range: SourceRange
  package let impact: RiskImpact
  package let environment: TargetEnvironment
  /// What raised the tier, in the order of the cases.
  package private(set) var modifiers = List<RiskModifier>()
  /// The tier of impact and environment alone.
  package let base: RiskTier
  package private(set) var tier: RiskTier
  /// Whether the verdict of the rule has made it riskier than the table does.
  package private(set) var isRuled = false

  init(
    _ cause: CatalogText, _ subject: [UInt8], _ range: SourceRange, _ impact: RiskImpact,
    _ environment: TargetEnvironment
  ) {
    self.cause = cause
    self.subject = subject
    self.range = range
    self.impact = impact
    self.environment = environment
    base = RiskTable.tier(impact, environment)
    tier = base
  }

  mutating func raise(by modifier: RiskModifier) {
    guard RiskTable.raises(modifier, impact) else { return }
    modifiers.append(modifier)
    tier = tier.raised
  }

  /// A rule that decides has weighed the risk: what it asks about is at least high.
  mutating func raise(to verdict: Verdict) {
    let least: RiskTier
    switch verdict {
    case .allow: least = .low
    case .ask: least = .high
    case .deny: least = .critical
    }
    guard tier < least else { return }
    tier = least
    isRuled = true
  }
}

/// The risk of a call: that of its riskiest part.
package struct RiskAssessment: Sendable {
  package private(set) var tier = RiskTier.low
  /// The first part that is of the tier; none where nothing is of any risk.
  package private(set) var factors = List<RiskFactor>()
  /// Whether the record says it.
  package var isMarked = false

  package init() {}

  mutating func add(_ factor: RiskFactor) {
    guard factor.tier > tier || factors.isEmpty else { return }
    tier = factor.tier
    factors = List(factor)
  }

  /// Keeps the riskier of both.
  mutating func join(_ other: RiskAssessment) {
    let isMarked = isMarked || other.isMarked
    if other.tier > tier || factors.isEmpty { self = other }
    self.isMarked = isMarked
  }
}
