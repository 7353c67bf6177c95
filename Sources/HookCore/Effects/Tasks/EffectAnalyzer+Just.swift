// SPDX-License-Identifier: MIT

/// A justfile on its way: where it lies, and the values that are known.
private struct JustRun {
  var file = Justfile()
  var state: ShellState
  let range: SourceRange
  let directory: [UInt8]
  /// Parameters of the recipe that runs, before the variables of the file.
  var values = List<Justfile.Variable>()
  var done = List<[UInt8]>()
  var depth = 0
}

/// `just`: the recipes that it is given, and those that they need.
extension EffectAnalyzer {
  mutating func just(
    _ arguments: List<Field>, _ range: SourceRange, _ state: ShellState, _ input: CommandStream
  ) -> CommandStream? {
    var file: Field?
    var overrides = List<Justfile.Variable>()
    var words = List<Field>()
    var directory = state.directory
    var position = 0
    while position < arguments.count {
      let argument = arguments[position]
      let bytes = argument.bytes
      position += 1
      let next = position < arguments.count ? arguments[position] : nil
      if !words.isEmpty || bytes.first != 0x2D {
        if words.isEmpty, let equals = bytes.firstIndex(of: 0x3D) {
          overrides.append(
            Justfile.Variable(
              name: Array(bytes[..<equals]),
              text: MakeText.text(argument.slice(equals + 1..<bytes.count)), isValue: true))
        } else {
          words.append(argument)
        }
      } else if bytes.equals("-f") || bytes.equals("--justfile") {
        file = next
        position += 1
      } else if bytes.hasPrefix("--justfile=") {
        file = argument.slice(11..<bytes.count)
      } else if bytes.equals("-d") || bytes.equals("--working-directory") {
        if let next { directory = EffectAnalyzer.joined(directory, next) }
        position += 1
      } else if bytes.equals("--set"), let next, position + 1 < arguments.count {
        overrides.append(
          Justfile.Variable(
            name: next.bytes, text: MakeText.text(arguments[position + 1]), isValue: true))
        position += 2
      } else if bytes.equals("-c") || bytes.equals("--command") {
        var inner = state
        return invoke(Invocation.rest(arguments, from: position), range, &inner, input)
      } else if EffectAnalyzer.onlyAsks(bytes) {
        return .unknown
      }
    }
    var isFound = false
    for place in directory.choices where place.exact != nil {
      if noteForeign(FileTarget(Field([0x2E]), in: place), at: range) { return .unknown }
      guard let path = justfile(file, place) else { continue }
      isFound = true
      run(path, overrides, words, range, state, file == nil ? nil : place.exact)
    }
    return isFound ? .unknown : nil
  }

  private static func onlyAsks(_ option: [UInt8]) -> Bool {
    option.equals("-l") || option.equals("--list") || option.equals("--summary")
      || option.equals("-n") || option.equals("--dry-run") || option.equals("-s")
      || option.equals("--show") || option.equals("--dump") || option.equals("--version")
      || option.equals("--help") || option.equals("--groups")
  }

  /// The path of the justfile: the one that is named, else the nearest at or above `directory`.
  private func justfile(_ file: Field?, _ directory: Field) -> [UInt8]? {
    if let file { return EffectAnalyzer.path(of: FileTarget(file, in: directory)) }
    if let found = justfile(named: "justfile", directory) { return found }
    if let found = justfile(named: "Justfile", directory) { return found }
    return justfile(named: ".justfile", directory)
  }

  private func justfile(named name: StaticString, _ directory: Field) -> [UInt8]? {
    guard let root = projectRoot(directory, name) else { return nil }
    return EffectAnalyzer.path(of: FileTarget(Field([UInt8](name)), in: Field(root)))
  }

  private mutating func run(
    _ path: [UInt8], _ overrides: List<Justfile.Variable>, _ words: List<Field>,
    _ range: SourceRange, _ state: ShellState, _ directory: [UInt8]?
  ) {
    tasks.isWrittenHere = false
    guard case .known(let text) = taskText(path, at: range) else { return }
    let slash = path.lastIndex(of: 0x2F) ?? 0
    let place = directory ?? (slash == 0 ? [0x2F] : Array(path[..<slash]))
    var run = JustRun(state: state, range: range, directory: place)
    run.state.directory = Field(place)
    touch(.executes, Field(path), state, at: range)
    run.file.read(text)
    var index = 0
    while index < run.file.imports.count, index < MakeLimits.includes {
      let target = FileTarget(Field(run.file.imports[index]), in: Field(place))
      index += 1
      guard let path = EffectAnalyzer.path(of: target),
        case .known(let text) = taskText(path, at: range)
      else { continue }
      run.file.read(text)
    }
    for override in overrides { run.values.append(override) }
    var key = [UInt8]("just ") + path
    for word in words { key += [0] + word.bytes }
    let tolerated = tasks.toleratesUnknownNames
    tasks.toleratesUnknownNames = !tasks.isWrittenHere
    runTask(key, at: range) { $0.runRecipes(words, &run) }
    tasks.toleratesUnknownNames = tolerated
  }

