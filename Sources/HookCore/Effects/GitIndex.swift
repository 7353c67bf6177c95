// SPDX-License-Identifier: MIT

/// The names of the files that git keeps, as its index has them: read without running git.
///
/// The format is that of `gitformat-index(5)`, versions 2 to 4, with names of SHA-1.
struct GitIndex {
  private let bytes: [UInt8]
  private let version: UInt8
  private var position = 12
  private var left: Int
  /// The name before, which version 4 shortens the next one by.
  private var former: [UInt8] = []

  /// Bytes of the largest index that is read: some 50,000 files.
  static let size = 8 * 1024 * 1024
  /// Bytes of an entry before its name: times, owner, mode, size, object, flags.
  private static let head = 62

  init?(_ bytes: [UInt8]) {
    guard bytes.count > 12, bytes.hasPrefix("DIRC"), (2...4).contains(bytes[7]) else { return nil }
    self.bytes = bytes
    version = bytes[7]
    left = bytes[8..<12].reduce(0) { $0 << 8 | Int($1) }
  }

  /// The next name, or nil after the last and where the file is not as it should be.
  mutating func next() -> [UInt8]? {
    let start = position
    guard left > 0, start + GitIndex.head < bytes.count else { return nil }
    left -= 1
    let isExtended = version > 2 && bytes[start + GitIndex.head - 2] & 0x40 != 0
    var name = start + GitIndex.head + (isExtended ? 2 : 0)
    var kept: [UInt8] = []
    if version == 4 {
      guard let dropped = shortening(&name), dropped <= former.count else { return nil }
      kept = Array(former.dropLast(dropped))
    }
    guard name < bytes.count, let end = bytes[name...].firstIndex(of: 0) else { return nil }
    former = kept + bytes[name..<end]
    // Entries of the older versions begin at multiples of eight.
    position = version == 4 ? end + 1 : start + ((end - start) / 8 + 1) * 8
    return former
  }

  /// A number in groups of seven bits, of which each but the last counts one more.
  private func shortening(_ place: inout Int) -> Int? {
    var number = 0
    for _ in 0..<4 {
      guard place < bytes.count else { return nil }
      let byte = bytes[place]
      place += 1
      number += Int(byte & 0x7F)
      if byte & 0x80 == 0 { return number }
      number = (number + 1) << 7
    }
    return nil
  }
}

extension EffectAnalyzer {
  /// Secret files that are followed from one listing.
  private static let trackedLimit = 24

  /// What `git ls-files` prints where git keeps secret files; nil where it keeps none.
  func trackedSecrets(_ arguments: List<Field>, _ state: ShellState) -> CommandStream? {
    for argument in arguments {
      let word = argument.bytes
      guard word.equals("-z") || word.equals("-c") || word.equals("--cached") else { return nil }
    }
    guard var root = state.directory.exact else { return nil }
    var found: GitIndex?
    while found == nil {
      let name = root + [UInt8](root == [0x2F] ? ".git/index" : "/.git/index")
      found = (try? files.contents(name, limit: GitIndex.size)).flatMap { GitIndex($0) }
      guard found == nil else { break }
      guard let slash = root.lastIndex(of: 0x2F), root.count > 1 else { return nil }
      root = slash == 0 ? [0x2F] : Array(root[..<slash])
    }
    guard var index = found else { return nil }
    let table = SecretIndex()
    var secrets = List<Field>()
    while secrets.count < EffectAnalyzer.trackedLimit, let name = index.next() {
      guard let path = AbsolutePath(name, in: root),
        let secret = SecretPaths.match(path, home: state.home, access: .read, table),
        !secret.isWeak
      else { continue }
      secrets.append(Field(path.bytes))
    }
    return secrets.isEmpty
      ? nil : CommandStream(text: Field.oneOf(secrets), origins: .command)
  }
}
