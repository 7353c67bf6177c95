// SPDX-License-Identifier: MIT

/// What a rule of a document was met by.
struct PolicyMatch {
  /// The name for messages: a file, a host, a command, the tool.
  let subject: [UInt8]
  let range: SourceRange
}

/// A command as it is run, in words apart by blanks.
struct PolicyCommandText {
  let text: [UInt8]
  let range: SourceRange
  /// What it says of its target.
  let evidence: List<EnvironmentEvidence>
}

/// What the documents of one layer see of a call beside its effects.
struct PolicyView {
  var environments = EnvironmentTerms()
  /// The class of a server's tool.
  var verb: VerbClass?
  var risk = RiskAssessment()

  var tier: RiskTier { risk.tier }
}

/// A call as the conditions of documents see it.
struct PolicySubject {
  let tool: [UInt8]
  let facts: CallFacts
  let effects: List<Effect>
  let commands: List<PolicyCommandText>
  let context: PolicyContext
  let isAttended: Bool
  let isSubagent: Bool
  /// What the session is bound to.
  var session = SessionTerms()
  /// What the place that the session works in says of an environment.
  var surroundings = List<EnvironmentEvidence>()
  /// What the arguments of a server's tool say of one.
  let arguments: List<EnvironmentEvidence>
  private let names: List<EffectName>

  /// A name that the file of an effect has, and the files that it can mean.
  private struct EffectName {
    /// The place of the effect.
    let effect: Int
    let name: [UInt8]
    let path: ResolvedPath
    /// False where only the directory is known, and the name in it may be any.
    let isKnown: Bool
  }

  /// Stands for a name that is not known: patterns for every name match it, others do not.
  private static let anyName: UInt8 = 0x01

  /// - Parameter commands: every command that the call runs, as it is run.
  init(
    _ call: ToolCall, _ effects: List<Effect>, _ commands: List<ExpandedCommand>,
    _ context: PolicyContext, isAttended: Bool, isSubagent: Bool
  ) {
    tool = call.name
    facts = CallFacts(call, commands, context)
    arguments = facts.server?.evidence ?? List()
    self.effects = effects
    self.commands = PolicySubject.texts(of: commands)
    self.context = context
    self.isAttended = isAttended
    self.isSubagent = isSubagent
    names = PolicySubject.names(of: effects, context)
  }

  /// Every name of every file, looked up once for all conditions.
  private static func names(
    of effects: List<Effect>, _ context: PolicyContext
  ) -> List<EffectName> {
    var names = List<EffectName>()
    for (index, effect) in effects.enumerated() {
      guard let file = effect.file else { continue }
      for name in file.name.choices where !name.bytes.isEmpty {
        let known = name.isLiteral ? name.bytes : directory(of: name) + [anyName]
        for directory in file.directory.choices {
          let base = directory.isLiteral ? directory.bytes : []
          let place = base.isEmpty ? context.project : base
          if let path = try? PathResolver.resolve(known, in: place, files: context.files) {
            names.append(
              EffectName(effect: index, name: name.shown, path: path, isKnown: name.isLiteral))
          }
        }
      }
    }
    return names
  }

  /// What is known of a name up to the last slash before its first unknown byte.
  private static func directory(of name: Field) -> [UInt8] {
    var end = 0
    for index in name.bytes.indices {
      guard name.mark(index) == .literal else { break }
      if name.bytes[index] == 0x2F { end = index + 1 }
    }
    return Array(name.bytes[..<end])
  }

  /// An event that asks for no call.
  init(without context: PolicyContext) {
    tool = []
    facts = CallFacts()
    arguments = List()
    effects = List()
    commands = List()
    self.context = context
    isAttended = true
    isSubagent = false
    names = List()
  }

  /// The class of a server's tool as a document sees it; without one as it is known.
  func verb(_ view: PolicyView) -> VerbClass? { view.verb ?? facts.server?.verb(ToolVerbs()) }

