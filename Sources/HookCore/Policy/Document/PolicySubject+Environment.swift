// SPDX-License-Identifier: MIT

// What a call acts on, as the documents of a layer see it.
extension PolicySubject {
  /// Whether `environment` is one that `condition` names; unknown counts as production.
  func holds(_ environment: TargetEnvironment, _ condition: PolicyCondition) -> Bool {
    let wanted = condition.environments
    if wanted.isEmpty { return true }
    for other in wanted {
      if other == environment || other == .production && environment == .unknown { return true }
    }
    return false
  }

  /// The same for one effect: what only looks is not in production unless something says so.
  func holds(_ effect: Effect, _ condition: PolicyCondition, _ view: PolicyView) -> Bool {
    if condition.environments.isEmpty { return true }
    let environment = environment(of: effect, view)
    if environment == .unknown, effect.kind.isLook { return false }
    return holds(environment, condition)
  }

  func environment(of effect: Effect, _ view: PolicyView) -> TargetEnvironment {
    view.environments.environment(of: evidence(of: effect))
  }

  func environment(of command: PolicyCommandText, _ view: PolicyView) -> TargetEnvironment {
    var pieces = command.evidence
    // What git does is for the branch that it is done on.
    if command.text.hasPrefix("git ") { pieces.append(contentsOf: surroundings) }
    return view.environments.environment(of: pieces)
  }

  /// The strictest environment of what `finding` is about.
  func environment(of finding: Finding, _ view: PolicyView) -> TargetEnvironment {
    let found = environments(of: finding, view)
    var strictest = found.first ?? .unknown
    for environment in found { strictest = max(strictest, environment) }
    return strictest
  }

  /// Whether something of what `finding` is about is in an environment that `condition` names.
  func holds(_ finding: Finding, _ condition: PolicyCondition, _ view: PolicyView) -> Bool {
    if condition.environments.isEmpty { return true }
    for environment in environments(of: finding, view) where holds(environment, condition) {
      return true
    }
    return false
  }

  /// Those of the action that the finding's rule judges, where it judges one.
  private func environments(_ finding: Finding, of view: PolicyView) -> List<TargetEnvironment> {
    var found = List<TargetEnvironment>()
    for effect in effects where effect.range == finding.range {
      if case .performs(let action) = effect.kind, action.rawValue == finding.rule.id {
        found.append(environment(of: effect, view))
      }
    }
    return found
  }

  private func environments(of finding: Finding, _ view: PolicyView) -> List<TargetEnvironment> {
    let found = environments(finding, of: view)
    return found.isEmpty ? environments(at: finding.range, view) : found
  }

  /// Whether all that is done at `range` is in one.
  func holdsThroughout(
    _ range: SourceRange, _ condition: PolicyCondition, _ view: PolicyView
  ) -> Bool {
    if condition.environments.isEmpty { return true }
    for environment in environments(at: range, view) where !holds(environment, condition) {
      return false
    }
    return true
  }

  /// The environments of the effects at `range`, else of the commands that it lies in, else of the
  /// call; never none.
  private func environments(
    at range: SourceRange, _ view: PolicyView
  ) -> List<TargetEnvironment> {
    var found = List<TargetEnvironment>()
    for effect in effects where effect.range == range {
      found.append(environment(of: effect, view))
    }
    if !found.isEmpty { return found }
    for command in commands
    where command.range.start <= range.start && command.range.end >= range.end {
      found.append(environment(of: command, view))
    }
    return found.isEmpty ? environments(view) : found
  }

  /// Whether something of the call is in an environment that `condition` names.
  func holds(_ condition: PolicyCondition, _ view: PolicyView) -> Bool {
    if condition.environments.isEmpty { return true }
    for environment in environments(view) where holds(environment, condition) { return true }
    return false
  }

  /// The environments of a call's arguments and of what it does, else of the place that the session
  /// works in.
  private func environments(_ view: PolicyView) -> List<TargetEnvironment> {
    var found = List<TargetEnvironment>()
    if let verb = verb(view) {
      let environment = view.environments.environment(of: arguments)
      if environment != .unknown || verb > .read { found.append(environment) }
    }
    for effect in effects {
      let environment = environment(of: effect, view)
      if environment == .unknown, effect.kind.isLook { continue }
      found.append(environment)
    }
    if found.isEmpty { found.append(view.environments.environment(of: surroundings)) }
    return found
  }

  /// What says where an effect takes place.
  func evidence(of effect: Effect) -> List<EnvironmentEvidence> {
    if effect.hasTarget { return effect.evidence }
    switch effect.kind {
    case .connects: return List(EnvironmentEvidence(.host, named: effect.subject))
    case .performs(let action):
      var pieces = surroundings
      if action.concernsProtectedBranch {
        let branch = effect.subject.isEmpty ? [UInt8]("a protected branch") : effect.subject
        pieces.append(EnvironmentEvidence(.branch, branch, .production))
      }
      return pieces
    case .reads, .readsTree, .writes, .truncates, .deletes, .deletesTree, .moves, .links,
      .changesMode, .uses, .executes, .evaluates:
      return evidence(of: effect.file)
    }
  }

  /// The names that a file can have, and inside the project what is said of the project.
  private func evidence(of file: FileTarget?) -> List<EnvironmentEvidence> {
    guard let file else { return surroundings }
    var pieces = List<EnvironmentEvidence>()
    var isInProject = false
    for name in file.name.choices where !name.bytes.isEmpty {
      for directory in file.directory.choices {
        guard name.isLiteral, directory.isLiteral || name.bytes[0] == 0x2F,
          let path = AbsolutePath(name.bytes, in: directory.bytes)
        else {
          pieces.append(EnvironmentEvidence(.path, name.shown, .unknown, isOpen: true))
          continue
        }
        let inside = below(context.project, path) ?? below(context.home, path)
        if below(context.project, path) != nil { isInProject = true }
        pieces.append(
          EnvironmentEvidence(
            .path, path.bytes, TargetName.environment(ofPath: inside ?? path.bytes)))
      }
    }
    if isInProject { pieces.append(contentsOf: surroundings) }
    return pieces
  }

  /// The part of `path` below `directory`.
  private func below(_ directory: [UInt8], _ path: AbsolutePath) -> [UInt8]? {
    guard let directory = AbsolutePath(directory), path.isInside(directory: directory) else {
      return nil
    }
    return Array(path.bytes[directory.bytes.count...])
  }
}

extension Action {
  /// Whether it changes a branch that only merges change.
  fileprivate var concernsProtectedBranch: Bool {
    self == .pushProtected || self == .pushAllBranches || self == .mergePullRequest
  }
}

extension EffectKind {
  /// Whether it only looks, or runs what the project has.
  var isLook: Bool {
    switch self {
    case .reads, .readsTree, .uses, .connects, .executes, .evaluates: true
    case .writes, .truncates, .deletes, .deletesTree, .moves, .links, .changesMode, .performs:
      false
    }
  }
}
