// SPDX-License-Identifier: MIT

// The risk of a call.
extension PolicySubject {
  /// The risk that `RiskTable` gives a call: of every rule that it meets, and of every file that
  /// it changes.
  func risk(_ builtin: Decision, _ view: PolicyView) -> RiskAssessment {
    var assessment = RiskAssessment()
    var isOutsideScope = false
    for finding in builtin.findings where finding.rule.id == SessionRule.outsideScope.rawValue {
      isOutsideScope = true
    }
    // What a session is for says nothing of how much can go wrong.
    for finding in builtin.findings where SessionRule(rawValue: finding.rule.id) == nil {
      let (impact, line) = RiskTable.impact(of: finding.rule)
      var factor = RiskFactor(
        finding.rule.id, finding.subject, finding.range, impact,
        environment(of: finding, view))
      raise(&factor, saidBy: line, isOutsideScope)
      if finding.counts { factor.raise(to: finding.rule.verdict) }
      assessment.add(factor)
    }
    for effect in effects where effect.kind.changesFile {
      guard let impact = impact(of: effect) else { continue }
      var factor = RiskFactor(
        CatalogText(effect.kind.word), effect.file?.name.shown ?? [], effect.range, impact,
        environment(of: effect, view))
      raise(&factor, saidBy: "", isOutsideScope)
      assessment.add(factor)
    }
    if let verb = verb(view), verb > .read {
      var factor = RiskFactor(
        CatalogText(verb.word), tool, SourceRange(0, 0), verb == .write ? .share : .destroy,
        view.environments.environment(of: arguments))
      raise(&factor, saidBy: "", isOutsideScope)
      assessment.add(factor)
    }
    return assessment
  }

  private func raise(_ factor: inout RiskFactor, saidBy line: CatalogText, _ isOutside: Bool) {
    for word in line.split(0x20) {
      if word.equals(RiskModifier.irreversible.word) { factor.raise(by: .irreversible) }
      if word.equals(RiskModifier.credential.word) { factor.raise(by: .credential) }
    }
    if !isAttended { factor.raise(by: .unattended) }
    if isSubagent { factor.raise(by: .subagent) }
    if isOutside { factor.raise(by: .outsideScope) }
  }

  /// The impact of changing a file; nil where it is one that programs throw away themselves.
  private func impact(of effect: Effect) -> RiskImpact? {
    guard let file = effect.file else { return .local }
    let root = AbsolutePath.root
    let places = PathPlaces(
      home: AbsolutePath(context.home) ?? root, project: AbsolutePath(context.project) ?? root,
      state: context.state, approvals: context.approvals)
    var impact: RiskImpact?
    for name in file.name.choices where !name.bytes.isEmpty {
      for directory in file.directory.choices {
        guard name.isLiteral, directory.isLiteral || name.bytes[0] == 0x2F,
          let path = AbsolutePath(name.bytes, in: directory.bytes)
        else {
          impact = impact ?? .local
          continue
        }
        if places.isInProject(path) {
          impact = impact ?? .local
        } else if !places.isDisposable(path), !path.bytes.hasPrefix("/dev/") {
          return .machine
        }
      }
    }
    return impact
  }
}
