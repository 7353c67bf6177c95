// SPDX-License-Identifier: MIT

/// Judges what is done to files, by every name that a file has.
struct FileJudge {
  let context: PolicyContext
  let places: PathPlaces
  private let index: SecretIndex?

  /// Effects from which on an index of the secret table pays.
  private static let manyEffects = 3

  /// - Parameter effects: how many are to be judged.
  init(_ context: PolicyContext, effects: Int) {
    index = effects >= FileJudge.manyEffects ? SecretIndex() : nil
    self.context = PolicyContext(
      home: context.home, project: context.project, state: context.state,
      approvals: context.approvals, files: RememberedFiles(context.files), trees: context.trees)
    let root = AbsolutePath.root
    places = PathPlaces(
      home: AbsolutePath(context.home) ?? root,
      project: AbsolutePath(context.project) ?? AbsolutePath(context.home) ?? root,
      state: context.state, approvals: context.approvals)
  }

  /// Adds what the rules say of `effect`.
  func judge(_ effect: Effect, _ decision: inout Decision) {
    guard let file = effect.file else { return }
    if effect.kind == .moves {
      var part = effect
      part.kind = .readsTree
      judge(part, &decision)
      part.kind = .deletes
      return judge(part, &decision)
    }
    for name in file.name.choices {
      // An empty operand names nothing.
      if name.bytes.isEmpty { continue }
      for directory in file.directory.choices {
        judge(effect, name, directory, &decision)
      }
    }
  }

  private func judge(
    _ effect: Effect, _ name: Field, _ directory: Field, _ decision: inout Decision
  ) {
    guard name.isLiteral else { return judgePattern(effect, name, directory, &decision) }
    // Where the directory is unknown the name alone is judged, in a directory of no meaning.
    let base = directory.isLiteral ? directory.bytes : [UInt8]("/unknown")
    let path: ResolvedPath
    do throws(PathError) {
      path = try PathResolver.resolve(
        name.bytes, in: base, files: context.files, followingLast: !effect.kind.actsOnName)
    } catch {
      decision.add(Finding(FileRule.unresolvablePath.rule, name.bytes, effect.range))
      return
    }
    judge(
      effect, path, name.bytes, isPlaceKnown: directory.isLiteral || name.bytes[0] == 0x2F,
      &decision)
  }

  private func judge(
    _ effect: Effect, _ path: ResolvedPath, _ name: [UInt8], isPlaceKnown: Bool,
    _ decision: inout Decision
  ) {
    func add(_ rule: FileRule) { decision.add(Finding(rule.rule, name, effect.range)) }
    switch effect.kind {
    case .reads, .links, .uses, .executes:
      if let secret = secret(path, .read) { add(.reading(secret)) }
    case .readsTree:
      if let secret = secret(path, .read) {
        add(.reading(secret))
      } else if path.isDirectory {
        judgeTree(effect, path, &decision)
      }
    case .writes:
      if let secret = secret(path, .write) { add(.writing(secret)) }
      if isPlaceKnown, let rule = WrittenPathClass.rule(of: path, places) { add(rule) }
      if isPlaceKnown, shadowsProgram(path.resolved) { add(.shadowProgram) }
    case .truncates, .deletes, .deletesTree:
      if secret(path, .write) != nil, !path.isDirectory { add(.deleteSecret) }
      if isPlaceKnown, isSecretDirectory(path.resolved) { add(.deleteSecret) }
      if isPlaceKnown, let rule = DeletedPathClass.rule(of: path, effect.kind, places) { add(rule) }
    case .changesMode(let inTree):
      if inTree, isPlaceKnown, DeletedPathClass.rule(of: path, .deletesTree, places) != nil,
        !places.project.isSame(as: path.resolved)
      {
        add(.changeModeOfTree)
      } else if isPlaceKnown,
        places.isRoot(path.resolved) || places.isHome(path.resolved)
          || path.resolved.bytes.hasSuffix("/.git")
      {
        add(.changeModeOfTree)
      } else if let rule = WrittenPathClass.protection(path.resolved.bytes, places) {
        add(rule)
      } else if isPlaceKnown, places.isSystem(path.resolved), !places.isDisposable(path.resolved) {
        add(.changeSystem)
      }
    case .moves, .evaluates, .connects, .performs: break
    }
  }

  /// The secret that `path` certainly names.
  func secret(_ path: ResolvedPath, _ access: SecretAccess) -> SecretPath? {
    guard let found = SecretPaths.match(path, home: context.home, access: access, index),
      !found.isWeak
    else { return nil }
    return found
  }

  /// A program of the system has the same name, and this directory comes before its own.
  private func shadowsProgram(_ path: AbsolutePath) -> Bool {
    let bytes = path.bytes
    guard let slash = bytes.lastIndex(of: AbsolutePath.slash) else { return false }
    let directory = Array(bytes[..<slash])
    let home = places.home.bytes
    guard
      directory.equals("/usr/local/bin") || directory == home + [UInt8]("/.local/bin")
        || directory == home + [UInt8]("/bin")
    else { return false }
    return (try? context.files.status([UInt8]("/usr/bin") + bytes[slash...])) != nil
      || (try? context.files.status([UInt8]("/bin") + bytes[slash...])) != nil
  }

  /// `~/.ssh` and its like, right below the home: whatever lies in it is secret.
  private func isSecretDirectory(_ path: AbsolutePath) -> Bool {
    guard path.isInside(directory: places.home) else { return false }
    let name = path.bytes.dropFirst(places.home.bytes.count + 1)
    guard name.first == 0x2E, !name.contains(AbsolutePath.slash),
      let inside = AbsolutePath(path.bytes + [UInt8]("/credentials"))
    else { return false }
    let found = SecretPaths.match(inside, home: context.home, access: .write)
    return found.map { !$0.isWeak } ?? false
  }

  /// Everything below a directory is read: it must hold no secret.
  private func judgeTree(
    _ effect: Effect, _ path: ResolvedPath, _ decision: inout Decision
  ) {
    var walk = SecretWalk(context)
    let found = walk.secrets(below: path.resolved, matching: effect.subject, limit: 1)
    guard let first = found.first else { return }
    // A build's recipe may or may not copy what its context holds.
    let rule = effect.isCertain ? FileRule.readSecretInTree : .takeSecretIntoImage
    decision.add(Finding(rule.rule, first.bytes, effect.range))
  }
}

extension EffectKind {
  /// Whether the kind acts on a link itself and not on what it leads to.
  package var actsOnName: Bool {
    switch self {
    case .deletes, .deletesTree, .moves: true
    case .reads, .readsTree, .writes, .truncates, .links, .changesMode, .uses, .executes,
      .evaluates, .connects, .performs:
      false
    }
  }
}
