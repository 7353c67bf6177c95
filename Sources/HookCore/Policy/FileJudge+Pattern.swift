// SPDX-License-Identifier: MIT

/// Names that are only known in part: judged by what they could be.
extension FileJudge {
  func judgePattern(
    _ effect: Effect, _ name: Field, _ directory: Field, _ decision: inout Decision
  ) {
    // A directory that is not named in full: it is no file to be read.
    if name.bytes.last == 0x2F, name.bytes.count > 1, name.mark(name.bytes.count - 1) == .literal {
      switch effect.kind {
      case .reads, .links, .uses, .executes: return
      case .readsTree, .writes, .truncates, .deletes, .deletesTree, .moves, .changesMode,
        .evaluates, .connects, .performs:
        let place = name.slice(0..<name.bytes.count - 1)
        return judgePattern(effect, place, directory, &decision)
      }
    }
    var whole = name
    // What begins with an unknown may be absolute.
    if name.bytes.first != 0x2F, !name.mark(0).isGap {
      whole = EffectAnalyzer.joined(directory, name)
    }
    switch effect.kind {
    case .reads, .readsTree, .links, .uses, .executes:
      judgeRead(effect, whole, name, .read, &decision)
    case .writes: judgeRead(effect, whole, name, .write, &decision)
    case .truncates, .deletes, .deletesTree: judgeDeletion(effect, whole, name, &decision)
    case .moves, .changesMode, .evaluates, .connects, .performs: break
    }
  }

  /// A secret where every value that the name may have is one, or where only its end is hidden.
  private func judgeRead(
    _ effect: Effect, _ whole: Field, _ name: Field, _ access: SecretAccess,
    _ decision: inout Decision
  ) {
    func add(_ secret: SecretPath, _ shown: [UInt8]) {
      let rule: FileRule = access == .read ? .reading(secret) : .writing(secret)
      decision.add(Finding(rule.rule, shown, effect.range))
    }
    let empty = sample(whole, gap: [])
    let filled = sample(whole, gap: [0x78])
    if let empty,
      let secret = certain(empty, access) ?? filled.flatMap({ certain($0, access) })
    {
      return add(secret, name.shown)
    }
    if !whole.hasGap, let listed = listedSecret(whole, access) {
      return add(listed.secret, listed.name)
    }
    if let secret = coveredSecret(whole, access) { return add(secret, name.shown) }
    if name.hasGap { judgeFound(effect, whole, &decision) }
    guard let last = lastComponent(of: name), mayHide(last),
      let found = SecretPaths.mayMatch(
        pattern: [UInt8]("/unknown/") + last.pattern, home: context.home, access: access),
      !found.isWeak, found.pattern.first != 0x2A
    else { return }
    decision.add(Finding(FileRule.readPossibleSecret.rule, name.shown, effect.range))
  }

  /// Names of one directory that are looked at.
  private static let listingLimit = 100_000

  /// A secret file that a pattern in the last component matches: too many names were there to
  /// expand it.
  private func listedSecret(
    _ whole: Field, _ access: SecretAccess
  ) -> (name: [UInt8], secret: SecretPath)? {
    guard let slash = whole.bytes.lastIndex(of: 0x2F) else { return nil }
    for index in 0..<slash where whole.mark(index) != .literal { return nil }
    let last = whole.slice(slash + 1..<whole.bytes.count)
    let directory = Array(whole.bytes[..<(slash + 1)])
    guard last.hasPattern, let base = AbsolutePath(directory),
      let entries = try? context.files.entries(base.bytes, limit: FileJudge.listingLimit)
    else { return nil }
    let pattern = last.pattern
    for entry in entries where Glob.matches(pattern, entry.name, Glob.Options(period: true)) {
      if let path = AbsolutePath(entry.name, in: base.bytes), let secret = certain(path, access) {
        return (entry.name, secret)
      }
    }
    return nil
  }

