// SPDX-License-Identifier: MIT

extension SecretPaths {
  /// The row that a file may meet whose name is known only as a pattern.
  ///
  /// - Parameters:
  ///   - pattern: absolute; `/home/me/app/.e*` may become `/home/me/app/.env`.
  ///   - options: what the stars of `pattern` stand for; `.shell` where the shell expands it.
  ///
  /// A directory that can be listed should be: `*` may be a `server.key` in principle. Two things are
  /// left out that would make every pattern a secret: the star at the end of a row is
  /// left off where the pattern or the row begins with one (`*.txt` and `vault_pass*`), and where stars
  /// cross slashes, an unknown directory is not taken for a directory of secrets.
  package static func mayMatch(
    pattern: [UInt8], home: [UInt8], access: SecretAccess, options: Glob.Options = .shell
  ) -> SecretPath? {
    let name = lastComponent(pattern)
    var weak: SecretPath?
    var next: UInt8 = 0
    while let family = SecretFamily(rawValue: next) {
      next += 1
      if family.exemptsSource, !isAmbiguous(name), isSource(name) { continue }
      var rows = SecretRows(family)
      while let row = rows.next() {
        guard row.applies(to: access), !(row.mark == SecretRow.weak && weak != nil) else {
          continue
        }
        let found = row.path(family, Span(_unsafeElements: rows.text))
        if row.mark == SecretRow.never {
          if isExempt(pattern, by: found.pattern, home: home) { break }
          continue
        }
        guard mayMeet(pattern, name, found.pattern, home: home, options) else { continue }
        if !found.isWeak { return found }
        weak = found
      }
    }
    return weak
  }

  /// The certain row of something that may lie in `directory` because of the directory's own name.
  ///
  /// `.config` may hold `.config/gh/hosts.yml`, and a home directory `.claude.json`. A directory
  /// of any other name may hold a `.env` too, which only a look into it can tell.
  package static func mayContain(directory: AbsolutePath, home: [UInt8]) -> SecretPath? {
    if let found = covering(directory: directory, home: home) { return found }
    var next: UInt8 = 0
    while let family = SecretFamily(rawValue: next) {
      next += 1
      var rows = SecretRows(family)
      while let row = rows.next() {
        guard row.applies(to: .read), row.mark != SecretRow.never, row.mark != SecretRow.weak
        else { continue }
        let found = row.path(family, Span(_unsafeElements: rows.text))
        if begins(found.pattern, with: directory, home: home) { return found }
      }
    }
    return nil
  }

  // MARK: - Patterns

  /// Whether a name of `pattern` may meet the row `row`.
  private static func mayMeet(
    _ pattern: [UInt8], _ name: ArraySlice<UInt8>, _ row: [UInt8], home: [UInt8],
    _ options: Glob.Options
  ) -> Bool {
    let folding = Glob.Options(pathname: true, foldsCase: true)
    var row = row
    let isCovering = isDirectories(lastComponent(row))
    if isCovering, !options.pathname { return false }
    if !isCovering, row.last == Glob.star, name.first == Glob.star || row.first == Glob.star {
      row.removeLast()
    }
    // Most rows fail on the last component alone.
    if options.pathname, !isCovering, !isDirectories(name) {
      var single = options
      single.pathname = false
      guard
        Glob.mayIntersect(
          name.span, single, lastComponent(row).span, Glob.Options(foldsCase: true))
      else { return false }
    }
    switch row.first {
    case AbsolutePath.slash: return Glob.mayIntersect(pattern, options, row, folding)
    case 0x7E:
      let tail = row[1...]
      return Glob.mayIntersect(pattern, options, home + tail, folding)
        || Glob.mayIntersect(pattern, options, Array("/home/*".utf8) + tail, folding)
        || Glob.mayIntersect(pattern, options, Array("/users/*".utf8) + tail, folding)
        || Glob.mayIntersect(pattern, options, Array("/root".utf8) + tail, folding)
    default: return Glob.mayIntersect(pattern, options, Array("/**/".utf8) + row, folding)
    }
  }

  /// Whether everything that `pattern` can become meets the exception `row`.
  ///
  /// The stars of the exception take in the stars of the pattern as they stand; a bracket or an
  /// escape could hide a literal, so a pattern with one is not excepted.
  private static func isExempt(_ pattern: [UInt8], by row: [UInt8], home: [UInt8]) -> Bool {
    guard !isAmbiguous(pattern[...]), let path = AbsolutePath(pattern) else { return false }
    let subject = SecretSubject(path.bytes, home: home)
    return subject.meets(
      SecretRow(mark: SecretRow.never, range: 0..<row.count), row.span, path.bytes.span)
  }

  private static func isAmbiguous(_ pattern: ArraySlice<UInt8>) -> Bool {
    pattern.contains { $0 == Glob.open || $0 == Glob.escape }
  }

  private static func isDirectories(_ name: ArraySlice<UInt8>) -> Bool {
    name.elementsEqual([Glob.star, Glob.star])
  }

  private static func lastComponent(_ pattern: [UInt8]) -> ArraySlice<UInt8> {
    guard let slash = pattern.lastIndex(of: AbsolutePath.slash) else { return pattern[...] }
    return pattern[(slash + 1)...]
  }

  // MARK: - Directories

  /// Whether `directory` is the beginning of what `row` speaks of.
  private static func begins(
    _ row: [UInt8], with directory: AbsolutePath, home: [UInt8]
  ) -> Bool {
    let inside = directory.bytes.count == 1 ? [] : directory.bytes
    switch row.first {
    case AbsolutePath.slash:
      return Glob.mayIntersect(
        inside + Array("/**".utf8), .path, row, Glob.Options(pathname: true, foldsCase: true))
    case 0x7E:
      return SecretSubject(inside + Array("/x".utf8), home: home).isInHome
        || home.starts(with: inside + [AbsolutePath.slash])
    default: break
    }
    var head = 0
    while let slash = row[head...].firstIndex(of: AbsolutePath.slash) {
      let pattern = Array("/**/".utf8) + row[..<slash]
      if Glob.matches(pattern, inside, Glob.Options(pathname: true, foldsCase: true)) {
        return true
      }
      head = slash + 1
    }
    return false
  }
}
