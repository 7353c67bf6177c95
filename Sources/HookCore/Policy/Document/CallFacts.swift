// SPDX-License-Identifier: MIT

/// What a call says of itself beside its effects: servers, arguments, agents, models.
struct CallFacts {
  /// The call, where it is one of a server or of a tool that is not known.
  let server: ServerCall?
  /// The names by which its server is known.
  let serverNames: List<[UInt8]>
  /// The kind of agent that it starts, where it starts one.
  let agent: [UInt8]?
  /// The models that it asks for.
  private(set) var models = List<NamedModel>()
  /// Whether it is one of the client's own that touch nothing outside of it.
  let isBookkeeping: Bool

  /// No call.
  init() {
    server = nil
    serverNames = List()
    agent = nil
    isBookkeeping = false
  }

  /// - Parameter commands: every command that the call runs.
  init(_ call: ToolCall, _ commands: List<ExpandedCommand>, _ context: PolicyContext) {
    var names = List<[UInt8]>()
    var server: ServerCall?
    var agent: [UInt8]?
    var isBookkeeping = false
    switch call.tool {
    case .mcp(let name, _):
      server = ToolCallEffects.serverCall(call)
      if let given = call.serverName {
        names.append(given)
        names.append(ServerCall.normalised(given))
      } else {
        names.append(name)
      }
    case .agent(_, let kind):
      agent = kind ?? []
    case .bookkeeping: isBookkeeping = true
    case .unknown: server = ToolCallEffects.serverCall(call)
    case .bash, .monitor, .read, .write, .edit, .notebookEdit, .grep, .glob, .webFetch, .webSearch,
      .skill, .cronCreate, .scheduleWakeup, .sendMessage, .enterWorktree, .exitWorktree:
      break
    }
    self.server = server
    serverNames = names
    self.agent = agent
    self.isBookkeeping = isBookkeeping
    if let agent { noteModel(of: call, agent, context) }
    for command in commands { models.append(contentsOf: command.models) }
  }

  /// The model of an agent: as the call says, else as the agent's own file does.
  private mutating func noteModel(
    of call: ToolCall, _ kind: [UInt8], _ context: PolicyContext
  ) {
    let given = call.input["model"].flatMap { $0.kind == .null ? nil : $0 }
    guard let given else {
      if let model = AgentFile.model(of: kind, context) { note(model) }
      return
    }
    guard let name = given.string else { return models.append(NamedModel(nil, SourceRange(0, 0))) }
    note(name)
  }

  /// `inherit` is the model that works already.
  private mutating func note(_ model: [UInt8]) {
    if model.isEmpty || model.equals("inherit") { return }
    models.append(NamedModel(model, SourceRange(0, 0)))
  }

  // MARK: - Conditions

  /// Whether the call meets `condition`; `verb` is its class as the condition's document sees it.
  func meets(_ condition: CallCondition, _ verb: VerbClass?) -> Bool {
    guard holdsForServer(condition, verb) else { return false }
    for argument in condition.arguments where !has(argument, throughout: false) { return false }
    if !condition.statements.isEmpty, !hasStatement(condition.statements, throughout: false) {
      return false
    }
    return true
  }

  /// Whether `condition` covers all of the call, as an exception has to.
  func isCovered(by condition: CallCondition, _ verb: VerbClass?) -> Bool {
    guard holdsForServer(condition, verb) else { return false }
    for argument in condition.arguments where !has(argument, throughout: true) { return false }
    if !condition.statements.isEmpty, !hasStatement(condition.statements, throughout: true) {
      return false
    }
    if condition.models.isEmpty { return true }
    for model in models where !CallFacts.isMeant(model, by: condition.models) { return false }
    return !models.isEmpty
  }

  private func holdsForServer(_ condition: CallCondition, _ verb: VerbClass?) -> Bool {
    if !condition.servers.isEmpty, !isServer(oneOf: condition.servers) { return false }
    if !condition.verbs.isEmpty {
      guard server != nil, let verb, condition.verbs.contains(where: { $0 == verb }) else {
        return false
      }
    }
    guard !condition.agents.isEmpty else { return true }
    guard let agent else { return false }
    return CallFacts.isMeant(agent, by: condition.agents)
  }

  /// Whether one of the names of the call's server is meant.
  func isServer(oneOf patterns: List<[UInt8]>) -> Bool {
    for name in serverNames where CallFacts.isMeant(name, by: patterns) { return true }
    return false
  }

  static func isMeant(_ name: [UInt8], by patterns: List<[UInt8]>) -> Bool {
    for pattern in patterns
    where Glob.matches(pattern, name, Glob.Options(foldsCase: true)) {
      return true
    }
    return false
  }

  static func isMeant(_ model: NamedModel, by patterns: List<[UInt8]>) -> Bool {
    isMeant(model.name ?? [UInt8]("unknown"), by: patterns)
  }

  /// Whether an argument has one of the values, or all of that name do.
  private func has(_ condition: ArgumentCondition, throughout: Bool) -> Bool {
    var isFound = false
    for argument in server?.arguments ?? List() where condition.names(argument) {
      if CallFacts.isMeant(argument.value, by: condition.values) {
        isFound = true
      } else if throughout {
        return false
      }
    }
    return isFound
  }

  private func hasStatement(_ patterns: List<[UInt8]>, throughout: Bool) -> Bool {
    var isFound = false
    for statement in server?.statements ?? List() {
      for kind in statement.kinds {
        if CallFacts.isMeant(kind, by: patterns) {
          isFound = true
        } else if throughout {
          return false
        }
      }
    }
    return isFound
  }
}

/// The file that defines a kind of agent.
private enum AgentFile {
  /// Bytes of such a file that are looked at; its settings are at the top.
  private static let limit = 64 << 10

  /// The model in the settings of the agent `kind`; nil where there is none.
  static func model(of kind: [UInt8], _ context: PolicyContext) -> [UInt8]? {
    guard !kind.isEmpty, !kind.contains(0x2F) else { return nil }
    for number in 0..<2 {
      let path =
        (number == 0 ? context.project : context.home)
        + [UInt8]("/.claude/agents/") + kind + [UInt8](".md")
      guard let text = try? context.files.contents(path, limit: limit) else { continue }
      return model(in: text)
    }
    return nil
  }

  /// The value of `model:` between the two lines `---`.
  private static func model(in text: [UInt8]) -> [UInt8]? {
    var isInside = false
    for line in text.split(separator: 0x0A) {
      let line = Array(line.filter { $0 != 0x0D })
      if line.equals("---") {
        if isInside { return nil }
        isInside = true
      } else if isInside, line.hasPrefix("model:") {
        return line.dropFirst(6).filter { $0 != 0x20 && $0 != 0x22 && $0 != 0x27 }
      }
    }
    return nil
  }
}
