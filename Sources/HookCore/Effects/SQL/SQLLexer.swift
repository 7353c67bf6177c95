// SPDX-License-Identifier: MIT

/// The ways in which databases read quotes and comments.
enum SQLDialect: UInt8, Sendable {
  /// PostgreSQL and the standard: nested comments, dollar quotes, no backslashes in strings.
  case standard
  /// MySQL and MariaDB: backslashes in strings, `#` comments, `/*! executed */` comments.
  case mysql
  /// SQLite: brackets around names, comments that do not nest.
  case sqlite

  /// The dialect that a client program speaks, or nil where it may be any.
  init?(program: [UInt8]) {
    if program.equals("psql") || program.equals("pgcli") || program.equals("cockroach") {
      self = .standard
    } else if program.equals("mysql") || program.equals("mariadb") || program.equals("mycli") {
      self = .mysql
    } else if program.equals("sqlite3") || program.equals("litecli") {
      self = .sqlite
    } else {
      return nil
    }
  }
}

/// A word, a name, a constant or a sign of a statement.
struct SQLToken: Sendable {
  enum Kind: UInt8, Sendable {
    case word
    case name
    case text
    case sign
  }

  let kind: Kind
  /// Words in small letters; names and constants without their quotes.
  let bytes: [UInt8]
  /// Parentheses that are open around it.
  let depth: Int

  func isWord(_ word: StaticString) -> Bool { kind == .word && bytes.equals(word) }
  func isSign(_ sign: UInt8) -> Bool { kind == .sign && bytes[0] == sign }
}

/// Cuts a text for a database into statements, and lines for its client.
struct SQLLexer {
  private(set) var statements = List<List<SQLToken>>()
  /// Lines that the client takes itself: `\! ls`, `.read x`, `source x`.
  private(set) var clientLines = List<[UInt8]>()
  /// Whether every quote and comment is closed.
  private(set) var isComplete = true

  private let text: [UInt8]
  private let dialect: SQLDialect
  private var position = 0
  private var depth = 0
  private var tokens = List<SQLToken>()

  init(_ text: [UInt8], _ dialect: SQLDialect) {
    self.text = text
    self.dialect = dialect
    while position < text.count { step() }
    endStatement()
  }

  private func byte(_ offset: Int = 0) -> UInt8 {
    position + offset < text.count ? text[position + offset] : 0
  }

  private mutating func step() {
    if skipComment() || takeClientLine() { return }
    let byte = byte()
    switch byte {
    case 0...0x20: position += 1
    case 0x3B: endStatement()
    case 0x27: takeQuoted(.text, escapes: escapesStrings)
    case 0x22: takeQuoted(dialect == .mysql ? .text : .name, escapes: dialect == .mysql)
    case 0x60 where dialect != .standard: takeQuoted(.name, escapes: false)
    case 0x5B where dialect == .sqlite: takeBracketed()
    case 0x24 where dialect == .standard && takeDollarQuoted(): break
    case _ where SQLLexer.isWordByte(byte): takeWord()
    default: takeSign(byte)
    }
  }

  private mutating func append(_ kind: SQLToken.Kind, _ bytes: [UInt8]) {
    tokens.append(SQLToken(kind: kind, bytes: bytes, depth: depth))
  }

  private mutating func endStatement() {
    position += 1
    depth = 0
    if !tokens.isEmpty { statements.append(tokens) }
    tokens = List()
  }

  private mutating func takeSign(_ byte: UInt8) {
    position += 1
    if byte == 0x29, depth > 0 { depth -= 1 }
    append(.sign, [byte])
    if byte == 0x28 { depth += 1 }
  }

