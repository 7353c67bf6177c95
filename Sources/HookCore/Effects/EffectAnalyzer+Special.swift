// SPDX-License-Identifier: MIT

/// Commands whose arguments an option table cannot describe.
extension EffectAnalyzer {
  mutating func special(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream? {
    if name.equals("cat") { return cat(arguments, range, &state, input) }
    if name.equals("git") { return git(arguments, range, &state, input) }
    if name.equals("tee") { return tee(arguments, range, &state, input) }
    if name.equals("ps") { noteEnvironmentListing(arguments, range) }
    if name.equals("jq") || name.equals("yq") || name.equals("gojq") {
      noteFilter(arguments, range, state)
    }
    if EffectAnalyzer.takesNames(name, arguments) {
      for word in EffectAnalyzer.words(of: input) { touch(.reads, word, state, at: range) }
    }
    if name.equals("bun"), let verb = arguments.first?.bytes,
      verb.equals("add") || verb.equals("install") || verb.equals("i"),
      let entry = CommandCatalog.entry([UInt8]("npm/install"))
    {
      return run(entry, Invocation.rest(arguments, from: 1), range, &state, input)
    }
    if name.equals("hub"), arguments.first?.bytes.equals("push") == true {
      return git(arguments, range, &state, input)
    }
    noteSpecialCase(name, arguments, input, range, state)
    if name.equals("kill") { noteAllProcesses(arguments, range) }
    if name.equals("chmod") { noteSetIdBit(arguments, range) }
    if name.equals("dd") { return dd(arguments, range, &state, input) }
    if name.equals("sed") || name.equals("gsed") { return sed(arguments, range, &state, input) }
    if name.equals("tar") || name.equals("bsdtar") || name.equals("gtar") {
      return tar(arguments, range, &state)
    }
    if name.equals("curl") || name.equals("wget") || name.equals("http") || name.equals("https")
      || name.equals("xh")
    {
      return transfer(name, arguments, range, &state, input)
    }
    if name.equals("printenv") { return printenv(arguments, range) }
    return nil
  }

  /// Whether names of files, or commands with them, come on standard input.
  private static func takesNames(_ name: [UInt8], _ arguments: List<Field>) -> Bool {
    if name.equals("cpio") || name.equals("sftp") || name.equals("ftp") || name.equals("lftp")
      || name.equals("smbclient")
    {
      return true
    }
    for index in 0..<arguments.count {
      let bytes = arguments[index].bytes
      let isLast = index == arguments.count - 1
      if name.equals("zip"), bytes.equals("-@") { return true }
      if name.equals("rsync"), bytes.equals("--files-from=-") { return true }
      let isTar = name.hasSuffix("tar")
      if isTar, bytes.equals("-T-") || bytes.equals("--files-from=-") { return true }
      if isTar, bytes.hasSuffix("T"), !isLast, arguments[index + 1].bytes.equals("-") {
        return true
      }
    }
    return false
  }

  /// `printenv`: everything, or the variables it names, of which some are no secret.
  mutating func printenv(_ arguments: List<Field>, _ range: SourceRange) -> CommandStream {
    var namesVariable = false
    for argument in arguments {
      if argument.bytes.first == 0x2D { continue }
      namesVariable = true
      guard let name = argument.exact, !SecretName.mayHoldSecret(variable: name) else {
        perform(.printSecretVariable, subject: argument.shown, at: range)
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
  func fileText(_ target: FileTarget) -> Field? {
    guard let path = EffectAnalyzer.path(of: target),
      let bytes = try? files.contents(path, limit: ScriptLimits.size)
    else { return nil }
    return Field(bytes)
  }

  /// `tee file…` writes its input, and passes it on.
  private mutating func tee(
    _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    for argument in arguments where argument.bytes.first != 0x2D {
      for choice in argument.choices {
        touch(.writes, choice, state, at: range)
        flow(input.provenance, to: FlowTarget(.file, choice.bytes, at: range))
        remember(input, in: FileTarget(choice, in: state.directory))
      }
    }
    return input
  }

  /// `ps e` and `ps -o environ` show the environment of processes.
  private mutating func noteEnvironmentListing(_ arguments: List<Field>, _ range: SourceRange) {
    var takesValue = false
    for argument in arguments {
      let bytes = argument.bytes
      let isOption = bytes.first == 0x2D
      let isFlags = !isOption && !takesValue && bytes.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
      if bytes.equals("-E") || isFlags && bytes.contains(0x65)
        || bytes.firstRange(of: "environ") != nil
      {
        perform(.printProcessEnvironment, subject: [UInt8]("ps"), at: range)
      }
      takesValue = isOption && !bytes.hasPrefix("-a")
    }
  }

  /// `jq --rawfile name file`, and programs that show the environment.
  private mutating func noteFilter(
    _ arguments: List<Field>, _ range: SourceRange, _ state: ShellState
  ) {
    for index in 0..<arguments.count {
      let bytes = arguments[index].bytes
      if bytes.equals("--rawfile") || bytes.equals("--slurpfile"), index + 2 < arguments.count {
        touch(.reads, arguments[index + 2], state, at: range)
      }
      if let name = EffectAnalyzer.environmentName(in: bytes), CredentialName.contains(name) {
        perform(.printSecretVariable, subject: name, at: range)
      }
      if let place = bytes.firstRange(of: "load_str(\"") ?? bytes.firstRange(of: "load(\"") {
        let file = Array(bytes[place.upperBound...].prefix { $0 != 0x22 })
        touch(.reads, Field(file), state, at: range)
      }
      // `$ENV.NAME` and `env.NAME` are one variable.
      if bytes.equals("env") || bytes.equals("$ENV") || bytes.hasPrefix("env|")
        || bytes.hasPrefix("env |") || bytes.hasPrefix("$ENV|") || bytes.hasPrefix("$ENV |")
      {
        perform(.printEnvironment, subject: [UInt8]("jq"), at: range)
      }
    }
  }

  /// The variable in `$ENV.NAME`, `env.NAME`, `env(NAME)` and `strenv(NAME)`; `.env.NAME` is a
  /// field of the input.
  private static func environmentName(in text: [UInt8]) -> [UInt8]? {
    guard
      let place = text.firstRange(of: "$ENV.") ?? text.firstRange(of: "env(")
        ?? text.firstRange(of: "env.")
    else { return nil }
    if place.lowerBound > 0, text[place.lowerBound] == 0x65 {
      let before = text[place.lowerBound - 1]
      let isOther = before == 0x2E || before == 0x5F || Invocation.isWordByte(before)
      let isStrenv = text[..<place.lowerBound].suffix(3).elementsEqual([0x73, 0x74, 0x72])
      if isOther, !isStrenv { return nil }
    }
    return Array(text[place.upperBound...].prefix { Invocation.isWordByte($0) || $0 == 0x5F })
  }

  /// `kill -9 -1` stops every process of the user, `kill 1` the system.
  private mutating func noteAllProcesses(_ arguments: List<Field>, _ range: SourceRange) {
    // Signal 0 only asks whether a process is there.
    if arguments.first?.exact?.equals("-0") == true { return }
    for index in 0..<arguments.count {
      let bytes = arguments[index].bytes
      if bytes.equals("1") || bytes.equals("-1") && index > 0 {
        perform(.killProcesses, at: range)
      }
    }
  }

  /// `chmod u+s` and `chmod 4755`.
  private mutating func noteSetIdBit(_ arguments: List<Field>, _ range: SourceRange) {
    for argument in arguments where argument.bytes.first != 0x2D {
      let mode = argument.bytes
      let isNumber = mode.allSatisfy { $0 >= 0x30 && $0 <= 0x37 }
      let sign = mode.firstIndex { $0 == 0x2B || $0 == 0x3D }
      let sets = sign.map { mode[$0...].contains(0x73) } ?? false
      if isNumber, mode.count == 5, mode[0] == 0x30, mode[1] != 0x30, mode[1] != 0x31 {
        perform(.setIdBit, at: range)
      } else if isNumber, mode.count == 4, mode[0] == 0x32 || mode[0] >= 0x34 && mode[0] <= 0x37 {
        perform(.setIdBit, at: range)
      } else if sets, mode.count < 12 {
        perform(.setIdBit, at: range)
      }
      return
    }
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
        let source = FlowSource(.file, argument.slice(3..<end).bytes, at: range)
        output.provenance = provenance(of: source)
      } else if argument.bytes.hasPrefix("of=") {
        var target = argument.slice(3..<end)
        // Bash expands the tilde here as in an assignment.
        if let name = target.exact {
          target = Field(AbsolutePath.expandingHome(name, home: state.home))
        }
        remember(output, in: FileTarget(target, in: state.directory))
        touch(.writes, target, state, at: range)
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
    if !isInPlace, script?.mayHave(.credential) == true {
      return CommandStream(text: nil, origins: [.command, .credential])
    }
    guard let text = script?.exact else { return .unknown }
    for file in SedScript.files(in: text) { touch(file.kind, Field(file.name), state, at: range) }
    for command in SedScript.commandsRun(by: text) {
      var inner = state
      _ = run(code: Field(command), range, &inner, .empty)
    }
    if SedScript.runsCommands(text) { perform(.runFromSed, subject: [UInt8]("sed"), at: range) }
    var readsInput = true
    for operand in invocation.operands where operand.role == .read { readsInput = false }
    guard readsInput else { return CommandStream(text: nil, origins: .file) }
    return filtered(input) { SedScript.printed($0, arguments) ?? SedScript.substituted($0, text) }
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
    let names = invocation.nameFilter(
      creates && PathPatterns.areHere(invocation, .plain) ? .tar : .none)
    for operand in invocation.operands {
      switch operand.role {
      case .use: touch(creates ? .writes : .reads, operand.value, state, at: range)
      case .execute:
        _ = run(code: operand.value, range, &inner, .unknown)
      case .read:
        touch(.reads, operand.value, state, at: range)
        let list = content(of: FileTarget(operand.value, in: state.directory))
        guard creates, list.text != nil else { continue }
        for name in EffectAnalyzer.words(of: list) { touch(.reads, name, inner, at: range) }
      case .plain where creates:
        for choice in operand.value.choices {
          let file = FileTarget(choice, in: inner.directory)
          add(Effect(.readsTree, file: file, subject: names, range: range))
        }
      case .plain: touchIfSettings(operand.value, inner, at: range)
      default: break
      }
    }
    if invocation.has(0x78), !creates { touch(.writes, Field([0x2E]), inner, at: range) }
    return CommandStream(text: nil, origins: creates ? .file : .command)
  }
}
