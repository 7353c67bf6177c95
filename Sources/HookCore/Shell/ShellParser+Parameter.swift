// SPDX-License-Identifier: MIT

/// `${…}` (2.6.2; Bash manual, Shell Parameter Expansion).
extension ShellParser {
  /// The expansion that begins here.
  mutating func bracedParameter(_ quoting: Quoting) throws(ShellSyntaxError) -> ParameterExpansion {
    try enter()
    try countNode()
    let start = at
    advance(by: 2)
    var expansion = ParameterExpansion(name: [], range: range(from: start))
    if current == Byte.hash, let name = try measuredName() {
      expansion.name = name
      expansion.index = try subscriptIfAny()
      expansion.operation = .length
    } else {
      expansion.isIndirect = current == Byte.exclamation && startsIndirection()
      if expansion.isIndirect { advance() }
      expansion.name = try parameterName()
      expansion.index = Byte.startsName(expansion.name[0]) ? try subscriptIfAny() : nil
      try readOperation(quoting, from: start, of: &expansion)
    }
    guard current == Byte.closeBrace else {
      throw at >= limit ? unterminated(start) : failure(.badExpansion)
    }
    advance()
    expansion.range = range(from: start)
    leave()
    return expansion
  }

  /// The parameter of `${#parameter}`; nil where `#` is itself the parameter.
  private mutating func measuredName() throws(ShellSyntaxError) -> [UInt8]? {
    let next = position(after: at)
    let isSpecial = Byte.isSpecialParameter(byte(next))
    guard
      isSpecial
        ? byte(position(after: next)) == Byte.closeBrace : Byte.continuesName(byte(next))
    else { return nil }
    advance()
    return try parameterName()
  }

  /// Whether `!` is followed by the name of a parameter instead of by an operator on `$!`.
  private func startsIndirection() -> Bool {
    let next = position(after: at)
    guard Byte.isSpecialParameter(byte(next)) else { return Byte.continuesName(byte(next)) }
    return byte(position(after: next)) == Byte.closeBrace
  }

  /// A name, the digits of a positional parameter, or a special parameter.
  private mutating func parameterName() throws(ShellSyntaxError) -> [UInt8] {
    let first = current
    if Byte.startsName(first) { return readName() }
    if Byte.isSpecialParameter(first) { return readByte() }
    guard Byte.isDigit(first) else { throw failure(.badExpansion) }
    var digits: [UInt8] = []
    while Byte.isDigit(current) {
      digits.append(current)
      advance()
    }
    return digits
  }

  private mutating func subscriptIfAny() throws(ShellSyntaxError) -> Word? {
    guard takes(Byte.openBracket) else { return nil }
    let index = try arithmetic(.bracedBrackets)
    advance()
    return index
  }

  /// Reads the operator and its words, up to the closing brace.
  private mutating func readOperation(
    _ quoting: Quoting, from start: Int, of expansion: inout ParameterExpansion
  ) throws(ShellSyntaxError) {
    switch current {
    case Byte.closeBrace: readListing(of: &expansion)
    case Byte.colon: expansion.operation = try colonOperation(quoting, start)
    case Byte.minus, Byte.equals, Byte.question, Byte.plus:
      expansion.operation = try defaultOperation(quoting, start, orEmpty: false)
    case Byte.hash:
      let longest = takesTwice(Byte.hash)
      expansion.operation = .removePrefix(try pattern(quoting, start), longest: longest)
    case Byte.percent:
      let longest = takesTwice(Byte.percent)
      expansion.operation = .removeSuffix(try pattern(quoting, start), longest: longest)
    case Byte.slash: expansion.operation = try replacement(quoting, start)
    case Byte.caret, Byte.comma:
      let isUpper = current == Byte.caret
      let all = takesTwice(current)
      let pattern = current == Byte.closeBrace ? nil : try pattern(quoting, start)
      expansion.operation = .changeCase(upper: isUpper, all: all, pattern)
    case Byte.star where expansion.isIndirect: try readPrefixListing(of: &expansion)
    case Byte.at: try readTransformation(of: &expansion)
    default: throw at >= limit ? unterminated(start) : failure(.badExpansion)
    }
  }

  /// `${!array[@]}` lists subscripts; the same without `!` is a value.
  private func readListing(of expansion: inout ParameterExpansion) {
    guard expansion.isIndirect, let index = expansion.index?.unquotedText,
      index == [Byte.at] || index == [Byte.star]
    else { return }
    expansion.isIndirect = false
    expansion.operation = .subscripts
  }

  /// `${!prefix*}` and `${!prefix@}`.
  private mutating func readPrefixListing(
    of expansion: inout ParameterExpansion
  ) throws(ShellSyntaxError) {
    advance()
    guard current == Byte.closeBrace, expansion.index == nil, Byte.startsName(expansion.name[0])
    else { throw failure(.badExpansion) }
    expansion.isIndirect = false
    expansion.operation = .namesWithPrefix
  }

  /// `${x@Q}`, or `${!prefix@}`.
  private mutating func readTransformation(
    of expansion: inout ParameterExpansion
  ) throws(ShellSyntaxError) {
    if expansion.isIndirect, following == Byte.closeBrace {
      return try readPrefixListing(of: &expansion)
    }
    advance()
    switch current {
    case UInt8(ascii: "U"), UInt8(ascii: "u"), UInt8(ascii: "L"), UInt8(ascii: "Q"),
      UInt8(ascii: "E"), UInt8(ascii: "P"), UInt8(ascii: "A"), UInt8(ascii: "K"),
      UInt8(ascii: "a"), UInt8(ascii: "k"):
      expansion.operation = .transform(current)
      advance()
    default: throw failure(.badExpansion)
    }
  }

