// SPDX-License-Identifier: MIT

/// Where an arithmetic expression stands; decides what ends it.
enum ArithmeticPlace: Equatable {
  /// `((…))`: ends at the parenthesis that the look-ahead found.
  case parentheses(close: Int)
  /// A part of `for ((…;…;…))`: ends at `;` or the closing parenthesis.
  case loopPart
  /// `$[…]` or the subscript of an assignment: ends at `]`.
  case brackets
  /// The subscript in `${name[…]}`: ends at `]`, and holds no `}`.
  case bracedBrackets
  /// The offset or length of `${x:…:…}`: ends at `:` or `}`.
  case slice
}

/// Arithmetic expansion (2.6.4), and what Bash reads like it: subscripts, slices, `((…))`.
///
/// The expression is text with expansions, as in double quotes: single quotes only hide what
/// could end it.
extension ShellParser {
  /// `$((…))`, whose inner parenthesis closes at `close`.
  mutating func arithmeticExpansion(endingAt close: Int) throws(ShellSyntaxError) -> WordPart {
    let start = at
    advance(by: 3)
    let expression = try arithmetic(.parentheses(close: close))
    advance(by: 2)
    return .arithmetic(expression, range(from: start))
  }

  /// `$[…]`, the old spelling.
  mutating func bracketArithmetic() throws(ShellSyntaxError) -> WordPart {
    let start = at
    advance(by: 2)
    let expression = try arithmetic(.brackets)
    advance()
    return .arithmetic(expression, range(from: start))
  }

  /// The expression that begins here, up to what ends it in `place`.
  mutating func arithmetic(_ place: ArithmeticPlace) throws(ShellSyntaxError) -> Word {
    try enter()
    let start = at
    var word = WordBuilder(at)
    var nesting = ArithmeticNesting()
    while true {
      guard at < limit else { throw unterminated(start) }
      switch nesting.meaning(of: current, place) {
      case .text: try readInArithmetic(into: &word)
      case .end:
        if case .parentheses(let close) = place, at != close { throw unexpected() }
        leave()
        return try finish(&word)
      case .error: throw unexpected()
      }
    }
  }

  private mutating func readInArithmetic(into word: inout WordBuilder) throws(ShellSyntaxError) {
    switch current {
    case Byte.singleQuote: try readLiveQuotes(into: &word)
    case Byte.doubleQuote: try add(doubleQuoted(from: at), to: &word)
    case Byte.backslash where at + 1 < limit:
      // The byte behind it neither opens nor closes anything.
      word.append(Byte.backslash, at, at + 1)
      word.append(text[at + 1], at + 1, at + 2)
      resume(at: at + 2)
    case Byte.dollar where following == Byte.singleQuote:
      // Bash decodes it and then expands the outcome.
      throw failure(.badExpansion)
    case Byte.hash where word.run.last == Byte.space || word.run.last == Byte.tab:
      // Bash takes it for text here and for a comment when it expands.
      throw unexpected()
    default: try readInDoubleQuotes(.doubleQuotes, into: &word)
    }
  }
}

/// Which brackets of an arithmetic expression are open.
private struct ArithmeticNesting {
  enum Meaning {
    case text
    case end
    case error
  }

  private var parentheses = 0
  private var brackets = 0
  private var conditionals = 0

  /// What `byte` means next in an expression in `place`.
  mutating func meaning(of byte: UInt8, _ place: ArithmeticPlace) -> Meaning {
    switch byte {
    case Byte.openParen: parentheses += 1
    case Byte.closeParen: return close(place)
    case Byte.openBracket: brackets += 1
    case Byte.closeBracket: return closeBracket(place)
    case Byte.semicolon: return semicolon(place)
    case Byte.question: conditionals += 1
    case Byte.colon where place == .slice && parentheses == 0:
      guard conditionals > 0 else { return .end }
      conditionals -= 1
    case Byte.closeBrace where place == .slice: return parentheses == 0 ? .end : .error
    case Byte.closeBrace where place == .bracedBrackets: return .error
    default: break
    }
    return .text
  }

  private mutating func close(_ place: ArithmeticPlace) -> Meaning {
    guard parentheses == 0 else {
      parentheses -= 1
      return .text
    }
    switch place {
    case .parentheses, .loopPart: return .end
    case .brackets, .bracedBrackets, .slice: return .text
    }
  }

  private mutating func closeBracket(_ place: ArithmeticPlace) -> Meaning {
    switch place {
    case .brackets, .bracedBrackets:
      guard brackets > 0 else { return .end }
      brackets -= 1
    case .parentheses, .loopPart, .slice: break
    }
    return .text
  }

  private func semicolon(_ place: ArithmeticPlace) -> Meaning {
    switch place {
    case .loopPart: parentheses == 0 ? .end : .text
    // No evaluation accepts it, while a list that is taken for an expression would hold it.
    case .parentheses: .error
    case .brackets, .bracedBrackets, .slice: .text
    }
  }
}