  /// Everything that meets `condition`: an exception may cover one command and not the next.
  func matches(
    _ condition: PolicyCondition, _ builtin: Decision, _ view: PolicyView
  ) -> List<PolicyMatch> {
    guard holdsForCall(condition, view), facts.meets(condition.call, view.verb) else {
      return List()
    }
    var found = List<PolicyMatch>()
    if !condition.commands.isEmpty {
      found = commands(condition, view, where: { meets($0, any: condition.commands) })
      if found.isEmpty { return found }
    }
    if !condition.matches.isEmpty {
      found = clientMatches(condition.matches, condition, view)
      if found.isEmpty { return found }
    }
    if !condition.call.models.isEmpty {
      found = models(condition, view)
      if found.isEmpty { return found }
    }
    guard condition.namesEffect else {
      if condition.namesCommands { return found }
      guard holds(condition, view) else { return List() }
      return found.isEmpty ? List(PolicyMatch(subject: tool, range: SourceRange(0, 0))) : found
    }
    found = matching(condition, view)
    found.append(contentsOf: findings(condition, builtin, view))
    return found
  }

  /// Whether an exception of `condition` covers `match`, of which nothing else may be left.
  func covers(_ condition: PolicyCondition, _ match: PolicyMatch, _ view: PolicyView) -> Bool {
    guard holdsForCall(condition, view), facts.isCovered(by: condition.call, view.verb),
      holdsThroughout(match.range, condition, view)
    else { return false }
    if !condition.commands.isEmpty {
      guard covers(commandsAt: match.range, by: condition.commands) else { return false }
    }
    if !condition.paths.isEmpty {
      guard let path = path(named: match.subject), isMeant(path, by: condition.paths) else {
        return false
      }
    }
    if !condition.hosts.isEmpty {
      guard isMeant(host: match.subject, by: condition.hosts) else { return false }
    }
    return condition.effects.isEmpty && condition.matches.isEmpty
  }

  private func holdsForCall(_ condition: PolicyCondition, _ view: PolicyView) -> Bool {
    if let attended = condition.attended, attended != isAttended { return false }
    if let subagent = condition.subagent, subagent != isSubagent { return false }
    if let tier = condition.tier, view.tier < tier { return false }
    if !PolicySubject.meet(condition.stages, session.stages) { return false }
    if !PolicySubject.meet(condition.phases, session.phases) { return false }
    return condition.tools.isEmpty || isTool(oneOf: condition.tools)
  }

  /// Whether nothing is `wanted`, or one of what there is.
  private static func meet(_ wanted: List<[UInt8]>, _ given: List<[UInt8]>) -> Bool {
    if wanted.isEmpty { return true }
    for name in wanted {
      for other in given where other == name { return true }
    }
    return false
  }

  func isTool(oneOf patterns: List<[UInt8]>) -> Bool {
    for pattern in patterns where Glob.matches(pattern, tool, Glob.Options()) { return true }
    return false
  }

  // MARK: - Commands

  private func commands(
    _ condition: PolicyCondition, _ view: PolicyView, where isMeant: ([UInt8]) -> Bool
  ) -> List<PolicyMatch> {
    var found = List<PolicyMatch>()
    for command in commands where isMeant(command.text) {
      if holds(environment(of: command, view), condition) {
        found.append(PolicyMatch(subject: command.text, range: command.range))
      }
    }
    return found
  }

  /// The commands that none of `patterns` means.
  func commands(otherThan patterns: List<[UInt8]>) -> List<PolicyMatch> {
    var found = List<PolicyMatch>()
    for command in commands where !meets(command.text, any: patterns) {
      found.append(PolicyMatch(subject: command.text, range: command.range))
    }
    return found
  }

  /// Texts of one command that are looked at: its words can be one of several.
  private static let textLimit = 16

