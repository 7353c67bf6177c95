// SPDX-License-Identifier: MIT

/// Something in a usable document that does not do what it says.
package struct PolicyNotice: Sendable {
  /// The closed set of kinds.
  package enum Kind: Sendable, Equatable {
    /// The exception's last day is over.
    case expired
    /// The exception ends in the next two weeks.
    case expiresSoon
    /// No document here has the rule that the exception speaks of.
    case unknownRule
    /// A lower layer would make a decision milder.
    case looseningIgnored
    /// The reason or owner is still the one of a proposal.
    case placeholder
  }

  package let kind: Kind
  package let path: [UInt8]
  package let pointer: [UInt8]
  package let line: Int
  /// What it is about: the id of an exception or rule.
  package let subject: [UInt8]

  /// One line for people: `line 4, /exceptions/0: …`.
  package var words: [UInt8] {
    var words = [UInt8]("line ")
    words.append(decimal: line)
    words.append(", ")
    words += pointer
    words.append(": ")
    words.append(kind.words)
    words.append(" ")
    return words + subject
  }
}

extension PolicyNotice.Kind {
  /// The words for people, to be followed by the subject.
  var words: StaticString {
    switch self {
    case .expired: "the exception has expired:"
    case .expiresSoon: "the exception ends within two weeks:"
    case .unknownRule: "no document here has the rule"
    case .looseningIgnored: "a lower layer cannot make this milder, it is ignored:"
    case .placeholder: "the exception still has to be given a reason and an owner:"
    }
  }

  /// Whether `hookctl policy check` fails for it.
  package var isProblem: Bool {
    switch self {
    case .expired, .looseningIgnored: true
    case .expiresSoon, .unknownRule, .placeholder: false
    }
  }
}

extension PolicyFiles {
  /// What a proposal has in the place of words that a person has to find.
  package static let placeholder: StaticString = "TO BE FILLED IN"
  /// Time enough to renew an exception before work stops.
  private static let notice = 14 * 86_400

  /// What in the documents does not do what it says, in the order of the documents.
  package func notices(at now: Timestamp) -> List<PolicyNotice> {
    var notices = List<PolicyNotice>()
    for policy in policies {
      for (index, adjustment) in policy.document.adjustments.enumerated()
      where policy.layer != top && loosens(adjustment) {
        notices.append(
          policy.notice(.looseningIgnored, "/builtin/", index, adjustment.offset, adjustment.rule))
      }
      for (index, exception) in policy.document.exceptions.enumerated() {
        if let kind = kind(of: exception, in: policy, now) {
          notices.append(
            policy.notice(kind, "/exceptions/", index, exception.offset, exception.id))
        }
      }
    }
    return notices
  }

  private func kind(
    of exception: PolicyException, in policy: LoadedPolicy, _ now: Timestamp
  ) -> PolicyNotice.Kind? {
    if !exception.holds(at: now) { return .expired }
    if let owner = owner(of: exception.rule) {
      if owner < policy.layer { return .looseningIgnored }
    } else if !RuleNames.isKnown(exception.rule) {
      return .unknownRule
    } else if policy.layer != top {
      return .looseningIgnored
    }
    if exception.reason.hasPrefix(PolicyFiles.placeholder)
      || exception.owner.hasPrefix(PolicyFiles.placeholder)
    {
      return .placeholder
    }
    return exception.holds(at: now.adding(seconds: PolicyFiles.notice)) ? nil : .expiresSoon
  }

  /// The highest layer with a document that has the rule.
  private func owner(of rule: [UInt8]) -> PolicyLayer? {
    for policy in policies {
      for known in policy.document.rules where known.id == rule { return policy.layer }
    }
    return nil
  }

  /// Whether a lower layer's `adjustment` is milder than what holds above it, for any of its rules.
  private func loosens(_ adjustment: RuleAdjustment) -> Bool {
    if let mode = adjustment.mode, mode != .enforce { return true }
    guard let verdict = adjustment.verdict else { return false }
    for family in RuleFamily.allCases {
      for rule in family.rules where RuleNames.isMeant(rule, by: adjustment.rule) {
        if verdict < decided(rule) { return true }
      }
    }
    return false
  }

  /// The verdict of a built-in rule by the highest layer.
  private func decided(_ rule: Rule) -> Verdict {
    var verdict = rule.verdict
    for policy in policies where policy.layer == top {
      for adjustment in policy.document.adjustments
      where RuleNames.isMeant(rule, by: adjustment.rule) {
        verdict = adjustment.verdict ?? verdict
      }
    }
    return verdict
  }
}

extension LoadedPolicy {
  fileprivate func notice(
    _ kind: PolicyNotice.Kind, _ list: StaticString, _ index: Int, _ offset: Int,
    _ subject: [UInt8]
  ) -> PolicyNotice {
    var pointer = [UInt8](list)
    pointer.append(decimal: index)
    return PolicyNotice(
      kind: kind, path: path, pointer: pointer, line: line(at: offset), subject: subject)
  }
}
