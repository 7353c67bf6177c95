// SPDX-License-Identifier: MIT

/// Says which files hold secrets, by their names alone, from the built-in table.
///
/// Letter case never matters, nor do dots and blanks at the end, nor what editors and
/// people add to a copy (`.env.bak`, `id_rsa~`, `.#.env`). An ordinary path costs one pass over the
/// table, or over an index of it, and allocates nothing.
package enum SecretPaths {
  /// The row that `path` meets, a certain one before a weak one; nil for an ordinary file.
  ///
  /// - Parameter home: the user's home directory, beside the usual places of homes.
  package static func match(
    _ path: AbsolutePath, home: [UInt8], access: SecretAccess
  ) -> SecretPath? {
    match(path, home: home, access: access, nil)
  }

  /// The same with an index, for who asks about many paths.
  static func match(
    _ path: AbsolutePath, home: [UInt8], access: SecretAccess, _ index: SecretIndex?
  ) -> SecretPath? {
    let bytes = SecretSpelling.foldingLookalikes(path.bytes)
    guard let copy = SecretSpelling.undecorated(bytes) else {
      return search(bytes, home: home, access: access, index)
    }
    let found = search(copy.name, home: home, access: access, index)
    if let found, !found.isWeak { return found }
    guard let other = copy.other else { return found }
    return search(other, home: home, access: access, index) ?? found
  }

  /// The row that any of the names of `path` meets: as given, as resolved, and between.
  ///
  /// A directory is secret only through a row that covers directories: `.env/` is a virtual
  /// environment of Python.
  static func match(
    _ path: ResolvedPath, home: [UInt8], access: SecretAccess, _ index: SecretIndex? = nil
  ) -> SecretPath? {
    var weak: SecretPath?
    for place in -2..<path.passed.count {
      let name = place == -2 ? path.resolved : place == -1 ? path.given : path.passed[place]
      // Most names are given as they are.
      if place == -1, name == path.resolved { continue }
      guard let found = match(name, home: home, access: access, index),
        !path.isDirectory || found.coversDirectory
      else { continue }
      if !found.isWeak { return found }
      weak = weak ?? found
    }
    return weak
  }

  /// The row that makes everything in `directory` a secret: `.ssh`, `.gnupg`, `secrets`.
  package static func covering(directory: AbsolutePath, home: [UInt8]) -> SecretPath? {
    var inside = SecretSpelling.foldingLookalikes(directory.bytes)
    if inside.count > 1 { inside.append(AbsolutePath.slash) }
    // Any name that no other row speaks of.
    inside.append(0x78)
    guard let found = search(inside, home: home, access: .read, nil), found.coversDirectory,
      !found.isWeak
    else { return nil }
    return found
  }

  /// The rows of `family` for a list: what is secret to read, weak rows among them.
  package static func secrets(of family: SecretFamily) -> List<SecretPath> {
    list(family) { $0.mark != SecretRow.never && $0.applies(to: .read) }
  }

  /// The rows of `family` that are exceptions.
  package static func exceptions(of family: SecretFamily) -> List<SecretPath> {
    list(family) { $0.mark == SecretRow.never }
  }

  private static func list(
    _ family: SecretFamily, where isWanted: (SecretRow) -> Bool
  ) -> List<SecretPath> {
    var found = List<SecretPath>()
    var rows = SecretRows(family)
    while let row = rows.next() {
      if isWanted(row) { found.append(row.path(family, Span(_unsafeElements: rows.text))) }
    }
    return found
  }

  /// Whether a file of this name is program source or documentation.
  ///
  /// Those are exempt from the families that go by a directory's name or a common word:
  /// `Sources/Secrets/Vault.swift`, `src/secrets/manager.ts` and `secrets/README.md` are not secret.
  static func isSource(_ name: ArraySlice<UInt8>) -> Bool {
    guard let dot = name.lastIndex(of: AbsolutePath.dot) else { return false }
    return SecretSpelling.isWord(name[(dot + 1)...], of: SecretTable.sourceExtensions)
  }

  private static func search(
    _ path: [UInt8], home: [UInt8], access: SecretAccess, _ index: SecretIndex?
  ) -> SecretPath? {
    var search = SecretSearch(path, home: home, access: access)
    if let index {
      let certain = index.first(initials: search.initials, final: search.final) {
        search.consider($0)
      }
      return certain ?? search.weak
    }
    var entries = SecretEntries()
    while let entry = entries.next() {
      if search.mayMeet(entry), let certain = search.consider(entry) { return certain }
    }
    return search.weak
  }
}

/// One search of the table: what the entries looked at so far say of a path.
private struct SecretSearch {
  private let path: [UInt8]
  private let subject: SecretSubject
  private let access: SecretAccess
  /// Within a family the first row that the path meets decides.
  private var decided: SecretFamily?
  /// The first weak row that was met.
  private(set) var weak: SecretPath?

  init(_ path: [UInt8], home: [UInt8], access: SecretAccess) {
    self.path = path
    subject = SecretSubject(path, home: home)
    self.access = access
  }

  var initials: UInt64 { subject.initials }
  var final: UInt64 { subject.final }

  /// Whether a component of the path begins, and the path ends, as the pattern of `entry` does.
  @inline(__always)
  func mayMeet(_ entry: SecretEntry) -> Bool {
    subject.final & entry.finals != 0 && subject.initials & entry.initials != 0
  }

  /// Looks at the next entry; returns it where the path certainly is what it speaks of.
  mutating func consider(_ entry: SecretEntry) -> SecretPath? {
    guard entry.family != decided else { return nil }
    let row = entry.row
    let table = Span(_unsafeElements: SecretRows(entry.family).text)
    guard subject.meets(row, table, path.span), row.applies(to: access) else { return nil }
    decided = entry.family
    if row.mark == SecretRow.never { return nil }
    if entry.family.exemptsSource,
      SecretPaths.isSource(path[subject.nameStart..<subject.end])
    {
      return nil
    }
    let found = row.path(entry.family, table)
    if !found.isWeak { return found }
    weak = weak ?? found
    return nil
  }
}
