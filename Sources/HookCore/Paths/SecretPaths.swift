// SPDX-License-Identifier: MIT

/// Says which files hold secrets, by their names alone, from the built-in table.
///
/// Letter case never matters, nor do dots and blanks at the end, nor what editors and
/// people add to a copy (`.env.bak`, `id_rsa~`, `.#.env`). An ordinary path costs one pass over the
/// table and allocates nothing.
package enum SecretPaths {
  /// The row that `path` meets, a certain one before a weak one; nil for an ordinary file.
  ///
  /// - Parameter home: the user's home directory, beside the usual places of homes.
  package static func match(
    _ path: AbsolutePath, home: [UInt8], access: SecretAccess
  ) -> SecretPath? {
    let bytes = SecretSpelling.foldingLookalikes(path.bytes)
    guard let copy = SecretSpelling.undecorated(bytes) else {
      return search(bytes, home: home, access: access)
    }
    let found = search(copy.name, home: home, access: access)
    if let found, !found.isWeak { return found }
    guard let other = copy.other else { return found }
    return search(other, home: home, access: access) ?? found
  }

  /// The row that any of the names of `path` meets: as given, as resolved, and between.
  ///
  /// A directory is secret only through a row that covers directories: `.env/` is a virtual
  /// environment of Python.
  package static func match(
    _ path: ResolvedPath, home: [UInt8], access: SecretAccess
  ) -> SecretPath? {
    var weak: SecretPath?
    for index in -2..<path.passed.count {
      let name = index == -2 ? path.resolved : index == -1 ? path.given : path.passed[index]
      // Most names are given as they are.
      if index == -1, name == path.resolved { continue }
      guard let found = match(name, home: home, access: access),
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
    guard let found = search(inside, home: home, access: .read), found.coversDirectory,
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
    _ path: [UInt8], home: [UInt8], access: SecretAccess
  ) -> SecretPath? {
    let subject = SecretSubject(path, home: home)
    var weak: SecretPath?
    var next: UInt8 = 0
    while let family = SecretFamily(rawValue: next) {
      next += 1
      guard let found = decision(of: family, path, subject, access) else { continue }
      if !found.isWeak { return found }
      weak = weak ?? found
    }
    return weak
  }

  /// What the first row of `family` that `path` meets says of it.
  private static func decision(
    of family: SecretFamily, _ path: [UInt8], _ subject: SecretSubject, _ access: SecretAccess
  ) -> SecretPath? {
    var rows = SecretRows(family)
    let table = Span(_unsafeElements: rows.text)
    let span = path.span
    while let row = rows.next() {
      guard subject.meets(row, table, span), row.applies(to: access) else { continue }
      if row.mark == SecretRow.never { return nil }
      if family.exemptsSource, isSource(path[subject.nameStart..<subject.end]) { return nil }
      return row.path(family, table)
    }
    return nil
  }
}