  /// Reads one or two of `byte`; true for two.
  private mutating func takesTwice(_ byte: UInt8) -> Bool {
    advance()
    return takes(byte)
  }

  /// `${x:-word}` and kin, `${x:offset}`, `${x:offset:length}`.
  private mutating func colonOperation(
    _ quoting: Quoting, _ start: Int
  ) throws(ShellSyntaxError) -> ParameterOperation {
    advance()
    switch current {
    case Byte.minus, Byte.equals, Byte.question, Byte.plus:
      return try defaultOperation(quoting, start, orEmpty: true)
    default:
      let offset = try arithmetic(.slice)
      guard takes(Byte.colon) else { return .substring(offset, length: nil) }
      return .substring(offset, length: try arithmetic(.slice))
    }
  }

  private mutating func defaultOperation(
    _ quoting: Quoting, _ start: Int, orEmpty: Bool
  ) throws(ShellSyntaxError) -> ParameterOperation {
    let kind = current
    advance()
    let word = try bracedWord(quoting, start)
    switch kind {
    case Byte.minus: return .useDefault(word, orEmpty: orEmpty)
    case Byte.equals: return .assignDefault(word, orEmpty: orEmpty)
    case Byte.question: return .failIfUnset(word, orEmpty: orEmpty)
    default: return .useAlternative(word, orEmpty: orEmpty)
    }
  }

  /// `/pattern`, `/pattern/word`; the pattern's first byte may say where to replace.
  private mutating func replacement(
    _ quoting: Quoting, _ start: Int
  ) throws(ShellSyntaxError) -> ParameterOperation {
    advance()
    var place = ReplacementPlace.first
    switch current {
    case Byte.slash: place = .all
    case Byte.hash: place = .prefix
    case Byte.percent: place = .suffix
    default: break
    }
    if place != .first { advance() }
    let pattern = try pattern(quoting, start, endsAtSlash: true)
    guard takes(Byte.slash) else { return .replace(pattern, with: nil, place) }
    return .replace(pattern, with: try self.pattern(quoting, start), place)
  }
}

/// The words inside `${…}`.
extension ShellParser {
  /// A pattern or its replacement: quotes quote there, inside double quotes too.
  private mutating func pattern(
    _ quoting: Quoting, _ start: Int, endsAtSlash: Bool = false
  ) throws(ShellSyntaxError) -> Word {
    var word = WordBuilder(at)
    while current != Byte.closeBrace, !endsAtSlash || current != Byte.slash {
      guard at < limit else { throw unterminated(start) }
      if quoting == .none, try readProcessSubstitution(into: &word) { continue }
      if try !readQuotedOrExpansion(in: quoting, into: &word) { takeLiteral(&word) }
    }
    return try finish(&word)
  }

  /// The word of `${x-word}` and kin.
  private mutating func bracedWord(
    _ quoting: Quoting, _ start: Int
  ) throws(ShellSyntaxError) -> Word {
    guard quoting != .none else { return try pattern(quoting, start) }
    var word = WordBuilder(at)
    while current != Byte.closeBrace {
      guard at < limit else { throw unterminated(start) }
      try readInQuotedBraces(quoting, into: &word)
    }
    return try finish(&word)
  }

  private mutating func readProcessSubstitution(
    into word: inout WordBuilder
  ) throws(ShellSyntaxError) -> Bool {
    guard current == Byte.less || current == Byte.greater, following == Byte.openParen else {
      return false
    }
    try add(processSubstitution(), to: &word)
    return true
  }

  /// Double-quoted text with the additions that hold inside braces.
  private mutating func readInQuotedBraces(
    _ quoting: Quoting, into word: inout WordBuilder
  ) throws(ShellSyntaxError) {
    switch current {
    case Byte.backslash where byte(at + 1) == Byte.closeBrace || byte(at + 1) == Byte.doubleQuote:
      word.append(text[at + 1], at, at + 2)
      resume(at: at + 2)
    case Byte.singleQuote: try readLiveQuotes(into: &word)
    case Byte.doubleQuote: try add(doubleQuoted(from: at), to: &word)
    case Byte.dollar:
      if let part = try dollarQuoted() {
        try add(checked(part, quoting), to: &word)
      } else {
        try readInDoubleQuotes(quoting, into: &word)
      }
    default: try readInDoubleQuotes(quoting, into: &word)
    }
  }

  /// Bash decodes `$'…'` here first and then expands the outcome; only what is not special then
  /// can be told apart.
  private func checked(_ part: WordPart, _ quoting: Quoting) throws(ShellSyntaxError) -> WordPart {
    guard case .dollarSingleQuoted(let bytes, let range) = part else { return part }
    guard quoting == .doubleQuotes else { throw ShellSyntaxError(.badExpansion, range) }
    for byte in bytes {
      switch byte {
      case Byte.dollar, Byte.backquote, Byte.doubleQuote, Byte.singleQuote, Byte.backslash,
        Byte.closeBrace:
        throw ShellSyntaxError(.badExpansion, range)
      default: break
      }
    }
    return part
  }
}
