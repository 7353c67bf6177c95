// SPDX-License-Identifier: MIT

/// Simple commands (POSIX 2.9.1): assignments, then the command that the words name.
extension EffectAnalyzer {
  mutating func run(
    _ simple: SimpleCommand, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    var fields = List<Field>(capacity: simple.words.count)
    for word in simple.words {
      Expander.append(word, to: &fields, &state, &self)
    }
    let isOnlyAssignment = fields.isEmpty
    if simple.assignments.isEmpty, !isOnlyAssignment {
      let output = invoke(fields, range, &state, input)
      for word in simple.words { assignArray(in: word, &state) }
      state.lastArgument = fields.last ?? Field()
      return output
    }
    var inner = state
    for assignment in simple.assignments {
      assign(assignment, &inner)
      // A variable that came with the environment is exported as it is.
      steer(
        assignment.name, inner.value(assignment.name), isExported: isOnlyAssignment,
        at: assignment.range, inner)
    }
    if isOnlyAssignment {
      state = inner
      if !traps.isEmpty { noteAssignment(state) }
      return .empty
    }
    // Assignments before a command hold for it alone, but what it changes stays.
    let output = invoke(fields, range, &inner, input)
    for word in simple.words { assignArray(in: word, &inner) }
    for assignment in simple.assignments { inner.restore(assignment.name, from: state) }
    state = inner
    state.lastArgument = fields.last ?? Field()
    if !traps.isEmpty, let name = fields.first?.exact, EffectAnalyzer.assigns(name) {
      noteAssignment(state)
    }
    return output
  }

  /// Builtins that give variables values.
  private static func assigns(_ name: [UInt8]) -> Bool {
    name.equals("export") || name.equals("local") || name.equals("declare")
      || name.equals("typeset") || name.equals("readonly") || name.equals("read")
      || name.equals("printf")
  }

  private mutating func assign(_ assignment: Assignment, _ state: inout ShellState) {
    switch assignment.value {
    case .word(let word):
      var value = Expander.value(of: word, &state, &self)
      if assignment.appends {
        var whole = state.value(assignment.name)
        whole.append(value, quoted: true)
        value = whole
      }
      guard assignment.index != nil else { return state.assign(assignment.name, value) }
      // One element of an array: which one does not matter for what it can be.
      var elements = state.variable(assignment.name)?.elements ?? List()
      elements.append(value)
      state.assign(assignment.name, elements: elements)
    case .array(let elements):
      assign(assignment.name, elements, appends: assignment.appends, &state)
    }
  }

  private mutating func assign(
    _ name: [UInt8], _ elements: List<ArrayElement>, appends: Bool, _ state: inout ShellState
  ) {
    var values = appends ? state.variable(name)?.elements ?? List() : List()
    for element in elements {
      values.append(contentsOf: Expander.fields(of: element.value, &state, &self))
    }
    state.assign(name, elements: values)
  }

  /// `declare -a x=(…)`: the array is the last part of an argument.
  private mutating func assignArray(in word: Word, _ state: inout ShellState) {
    guard let last = word.parts.last, case .array(let elements, _) = last,
      case .literal(let text, _)? = word.parts.first, let end = text.firstIndex(of: 0x3D)
    else { return }
    assign(Array(text[..<end]), elements, appends: false, &state)
  }

  /// Runs the command that `fields` name.
  mutating func invoke(
    _ fields: List<Field>, _ range: SourceRange, _ state: inout ShellState, _ input: CommandStream
  ) -> CommandStream {
    guard mayStep(at: range), let first = fields.first else { return .empty }
    if trace != nil { noteExpanded(fields, state, at: range) }
    let arguments = Invocation.rest(fields, from: 1)
    let outerWords = words
    defer { words = outerWords }
    words = fields
    var output: CommandStream?
    var hasKnownName = false
    for choice in first.choices where !choice.hasGap && !choice.hasPattern {
      if choice.bytes.isEmpty { continue }
      hasKnownName = true
      let printed = invoke(choice.bytes, arguments, range, &state, input)
      output = output.map { EffectAnalyzer.either($0, printed) } ?? printed
    }
    if !hasKnownName {
      if let program = programInUnknownDirectory(first) {
        return invoke(program, arguments, range, &state, input)
      }
      return invokeUnknown(first, arguments, range, &state, input)
    }
    return output ?? .empty
  }

  /// `$JAVA_HOME/bin/java`: where it lies cannot be told, what it is can.
  ///
  /// Not where this command line writes to names that cannot be told: it could write the program.
  private func programInUnknownDirectory(_ name: Field) -> [UInt8]? {
    guard name.alternatives.isEmpty, !name.hasPattern, !name.bytes.isEmpty, name.mark(0).isGap,
      !name.mayHave(.downloaded), !name.mayHave(.decoded),
      let slash = name.bytes.lastIndex(of: 0x2F)
    else { return nil }
    let program = name.slice(slash + 1..<name.bytes.count)
    guard let text = program.exact, !text.isEmpty else { return nil }
    for effect in effects where effect.kind == .writes && effect.file?.name.hasGap == true {
      return nil
    }
    let directory = Array(name.bytes[..<slash])
    let isInstalled = directory.hasSuffix("/bin") || directory.hasSuffix("/.bin")
    let isKnown = EffectAnalyzer.isShell(text) || CommandCatalog.entry(ofProgram: text) != nil
    return isInstalled || isKnown ? text : nil
  }

  /// A command whose name cannot be told may be anything: judged as such, and its arguments too.
  private mutating func invokeUnknown(
    _ name: Field, _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    if let mark = name.bytes.isEmpty ? nil : name.mark(0), mark == .downloaded || mark == .decoded {
      flow(name.provenance, to: FlowTarget(.interpreter, [UInt8]("a shell"), at: range))
      perform(mark == .downloaded ? .evaluateDownload : .evaluateDecoded, at: range)
    } else if !tasks.toleratesUnknownNames {
      perform(.unknownCommand, subject: name.shown, at: range)
    }
    useAll(arguments, state, at: range)
    return .unknown
  }

