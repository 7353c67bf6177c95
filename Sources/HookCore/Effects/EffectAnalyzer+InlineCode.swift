// SPDX-License-Identifier: MIT

/// Interpreters of other languages: `python -c`, `node -e`, scripts, code on standard input.
extension EffectAnalyzer {
  /// Where code comes from, which says how much of it is judged.
  enum CodeOrigin {
    /// Written for this command: every constant counts.
    case command
    /// A file that was there before: only what it clearly does counts.
    case file
  }

  /// Runs an interpreter that the catalogue describes.
  mutating func runInterpreter(
    _ entry: CatalogEntry, _ language: CodeLanguage, _ arguments: List<Field>,
    _ range: SourceRange, _ state: inout ShellState, _ input: CommandStream
  ) -> CommandStream {
    if language == .python, let (module, rest) = EffectAnalyzer.module(of: arguments) {
      guard let inner = CommandCatalog.entry(entry.name, sub: module) else {
        useAll(rest, state, at: range)
        return .unknown
      }
      return run(inner, rest, range, &state, input)
    }
    let invocation = Invocation(arguments, as: entry)
    if language == .awk { inputFields = EffectAnalyzer.fields(of: input) }
    printed = List()
    defer {
      inputFields = List()
      printed = List()
    }
    // ?, n: asks, or runs nothing; `vim -` takes a text for its input.
    var hasProgram =
      invocation.has(0x3F) || invocation.has(0x6E)
      || entry.name.equals("vim") && !invocation.has(0x69)
    for operand in invocation.operands {
      for choice in operand.value.choices {
        switch operand.role {
        case .code:
          hasProgram = true
          run(code: choice, in: language, prints: invocation.has(0x70), range, &state)
        case .execute:
          if choice.exact == [0x2D] || choice.bytes.equals("/dev/stdin") { continue }
          hasProgram = true
          touch(.executes, choice, state, at: range)
          runFile(choice, in: language, range, &state)
          runTool(choice, arguments, range, &state)
        case .use where invocation.has(0x69):  // i: edited in place
          touch(.reads, choice, state, at: range)
          touch(.writes, choice, state, at: range)
        default: apply(operand.role, choice, recurses: false, [], state, at: range)
        }
      }
    }
    performActions(of: entry, invocation, state, at: range)
    for argument in arguments where OtherCode(argument.bytes).emptiesTable {
      perform(.sqlDestroy, subject: [], on: state, at: range)
    }
    if language == .awk, input.origins.contains(.network) {
      for operand in invocation.operands where operand.role == .code {
        if OtherCode(operand.value.bytes).runsInput { perform(.pipeDownload, at: range) }
      }
    }
    if !hasProgram { runInput(input, in: language, range, &state) }
    if language == .awk, let text = input.text?.exact, let fields = PrintedFields(arguments) {
      return CommandStream(text: Field(fields.apply(to: text)), origins: input.origins)
    }
    guard !printed.isEmpty else { return CommandStream(text: nil, origins: .command) }
    // There may be more that cannot be told.
    printed.append(.unknown)
    return CommandStream(text: Field.oneOf(printed), origins: .command)
  }

  /// A script that the catalogue knows by its name: `python manage.py flush`, `php artisan …`.
  private mutating func runTool(
    _ script: Field, _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState
  ) {
    guard let path = script.exact,
      let entry = CommandCatalog.entry(EffectAnalyzer.lastComponent(path)), entry.language == nil
    else { return }
    for index in 0..<arguments.count where arguments[index].exact == path {
      _ = run(entry, Invocation.rest(arguments, from: index + 1), range, &state, .empty)
      return
    }
  }

  /// `python -m module arguments…`.
  private static func module(of arguments: List<Field>) -> (name: [UInt8], rest: List<Field>)? {
    var position = 0
    while position < arguments.count, let bytes = arguments[position].exact,
      bytes.first == 0x2D, bytes.count > 1
    {
      position += 1
      if bytes.contains(0x63) { return nil }
      if bytes.last == 0x6D, bytes[1] != 0x2D, position < arguments.count,
        let name = arguments[position].exact
      {
        return (name, Invocation.rest(arguments, from: position + 1))
      }
    }
    return nil
  }

  /// Standard input as a program.
  private mutating func runInput(
    _ input: CommandStream, in language: CodeLanguage, _ range: SourceRange,
    _ state: inout ShellState
  ) {
    flow(input.provenance, to: FlowTarget(.interpreter, language.name, at: range))
    if input.origins.contains(.network) { perform(.pipeDownload, at: range) }
    if input.origins.contains(.decoded) { perform(.pipeDecoded, at: range) }
    guard let text = input.text else {
      if input.origins == .command { perform(.unknownPipedCode, at: range) }
      return
    }
    run(code: text, in: language, prints: false, range, &state)
  }

