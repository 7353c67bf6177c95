// SPDX-License-Identifier: MIT

/// Cuts a program's text into tokens; made for many languages, exact in none.
struct CodeLexer {
  private let text: [UInt8]
  private let language: CodeLanguage
  private var position = 0
  private var tokens = List<CodeToken>()

  /// More tokens are not looked at: a script of 256 KiB has about as many.
  private static let tokenLimit = 100_000

  /// The tokens of `text`.
  static func tokens(of text: [UInt8], in language: CodeLanguage) -> List<CodeToken> {
    var lexer = CodeLexer(text, language)
    while lexer.position < text.count, lexer.tokens.count < tokenLimit { lexer.takeToken() }
    return lexer.tokens
  }

  private init(_ text: [UInt8], _ language: CodeLanguage) {
    self.text = text
    self.language = language
  }

  private func byte(_ offset: Int = 0) -> UInt8 {
    position + offset < text.count ? text[position + offset] : 0
  }

  private mutating func takeToken() {
    let first = byte()
    switch first {
    case 0x0A:
      tokens.append(.newline)
      position += 1
    case 0x09, 0x0D, 0x20: position += 1
    case 0x23 where language.hasHashComments: skipLine()
    case 0x2F where byte(1) == 0x2F && language.hasSlashComments: skipLine()
    case 0x2D where byte(1) == 0x2D && language == .lua: skipLine()
    case 0x2F where byte(1) == 0x2A && language.hasSlashComments: skipComment()
    case 0x2F where language.hasRegularExpressions && expectsValue: skipExpression(0x2F)
    case 0x24 where language == .perl && isPunctuation(byte(1)):
      tokens.append(.word([first, byte(1)]))
      position += 2
    case 0x3C where language == .perl && (expectsValue || followsName): takeFileGlob()
    case 0x22, 0x27: takeString(first)
    case 0x60:
      let parts = quoted(until: 0x60, interpolates: true)
      tokens.append(language.runsBackquotes ? .command(parts) : .string(parts))
    case 0x30...0x39: takeNumber()
    case 0x25 where language == .ruby && (expectsValue || followsName): takePercentLiteral()
    default:
      if isWordByte(first) || isSigil(first) {
        takeWord()
      } else {
        tokens.append(.mark(first))
        position += 1
      }
    }
  }

