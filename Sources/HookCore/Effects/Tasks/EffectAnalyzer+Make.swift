// SPDX-License-Identifier: MIT

/// What a call of make asks for.
private struct MakeRequest {
  var directory: Field
  var files = List<Field>()
  var targets = List<Field>()
  /// `name=value` and `--eval=text`, in order.
  var assignments = List<Field>()
  var texts = List<Field>()
  /// Recipes are only printed.
  var isDryRun = false
  var asksOnly = false

  init(_ arguments: List<Field>, _ state: ShellState) {
    directory = state.directory
    var position = 0
    var isOptionsOver = false
    while position < arguments.count {
      let argument = arguments[position]
      position += 1
      let bytes = argument.bytes
      guard !isOptionsOver, bytes.first == 0x2D, bytes.count > 1 else {
        take(argument)
        continue
      }
      if bytes.equals("--") {
        isOptionsOver = true
        continue
      }
      let next = position < arguments.count ? arguments[position] : nil
      if bytes[1] == 0x2D ? takeLong(argument, next) : takeShort(argument, next) { position += 1 }
    }
  }

  /// `MAKEFILE_LIST`, which recipes search for the descriptions of targets.
  var fileNames: Makefile.Variable {
    var names = List<[UInt8]>()
    for file in files { names.append(MakeText.text(file)) }
    if names.isEmpty { names.append([UInt8]("Makefile")) }
    return Makefile.Variable(
      name: [UInt8]("MAKEFILE_LIST"), value: MakeText.joined(names), isSimple: true)
  }

  var goals: Makefile.Variable {
    var names = List<[UInt8]>()
    for target in targets { names.append(MakeText.text(target)) }
    return Makefile.Variable(
      name: [UInt8]("MAKECMDGOALS"), value: MakeText.joined(names), isSimple: true)
  }

  private mutating func take(_ argument: Field) {
    let name = argument.bytes.prefix { $0 != 0x3D }
    if name.count < argument.bytes.count {
      assignments.append(argument)
    } else {
      targets.append(argument)
    }
  }

  /// Returns whether the next argument is the option's.
  private mutating func takeLong(_ argument: Field, _ next: Field?) -> Bool {
    let bytes = argument.bytes
    let end = bytes.firstIndex(of: 0x3D) ?? bytes.count
    let name = Array(bytes[..<end])
    if name.equals("--dry-run") || name.equals("--just-print") || name.equals("--recon")
      || name.equals("--question")
    {
      isDryRun = true
    }
    if name.equals("--version") || name.equals("--help") { asksOnly = true }
    let isDirectory = name.equals("--directory")
    let isFile = name.equals("--file") || name.equals("--makefile")
    let isText = name.equals("--eval")
    let takesValue =
      isDirectory || isFile || isText || name.equals("--include-dir") || name.equals("--old-file")
      || name.equals("--assume-old") || name.equals("--what-if") || name.equals("--new-file")
      || name.equals("--assume-new")
    guard takesValue else { return false }
    let isAttached = end < bytes.count
    if let value = isAttached ? argument.slice(end + 1..<bytes.count) : next {
      if isDirectory { directory = EffectAnalyzer.joined(directory, value) }
      if isFile { files.append(value) }
      if isText { texts.append(value) }
    }
    return !isAttached
  }

  private mutating func takeShort(_ argument: Field, _ next: Field?) -> Bool {
    let bytes = argument.bytes
    var index = 1
    while index < bytes.count {
      let letter = bytes[index]
      index += 1
      switch letter {
      case 0x6E, 0x71: isDryRun = true  // n, q
      case 0x76, 0x68: asksOnly = true  // v, h
      case 0x43, 0x66, 0x49, 0x6F, 0x57, 0x45:  // C, f, I, o, W, E
        let isAttached = index < bytes.count
        if let value = isAttached ? argument.slice(index..<bytes.count) : next {
          if letter == 0x43 { directory = EffectAnalyzer.joined(directory, value) }
          if letter == 0x66 { files.append(value) }
          if letter == 0x45 { texts.append(value) }
        }
        return !isAttached
      case 0x6A, 0x6C, 0x4F:  // j, l, O: a value that is attached, or a number
        if index == bytes.count, letter != 0x4F, let first = next?.exact?.first,
          (0x30...0x39).contains(first)
        {
          return true
        }
        return false
      default: continue
      }
    }
    return false
  }
}