  /// Code in an argument.
  mutating func run(
    code: Field, in language: CodeLanguage, prints: Bool, _ range: SourceRange,
    _ state: inout ShellState
  ) {
    add(Effect(.evaluates, subject: language.name, range: range))
    flow(code.provenance, to: FlowTarget(.interpreter, language.name, at: range))
    if code.mayHave(.downloaded) { perform(.evaluateDownload, at: range) }
    if code.mayHave(.decoded) { perform(.evaluateDecoded, at: range) }
    for choice in code.choices {
      if choice.bytes.count == 1, choice.hasGap {
        if !choice.mayHave(.downloaded) { perform(.unknownCode, at: range) }
        continue
      }
      var text: [UInt8] = []
      for index in choice.bytes.indices where !choice.mark(index).isGap {
        text.append(choice.bytes[index])
      }
      judge(text, language, .command, prints: prints, range, &state)
    }
  }

  /// A script file, as this command line wrote it or as it lies on disk.
  mutating func runFile(
    _ file: Field, in language: CodeLanguage, _ range: SourceRange, _ state: inout ShellState
  ) {
    let target = FileTarget(file, in: state.directory)
    if noteForeign(target, at: range) { return }
    for path in EffectAnalyzer.paths(of: target) { runFile(at: path, in: language, range, &state) }
  }

  private mutating func runFile(
    at path: [UInt8], in language: CodeLanguage, _ range: SourceRange, _ state: inout ShellState
  ) {
    if let stream = writtenContent(of: path) {
      runInput(stream, in: language, range, &state)
      return
    }
    guard scripts < ScriptLimits.count,
      let text = try? files.contents(path, limit: ScriptLimits.size), !text.contains(0)
    else { return }
    scripts += 1
    judge(text, language, .file, prints: false, range, &state)
  }

  /// Turns what a program's text says into effects.
  private mutating func judge(
    _ text: [UInt8], _ language: CodeLanguage, _ origin: CodeOrigin, prints: Bool,
    _ range: SourceRange, _ state: inout ShellState
  ) {
    if language == .other, origin == .command {
      let signs = OtherCode(text)
      if signs.showsEnvironment { perform(.printEnvironmentInCode, at: range) }
      if signs.runsDownload { perform(.downloadedCode, at: range) }
      if signs.addsLoginItem { perform(.scheduleTimer, subject: language.name, at: range) }
      if let command = signs.shellCommand {
        var inner = state
        _ = run(code: Field(command), range, &inner, .empty)
      }
      for word in EffectAnalyzer.plainWords(of: text) {
        touchConstant(.uses, Field(word), state, at: range)
      }
      for name in signs.deletedNames {
        let path = Field(AbsolutePath.expandingHome(name, home: state.home))
        touchConstant(.deletesTree, path, state, at: range)
      }
    }
    if language != .other, OtherCode(text).forksWithoutEnd { perform(.forkBomb, at: range) }
    if language == .awk {
      let signs = OtherCode(text)
      if signs.runsConnection {
        perform(.downloadedCode, at: range)
      } else if signs.connects {
        perform(.sendRaw, subject: [UInt8]("awk"), at: range)
      }
    }
    let findings = CodeScanner.findings(
      in: text, language, home: state.home, printsResult: prints,
      variables: language == .awk ? assignedVariables() : List())
    for finding in findings {
      switch finding {
      case .uses(let name):
        guard origin == .command else { continue }
        noteAddress(name, in: text, at: range)
        touchConstant(.uses, name, state, at: range)
      case .reads(let name): touchConstant(.reads, name, state, at: range)
      case .writes(let name): touchConstant(.writes, name, state, at: range)
      case .deletes(let name, let isTree):
        touchConstant(isTree ? .deletesTree : .deletes, name, state, at: range)
      case .command(let command):
        guard command.exact != nil else { continue }
        var inner = state
        _ = run(code: command, range, &inner, .empty)
      case .words(let words):
        guard words.first?.exact != nil else { continue }
        if origin == .file, EffectAnalyzer.isPartlyUnknown(words) { continue }
        var inner = state
        _ = nested(at: range) { $0.invoke(words, range, &inner, .empty) }
      case .code(let code):
        _ = nested(at: range) { analyzer in
          analyzer.judge(code, language, origin, prints: false, range, &state)
          return .empty
        }
      case .showsEnvironment:
        guard origin == .command else { continue }
        perform(.printEnvironmentInCode, at: range)
      case .readsTree(let directory, let names):
        guard origin == .command else { continue }
        // Alone it is a file as well.
        if names.isEmpty { touchConstant(.uses, directory, state, at: range) }
        add(
          Effect(
            .readsTree, file: FileTarget(directory, in: state.directory), subject: names,
            range: range))
      case .destroysData:
        guard origin == .command, !isOfTests(state) else { continue }
        perform(.sqlDestroy, subject: [], on: state, at: range)
      case .prints(let text):
        if origin == .command { printed.append(text) }
      case .downloads(let name):
        remember(
          CommandStream(text: nil, origins: .network), in: FileTarget(name, in: state.directory))
      case .sends(let address):
        guard origin == .command, !LoopbackAddress.isHost(of: address.bytes) else { continue }
        perform(.sendOverHttp, subject: EffectAnalyzer.host(of: address.bytes), at: range)
      case .runsDownload: perform(.downloadedCode, at: range)
      case .runsDecoded: perform(.decodedCode, at: range)
      }
    }
  }

