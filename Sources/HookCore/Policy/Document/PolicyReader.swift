// SPDX-License-Identifier: MIT

/// Reads a policy document; the schema is closed.
package struct PolicyReader {
  /// Bytes of one document.
  package static let sizeLimit = 4 << 20
  private static let keys: StaticString = """
    version revision owner help mode lists builtin rules exceptions wrappers protectedBranches \
    approvals environments risk stages phases stage phase scope \
    tools mcp hosts maxModel
    """
  private static let idLimit = 64

  let root: PolicyFields
  let mode: RuleMode
  private var ids = NameSet()
  /// Where the ids stand, for errors.
  private var places = List<PolicyFields>()

  /// The document in `bytes`.
  ///
  /// - Throws: the first error, with its place; nothing of such a document may be used.
  package static func read(_ bytes: [UInt8]) throws(PolicyError) -> PolicyDocument {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(parsing: bytes)
    } catch {
      var line = 1
      for byte in bytes.prefix(error.offset) where byte == 0x0A { line += 1 }
      throw PolicyError(.invalidJSON(error.code), at: [], line: line)
    }
    var reader = try PolicyReader(document.root)
    return try reader.document()
  }

  private init(_ value: JSONValue) throws(PolicyError) {
    root = try PolicyFields(value, keys: PolicyReader.keys)
    guard let version = try root.number("version") else {
      throw PolicyError(.missingKey, at: root.child("version"), line: 1)
    }
    guard version == 1 else {
      throw PolicyError(.unsupportedVersion, at: root.child("version"), line: value.line)
    }
    mode = try PolicyReader.mode(of: root) ?? .enforce
  }

  private mutating func document() throws(PolicyError) -> PolicyDocument {
    var adjustments = List<RuleAdjustment>()
    for value in try root.elements("builtin") {
      adjustments.append(try adjustment(value))
    }
    let declared = try root.elements("rules")
    var rules = declared.isEmpty ? List<PolicyRule>() : List<PolicyRule>(capacity: declared.count)
    for value in declared {
      rules.append(try rule(value))
    }
    var exceptions = List<PolicyException>()
    for value in try root.elements("exceptions") {
      exceptions.append(try exception(value))
    }
    try requireNewIDs()
    var terms = AnalysisTerms()
    terms.wrappers = try entries(root, "wrappers")
    terms.protectedBranches = try entries(root, "protectedBranches")
    var document = PolicyDocument(
      revision: try root.string("revision") ?? [], owner: try root.string("owner") ?? [],
      help: try root.string("help") ?? [], adjustments: adjustments, rules: rules,
      exceptions: exceptions, terms: terms)
    document.approvals = try PolicyReader.approvals(in: root)
    document.environments = try environments()
    document.risk = try risk()
    document.stages = try profiles(.stage)
    document.phases = try profiles(.phase)
    document.session = try session()
    document.limits = try callLimits()
    return document
  }

  private func adjustment(_ value: JSONValue) throws(PolicyError) -> RuleAdjustment {
    let fields = try PolicyFields(value, keys: "rule verdict mode")
    let name = try fields.required("rule")
    guard RuleNames.isKnown(name) else { throw RuleNames.error(name, fields, "rule") }
    return RuleAdjustment(
      rule: name, verdict: try PolicyReader.verdict(of: fields, words: "allow ask deny"),
      mode: try PolicyReader.mode(of: fields), offset: value.range.lowerBound)
  }

  private mutating func rule(_ value: JSONValue) throws(PolicyError) -> PolicyRule {
    let fields = try PolicyFields(
      value, keys: "id title rationale verdict mode suggestion when examples owner tags")
    let id = try newID(fields)
    guard let verdict = try PolicyReader.verdict(of: fields, words: "ask deny") else {
      throw PolicyError(.missingKey, at: fields.child("verdict"), line: value.line)
    }
    guard let when = value["when"] else {
      throw PolicyError(.missingKey, at: fields.child("when"), line: value.line)
    }
    let condition = try condition(when)
    guard !condition.isEmpty else {
      throw PolicyError(
        .missingKey, at: fields.child("when"), line: when.line, [UInt8]("a condition"))
    }
    if let cause = condition.contradiction {
      throw PolicyError(.unreachableRule, at: fields.child("when"), line: when.line, cause)
    }
    if let given = value["examples"] {
      let examples = try PolicyFields(given, keys: "trigger pass")
      try examples.requireStrings("trigger")
      try examples.requireStrings("pass")
    }
    try fields.requireString("rationale")
    try fields.requireString("suggestion")
    try fields.requireString("title")
    guard value["title"] != nil else {
      throw PolicyError(.missingKey, at: fields.child("title"), line: value.line)
    }
    return PolicyRule(
      id: id, verdict: verdict, mode: try PolicyReader.mode(of: fields) ?? mode,
      condition: condition, source: value)
  }

  private mutating func exception(_ value: JSONValue) throws(PolicyError) -> PolicyException {
    let fields = try PolicyFields(value, keys: "id rule when reason owner expires maxUses")
    guard let when = value["when"] else {
      throw PolicyError(.missingKey, at: fields.child("when"), line: value.line)
    }
    let condition = try condition(when)
    guard !condition.isEmpty else {
      throw PolicyError(
        .missingKey, at: fields.child("when"), line: when.line, [UInt8]("a condition"))
    }
    let expires = try fields.string("expires")
    if let expires, !PolicyReader.isDate(expires) {
      throw PolicyError(.badDate, at: fields.child("expires"), line: value.line, expires)
    }
    let rule = try fields.required("rule")
    // A rule of another document may be meant; where a known one is near it is not.
    if !ids.contains(rule), !RuleNames.isKnown(rule) {
      let error = RuleNames.error(rule, fields, "rule")
      if !error.suggestion.isEmpty || !rule.contains(0x2E) { throw error }
    }
    return PolicyException(
      id: try newID(fields), rule: rule, condition: condition,
      reason: try fields.required("reason"), owner: try fields.required("owner"),
      expires: expires,
      maxUses: try PolicyReader.number(fields, "maxUses", 1...ExceptionUse.limit),
      offset: value.range.lowerBound)
  }

  private mutating func newID(_ fields: PolicyFields) throws(PolicyError) -> [UInt8] {
    let id = try fields.required("id")
    guard !id.isEmpty, id.count <= PolicyReader.idLimit, id.allSatisfy(PolicyReader.isIDByte)
    else { throw error(.badID, id, fields) }
    guard ids.insert(id) else { throw error(.duplicateID, id, fields) }
    places.append(fields)
    return id
  }

  /// Makes sure that no id is a built-in rule's; all at once, because there are hundreds of those.
  private func requireNewIDs() throws(PolicyError) {
    guard let known = RuleNames.first(in: ids) else { return }
    for (index, id) in ids.names.enumerated() where id == known {
      throw error(.duplicateID, id, places[index])
    }
  }

  private func error(
    _ code: PolicyError.Code, _ id: [UInt8], _ fields: PolicyFields
  ) -> PolicyError {
    let line = fields.value["id"]?.line ?? fields.value.line
    return PolicyError(code, at: fields.child("id"), line: line, id)
  }
}

