// SPDX-License-Identifier: MIT

/// What quotes the place that an expansion stands in.
enum Quoting {
  case none
  case doubleQuotes
  case hereDocument
}

/// Single quotes, double quotes and `$'…'` (2.2.2–2.2.4).
extension ShellParser {
  /// `'…'`: every byte as it stands, line continuations too.
  mutating func singleQuoted() throws(ShellSyntaxError) -> WordPart {
    let start = at
    guard let close = find(Byte.singleQuote, from: start + 1) else { throw unterminated(start) }
    let bytes = Array(text[start + 1..<close])
    resume(at: close + 1)
    return .singleQuoted(bytes, range(from: start))
  }

  /// The place of the next `wanted` at or behind `position`, whatever stands between.
  func find(_ wanted: UInt8, from position: Int) -> Int? {
    var position = position
    while position < limit {
      if text[position] == wanted { return position }
      position += 1
    }
    return nil
  }

  /// `"…"`, or `$"…"` where `start` is the place of the dollar sign.
  mutating func doubleQuoted(from start: Int) throws(ShellSyntaxError) -> WordPart {
    advance()
    var word = WordBuilder(at)
    while current != Byte.doubleQuote {
      guard at < limit else { throw unterminated(start) }
      try readInDoubleQuotes(.doubleQuotes, into: &word)
    }
    advance()
    word.endRun(in: self)
    return .doubleQuoted(word.parts, range(from: start))
  }

  /// Reads one byte, escape or expansion of double-quoted text (2.2.3).
  mutating func readInDoubleQuotes(
    _ quoting: Quoting, into word: inout WordBuilder
  ) throws(ShellSyntaxError) {
    switch current {
    case Byte.backslash where keepsNoBackslash(byte(at + 1), quoting):
      word.append(text[at + 1], at, at + 2)
      resume(at: at + 2)
    case Byte.backquote:
      try add(backquoted(inDoubleQuotes: quoting == .doubleQuotes), to: &word)
    case Byte.dollar:
      guard let part = try dollar(quoting) else { return takeLiteral(&word) }
      try add(part, to: &word)
    default: takeLiteral(&word)
    }
  }

  private func keepsNoBackslash(_ byte: UInt8, _ quoting: Quoting) -> Bool {
    switch byte {
    case Byte.dollar, Byte.backquote, Byte.backslash: true
    case Byte.doubleQuote: quoting == .doubleQuotes
    default: false
    }
  }

  /// `'…'` where single quotes quote nothing but still end no earlier than the next one: the
  /// quotes are text, and what stands between them is read as in double quotes.
  mutating func readLiveQuotes(into word: inout WordBuilder) throws(ShellSyntaxError) {
    guard let close = find(Byte.singleQuote, from: at + 1) else { throw unterminated(at) }
    takeLiteral(&word)
    let outer = limit
    limit = close
    while at < limit { try readInDoubleQuotes(.doubleQuotes, into: &word) }
    limit = outer
    takeLiteral(&word)
  }

  /// `$'…'`, of which the quote at `quote` is the first.
  mutating func dollarSingleQuoted(
    from start: Int, quote: Int
  ) throws(ShellSyntaxError) -> WordPart {
    var position = quote + 1
    while byte(position) != Byte.singleQuote {
      guard position < limit else { throw unterminated(start) }
      position += text[position] == Byte.backslash ? 2 : 1
    }
    let decoded = AnsiEscapes.decode(text[quote + 1..<position])
    resume(at: position + 1)
    return .dollarSingleQuoted(decoded, range(from: start))
  }
}
