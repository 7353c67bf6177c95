// SPDX-License-Identifier: MIT

/// The effects of a tool call.
package enum ToolCallEffects {
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
      var analyzer = EffectAnalyzer(files: files, terms: terms)
      analyzer.note(address: url, ShellState(directory: directory, home: home))
      return analyzer.effects
    case .webSearch(let query): return search(for: query, call.input)
    case .mcp, .unknown:
      guard let serverCall = serverCall(call) else { return List() }
      var analyzer = EffectAnalyzer(files: files, terms: terms)
      analyzer.analyze(serverCall, in: directory, home: home)
      return analyzer.effects
    case .agent, .skill, .cronCreate, .scheduleWakeup, .sendMessage, .enterWorktree,
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
    case .mcp, .unknown:
      guard let serverCall = serverCall(call) else { return List() }
      var analyzer = EffectAnalyzer(files: files, terms: terms, tracing: true)
      analyzer.analyze(serverCall, in: directory, home: home)
      return analyzer.trace ?? List()
    case .read, .write, .edit, .notebookEdit, .grep, .glob, .webFetch, .webSearch, .agent, .skill,
      .cronCreate, .scheduleWakeup, .sendMessage, .enterWorktree, .exitWorktree, .bookkeeping:
      return List()
    }
  }

  /// A call of a tool of a server or of one that we do not know; nil for the client's own.
  package static func serverCall(_ call: ToolCall) -> ServerCall? {
    switch call.tool {
    case .mcp(let server, let tool): ServerCall(call, server: server, tool: tool)
    case .unknown: ServerCall(call, server: [], tool: call.name)
    case .bash, .monitor, .read, .write, .edit, .notebookEdit, .grep, .glob, .webFetch, .webSearch,
      .agent, .skill, .cronCreate, .scheduleWakeup, .sendMessage, .enterWorktree, .exitWorktree,
      .bookkeeping:
      nil
    }
  }

  /// A search on the web: the hosts that it is kept to, and a token among its words.
  private static func search(for query: [UInt8], _ input: JSONValue) -> List<Effect> {
    var effects = List<Effect>()
    if let domains = input["allowed_domains"] {
      for domain in domains.elements {
        let host = HostAddress.host(of: domain.string ?? [])
        effects.append(Effect(.connects, subject: host))
      }
    }
    if EffectAnalyzer.holdsSecret(query) {
      effects.append(Effect(.performs(.sendSecret), subject: [UInt8]("a search engine")))
    }
    return effects
  }

  /// A search prints what is in the files below its directory; a pattern narrows them.
  private static func search(
    _ path: [UInt8]?, _ glob: [UInt8]?, _ file: (EffectKind, [UInt8]) -> Effect
  ) -> List<Effect> {
    var effect = file(.readsTree, path ?? [0x2E])
    effect.subject = glob ?? []
    return List(effect)
  }
}
