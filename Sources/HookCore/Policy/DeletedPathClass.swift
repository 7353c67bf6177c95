// SPDX-License-Identifier: MIT

/// The classes of path that deleting is refused for.
enum DeletedPathClass {
  /// The strictest rule on deleting `path`, by its name as given and by where it leads.
  static func rule(
    of path: ResolvedPath, _ kind: EffectKind, _ places: PathPlaces
  ) -> FileRule? {
    let isTree = kind == .deletesTree
    let first = rule(path.resolved, isTree, places)
    if path.given == path.resolved { return first }
    let second = rule(path.given, isTree, places)
    guard let first, let second else { return first ?? second }
    return first.rule.verdict >= second.rule.verdict ? first : second
  }

  private static func rule(
    _ path: AbsolutePath, _ isTree: Bool, _ places: PathPlaces
  ) -> FileRule? {
    let bytes = path.bytes
    if bytes.hasSuffix("/.claude/hooks") || bytes.firstRange(of: "/.claude/hooks/") != nil {
      return .changeHookFiles
    }
    if let rule = WrittenPathClass.protection(bytes, places) { return rule }
    if holdsProtection(bytes, places) { return .changeHookFiles }
    if bytes.firstRange(of: "/.git/hooks/") != nil, !bytes.hasSuffix(".sample") {
      return .changeGitHook
    }
    if bytes.hasPrefix("/dev/"), !bytes.hasPrefix("/dev/shm/") { return .overwriteDevice }
    if places.isRoot(path) { return .deleteRoot }
    if places.isHome(path) { return .deleteHome }
    if WrittenPathClass.isGitInternal(bytes) { return .deleteGit }
    if places.holdsProject(path) { return .deleteProject }
    if places.isInProject(path) || places.isDisposable(path) { return nil }
    if places.isSystem(path) { return .deleteSystem }
    return isTree ? .deleteOutsideProject : nil
  }

  /// The client's program, and directories that hold our own files: to move them is to lose them.
  private static func holdsProtection(_ bytes: [UInt8], _ places: PathPlaces) -> Bool {
    let home = places.home.bytes
    guard bytes.starts(with: home) else { return false }
    let rest = Array(bytes[home.count...])
    return rest.equals("/.local") || rest.equals("/.local/libexec") || rest.equals("/.local/state")
      || rest.equals("/.local/bin/claude")
  }
}
