// SPDX-License-Identifier: MIT

/// Judges a call by what the session is for: its stages and phases, and its scope.
struct StageJudgement {
  let subject: PolicySubject
  let context: PolicyContext
  private let places: PathPlaces
  private let files: RememberedFiles
  /// The project's name after all links: it may itself be reached by one.
  private let project: [UInt8]

  init(_ subject: PolicySubject, _ context: PolicyContext) {
    self.subject = subject
    self.context = context
    let root = AbsolutePath.root
    places = PathPlaces(
      home: AbsolutePath(context.home) ?? root,
      project: AbsolutePath(context.project) ?? AbsolutePath(context.home) ?? root,
      state: context.state, approvals: context.approvals)
    files = RememberedFiles(context.files)
    let resolved = try? PathResolver.resolve(context.project, in: [0x2F], files: files)
    project = resolved?.resolved.bytes ?? context.project
  }

  /// Adds what `profile` refuses and leaves to people; `words` say for what.
  func judge(_ profile: StageProfile, _ words: [UInt8], _ decision: inout Decision) {
    let builtin = decision
    func add(_ rule: SessionRule, _ match: PolicyMatch) {
      decision.add(Finding(rule.rule.titled(after: words), match.subject, match.range))
    }
    if let tools = profile.tools, !subject.isTool(oneOf: tools) {
      add(.stageTool, PolicyMatch(subject: subject.tool, range: SourceRange(0, 0)))
    }
    if let commands = profile.commands {
      for match in subject.commands(otherThan: commands) { add(.stageCommand, match) }
    }
    for match in subject.matches(profile.refused, builtin) { add(.stageRefused, match) }
    for match in subject.matches(profile.asked, builtin) { add(.stageAsked, match) }
    if profile.writable == nil, profile.closed.isEmpty { return }
    for match in changes(where: { !mayChange($0, profile) }) { add(.stageWrite, match) }
  }

  /// Adds the changes that `scope` does not mean.
  func judge(_ scope: SessionScope, _ decision: inout Decision) {
    for match in changes(where: { !isMeant($0, by: scope.patterns) }) {
      decision.add(Finding(SessionRule.outsideScope.rule, match.subject, match.range))
    }
  }

  private func mayChange(_ path: ResolvedPath, _ profile: StageProfile) -> Bool {
    for pattern in profile.closed {
      if matches(pattern, path.given) || matches(pattern, path.resolved) { return false }
    }
    guard let writable = profile.writable else { return true }
    return isMeant(path, by: writable)
  }

  /// Whether patterns mean a file by the name that it is given and by where that leads.
  private func isMeant(_ path: ResolvedPath, by patterns: List<PathPattern>) -> Bool {
    var isGiven = false
    var isResolved = false
    for pattern in patterns {
      if matches(pattern, path.given) { isGiven = true }
      if matches(pattern, path.resolved) { isResolved = true }
    }
    return isGiven && isResolved
  }

  private func matches(_ pattern: PathPattern, _ path: AbsolutePath) -> Bool {
    pattern.matches(path, home: context.home, project: context.project)
      || pattern.matches(path, home: context.home, project: project)
  }

  // MARK: - Changes

  /// The files that the call changes and that `isRefused`; names that cannot be told are among them.
  private func changes(where isRefused: (ResolvedPath) -> Bool) -> List<PolicyMatch> {
    var found = List<PolicyMatch>()
    for effect in subject.effects where effect.kind.changesFile {
      guard let file = effect.file else { continue }
      for name in file.name.choices where !name.bytes.isEmpty {
        for directory in file.directory.choices {
          guard isChange(name, directory, effect.kind, isRefused) else { continue }
          found.append(PolicyMatch(subject: name.shown, range: effect.range))
        }
      }
    }
    return found
  }

  private func isChange(
    _ name: Field, _ directory: Field, _ kind: EffectKind, _ isRefused: (ResolvedPath) -> Bool
  ) -> Bool {
    guard let known = knownName(name), directory.isLiteral || known.first == 0x2F,
      let path = try? PathResolver.resolve(
        known, in: directory.isLiteral ? directory.bytes : [0x2F], files: files,
        followingLast: !kind.actsOnName)
    else { return true }
    if isScratch(path) { return false }
    return isRefused(path)
  }

  /// The name, or of a pattern one that stands for all that it can match in its directory.
  private func knownName(_ name: Field) -> [UInt8]? {
    if name.isLiteral { return name.bytes }
    if name.hasGap { return nil }
    var slash = 0
    for index in 0..<name.bytes.count {
      if name.mark(index) == .pattern { break }
      if name.bytes[index] == 0x2F { slash = index + 1 }
    }
    for index in slash..<name.bytes.count where name.bytes[index] == 0x2F { return nil }
    // No pattern of a policy names such a file.
    return Array(name.bytes[..<slash]) + [0x01]
  }

  /// Streams, and directories that programs clear themselves: nothing is kept there.
  private func isScratch(_ path: ResolvedPath) -> Bool {
    let bytes = path.resolved.bytes
    if bytes.equals("/dev/null") || bytes.equals("/dev/stdout") || bytes.equals("/dev/stderr")
      || bytes.equals("/dev/tty") || bytes.hasPrefix("/dev/fd/") || bytes.hasPrefix("/dev/pts/")
      || path.given.bytes.hasPrefix("/dev/fd/") || path.given.bytes.equals("/dev/stdout")
      || path.given.bytes.equals("/dev/stderr")
    {
      return true
    }
    // The project may lie in a temporary directory.
    guard let project = AbsolutePath(project) else { return false }
    return places.isDisposable(path.resolved) && !places.isInProject(path.given)
      && !path.resolved.isInside(directory: project)
  }
}

extension EffectKind {
  /// Whether a file is another afterwards, or gone.
  var changesFile: Bool {
    switch self {
    case .writes, .truncates, .deletes, .deletesTree, .moves, .changesMode: true
    case .reads, .readsTree, .links, .uses, .executes, .evaluates, .connects, .performs: false
    }
  }
}
