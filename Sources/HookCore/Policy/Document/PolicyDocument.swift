// SPDX-License-Identifier: MIT

/// A policy document (version 1), read and checked.
package struct PolicyDocument: Sendable {
  package let revision: [UInt8]
  package let owner: [UInt8]
  /// Where people read more; `{rule}` stands for a rule's id.
  package let help: [UInt8]
  /// Other verdicts and modes for built-in rules.
  package let adjustments: List<RuleAdjustment>
  package let rules: List<PolicyRule>
  package let exceptions: List<PolicyException>
  package let terms: AnalysisTerms
  /// Who may approve; of managed documents only.
  package var approvals: ApprovalTerms?
  /// What names stand for.
  package var environments = List<EnvironmentTerms.Entry>()
  /// What becomes of calls by their risk; nil where the document says nothing of it.
  package var risk: RiskVerdicts?
  package var stages = List<StageProfile>()
  package var phases = List<StageProfile>()
  /// What sessions are bound to; only the highest layer's counts.
  package var session = SessionTerms()
  /// Which tools, servers, hosts and models may be used.
  package var limits = CallLimits()
}

/// What becomes of a rule that is met.
package enum RuleMode: UInt8, Sendable, Equatable {
  /// Only recorded: what it would have done.
  case simulate
  /// Told, and not enforced.
  case warn
  /// Its verdict counts.
  case enforce

  package var word: StaticString {
    switch self {
    case .simulate: "simulate"
    case .warn: "warn"
    case .enforce: "enforce"
    }
  }

  static var words: StaticString { "simulate warn enforce" }

  init?(word: [UInt8]) {
    guard let index = Words(RuleMode.words).index(of: word) else { return nil }
    self.init(rawValue: UInt8(truncatingIfNeeded: index))
  }
}

/// A rule of a document.
package struct PolicyRule: Sendable {
  package let id: [UInt8]
  /// Ask or deny: the guard never allows past the client's own prompts.
  package let verdict: Verdict
  package let mode: RuleMode
  package let condition: PolicyCondition
  /// The rule as it is written; what no decision needs is read when it is asked for.
  let source: JSONValue

  /// The rule as findings name it; its texts last, so it is made where the rule is met.
  package var rule: Rule {
    let help = source.root["help"]?.string ?? []
    var advice = source["suggestion"]?.string ?? [UInt8]("ask the owner of the policy")
    if !help.isEmpty {
      advice.append("; see ")
      var address = help
      if let place = address.firstRange(of: "{rule}") { address.replaceSubrange(place, with: id) }
      advice += address
    }
    return Rule(
      id: CatalogText(lasting: id), verdict: verdict, title: CatalogText(lasting: title),
      advice: CatalogText(lasting: advice))
  }

  package var title: [UInt8] { source["title"]?.string ?? [] }
  package var rationale: [UInt8] { source["rationale"]?.string ?? [] }
  /// Commands or calls that the rule must meet.
  package var triggering: List<[UInt8]> { examples("trigger") }
  /// Commands or calls that no rule must meet.
  package var nonTriggering: List<[UInt8]> { examples("pass") }

  private func examples(_ key: StaticString) -> List<[UInt8]> {
    guard let given = source["examples"]?[key] else { return List() }
    if let single = given.string { return List(single) }
    var examples = List<[UInt8]>()
    for example in given.elements { examples.append(example.string ?? []) }
    return examples
  }
}

/// Another verdict or mode for a built-in rule, or for all that share a group or family.
package struct RuleAdjustment: Sendable {
  /// The id, group or family.
  package let rule: [UInt8]
  package let verdict: Verdict?
  package let mode: RuleMode?
  /// The byte of its file where it begins.
  package let offset: Int
}

/// What a rule does not speak of, for a time.
package struct PolicyException: Sendable {
  package let id: [UInt8]
  /// The id, group or family of the rules that it is an exception of.
  package let rule: [UInt8]
  /// What of a call it covers; it covers nothing else.
  package let condition: PolicyCondition
  package let reason: [UInt8]
  package let owner: [UInt8]
  /// The last day on which it holds, `2026-12-31`; nil for no end.
  package let expires: [UInt8]?
  /// Calls that it may let through for one user of a machine; nil for any number.
  package let maxUses: Int?
  /// The byte of its file where it begins.
  package let offset: Int

  /// Whether it holds on the day of `now`; dates of one form compare as their bytes.
  package func holds(at now: Timestamp) -> Bool {
    guard let expires else { return true }
    let today = now.text.prefix(expires.count)
    return !expires.lexicographicallyPrecedes(today)
  }
}
