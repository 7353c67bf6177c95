// SPDX-License-Identifier: MIT

/// A document of the governance guide, `allowed_tools`, `blocked_tools`, `allowed_mcp_servers`,
/// `max_model` and `file_restrictions.blocked_paths`, as a policy document; for the operator's tool.
package struct GovernanceImport {
  /// The policy document.
  package private(set) var document: [UInt8] = []
  /// What is not carried, or only in another way; lower case, no full stop.
  package private(set) var notes: [[UInt8]] = []
  /// Whether something of the document is not carried.
  package private(set) var isIncomplete = false

  private static let keys: StaticString = """
    allowed_tools blocked_tools allowed_mcp_servers max_model file_restrictions
    """
  /// Names of tools that the client has itself.
  private static let tools: StaticString = """
    Bash Monitor Read Write Edit NotebookEdit Grep Glob WebFetch WebSearch Agent Task Skill \
    CronCreate ScheduleWakeup SendMessage EnterWorktree ExitWorktree
    """

  /// Reads `text`, with or without `managed_policies` around its members.
  ///
  /// - Throws: an error with its place where `text` is no object, or what comes of it is no policy.
  package init(_ text: [UInt8]) throws(PolicyError) {
    let parsed: JSONDocument
    do throws(JSONError) {
      parsed = try JSONDocument(parsing: text)
    } catch {
      var line = 1
      for byte in text.prefix(error.offset) where byte == 0x0A { line += 1 }
      throw PolicyError(.invalidJSON(error.code), at: [], line: line)
    }
    guard parsed.root.kind == .object else {
      throw PolicyError(.wrongType, at: [], line: 1, [UInt8]("an object"))
    }
    let inner = parsed.root["managed_policies"]
    if inner != nil {
      for member in parsed.root.members where !member.key.equals("managed_policies") {
        leaveOut(member.key.string ?? [], "is not known")
      }
    }
    let policies = inner ?? parsed.root
    guard policies.kind == .object else {
      throw PolicyError(
        .wrongType, at: [UInt8]("/managed_policies"), line: policies.line, [UInt8]("an object"))
    }
    write(policies)
    _ = try PolicyReader.read(document)
  }

  private mutating func note(_ key: [UInt8], _ words: StaticString, _ value: [UInt8] = []) {
    var note = key
    note.append(" ")
    note.append(words)
    if !value.isEmpty { note.append(" ") }
    notes.append(note + value)
  }

  private mutating func leaveOut(
    _ key: [UInt8], _ words: StaticString, _ value: [UInt8] = []
  ) {
    isIncomplete = true
    note(key, words, value)
    notes[notes.count - 1].append("; left out")
  }

  // MARK: - Members

  private mutating func write(_ policies: JSONValue) {
    var members: [[UInt8]] = [[UInt8](#"  "version": 1"#)]
    if let tools = toolLists(policies) { members.append(tools) }
    if let servers = names(policies, "allowed_mcp_servers") {
      members.append(
        GovernanceImport.member(
          "mcp",
          [
            GovernanceImport.member("servers", [GovernanceImport.member("allow", list: servers)])
          ], indent: 2))
    }
    if let model = maxModel(policies) {
      var member = [UInt8](#"  "maxModel": ""#)
      member.append(model.word)
      member.append(0x22)
      members.append(member)
    }
    if let rule = blockedPaths(policies) { members.append(rule) }
    for member in policies.members {
      let key = member.key.string ?? []
      if Words(GovernanceImport.keys).contains(key) { continue }
      let nearest = Words(GovernanceImport.keys).nearest(to: key)
      leaveOut(key, nearest.isEmpty ? "is not known" : "is not known, did you mean", nearest)
    }
    document = [UInt8]("{\n")
    document += GovernanceImport.joined(members, [UInt8](",\n"))
    document.append("\n}\n")
  }

  /// The names in the array under `key`; nil where there is none.
  private mutating func names(_ object: JSONValue, _ key: StaticString) -> [[UInt8]]? {
    guard let value = object[key] else { return nil }
    guard value.kind == .array else {
      leaveOut([UInt8](key), "is no list of names")
      return nil
    }
    var names: [[UInt8]] = []
    for element in value.elements {
      guard let name = element.string, !name.isEmpty else {
        leaveOut([UInt8](key), "has an entry that is no name:", Array(element.source))
        continue
      }
      names.append(name)
    }
    return names
  }

  private mutating func toolLists(_ policies: JSONValue) -> [UInt8]? {
    var lists: [[UInt8]] = []
    if let allowed = names(policies, "allowed_tools") {
      lists.append(GovernanceImport.member("allow", list: rules(allowed, "allowed_tools")))
    }
    if let blocked = names(policies, "blocked_tools") {
      lists.append(GovernanceImport.member("deny", list: rules(blocked, "blocked_tools")))
    }
    return lists.isEmpty ? nil : GovernanceImport.member("tools", lists, indent: 2)
  }

  /// Rules of the client; a name that is no tool is taken for a command.
  private mutating func rules(_ names: [[UInt8]], _ key: StaticString) -> [[UInt8]] {
    var rules: [[UInt8]] = []
    for name in names {
      if let rule = ClientRule(name), isRule(rule, key) {
        rules.append(name)
        continue
      }
      guard name.first.map({ (0x61...0x7A).contains($0) }) == true, !name.contains(0x28) else {
        leaveOut([UInt8](key), "has an entry that is no tool:", name)
        continue
      }
      note([UInt8](key), "names what is no tool; taken for a command:", name)
      rules.append([UInt8]("Bash(") + name + [UInt8](" *)"))
    }
    return rules
  }

  /// Whether `rule` is one of a tool; lists that let pass narrow only commands and hosts.
  private func isRule(_ rule: ClientRule, _ key: StaticString) -> Bool {
    let isNarrowed = rule.pattern != nil && CatalogText(key) == "allowed_tools"
    if isNarrowed, !rule.tool.equals("Bash"), !rule.tool.equals("WebFetch") { return false }
    return rule.tool.hasPrefix("mcp__") || rule.tool.contains(0x2A)
      || Words(GovernanceImport.tools).contains(rule.tool)
      || rule.tool.first.map { (0x41...0x5A).contains($0) } == true
  }

  private mutating func maxModel(_ policies: JSONValue) -> ModelRank? {
    guard let value = policies["max_model"] else { return nil }
    let key = [UInt8]("max_model")
    guard let name = value.string, let rank = ModelRank(model: name) else {
      leaveOut(key, "names no model that is known:", value.string ?? Array(value.source))
      return nil
    }
    if !name.equals(rank.word) { note(key, "is carried as its family,", [UInt8](rank.word)) }
    return rank
  }

  // MARK: - Paths

  private mutating func blockedPaths(_ policies: JSONValue) -> [UInt8]? {
    let key = [UInt8]("file_restrictions")
    guard let restrictions = policies["file_restrictions"] else { return nil }
    guard restrictions.kind == .object else {
      leaveOut(key, "is no object")
      return nil
    }
    for member in restrictions.members where !member.key.equals("blocked_paths") {
      leaveOut(key + [0x2F] + (member.key.string ?? []), "is not known")
    }
    var patterns: [[UInt8]] = []
    for path in names(restrictions, "blocked_paths") ?? [] {
      if PathPattern(path) != nil {
        patterns.append(path)
      } else {
        leaveOut([UInt8]("blocked_paths"), "has a pattern that matches nothing:", path)
      }
    }
    if patterns.isEmpty { return nil }
    var rule = [UInt8](
      """
        "rules": [
          {
            "id": "imported.blocked-paths",
            "title": "touching a file that the organisation has closed:",
            "verdict": "deny",
            "suggestion": "ask the owner of the policy",
            "when": {
              "effect": ["reads", "writes", "deletes", "moves", "changes-mode", "uses", "executes"],
              "path": 
      """)
    rule += GovernanceImport.array(patterns)
    rule.append(
      """

            },
            "examples": { "trigger": 
      """)
    var examples: [[UInt8]] = []
    for pattern in patterns { examples.append(GovernanceImport.example(of: pattern)) }
    rule += GovernanceImport.array(examples)
    rule.append(
      """
      , "pass": ["git status"] }
          }
        ]
      """)
    return rule
  }

  /// A call that reads a file which `pattern` means.
  private static func example(of pattern: [UInt8]) -> [UInt8] {
    var name: [UInt8] = []
    for byte in pattern where byte != 0x2A || name.last != 0x78 {
      name.append(byte == 0x2A || byte == 0x3F ? 0x78 : byte)
    }
    if name.last == 0x2F { name.append(0x78) }
    return [UInt8]("Read(") + name + [0x29]
  }

  // MARK: - Text

  private static func joined(_ parts: [[UInt8]], _ separator: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { text += separator }
      text += part
    }
    return text
  }

  private static func array(_ strings: [[UInt8]]) -> [UInt8] {
    var quoted: [[UInt8]] = []
    for text in strings {
      var writer = JSONWriter()
      writer.string(text)
      quoted.append(writer.bytes)
    }
    return [0x5B] + joined(quoted, [UInt8](", ")) + [0x5D]
  }

  private static func member(_ key: StaticString, list: [[UInt8]]) -> [UInt8] {
    member(key) + array(list)
  }

  private static func member(_ key: StaticString) -> [UInt8] {
    var text: [UInt8] = [0x22]
    text.append(key)
    text.append("\": ")
    return text
  }

  /// An object under `key`, on one line.
  private static func member(
    _ key: StaticString, _ members: [[UInt8]], indent: Int = 0
  ) -> [UInt8] {
    var text = [UInt8](repeating: 0x20, count: indent)
    text += member(key)
    text.append("{ ")
    text += joined(members, [UInt8](", "))
    text.append(" }")
    return text
  }
}
