// SPDX-License-Identifier: MIT

/// Simple commands (2.9.1), and the function definitions that begin like one.
extension ShellParser {
  /// Assignments, words and redirections up to the end of the command.
  mutating func simpleCommand(canDefine: Bool) throws(ShellSyntaxError) -> Command {
    let start = at
    var simple = SimpleCommand(assignments: List(), words: List())
    var redirections = List<Redirection>()
    var place = WordPlace.command
    while true {
      skipBlanks()
      if let redirection = try redirection() {
        redirections.append(redirection)
      } else if !startsWord() {
        break
      } else if simple.words.count == 0, let assignment = try assignment() {
        simple.assignments.append(assignment)
      } else {
        simple.words.append(try word(place))
        guard place == .command else { continue }
        place = Self.isDeclaration(simple.words[0]) ? .declaration : .argument
        skipBlanks()
        if current == Byte.openParen, canDefine, simple.assignments.count == 0,
          redirections.count == 0
        {
          return try functionDefinition(simple.words[0], from: start)
        }
      }
    }
    guard end > start, at > start else { throw unexpected() }
    needsSeparator = true
    return Command(.simple(simple), redirections, range(from: start))
  }

  /// Whether arrays can be assigned in the arguments of the command: its name is not quoted.
  private static func isDeclaration(_ name: Word) -> Bool {
    guard let text = name.unquotedText else { return false }
    return isOne(text, "declare") || isOne(text, "export") || isOne(text, "local")
      || isOne(text, "readonly") || isOne(text, "typeset") || isOne(text, "alias")
      || isOne(text, "eval") || isOne(text, "let")
  }

  private static func isOne(_ text: [UInt8], _ name: StaticString) -> Bool {
    guard text.count == name.utf8CodeUnitCount else { return false }
    for index in 0..<text.count where text[index] != name.utf8Start[index] { return false }
    return true
  }

  /// `name ( ) body`, of which the name is read (2.9.5).
  private mutating func functionDefinition(
    _ name: Word, from start: Int
  ) throws(ShellSyntaxError) -> Command {
    advance()
    skipBlanks()
    guard takes(Byte.closeParen) else { throw unexpected() }
    return try function(name, from: start)
  }

  /// `function name [( )] body` (Bash).
  mutating func functionKeyword() throws(ShellSyntaxError) -> Command {
    let start = at
    take(.function)
    skipBlanks()
    let name = try word(.command)
    skipBlanks()
    let open = at
    if takes(Byte.openParen) {
      skipBlanks()
      // `function f (…)` may also be a subshell as the body.
      if !takes(Byte.closeParen) { resume(at: open) }
    }
    return try function(name, from: start)
  }

  private mutating func function(
    _ name: Word, from start: Int
  ) throws(ShellSyntaxError) -> Command {
    try skipNewlines()
    try enter()
    guard let body = try compoundCommand() else { throw unexpected() }
    leave()
    return Command(.function(name: name, body), List(), range(from: start))
  }
}
