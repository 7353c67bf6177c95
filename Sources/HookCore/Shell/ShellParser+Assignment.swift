// SPDX-License-Identifier: MIT

/// Assignments and the arrays that they assign (2.9.1; Bash manual, Arrays).
extension ShellParser {
  /// The assignment that begins here, or nil where a word does.
  mutating func assignment() throws(ShellSyntaxError) -> Assignment? {
    guard try startsAssignment() else { return nil }
    try countNode()
    let start = at
    let name = readName()
    let index = try assignedSubscript()
    let appends = takes(Byte.plus)
    guard takes(Byte.equals) else { throw unexpected() }
    let value = try assignedValue()
    return Assignment(
      name: name, index: index, appends: appends, value: value, range: range(from: start))
  }

  private mutating func startsAssignment() throws(ShellSyntaxError) -> Bool {
    guard Byte.startsName(current) else { return false }
    var position = at
    while Byte.continuesName(byte(position)) { position = self.position(after: position) }
    switch byte(position) {
    case Byte.equals: return true
    case Byte.plus: return byte(self.position(after: position)) == Byte.equals
    case Byte.openBracket: return try startsAssignedSubscript(at: position)
    default: return false
    }
  }

  /// `[…]`, where one stands here.
  private mutating func assignedSubscript() throws(ShellSyntaxError) -> Word? {
    guard takes(Byte.openBracket) else { return nil }
    let index = try arithmetic(.brackets)
    advance()
    return index
  }

  private mutating func assignedValue() throws(ShellSyntaxError) -> AssignedValue {
    guard current == Byte.openParen else { return .word(try valueWord()) }
    let elements = try arrayElements()
    // `a=(1)b` assigns the text `(1)b`, which nobody can mean.
    guard endsWord(at) else { throw unexpected() }
    return .array(elements)
  }

  /// The word behind `=`, possibly empty.
  private mutating func valueWord() throws(ShellSyntaxError) -> Word {
    var word = WordBuilder(at)
    try readWord(.argument, into: &word)
    return try finish(&word)
  }

  /// `(…)`: words and subscripted values, over as many lines as they take.
  mutating func arrayElements() throws(ShellSyntaxError) -> List<ArrayElement> {
    let start = at
    advance()
    var elements = List<ArrayElement>()
    while true {
      try skipNewlines()
      if takes(Byte.closeParen) { return elements }
      guard at < limit else { throw unterminated(start) }
      elements.append(try arrayElement())
    }
  }

  private mutating func arrayElement() throws(ShellSyntaxError) -> ArrayElement {
    guard current == Byte.openBracket, try startsAssignedSubscript(at: at) else {
      return ArrayElement(index: nil, appends: false, value: try word(.argument))
    }
    let index = try assignedSubscript()
    let appends = takes(Byte.plus)
    guard takes(Byte.equals) else { throw unexpected() }
    return ArrayElement(index: index, appends: appends, value: try valueWord())
  }

  /// Whether `text` is `name=`, `name+=` or either with a subscript: an array can follow.
  static func isAssignmentHead(_ text: [UInt8]) -> Bool {
    guard var end = text.indices.last, text[end] == Byte.equals, Byte.startsName(text[0]) else {
      return false
    }
    if end > 0, text[end - 1] == Byte.plus { end -= 1 }
    var position = 0
    while position < end && Byte.continuesName(text[position]) { position += 1 }
    guard position < end, text[position] == Byte.openBracket else { return position == end }
    var open = 0
    while position < end {
      if text[position] == Byte.openBracket { open += 1 }
      if text[position] == Byte.closeBracket { open -= 1 }
      position += 1
      if open == 0 { break }
    }
    return open == 0 && position == end
  }
}
