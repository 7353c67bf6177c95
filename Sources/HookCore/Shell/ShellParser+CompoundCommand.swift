// SPDX-License-Identifier: MIT

/// Commands (2.9), and the compound ones (2.9.4) with `for ((`, `select` and `coproc` (Bash).
extension ShellParser {
  /// The command that begins here.
  mutating func command() throws(ShellSyntaxError) -> Command {
    try countNode()
    try enter()
    let command = try commandBody()
    leave()
    return command
  }

  private mutating func commandBody() throws(ShellSyntaxError) -> Command {
    if let compound = try compoundCommand() { return compound }
    switch reservedWord() {
    case .function: return try functionKeyword()
    case .coproc: return try coprocess()
    case nil, .time: return try simpleCommand(canDefine: true)
    default: throw unexpected()
    }
  }

  /// The compound command that begins here with its redirections, or nil.
  mutating func compoundCommand() throws(ShellSyntaxError) -> Command? {
    let start = at
    guard let body = try compoundBody() else { return nil }
    let redirections = try redirections()
    needsSeparator = redirections.count > 0
    return Command(body, redirections, range(from: start))
  }

  private mutating func compoundBody() throws(ShellSyntaxError) -> CommandBody? {
    if current == Byte.openParen { return try parenthesized() }
    switch reservedWord() {
    case .openBrace: return try group()
    case .openConditional: return try conditional()
    case .caseWord: return try caseClause()
    case .forWord: return try forLoop()
    case .ifWord: return try ifClause()
    case .select: return try select()
    case .until: return try whileLoop(.until)
    case .whileWord: return try whileLoop(.whileWord)
    default: return nil
    }
  }

  /// Whether a compound command begins here.
  private func startsCompound() -> Bool {
    if current == Byte.openParen { return true }
    switch reservedWord() {
    case .openBrace, .openConditional, .caseWord, .forWord, .ifWord, .select, .until, .whileWord:
      return true
    default: return false
    }
  }

  /// `((…))` where it is one, else `( … )`.
  private mutating func parenthesized() throws(ShellSyntaxError) -> CommandBody {
    let inner = position(after: at)
    if byte(inner) == Byte.openParen,
      let close = try arithmeticEnd(from: inner, isExpansion: false)
    {
      advance(by: 2)
      let expression = try arithmetic(.parentheses(close: close))
      advance(by: 2)
      return .arithmetic(expression)
    }
    let start = at
    advance()
    let commands = try compoundList()
    guard takes(Byte.closeParen) else { throw at >= limit ? unterminated(start) : unexpected() }
    return .subshell(commands)
  }

  private mutating func group() throws(ShellSyntaxError) -> CommandBody {
    take(.openBrace)
    let commands = try compoundList()
    try expect(.closeBrace)
    return .group(commands)
  }

  private mutating func ifClause() throws(ShellSyntaxError) -> CommandBody {
    var branches = List<IfBranch>()
    take(.ifWord)
    repeat {
      let condition = try compoundList()
      try expect(.then)
      branches.append(IfBranch(condition: condition, body: try compoundList()))
    } while takesReserved(.elif)
    let otherwise = takesReserved(.elseWord) ? try compoundList() : nil
    try expect(.fi)
    return .ifClause(branches, otherwise: otherwise)
  }

  private mutating func takesReserved(_ word: ReservedWord) -> Bool {
    guard !needsSeparator, reservedWord() == word else { return false }
    take(word)
    return true
  }

  private mutating func whileLoop(_ word: ReservedWord) throws(ShellSyntaxError) -> CommandBody {
    take(word)
    let condition = try compoundList()
    try expect(.doWord)
    let body = try compoundList()
    try expect(.done)
    return .whileLoop(condition: condition, isUntil: word == .until, body)
  }

  /// `coproc [name] command` (Bash); only what is no simple command can have a name.
  private mutating func coprocess() throws(ShellSyntaxError) -> Command {
    let start = at
    take(.coproc)
    skipBlanks()
    let nameStart = at
    var name: [UInt8]?
    if !startsCompound() {
      name = Byte.startsName(current) ? readName() : nil
      let isWhole = endsWord(at)
      skipBlanks()
      if !isWhole || !startsCompound() {
        name = nil
        resume(at: nameStart)
      }
    }
    let command: Command
    if let compound = try compoundCommand() {
      command = compound
    } else {
      guard reservedWord() == nil || reservedWord() == .time else { throw unexpected() }
      command = try simpleCommand(canDefine: false)
    }
    return Command(.coprocess(name: name, command), List(), range(from: start))
  }
}