/// `make`: the recipes of what is to be made, and of what that depends on.
extension EffectAnalyzer {
  mutating func make(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: ShellState,
    _ input: CommandStream
  ) -> CommandStream? {
    let request = MakeRequest(arguments, state)
    if request.asksOnly { return .unknown }
    var isFound = false
    for directory in request.directory.choices {
      guard directory.exact != nil else { continue }
      var inner = state
      inner.directory = directory
      if noteForeign(FileTarget(Field([0x2E]), in: directory), at: range) {
        isFound = true
        continue
      }
      var texts = List<[UInt8]>()
      tasks.isWrittenHere = !request.texts.isEmpty
      guard makefiles(of: request, name, &texts, range, inner, input) else { continue }
      isFound = true
      let tolerated = tasks.toleratesUnknownNames
      tasks.toleratesUnknownNames = !tasks.isWrittenHere
      var variant = 0
      while variant < MakeLimits.variants {
        let variants = run(request, texts, variant: variant, arguments, range, inner)
        variant += 1
        if variant >= variants { break }
      }
      tasks.toleratesUnknownNames = tolerated
    }
    if !isFound { useAll(arguments, state, at: range) }
    return .unknown
  }

  /// The texts of the makefiles that a call reads; false where there is none.
  private mutating func makefiles(
    of request: MakeRequest, _ name: [UInt8], _ texts: inout List<[UInt8]>, _ range: SourceRange,
    _ state: ShellState, _ input: CommandStream
  ) -> Bool {
    for text in request.texts {
      var bytes = text.bytes
      bytes.append(0x0A)
      texts.append(bytes)
    }
    if !request.files.isEmpty {
      for file in request.files {
        if file.exact == [0x2D] || EffectAnalyzer.isStandardInputName(file.bytes) {
          if input.origins.contains(.network) { perform(.downloadedCode, at: range) }
          if let text = input.text?.exact { texts.append(text) }
        } else {
          _ = append(file, to: &texts, range, state)
        }
      }
      return true
    }
    if !name.equals("bmake"), append("GNUmakefile", to: &texts, range, state) { return true }
    if append("makefile", to: &texts, range, state) { return true }
    return append("Makefile", to: &texts, range, state) || !texts.isEmpty
  }

  private mutating func append(
    _ name: StaticString, to texts: inout List<[UInt8]>, _ range: SourceRange, _ state: ShellState
  ) -> Bool {
    append(Field([UInt8](name)), to: &texts, range, state)
  }

  private mutating func append(
    _ file: Field, to texts: inout List<[UInt8]>, _ range: SourceRange, _ state: ShellState
  ) -> Bool {
    guard let path = EffectAnalyzer.path(of: FileTarget(file, in: state.directory)) else {
      return false
    }
    switch taskText(path, at: range) {
    case .absent: return false
    case .unknown: return true
    case .known(let text):
      touch(.executes, file, state, at: range)
      texts.append(text)
      return true
    }
  }

  /// Reads the makefiles and judges what they make; returns how many ways there are to read them.
  private mutating func run(
    _ request: MakeRequest, _ texts: List<[UInt8]>, variant: Int, _ arguments: List<Field>,
    _ range: SourceRange, _ state: ShellState
  ) -> Int {
    var key = [UInt8]("make ") + state.directory.bytes
    for argument in arguments {
      key.append(0)
      key.append(contentsOf: argument.bytes)
    }
    var makefile = Makefile(state, range, variant: variant)
    runTask(key, at: range) { analyzer in
      for assignment in request.assignments {
        guard let found = Makefile.assignment(MakeText.text(assignment)) else { continue }
        let value = analyzer.commandLineValue(found, &makefile)
        makefile.set(
          Makefile.Variable(
            name: found.name, value: value, isSimple: found.operation.first == 0x3A, isFixed: true))
        makefile.exported.append(found.name)
      }
      makefile.set(request.fileNames)
      makefile.set(request.goals)
      for text in texts { makefile.read(text, &analyzer) }
      var maker = RecipeRunner(makefile, isDryRun: request.isDryRun)
      if request.targets.isEmpty {
        let goal = makefile.variable([UInt8](".DEFAULT_GOAL"))?.value ?? makefile.firstTarget
        if let goal { maker.make(goal, &analyzer) }
      }
      for target in request.targets {
        for choice in target.choices {
          if let name = choice.exact { maker.make(name, &analyzer) }
        }
      }
      makefile = maker.makefile
    }
    return makefile.variants
  }

  private mutating func commandLineValue(
    _ found: (name: [UInt8], operation: [UInt8], value: [UInt8]), _ makefile: inout Makefile
  ) -> [UInt8] {
    found.operation.first == 0x3A ? makefile.expanded(found.value, &self) : found.value
  }
}
