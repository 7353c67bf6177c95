// SPDX-License-Identifier: MIT

// Environments, risk, stages, phases and scope.
extension PolicyReader {
  private static var environmentKeys: StaticString { "development staging production" }

  /// What names stand for, production first: of several patterns the strictest counts.
  func environments() throws(PolicyError) -> List<EnvironmentTerms.Entry> {
    var entries = List<EnvironmentTerms.Entry>()
    guard let value = root.value["environments"] else { return entries }
    let fields = try PolicyFields(value, keys: PolicyReader.environmentKeys)
    try append("production", .production, of: fields, to: &entries)
    try append("staging", .staging, of: fields, to: &entries)
    try append("development", .development, of: fields, to: &entries)
    return entries
  }

  private func append(
    _ name: StaticString, _ environment: TargetEnvironment, of fields: PolicyFields,
    to entries: inout List<EnvironmentTerms.Entry>
  ) throws(PolicyError) {
    guard let value = fields.value[name] else { return }
    let inner = try PolicyFields(value, keys: EvidenceKind.keys)
    for number in UInt8(0)..<EvidenceKind.word.rawValue {
      guard let kind = EvidenceKind(rawValue: number) else { continue }
      for text in try self.entries(inner, kind.name) {
        if kind == .path, PathPattern(text) == nil {
          throw PolicyError(.badPattern, at: inner.child("path"), line: value.line, text)
        }
        entries.append(EnvironmentTerms.Entry(environment, kind, text))
      }
    }
  }

  /// What becomes of calls of each tier; nil where the document says nothing of risk.
  func risk() throws(PolicyError) -> RiskVerdicts? {
    guard let value = root.value["risk"] else { return nil }
    let fields = try PolicyFields(value, keys: RiskTier.keys)
    var verdicts = RiskVerdicts()
    verdicts.mode = try PolicyReader.mode(of: fields) ?? mode
    for number in UInt8(0)...RiskTier.critical.rawValue {
      guard let tier = RiskTier(rawValue: number), let word = try fields.string(tier.word) else {
        continue
      }
      guard let verdict = RiskVerdict(word: word) else {
        throw fields.unknownValue(tier.word, word, of: RiskVerdict.words)
      }
      verdicts.set(tier, verdict)
    }
    return verdicts
  }

  /// The profiles that the document defines under `stages` or `phases`.
  func profiles(_ kind: StageKind) throws(PolicyError) -> List<StageProfile> {
    var profiles = List<StageProfile>()
    let key: StaticString = kind == .stage ? "stages" : "phases"
    guard let value = root.value[key] else { return profiles }
    guard value.kind == .object else {
      throw PolicyFields.wrongType(value, "an object")
    }
    for member in value.members {
      let name = member.key.string ?? []
      guard SessionTerms.isName(name) else {
        throw PolicyError(.badID, at: member.value.pointer, line: member.key.line, name)
      }
      let fields = try PolicyFields(member.value, keys: StageProfile.keys)
      profiles.append(try profile(kind, name, fields, profiles))
    }
    return profiles
  }

  private func profile(
    _ kind: StageKind, _ name: [UInt8], _ fields: PolicyFields, _ known: List<StageProfile>
  ) throws(PolicyError) -> StageProfile {
    var profile = try base(kind, fields, known)
    profile.name = name
    profile.title = try fields.string("title") ?? profile.title
    if fields.value["tools"] != nil { profile.tools = try entries(fields, "tools") }
    if fields.value["commands"] != nil { profile.commands = try entries(fields, "commands") }
    if fields.value["writable"] != nil { profile.writable = try paths(fields, "writable") }
    if fields.value["closed"] != nil { profile.closed = try paths(fields, "closed") }
    if fields.value["ask"] != nil { profile.asked = try entries(of: fields, "ask") }
    if fields.value["deny"] != nil { profile.refused = try entries(of: fields, "deny") }
    return profile
  }

