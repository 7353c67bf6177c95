// SPDX-License-Identifier: MIT

// Tools, servers, hosts and models: the lists of a document, and what conditions say of them.
extension PolicyReader {
  static let callKeys: StaticString = "tools mcp hosts maxModel"

  func callLimits() throws(PolicyError) -> CallLimits {
    var limits = CallLimits()
    limits.mode = mode
    if let tools = try fields(of: "tools", in: root, keys: "allow deny") {
      if tools.value["allow"] != nil {
        limits.allowedTools = try clientRules(tools, "allow", narrowed: "Bash WebFetch")
      }
      limits.deniedTools = try clientRules(tools, "deny", narrowed: nil)
    }
    if let mcp = try fields(of: "mcp", in: root, keys: "servers tools verbs") {
      if let servers = try fields(of: "servers", in: mcp, keys: "allow deny") {
        limits.allowedServers = try list(servers, "allow")
        limits.deniedServers = try entries(servers, "deny")
      }
      if let tools = try fields(of: "tools", in: mcp, keys: "allow deny") {
        limits.allowedServerTools = try list(tools, "allow")
        limits.deniedServerTools = try entries(tools, "deny")
      }
      limits.verbs = try verbs(mcp)
    }
    if let hosts = try fields(of: "hosts", in: root, keys: "trusted denied") {
      limits.trustedHosts = try list(hosts, "trusted")
      limits.deniedHosts = try entries(hosts, "denied")
    }
    if let word = try root.string("maxModel") {
      guard let index = Words(ModelRank.words).index(of: word),
        let rank = ModelRank(rawValue: UInt8(truncatingIfNeeded: index))
      else { throw root.unknownValue("maxModel", word, of: ModelRank.words) }
      limits.maxModel = rank
    }
    return limits
  }

  /// The object under `key`; nil where there is none.
  private func fields(
    of key: StaticString, in outer: PolicyFields, keys: StaticString
  ) throws(PolicyError) -> PolicyFields? {
    guard let value = outer.value[key] else { return nil }
    return try PolicyFields(value, keys: keys)
  }

  /// The entries of a list that, where it is there, lets nothing else pass.
  private func list(
    _ fields: PolicyFields, _ key: StaticString
  ) throws(PolicyError) -> List<[UInt8]>? {
    fields.value[key] == nil ? nil : try entries(fields, key)
  }

  /// - Parameter narrowed: the tools whose rules may have a pattern; nil for all.
  private func clientRules(
    _ fields: PolicyFields, _ key: StaticString, narrowed: StaticString?
  ) throws(PolicyError) -> List<ClientRule> {
    var rules = List<ClientRule>()
    for text in try entries(fields, key) {
      guard let rule = ClientRule(text),
        rule.pattern == nil || narrowed.map({ Words($0).contains(rule.tool) }) ?? true
      else { throw PolicyError(.badPattern, at: fields.child(key), line: fields.value.line, text) }
      rules.append(rule)
    }
    return rules
  }

  private func verbs(_ mcp: PolicyFields) throws(PolicyError) -> ToolVerbs {
    var verbs = ToolVerbs()
    guard let classes = try fields(of: "verbs", in: mcp, keys: VerbClass.words) else {
      return verbs
    }
    for number in UInt8(0)..<3 {
      guard let verb = VerbClass(rawValue: number) else { continue }
      for pattern in try entries(classes, verb.word) {
        verbs.append(pattern, verb, onlyRaises: false)
      }
    }
    return verbs
  }

  // MARK: - Conditions

  func callCondition(_ fields: PolicyFields) throws(PolicyError) -> CallCondition {
    var condition = CallCondition()
    condition.servers = try entries(fields, "server")
    condition.agents = try entries(fields, "agent")
    condition.models = try entries(fields, "model")
    condition.statements = try entries(fields, "statement")
    for word in try entries(fields, "verb") {
      guard let verb = VerbClass(word: word) else {
        throw fields.unknownValue("verb", word, of: VerbClass.words)
      }
      condition.verbs.append(verb)
    }
    guard let arguments = fields.value["argument"] else { return condition }
    guard arguments.kind == .object else {
      throw PolicyFields.wrongType(arguments, "an object of names and values")
    }
    for member in arguments.members {
      let name = member.key.string ?? []
      condition.arguments.append(
        ArgumentCondition(name: name, values: try values(member.value, name)))
    }
    return condition
  }

  /// One value or several, each a string, a number or a boolean as it is written.
  private func values(
    _ value: JSONValue, _ name: [UInt8]
  ) throws(PolicyError) -> List<[UInt8]> {
    var values = List<[UInt8]>()
    switch value.kind {
    case .string, .number, .true, .false: values.append(value.string ?? Array(value.source))
    case .array:
      for element in value.elements {
        guard element.kind != .object, element.kind != .array, element.kind != .null else {
          throw PolicyFields.wrongType(element, "a string")
        }
        values.append(element.string ?? Array(element.source))
      }
    case .object, .null: break
    }
    guard !values.isEmpty, !name.isEmpty else {
      throw PolicyFields.wrongType(value, "a value or several")
    }
    return values
  }
}