  /// Letters, digits, `_`, `.` between them, and what is not ASCII.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    Byte.startsName(byte) || Byte.isDigit(byte) || byte == 0x2E || byte >= 0x80
  }

  private mutating func takeWord() {
    let start = position
    while position < text.count, SQLLexer.isWordByte(text[position]) || text[position] == 0x24 {
      position += 1
    }
    append(.word, text[start..<position].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
  }

  // MARK: - Quotes

  /// `E'…'` takes backslashes where plain strings do not.
  private var escapesStrings: Bool {
    if dialect == .mysql { return true }
    guard dialect == .standard, let last = tokens.last, position > 0 else { return false }
    return last.isWord("e") && text[position - 1] | 0x20 == 0x65
  }

  private mutating func takeQuoted(_ kind: SQLToken.Kind, escapes: Bool) {
    let quote = byte()
    position += 1
    var content: [UInt8] = []
    while position < text.count {
      let byte = text[position]
      if escapes, byte == 0x5C {
        content.append(self.byte(1))
        position += 2
        continue
      }
      position += 1
      if byte == quote {
        guard self.byte() == quote else { return append(kind, content) }
        position += 1
      }
      content.append(byte)
    }
    isComplete = false
    append(kind, content)
  }

  private mutating func takeBracketed() {
    guard let end = text[position...].firstIndex(of: 0x5D) else { return takeSign(0x5B) }
    let content = Array(text[(position + 1)..<end])
    position = end + 1
    append(.name, content)
  }

  /// `$$…$$` and `$tag$…$tag$`.
  private mutating func takeDollarQuoted() -> Bool {
    var end = position + 1
    while end < text.count, Byte.continuesName(text[end]) { end += 1 }
    guard end < text.count, text[end] == 0x24, !Byte.isDigit(byte(1)) else { return false }
    let tag = text[position...end]
    let start = end + 1
    var place = start
    while place + tag.count <= text.count {
      if text[place] == 0x24, text[place..<(place + tag.count)].elementsEqual(tag) {
        append(.text, Array(text[start..<place]))
        position = place + tag.count
        return true
      }
      place += 1
    }
    isComplete = false
    append(.text, Array(text[start...]))
    position = text.count
    return true
  }

  // MARK: - Comments and lines of the client

  private mutating func skipComment() -> Bool {
    switch byte() {
    case 0x2D where byte(1) == 0x2D && (dialect != .mysql || byte(2) <= 0x20),
      0x23 where dialect == .mysql:
      skipLine()
    case 0x2F where byte(1) == 0x2A: skipBlock()
    // The end of a comment that was executed.
    case 0x2A where byte(1) == 0x2F && dialect == .mysql: position += 2
    default: return false
    }
    return true
  }

  private mutating func skipLine() {
    while position < text.count, text[position] != 0x0A { position += 1 }
  }

  private mutating func skipBlock() {
    if dialect == .mysql, byte(2) == 0x21 || byte(2) == 0x4D && byte(3) == 0x21 {
      position += byte(2) == 0x21 ? 3 : 4
      while Byte.isDigit(byte()) { position += 1 }
      return
    }
    var open = 1
    position += 2
    while position < text.count {
      if byte() == 0x2A, byte(1) == 0x2F {
        position += 2
        open -= 1
        if open == 0 { return }
      } else if dialect == .standard, byte() == 0x2F, byte(1) == 0x2A {
        position += 2
        open += 1
      } else {
        position += 1
      }
    }
    isComplete = false
  }

  /// `\x …` outside of quotes, and `.x …`, `source x`, `system x` where a statement could begin.
  private mutating func takeClientLine() -> Bool {
    guard byte() == 0x5C || tokens.isEmpty && beginsClientLine else { return false }
    // `\g` and `\G` send what is before them.
    if byte() == 0x5C, byte(1) | 0x20 == 0x67 {
      endStatement()
      position += 1
      if dialect == .mysql { return true }
      position -= 2
    }
    let start = position
    skipLine()
    clientLines.append(Array(text[start..<position]))
    return true
  }

  private var beginsClientLine: Bool {
    if byte() == 0x2E { return Byte.startsName(byte(1)) }
    guard byte() | 0x20 == 0x73 else { return false }
    let rest = text[position...].prefix(7).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return rest.hasPrefix("source ") || rest.hasPrefix("system ")
  }
}
