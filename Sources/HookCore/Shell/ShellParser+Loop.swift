// SPDX-License-Identifier: MIT

/// `for`, `select` and `case` (2.9.4.2, 2.9.4.3 and Bash).
extension ShellParser {
  mutating func forLoop() throws(ShellSyntaxError) -> CommandBody {
    take(.forWord)
    skipBlanks()
    if current == Byte.openParen, following == Byte.openParen { return try arithmeticFor() }
    let variable = try loopVariable()
    let words = try loopWords()
    return .forLoop(variable: variable, words: words, try loopBody())
  }

  mutating func select() throws(ShellSyntaxError) -> CommandBody {
    take(.select)
    skipBlanks()
    let variable = try loopVariable()
    let words = try loopWords()
    return .select(variable: variable, words: words, try loopBody())
  }

  private mutating func loopVariable() throws(ShellSyntaxError) -> [UInt8] {
    let start = at
    let word = try word(.command)
    guard let name = word.unquotedText, Byte.startsName(name[0]) else {
      throw ShellSyntaxError(.badName, range(from: start))
    }
    for byte in name where !Byte.continuesName(byte) {
      throw ShellSyntaxError(.badName, range(from: start))
    }
    return name
  }

  /// `in words;`, or nothing, which stands for the positional parameters.
  private mutating func loopWords() throws(ShellSyntaxError) -> List<Word>? {
    skipBlanks()
    if current == Byte.semicolon {
      advance()
      try skipNewlines()
      return nil
    }
    let isNextLine = current == Byte.newline
    try skipNewlines()
    guard reservedWord() == .inWord else {
      // Right behind the name `{` is a word, and so an error.
      guard isNextLine || reservedWord() == .doWord else { throw unexpected() }
      return nil
    }
    take(.inWord)
    var words = List<Word>()
    skipBlanks()
    while startsWord() {
      words.append(try word(.argument))
      skipBlanks()
    }
    guard current == Byte.semicolon || current == Byte.newline else { throw unexpected() }
    if current == Byte.semicolon { advance() }
    try skipNewlines()
    return words
  }

  /// `do … done`, or in Bash `{ … }`.
  private mutating func loopBody() throws(ShellSyntaxError) -> CommandList {
    needsSeparator = false
    let isGroup = reservedWord() == .openBrace
    try expect(isGroup ? .openBrace : .doWord)
    let body = try compoundList()
    try expect(isGroup ? .closeBrace : .done)
    return body
  }

  /// `for ((first; condition; step))` (Bash).
  private mutating func arithmeticFor() throws(ShellSyntaxError) -> CommandBody {
    advance(by: 2)
    let first = try arithmetic(.loopPart)
    guard takes(Byte.semicolon) else { throw unexpected() }
    let condition = try arithmetic(.loopPart)
    guard takes(Byte.semicolon) else { throw unexpected() }
    let step = try arithmetic(.loopPart)
    guard takes(Byte.closeParen), takes(Byte.closeParen) else { throw unexpected() }
    skipBlanks()
    if current == Byte.semicolon { advance() }
    try skipNewlines()
    return .arithmeticFor(first, condition, step, try loopBody())
  }

  mutating func caseClause() throws(ShellSyntaxError) -> CommandBody {
    take(.caseWord)
    skipBlanks()
    let subject = try word(.argument)
    try skipNewlines()
    needsSeparator = false
    try expect(.inWord)
    var items = List<CaseItem>()
    try skipNewlines()
    while reservedWord() != .esac {
      guard at < limit else { throw unexpected() }
      let item = try caseItem()
      items.append(item.item)
      guard item.isTerminated else { break }
      try skipNewlines()
    }
    try expect(.esac)
    return .caseClause(subject, items)
  }

  private mutating func caseItem() throws(ShellSyntaxError) -> (
    item: CaseItem, isTerminated: Bool
  ) {
    try countNode()
    if takes(Byte.openParen) { skipBlanks() }
    var patterns = List<Word>()
    repeat {
      skipBlanks()
      patterns.append(try word(.argument))
      skipBlanks()
    } while takes(Byte.bar)
    guard takes(Byte.closeParen) else { throw unexpected() }
    let body = try list()
    let terminator = caseTerminator()
    let item = CaseItem(patterns: patterns, body: body, terminator: terminator ?? .leave)
    return (item, terminator != nil)
  }

  /// `;;`, `;&` or `;;&`, where one stands here.
  private mutating func caseTerminator() -> CaseTerminator? {
    guard current == Byte.semicolon, following == Byte.semicolon || following == Byte.ampersand
    else { return nil }
    advance()
    needsSeparator = false
    if takes(Byte.ampersand) { return .fallThrough }
    advance()
    return takes(Byte.ampersand) ? .continueMatching : .leave
  }
}