  /// A pattern in a directory of secrets that cannot be looked into.
  private func coveredSecret(_ whole: Field, _ access: SecretAccess) -> SecretPath? {
    guard !whole.hasGap, let slash = whole.bytes.lastIndex(of: AbsolutePath.slash), slash > 0
    else { return nil }
    for index in 0..<slash where whole.mark(index) != .literal { return nil }
    guard let directory = AbsolutePath(Array(whole.bytes[..<slash])),
      (try? context.files.status(directory.bytes)) == nil
    else { return nil }
    return SecretPaths.covering(directory: directory, home: context.home)
  }

  private func certain(_ path: AbsolutePath, _ access: SecretAccess) -> SecretPath? {
    guard let found = SecretPaths.match(path, home: context.home, access: access), !found.isWeak
    else { return nil }
    return found
  }

  /// The name with every unknown stretch replaced, where that leaves a name at all.
  private func sample(_ field: Field, gap: [UInt8]) -> AbsolutePath? {
    var path: [UInt8] = []
    for index in field.bytes.indices {
      switch field.mark(index) {
      case .literal: path.append(field.bytes[index])
      case .pattern:
        // A directory of any name: `/proc/*/environ`.
        guard field.bytes[index...].contains(0x2F) else { return nil }
        path.append(0x31)
      case .gap, .downloaded, .decoded, .credential: path += gap
      }
    }
    if path.first != 0x2F { path.insert(0x2F, at: 0) }
    guard path.last != 0x2F else { return nil }
    return AbsolutePath(path)
  }

  private func lastComponent(of field: Field) -> Field? {
    let start = field.bytes.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0
    return start < field.bytes.count ? field.slice(start..<field.bytes.count) : nil
  }

  /// Whether a partly known last component says enough to suspect it: it begins with two known
  /// bytes, and is not merely `name*`.
  private func mayHide(_ last: Field) -> Bool {
    last.bytes.count >= 2 && last.mark(0) == .literal && last.mark(1) == .literal
      && last.bytes[0] == 0x2E
  }

  /// Names found by a search: the files that are really there are looked at.
  private func judgeFound(_ effect: Effect, _ whole: Field, _ decision: inout Decision) {
    guard let (base, pattern) = searched(whole) else { return }
    // The system's own files lie where everybody knows.
    if places.isRoot(base), let path = AbsolutePath([UInt8]("/etc/") + pattern),
      let secret = certain(path, .read)
    {
      return decision.add(Finding(FileRule.reading(secret).rule, path.bytes, effect.range))
    }
    var walk = SecretWalk(context)
    let found =
      pattern.hasPrefix("!(")
      ? walk.secrets(below: base, matching: FileJudge.exclusions(of: pattern), limit: 1)
      : walk.secrets(below: base, named: pattern, limit: 1)
    guard let first = found.first else { return }
    decision.add(Finding(FileRule.readSecretInTree.rule, first.bytes, effect.range))
  }

  /// `!(a|b)` as a Grep call's `glob` says it: `!a !b`.
  private static func exclusions(of pattern: [UInt8]) -> [UInt8] {
    var globs: [UInt8] = []
    for name in pattern.dropFirst(2).dropLast().split(separator: 0x7C) {
      globs.append(contentsOf: [0x20, 0x21])
      globs += name
    }
    return globs
  }

  /// `root/<gap>/pattern` or `root/<gap>` as a search leaves it.
  private func searched(_ whole: Field) -> (base: AbsolutePath, pattern: [UInt8])? {
    guard let gap = whole.bytes.indices.first(where: { whole.mark($0).isGap }), gap > 1,
      whole.bytes[gap - 1] == 0x2F
    else { return nil }
    for index in 0..<gap where whole.mark(index) != .literal { return nil }
    guard let base = AbsolutePath(Array(whole.bytes[..<(gap - 1)])) else { return nil }
    if gap + 1 == whole.bytes.count { return (base, [0x2A]) }
    guard gap + 2 < whole.bytes.count, whole.bytes[gap + 1] == 0x2F else { return nil }
    let rest = whole.slice(gap + 2..<whole.bytes.count)
    return rest.hasGap || rest.bytes.contains(0x2F) ? nil : (base, rest.pattern)
  }

