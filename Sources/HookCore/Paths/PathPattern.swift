// SPDX-License-Identifier: MIT

/// A pattern for files as `.gitignore` has them, seen from the project.
///
/// `*.pem` matches that name in any directory of the project, `infra/prod/**` and `/docs` below its
/// root, `~/…` below the home directory, `//etc/…` anywhere. A directory's pattern covers
/// all that is in it.
package struct PathPattern: Sendable, Equatable {
  package let text: [UInt8]
  /// The pattern without what says from where it is seen.
  private let pattern: [UInt8]
  private let origin: Origin

  private enum Origin: Sendable, Equatable {
    case root
    case home
    case project
    /// Any directory of the project.
    case anywhere
  }

  package init?(_ text: [UInt8]) {
    self.text = text
    var rest = text
    while rest.count > 1, rest.last == 0x2F { rest.removeLast() }
    if rest.hasPrefix("//") {
      origin = .root
      rest.removeFirst(2)
    } else if rest.hasPrefix("~/") {
      origin = .home
      rest.removeFirst(2)
    } else {
      if rest.hasPrefix("./") { rest.removeFirst(2) }
      if rest.first == 0x2F {
        origin = .project
        rest.removeFirst()
      } else {
        origin = rest.contains(0x2F) || text.hasPrefix("./") ? .project : .anywhere
      }
    }
    guard !rest.isEmpty, !rest.contains(0) else { return nil }
    pattern = rest
  }

  /// Whether `path` goes on at `start` with what the pattern begins with: of hundreds of patterns
  /// few are left.
  private func begins(_ path: [UInt8], from start: Int) -> Bool {
    var index = 0
    while index < pattern.count {
      switch pattern[index] {
      case 0x2A, 0x3F, 0x5B, 0x5C: return true
      case let byte: if start + index >= path.count || path[start + index] != byte { return false }
      }
      index += 1
    }
    return true
  }

  /// Whether all that is meant lies in `directory`, which may be the whole of it.
  package func liesInside(_ directory: AbsolutePath, home: [UInt8], project: [UInt8]) -> Bool {
    var place: [UInt8]
    switch origin {
    case .root: place = []
    case .home: place = home
    case .project: place = project.count == 1 ? [] : project
    case .anywhere: return false
    }
    place.append(0x2F)
    for byte in pattern {
      if byte == 0x2A || byte == 0x3F || byte == 0x5B || byte == 0x5C { break }
      place.append(byte)
    }
    let outer = directory.bytes
    // Up to the last whole name: `infra/prod/**` lies in `infra/prod` and in `infra`.
    guard place.count > outer.count, place.starts(with: outer) else { return place == outer }
    return place[outer.count] == 0x2F || outer.count == 1
  }

  /// Whether the file or directory `path` is meant, or lies in one that is.
  package func matches(_ path: AbsolutePath, home: [UInt8], project: [UInt8]) -> Bool {
    let base: [UInt8]
    switch origin {
    case .root: base = []
    case .home: base = home
    case .project, .anywhere: base = project.count == 1 ? [] : project
    }
    guard path.bytes.count > base.count, path.bytes[base.count] == 0x2F,
      path.bytes.starts(with: base)
    else { return false }
    if origin != .anywhere, !begins(path.bytes, from: base.count + 1) { return false }
    let inside = Array(path.bytes[(base.count + 1)...])
    var whole = pattern
    if origin == .anywhere { whole = [UInt8]("**/") + whole }
    if Glob.matches(whole, inside, .path) { return true }
    if whole.hasSuffix("/**") { return false }
    return Glob.matches(whole + [UInt8]("/**"), inside, .path)
  }
}
