// SPDX-License-Identifier: MIT

/// What the documents make of the decision of the built-in rules (DESIGN 6).
struct PolicyJudgement {
  private let policies: List<LoadedPolicy>
  private let subject: PolicySubject
  private let now: Timestamp

  init(_ files: PolicyFiles, _ subject: PolicySubject, now: Timestamp) {
    policies = files.policies
    self.subject = subject
    self.now = now
  }

  /// The decision with adjustments, exceptions and the documents' own rules.
  ///
  /// The highest layer may make built-in rules milder and grant exceptions. What a lower layer
  /// says can only make the decision stricter.
  func decide(_ builtin: Decision) -> Decision {
    guard let top = policies.first?.layer else { return builtin }
    var decision = Decision()
    // Of findings that were not kept nothing can be made milder.
    if builtin.isFull { decision.raise(to: builtin.verdict) }
    for finding in builtin.findings {
      decision.add(adjusted(finding, top))
    }
    for policy in policies {
      for rule in policy.document.rules {
        for match in subject.matches(rule.condition, builtin) {
          var finding = Finding(rule.rule, match.subject, match.range)
          finding.mode = rule.mode
          finding.exception = exception(of: rule.id, policy.layer, match)?.id
          decision.add(finding)
        }
      }
    }
    return decision
  }

  private func adjusted(_ finding: Finding, _ top: PolicyLayer) -> Finding {
    var finding = finding
    var verdict = finding.rule.verdict
    var mode = RuleMode.enforce
    for policy in policies where policy.layer == top {
      for adjustment in policy.document.adjustments
      where RuleNames.isMeant(finding.rule, by: adjustment.rule) {
        verdict = adjustment.verdict ?? verdict
        mode = adjustment.mode ?? mode
      }
    }
    for policy in policies where policy.layer != top {
      for adjustment in policy.document.adjustments
      where RuleNames.isMeant(finding.rule, by: adjustment.rule) {
        verdict = max(verdict, adjustment.verdict ?? verdict)
        if adjustment.mode == .enforce { mode = .enforce }
      }
    }
    finding = Finding(finding.rule.with(verdict), finding.subject, finding.range)
    finding.mode = mode
    let match = PolicyMatch(subject: finding.subject, range: finding.range)
    for policy in policies where policy.layer == top {
      for exception in policy.document.exceptions
      where exception.holds(at: now) && RuleNames.isMeant(finding.rule, by: exception.rule)
        && subject.covers(exception.condition, match)
      {
        finding.exception = exception.id
      }
    }
    return finding
  }

  /// The exception of a document's rule: of the document's layer or a higher one.
  private func exception(
    of rule: [UInt8], _ layer: PolicyLayer, _ match: PolicyMatch
  ) -> PolicyException? {
    for policy in policies where policy.layer <= layer {
      for exception in policy.document.exceptions
      where exception.rule == rule && exception.holds(at: now)
        && subject.covers(exception.condition, match)
      {
        return exception
      }
    }
    return nil
  }
}
