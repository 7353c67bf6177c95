// SPDX-License-Identifier: MIT

/// Looks for secret files below a directory, bounded.
struct SecretWalk {
  private let files: any FileSystem
  private let home: [UInt8]
  private let memory: TreeMemory?
  private let index = SecretIndex()
  private var visited = 0

  /// Names looked at in one walk: far more than a project has outside of its dependencies.
  private static let nameLimit = 50_000
  /// Directories inside each other.
  private static let depthLimit = 32

  /// Secrets of one tree that are remembered.
  private static let memoryLimit = 4_096

  init(_ context: PolicyContext) {
    files = context.files
    home = context.home
    memory = context.trees
  }

  /// The certain secret files below `directory`, at most `limit`.
  ///
  /// - Parameter globs: the patterns of a Grep call's `glob`, apart by blanks; empty for all files.
  mutating func secrets(
    below directory: AbsolutePath, matching globs: [UInt8], limit: Int
  ) -> List<AbsolutePath> {
    find(directory, limit: limit, leavingOut: globs, wanted: globs) { name, isTop in
      GlobList.admits(globs, name, isTop: isTop)
    }
  }

  /// The certain secret files below `directory` whose last component matches `pattern`.
  mutating func secrets(
    below directory: AbsolutePath, named pattern: [UInt8], limit: Int
  ) -> List<AbsolutePath> {
    find(directory, limit: limit, leavingOut: [], wanted: [0x21, 0x20] + pattern) { name, _ in
      Glob.matches(pattern, name, Glob.Options(foldsCase: true))
    }
  }

  /// Searches, or remembers what a search found.
  ///
  /// - Parameter wanted: what `admits` goes by.
  private mutating func find(
    _ directory: AbsolutePath, limit: Int, leavingOut globs: [UInt8], wanted: [UInt8],
    _ admits: ([UInt8], Bool) -> Bool
  ) -> List<AbsolutePath> {
    guard let memory else { return search(directory, limit: limit, leavingOut: globs, admits) }
    if let all = memory.secrets(below: directory, { self.all(below: directory) }) {
      return SecretWalk.first(limit, of: all, below: directory, leavingOut: globs, admits)
    }
    let key = directory.bytes + [0, UInt8(truncatingIfNeeded: limit)] + wanted
    return memory.found(by: key) {
      var walk = self
      return walk.search(directory, limit: limit, leavingOut: globs, admits)
    }
  }

  /// Every secret below `directory`, in the order of a search; nil where there is too much to tell.
  private func all(below directory: AbsolutePath) -> List<AbsolutePath>? {
    var walk = self
    let found = walk.search(directory, limit: SecretWalk.memoryLimit) { _, _ in true }
    let isWhole = found.count < SecretWalk.memoryLimit && walk.visited < SecretWalk.nameLimit
    return isWhole ? found : nil
  }

  /// What a search would have found, of all the secrets that there are.
  private static func first(
    _ limit: Int, of all: List<AbsolutePath>, below directory: AbsolutePath,
    leavingOut globs: [UInt8], _ admits: ([UInt8], Bool) -> Bool
  ) -> List<AbsolutePath> {
    var found = List<AbsolutePath>()
    for path in all where found.count < limit {
      let inside = path.bytes.dropFirst(directory.bytes.count).split(separator: 0x2F)
      guard admits(Array(path.lastComponent), inside.count == 1) else { continue }
      let isLeftOut = inside.dropLast().enumerated().contains { depth, name in
        GlobList.leavesOut(directory: Array(name), globs, isTop: depth == 0)
      }
      if !isLeftOut { found.append(path) }
    }
    return found
  }

