// SPDX-License-Identifier: MIT

/// Where a word stands; decides which operator characters it can hold.
enum WordPlace {
  /// A command's name, or a place where extended patterns are off.
  case command
  /// Any other word: an extended pattern can stand in it.
  case argument
  /// An argument of a declaration command: `name=(…)` can stand in it.
  case declaration
  /// The right side of `=~`: parentheses and bars belong to it.
  case expression
}

/// Words (2.3) and what quotes bytes in them (2.2).
extension ShellParser {
  /// Whether a word begins here.
  func startsWord() -> Bool { !endsWord(at) }

  /// The word that begins here.
  mutating func word(_ place: WordPlace) throws(ShellSyntaxError) -> Word {
    guard startsWord() || (place == .expression && isExpressionOperator) else {
      throw unexpected()
    }
    var word = WordBuilder(at)
    try readWord(place, into: &word)
    return try finish(&word)
  }

  /// Reads parts into `word` up to the end of the token.
  mutating func readWord(_ place: WordPlace, into word: inout WordBuilder) throws(ShellSyntaxError)
  {
    while true {
      let byte = current
      if Byte.endsToken(byte) {
        guard try readOperator(place, into: &word) else { return }
      } else if place != .command, Byte.startsExtendedGlob(byte), following == Byte.openParen,
        place != .expression
      {
        try add(extendedGlob(), to: &word)
      } else if try !readQuotedOrExpansion(into: &word) {
        takeLiterals(&word)
      }
    }
  }

  /// Reads what an operator character begins inside a word; false where it ends the word.
  private mutating func readOperator(
    _ place: WordPlace, into word: inout WordBuilder
  ) throws(ShellSyntaxError) -> Bool {
    switch current {
    case Byte.less, Byte.greater:
      guard following == Byte.openParen else { return false }
      try add(processSubstitution(), to: &word)
      return true
    case Byte.openParen where place == .declaration:
      guard word.parts.count == 0, Self.isAssignmentHead(word.run) else { return false }
      let start = at
      let elements = try arrayElements()
      try add(.array(elements, range(from: start)), to: &word)
      guard endsWord(at) else { throw unexpected() }
      return false
    case Byte.openParen where place == .expression:
      try readParenthesized(into: &word)
      return true
    case Byte.bar where place == .expression:
      guard following != Byte.bar else { return false }
      takeLiteral(&word)
      return true
    default:
      return false
    }
  }

  private var isExpressionOperator: Bool {
    current == Byte.openParen || (current == Byte.bar && following != Byte.bar)
  }

  /// Reads a quoted piece or an expansion; false where neither begins here.
  ///
  /// In a pattern inside double quotes quotes are special too, while `outer` holds for the
  /// expansions.
  mutating func readQuotedOrExpansion(
    in outer: Quoting = .none, into word: inout WordBuilder
  ) throws(ShellSyntaxError) -> Bool {
    switch current {
    case Byte.backslash: try readEscape(into: &word)
    case Byte.singleQuote: try add(singleQuoted(), to: &word)
    case Byte.doubleQuote: try add(doubleQuoted(from: at), to: &word)
    case Byte.backquote:
      try add(backquoted(inDoubleQuotes: outer == .doubleQuotes), to: &word)
    case Byte.dollar:
      var part = try dollarQuoted()
      if part == nil { part = try dollar(outer) }
      guard let part else { return false }
      try add(part, to: &word)
    default: return false
    }
    return true
  }

  /// A backslash and the byte that it quotes (2.2.1); at the end it stands for itself.
  mutating func readEscape(into word: inout WordBuilder) throws(ShellSyntaxError) {
    guard at + 1 < limit else { return takeLiteral(&word) }
    let part = WordPart.escaped(text[at + 1], range(at, at + 2))
    resume(at: at + 2)
    try add(part, to: &word)
  }

  /// `(…)` as text with its quoting and expansions; parentheses inside are counted.
  private mutating func readParenthesized(into word: inout WordBuilder) throws(ShellSyntaxError) {
    let start = at
    var open = 0
    repeat {
      switch current {
      case Byte.end: throw unterminated(start)
      case Byte.openParen: open += 1
      case Byte.closeParen: open -= 1
      default: break
      }
      try readPatternByte(into: &word)
    } while open > 0
  }

  /// Reads what stands here in a pattern, where only quotes and expansions are special.
  private mutating func readPatternByte(into word: inout WordBuilder) throws(ShellSyntaxError) {
    if current == Byte.less || current == Byte.greater, following == Byte.openParen {
      try add(processSubstitution(), to: &word)
    } else if try !readQuotedOrExpansion(into: &word) {
      takeLiteral(&word)
    }
  }

  /// `?(…)` and kin (Bash manual, Pattern Matching).
  private mutating func extendedGlob() throws(ShellSyntaxError) -> WordPart {
    try enter()
    let start = at
    let kind = current
    advance(by: 2)
    var alternatives = List<Word>()
    repeat {
      alternatives.append(try patternAlternative(of: start))
    } while takes(Byte.bar)
    advance()
    leave()
    return .extendedGlob(kind, alternatives, range(from: start))
  }

  /// One alternative of an extended pattern: up to `|` or `)`.
  private mutating func patternAlternative(of start: Int) throws(ShellSyntaxError) -> Word {
    var word = WordBuilder(at)
    var open = 0
    while true {
      switch current {
      case Byte.end: throw unterminated(start)
      case Byte.bar where open == 0: return try finish(&word)
      case Byte.closeParen:
        if open == 0 { return try finish(&word) }
        open -= 1
      case Byte.openParen: open += 1
      default: break
      }
      if Byte.startsExtendedGlob(current), following == Byte.openParen {
        try add(extendedGlob(), to: &word)
      } else {
        try readPatternByte(into: &word)
      }
    }
  }
}
