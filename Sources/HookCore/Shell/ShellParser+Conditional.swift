// SPDX-License-Identifier: MIT

/// `[[ … ]]` (Bash manual, Conditional Constructs).
extension ShellParser {
  mutating func conditional() throws(ShellSyntaxError) -> CommandBody {
    let start = at
    take(.openConditional)
    let expression = try alternatives()
    guard reservedWord() == .closeConditional else {
      throw at >= limit ? unterminated(start) : unexpected()
    }
    take(.closeConditional)
    return .conditional(expression)
  }

  /// Expressions joined by `||`.
  private mutating func alternatives() throws(ShellSyntaxError) -> ConditionalExpression {
    let first = try conjunction()
    var all = List<ConditionalExpression>()
    while current == Byte.bar, following == Byte.bar {
      advance(by: 2)
      if all.count == 0 { all.append(first) }
      all.append(try conjunction())
    }
    return all.count == 0 ? first : .any(all)
  }

  /// Expressions joined by `&&`.
  private mutating func conjunction() throws(ShellSyntaxError) -> ConditionalExpression {
    let first = try term()
    var all = List<ConditionalExpression>()
    while current == Byte.ampersand, following == Byte.ampersand {
      advance(by: 2)
      if all.count == 0 { all.append(first) }
      all.append(try term())
    }
    return all.count == 0 ? first : .all(all)
  }

  private mutating func term() throws(ShellSyntaxError) -> ConditionalExpression {
    try countNode()
    try enter()
    try skipNewlines()
    let expression: ConditionalExpression
    if takes(Byte.openParen) {
      expression = try alternatives()
      guard takes(Byte.closeParen) else { throw unexpected() }
      try skipNewlines()
    } else if spells("!") {
      advance()
      expression = .not(try term())
    } else {
      expression = try primary()
    }
    leave()
    return expression
  }

  /// A word alone, or an operator with its operands.
  private mutating func primary() throws(ShellSyntaxError) -> ConditionalExpression {
    let first = try operand(.command)
    skipBlanks()
    if let letter = Self.unaryOperator(first) {
      let second = try operand(.command)
      try skipNewlines()
      return .unary(letter, second)
    }
    if let kind = takeBinaryOperator() {
      skipBlanks()
      let second = try operand(Self.place(of: kind))
      try skipNewlines()
      return .binary(first, kind, second)
    }
    switch current {
    case Byte.closeParen: break
    case Byte.ampersand, Byte.bar: guard following == current else { throw unexpected() }
    default: guard reservedWord() == .closeConditional else { throw unexpected() }
    }
    return .word(first)
  }

  private mutating func operand(_ place: WordPlace) throws(ShellSyntaxError) -> Word {
    guard reservedWord() != .closeConditional, place == .expression || !startsDescriptor() else {
      throw unexpected()
    }
    return try word(place)
  }

  /// The letter of `-f` and kin, written without quotes.
  private static func unaryOperator(_ word: Word) -> UInt8? {
    guard let text = word.unquotedText, text.count == 2, text[0] == Byte.minus else { return nil }
    switch text[1] {
    case UInt8(ascii: "a")...UInt8(ascii: "h"), UInt8(ascii: "k"),
      UInt8(ascii: "n")...UInt8(ascii: "p"), UInt8(ascii: "r")...UInt8(ascii: "x"),
      UInt8(ascii: "z"), UInt8(ascii: "G"), UInt8(ascii: "L"), UInt8(ascii: "N"),
      UInt8(ascii: "O"), UInt8(ascii: "R"), UInt8(ascii: "S"):
      return text[1]
    default: return nil
    }
  }

  /// What the right side of the operator may hold.
  private static func place(of kind: ConditionalOperator) -> WordPlace {
    switch kind {
    case .matchesPattern, .differsFromPattern: .argument
    case .matchesExpression: .expression
    case .sortsBefore, .sortsAfter, .newerThan, .olderThan, .sameFile, .numericEqual,
      .numericUnequal, .numericLess, .numericLessOrEqual, .numericGreater,
      .numericGreaterOrEqual:
      .command
    }
  }

  private mutating func takeBinaryOperator() -> ConditionalOperator? {
    if current == Byte.less || current == Byte.greater {
      guard following != current, following != Byte.openParen, following != Byte.ampersand
      else { return nil }
      let isLess = current == Byte.less
      advance()
      return isLess ? .sortsBefore : .sortsAfter
    }
    guard let kind = binaryOperator() else { return nil }
    while !endsWord(at) { advance() }
    return kind
  }

  private func binaryOperator() -> ConditionalOperator? {
    if spells("==") || spells("=") { return .matchesPattern }
    if spells("!=") { return .differsFromPattern }
    if spells("=~") { return .matchesExpression }
    guard current == Byte.minus else { return nil }
    if spells("-nt") { return .newerThan }
    if spells("-ot") { return .olderThan }
    if spells("-ef") { return .sameFile }
    if spells("-eq") { return .numericEqual }
    if spells("-ne") { return .numericUnequal }
    if spells("-lt") { return .numericLess }
    if spells("-le") { return .numericLessOrEqual }
    if spells("-gt") { return .numericGreater }
    return spells("-ge") ? .numericGreaterOrEqual : nil
  }
}
