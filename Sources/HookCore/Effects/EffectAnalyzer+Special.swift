// SPDX-License-Identifier: MIT

/// Commands whose arguments an option table cannot describe.
extension EffectAnalyzer {
  mutating func special(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream? {
    if name.equals("cat") { return cat(arguments, range, &state, input) }
    if name.equals("git") { return git(arguments, range, &state, input) }
    if name.equals("dd") { return dd(arguments, range, &state, input) }
    if name.equals("sed") || name.equals("gsed") { return sed(arguments, range, &state, input) }
    if name.equals("tar") || name.equals("bsdtar") || name.equals("gtar") {
      return tar(arguments, range, &state)
    }
    if name.equals("curl") || name.equals("wget") || name.equals("http") || name.equals("https") {
      return transfer(name, arguments, range, &state, input)
    }
    if name.equals("printenv") { return printenv(arguments, range) }
    return nil
  }

  /// `printenv`: everything, or the variables it names, of which some are no secret.
  private mutating func printenv(_ arguments: List<Field>, _ range: SourceRange) -> CommandStream {
    var namesVariable = false
    for argument in arguments {
      if argument.bytes.first == 0x2D { continue }
      namesVariable = true
      guard let name = argument.exact, !SecretName.mayHoldSecret(variable: name) else {
        perform(.printEnvironment, subject: argument.shown, at: range)
        continue
      }
    }
    if !namesVariable { perform(.printEnvironment, subject: [UInt8]("printenv"), at: range) }
    return .unknown
  }

  /// `cat file…`: the files are read, and what they hold goes on.
  private mutating func cat(
    _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    var output = CommandStream(text: Field(), origins: .file)
    for argument in arguments {
      if argument.bytes.first == 0x2D, argument.isLiteral {
        if argument.bytes.count == 1 { output = output.followed(by: input) }
        continue
      }
      for choice in argument.choices { touch(.reads, choice, state, at: range) }
      let target = FileTarget(argument, in: state.directory)
      var stream = content(of: target)
      if stream.text == nil { stream.text = fileText(target) }
      output = output.followed(by: stream)
    }
    return output
  }

  /// The content of a small file, so that `cat x | sh` can be judged.
  private func fileText(_ target: FileTarget) -> Field? {
    guard let path = EffectAnalyzer.path(of: target),
      let bytes = try? files.contents(path, limit: ScriptLimits.size)
    else { return nil }
    return Field(bytes)
  }

  /// `dd if=… of=…`.
  private mutating func dd(
    _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    var output = input
    for argument in arguments {
      let end = argument.bytes.count
      if argument.bytes.hasPrefix("if=") {
        touch(.reads, argument.slice(3..<end), state, at: range)
        output = CommandStream(text: nil, origins: .file)
      } else if argument.bytes.hasPrefix("of=") {
        touch(.writes, argument.slice(3..<end), state, at: range)
      }
    }
    return output
  }

  /// `sed`: files are read, with `-i` written; scripts can read, write and run by themselves.
  private mutating func sed(
    _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    guard let entry = CommandCatalog.entry([UInt8]("sed")) else { return .unknown }
    let invocation = Invocation(arguments, as: entry)
    let isInPlace = invocation.has(0x69)
    var script: Field?
    for operand in invocation.operands {
      switch operand.role {
      case .plain, .pattern: script = operand.value
      default: break
      }
      guard operand.role == .read else { continue }
      for choice in operand.value.choices {
        touch(.reads, choice, state, at: range)
        if isInPlace { touch(.writes, choice, state, at: range) }
      }
    }
    guard let text = script?.exact else { return .unknown }
    for file in SedScript.files(in: text) { touch(file.kind, Field(file.name), state, at: range) }
    if SedScript.runsCommands(text) { perform(.unknownCode, subject: [UInt8]("sed"), at: range) }
    var readsInput = true
    for operand in invocation.operands where operand.role == .read { readsInput = false }
    guard readsInput else { return CommandStream(text: nil, origins: .file) }
    return filtered(input) { SedScript.substituted($0, text) }
  }

  /// `tar`: bundled letters with or without a dash, operands read on create, written on extract.
  private mutating func tar(
    _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState
  ) -> CommandStream {
    guard let entry = CommandCatalog.entry([UInt8]("tar")) else { return .unknown }
    var arguments = arguments
    if let first = arguments.first?.exact, let byte = first.first, byte != 0x2D {
      arguments[0] = Field([0x2D] + first)
    }
    let invocation = Invocation(arguments, as: entry)
    let creates = invocation.has(0x63) || invocation.has(0x72)
    var inner = state
    for operand in invocation.operands where operand.role == .targetDirectory {
      inner.directory = EffectAnalyzer.joined(state.directory, operand.value)
    }
    for operand in invocation.operands {
      switch operand.role {
      case .use: touch(creates ? .writes : .reads, operand.value, state, at: range)
      case .execute:
        _ = run(code: operand.value, range, &inner, .unknown)
      case .read: touch(.reads, operand.value, state, at: range)
      case .plain where creates:
        for choice in operand.value.choices { touch(.readsTree, choice, inner, at: range) }
      default: break
      }
    }
    if invocation.has(0x78), !creates { touch(.writes, Field([0x2E]), inner, at: range) }
    return CommandStream(text: nil, origins: creates ? .file : .command)
  }

  /// `curl`, `wget`, HTTPie: what is sent, where the answer goes.
  private mutating func transfer(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    guard let entry = CommandCatalog.entry(name) else { return .unknown }
    let invocation = Invocation(arguments, as: entry)
    var sends = invocation.has(0x73)
    for operand in invocation.operands {
      for choice in operand.value.choices {
        switch operand.role {
        case .read:
          sends = true
          touch(.reads, choice, state, at: range)
        case .use: sends = sendsValue(choice, state, range) || sends
        case .write, .targetDirectory: touch(.writes, choice, state, at: range)
        case .plain, .host:
          if choice.bytes.hasPrefix("file://") {
            touch(.reads, choice.slice(7..<choice.bytes.count), state, at: range)
          } else if name.first == 0x68, let at = choice.bytes.firstIndex(of: 0x40),
            at > 0, choice.bytes[at - 1] == 0x3D || at < choice.bytes.count
          {
            touch(.uses, choice.slice(at + 1..<choice.bytes.count), state, at: range)
          }
        default: break
        }
      }
    }
    if sends, !staysOnMachine(invocation) { perform(.sendData, subject: name, at: range) }
    return CommandStream(text: nil, origins: .network)
  }

  /// Whether all that is sent goes to this machine; a file of options could say otherwise.
  private func staysOnMachine(_ invocation: Invocation) -> Bool {
    var hasTarget = false
    for operand in invocation.operands {
      switch operand.role {
      case .read: return false
      case .plain, .host:
        guard let target = operand.value.exact, LoopbackAddress.isHost(of: target) else {
          return false
        }
        hasTarget = true
      case .write, .delete, .move, .execute, .readTree, .mode, .link, .use, .targetDirectory,
        .pattern, .command, .commandText, .include, .exclude:
        break
      }
    }
    return hasTarget
  }

  /// `-d @file`, `-F name=@file`, `-F name=<file`: true where a file is sent.
  private mutating func sendsValue(
    _ value: Field, _ state: ShellState, _ range: SourceRange
  ) -> Bool {
    var start: Int?
    if value.bytes.first == 0x40 {
      start = 1
    } else if let end = value.bytes.firstIndex(of: 0x3D), end + 1 < value.bytes.count,
      value.bytes[end + 1] == 0x40 || value.bytes[end + 1] == 0x3C
    {
      start = end + 2
    } else if let end = value.bytes.firstIndex(of: 0x40) {
      // `--data-urlencode name@file`.
      touch(.uses, value.slice(end + 1..<value.bytes.count), state, at: range)
    }
    guard let start else { return false }
    let file = value.slice(start..<(value.bytes.firstIndex(of: 0x3B) ?? value.bytes.count))
    if file.exact == [0x2D] { return true }
    touch(.reads, file, state, at: range)
    return true
  }
}
