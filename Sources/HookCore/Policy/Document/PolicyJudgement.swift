// SPDX-License-Identifier: MIT

/// What the documents make of the decision of the built-in rules (DESIGN 6).
struct PolicyJudgement {
  private let files: PolicyFiles
  private let policies: List<LoadedPolicy>
  private let subject: PolicySubject
  private let now: Timestamp
  /// Where the uses of exceptions are counted.
  private let state: [UInt8]?
  /// What each layer's documents see; in the order of the layers.
  private var views = List<PolicyView>()

  init(
    _ files: PolicyFiles, _ subject: PolicySubject, now: Timestamp, state: [UInt8]? = nil
  ) {
    self.files = files
    self.state = state
    policies = files.policies
    self.subject = subject
    self.now = now
  }

  /// The decision with adjustments, exceptions and the documents' own rules.
  ///
  /// The highest layer may make built-in rules milder and grant exceptions. What a lower layer
  /// says can only make the decision stricter.
  mutating func decide(_ builtin: Decision) -> Decision {
    guard let top = policies.first?.layer else { return builtin }
    look(at: builtin, top)
    var decision = Decision()
    // Of findings that were not kept nothing can be made milder.
    if builtin.isFull { decision.raise(to: builtin.verdict) }
    for finding in builtin.findings {
      decision.add(adjusted(finding, top, byAll: true, &decision))
    }
    for policy in policies {
      let view = view(of: policy.layer)
      for rule in policy.document.rules {
        let matches = subject.matches(rule.condition, builtin, view)
        if matches.isEmpty { continue }
        let met = rule.rule
        for match in matches {
          var finding = Finding(met, match.subject, match.range)
          finding.mode = rule.mode
          finding.exception = exception(of: finding, policy.layer, match, &decision)
          decision.add(finding)
        }
      }
      for beyond in subject.beyond(policy.document.limits) {
        decision.add(finding(beyond, policy, &decision))
      }
    }
    weigh(&decision)
    return decision
  }

  /// What a document's own lists do not let pass: documents of its layer and above say what becomes
  /// of it, those below only more.
  private func finding(
    _ beyond: CallLimitMatch, _ owner: LoadedPolicy, _ decision: inout Decision
  ) -> Finding {
    let rule = beyond.rule.rule
    var verdict = rule.verdict
    var mode = owner.document.limits.mode
    for policy in policies {
      for adjustment in policy.document.adjustments
      where RuleNames.isMeant(rule, by: adjustment.rule) {
        if policy.layer <= owner.layer {
          verdict = adjustment.verdict ?? verdict
          mode = adjustment.mode ?? mode
        } else {
          verdict = max(verdict, adjustment.verdict ?? verdict)
          if adjustment.mode == .enforce { mode = .enforce }
        }
      }
    }
    var finding = Finding(rule.with(verdict), beyond.match.subject, beyond.match.range)
    finding.mode = mode
    finding.exception = exception(of: finding, owner.layer, beyond.match, &decision)
    return finding
  }

  // MARK: - Risk

  /// Finds out what the documents of each layer see.
  ///
  /// The risk is that of the built-in rules as the
  /// highest layer has them: what lower layers say must not change what a higher one sees.
  private mutating func look(at builtin: Decision, _ top: PolicyLayer) {
    for number in UInt8(0)...PolicyLayer.repository.rawValue {
      var view = PolicyView()
      if let layer = PolicyLayer(rawValue: number) {
        view.environments = files.environments(for: layer)
        view.environments.home = subject.context.home
        view.environments.project = subject.context.project
        view.verb = subject.facts.server?.verb(files.verbs(for: layer))
      }
      views.append(view)
    }
    var weighed = Decision()
    for finding in builtin.findings { weighed.add(adjusted(finding, top, byAll: false, &weighed)) }
    for policy in policies {
      let place = Int(policy.layer.rawValue)
      views[place].risk = subject.risk(weighed, views[place])
    }
  }

  private func view(of layer: PolicyLayer) -> PolicyView { views[Int(layer.rawValue)] }

  /// Adds what the documents make of the risk, and the risk itself for the record.
  private func weigh(_ decision: inout Decision) {
    var isSpokenOf = false
    for policy in policies {
      var risk = view(of: policy.layer).risk
      if let verdicts = policy.document.risk {
        isSpokenOf = true
        let verdict = verdicts.of(risk.tier)
        risk.isMarked = verdict > .allow
        if verdict.verdict > .allow {
          let factor = risk.factors.first
          let match = PolicyMatch(
            subject: factor?.subject ?? subject.tool, range: factor?.range ?? SourceRange(0, 0))
          let rule = risk.tier.rule.with(verdict.verdict)
          var finding = Finding(rule, match.subject, match.range)
          finding.mode = verdicts.mode
          finding.exception = exception(of: finding, policy.layer, match, &decision)
          decision.add(finding)
        }
      }
      decision.risk.join(risk)
    }
    if !isSpokenOf { decision.risk.isMarked = decision.risk.tier > .low }
  }

  /// A finding of a built-in rule as the highest layer has it, or as all of them do.
  private func adjusted(
    _ finding: Finding, _ top: PolicyLayer, byAll: Bool, _ decision: inout Decision
  ) -> Finding {
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
    for policy in policies where policy.layer != top && byAll {
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
      where RuleNames.isMeant(finding.rule, by: exception.rule)
        && covers(exception, of: policy, match, finding, &decision)
      {
        finding.exception = exception.id
        return finding
      }
    }
    return finding
  }

  /// The exception of a document's rule: of the document's layer or a higher one.
  private func exception(
    of finding: Finding, _ layer: PolicyLayer, _ match: PolicyMatch, _ decision: inout Decision
  ) -> [UInt8]? {
    for policy in policies where policy.layer <= layer {
      for exception in policy.document.exceptions
      where finding.rule.id.equals(exception.rule)
        && covers(exception, of: policy, match, finding, &decision)
      {
        return exception.id
      }
    }
    return nil
  }

  /// Whether `exception` holds for `match`; if its uses are counted and `finding` would stop the
  /// call, the decision notes it.
  private func covers(
    _ exception: PolicyException, of policy: LoadedPolicy, _ match: PolicyMatch,
    _ finding: Finding, _ decision: inout Decision
  ) -> Bool {
    guard exception.holds(at: now),
      subject.covers(exception.condition, match, view(of: policy.layer))
    else { return false }
    guard let use = ExceptionUse(exception, of: policy) else { return true }
    guard use.isLeft(in: state) else { return false }
    if finding.counts, finding.rule.verdict > .allow { decision.note(use) }
    return true
  }
}
