// SPDX-License-Identifier: MIT

/// A call of a tool that is not the client's own: what class it is of, and the strings it is given.
package struct ServerCall: Sendable {
  /// The whole name, `mcp__server__tool`.
  let name: [UInt8]
  let tool: ServerToolName
  let server: ServerToolName
  /// The strings in its arguments.
  let arguments: List<ServerArgument>
  /// Whether there are more of them than are looked at.
  let isTooLarge: Bool
  let entry: ServerToolTable.Entry?
  /// What it asks of a database.
  private(set) var statements = List<SQLText>()
  /// The class that table and name tell without the statements; nil where neither does.
  private let knownVerb: VerbClass?

  /// - Parameter server: the server's name; empty for a tool that the client has itself.
  package init(_ call: ToolCall, server: [UInt8], tool: [UInt8]) {
    let collected = ServerArguments(call.input)
    let toolName = ServerToolName(tool)
    name = call.name
    self.tool = toolName
    self.server = ServerToolName(server)
    arguments = collected.strings
    isTooLarge = collected.isTooMany
    entry = ServerToolTable.entry(toolName.text)
    knownVerb =
      entry.map { ServerCall.verb(of: $0, collected.strings) } ?? toolName.verb
    for argument in arguments where isStatement(argument) {
      statements.append(SQLText(argument.value, dialect))
    }
  }

  /// The class of the call: the documents', the table's, the statements', the name's; unknown
  /// counts as a write.
  package func verb(_ terms: ToolVerbs) -> VerbClass {
    let named = namedVerb(terms)
    var stated: VerbClass?
    for statement in statements { stated = max(stated ?? .read, statement.verb) }
    guard let stated else { return named ?? .write }
    if named == knownVerb, leavesVerbToStatement { return stated }
    return max(named ?? .read, stated)
  }

  /// The class without the statements.
  ///
  /// - Parameter raising: whether what documents of lower layers say counts too.
  func namedVerb(_ terms: ToolVerbs, raising: Bool = true) -> VerbClass? {
    terms.verb(of: name, knownVerb, raising: raising)
  }

  /// The class of a tool by its entry; without its filter it means all there is.
  private static func verb(
    of entry: ServerToolTable.Entry, _ arguments: List<ServerArgument>
  ) -> VerbClass? {
    guard let filter = entry.filter else { return entry.verb }
    for argument in arguments {
      for part in argument.pointer.split(separator: 0x2F) where filter.equals(part) {
        return entry.verb
      }
    }
    return .destructive
  }

  private var leavesVerbToStatement: Bool {
    if let entry { return entry.verb == nil }
    return knownVerb != .destructive && tool.has(oneOf: "query sql statement execute exec run")
  }

  /// The name of a server as it is part of the names of its tools.
  static func normalised(_ server: [UInt8]) -> [UInt8] {
    server.map { Byte.continuesName($0) || $0 == 0x2D ? $0 : 0x5F }
  }

  // MARK: - Databases

  private static var databases: StaticString {
    """
    sql postgres postgresql pg mysql mariadb sqlite db database duckdb bigquery snowflake redshift \
    clickhouse supabase neon oracle mssql sqlserver cockroach cockroachdb timescale warehouse rds \
    aurora turso planetscale athena trino presto databricks
    """
  }

  /// Whether `query` is a statement for it, and no words to look for.
  private var isDatabase: Bool {
    let texts: StaticString = "search docs documentation find lookup web wiki knowledge library"
    if tool.has(oneOf: texts) || server.has(oneOf: texts) { return false }
    if let entry, entry.verb == nil { return true }
    return tool.has(oneOf: ServerCall.databases) || server.has(oneOf: ServerCall.databases)
  }

  private var dialect: SQLDialect? {
    if isCalled("mysql mariadb planetscale") { return .mysql }
    if isCalled("sqlite turso") { return .sqlite }
    return isCalled("postgres postgresql pg supabase neon") ? .standard : nil
  }

  private func isCalled(_ words: StaticString) -> Bool {
    server.has(oneOf: words) || tool.has(oneOf: words)
  }

  private func isStatement(_ argument: ServerArgument) -> Bool {
    switch argument.role {
    case .statement: true
    case .search: ServerToolName(argument.name).ends(with: "query queries") && isDatabase
    case .path, .address, .command, .code, .prose, .other: false
    }
  }

  // MARK: - Target

  /// A longer text is no name of anything.
  private static let nameLimit = 128

  /// What the names and arguments say of the target.
  package var evidence: List<EnvironmentEvidence> {
    var evidence = TargetEvidence()
    let server = EnvironmentEvidence(.argument, named: server.text, source: [UInt8]("server"))
    if server.environment != .unknown { evidence.add(server) }
    let tool = EnvironmentEvidence(.argument, named: tool.text, source: [UInt8]("tool"))
    if tool.environment != .unknown { evidence.add(tool) }
    for argument in arguments {
      if HostAddress.isURL(argument.value) {
        evidence.note(address: argument.value, source: argument.source)
      } else if argument.selectsTarget {
        evidence.add(
          EnvironmentEvidence(argument.kind, named: argument.value, source: argument.source))
      } else if isStatement(argument) {
        evidence.note(mention: argument.value, source: argument.source)
      }
    }
    // What a document may know; by themselves these say nothing.
    for argument in arguments
    where !argument.selectsTarget && argument.value.count <= ServerCall.nameLimit {
      evidence.add(
        EnvironmentEvidence(.argument, argument.value, source: argument.source, .unknown))
    }
    return evidence.pieces
  }
}

extension ServerArgument {
  /// Where the name of a target is found, for people.
  fileprivate var source: [UInt8] { [UInt8]("argument ") + name }

  /// What a value that selects the target is the name of.
  fileprivate var kind: EvidenceKind {
    let key = ServerToolName(name)
    if key.ends(with: "database db dbname catalog schema") { return .database }
    if key.ends(with: "host hostname server") { return .host }
    if key.ends(with: "namespace") { return .namespace }
    if key.ends(with: "context cluster") { return .context }
    if key.ends(with: "workspace") { return .workspace }
    if key.ends(with: "profile") { return .profile }
    if key.ends(with: "project") { return .project }
    return key.ends(with: "account") ? .account : .argument
  }
}
