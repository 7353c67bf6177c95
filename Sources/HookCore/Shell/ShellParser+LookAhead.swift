// SPDX-License-Identifier: MIT

/// Looking ahead where the grammar needs it: `((` and subscripts.
///
/// It follows Bash's own matching of pairs: quotes and substitutions are skipped, brackets
/// counted. Every byte looked at counts against one budget, so that nesting cannot make the
/// parse quadratic.
extension ShellParser {
  /// The place of the parenthesis that closes the one at `open`, where another follows it: then
  /// `((…))` is arithmetic, and otherwise a subshell in a subshell or substitution (2.6.3).
  mutating func arithmeticEnd(
    from open: Int, isExpansion: Bool
  ) throws(ShellSyntaxError) -> Int? {
    let close = try matching(open, Byte.openParen, Byte.closeParen)
    guard byte(position(after: close)) == Byte.closeParen else { return nil }
    // When it expands, Bash counts again and less carefully; the two must agree.
    if isExpansion, try !isBalanced(open + 1, close) { throw unexpected() }
    return close
  }

  /// Whether the bracket at `open` begins a subscript that is assigned to: `[…]=` or `[…]+=`.
  ///
  /// - Throws: where it is not and yet holds blanks or operators, which Bash reads as one word.
  mutating func startsAssignedSubscript(at open: Int) throws(ShellSyntaxError) -> Bool {
    let close = try matching(open, Byte.openBracket, Byte.closeBracket)
    let next = position(after: close)
    if byte(next) == Byte.equals { return true }
    if byte(next) == Byte.plus, byte(position(after: next)) == Byte.equals { return true }
    for position in open..<close where Byte.endsToken(text[position]) { throw unexpected() }
    return false
  }

  /// The place of the byte that closes the pair opened at `start`.
  mutating func matching(
    _ start: Int, _ open: UInt8, _ close: UInt8
  ) throws(ShellSyntaxError) -> Int {
    var scanner = PairScanner(parser: self, start)
    let end = try scanner.skipPair(open, close, depth: 0)
    try spend(scanner.position - start)
    guard let end else { throw unterminated(start) }
    return end
  }

  /// Whether parentheses pair up between `start` and `end`, quoted ones left out.
  private mutating func isBalanced(_ start: Int, _ end: Int) throws(ShellSyntaxError) -> Bool {
    var scanner = PairScanner(parser: self, start)
    var open = 0
    while scanner.position < end && open >= 0 {
      switch text[scanner.position] {
      case Byte.openParen: open += 1
      case Byte.closeParen: open -= 1
      default: break
      }
      switch text[scanner.position] {
      case Byte.backslash: scanner.position += 2
      case Byte.singleQuote: scanner.skipThrough(Byte.singleQuote)
      case Byte.doubleQuote: try scanner.skipDoubleQuotes(depth: 0)
      default: scanner.position += 1
      }
    }
    try spend(end - start)
    return open == 0
  }

  private mutating func spend(_ bytes: Int) throws(ShellSyntaxError) {
    scanned += bytes
    let budget = ParserLimits.lookAhead * text.count + ParserLimits.lookAheadBase
    guard scanned <= budget else { throw failure(.tooMany) }
  }
}

/// Skips quoted text, substitutions and pairs of brackets without parsing them.
private struct PairScanner {
  private let parser: ShellParser
  var position: Int

  init(parser: ShellParser, _ position: Int) {
    self.parser = parser
    self.position = position
  }

  private var current: UInt8 { parser.byte(position) }

  /// Skips the pair that begins here; answers where it closes, or nil where it does not.
  mutating func skipPair(
    _ open: UInt8, _ close: UInt8, depth: Int
  ) throws(ShellSyntaxError) -> Int? {
    guard depth <= ParserLimits.depth else { throw parser.failure(.tooDeep) }
    position += 1
    var count = 1
    while position < parser.limit {
      let byte = current
      if byte == close {
        count -= 1
        position += 1
        if count == 0 { return position - 1 }
      } else if byte == open, open != Byte.openBrace {
        count += 1
        position += 1
      } else {
        try skipOne(depth: depth)
      }
    }
    return nil
  }

  /// Skips one byte, or the quoted text or expansion that begins here.
  private mutating func skipOne(depth: Int) throws(ShellSyntaxError) {
    switch current {
    case Byte.backslash: position += 2
    case Byte.singleQuote: skipThrough(Byte.singleQuote)
    case Byte.doubleQuote: try skipDoubleQuotes(depth: depth)
    case Byte.backquote: skipEscaped(through: Byte.backquote)
    case Byte.dollar: try skipDollar(depth: depth, quotes: true)
    default: position += 1
    }
  }

  private mutating func skipDollar(depth: Int, quotes: Bool) throws(ShellSyntaxError) {
    position += 1
    switch current {
    case Byte.openParen:
      _ = try skipPair(Byte.openParen, Byte.closeParen, depth: depth + 1)
    case Byte.openBrace:
      _ = try skipPair(Byte.openBrace, Byte.closeBrace, depth: depth + 1)
    case Byte.openBracket:
      _ = try skipPair(Byte.openBracket, Byte.closeBracket, depth: depth + 1)
    case Byte.singleQuote where quotes: skipEscaped(through: Byte.singleQuote)
    default: break
    }
  }

  /// Skips the double-quoted text that begins here.
  mutating func skipDoubleQuotes(depth: Int) throws(ShellSyntaxError) {
    position += 1
    while position < parser.limit {
      switch current {
      case Byte.doubleQuote:
        position += 1
        return
      case Byte.backslash: position += 2
      case Byte.backquote: skipEscaped(through: Byte.backquote)
      case Byte.dollar: try skipDollar(depth: depth, quotes: false)
      default: position += 1
      }
    }
  }

  /// Skips the opening byte here and everything through the next `close`.
  mutating func skipThrough(_ close: UInt8) {
    position += 1
    while position < parser.limit && current != close { position += 1 }
    position += 1
  }

  /// The same, where a backslash quotes the byte behind it.
  private mutating func skipEscaped(through close: UInt8) {
    position += 1
    while position < parser.limit && current != close {
      position += current == Byte.backslash ? 2 : 1
    }
    position += 1
  }
}
