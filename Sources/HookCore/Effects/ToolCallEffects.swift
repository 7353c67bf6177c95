// SPDX-License-Identifier: MIT

/// The effects of a tool call.
package enum ToolCallEffects {
  /// Strings inside an argument that are looked at; with more the call is too large to judge.
  private static let stringLimit = 10_000
  /// A longer string is text, not the name of a file.
  private static let nameLimit = 4_096

  /// What `call` would do when made in `directory`.
  package static func effects(
    of call: ToolCall, in directory: [UInt8], home: [UInt8], files: any FileSystem,
    terms: AnalysisTerms = AnalysisTerms()
  ) -> List<Effect> {
    let base = Field(directory)
    func file(_ kind: EffectKind, _ path: [UInt8]) -> Effect {
      Effect(
        kind,
        file: FileTarget(Field(AbsolutePath.expandingHome(path, home: home)), in: base))
    }
    switch call.tool {
    case .bash(let command), .monitor(let command):
      var analyzer = EffectAnalyzer(files: files, terms: terms)
      analyzer.analyze(command, ShellState(directory: directory, home: home))
      return analyzer.effects
    case .read(let path): return List(file(.reads, path))
    case .write(let path, _), .edit(let path, _), .notebookEdit(let path, _):
      return List(file(.writes, path))
    case .grep(let path, let glob): return search(path, glob, file)
    case .glob(let path, _): return path.map { List(file(.uses, $0)) } ?? List()
    case .webFetch(let url):
      guard url.hasPrefix("file:") else { return connection(to: url) }
      return List(file(.reads, Array(url.drop { $0 != 0x2F })))
    case .mcp, .unknown: return arguments(call.input, file)
    case .webSearch, .agent, .skill, .cronCreate, .scheduleWakeup, .sendMessage, .enterWorktree,
      .exitWorktree, .bookkeeping:
      return List()
    }
  }

  /// Every command that `call` runs, as it is run; none where it runs no commands.
  static func commands(
    of call: ToolCall, in directory: [UInt8], home: [UInt8], files: any FileSystem,
    terms: AnalysisTerms
  ) -> List<ExpandedCommand> {
    switch call.tool {
    case .bash(let command), .monitor(let command):
      var analyzer = EffectAnalyzer(files: files, terms: terms, tracing: true)
      analyzer.analyze(command, ShellState(directory: directory, home: home))
      return analyzer.trace ?? List()
    case .read, .write, .edit, .notebookEdit, .grep, .glob, .webFetch, .webSearch, .agent, .skill,
      .cronCreate, .scheduleWakeup, .sendMessage, .enterWorktree, .exitWorktree, .bookkeeping,
      .mcp, .unknown:
      return List()
    }
  }

  /// The host of an address.
  private static func connection(to url: [UInt8]) -> List<Effect> {
    guard let scheme = url.firstRange(of: "://") else { return List() }
    var host: [UInt8] = []
    for byte in url[scheme.upperBound...] {
      if byte == 0x2F || byte == 0x3F || byte == 0x23 { break }
      host.append(byte)
    }
    if let at = host.lastIndex(of: 0x40) { host.removeFirst(at + 1) }
    if let colon = host.lastIndex(of: 0x3A), host.last != 0x5D {
      host.removeLast(host.count - colon)
    }
    return List(Effect(.connects, subject: host))
  }

  /// A search prints what is in the files below its directory; a pattern narrows them.
  private static func search(
    _ path: [UInt8]?, _ glob: [UInt8]?, _ file: (EffectKind, [UInt8]) -> Effect
  ) -> List<Effect> {
    var effect = file(.readsTree, path ?? [0x2E])
    effect.subject = glob ?? []
    return List(effect)
  }

  /// Strings anywhere in the arguments of a tool that we do not know, where they look like paths.
  private static func arguments(
    _ input: JSONValue, _ file: (EffectKind, [UInt8]) -> Effect
  ) -> List<Effect> {
    var effects = List<Effect>()
    var seen = 0
    collect(input, &seen) { text in
      if looksLikePath(text) { effects.append(file(.uses, withoutScheme(text))) }
    }
    if seen >= stringLimit { effects.append(Effect(.performs(.tooLarge))) }
    return effects
  }

  private static func collect(
    _ value: JSONValue, _ seen: inout Int, _ take: ([UInt8]) -> Void
  ) {
    // The reader has bounded the depth.
    guard seen < stringLimit else { return }
    switch value.kind {
    case .string:
      seen += 1
      if value.writtenLength <= nameLimit, let text = value.string { take(text) }
    case .object: for member in value.members { collect(member.value, &seen, take) }
    case .array: for element in value.elements { collect(element, &seen, take) }
    case .number, .true, .false, .null: break
    }
  }

  /// One line without blanks around it that has a slash, begins with a dot or tilde, or has a
  /// name with an ending; prose has blanks after its full stops.
  private static func looksLikePath(_ text: [UInt8]) -> Bool {
    if text.isEmpty || text.contains(0x0A) || text.contains(0) { return false }
    if text.first == 0x2F || text.first == 0x7E || text.first == 0x2E { return true }
    if text.hasPrefix("file://") { return true }
    return !text.contains(0x20)
  }

  private static func withoutScheme(_ text: [UInt8]) -> [UInt8] {
    text.hasPrefix("file://") ? Array(text.dropFirst(7)) : text
  }
}
