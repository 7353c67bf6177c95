// SPDX-License-Identifier: MIT

/// Commands that run another command: its effects are theirs.
///
/// Wrappers that only have options before the command are catalogue entries with the role `c`.
extension EffectAnalyzer {
  mutating func wrapper(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream? {
    if name.equals("env") { return env(arguments, range, &state, input) }
    if name.equals("command") || name.equals("builtin") || name.equals("exec") {
      return command(name, arguments, range, &state, input)
    }
    if name.equals("xargs") || name.equals("parallel") {
      return xargs(name, arguments, range, &state, input)
    }
    if name.equals("find") || name.equals("fd") || name.equals("fdfind") {
      return find(name, arguments, range, &state, input)
    }
    if name.equals("su"), EffectAnalyzer.asksForNothingElse(arguments) { return .unknown }
    if name.equals("watch") || name.equals("script") || name.equals("su") || name.equals("ssh")
      || name.equals("flock") || name.equals("runuser") || name.equals("hyperfine")
      || name.equals("tmux")
      || name.equals("concurrently") || name.equals("nodemon")
    {
      return joinedCommand(name, arguments, range, &state, input)
    }
    return nil
  }

  /// The command after the options of a program that a policy document calls a wrapper.
  ///
  /// Which options take a value is not known: every word that no option is may begin the command.
  mutating func runWrapped(
    _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    var isFirst = true
    for position in 0..<arguments.count where arguments[position].bytes.first != 0x2D {
      let followsOption = position > 0 && arguments[position - 1].bytes.first == 0x2D
      guard isFirst || followsOption else { continue }
      isFirst = isFirst && followsOption
      var inner = state
      show(
        nested(at: range) {
          $0.invoke(Invocation.rest(arguments, from: position), range, &inner, input)
        }, at: range)
    }
    return .unknown
  }

  /// `env [-i] [-u name] [-S text] [name=value…] [command…]`; alone it prints the environment.
  private mutating func env(
    _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    var inner = state
    var position = 0
    while position < arguments.count {
      let argument = arguments[position]
      let bytes = argument.bytes
      if bytes.equals("-S") || bytes.equals("--split-string"), position + 1 < arguments.count {
        return splitString(
          arguments[position + 1].exact, arguments, position + 2, range, &inner, input)
      }
      if bytes.hasPrefix("-S") || bytes.hasPrefix("-vS") || bytes.hasPrefix("--split-string=") {
        let start = bytes.hasPrefix("--") ? 15 : bytes.hasPrefix("-vS") ? 3 : 2
        return splitString(Array(bytes[start...]), arguments, position + 1, range, &inner, input)
      }
      if bytes.equals("-u") || bytes.equals("-C") || bytes.equals("--chdir")
        || bytes.equals("--unset")
      {
        if bytes.equals("-C") || bytes.equals("--chdir"), position + 1 < arguments.count {
          inner.directory = EffectAnalyzer.joined(inner.directory, arguments[position + 1])
        }
        position += 2
        continue
      }
      if bytes.first == 0x2D {
        position += 1
        continue
      }
      guard let end = bytes.firstIndex(of: 0x3D) else {
        return invoke(Invocation.rest(arguments, from: position), range, &inner, input)
      }
      let value = argument.slice(end + 1..<bytes.count)
      inner.assign(Array(bytes[..<end]), value)
      steer(Array(bytes[..<end]), value, isExported: false, at: range, inner)
      position += 1
    }
    if !EffectAnalyzer.asksForNothingElse(arguments) {
      perform(.printEnvironment, subject: [UInt8]("env"), at: range)
    }
    return .unknown
  }

  private mutating func splitString(
    _ text: [UInt8]?, _ arguments: List<Field>, _ rest: Int, _ range: SourceRange,
    _ state: inout ShellState, _ input: CommandStream
  ) -> CommandStream {
    guard let text else { return invoke(List(.unknown), range, &state, input) }
    var words = [UInt8]("env ") + text
    for argument in Invocation.rest(arguments, from: rest) {
      words.append(0x20)
      words.append(contentsOf: ShellQuoting.quoted(argument.bytes))
    }
    return nested(at: range) { $0.run(text: words, &state, input, at: range) }
  }

  /// `command -v name` only asks; the others run what follows.
  private mutating func command(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    var position = 0
    while position < arguments.count, let bytes = arguments[position].exact, bytes.first == 0x2D,
      bytes.count > 1
    {
      position += 1
      if name.equals("command"), bytes.contains(0x76) || bytes.contains(0x56) {
        guard position < arguments.count else { return .empty }
        var found = arguments[position]
        found.append(0x0A)
        return CommandStream(text: found)
      }
      if name.equals("exec"), bytes.equals("-a") { position += 1 }
      if bytes.equals("--") { break }
    }
    let rest = Invocation.rest(arguments, from: position)
    return rest.isEmpty ? .empty : invoke(rest, range, &state, input)
  }

  /// `xargs command…`: the input's words are further arguments.
  private mutating func xargs(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    guard let entry = CommandCatalog.entry(name) else { return .unknown }
    let invocation = Invocation(arguments, as: entry)
    var replaced: [UInt8]?
    for operand in invocation.operands where operand.role == .pattern {
      replaced = operand.value.exact
    }
    for operand in invocation.operands where operand.role == .read {
      touch(.reads, operand.value, state, at: range)
    }
    if name.equals("parallel") { replaced = replaced ?? [0x7B, 0x7D] }
    var words = EffectAnalyzer.words(of: input)
    for operand in invocation.operands where operand.role == .read {
      words = EffectAnalyzer.words(
        of: content(of: FileTarget(operand.value, in: state.directory)))
    }
    if replaced != nil, let text = input.text?.exact, name.equals("xargs") {
      words = List()
      for line in text.split(separator: 0x0A) {
        var word = Field(Array(line))
        word.provenance = input.provenance
        words.append(word)
      }
    }
    if let list = argumentList(invocation.command, state, at: range) { words = list }
    var command = List<Field>()
    var usesReplacement = false
    for argument in invocation.command {
      if argument.bytes.equals(":::") || argument.bytes.equals("::::") { break }
      guard let replaced, !replaced.isEmpty, let bytes = argument.exact,
        let split = EffectAnalyzer.split(bytes, at: replaced)
      else {
        command.append(argument)
        continue
      }
      usesReplacement = true
      var field = Field(split.before)
      field.append(Field.oneOf(words), quoted: true)
      field.append(Field(split.after), quoted: true)
      command.append(field)
    }
    // `parallel ::: commands`.
    if command.isEmpty, name.equals("parallel"), !invocation.command.isEmpty {
      for word in words { runCode(List(word), range, &state, .empty) }
      return .unknown
    }
    // `parallel` without a command runs the lines.
    if command.isEmpty, name.equals("parallel") { return runInput(input, range, &state) }
    if name.equals("parallel"), command.count == 1, command[0].bytes.contains(0x20) {
      runCode(command, range, &state, .empty)
      return .unknown
    }
    if command.isEmpty { command.append(Field([UInt8]("echo"))) }
    // With `-I` a command without the mark is run as it is.
    if !usesReplacement, replaced == nil || !name.equals("xargs") {
      command.append(contentsOf: words)
    }
    if input.origins.contains(.everything), let program = command.first?.bytes,
      program.equals("rm") || program.equals("shred") || program.equals("unlink")
    {
      touch(.deletes, EffectAnalyzer.allNames, state, at: range)
    }
    return invoke(command, range, &state, .empty)
  }

  /// `parallel command ::: words…`, and `:::: files…` whose lines are the words.
  private mutating func argumentList(
    _ command: List<Field>, _ state: ShellState, at range: SourceRange
  ) -> List<Field>? {
    for index in 0..<command.count {
      if command[index].bytes.equals(":::") { return Invocation.rest(command, from: index + 1) }
      guard command[index].bytes.equals("::::") else { continue }
      var words = List<Field>()
      for file in Invocation.rest(command, from: index + 1) {
        touch(.reads, file, state, at: range)
        let stream = content(of: FileTarget(file, in: state.directory))
        words.append(contentsOf: EffectAnalyzer.words(of: stream))
      }
      return words
    }
    return nil
  }

  /// The words of an input: its fields where it is known, else one unknown.
  static func words(of input: CommandStream) -> List<Field> {
    guard var text = input.text else { return List(input.gap) }
    text.provenance = input.provenance
    if text.hasGap { return List(copying: text.choices) }
    var words = List<Field>()
    for choice in text.choices {
      var word: [UInt8] = []
      for byte in choice.bytes + [0x0A] {
        if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x00 {
          if !word.isEmpty {
            var field = Field(word)
            field.provenance = text.provenance
            words.append(field)
          }
          word = []
        } else if byte != 0x27, byte != 0x22 {
          word.append(byte)
        }
      }
    }
    return words
  }

  static func split(
    _ text: [UInt8], at needle: [UInt8]
  ) -> (before: [UInt8], after: [UInt8])? {
    guard needle.count <= text.count else { return nil }
    for start in 0...(text.count - needle.count)
    where text[start..<start + needle.count].elementsEqual(needle) {
      return (Array(text[..<start]), Array(text[(start + needle.count)...]))
    }
    return nil
  }

  /// Commands that hand their operands, joined by blanks, to a shell: `watch`, `ssh`, `su -c`.
  private mutating func joinedCommand(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    guard let entry = CommandCatalog.entry(name) else { return .unknown }
    let invocation = Invocation(arguments, as: entry)
    var inner = state
    if name.equals("runuser"), let command = EffectAnalyzer.commandOfUser(arguments) {
      performActions(of: entry, invocation, state, at: range)
      return invoke(command, range, &inner, input)
    }
    if name.equals("ssh") {
      // What it does over there, it does to another machine's files; names still count.
      inner.directory = .unknown
      runProxyCommands(arguments, range, state)
      reach(invocation, arguments, input, entry, at: range)
    }
    for operand in invocation.operands {
      switch operand.role {
      // The notation of `concurrently` for scripts of package.json.
      case .commandText where operand.value.bytes.hasPrefix("npm:"): continue
      // `tmux set name value` is no builtin of a shell.
      case .commandText
      where name.equals("tmux") && operand.value.exact?.equals("set") == true
        && arguments.first?.bytes.equals("set") == true:
        continue
      case .commandText: runCode(List(operand.value), range, &inner, input)
      case .read, .execute: touch(.reads, operand.value, state, at: range)
      case .write: touch(.writes, operand.value, state, at: range)
      default: break
      }
    }
    performActions(of: entry, invocation, state, at: range)
    if invocation.command.isEmpty { return .unknown }
    // No shell reads what `flock` and `watch -x` run.
    if name.equals("flock") || invocation.has(0x78) {
      return invoke(invocation.command, range, &inner, input)
    }
    runCode(invocation.command, range, &inner, input)
    return .unknown
  }

  /// The command of `runuser -u name [--] command`; nil where it is used as `su` is.
  private static func commandOfUser(_ arguments: List<Field>) -> List<Field>? {
    for index in 0..<arguments.count {
      let bytes = arguments[index].bytes
      let isAttached = bytes.hasPrefix("--user=")
      guard isAttached || bytes.equals("-u") || bytes.equals("--user") else { continue }
      var start = index + (isAttached ? 1 : 2)
      if start < arguments.count, arguments[start].bytes.equals("--") { start += 1 }
      return Invocation.rest(arguments, from: start)
    }
    return nil
  }

  /// `-o ProxyCommand=text` and `-o LocalCommand=text` run here, not over there.
  private mutating func runProxyCommands(
    _ arguments: List<Field>, _ range: SourceRange, _ state: ShellState
  ) {
    for argument in arguments {
      guard let place = argument.bytes.firstRange(of: "Command=") else { continue }
      var inner = state
      let text = argument.slice(place.upperBound..<argument.bytes.count)
      _ = run(code: text, range, &inner, .empty)
    }
  }

  /// Runs the text that `words` joined by blanks make.
  mutating func runCode(
    _ words: List<Field>, _ range: SourceRange, _ state: inout ShellState, _ input: CommandStream
  ) {
    var text = Field()
    for index in 0..<words.count {
      if index > 0 { text.append(Field([0x20]), quoted: true) }
      text.append(words[index], quoted: true)
    }
    _ = run(code: text, range, &state, input)
  }
}

/// Words for a shell.
enum ShellQuoting {
  /// `text` in single quotes.
  static func quoted(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x27]
    for byte in text {
      if byte == 0x27 { result.append("'\\''") } else { result.append(byte) }
    }
    result.append(0x27)
    return result
  }
}
