// SPDX-License-Identifier: MIT

/// What is known of commands, as data: one line an entry, sorted, one table a family.
///
/// ```
/// cp            r*w   -t,--target-directory=W -R,-r,-a,--recursive!R -S,--suffix=n
/// git/reset     p*    --hard!h @h:discard-changes
/// ```
///
/// The first column is the command, with its subcommands after slashes. The second says what each
/// operand is (`OperandRole`); a role with `*` stands for any number, and roles after it are for
/// the last operands. Then come options: names with `=role` take an argument, with `?role` an
/// optional attached one, with `!x` raise the flag `x`; options that are not listed take none.
/// `@action` is always performed, `@x:action` when the flag `x` is up, `@!x:action` when it is not,
/// `@=word:action` when an operand begins with `word` (`@=word!end:action`: and does not end so), `@x=word:action` when both hold.
/// `^` says that the command talks to another machine, which learns its arguments and its input.
/// `/p*` in the second column is for a command without a subcommand that has an entry, `x/*` for all
/// subcommands of `x` that have none. `&name` reads the entry as another name's; `%language` says
/// what operands `E` and `x` are written in.
package enum CommandCatalog {
  /// The entry for `name`, or nil where the command is unknown.
  static func entry(_ name: some Collection<UInt8>) -> CatalogEntry? {
    guard !name.isEmpty else { return nil }
    var table: UInt8 = 0
    while let text = tables(table) {
      table += 1
      if let line = CatalogText(text).line(named: name) { return CatalogEntry(line) }
    }
    return nil
  }

  /// The entry for the program `name`, with or without a version at its end: `python3.12`.
  static func entry(ofProgram name: [UInt8]) -> CatalogEntry? {
    if let entry = entry(name) { return entry }
    var end = name.count
    while end > 1, name[end - 1] == 0x2E || (0x30...0x39).contains(name[end - 1]) { end -= 1 }
    if end > 1, end < name.count, name[end - 1] == 0x2D { end -= 1 }
    // One letter is no name: `k6` is not `k`.
    return end > 1 && end < name.count ? entry(name[..<end]) : nil
  }

  /// The entry for subcommand `sub` of `command`: `git/reset`.
  static func entry(_ command: CatalogText, sub: [UInt8]) -> CatalogEntry? {
    entry(command.bytes + [0x2F] + sub)
  }

  /// The tables by number; nil after the last.
  package static func tables(_ number: UInt8) -> StaticString? {
    switch number {
    case 0: fileTable
    case 1: textTable
    case 2: gitTable
    case 3: networkTable
    case 4: packageTable
    case 5: containerTable
    case 6: infrastructureTable
    case 7: databaseTable
    case 8: systemTable
    case 9: secretStoreTable
    case 10: interpreterTable
    case 11: buildTable
    case 12: cloudTable
    case 13: publishingTable
    case 14: frameworkTable
    default: nil
    }
  }

  /// Whether `name` passes on what it reads: the commands for text.
  ///
  /// - Parameter name: the first column of an entry.
  static func isFilter(_ name: CatalogText) -> Bool {
    name.isPart(of: CatalogText(textTable)) && !name.hasPrefix([0x77, 0x63])
      && !name.hasPrefix([0x73, 0x68, 0x61])
      && !name.hasPrefix([0x6D, 0x64, 0x35]) && !name.equals("grep") && !name.equals("cmp")
  }
}

/// One line of the catalogue.
struct CatalogEntry {
  let line: CatalogText
  /// One bit for the first byte of each clause: most entries have few kinds.
  private let kinds: UInt64

  init(_ line: CatalogText) {
    self.line = line
    var kinds: UInt64 = 0
    for index in 1..<max(1, line.count) where line[index - 1] == 0x20 {
      kinds |= CatalogEntry.bit(line[index])
    }
    self.kinds = kinds
  }

  /// Bits are shared, but not by the bytes that clauses begin with; 61 is a prime.
  private static func bit(_ first: UInt8) -> UInt64 { 1 << UInt64(first % 61) }

  /// The first column.
  var name: CatalogText { line.slice(0, line.offset(of: 0x20)) }

  /// The second column.
  ///
  /// `/` alone says that a subcommand follows, `/p*` what operands are where none does.
  var operands: CatalogText {
    var pieces = line.split(0x20)
    _ = pieces.next()
    guard let roles = pieces.next() else { return line.slice(0, 0) }
    return roles.count > 1 && roles[0] == 0x2F ? roles.slice(1, roles.count) : roles
  }

  /// Whether subcommands have entries of their own.
  var hasSubcommands: Bool {
    var pieces = line.split(0x20)
    _ = pieces.next()
    return pieces.next()?[0] == 0x2F
  }

  /// Whether a command begins among the operands.
  var takesCommand: Bool {
    let roles = operands
    return roles.offset(of: OperandRole.command.rawValue) < roles.count
  }

  /// Whether another machine learns the arguments and the input.
  var isRemote: Bool {
    for _ in clauses(0x5E) { return true }
    return false
  }

  /// The language of an interpreter, by the clause `%name`.
  var language: CodeLanguage? {
    for clause in clauses(0x25) {
      return CodeLanguage(word: clause.slice(1, clause.count))
    }
    return nil
  }

  /// The clauses that begin with `first`.
  func clauses(_ first: UInt8) -> CatalogPieces {
    guard kinds & CatalogEntry.bit(first) != 0 else { return line.slice(0, 0).split(0x20) }
    var clauses = clauses
    clauses.first = first
    return clauses
  }

  /// The columns from the third on.
  private var clauses: CatalogPieces {
    var pieces = line.split(0x20)
    _ = pieces.next()
    _ = pieces.next()
    return pieces
  }

  /// The option that `text` (with its dashes) names, whole or abbreviated; nil where it is unknown.
  ///
  /// - Returns: the kind byte `=`, `?`, `!` or 0, and the role or flag that follows it.
  func option(_ text: some Collection<UInt8>) -> (kind: UInt8, value: CatalogText)? {
    var abbreviated: (kind: UInt8, value: CatalogText)?
    let isLong = text.starts(with: [0x2D, 0x2D])
    for clause in clauses(0x2D) {
      var isNamed = false
      var isBegun = false
      var start = 0
      var end = 0
      while true {
        let byte = end < clause.count ? clause[end] : 0
        if byte == 0x2C || byte == 0 || CatalogEntry.isKind(byte) {
          let length = end - start
          if length >= text.count, clause.slice(start, end).hasPrefix(text) {
            isNamed = isNamed || length == text.count
            isBegun = isLong && text.count > 2
          }
          if byte != 0x2C { break }
          start = end + 1
        }
        end += 1
      }
      guard isNamed || (isBegun && abbreviated == nil) else { continue }
      let kind = end < clause.count ? clause[end] : 0
      let value = clause.slice(min(end + 1, clause.count), clause.count)
      if isNamed { return (kind, value) }
      abbreviated = (kind, value)
    }
    return abbreviated
  }

  private static func isKind(_ byte: UInt8) -> Bool { byte == 0x3D || byte == 0x3F || byte == 0x21 }
}
