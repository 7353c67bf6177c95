// SPDX-License-Identifier: MIT

/// The lists of a document: which tools, servers and hosts may be used, and up to which model.
package struct CallLimits: Sendable {
  /// Nil where there is no list; an empty one lets nothing pass.
  package var allowedTools: List<ClientRule>?
  package var deniedTools = List<ClientRule>()
  package var allowedServers: List<[UInt8]>?
  package var deniedServers = List<[UInt8]>()
  /// Names of tools of servers, `mcp__db__query`, with `*`.
  package var allowedServerTools: List<[UInt8]>?
  package var deniedServerTools = List<[UInt8]>()
  package var trustedHosts: List<[UInt8]>?
  package var deniedHosts = List<[UInt8]>()
  package var maxModel: ModelRank?
  /// What the document says of the classes of tools.
  package var verbs = ToolVerbs()
  package var mode = RuleMode.enforce

  package init() {}

  /// Whether commands have to be known by their words.
  var namesCommands: Bool {
    if maxModel != nil || !deniedTools.isEmpty { return true }
    for rule in allowedTools ?? List() where rule.pattern != nil { return true }
    return false
  }
}

/// The rules that judge the lists of documents.
package enum CallLimitRule: CatalogText, Sendable, CaseIterable {
  case hostRefused = "host-refused"
  case hostUntrusted = "host-untrusted"
  case modelRefused = "model-refused"
  case modelUnknown = "model-unknown"
  case serverRefused = "server-refused"
  case toolRefused = "tool-refused"

  package var rule: Rule { Rule(named: rawValue) }
}

/// A finding of the lists, before it is known which exceptions there are.
struct CallLimitMatch {
  let rule: CallLimitRule
  let match: PolicyMatch
}

extension PolicySubject {
  /// What `limits` do not let pass.
  func beyond(_ limits: CallLimits) -> List<CallLimitMatch> {
    var found = List<CallLimitMatch>()
    let call = PolicyMatch(subject: tool, range: SourceRange(0, 0))
    if facts.server != nil, !facts.serverNames.isEmpty {
      if isServerRefused(limits) { found.append(CallLimitMatch(rule: .serverRefused, match: call)) }
      if isServerToolRefused(limits) {
        found.append(CallLimitMatch(rule: .toolRefused, match: call))
      }
    } else if let allowed = limits.allowedTools, !isAllowed(allowed) {
      found.append(CallLimitMatch(rule: .toolRefused, match: call))
    }
    if !limits.deniedTools.isEmpty {
      var condition = PolicyCondition()
      condition.matches = limits.deniedTools
      for match in matches(condition, Decision(), PolicyView()) {
        found.append(CallLimitMatch(rule: .toolRefused, match: match))
      }
    }
    noteHosts(limits, &found)
    noteModels(limits, &found)
    return found
  }

  private func isServerRefused(_ limits: CallLimits) -> Bool {
    if facts.isServer(oneOf: limits.deniedServers) { return true }
    guard let allowed = limits.allowedServers else { return false }
    return !facts.isServer(oneOf: allowed)
  }

  /// Tools of servers are in `tools` only where the document has no list of servers or their tools.
  private func isServerToolRefused(_ limits: CallLimits) -> Bool {
    if CallFacts.isMeant(tool, by: limits.deniedServerTools) { return true }
    if let allowed = limits.allowedServerTools { return !CallFacts.isMeant(tool, by: allowed) }
    guard limits.allowedServers == nil, let allowed = limits.allowedTools else { return false }
    return !isAllowed(allowed)
  }

  /// Whether all of the call is what one of `rules` means.
  private func isAllowed(_ rules: List<ClientRule>) -> Bool {
    if facts.isBookkeeping { return true }
    var narrowed = List<ClientRule>()
    for rule in rules where Glob.matches(rule.tool, tool, Glob.Options()) {
      if rule.pattern == nil { return true }
      narrowed.append(rule)
    }
    if narrowed.isEmpty { return false }
    return isEveryHost(in: narrowed) || isEveryCommand(in: narrowed)
  }

  private func isEveryCommand(in rules: List<ClientRule>) -> Bool {
    for command in commands {
      var isMeant = false
      for rule in rules {
        if let pattern = rule.pattern, ClientRule.matches(command: command.text, pattern) {
          isMeant = true
        }
      }
      if !isMeant { return false }
    }
    return !commands.isEmpty
  }

  private func isEveryHost(in rules: List<ClientRule>) -> Bool {
    var patterns = List<[UInt8]>()
    for rule in rules {
      if let pattern = rule.pattern, pattern.hasPrefix("domain:") {
        patterns.append(Array(pattern.dropFirst(7)))
      }
    }
    var isHost = false
    for effect in effects where effect.kind == .connects {
      guard CallFacts.isMeant(HostAddress.host(of: effect.subject), by: patterns) else {
        return false
      }
      isHost = true
    }
    return isHost
  }

  private func noteHosts(_ limits: CallLimits, _ found: inout List<CallLimitMatch>) {
    for effect in effects where effect.kind == .connects {
      let host = HostAddress.host(of: effect.subject)
      let match = PolicyMatch(subject: effect.subject, range: effect.range)
      if CallFacts.isMeant(host, by: limits.deniedHosts) {
        found.append(CallLimitMatch(rule: .hostRefused, match: match))
      }
      guard let trusted = limits.trustedHosts, !LoopbackAddress.isHost(of: host),
        !CallFacts.isMeant(host, by: trusted)
      else { continue }
      found.append(CallLimitMatch(rule: .hostUntrusted, match: match))
    }
  }

  private func noteModels(_ limits: CallLimits, _ found: inout List<CallLimitMatch>) {
    guard let most = limits.maxModel else { return }
    for model in facts.models {
      let name = model.name ?? []
      let match = PolicyMatch(subject: name, range: model.range)
      guard let rank = ModelRank(model: name) else {
        found.append(CallLimitMatch(rule: .modelUnknown, match: match))
        continue
      }
      if rank > most { found.append(CallLimitMatch(rule: .modelRefused, match: match)) }
    }
  }
}
