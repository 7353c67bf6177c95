// SPDX-License-Identifier: MIT

/// How much can go wrong with a call, from the least on.
package enum RiskTier: UInt8, Sendable, Equatable, Comparable {
  case low
  case medium
  case high
  case critical

  package static func < (left: RiskTier, right: RiskTier) -> Bool { left.rawValue < right.rawValue }

  static var words: StaticString { "low medium high critical" }
  /// The keys of `risk` in a document.
  static var keys: StaticString { "low medium high critical mode" }

  package var word: StaticString {
    switch self {
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    case .critical: "critical"
    }
  }

  init?(word: [UInt8]) {
    guard let index = Words(RiskTier.words).index(of: word) else { return nil }
    self.init(rawValue: UInt8(truncatingIfNeeded: index))
  }

  /// The next tier; the last one is its own.
  var raised: RiskTier { RiskTier(rawValue: rawValue &+ 1) ?? .critical }

  /// The rule that stops calls of the tier.
  var rule: Rule {
    switch self {
    case .low: SessionRule.riskLow.rule
    case .medium: SessionRule.riskMedium.rule
    case .high: SessionRule.riskHigh.rule
    case .critical: SessionRule.riskCritical.rule
    }
  }
}

/// What a document makes of a tier.
package enum RiskVerdict: UInt8, Sendable, Equatable, Comparable {
  case allow
  /// It passes, and the record says of what tier it is.
  case mark
  case ask
  case deny

  static var words: StaticString { "allow mark ask deny" }

  package static func < (left: RiskVerdict, right: RiskVerdict) -> Bool {
    left.rawValue < right.rawValue
  }

  package var word: StaticString {
    switch self {
    case .allow: "allow"
    case .mark: "mark"
    case .ask: "ask"
    case .deny: "deny"
    }
  }

  init?(word: [UInt8]) {
    guard let index = Words(RiskVerdict.words).index(of: word) else { return nil }
    self.init(rawValue: UInt8(truncatingIfNeeded: index))
  }

  var verdict: Verdict {
    switch self {
    case .allow, .mark: .allow
    case .ask: .ask
    case .deny: .deny
    }
  }
}

/// The verdict of a document on each tier.
package struct RiskVerdicts: Sendable {
  private var low = RiskVerdict.allow
  private var medium = RiskVerdict.mark
  private var high = RiskVerdict.ask
  private var critical = RiskVerdict.deny
  package var mode = RuleMode.enforce

  package init() {}

  /// The verdict on `tier`; it is never milder than on the one below.
  package func of(_ tier: RiskTier) -> RiskVerdict {
    switch tier {
    case .low: low
    case .medium: max(low, medium)
    case .high: max(of(.medium), high)
    case .critical: max(of(.high), critical)
    }
  }

  mutating func set(_ tier: RiskTier, _ verdict: RiskVerdict) {
    switch tier {
    case .low: low = verdict
    case .medium: medium = verdict
    case .high: high = verdict
    case .critical: critical = verdict
    }
  }
}
