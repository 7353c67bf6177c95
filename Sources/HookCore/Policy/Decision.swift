// SPDX-License-Identifier: MIT

/// The verdict on a call and the rules that led to it; no finding is a decision too.
package struct Decision: Sendable {
  package private(set) var verdict = Verdict.allow
  package private(set) var findings = List<Finding>()
  /// How much can go wrong; low where nothing was looked at.
  package var risk = RiskAssessment()
  /// Exceptions of a limited number of calls without which the decision were stricter.
  package private(set) var limitedExceptions = List<ExceptionUse>()

  package init() {}

  /// Findings kept; more of them would say nothing new.
  private static let limit = 64

  /// Takes a finding into account: the strictest verdict wins, the order does not matter.
  package mutating func add(_ finding: Finding) {
    if finding.counts { verdict = max(verdict, finding.rule.verdict) }
    for known in findings
    where known.rule.id == finding.rule.id && known.subject == finding.subject
      && known.counts == finding.counts
    {
      return
    }
    if findings.count < Decision.limit { findings.append(finding) }
  }

  /// Notes that the call needs an exception whose uses are counted.
  mutating func note(_ use: ExceptionUse) {
    for known in limitedExceptions where known == use { return }
    limitedExceptions.append(use)
  }

  /// Whether there may have been more findings than are kept.
  var isFull: Bool { findings.count >= Decision.limit }

  /// Makes the verdict at least `verdict`.
  mutating func raise(to verdict: Verdict) { self.verdict = max(self.verdict, verdict) }

  /// The findings that people are told of although nothing is enforced.
  package var warnings: List<Finding> {
    var warnings = List<Finding>()
    for finding in findings where finding.mode == .warn && finding.exception == nil {
      warnings.append(finding)
    }
    return warnings
  }

  /// The first of the findings that decide: those with the strictest verdict.
  package var deciding: Finding? {
    for finding in findings where finding.counts && finding.rule.verdict == verdict {
      return finding
    }
    return nil
  }

  /// The ids of the rules that were met, each once, in the order found; what did not count says why.
  package var ruleIDs: List<[UInt8]> {
    var ids = List<[UInt8]>()
    for finding in findings {
      var id = finding.rule.id.bytes
      if let exception = finding.exception {
        id.append(" (exception ")
        id += exception
        id.append(")")
      } else if finding.mode != .enforce {
        id.append(finding.mode == .warn ? " (warned)" : " (simulated)")
      }
      var known = false
      for other in ids where other == id { known = true }
      if !known { ids.append(id) }
    }
    return ids
  }

  /// Why, for people: what was refused, the rule, what to do instead.
  package var reason: [UInt8] {
    guard let finding = deciding else { return [] }
    var text = finding.rule.title.bytes
    if !finding.subject.isEmpty {
      text.append(" ")
      text.append(contentsOf: finding.subject.prefix(Decision.subjectLimit))
    }
    text.append(" (rule ")
    text += finding.rule.id.bytes
    text.append("); ")
    text += finding.rule.advice.bytes
    text.append("; hookctl explain ")
    text += finding.rule.id.bytes
    return text
  }

  /// Bytes of a path in a reason; reasons have to stay short.
  private static let subjectLimit = 300
}