  /// Runs the recipes that `words` name, each with as many of the next words as it takes.
  private mutating func runRecipes(_ words: List<Field>, _ run: inout JustRun) {
    for variable in run.file.variables where variable.isExported {
      let value = justValue(variable.text, &run)
      run.state.assign(variable.name, MakeText.field(value))
    }
    guard !words.isEmpty else {
      if let first = run.file.recipes.first { runRecipe(first, List(), &run) }
      return
    }
    var position = 0
    while position < words.count {
      guard let name = words[position].exact, let recipe = run.file.recipe(name) else { return }
      position += 1
      var arguments = List<[UInt8]>()
      var takesRest = false
      for parameter in recipe.parameters where parameter.takesRest { takesRest = true }
      while position < words.count, takesRest || arguments.count < recipe.parameters.count {
        arguments.append(MakeText.text(words[position]))
        position += 1
      }
      runRecipe(recipe, arguments, &run)
    }
  }

  private mutating func runRecipe(
    _ recipe: Justfile.Recipe, _ arguments: List<[UInt8]>, _ run: inout JustRun
  ) {
    var key = recipe.name
    for argument in arguments { key += [0] + argument }
    for done in run.done where done == key { return }
    run.done.append(key)
    guard run.depth < TaskLimits.parents else {
      return perform(.tooLarge, subject: [UInt8]("just"), at: run.range)
    }
    run.depth += 1
    let former = run.values
    let formerState = run.state
    bind(recipe, arguments, &run)
    for dependency in recipe.dependencies where !dependency.isLater { follow(dependency, &run) }
    runLines(of: recipe, &run)
    for dependency in recipe.dependencies where dependency.isLater { follow(dependency, &run) }
    run.values = former
    run.state = formerState
    run.depth -= 1
  }

  /// Gives the parameters of a recipe their values.
  private mutating func bind(
    _ recipe: Justfile.Recipe, _ arguments: List<[UInt8]>, _ run: inout JustRun
  ) {
    var index = 0
    var positional = List<Field>()
    for parameter in recipe.parameters {
      var value: [UInt8] = [MakeText.gap]
      if parameter.takesRest, index < arguments.count {
        value = MakeText.joined(List(copying: arguments.dropFirst(index)))
        index = arguments.count
      } else if index < arguments.count {
        value = arguments[index]
        index += 1
      } else if let fallback = parameter.fallback {
        value = justValue(fallback, &run)
      }
      positional.append(MakeText.field(value))
      run.values.append(Justfile.Variable(name: parameter.name, text: value, isValue: true))
      if parameter.isExported { run.state.assign(parameter.name, MakeText.field(value)) }
    }
    run.state.parameters = positional
  }

  private mutating func follow(_ dependency: Justfile.Dependency, _ run: inout JustRun) {
    guard let recipe = run.file.recipe(dependency.name) else { return }
    var arguments = List<[UInt8]>()
    for argument in dependency.arguments { arguments.append(justValue(argument, &run)) }
    runRecipe(recipe, arguments, &run)
  }

  private mutating func runLines(of recipe: Justfile.Recipe, _ run: inout JustRun) {
    var script: [UInt8] = []
    var line: [UInt8] = []
    let isScript = recipe.lines.first.map { MakeText.stripped($0).hasPrefix("#!") } ?? false
    let indent = recipe.lines.first.map { $0.prefix { MakeText.isBlank($0) }.count } ?? 0
    for raw in recipe.lines {
      let text = interpolated(raw, &run)
      if isScript {
        script.append(
          contentsOf: text.dropFirst(min(indent, text.prefix { MakeText.isBlank($0) }.count)))
        script.append(0x0A)
        continue
      }
      let part = MakeText.stripped(text)
      if part.last == 0x5C {
        line.append(contentsOf: part.dropLast())
        continue
      }
      line.append(contentsOf: part)
      runLine(line, &run)
      line = []
    }
    if !line.isEmpty { runLine(line, &run) }
    if isScript { runScript(script, &run) }
  }