  private mutating func search(
    _ directory: AbsolutePath, limit: Int, leavingOut globs: [UInt8] = [],
    _ admits: (_ name: [UInt8], _ isTop: Bool) -> Bool
  ) -> List<AbsolutePath> {
    var found = List<AbsolutePath>()
    var pending = List((path: directory, depth: 0))
    while let (place, depth) = pending.popLast(), found.count < limit {
      guard let entries = try? files.entries(place.bytes, limit: SecretWalk.nameLimit - visited)
      else { continue }
      for entry in entries {
        visited += 1
        guard let path = AbsolutePath(entry.name, in: place.bytes) else { continue }
        if entry.kind == .directory {
          if depth < SecretWalk.depthLimit, !SecretWalk.isForeign(entry.name),
            !GlobList.leavesOut(directory: entry.name, globs, isTop: depth == 0)
          {
            pending.append((path, depth + 1))
          }
          continue
        }
        guard admits(entry.name, depth == 0),
          let secret = SecretPaths.match(path, home: home, access: .read, index), !secret.isWeak
        else { continue }
        found.append(path)
        if found.count >= limit { break }
      }
    }
    return found
  }

  /// Directories of dependencies and of build products: what they hold is not the user's secret.
  private static func isForeign(_ name: [UInt8]) -> Bool {
    name.equals(".git") || name.equals("node_modules") || name.equals(".build")
      || name.equals("target") || name.equals(".venv") || name.equals("venv")
      || name.equals("site-packages") || name.equals("vendor") || name.equals("Pods")
      || name.equals(".tox") || name.equals("__pycache__") || name.equals(".gradle")
      || name.equals(".cache") || name.equals("dist") || name.equals(".next")
  }
}

/// The `glob` of a Grep call: patterns apart by blanks, `!` before those that exclude.
enum GlobList {
  /// Whether a file called `name` is searched.
  ///
  /// - Parameter isTop: whether it is in the directory that the search begins with; an exclusion
  ///   with a slash at its start says no more than that.
  static func admits(_ globs: [UInt8], _ name: [UInt8], isTop: Bool) -> Bool {
    var hasInclusion = false
    var isIncluded = false
    for piece in globs.split(separator: 0x20) {
      let isExclusion = piece.first == 0x21
      if isExclusion, piece.last == 0x2F { continue }
      let named = isExclusion ? excluded(piece.dropFirst(), isTop: isTop) : lastComponent(piece)
      guard let pattern = named else { continue }
      let options = Glob.Options(foldsCase: !isExclusion)
      // Braces are not understood here: `*.{js,env}` may match anything.
      let matches = pattern.contains(0x7B) ? !isExclusion : Glob.matches(pattern, name, options)
      if isExclusion {
        if matches { return false }
      } else {
        hasInclusion = true
        isIncluded = isIncluded || matches
      }
    }
    return isIncluded || !hasInclusion
  }

  /// Whether a directory called `name` is left out whole: `!name/`, `!/name/`.
  static func leavesOut(directory name: [UInt8], _ globs: [UInt8], isTop: Bool) -> Bool {
    for piece in globs.split(separator: 0x20) where piece.first == 0x21 && piece.last == 0x2F {
      if let pattern = excluded(piece.dropFirst().dropLast(), isTop: isTop),
        Glob.matches(pattern, name, Glob.Options())
      {
        return true
      }
    }
    return false
  }

  /// The names that an exclusion is for; nil where it is for other directories.
  private static func excluded(_ pattern: ArraySlice<UInt8>, isTop: Bool) -> [UInt8]? {
    var pattern = pattern
    if Array(pattern).hasPrefix("**/") {
      pattern = pattern.dropFirst(3)
    } else if pattern.first == 0x2F {
      guard isTop else { return nil }
      pattern = pattern.dropFirst()
    }
    return pattern.contains(0x2F) ? nil : Array(pattern)
  }

  private static func lastComponent(_ pattern: ArraySlice<UInt8>) -> [UInt8] {
    guard let slash = pattern.lastIndex(of: 0x2F) else { return Array(pattern) }
    let last = Array(pattern[(slash + 1)...])
    return last.isEmpty || last == [0x2A, 0x2A] ? [0x2A] : last
  }
}
