// SPDX-License-Identifier: MIT

/// Redirections (2.7), with those that Bash adds.
extension ShellParser {
  /// The redirections that stand here.
  mutating func redirections() throws(ShellSyntaxError) -> List<Redirection> {
    var redirections = List<Redirection>()
    skipBlanks()
    while let redirection = try redirection() {
      redirections.append(redirection)
      skipBlanks()
    }
    return redirections
  }

  /// The redirection that begins here, or nil where none does.
  mutating func redirection() throws(ShellSyntaxError) -> Redirection? {
    guard startsRedirection() else { return nil }
    try countNode()
    let start = at
    let descriptor = try redirectedDescriptor()
    let operation = redirectionOperator()
    skipBlanks()
    let target = try redirectionTarget(of: operation)
    var redirection = Redirection(
      descriptor: descriptor, operation: operation, target: target, range: range(from: start))
    if case .hereDocument(let stripsTabs) = operation {
      redirection.document = try announceDocument(target, stripsTabs: stripsTabs)
    }
    return redirection
  }

  /// Whether a descriptor with its operator begins here: `2>`, `{name}<`.
  func startsDescriptor() -> Bool { descriptorEnd() != nil }

  private func startsRedirection() -> Bool {
    switch current {
    case Byte.ampersand: following == Byte.greater
    case Byte.less, Byte.greater: following != Byte.openParen
    default: descriptorEnd() != nil
    }
  }

  /// Where the operator stands behind the digits or the `{name}` that begin here.
  private func descriptorEnd() -> Int? {
    var position = at
    if Byte.isDigit(current) {
      while Byte.isDigit(byte(position)) { position = self.position(after: position) }
      guard descriptorNumber(before: position) != nil else { return nil }
    } else if current == Byte.openBrace, let end = braceEnd() {
      position = end
    } else {
      return nil
    }
    guard byte(position) == Byte.less || byte(position) == Byte.greater else { return nil }
    return byte(self.position(after: position)) == Byte.openParen ? nil : position
  }

  /// Behind the `}` of `{name}` or `{name[subscript]}`.
  private func braceEnd() -> Int? {
    var position = self.position(after: at)
    guard Byte.startsName(byte(position)) else { return nil }
    while Byte.continuesName(byte(position)) { position = self.position(after: position) }
    if byte(position) == Byte.openBracket {
      while byte(position) != Byte.closeBracket {
        guard !Byte.endsToken(byte(position)), !isQuote(byte(position)) else { return nil }
        position = self.position(after: position)
      }
      position = self.position(after: position)
    }
    return byte(position) == Byte.closeBrace ? self.position(after: position) : nil
  }

  private func isQuote(_ byte: UInt8) -> Bool {
    byte == Byte.singleQuote || byte == Byte.doubleQuote || byte == Byte.backslash
      || byte == Byte.backquote
  }

  /// The number that the digits up to `end` write; nil above what a descriptor can be.
  private func descriptorNumber(before end: Int) -> Int? {
    var value = 0
    var position = at
    while position < end {
      value = value * 10 + Int(byte(position) - UInt8(ascii: "0"))
      guard value <= Int(Int32.max) else { return nil }
      position = self.position(after: position)
    }
    return value
  }

  private mutating func redirectedDescriptor() throws(ShellSyntaxError) -> RedirectedDescriptor {
    guard let end = descriptorEnd() else { return .standard }
    if let number = Byte.isDigit(current) ? descriptorNumber(before: end) : nil {
      while Byte.isDigit(current) { advance() }
      return .number(number)
    }
    advance()
    var name: [UInt8] = []
    while current != Byte.closeBrace {
      name.append(current)
      advance()
    }
    advance()
    return .variable(name)
  }

  private mutating func redirectionOperator() -> RedirectionOperator {
    let first = current
    advance()
    switch first {
    case Byte.ampersand:
      advance()
      return takes(Byte.greater) ? .appendOutputAndErrors : .outputAndErrors
    case Byte.less:
      if takes(Byte.less) {
        if takes(Byte.less) { return .hereString }
        return .hereDocument(stripsTabs: takes(Byte.minus))
      }
      if takes(Byte.ampersand) { return .duplicateInput }
      return takes(Byte.greater) ? .readWrite : .input
    default:
      if takes(Byte.greater) { return .append }
      if takes(Byte.ampersand) { return .duplicateOutput }
      return takes(Byte.bar) ? .clobber : .output
    }
  }

  private mutating func redirectionTarget(
    of operation: RedirectionOperator
  ) throws(ShellSyntaxError) -> Word {
    let isDuplicate = operation == .duplicateInput || operation == .duplicateOutput
    if isDuplicate, current == Byte.minus {
      // `>&-` is whole: what follows is another word.
      var word = WordBuilder(at)
      takeLiteral(&word)
      return try finish(&word)
    }
    if isDuplicate, Byte.isDigit(current) { return try word(.argument) }
    // A number right before the next operator belongs to that.
    guard descriptorEnd() == nil else { throw unexpected() }
    return try word(.argument)
  }
}