  /// The second byte of `$/`, `$\\`, `$,`, `$|`, `$!`, `$;`, `$.` and `$"`.
  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2F, 0x5C, 0x2C, 0x7C, 0x21, 0x3B, 0x2E, 0x22: true
    default: false
    }
  }

  /// `<.e*>` of Perl: the names that the pattern matches, as `glob(".e*")`.
  private mutating func takeFileGlob() {
    let end = text[position...].firstIndex { $0 == 0x3E || $0 == 0x0A || $0 == 0x3B }
    guard let end, text[end] == 0x3E, text[position..<end].contains(0x2A) else {
      tokens.append(.mark(0x3C))
      position += 1
      return
    }
    tokens.append(.word([UInt8]("glob")))
    tokens.append(.mark(0x28))
    tokens.append(.string(List(.text(Array(text[(position + 1)..<end])))))
    tokens.append(.mark(0x29))
    position = end + 1
  }

  /// Whether the token before leaves room for a value, so that a slash is no division.
  private var expectsValue: Bool {
    guard let last = tokens.last else { return true }
    switch last {
    case .word, .string, .command, .number: return false
    case .mark(let byte): return byte != 0x29 && byte != 0x5D && byte != 0x7D
    case .newline: return true
    }
  }

  /// Whether a name and a blank stand before, and none behind: `print %ENV`, `puts %x(ls)`.
  private var followsName: Bool {
    guard case .word? = tokens.last, position > 0, text[position - 1] == 0x20 else { return false }
    return byte(1) != 0x20
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
    default: false
    }
  }

  private func isSigil(_ byte: UInt8) -> Bool {
    let isNamed = isWordByte(self.byte(1))
    return byte == 0x24 && isNamed
      || (byte == 0x40 || byte == 0x25) && isNamed
        && (expectsValue || followsName && language != .python)
  }

  private mutating func skipLine() {
    while position < text.count, text[position] != 0x0A { position += 1 }
  }

  private mutating func skipComment() {
    position += 2
    while position < text.count, !(text[position] == 0x2A && byte(1) == 0x2F) { position += 1 }
    position += 2
  }

  /// Skips a regular expression up to an unescaped `end`.
  private mutating func skipExpression(_ end: UInt8) {
    position += 1
    while position < text.count, text[position] != end, text[position] != 0x0A {
      position += text[position] == 0x5C ? 2 : 1
    }
    position += 1
    tokens.append(.number(0))
  }

  private mutating func takeNumber() {
    var number = 0
    let isHexadecimal = byte() == 0x30 && byte(1) | 0x20 == 0x78
    if isHexadecimal { position += 2 }
    while position < text.count, let digit = Escapes.digit(text[position]),
      digit < (isHexadecimal ? 16 : 10)
    {
      number = number &* (isHexadecimal ? 16 : 10) &+ Int(digit)
      position += 1
    }
    while position < text.count, isWordByte(text[position]) { position += 1 }
    tokens.append(.number(number))
  }

  private mutating func takeWord() {
    let start = position
    position += 1
    while position < text.count, isWordByte(text[position]) { position += 1 }
    let word = Array(text[start..<position])
    if language == .python, byte() == 0x22 || byte() == 0x27, word.count <= 2, isPrefix(word) {
      takeString(byte(), prefix: word)
      return
    }
    if language == .perl, takePerlQuote(word) { return }
    tokens.append(.word(word))
  }

  /// `r`, `b`, `f`, `u` and pairs of them before a string.
  private func isPrefix(_ word: [UInt8]) -> Bool {
    for byte in word {
      let letter = byte | 0x20
      if letter != 0x72, letter != 0x62, letter != 0x66, letter != 0x75 { return false }
    }
    return true
  }

  private mutating func takeString(_ quote: UInt8, prefix: [UInt8] = []) {
    if language == .python, byte(1) == quote, byte(2) == quote {
      takeTripleQuoted(quote)
      return
    }
    var interpolates = quote == 0x22
    var escapes = true
    switch language {
    case .python:
      interpolates = prefix.contains { $0 | 0x20 == 0x66 }
      escapes = !prefix.contains { $0 | 0x20 == 0x72 }
    case .javascript, .awk, .lua, .other: interpolates = false
    case .ruby, .perl, .php: escapes = quote == 0x22
    }
    tokens.append(.string(quoted(until: quote, interpolates: interpolates, escapes: escapes)))
  }

  private mutating func takeTripleQuoted(_ quote: UInt8) {
    position += 3
    let start = position
    while position < text.count,
      !(text[position] == quote && byte(1) == quote && byte(2) == quote)
    { position += 1 }
    let inner = Array(text[start..<min(position, text.count)])
    position += 3
    tokens.append(.string(List(.text(inner))))
  }

  /// `q( )`, `qq( )`, `qw( )`, `qx( )`, `m( )`, `s( )( )`, `tr( )( )` and kin.
  private mutating func takePerlQuote(_ word: [UInt8]) -> Bool {
    let delimiter = byte()
    let isDelimiter: Bool
    switch delimiter {
    case 0x2F, 0x7C, 0x21, 0x7B, 0x28, 0x5B, 0x3C, 0x23, 0x7E, 0x2E, 0x3A: isDelimiter = true
    default: isDelimiter = false
    }
    guard isDelimiter else { return false }
    let end = closing(delimiter)
    if word.equals("q") || word.equals("qq") || word.equals("qw") {
      tokens.append(.string(quoted(until: end, interpolates: word.equals("qq"))))
    } else if word.equals("qx") {
      tokens.append(.command(quoted(until: end, interpolates: true)))
    } else if word.equals("m") || word.equals("qr") {
      skipExpression(end)
    } else if word.equals("s") || word.equals("tr") || word.equals("y") {
      skipExpression(end)
      if end == delimiter { position -= 1 }
      skipExpression(end)
    } else {
      return false
    }
    return true
  }

  private mutating func takePercentLiteral() {
    let kind = byte(1)
    let isLetter = isWordByte(kind)
    let delimiter = isLetter ? byte(2) : kind
    guard delimiter == 0x28 || delimiter == 0x5B || delimiter == 0x7B || delimiter == 0x7C else {
      tokens.append(.mark(0x25))
      position += 1
      return
    }
    position += isLetter ? 2 : 1
    let parts = quoted(until: closing(delimiter), interpolates: true)
    tokens.append(kind == 0x78 ? .command(parts) : .string(parts))
  }

  private func closing(_ delimiter: UInt8) -> UInt8 {
    switch delimiter {
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0x7B: 0x7D
    case 0x3C: 0x3E
    default: delimiter
    }
  }

  /// The parts of the string whose opening byte is at the position.
  private mutating func quoted(
    until end: UInt8, interpolates: Bool, escapes: Bool = true
  ) -> List<CodeStringPart> {
    position += 1
    var parts = List<CodeStringPart>()
    var run: [UInt8] = []
    while position < text.count, text[position] != end {
      let byte = text[position]
      if byte == 0x5C, position + 1 < text.count {
        takeEscape(escapes, end, &run)
      } else if interpolates, let name = interpolation() {
        parts.append(.text(run))
        parts.append(.variable(name))
        run = []
      } else {
        run.append(byte)
        position += 1
      }
    }
    position += 1
    parts.append(.text(run))
    return parts
  }

  private mutating func takeEscape(_ escapes: Bool, _ end: UInt8, _ run: inout [UInt8]) {
    let next = text[position + 1]
    if next == end || next == 0x27 || next == 0x5C || next == 0x60 || next == 0x2F {
      run.append(next)
      position += 2
    } else if next == 0x0A {
      position += 2
    } else if escapes {
      position = Escapes.append(text, position + 1, to: &run)
    } else {
      run.append(0x5C)
      position += 1
    }
  }

  /// The name in `${x}`, `#{x}`, `{x}` or `$x` at the position; empty for an expression.
  private mutating func interpolation() -> [UInt8]? {
    let first = byte()
    let opens: Int
    switch language {
    case .python: opens = first == 0x7B ? 1 : 0
    case .javascript: opens = first == 0x24 && byte(1) == 0x7B ? 2 : 0
    case .ruby: opens = first == 0x23 && byte(1) == 0x7B ? 2 : 0
    case .perl, .php: opens = first == 0x7B && byte(1) == 0x24 ? 1 : 0
    case .awk, .lua, .other: return nil
    }
    if opens == 0 {
      guard first == 0x24, language == .perl || language == .php, isWordByte(byte(1)) else {
        return nil
      }
      let start = position
      position += 1
      while isWordByte(byte()) { position += 1 }
      // One variable of the environment: `$ENV{HOME}`.
      if byte() == 0x7B, Array(text[start..<position]).equals("$ENV") {
        while position < text.count, byte() != 0x7D { position += 1 }
        position += 1
        return Array(text[start..<min(position, text.count)])
      }
      return Array(text[start..<position])
    }
    position += opens
    let start = position
    while position < text.count, text[position] != 0x7D { position += 1 }
    let inside = Array(text[start..<min(position, text.count)])
    position += 1
    for byte in inside where !isWordByte(byte) && byte != 0x24 {
      return CodeScanner.namesEnvironment(inside) ? inside : []
    }
    return inside
  }
}