  /// The profile that another goes on from: one above it in the document, or one that ships.
  private func base(
    _ kind: StageKind, _ fields: PolicyFields, _ known: List<StageProfile>
  ) throws(PolicyError) -> StageProfile {
    guard let name = try fields.string("extends") else { return StageProfile(name: []) }
    for profile in known where profile.name == name { return profile }
    guard let profile = ShippedProfiles.profile(kind, name) else {
      throw PolicyError(
        .unknownValue, at: fields.child("extends"), line: fields.value.line, name,
        suggestion: ShippedProfiles.names(kind).nearest(to: name))
    }
    return profile
  }

  /// What the document binds sessions to.
  func session() throws(PolicyError) -> SessionTerms {
    var terms = SessionTerms()
    if let name = try chosen(.stage) { terms.stages.append(name) }
    if let name = try chosen(.phase) { terms.phases.append(name) }
    guard let value = root.value["scope"] else { return terms }
    let fields = try PolicyFields(value, keys: "paths ticket")
    if value["paths"] != nil { terms.scopes.append(SessionScope(try paths(fields, "paths"))) }
    if let ticket = try fields.string("ticket") {
      guard SessionTerms.isName(ticket) else {
        throw PolicyError(.badID, at: fields.child("ticket"), line: value.line, ticket)
      }
      terms.tickets.append(ticket)
    }
    return terms
  }

  /// The stage or phase that the document chooses: one that ships, or one of its own.
  private func chosen(_ kind: StageKind) throws(PolicyError) -> [UInt8]? {
    guard let name = try root.string(kind.word) else { return nil }
    try check(name, kind, root, kind.word)
    return name
  }

  /// The names under `stage` or `phase` of a condition.
  func names(_ kind: StageKind, _ fields: PolicyFields) throws(PolicyError) -> List<[UInt8]> {
    let names = try entries(fields, kind.word)
    for name in names { try check(name, kind, fields, kind.word) }
    return names
  }

  private func check(
    _ name: [UInt8], _ kind: StageKind, _ fields: PolicyFields, _ key: StaticString
  ) throws(PolicyError) {
    if ShippedProfiles.names(kind).contains(name) { return }
    if root.value[kind == .stage ? "stages" : "phases"]?.member(name) != nil { return }
    throw PolicyError(
      .unknownValue, at: fields.child(key), line: fields.value[key]?.line ?? fields.value.line,
      name, suggestion: ShippedProfiles.names(kind).nearest(to: name))
  }

  /// The environments under `environment` of a condition.
  func environments(_ fields: PolicyFields) throws(PolicyError) -> List<TargetEnvironment> {
    var found = List<TargetEnvironment>()
    for word in try entries(fields, "environment") {
      guard let environment = TargetEnvironment(word: word) else {
        throw fields.unknownValue("environment", word, of: TargetEnvironment.words)
      }
      found.append(environment)
    }
    return found
  }

  /// The tier under `risk` of a condition.
  func tier(_ fields: PolicyFields) throws(PolicyError) -> RiskTier? {
    guard let word = try fields.string("risk") else { return nil }
    guard let tier = RiskTier(word: word) else {
      throw fields.unknownValue("risk", word, of: RiskTier.words)
    }
    return tier
  }

  private func paths(
    _ fields: PolicyFields, _ key: StaticString
  ) throws(PolicyError) -> List<PathPattern> {
    var patterns = List<PathPattern>()
    for text in try entries(fields, key) {
      guard let pattern = PathPattern(text) else {
        throw PolicyError(.badPattern, at: fields.child(key), line: fields.value.line, text)
      }
      patterns.append(pattern)
    }
    return patterns
  }

  /// Effects and rules by name, commands and tools in the client's form.
  private func entries(
    of fields: PolicyFields, _ key: StaticString
  ) throws(PolicyError) -> StageProfile.Entries {
    var found = StageProfile.Entries()
    for text in try entries(fields, key) {
      if text.contains(0x28) || text.hasPrefix("mcp__") {
        guard let rule = ClientRule(text) else {
          throw PolicyError(.badPattern, at: fields.child(key), line: fields.value.line, text)
        }
        found.matches.append(rule)
      } else if EffectKind.isWord(text) || RuleNames.isKnown(text) {
        found.effects.append(text)
      } else {
        throw RuleNames.error(text, fields, key)
      }
    }
    return found
  }
}
