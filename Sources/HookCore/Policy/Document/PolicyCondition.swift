// SPDX-License-Identifier: MIT

/// When a rule of a document is met: every member that is given has to hold.
///
/// Within a member one of its entries is enough. `effect`, `path` and `host` speak of one and the
/// same effect of a call.
package struct PolicyCondition: Sendable {
  /// Names of tools, with `*`: `Bash`, `mcp__db__*`.
  package var tools = List<[UInt8]>()
  /// Kinds of effects, and ids, groups and families of built-in rules.
  package var effects = List<[UInt8]>()
  /// Files: `infra/prod/**` in the project, `*.pem` anywhere in it, `~/…`, `/…`.
  package var paths = List<PathPattern>()
  /// Commands by their words, as in the client's rules: `git push *`.
  package var commands = List<[UInt8]>()
  /// Rules of the client: `Bash(npm publish *)`, `Read(./secrets/**)`, `mcp__db__*`.
  package var matches = List<ClientRule>()
  /// Hosts that are connected to, with `*`.
  package var hosts = List<[UInt8]>()
  /// Whether somebody can be asked.
  package var attended: Bool?
  /// Whether a sub-agent makes the call.
  package var subagent: Bool?
  /// What the call acts on; unknown counts as production, but not for reads.
  package var environments = List<TargetEnvironment>()
  /// The least tier of risk that the call is of.
  package var tier: RiskTier?
  /// Stages that the session is in.
  package var stages = List<[UInt8]>()
  /// Phases that the session is in.
  package var phases = List<[UInt8]>()

  /// Tools of servers, their arguments and statements; agents and models.
  package var call = CallCondition()

  package init() {}

  /// Whether no member is given.
  package var isEmpty: Bool {
    tools.isEmpty && effects.isEmpty && paths.isEmpty && commands.isEmpty && matches.isEmpty
      && hosts.isEmpty && call.isEmpty && attended == nil && subagent == nil && environments.isEmpty
      && tier == nil && stages.isEmpty && phases.isEmpty
  }

  /// Whether commands have to be known by their words.
  var namesCommands: Bool { !commands.isEmpty || !matches.isEmpty || !call.models.isEmpty }

  /// Whether it has to be known what the call acts on.
  var namesEnvironment: Bool { !environments.isEmpty || tier != nil }

  /// Whether the members speak of one effect.
  var namesEffect: Bool { !effects.isEmpty || !paths.isEmpty || !hosts.isEmpty }

  static let keys: StaticString = """
    tool effect path command match host attended subagent environment risk stage phase \
    server verb statement argument agent model
    """
}

extension PolicyCondition {
  /// Why no call can ever meet the condition, or nil.
  var contradiction: [UInt8]? {
    let namesPlace = !paths.isEmpty || !hosts.isEmpty
    if namesPlace, !effects.isEmpty, !effects.contains(where: EffectKind.isWord) {
      return [UInt8]("path and host go with kinds of effects, not with built-in rules")
    }
    if !paths.isEmpty, !hosts.isEmpty { return [UInt8]("no effect has both a path and a host") }
    if !hosts.isEmpty, !effects.isEmpty, !effects.contains(where: { $0.equals("connects") }) {
      return [UInt8]("only the effect connects has a host")
    }
    if !commands.isEmpty, !tools.isEmpty, !tools.contains(where: PolicyCondition.runsCommands) {
      return [UInt8]("only Bash, Monitor and tools of servers run commands")
    }
    if call.namesServer, !tools.isEmpty, !tools.contains(where: PolicyCondition.mayBeServers) {
      return [UInt8]("server, verb, statement and argument speak of tools of servers")
    }
    if call.namesServer, !call.agents.isEmpty { return [UInt8]("no server starts agents") }
    return nil
  }

  private static func runsCommands(_ tool: [UInt8]) -> Bool {
    Glob.matches(tool, [UInt8]("Bash"), Glob.Options())
      || Glob.matches(tool, [UInt8]("Monitor"), Glob.Options()) || mayBeServers(tool)
  }

  /// Whether a tool of a server may have a name that `tool` matches.
  private static func mayBeServers(_ tool: [UInt8]) -> Bool {
    let fixed = tool.prefix { $0 != 0x2A && $0 != 0x3F && $0 != 0x5B && $0 != 0x5C }
    let prefix = [UInt8]("mcp__")
    return fixed.starts(with: prefix) || fixed.count < tool.count && prefix.starts(with: fixed)
  }
}

extension EffectKind {
  /// The word for documents; kinds that people do not tell apart share one.
  package var word: StaticString {
    switch self {
    case .reads, .readsTree: "reads"
    case .writes, .truncates, .links: "writes"
    case .deletes, .deletesTree: "deletes"
    case .moves: "moves"
    case .changesMode: "changes-mode"
    case .uses: "uses"
    case .executes: "executes"
    case .evaluates: "evaluates"
    case .connects: "connects"
    case .performs: "performs"
    }
  }

  /// Whether documents can name kinds by `word`.
  static func isWord(_ word: [UInt8]) -> Bool {
    Words("reads writes deletes moves changes-mode uses executes evaluates connects").contains(word)
  }
}
