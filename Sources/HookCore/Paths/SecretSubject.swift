// SPDX-License-Identifier: MIT

/// What a search of the secret table has to know of a path, found out once.
struct SecretSubject {
  /// End of the path without the dots and blanks that follow the name.
  let end: Int
  /// Where the last component begins.
  let nameStart: Int
  /// Where the path begins for rows about whole paths: `/private/etc` is `/etc` on macOS.
  private let rootStart: Int
  /// Where the part below a home directory begins, or -1.
  private let homeTail: Int
  /// One bit for the first two bytes of each component, in lower case; bits are shared.
  private(set) var initials: UInt64 = 0
  /// The bit of the last two bytes.
  let final: UInt64

  init(_ path: [UInt8], home: [UInt8]) {
    end = SecretSpelling.end(of: path)
    var start = end
    while start > 0, path[start - 1] != AbsolutePath.slash { start -= 1 }
    nameStart = start
    final =
      end > 1 ? SecretEntry.bit(Glob.folded(path[end - 2]), Glob.folded(path[end - 1])) : .max
    rootStart = SecretSpelling.hasPrefix(path, "/private/") ? 8 : 0
    homeTail = Self.homeTail(path, home: home)
    for index in 1..<max(1, end) where path[index - 1] == AbsolutePath.slash {
      let second = index + 1 < end ? Glob.folded(path[index + 1]) : 0
      initials |= SecretEntry.bit(Glob.folded(path[index]), second)
    }
  }

  /// Where the part of `path` below a home directory begins: the user's own, or one of the usual.
  private static func homeTail(_ path: [UInt8], home: [UInt8]) -> Int {
    if home.count > 1, path.count > home.count + 1, path[home.count] == AbsolutePath.slash,
      path.starts(with: home)
    {
      return home.count + 1
    }
    if SecretSpelling.hasPrefix(path, "/root/") { return 6 }
    if SecretSpelling.hasPrefix(path, "/var/root/") { return 10 }
    let homes =
      SecretSpelling.hasPrefix(path, "/home/")
      ? 6 : SecretSpelling.hasPrefix(path, "/users/") ? 7 : -1
    guard homes > 0, let slash = path[homes...].firstIndex(of: AbsolutePath.slash) else {
      return -1
    }
    return slash + 1
  }

  /// Whether the path is directly in somebody's home directory.
  var isInHome: Bool { homeTail >= 0 && nameStart == homeTail }

  /// Whether `path` is what `row` speaks of.
  func meets(_ row: SecretRow, _ table: Span<UInt8>, _ path: Span<UInt8>) -> Bool {
    let start = row.range.lowerBound
    let end = row.range.upperBound
    switch table[start] {
    case 0x2F:
      // Paths of the system differ in the second letter already.
      guard rootStart + 1 < self.end, table[start + 1] == Glob.folded(path[rootStart + 1]) else {
        return false
      }
      return matches(table, row.range, path, from: rootStart)
    case 0x7E:
      return homeTail >= 0 && matches(table, (start + 2)..<end, path, from: homeTail)
    case Glob.star:
      // Such rows speak of a name.
      return matchesName(table, row.range, path)
    default:
      return isName(table, row.range)
        ? matchesName(table, row.range, path) : matchesTail(table, row.range, path)
    }
  }

  // MARK: - Matching

  private func isName(_ table: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where table[index] == AbsolutePath.slash { return false }
    return true
  }

  private func matchesName(
    _ table: Span<UInt8>, _ range: Range<Int>, _ path: Span<UInt8>
  ) -> Bool {
    Glob.matches(table, range, path, nameStart..<end, Glob.Options(foldsCase: true))
  }

  /// Tries a pattern of several components at each component that begins as the pattern does.
  private func matchesTail(
    _ table: Span<UInt8>, _ range: Range<Int>, _ path: Span<UInt8>
  ) -> Bool {
    let first = table[range.lowerBound]
    for index in 1..<max(1, end)
    where path[index - 1] == AbsolutePath.slash && Glob.folded(path[index]) == first {
      if matches(table, range, path, from: index) { return true }
    }
    return false
  }

  private func matches(
    _ table: Span<UInt8>, _ range: Range<Int>, _ path: Span<UInt8>, from start: Int
  ) -> Bool {
    guard start < end else { return false }
    return Glob.matches(
      table.extracting(range), path.extracting(start..<end),
      Glob.Options(pathname: true, foldsCase: true))
  }
}
