// SPDX-License-Identifier: MIT

/// Lists, and-or lists and pipelines (2.9.2, 2.9.3).
extension ShellParser {
  /// Commands up to a token that can begin none; possibly none at all.
  mutating func list() throws(ShellSyntaxError) -> CommandList {
    var items = List<ListItem>()
    try skipNewlines()
    let start = at
    needsSeparator = false
    while startsCommand() {
      let andOr = try andOrList()
      skipBlanks()
      let separator = separator()
      items.append(ListItem(andOr, isAsynchronous: separator == Byte.ampersand))
      guard separator != Byte.end else { break }
      if separator != Byte.newline { advance() }
      needsSeparator = false
      try skipNewlines()
    }
    return CommandList(items, items.count > 0 ? range(from: start) : range(start, start))
  }

  /// A list of at least one command.
  mutating func compoundList() throws(ShellSyntaxError) -> CommandList {
    let commands = try list()
    guard commands.items.count > 0 else { throw unexpected() }
    return commands
  }

  /// The separator that stands here, or 0: `;`, `&` or a newline, not `;;`, `;&` or `&&`.
  private func separator() -> UInt8 {
    switch current {
    case Byte.newline: return Byte.newline
    case Byte.ampersand: return following == Byte.ampersand ? Byte.end : Byte.ampersand
    case Byte.semicolon:
      let next = following
      return next == Byte.semicolon || next == Byte.ampersand ? Byte.end : Byte.semicolon
    default: return Byte.end
    }
  }

  private func startsCommand() -> Bool {
    switch current {
    case Byte.end, Byte.closeParen, Byte.semicolon, Byte.bar: return false
    case Byte.ampersand: return following == Byte.greater
    default: return reservedWord()?.endsList != true
    }
  }

  private mutating func andOrList() throws(ShellSyntaxError) -> AndOrList {
    let start = at
    let first = try pipeline()
    var rest = List<AndOrStep>()
    while true {
      skipBlanks()
      let isAnd = current == Byte.ampersand
      guard isAnd || current == Byte.bar, following == current else { break }
      advance(by: 2)
      try skipNewlines()
      rest.append(AndOrStep(isAnd: isAnd, try pipeline()))
    }
    return AndOrList(first, rest, range(from: start))
  }

  private mutating func pipeline() throws(ShellSyntaxError) -> Pipeline {
    let start = at
    var isNegated = false
    var isTimed = false
    var isPrefixed = false
    prefixes: while true {
      switch reservedWord() {
      case .not:
        take(.not)
        isNegated.toggle()
      case .time:
        readTime()
        isTimed = true
      default: break prefixes
      }
      isPrefixed = true
      skipBlanks()
    }
    // `!` and `time` may stand alone before `;`, a newline or the end (Bash).
    if isPrefixed, at >= limit || separator() == Byte.semicolon || separator() == Byte.newline {
      return Pipeline(isNegated: isNegated, isTimed: isTimed, List(), range(from: start))
    }
    let commands = try pipedCommands()
    return Pipeline(isNegated: isNegated, isTimed: isTimed, commands, range(from: start))
  }

  /// `time [-p] [--]`.
  private mutating func readTime() {
    take(.time)
    skipBlanks()
    if spells("-p") {
      advance(by: 2)
      skipBlanks()
    }
    if spells("--") { advance(by: 2) }
  }

  private mutating func pipedCommands() throws(ShellSyntaxError) -> List<PipelineCommand> {
    var commands = List<PipelineCommand>()
    while true {
      let command = try command()
      skipBlanks()
      guard current == Byte.bar, following != Byte.bar else {
        commands.append(PipelineCommand(command, pipesErrors: false))
        return commands
      }
      let pipesErrors = following == Byte.ampersand
      advance(by: pipesErrors ? 2 : 1)
      commands.append(PipelineCommand(command, pipesErrors: pipesErrors))
      try skipNewlines()
      // 2.9.2: `!` belongs to the whole pipeline; `time` is an ordinary word here.
      if reservedWord() == .not { throw unexpected() }
    }
  }
}