  /// The words of each command apart by blanks, for every value that they can have.
  private static func texts(of commands: List<ExpandedCommand>) -> List<PolicyCommandText> {
    var texts = List<PolicyCommandText>()
    for command in commands {
      var variants = List<[UInt8]>([])
      for word in command.words {
        var longer = List<[UInt8]>()
        for variant in variants {
          for choice in word.choices where longer.count < textLimit {
            longer.append(
              variant.isEmpty ? program(choice.shown) : variant + [0x20] + choice.shown)
          }
        }
        variants = longer
      }
      for variant in variants {
        texts.append(
          PolicyCommandText(text: variant, range: command.range, evidence: command.evidence))
        if let short = withoutDirectory(variant) {
          texts.append(
            PolicyCommandText(text: short, range: command.range, evidence: command.evidence))
        }
      }
    }
    return texts
  }

  /// A program by its name, where it lies with those of the system.
  private static func program(_ path: [UInt8]) -> [UInt8] {
    EffectAnalyzer.isSystemPath(path) ? EffectAnalyzer.lastComponent(path) : path
  }

  /// A command by the name of its program alone, where that lies elsewhere.
  private static func withoutDirectory(_ command: [UInt8]) -> [UInt8]? {
    let end = command.firstIndex(of: 0x20) ?? command.count
    guard let slash = command[..<end].lastIndex(of: 0x2F), slash + 1 < end else { return nil }
    return Array(command[(slash + 1)...])
  }

  private func meets(_ command: [UInt8], any patterns: List<[UInt8]>) -> Bool {
    for pattern in patterns where ClientRule.matches(command: command, pattern) { return true }
    return false
  }

  /// Whether every command in which `range` lies is one of `patterns`, and there is one.
  private func covers(commandsAt range: SourceRange, by patterns: List<[UInt8]>) -> Bool {
    var isCovered = false
    for command in commands
    where command.range.start <= range.start && command.range.end >= range.end {
      guard meets(command.text, any: patterns) else { return false }
      isCovered = true
    }
    return isCovered
  }

  /// The models that the condition names, where the call acts in its environment.
  private func models(_ condition: PolicyCondition, _ view: PolicyView) -> List<PolicyMatch> {
    var found = List<PolicyMatch>()
    guard holds(condition, view) else { return found }
    for model in facts.models where CallFacts.isMeant(model, by: condition.call.models) {
      found.append(PolicyMatch(subject: model.name ?? [], range: model.range))
    }
    return found
  }

  // MARK: - Rules of the client

  private func clientMatches(
    _ rules: List<ClientRule>, _ condition: PolicyCondition, _ view: PolicyView
  ) -> List<PolicyMatch> {
    var found = List<PolicyMatch>()
    for rule in rules { found.append(contentsOf: clientMatches(rule, condition, view)) }
    return found
  }

  private func clientMatches(
    _ rule: ClientRule, _ outer: PolicyCondition, _ view: PolicyView
  ) -> List<PolicyMatch> {
    let isTool = Glob.matches(rule.tool, tool, Glob.Options())
    guard let pattern = rule.pattern else {
      guard isTool, holds(outer, view) else { return List() }
      return List(PolicyMatch(subject: tool, range: SourceRange(0, 0)))
    }
    if rule.tool.equals("Bash") {
      return commands(outer, view) { ClientRule.matches(command: $0, pattern) }
    }
    var condition = PolicyCondition()
    condition.environments = outer.environments
    if rule.tool.equals("WebFetch") {
      guard isTool, pattern.hasPrefix("domain:") else { return List() }
      condition.hosts.append(Array(pattern.dropFirst(7)))
      return matching(condition, view)
    }
    // Rules for Read and Edit hold for every tool that reads or changes files.
    guard let path = PathPattern(pattern) else { return List() }
    condition.paths.append(path)
    if rule.tool.equals("Read") {
      condition.effects.append([UInt8]("reads"))
    } else if rule.tool.equals("Edit") || rule.tool.equals("Write") {
      condition.effects.append([UInt8]("writes"))
      condition.effects.append([UInt8]("deletes"))
    } else {
      return List()
    }
    return matching(condition, view)
  }

  /// What `entries` of a stage mean.
  func matches(_ entries: StageProfile.Entries, _ builtin: Decision) -> List<PolicyMatch> {
    var found = List<PolicyMatch>()
    if !entries.effects.isEmpty {
      var condition = PolicyCondition()
      condition.effects = entries.effects
      found = matches(condition, builtin, PolicyView())
    }
    if !entries.matches.isEmpty {
      found.append(
        contentsOf: clientMatches(entries.matches, PolicyCondition(), PolicyView()))
    }
    return found
  }