  private mutating func runLine(_ line: [UInt8], _ run: inout JustRun) {
    var start = 0
    while start < line.count, line[start] == 0x40 || line[start] == 0x2D { start += 1 }
    let text = Array(line[start...])
    if text.isEmpty || text[0] == 0x23 { return }
    var inner = run.state
    let range = run.range
    if let program = run.file.shell.first,
      !EffectAnalyzer.isShell(EffectAnalyzer.lastComponent(program))
    {
      var words = List<Field>()
      for word in run.file.shell { words.append(Field(word)) }
      words.append(MakeText.field(text))
      _ = invoke(words, range, &inner, .empty)
      return
    }
    let code = MakeText.shellText(text)
    _ = nested(at: range) { $0.run(text: code, &inner, .empty, at: range) }
  }

  /// A recipe that begins with `#!`: one script, for the program that this line names.
  private mutating func runScript(_ script: [UInt8], _ run: inout JustRun) {
    let line = Array(script.prefix { $0 != 0x0A }.dropFirst(2))
    var words = MakeText.words(line)
    while let first = words.first,
      EffectAnalyzer.lastComponent(first).equals("env") || first.first == 0x2D
    {
      words = List(copying: words.dropFirst())
    }
    var inner = run.state
    let range = run.range
    guard let program = words.first.map({ EffectAnalyzer.lastComponent($0) }),
      !EffectAnalyzer.isShell(program)
    else {
      let code = MakeText.shellText(script)
      _ = nested(at: range) { $0.run(text: code, &inner, .empty, at: range) }
      return
    }
    let stream = CommandStream(text: MakeText.field(script), origins: .file)
    _ = invoke(List(Field(program)), range, &inner, stream)
  }

  // MARK: Expressions

  /// A line with every `{{expression}}` replaced.
  private mutating func interpolated(_ line: [UInt8], _ run: inout JustRun) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < line.count {
      guard line[index...].starts(with: [0x7B, 0x7B]) else {
        result.append(line[index])
        index += 1
        continue
      }
      if line[index...].starts(with: [0x7B, 0x7B, 0x7B, 0x7B]) {
        result.append("{{")
        index += 4
        continue
      }
      var end = index + 2
      while end < line.count, !line[end...].starts(with: [0x7D, 0x7D]) { end += 1 }
      result.append(contentsOf: justValue(Array(line[min(index + 2, end)..<end]), &run))
      index = end + 2
    }
    return result
  }

  /// The value of an expression: strings, names, commands, `+`, `/` and a few functions.
  private mutating func justValue(_ text: [UInt8], _ run: inout JustRun) -> [UInt8] {
    guard run.depth < TaskLimits.parents else { return [MakeText.gap] }
    run.depth += 1
    defer { run.depth -= 1 }
    var result: [UInt8] = []
    for token in JustTokens.tokens(of: MakeText.stripped(text)) {
      if token.equals("+") { continue }
      if token.equals("/") {
        result.append(0x2F)
        continue
      }
      if token.equals("if") { return [MakeText.gap] }
      result.append(contentsOf: justTerm(token, &run))
      if result.count > MakeLimits.textSize { return [MakeText.gap] }
    }
    return result
  }

  private mutating func justTerm(_ token: [UInt8], _ run: inout JustRun) -> [UInt8] {
    guard let first = token.first else { return [] }
    if first == 0x27 || first == 0x22 { return Justfile.unquoted(token) }
    if first == 0x60, token.count >= 2 {
      var makefile = Makefile(run.state, run.range, variant: 0)
      return makefile.shell(Array(token[1..<token.count - 1]), &self)
    }
    if first == 0x28 { return justValue(Array(token.dropFirst().dropLast()), &run) }
    if let open = token.firstIndex(of: 0x28) {
      let name = Array(token[..<open])
      if name.equals("justfile_directory") || name.equals("invocation_directory") {
        return run.directory
      }
      if name.equals("home_directory") { return run.state.home }
      if name.equals("env_var_or_default") || name.equals("env") || name.equals("env_var") {
        let parts = MakeText.arguments(Array(token[(open + 1)...].dropLast()), limit: 2)
        let variable = Justfile.unquoted(MakeText.stripped(parts[0]))
        if variable.equals("HOME") { return run.state.home }
        if let known = run.state.variable(variable)?.value.exact { return known }
        return parts.count > 1 ? justValue(parts[1], &run) : [MakeText.gap]
      }
      return [MakeText.gap]
    }
    for variable in run.values.reversed() where variable.name == token { return variable.text }
    for variable in run.file.variables where variable.name == token {
      return justValue(variable.text, &run)
    }
    return [MakeText.gap]
  }
}
