// SPDX-License-Identifier: MIT

/// What a rule of a document was met by.
struct PolicyMatch {
  /// The name for messages: a file, a host, a command, the tool.
  let subject: [UInt8]
  let range: SourceRange
}

/// A call as the conditions of documents see it.
struct PolicySubject {
  private let tool: [UInt8]
  private let effects: List<Effect>
  private let commands: List<PolicyMatch>
  private let context: PolicyContext
  private let isAttended: Bool
  private let isSubagent: Bool

  /// - Parameter commands: every command that the call runs, as it is run.
  init(
    tool: [UInt8], _ effects: List<Effect>, _ commands: List<ExpandedCommand>,
    _ context: PolicyContext, isAttended: Bool, isSubagent: Bool
  ) {
    self.tool = tool
    self.effects = effects
    self.commands = PolicySubject.texts(of: commands)
    self.context = context
    self.isAttended = isAttended
    self.isSubagent = isSubagent
  }

  /// Everything that meets `condition`: an exception may cover one command and not the next.
  func matches(_ condition: PolicyCondition, _ builtin: Decision) -> List<PolicyMatch> {
    guard holdsForCall(condition) else { return List() }
    var found = List(PolicyMatch(subject: tool, range: SourceRange(0, 0)))
    if !condition.commands.isEmpty {
      found = commands(where: { meets($0, any: condition.commands) })
    }
    if !condition.matches.isEmpty, !found.isEmpty { found = clientMatches(condition.matches) }
    guard condition.namesEffect, !found.isEmpty else { return found }
    found = matching(condition)
    found.append(contentsOf: findings(condition, builtin))
    return found
  }

  /// Whether an exception of `condition` covers `match`, of which nothing else may be left.
  func covers(_ condition: PolicyCondition, _ match: PolicyMatch) -> Bool {
    guard holdsForCall(condition) else { return false }
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

  private func holdsForCall(_ condition: PolicyCondition) -> Bool {
    if let attended = condition.attended, attended != isAttended { return false }
    if let subagent = condition.subagent, subagent != isSubagent { return false }
    guard !condition.tools.isEmpty else { return true }
    for pattern in condition.tools where Glob.matches(pattern, tool, Glob.Options()) {
      return true
    }
    return false
  }

  // MARK: - Commands

  private func commands(where isMeant: ([UInt8]) -> Bool) -> List<PolicyMatch> {
    var found = List<PolicyMatch>()
    for command in commands where isMeant(command.subject) { found.append(command) }
    return found
  }

  /// Texts of one command that are looked at: its words can be one of several.
  private static let textLimit = 16

  /// The words of each command apart by blanks, for every value that they can have.
  private static func texts(of commands: List<ExpandedCommand>) -> List<PolicyMatch> {
    var texts = List<PolicyMatch>()
    for command in commands {
      var variants = List<[UInt8]>([])
      for word in command.words {
        var longer = List<[UInt8]>()
        for variant in variants {
          for choice in word.choices where longer.count < textLimit {
            longer.append(variant.isEmpty ? choice.shown : variant + [0x20] + choice.shown)
          }
        }
        variants = longer
      }
      for variant in variants {
        texts.append(PolicyMatch(subject: variant, range: command.range))
      }
    }
    return texts
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
      guard meets(command.subject, any: patterns) else { return false }
      isCovered = true
    }
    return isCovered
  }

  // MARK: - Rules of the client

  private func clientMatches(_ rules: List<ClientRule>) -> List<PolicyMatch> {
    var found = List<PolicyMatch>()
    for rule in rules { found.append(contentsOf: clientMatches(rule)) }
    return found
  }

  private func clientMatches(_ rule: ClientRule) -> List<PolicyMatch> {
    let isTool = Glob.matches(rule.tool, tool, Glob.Options())
    guard let pattern = rule.pattern else {
      return isTool ? List(PolicyMatch(subject: tool, range: SourceRange(0, 0))) : List()
    }
    if rule.tool.equals("Bash") {
      return commands { ClientRule.matches(command: $0, pattern) }
    }
    if rule.tool.equals("WebFetch") {
      guard isTool, pattern.hasPrefix("domain:") else { return List() }
      var condition = PolicyCondition()
      condition.hosts.append(Array(pattern.dropFirst(7)))
      return matching(condition)
    }
    // Rules for Read and Edit hold for every tool that reads or changes files.
    var condition = PolicyCondition()
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
    return matching(condition)
  }

  // MARK: - Effects

  /// The effects that are of one of the kinds, on one of the paths, to one of the hosts.
  private func matching(_ condition: PolicyCondition) -> List<PolicyMatch> {
    var found = List<PolicyMatch>()
    for effect in effects {
      guard condition.effects.isEmpty || isOfKind(effect.kind, condition.effects) else { continue }
      if !condition.hosts.isEmpty {
        guard effect.kind == .connects, isMeant(host: effect.subject, by: condition.hosts) else {
          continue
        }
      }
      if condition.paths.isEmpty {
        found.append(
          PolicyMatch(
            subject: effect.file?.name.shown ?? effect.subject, range: effect.range))
      } else if let name = name(of: effect, meeting: condition.paths) {
        found.append(PolicyMatch(subject: name, range: effect.range))
      }
    }
    return found
  }

  /// The findings of built-in rules that the condition names.
  private func findings(
    _ condition: PolicyCondition, _ builtin: Decision
  ) -> List<PolicyMatch> {
    var found = List<PolicyMatch>()
    guard condition.paths.isEmpty, condition.hosts.isEmpty else { return found }
    for finding in builtin.findings {
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
    for pattern in patterns where Glob.matches(pattern, host, Glob.Options(foldsCase: true)) {
      return true
    }
    return false
  }

  private func isMeant(_ path: ResolvedPath, by patterns: List<PathPattern>) -> Bool {
    for pattern in patterns {
      if pattern.matches(path.resolved, home: context.home, project: context.project)
        || pattern.matches(path.given, home: context.home, project: context.project)
      {
        return true
      }
    }
    return false
  }

  /// The name in `effect`'s file that one of `patterns` means.
  private func name(of effect: Effect, meeting patterns: List<PathPattern>) -> [UInt8]? {
    guard let file = effect.file else { return nil }
    for name in file.name.choices where name.isLiteral && !name.bytes.isEmpty {
      for directory in file.directory.choices {
        guard let path = resolve(name.bytes, in: directory.isLiteral ? directory.bytes : [])
        else { continue }
        if isMeant(path, by: patterns) { return name.bytes }
      }
    }
    return nil
  }

  private func path(named name: [UInt8]) -> ResolvedPath? {
    for effect in effects {
      guard let file = effect.file else { continue }
      for choice in file.name.choices where choice.bytes == name && choice.isLiteral {
        for directory in file.directory.choices {
          if let path = resolve(name, in: directory.isLiteral ? directory.bytes : []) {
            return path
          }
        }
      }
    }
    return nil
  }

  private func resolve(_ name: [UInt8], in directory: [UInt8]) -> ResolvedPath? {
    let base = directory.isEmpty ? context.project : directory
    return try? PathResolver.resolve(name, in: base, files: context.files)
  }
}