  /// Whether the name is relative and begins with a directory that it names, as `dist/*` does.
  private func isBelowNamedDirectory(_ name: Field) -> Bool {
    var end = 0
    while end < name.bytes.count, name.mark(end) == .literal, name.bytes[end] != 0x2F { end += 1 }
    guard end > 0, end < name.bytes.count, name.bytes[end] == 0x2F else { return false }
    return name.bytes[0] != 0x2E && name.bytes.firstRange(of: "/..") == nil
  }

  /// Deleting names that are not fully known: what is known of the directory decides.
  private func judgeDeletion(
    _ effect: Effect, _ whole: Field, _ name: Field, _ decision: inout Decision
  ) {
    func add(_ rule: FileRule) { decision.add(Finding(rule.rule, name.shown, effect.range)) }
    var end = 0
    var known = 0
    while end < whole.bytes.count, whole.mark(end) == .literal {
      end += 1
      if whole.bytes[end - 1] == 0x2F { known = end }
    }
    let hasGap = whole.hasGap
    if known > 0, let base = AbsolutePath(Array(whole.bytes[..<known])),
      base.bytes.hasSuffix("/.claude")
    {
      return add(.changeClientSettings)
    }
    if let last = lastComponent(of: whole), !last.hasGap {
      if last.isLiteral, last.bytes.equals(".git") { return add(.deleteGit) }
      // What a search finds of the client's settings.
      if hasGap, last.bytes.hasPrefix("settings"), known > 0,
        let settings = AbsolutePath(
          [UInt8](".claude/settings.json"), in: Array(whole.bytes[..<known])),
        Glob.matches(last.pattern, [UInt8]("settings.json"), Glob.Options())
          || last.bytes.equals("settings.local.json"),
        (try? context.files.status(settings.bytes)) != nil
      {
        return add(.changeClientSettings)
      }
    }
    guard known > 0, let base = AbsolutePath(Array(whole.bytes[..<known])) else {
      let beginsKnown = isBelowNamedDirectory(name)
      if effect.kind == .deletesTree, !beginsKnown { add(.deleteUnknown) }
      return
    }
    // Nothing but a pattern: everything in the directory.
    let rest = whole.slice(known..<whole.bytes.count)
    var isEverything = true
    for index in rest.bytes.indices where rest.mark(index) == .literal {
      // `*/`: every directory.
      if index == rest.bytes.count - 1, rest.bytes[index] == AbsolutePath.slash { continue }
      isEverything = false
    }
    if base.bytes.hasSuffix("/.git/hooks"), !rest.bytes.hasSuffix(".sample") {
      return add(.changeGitHook)
    }
    if WrittenPathClass.isGitInternal(base.bytes + [UInt8]("/x")), !rest.bytes.hasSuffix(".lock") {
      return add(.deleteGit)
    }
    if places.isRoot(base) { return add(hasGap && !isEverything ? .deleteUnknown : .deleteRoot) }
    if places.isHome(base) { return add(isEverything ? .deleteHome : .deleteOutsideProject) }
    if hasGap, rest.bytes.firstRange(of: "/..") != nil { return add(.deleteUnknown) }
    if places.isDisposable(AbsolutePath(base.bytes + [UInt8]("/x")) ?? base) { return }
    if places.holdsProject(base) {
      // What a search left of the project, by age, size or owner.
      if effect.kind == .deletes, hasGap, places.project.isSame(as: base) { return }
      if isEverything { add(places.project.isSame(as: base) ? .deleteEverything : .deleteProject) }
      return
    }
    if places.isInProject(base) { return }
    add(places.isSystem(base) ? .deleteSystem : .deleteOutsideProject)
  }
}
