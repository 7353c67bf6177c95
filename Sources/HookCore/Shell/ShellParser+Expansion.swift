// SPDX-License-Identifier: MIT

/// What `$` and a backquote begin, other than `${…}` (2.6.2–2.6.4).
extension ShellParser {
  /// The expansion that the dollar sign here begins, or nil where it stands for itself.
  mutating func dollar(_ quoting: Quoting) throws(ShellSyntaxError) -> WordPart? {
    let next = following
    switch next {
    case Byte.openParen: return try dollarParenthesis()
    case Byte.openBrace: return .parameter(try bracedParameter(quoting))
    case Byte.openBracket: return try bracketArithmetic()
    default:
      guard Byte.continuesName(next) || Byte.isSpecialParameter(next) else { return nil }
      return .parameter(try plainParameter())
    }
  }

  /// `$'…'` or `$"…"`, where one of them stands here.
  mutating func dollarQuoted() throws(ShellSyntaxError) -> WordPart? {
    let start = at
    let next = position(after: at)
    switch byte(next) {
    case Byte.singleQuote: return try dollarSingleQuoted(from: start, quote: next)
    case Byte.doubleQuote:
      advance()
      return try doubleQuoted(from: start)
    default: return nil
    }
  }

  /// `$name`, `$1`, `$@` and kin.
  private mutating func plainParameter() throws(ShellSyntaxError) -> ParameterExpansion {
    try countNode()
    let start = at
    advance()
    let name = Byte.startsName(current) ? readName() : readByte()
    return ParameterExpansion(name: name, range: range(from: start))
  }

  /// Reads the name that begins here.
  mutating func readName() -> [UInt8] {
    var name: [UInt8] = []
    while Byte.continuesName(current) {
      name.append(current)
      advance()
    }
    return name
  }

  /// Reads one byte.
  mutating func readByte() -> [UInt8] {
    let byte = [current]
    advance()
    return byte
  }

  /// `$((…))` where it is one, else `$(…)`.
  private mutating func dollarParenthesis() throws(ShellSyntaxError) -> WordPart {
    let inner = position(after: position(after: at))
    if byte(inner) == Byte.openParen, let close = try arithmeticEnd(from: inner, isExpansion: true)
    {
      return try arithmeticExpansion(endingAt: close)
    }
    let start = at
    advance(by: 2)
    let commands = try substitutedList(from: start)
    return .commandSubstitution(commands, range(from: start))
  }

  /// `<(…)` or `>(…)` (Bash).
  mutating func processSubstitution() throws(ShellSyntaxError) -> WordPart {
    let start = at
    let reads = current == Byte.less
    advance(by: 2)
    let commands = try substitutedList(from: start)
    return .processSubstitution(commands, reads: reads, range(from: start))
  }

  /// The list of a substitution that began at `start`, and its closing parenthesis.
  private mutating func substitutedList(from start: Int) throws(ShellSyntaxError) -> CommandList {
    try enter()
    let outerPending = firstPending
    let outerEnd = endsAtParenthesis
    firstPending = pending.count
    endsAtParenthesis = true
    let commands = try list()
    guard current == Byte.closeParen else {
      throw at >= limit ? unterminated(start) : unexpected()
    }
    // Bash takes the next line of whatever follows for the body, with a warning.
    guard pending.count == firstPending else { throw failure(.unterminated) }
    firstPending = outerPending
    endsAtParenthesis = outerEnd
    needsSeparator = false
    advance()
    leave()
    return commands
  }

  /// `` `…` ``: the backslashes of its own level are taken out, then the rest is a text (2.6.3).
  mutating func backquoted(inDoubleQuotes: Bool) throws(ShellSyntaxError) -> WordPart {
    try enter()
    let start = at
    var inner: [UInt8] = []
    var places = TextOrigins()
    places.note(0, from: origins.origin(of: start + 1))
    var position = start + 1
    while byte(position) != Byte.backquote {
      guard position < limit else { throw unterminated(start) }
      if text[position] == Byte.backslash {
        let next = byte(position + 1)
        if next == Byte.newline {
          position += 2
          continue
        }
        if Self.losesBackslash(next, inDoubleQuotes) { position += 1 }
      }
      places.note(inner.count, from: origins.origin(of: position))
      inner.append(text[position])
      position += 1
    }
    var parser = derived(inner, places)
    let commands = try parser.program()
    absorb(parser)
    resume(at: position + 1)
    leave()
    return .commandSubstitution(commands, range(from: start))
  }

  private static func losesBackslash(_ byte: UInt8, _ inDoubleQuotes: Bool) -> Bool {
    switch byte {
    case Byte.dollar, Byte.backquote, Byte.backslash: true
    case Byte.doubleQuote: inDoubleQuotes
    default: false
    }
  }
}