// Conditions.
extension PolicyReader {
  private func condition(_ value: JSONValue) throws(PolicyError) -> PolicyCondition {
    let fields = try PolicyFields(value, keys: PolicyCondition.keys)
    var condition = PolicyCondition()
    condition.tools = try entries(fields, "tool")
    condition.commands = try entries(fields, "command")
    condition.hosts = try entries(fields, "host")
    condition.call = try callCondition(fields)
    condition.attended = try fields.boolean("attended")
    condition.subagent = try fields.boolean("subagent")
    condition.environments = try environments(fields)
    condition.tier = try tier(fields)
    condition.stages = try names(.stage, fields)
    condition.phases = try names(.phase, fields)
    for word in try entries(fields, "effect") {
      guard EffectKind.isWord(word) || RuleNames.isKnown(word) else {
        throw RuleNames.error(word, fields, "effect")
      }
      condition.effects.append(word)
    }
    for text in try entries(fields, "path") {
      guard let pattern = PathPattern(text) else {
        throw PolicyError(.badPattern, at: fields.child("path"), line: value.line, text)
      }
      condition.paths.append(pattern)
    }
    for text in try entries(fields, "match") {
      guard let rule = ClientRule(text) else {
        throw PolicyError(.badPattern, at: fields.child("match"), line: value.line, text)
      }
      condition.matches.append(rule)
    }
    return condition
  }

  /// The strings under `key`, those of the list `name` in the place of `@name`.
  func entries(
    _ fields: PolicyFields, _ key: StaticString
  ) throws(PolicyError) -> List<[UInt8]> {
    var entries = List<[UInt8]>()
    for text in try fields.strings(key) {
      guard text.first == 0x40 else {
        guard !text.isEmpty else {
          throw PolicyError(.badPattern, at: fields.child(key), line: fields.value.line, text)
        }
        entries.append(text)
        continue
      }
      for entry in try list(Array(text.dropFirst()), fields, key) { entries.append(entry) }
    }
    return entries
  }

  private func list(
    _ name: [UInt8], _ fields: PolicyFields, _ key: StaticString
  ) throws(PolicyError) -> List<[UInt8]> {
    guard let lists = root.value["lists"], let list = lists.member(name) else {
      throw PolicyError(.unknownList, at: fields.child(key), line: fields.value.line, name)
    }
    var entries = List<[UInt8]>()
    guard list.kind == .array else { throw PolicyFields.wrongType(list, "an array") }
    for element in list.elements {
      guard let text = element.string, !text.isEmpty else {
        throw PolicyFields.wrongType(element, "a string")
      }
      entries.append(text)
    }
    return entries
  }

  private static func verdict(
    of fields: PolicyFields, words: StaticString
  ) throws(PolicyError) -> Verdict? {
    guard let word = try fields.string("verdict") else { return nil }
    guard Words(words).contains(word) else {
      throw fields.unknownValue("verdict", word, of: words)
    }
    return word == [UInt8]("deny") ? .deny : word == [UInt8]("ask") ? .ask : .allow
  }

  static func mode(of fields: PolicyFields) throws(PolicyError) -> RuleMode? {
    guard let word = try fields.string("mode") else { return nil }
    guard let mode = RuleMode(word: word) else {
      throw fields.unknownValue("mode", word, of: RuleMode.words)
    }
    return mode
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    Byte.continuesName(byte) || byte == 0x2D || byte == 0x2E
  }

  /// Whether `text` is a calendar date as RFC 3339 writes it.
  private static func isDate(_ text: [UInt8]) -> Bool {
    guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D else { return false }
    for (index, byte) in text.enumerated() where index != 4 && index != 7 {
      guard Byte.isDigit(byte) else { return false }
    }
    let month = Int(text[5] - 0x30) * 10 + Int(text[6] - 0x30)
    let day = Int(text[8] - 0x30) * 10 + Int(text[9] - 0x30)
    return (1...12).contains(month) && (1...31).contains(day)
  }
}