  /// The words of a text in which names need no quotes: `Get-Content x`, `[open x]`.
  private static func plainWords(of text: [UInt8]) -> List<[UInt8]> {
    var words = List<[UInt8]>()
    for word in text.split(whereSeparator: {
      $0 <= 0x20 || $0 == 0x5B || $0 == 0x5D || $0 == 0x28 || $0 == 0x29 || $0 == 0x22 || $0 == 0x27
    }) {
      words.append(Array(word))
    }
    return words
  }

  /// `$0`, `$1` and so on, where the input of awk is one line that is known.
  private static func fields(of input: CommandStream) -> List<Field> {
    var fields = List<Field>()
    guard let text = input.text?.exact else { return fields }
    let line = Array(text.prefix { $0 != 0x0A })
    guard text.count <= line.count + 1, line.count < nameLimit else { return fields }
    fields.append(Field(line))
    for word in line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }) {
      fields.append(Field(Array(word)))
    }
    return fields
  }

  /// `awk -v name=value`.
  private func assignedVariables() -> List<(name: [UInt8], value: CodeValue)> {
    var variables = List<(name: [UInt8], value: CodeValue)>()
    for index in 0..<inputFields.count {
      var number: [UInt8] = []
      number.append(decimal: index)
      var value = CodeValue(text: inputFields[index])
      value.isData = true
      variables.append((number, value))
    }
    for index in 0..<words.count {
      var word = words[index]
      if word.bytes.hasPrefix("-v"), word.bytes.count > 2 {
        word = word.slice(2..<word.bytes.count)
      } else if index == 0 || !words[index - 1].bytes.equals("-v") {
        continue
      }
      guard let end = word.bytes.firstIndex(of: 0x3D) else { continue }
      let value = CodeValue(text: word.slice(end + 1..<word.bytes.count))
      variables.append((Array(word.bytes[..<end]), value))
    }
    return variables
  }

  private static func isPartlyUnknown(_ words: List<Field>) -> Bool {
    for word in words where word.exact == nil { return true }
    return false
  }

  /// Longer constants are texts, not the names of files.
  private static let nameLimit = 1_024

  /// A constant of a program as the name of a file: one line of which all is known.
  private mutating func touchConstant(
    _ kind: EffectKind, _ name: Field, _ state: ShellState, at range: SourceRange
  ) {
    for choice in name.choices {
      guard !choice.hasGap, !choice.bytes.isEmpty, choice.bytes.count <= EffectAnalyzer.nameLimit,
        !choice.bytes.contains(0x0A)
      else { continue }
      touch(kind, EffectAnalyzer.asPattern(choice), state, at: range)
    }
  }

  /// A constant with a `*` is for a search: `glob.glob(".e*")`.
  static func asPattern(_ constant: Field) -> Field {
    guard constant.bytes.contains(0x2A), constant.isLiteral else { return constant }
    var pattern = Field()
    for byte in constant.bytes {
      pattern.append(byte, Field.isSpecial(byte) ? .pattern : .literal)
    }
    return pattern
  }

  /// What this command line wrote at `path`, or nil.
  func writtenContent(of path: [UInt8]) -> CommandStream? {
    var found: CommandStream?
    for file in written where file.path == path {
      let stream = CommandStream(
        text: file.text, origins: file.origins, provenance: file.provenance)
      guard file.appends else {
        found = stream
        continue
      }
      if found == nil, let text = try? files.contents(path, limit: ScriptLimits.size) {
        found = CommandStream(text: Field(text), origins: .file)
      }
      found = found?.followed(by: stream) ?? stream
    }
    return found
  }
}
