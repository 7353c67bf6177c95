// SPDX-License-Identifier: MIT

/// Shells and other interpreters: what they are given is code.
extension EffectAnalyzer {
  mutating func interpreter(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream? {
    if EffectAnalyzer.isShell(name) {
      return inOwnShell(state) { $0.shell(arguments, range, &$1, input) }
    }
    if name.equals("eval") {
      var text = Field()
      for index in 0..<arguments.count {
        if index > 0 { text.append(Field([0x20]), quoted: true) }
        text.append(arguments[index], quoted: true)
      }
      return run(code: text, range, &state, input)
    }
    if name.equals("trap") {
      if let code = arguments.first, code.bytes.first != 0x2D { setTrap(code, state, at: range) }
      return .empty
    }
    if name.equals("source") || name.equals(".") {
      guard let file = arguments.first else { return .empty }
      if EffectAnalyzer.isStandardInputName(file.bytes) { return runInput(input, range, &state) }
      for choice in file.choices {
        if EffectAnalyzer.networkDevice(choice) != nil { perform(.downloadedCode, at: range) }
        touch(.executes, choice, state, at: range)
        _ = runScript(choice, Invocation.rest(arguments, from: 1), range, &state, input)
      }
      return .unknown
    }
    return nil
  }

  static func isShell(_ name: [UInt8]) -> Bool {
    name.equals("sh") || name.equals("bash") || name.equals("zsh") || name.equals("dash")
      || name.equals("ksh") || name.equals("ash") || name.equals("mksh") || name.equals("rbash")
      || name.equals("fish") || name.equals("busybox-sh")
  }

  /// `sh [-c text] [-s] [script] [arguments…]`.
  private mutating func shell(
    _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    var position = 0
    var isCode = false
    var readsInput = false
    var isChecked = false
    var mayRun = false
    while position < arguments.count {
      let bytes = arguments[position].bytes
      guard arguments[position].isLiteral, bytes.count > 1,
        bytes.first == 0x2D || bytes.first == 0x2B
      else { break }
      position += 1
      if bytes.equals("--") { break }
      if bytes.hasPrefix("--") {
        if bytes.equals("--version") || bytes.equals("--help") { return .unknown }
        if bytes.equals("--rcfile") || bytes.equals("--init-file"), position < arguments.count {
          touch(.executes, arguments[position], state, at: range)
          position += 1
        }
        continue
      }
      if bytes.contains(0x6E), bytes[0] == 0x2D { isChecked = true }
      // `+n` and `+o noexec` run it after all; an interactive shell ignores `-n`.
      if bytes[0] == 0x2B || bytes.contains(0x69) { mayRun = true }
      if bytes.contains(0x63) { isCode = true }
      if bytes.contains(0x73) { readsInput = true }
      if bytes.last == 0x6F || bytes.last == 0x4F { position += 1 }
    }
    let rest = Invocation.rest(arguments, from: position)
    if isChecked, !mayRun {
      // `-n` reads commands and runs none.
      if !isCode, let script = rest.first { touch(.reads, script, state, at: range) }
      return .unknown
    }
    if isCode {
      guard let text = rest.first else { return .unknown }
      state.scriptName = rest.count > 1 ? rest[1] : Field([UInt8]("bash"))
      state.parameters = Invocation.rest(rest, from: 2)
      return run(code: text, range, &state, input)
    }
    if let script = rest.first, !readsInput, script.exact != [0x2D],
      !EffectAnalyzer.isStandardInputName(script.bytes)
    {
      for choice in script.choices {
        touch(.executes, choice, state, at: range)
        _ = runScript(choice, Invocation.rest(rest, from: 1), range, &state, input)
      }
      return .unknown
    }
    return runInput(input, range, &state)
  }

  static func isStandardInputName(_ name: [UInt8]) -> Bool {
    name.equals("/dev/stdin") || name.equals("/dev/fd/0") || name.equals("/proc/self/fd/0")
  }

  /// Runs what comes on standard input.
  mutating func runInput(
    _ input: CommandStream, _ range: SourceRange, _ state: inout ShellState
  ) -> CommandStream {
    if !input.origins.isEmpty {
      add(Effect(.evaluates, subject: [UInt8]("a shell"), range: range))
    }
    flow(input.provenance, to: FlowTarget(.interpreter, [UInt8]("a shell"), at: range))
    if input.origins.contains(.network) {
      perform(.pipeDownload, at: range)
      return .unknown
    }
    if input.origins.contains(.decoded) || isDecoded(input.provenance) {
      perform(.pipeDecoded, at: range)
    }
    guard let text = input.text else {
      // Without any origin it is the terminal: an interactive shell, or nothing.
      if !input.origins.isEmpty { perform(.unknownPipedCode, at: range) }
      return .unknown
    }
    return run(code: text, range, &state, CommandStream())
  }

  /// Whether something among the sources was decoded.
  func isDecoded(_ provenance: Provenance) -> Bool {
    if provenance.isEmpty { return false }
    for index in 0..<sources.count where provenance.has(number: index) {
      if sources[index].kind == .decoder { return true }
    }
    return false
  }

  /// Runs a value that has become code.
  ///
  /// A gap becomes a variable of which nothing is known, so that the rest can be judged.
  mutating func run(
    code: Field, _ range: SourceRange, _ state: inout ShellState, _ input: CommandStream
  ) -> CommandStream {
    add(Effect(.evaluates, subject: [UInt8]("a shell"), range: range))
    flow(code.provenance, to: FlowTarget(.interpreter, [UInt8]("a shell"), at: range))
    if code.mayHave(.downloaded) { perform(.evaluateDownload, at: range) }
    if code.mayHave(.decoded) || isDecoded(code.provenance) { perform(.evaluateDecoded, at: range) }
    var output: CommandStream?
    for choice in code.choices {
      if choice.bytes.count == 1, choice.hasGap {
        if !choice.mayHave(.downloaded), !choice.mayHave(.decoded) {
          perform(.unknownCode, at: range)
        }
        continue
      }
      var text: [UInt8] = []
      for index in choice.bytes.indices {
        if choice.mark(index).isGap {
          text.append("${SECURITY_HOOKS_UNKNOWN}")
        } else {
          text.append(choice.bytes[index])
        }
      }
      let printed = nested(at: range) { $0.run(text: text, &state, input, at: range) }
      output = output.map { EffectAnalyzer.either($0, printed) } ?? printed
    }
    return output ?? .unknown
  }
}
