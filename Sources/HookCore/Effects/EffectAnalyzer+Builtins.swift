// SPDX-License-Identifier: MIT

/// Commands of the shell itself, which change its state.
extension EffectAnalyzer {
  /// Runs the builtin `name`; nil where it is none that matters here.
  mutating func builtin(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream? {
    guard let first = name.first else { return .empty }
    switch first {
    case 0x63 where name.equals("cd"), 0x70 where name.equals("pushd"):
      changeDirectory(arguments, pushes: first == 0x70, &state)
    case 0x70 where name.equals("popd"): popDirectory(&state)
    case 0x65 where name.equals("export"), 0x72 where name.equals("readonly"),
      0x6C where name.equals("local"), 0x64 where name.equals("declare"),
      0x74 where name.equals("typeset"):
      return declare(name, arguments, range, &state)
    case 0x75 where name.equals("unset"):
      for argument in arguments {
        if let name = argument.exact, name.first != 0x2D { state.unset(name) }
      }
    case 0x73 where name.equals("set"): return set(arguments, range, &state)
    case 0x73 where name.equals("shift"): shift(arguments, &state)
    case 0x73 where name.equals("shopt"):
      for argument in arguments where argument.bytes.equals("dotglob") {
        state.matchesDotFiles = true
      }
    case 0x72 where name.equals("read"), 0x6D where name.equals("mapfile"),
      0x72 where name.equals("readarray"):
      read(arguments, isArray: first == 0x6D || name.count > 4, &state, input)
    case 0x67 where name.equals("getopts"):
      if arguments.count > 1, let variable = arguments[1].exact { state.assign(variable, .unknown) }
    case 0x61 where name.equals("alias"): alias(arguments, range, &state)
    case 0x3A where name.equals(":"), 0x74 where name.equals("true"),
      0x66 where name.equals("false"),
      0x74 where name.equals("test"), 0x5B where name.equals("["):
      return .empty
    default: return printing(name, arguments, range, &state, input)
    }
    return .empty
  }

  private mutating func changeDirectory(
    _ arguments: List<Field>, pushes: Bool, _ state: inout ShellState
  ) {
    var target: Field?
    for argument in arguments {
      if let bytes = argument.exact, bytes.first == 0x2D, bytes.count > 1 { continue }
      target = argument
      break
    }
    let former = state.directory
    if pushes { state.directoryStack.append(former) }
    guard let target else {
      state.directory = state.value([UInt8]("HOME"))
      state.previousDirectory = former
      return
    }
    if target.exact == [0x2D] {
      state.directory = state.previousDirectory
    } else {
      let (reached, all) = directory(target, from: former)
      state.directory = all
      state.reachedDirectory = reached
    }
    state.previousDirectory = former
  }

  /// Where `cd target` leads, and where that may fail the place before too.
  private func directory(
    _ target: Field, from former: Field
  ) -> (reached: Field, all: Field) {
    var results = List<Field>()
    var failures = List<Field>()
    for start in former.choices {
      for choice in target.choices {
        if !choice.bytes.isEmpty, choice.mark(0).isGap {
          // What begins with an unknown may be absolute.
          results.append(choice)
          continue
        }
        guard let name = choice.exact, let base = start.exact,
          let path = AbsolutePath(name, in: base)
        else {
          results.append(EffectAnalyzer.joined(start, choice))
          continue
        }
        results.append(Field(path.bytes))
        if let status = try? files.status(path.bytes), status.kind == .directory { continue }
        if (try? files.status(path.bytes))?.kind == .symbolicLink { continue }
        failures.append(start)
      }
    }
    let reached = Field.oneOf(results)
    results.append(contentsOf: failures)
    return (reached, Field.oneOf(results))
  }

  /// `directory/name`, or `name` where it is absolute.
  static func joined(_ directory: Field, _ name: Field) -> Field {
    if name.bytes.first == 0x2F { return name }
    var path = directory
    path.append(0x2F)
    path.append(name, quoted: false)
    return path
  }

  private mutating func popDirectory(_ state: inout ShellState) {
    let former = state.directory
    state.directory = state.directoryStack.popLast() ?? .unknown
    state.previousDirectory = former
  }

  /// `export`, `declare` and kin: assignments in arguments.
  private mutating func declare(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState
  ) -> CommandStream {
    var hasOperand = false
    var isReference = false
    for argument in arguments {
      if argument.bytes.first == 0x2D, argument.bytes.contains(0x6E), !name.equals("export") {
        isReference = true
      }
      guard let end = argument.bytes.firstIndex(of: 0x3D), argument.bytes.first != 0x2D else {
        if argument.bytes.first != 0x2D {
          hasOperand = true
          if arguments.first?.bytes.equals("-p") == true, CredentialName.contains(argument.bytes) {
            perform(.printSecretVariable, subject: argument.bytes, at: range)
          }
          if let known = argument.exact.flatMap({ state.variable($0) }) {
            steer(known.name, known.value, isExported: true, at: range, state)
          }
        }
        continue
      }
      hasOperand = true
      let variable = Array(argument.bytes[..<end])
      let value = EffectAnalyzer.assigned(argument, by: argument.bytes[...end])
      if isReference, let target = value.exact {
        state.refer(variable, to: target)
      } else {
        state.assign(variable, value)
        steer(variable, value, isExported: true, at: range, state)
      }
    }
    // Without a name they print the variables, values and all.
    if !hasOperand, !name.equals("local"), !name.equals("readonly"), !isFunctionListing(arguments) {
      perform(.printEnvironment, subject: name, at: range)
    }
    return .empty
  }

  /// What follows `start` in each value of the argument that has it.
  private static func assigned(_ argument: Field, by start: ArraySlice<UInt8>) -> Field {
    var values = List<Field>()
    for choice in argument.choices where choice.bytes.starts(with: start) {
      values.append(choice.slice(start.count..<choice.bytes.count))
    }
    return Field.oneOf(values)
  }

  private func isFunctionListing(_ arguments: List<Field>) -> Bool {
    for argument in arguments {
      if argument.bytes.first == 0x2D,
        argument.bytes.contains(0x66) || argument.bytes.contains(0x46)
      {
        return true
      }
    }
    return false
  }

  private mutating func set(
    _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState
  ) -> CommandStream {
    if arguments.isEmpty {
      perform(.printEnvironment, subject: [UInt8]("set"), at: range)
      return .unknown
    }
    var position = 0
    while position < arguments.count {
      let bytes = arguments[position].bytes
      if bytes.equals("--") {
        state.parameters = Invocation.rest(arguments, from: position + 1)
        return .empty
      }
      guard bytes.first == 0x2D || bytes.first == 0x2B else {
        state.parameters = Invocation.rest(arguments, from: position)
        return .empty
      }
      if bytes.contains(0x66) { state.isGlobbingOff = bytes.first == 0x2D }
      position += bytes.equals("-o") || bytes.equals("+o") ? 2 : 1
    }
    return .empty
  }

  private func shift(_ arguments: List<Field>, _ state: inout ShellState) {
    guard let parameters = state.parameters else { return }
    let count = arguments.first?.exact.flatMap { Arithmetic.value(of: $0, &state) } ?? 1
    state.parameters = Invocation.rest(parameters, from: Swift.max(0, count))
  }

  /// `read` gives its variables the input, where that is known; words are not told apart.
  private func read(
    _ arguments: List<Field>, isArray: Bool, _ state: inout ShellState, _ input: CommandStream
  ) {
    if let text = input.text, !text.alternatives.isEmpty {
      return readEach(text, arguments, isArray: isArray, &state, input)
    }
    var names = EffectAnalyzer.namesToRead(arguments, isArray: isArray)
    if names.isEmpty { names.append([UInt8](isArray ? "MAPFILE" : "REPLY")) }
    var value = input.text == nil ? input.gap : .unknown
    // Names that are known in part: what a search prints.
    if let text = input.text, text.exact == nil, !text.bytes.contains(0x0A) {
      value = text.bytes.count == 1 ? text : EffectAnalyzer.withoutPatterns(text)
    }
    if let text = input.text?.exact {
      let end = text.firstIndex(of: 0x0A) ?? text.count
      value = names.count == 1 && end >= text.count - 1 ? Field(Array(text[..<end])) : .unknown
      if names.count == 1, end < text.count - 1 {
        var lines = List<Field>()
        for line in text.split(separator: 0x0A) { lines.append(Field(Array(line))) }
        value = Field.oneOf(lines)
      }
    }
    if names.count > 1, !isArray, let text = input.text?.exact {
      var separators: [UInt8] = [0x20, 0x09]
      if let variable = state.variable([UInt8]("IFS")) {
        for set in variable.value.choices where set.exact != nil { separators = set.bytes }
      }
      return readWords(of: text, names, separators, input.provenance, &state)
    }
    value.provenance.formUnion(input.provenance)
    for name in names {
      if isArray { state.assign(name, elements: List(value)) } else { state.assign(name, value) }
    }
  }

  /// A value in which what stood for some bytes is unknown: quotes do not make it literal.
  private static func withoutPatterns(_ text: Field) -> Field {
    var value = Field()
    value.provenance = text.provenance
    for index in text.bytes.indices {
      if text.mark(index) == .pattern {
        value.appendGap()
      } else {
        value.append(text.bytes[index], text.mark(index))
      }
    }
    return value
  }

  /// The variables that `read` is given; options are left out with their values.
  private static func namesToRead(
    _ arguments: List<Field>, isArray: Bool
  ) -> List<[UInt8]> {
    var names = List<[UInt8]>()
    var isValue = false
    for argument in arguments {
      if isValue {
        isValue = false
        continue
      }
      for choice in argument.choices {
        guard let bytes = choice.exact else { continue }
        if bytes.first != 0x2D {
          names.append(bytes)
        } else {
          switch bytes.last {
          case 0x74: isValue = !isArray
          case 0x64, 0x6E, 0x4E, 0x75, 0x70, 0x69: isValue = bytes.count > 1
          default: break
          }
        }
      }
    }
    return names
  }

  private func readEach(
    _ text: Field, _ arguments: List<Field>, isArray: Bool, _ state: inout ShellState,
    _ input: CommandStream
  ) {
    var result: ShellState?
    for choice in text.choices {
      var inner = state
      let one = CommandStream(text: choice, origins: input.origins)
      read(arguments, isArray: isArray, &inner, one)
      result = result.map { $0.joined(with: inner) } ?? inner
    }
    state = result ?? state
  }

  /// `read a b`: a word each, and what is left to the last.
  private func readWords(
    of text: [UInt8], _ names: List<[UInt8]>, _ separators: [UInt8], _ provenance: Provenance,
    _ state: inout ShellState
  ) {
    var rest = text.prefix { $0 != 0x0A }
    for index in 0..<names.count {
      rest = rest.drop { separators.contains($0) }
      let isLast = index == names.count - 1
      let word = isLast ? rest : rest.prefix { !separators.contains($0) }
      var value =
        text.contains(0x0A) && text.last != 0x0A ? Field.unknown : Field(Array(word))
      value.provenance = provenance
      state.assign(names[index], value)
      rest = rest.dropFirst(word.count)
    }
  }

  /// Aliases are off in scripts; a definition is judged as a function that may be called later.
  private mutating func alias(
    _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState
  ) {
    for argument in arguments {
      guard let text = argument.exact, let end = text.firstIndex(of: 0x3D) else { continue }
      var inner = state
      _ = nested(at: range) {
        $0.run(text: Array(text[(end + 1)...]), &inner, .unknown, at: range)
      }
    }
  }
}
