// SPDX-License-Identifier: MIT

/// Bounds for scripts that a command runs and that are read and judged with it.
enum ScriptLimits {
  /// Bytes of one script; longer ones are not judged.
  static let size = 256 * 1024
  /// Scripts that one command line may lead to.
  static let count = 16
}

/// Scripts on disk that a command would run: "write the script, then run it" must not help.
extension EffectAnalyzer {
  /// Runs the file at `path`, which was named with a slash.
  mutating func runFile(
    _ path: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    touch(.executes, Field(path), state, at: range)
    let name = EffectAnalyzer.lastComponent(path)
    if runScript(Field(path), arguments, range, &state, input) { return .unknown }
    // Not a script that can be judged: perhaps a program of the project that has a known name.
    var inner = state
    if let output = wrapper(name, arguments, range, &inner, input) { return output }
    if let output = interpreter(name, arguments, range, &inner, input) { return output }
    if let entry = CommandCatalog.entry(ofProgram: name) {
      return run(entry, arguments, range, &inner, input)
    }
    useAll(arguments, state, at: range)
    return .unknown
  }

  /// Judges the shell script `file`; false where it is none, or cannot be read.
  mutating func runScript(
    _ file: Field, _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> Bool {
    let target = FileTarget(file, in: state.directory)
    if noteForeign(target, at: range) { return true }
    var isFound = false
    for path in EffectAnalyzer.paths(of: target) {
      if runScript(file, at: path, arguments, range, &state, input) { isFound = true }
    }
    return isFound
  }

  private mutating func runScript(
    _ file: Field, at path: [UInt8], _ arguments: List<Field>, _ range: SourceRange,
    _ state: inout ShellState, _ input: CommandStream
  ) -> Bool {
    var text: [UInt8]?
    if let stream = writtenContent(of: path) {
      flow(stream.provenance, to: FlowTarget(.interpreter, path, at: range))
      if stream.origins.contains(.network) { perform(.runDownloadedFile, subject: path, at: range) }
      if stream.origins.contains(.decoded) { perform(.runDecodedFile, subject: path, at: range) }
      guard let known = stream.text?.exact else {
        perform(.unknownScript, subject: path, certain: false, at: range)
        return true
      }
      text = known
    }
    if text == nil {
      guard scripts < ScriptLimits.count else { return false }
      text = try? files.contents(path, limit: ScriptLimits.size)
    }
    guard let text, EffectAnalyzer.isShellScript(text, named: path) else { return false }
    scripts += 1
    let outer = state.parameters
    let name = state.scriptName
    state.parameters = arguments
    state.scriptName = file
    show(nested(at: range) { $0.run(text: text, &state, input, at: range) }, at: range)
    state.parameters = outer
    state.scriptName = name
    return true
  }

  /// Whether `text` is for a shell: by its first line, else by its name, and never binary.
  private static func isShellScript(_ text: [UInt8], named path: [UInt8]) -> Bool {
    if text.prefix(1_024).contains(0) { return false }
    guard text.hasPrefix("#!") else { return true }
    let line = Array(text.prefix(while: { $0 != 0x0A }))
    return line.hasSuffix("sh") || line.firstRange(of: "sh ") != nil
      || line.firstRange(of: "sh\r") != nil
  }
}