  // MARK: - Effects

  /// The effects that are of one of the kinds, on one of the paths, to one of the hosts.
  private func matching(_ condition: PolicyCondition, _ view: PolicyView) -> List<PolicyMatch> {
    var found = List<PolicyMatch>()
    for (index, effect) in effects.enumerated() {
      guard condition.effects.isEmpty || isOfKind(effect.kind, condition.effects) else { continue }
      guard holds(effect, condition, view) else { continue }
      if !condition.hosts.isEmpty {
        guard effect.kind == .connects, isMeant(host: effect.subject, by: condition.hosts) else {
          continue
        }
      }
      if condition.paths.isEmpty {
        found.append(
          PolicyMatch(
            subject: effect.file?.name.shown ?? effect.subject, range: effect.range))
      } else if let name = name(of: index, meeting: condition.paths) {
        found.append(PolicyMatch(subject: name, range: effect.range))
      }
    }
    return found
  }

  /// The findings of built-in rules that the condition names.
  private func findings(
    _ condition: PolicyCondition, _ builtin: Decision, _ view: PolicyView
  ) -> List<PolicyMatch> {
    var found = List<PolicyMatch>()
    guard condition.paths.isEmpty, condition.hosts.isEmpty else { return found }
    for finding in builtin.findings {
      guard holds(finding, condition, view) else { continue }
      for word in condition.effects where RuleNames.isMeant(finding.rule, by: word) {
        found.append(PolicyMatch(subject: finding.subject, range: finding.range))
      }
    }
    return found
  }

  private func isOfKind(_ kind: EffectKind, _ words: List<[UInt8]>) -> Bool {
    for word in words where word.equals(kind.word) { return true }
    return false
  }

  private func isMeant(host: [UInt8], by patterns: List<[UInt8]>) -> Bool {
    let name = HostAddress.host(of: host)
    return CallFacts.isMeant(host, by: patterns) || CallFacts.isMeant(name, by: patterns)
  }

  /// Any file in `directory`.
  private func inside(_ directory: AbsolutePath) -> AbsolutePath {
    AbsolutePath([PolicySubject.anyName], in: directory.bytes) ?? directory
  }

  /// Whether what is done to a whole directory is done to all that one of `patterns` means.
  private func takesAll(
    _ path: ResolvedPath, _ kind: EffectKind, _ patterns: List<PathPattern>
  ) -> Bool {
    for pattern in patterns {
      switch kind {
      case .deletesTree, .moves, .changesMode(inTree: true):
        if pattern.liesInside(path.resolved, home: context.home, project: context.project) {
          return true
        }
      case .readsTree:
        // A search from further above reads much that nobody minds; only the directory itself counts.
        if pattern.matches(
          inside(path.resolved), home: context.home, project: context.project)
        {
          return true
        }
      case .changesMode, .reads, .writes, .truncates, .deletes, .links, .uses, .executes,
        .evaluates, .connects, .performs:
        break
      }
    }
    return false
  }

  func isMeant(_ path: ResolvedPath, by patterns: List<PathPattern>) -> Bool {
    for pattern in patterns {
      if pattern.matches(path.resolved, home: context.home, project: context.project)
        || pattern.matches(path.given, home: context.home, project: context.project)
      {
        return true
      }
    }
    return false
  }

  /// The name of the file of the effect at `index` that one of `patterns` means.
  private func name(of index: Int, meeting patterns: List<PathPattern>) -> [UInt8]? {
    for name in names where name.effect == index {
      if isMeant(name.path, by: patterns) { return name.name }
      if name.isKnown, takesAll(name.path, effects[index].kind, patterns) { return name.name }
    }
    return nil
  }

  private func path(named wanted: [UInt8]) -> ResolvedPath? {
    for name in names where name.isKnown && name.name == wanted { return name.path }
    return nil
  }
}