  mutating func invoke(
    _ path: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    if let body = state.function(path) {
      return call(body, arguments, range, &state, input)
    }
    if path.hasPrefix("https://") || path.hasPrefix("http://") {
      perform(.downloadedCode, subject: path, at: range)
      return .unknown
    }
    let name = EffectAnalyzer.lastComponent(path)
    if path.count == name.count, runFromPath(name, arguments, range, &state, input) {
      return .unknown
    }
    if path.count != name.count, !EffectAnalyzer.isSystemPath(path) {
      if CommandCatalog.entry(ofProgram: name)?.operands.equals("/") == true,
        let output = invokeEach(path, name, arguments, range, &state, input)
      {
        return output
      }
      return runFile(path, arguments, range, &state, input)
    }
    if let output = invokeEach(path, name, arguments, range, &state, input) { return output }
    let first = effects.count
    let before = steps
    var output = runProgram(name, arguments, range, &state, input)
    output.origins.remove(.everything)
    if EffectAnalyzer.listsEverything(name, arguments) { output.origins.insert(.everything) }
    // Commands inside it have said themselves what they take up.
    guard steps == before else { return output }
    return carrying(output, of: name, input, effectsFrom: first, at: range)
  }

  /// Runs the program or builtin `name`, whatever it is known as.
  private mutating func runProgram(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    if let selection = TargetSelection(name, arguments) { selections.append(selection) }
    if let output = builtin(name, arguments, range, &state, input) { return output }
    if let output = wrapper(name, arguments, range, &state, input) { return output }
    if let output = interpreter(name, arguments, range, &state, input) { return output }
    if let output = taskRunner(name, arguments, range, &state, input) { return output }
    if let output = special(name, arguments, range, &state, input) { return output }
    guard let entry = knownEntry(ofProgram: name) else {
      useAll(arguments, state, at: range)
      return terms.isWrapper(name) ? runWrapped(arguments, range, &state, input) : .unknown
    }
    return run(entry, arguments, range, &state, input)
  }

  /// The entry of the program `name`; a line mostly repeats a few names.
  private mutating func knownEntry(ofProgram name: [UInt8]) -> CatalogEntry? {
    for known in knownPrograms where known.name == name { return known.entry }
    guard let entry = CommandCatalog.entry(ofProgram: name) else { return nil }
    if knownPrograms.count < Limits.knownPrograms {
      knownPrograms.append(KnownProgram(name: name, entry: entry))
    }
    return entry
  }

  /// Runs a function's body with its own positional parameters.
  private mutating func call(
    _ body: Command, _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    let outer = state.parameters
    state.parameters = arguments
    let output = nested(at: range) { $0.run(body, &state, input) }
    state.parameters = outer
    return output
  }

  /// The arguments of a program of which nothing is known.
  mutating func useAll(_ arguments: List<Field>, _ state: ShellState, at range: SourceRange) {
    for index in 0..<arguments.count {
      if index > 0, EffectAnalyzer.leavesOut(arguments[index - 1].bytes) { continue }
      for choice in arguments[index].choices { use(choice, state, at: range) }
    }
  }

  /// Options whose value is left out, by whatever program: `--exclude .env`.
  private static func leavesOut(_ option: [UInt8]) -> Bool {
    option.equals("--exclude") || option.equals("--extend-exclude")
      || option.equals("--force-exclude") || option.equals("--exclude-dir")
      || option.equals("--exclude-dirs") || option.equals("--exclude-path")
      || option.equals("--exclude-paths") || option.equals("--exclude-files")
      || option.equals("--ignore-pattern") || option.equals("--ignore-glob")
      || option.equals("--skip-files") || option.equals("--skip-dirs") || option.equals("--omit")
  }

  /// One argument of an unknown program, and the value after `--option=`.
  private mutating func use(_ argument: Field, _ state: ShellState, at range: SourceRange) {
    if argument.bytes.isEmpty { return }
    if argument.bytes[0] == 0x2D {
      guard let end = argument.bytes.firstIndex(of: 0x3D),
        !EffectAnalyzer.leavesOut(Array(argument.bytes[..<end]))
      else { return }
      touch(.uses, argument.slice(end + 1..<argument.bytes.count), state, at: range)
      return
    }
    touch(.uses, argument, state, at: range)
    if argument.bytes[0] == 0x40 {
      // `@file`, as curl, httpie and many others read their arguments.
      touch(.uses, argument.slice(1..<argument.bytes.count), state, at: range)
    } else if let end = argument.bytes.firstIndex(of: 0x3D) {
      touch(.uses, argument.slice(end + 1..<argument.bytes.count), state, at: range)
    }
  }

  static func lastComponent(_ path: [UInt8]) -> [UInt8] {
    guard let slash = path.lastIndex(of: 0x2F) else { return path }
    return Array(path[(slash + 1)...])
  }

  /// Programs in these directories are what their name says.
  static func isSystemPath(_ path: [UInt8]) -> Bool {
    path.hasPrefix("/bin/") || path.hasPrefix("/usr/") || path.hasPrefix("/sbin/")
      || path.hasPrefix("/opt/homebrew/bin/") || path.hasPrefix("/opt/local/bin/")
      || path.hasPrefix("/snap/bin/") || path.hasPrefix("/nix/store/")
      || path.hasPrefix("/run/current-system/") || path.hasPrefix("//bin/")
      || path.hasPrefix("/./") || path.hasPrefix("/../")
  }
}
