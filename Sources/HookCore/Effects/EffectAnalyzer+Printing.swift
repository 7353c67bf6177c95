// SPDX-License-Identifier: MIT

/// Commands whose output can be computed, so that `$(printf '\x63at')` is seen for what it is.
extension EffectAnalyzer {
  /// The output of `echo`, `printf`, `pwd` and kin; nil for other commands.
  mutating func printing(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream? {
    if name.equals("echo") { return CommandStream(text: EffectAnalyzer.echo(arguments)) }
    if name.equals("printf") { return printf(arguments, &state) }
    if name.equals("pwd") {
      var text = state.directory
      text.append(Field([0x0A]), quoted: true)
      return CommandStream(text: text)
    }
    if name.equals("which"), arguments.count == 1, let program = arguments[0].exact,
      program.first != 0x2D
    {
      var path: [UInt8] = []
      if program.hasPrefix("hook-") {
        path = state.home + [UInt8]("/.local/libexec/security-hooks/")
      } else if program.equals("claude") || program.equals("hookctl") {
        path = state.home + [UInt8]("/.local/bin/")
      }
      return CommandStream(text: Field(path + program + [0x0A]))
    }
    if name.equals("basename") || name.equals("dirname") {
      return CommandStream(text: EffectAnalyzer.pathPart(name.equals("dirname"), arguments))
    }
    if name.equals("readlink") || name.equals("realpath"), let path = arguments.last?.exact,
      path.first != 0x2D
    {
      return CommandStream(text: Field(path + [0x0A]))
    }
    if name.equals("compgen") { return completions(arguments, state) }
    if name.equals("cat"),
      arguments.isEmpty || (arguments.count == 1 && arguments[0].exact == [0x2D])
    {
      return input
    }
    if ShellSetup.isPrinted(by: name, arguments) { return .empty }
    if name.equals("mktemp") {
      return CommandStream(text: EffectAnalyzer.temporaryName(arguments))
    }
    if name.equals("ls") { return listing(arguments, state) }
    if EffectAnalyzer.picksLines(name), let lines = picked(name, arguments, input) { return lines }
    if name.equals("cut"), let text = input.text?.exact {
      return CutFields(arguments).map {
        CommandStream(text: Field($0.apply(to: text)), origins: input.origins)
      }
    }
    if name.equals("tee") || name.equals("sort") || name.equals("uniq") { return nil }
    if name.equals("rev"), arguments.isEmpty {
      return filtered(input) { EffectAnalyzer.reversedLines($0) }
    }
    if name.equals("tr") {
      return Translation(arguments).map { translation in
        filtered(input) { translation.apply(to: $0) }
      }
    }
    if name.equals("openssl"), EffectAnalyzer.decodesBase64(arguments),
      let text = input.text?.exact, let bytes = Decoding.base64(text)
    {
      return CommandStream(text: Field(bytes), origins: input.origins.union(.decoded))
    }
    if name.equals("sed") || name.equals("awk"), EffectAnalyzer.picksByPattern(arguments),
      let text = input.text, text.exact != nil || text.hasPattern || !text.alternatives.isEmpty
    {
      return picked([UInt8]("head"), List(), input)
    }
    if name.equals("base64") || name.equals("base32") || name.equals("xxd") {
      return decoded(name, arguments, range, state, input)
    }
    return nil
  }

  /// `change` applied to an input that is known.
  func filtered(
    _ input: CommandStream, _ change: ([UInt8]) -> [UInt8]?
  ) -> CommandStream {
    guard let text = input.text?.exact, let result = change(text) else {
      return CommandStream(text: nil, origins: input.origins.union(.command))
    }
    return CommandStream(text: Field(result), origins: input.origins)
  }

  private static func echo(_ arguments: List<Field>) -> Field {
    var position = 0
    var interprets = false
    var endsLine = true
    while position < arguments.count, let text = arguments[position].exact, text.count > 1,
      text[0] == 0x2D, text.dropFirst().allSatisfy({ $0 == 0x6E || $0 == 0x65 || $0 == 0x45 })
    {
      if text.contains(0x6E) { endsLine = false }
      if text.contains(0x65) { interprets = true }
      position += 1
    }
    var output = Field()
    var isFirst = true
    while position < arguments.count {
      if !isFirst { output.append(Field([0x20]), quoted: true) }
      isFirst = false
      if interprets, let text = arguments[position].exact {
        output.append(Field(Escapes.decoded(text)), quoted: true)
        output.provenance.formUnion(arguments[position].provenance)
      } else {
        output.append(arguments[position], quoted: true)
      }
      position += 1
    }
    if endsLine { output.append(Field([0x0A]), quoted: true) }
    return output
  }

  private mutating func printf(
    _ arguments: List<Field>, _ state: inout ShellState
  ) -> CommandStream {
    var arguments = arguments
    var variable: [UInt8]?
    if arguments.count > 1, arguments[0].exact == [0x2D, 0x76] {
      variable = arguments[1].exact
      arguments = Invocation.rest(arguments, from: 2)
    }
    if arguments.first?.exact == [0x2D, 0x2D] { arguments = Invocation.rest(arguments, from: 1) }
    guard let format = arguments.first?.exact else { return .unknown }
    var output = PrintfFormat.output(of: format, Invocation.rest(arguments, from: 1))
    for argument in arguments { output.provenance.formUnion(argument.provenance) }
    if let variable {
      state.assign(variable, output)
      return .empty
    }
    return CommandStream(text: output)
  }

  /// `openssl base64 -d` and `openssl enc -d -a`, from standard input.
  private static func decodesBase64(_ arguments: List<Field>) -> Bool {
    var decodes = false
    var isBase64 = false
    for argument in arguments {
      let word = argument.bytes
      if word.equals("-in") { return false }
      decodes = decodes || word.equals("-d")
      isBase64 = isBase64 || word.equals("base64") || word.equals("-base64") || word.equals("-a")
    }
    return decodes && isBase64
  }

  /// `sed -n '/x/p'` and `awk '/x/'`: lines of the input that a pattern picks.
  private static func picksByPattern(_ arguments: List<Field>) -> Bool {
    guard let script = arguments.last?.exact, script.count > 2, script.first == 0x2F else {
      return false
    }
    if arguments.count == 1 { return script.last == 0x2F }
    return arguments.count == 2 && arguments[0].bytes.equals("-n") && script.hasSuffix("/p")
  }

  /// `compgen -G pattern` and `compgen -f beginning`: names of files.
  private mutating func completions(
    _ arguments: List<Field>, _ state: ShellState
  ) -> CommandStream? {
    guard let first = arguments.first?.exact, arguments.count <= 2 else { return nil }
    var pattern = arguments.count == 2 ? arguments[1].bytes : []
    if first.equals("-f") {
      pattern.append(0x2A)
    } else if !first.equals("-G") {
      return nil
    }
    var text: [UInt8] = []
    for name in names(matching: pattern, state) { text += name + [0x0A] }
    return CommandStream(text: Field(text))
  }

  /// What `mktemp` prints: its template with the `X` unknown, below `/tmp` where it names none.
  private static func temporaryName(_ arguments: List<Field>) -> Field {
    var template = Field([UInt8]("tmp.X"))
    var isHere = false
    for argument in arguments {
      guard let bytes = argument.exact else { return .unknown }
      if bytes.first == 0x2D {
        if bytes.hasPrefix("-p") || bytes.hasPrefix("--tmpdir=") { return .unknown }
        continue
      }
      template = argument
      isHere = true
    }
    for argument in arguments where argument.bytes.equals("-t") { isHere = false }
    var name = Field(isHere || template.bytes.first == 0x2F ? [] : [UInt8]("/tmp/"))
    for byte in template.bytes {
      if byte == 0x58 { name.appendGap() } else { name.append(byte) }
    }
    name.append(0x0A)
    return name
  }

  private static func pathPart(_ wantsDirectory: Bool, _ arguments: List<Field>) -> Field {
    guard let path = arguments.first?.exact, path.first != 0x2D else { return .unknown }
    var trimmed = path
    while trimmed.count > 1, trimmed.last == 0x2F { trimmed.removeLast() }
    let slash = trimmed.lastIndex(of: 0x2F)
    var result: [UInt8]
    if wantsDirectory {
      result = slash.map { $0 == 0 ? [0x2F] : Array(trimmed[..<$0]) } ?? [0x2E]
    } else {
      result = slash.map { Array(trimmed[($0 + 1)...]) } ?? trimmed
      if arguments.count > 1, let suffix = arguments[1].exact, result.count > suffix.count,
        result.suffix(suffix.count).elementsEqual(suffix)
      {
        result.removeLast(suffix.count)
      }
    }
    return Field(result + [0x0A])
  }

  private static func reversedLines(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !result.isEmpty { result.append(0x0A) }
      result += line.reversed()
    }
    return result
  }

  /// `base64 -d`, `xxd -r -p`: decoded text, computed where the input is known.
  private mutating func decoded(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: ShellState,
    _ input: CommandStream
  ) -> CommandStream? {
    var decodes = false
    var file: Field?
    for argument in arguments {
      guard let text = argument.exact else { return nil }
      if text.first == 0x2D {
        if text.equals("--decode") || text.equals("-D") { decodes = true }
        if text.count > 1, text[1] != 0x2D {
          if name.equals("xxd") ? text.contains(0x72) : text.contains(0x64) { decodes = true }
        }
      } else {
        guard file == nil else { return nil }  // xxd's second operand is written
        file = argument
      }
    }
    guard decodes else { return nil }
    var input = input
    if let file {
      touch(.reads, file, state, at: range)
      input = content(of: FileTarget(file, in: state.directory))
    }
    var output = CommandStream(text: nil, origins: input.origins.union(.decoded))
    if let text = input.text?.exact {
      let bytes = name.equals("xxd") ? Decoding.hex(text) : Decoding.base64(text)
      if let bytes, name.first == 0x78 || name.count == 6, !name.equals("base32") {
        output.text = Field(bytes)
      }
    }
    return output
  }
}
