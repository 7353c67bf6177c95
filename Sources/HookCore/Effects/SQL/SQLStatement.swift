// SPDX-License-Identifier: MIT

/// One statement: what kind it is, and what it does to the data.
///
/// Every place where a statement can begin is looked at, not only the first word: common table
/// expressions, `EXPLAIN ANALYZE`, prepared statements, blocks, and statements that no semicolon
/// keeps apart.
struct SQLStatement {
  private let tokens: List<SQLToken>
  private(set) var verb = VerbClass.read
  /// The first two words of it and of each statement inside it: `drop table`, `delete from`.
  private(set) var kinds = List<[UInt8]>()

  /// Texts that are run as statements inside statements.
  private static let nesting = 4

  init(_ tokens: List<SQLToken>, depth: Int = 0) {
    self.tokens = tokens
    var start = 0
    while start < tokens.count, tokens[start].isSign(0x28) { start += 1 }
    guard start < tokens.count else { return }
    noteKind(start)
    if isPlannedOnly(from: start) { return }
    judge(from: start)
    // What is defined here runs later, if at all.
    if definesCode(from: start) { return }
    for index in start..<tokens.count where tokens[index].kind == .word { judgeInner(at: index) }
    if depth < SQLStatement.nesting, runsTexts(from: start) { judgeTexts(depth) }
  }

  private func isWord(_ index: Int, _ word: StaticString) -> Bool {
    index < tokens.count && tokens[index].isWord(word)
  }

  private func isWord(_ index: Int, oneOf words: StaticString) -> Bool {
    guard index < tokens.count, tokens[index].kind == .word else { return false }
    for word in CatalogText(words).split(0x20) where word.equals(tokens[index].bytes) {
      return true
    }
    return false
  }

  private func has(_ word: StaticString, from start: Int = 0) -> Bool {
    for index in start..<max(start, tokens.count) where tokens[index].isWord(word) { return true }
    return false
  }

  private mutating func raise(_ verb: VerbClass) { self.verb = max(self.verb, verb) }

  private mutating func noteKind(_ index: Int) {
    var kind = tokens[index].bytes
    if index + 1 < tokens.count, tokens[index + 1].kind == .word {
      kind.append(0x20)
      kind += tokens[index + 1].bytes
    }
    kinds.append(kind)
  }

  /// `EXPLAIN` without `ANALYZE` only plans what follows.
  private func isPlannedOnly(from start: Int) -> Bool {
    guard isWord(start, oneOf: "explain describe desc") else { return false }
    for index in start..<tokens.count {
      if isWord(index, oneOf: "analyze analyse") { return false }
      // Options come before the statement.
      if isWord(index, oneOf: "select insert update delete merge with replace create") { break }
    }
    return true
  }

  // MARK: - By the first word

  private mutating func judge(from start: Int) {
    if tokens[start].kind != .word {
      // `{ field }` is a query of GraphQL.
      if !tokens[start].isSign(0x7B) { raise(.write) }
      return
    }
    if isWord(start, "select") || isWord(start, "with") {
      if changesByFunction || selectsInto { raise(.write) }
    } else if isWord(start, "copy") {
      if !has("stdout") { raise(.write) }
    } else if isWord(start, "pragma") {
      for token in tokens where token.isSign(0x3D) { raise(.write) }
    } else if isWord(start, "set") {
      if isWord(start + 1, oneOf: "global password persist persist_only") { raise(.write) }
    } else if isWord(start, "alter") {
      raise(.write)
      if isWord(start + 1, "table"), has("drop") { raise(.destructive) }
    } else if isWord(start, "create") {
      raise(.write)
      if isWord(start + 1, "or"), isWord(start + 3, oneOf: "table database schema") {
        raise(.destructive)
      }
    } else if isWord(start, "purge") {
      raise(.destructive)
    } else if isWord(start, "drop") {
      raise(.write)
      if start + 1 < tokens.count, !isWord(start + 1, oneOf: "temporary index trigger") {
        raise(.destructive)
      }
    } else if isWord(start, "truncate") {
      raise(start + 1 < tokens.count ? .destructive : .write)
    } else if isWord(start, "delete") {
      raise(.write)
      if start + 1 < tokens.count, !isLimited(from: start) { raise(.destructive) }
    } else if !isWord(start, oneOf: SQLStatement.reads) {
      raise(.write)
    }
  }

  /// Words that begin statements which leave the data as it is.
  private static var reads: StaticString {
    """
    select with explain describe desc show values table help use reset begin start commit end \
    rollback abort savepoint release declare fetch move close listen unlisten deallocate discard \
    prepare list print go query subscription analyze checkpoint
    """
  }

  /// Functions that change something although they are only selected.
  private var changesByFunction: Bool {
    for index in 0..<tokens.count
    where isWord(
      index,
      oneOf: """
        setval pg_terminate_backend pg_cancel_backend pg_reload_conf lo_import lo_export lo_unlink \
        lo_put dblink_exec load_extension sys_exec sys_eval xp_cmdshell pg_write_file writefile
        """)
    {
      return true
    }
    return false
  }

  private var selectsInto: Bool {
    for index in 0..<tokens.count where tokens[index].depth == 0 && isWord(index, "into") {
      // `SELECT … INTO @variable` stays in the session.
      return !(index + 1 < tokens.count && tokens[index + 1].isSign(0x40))
    }
    return false
  }

  // MARK: - Statements inside

  /// Whether the statement only keeps code: of a trigger, a function, a rule.
  private func definesCode(from start: Int) -> Bool {
    guard isWord(start, "create") || isWord(start, "alter") else { return false }
    return has("trigger") || has("function") || has("procedure") || has("rule") || has("event")
  }

  private mutating func judgeInner(at index: Int) {
    if isWord(index, "delete"), isWord(index + 1, "from") {
      noteKind(index)
      raise(isLimited(from: index) ? .write : .destructive)
    } else if isWord(index, "update"), let set = assignment(after: index) {
      noteKind(index)
      raise(isLimited(from: set) ? .write : .destructive)
    } else if isWord(index, "truncate"),
      isWord(index + 1, oneOf: "table partition")
        || index > 0 && isWord(index - 1, oneOf: "begin then else loop")
    {
      noteKind(index)
      raise(.destructive)
    } else if isWord(index, "drop"),
      isWord(
        index + 1,
        oneOf: "table database schema view materialized tablespace keyspace user role sequence")
    {
      noteKind(index)
      raise(.destructive)
    } else if isWord(index, "insert") || isWord(index, "merge") || isWord(index, "replace"),
      isWord(index + 1, "into")
    {
      noteKind(index)
      raise(.write)
    }
  }

  /// The place of `SET` in `UPDATE table … SET`; nil where this is no such statement.
  private func assignment(after index: Int) -> Int? {
    let depth = tokens[index].depth
    var place = index + 1
    guard place < tokens.count, !isWord(place, "set"), tokens[place].kind != .sign else {
      return nil
    }
    while place < tokens.count, tokens[place].depth >= depth {
      if tokens[place].depth == depth, isWord(place, "set") { return place }
      if isWord(place, oneOf: "select insert delete where update") { return nil }
      place += 1
    }
    return nil
  }

  /// Whether what begins at `start` has a condition of its own that not every row meets.
  private func isLimited(from start: Int) -> Bool {
    let depth = tokens[start].depth
    var place = start + 1
    while place < tokens.count, tokens[place].depth >= depth {
      if tokens[place].depth == depth {
        if isWord(place, "where") { return !isAlwaysTrue(from: place + 1, depth) }
        // The next statement, where no semicolon is needed.
        if isWord(place, oneOf: "select insert update delete drop truncate exec") {
          return false
        }
      }
      place += 1
    }
    return false
  }

  /// `where true`, `where 1=1`, `where id = 7 or 'a' = 'a'`.
  private func isAlwaysTrue(from start: Int, _ depth: Int) -> Bool {
    var end = start
    var hasAnd = false
    while end < tokens.count, tokens[end].depth >= depth,
      tokens[end].depth > depth || !isWord(end, oneOf: "returning order limit group")
    {
      if isWord(end, "and") { hasAnd = true }
      end += 1
    }
    var part = List<SQLToken>()
    for place in start..<end {
      // Inside parentheses one of several is enough only where nothing is joined by `and`.
      if isWord(place, "or"), tokens[place].depth == depth || !hasAnd {
        if SQLStatement.isTrue(part) { return true }
        part = List()
      } else {
        part.append(tokens[place])
      }
    }
    return SQLStatement.isTrue(part)
  }

  private static func isTrue(_ condition: List<SQLToken>) -> Bool {
    var tokens = List<SQLToken>()
    for token in condition where !token.isSign(0x28) && !token.isSign(0x29) {
      tokens.append(token)
    }
    if tokens.count == 1 { return tokens[0].isWord("true") || tokens[0].isWord("1") }
    if tokens.count == 2 { return tokens[0].isWord("not") && tokens[1].isWord("false") }
    guard tokens.count == 3, tokens[1].isSign(0x3D) else { return false }
    return tokens[0].kind == tokens[2].kind && tokens[0].bytes == tokens[2].bytes
  }

  // MARK: - Texts that are run

  /// Whether constants of the statement are statements themselves.
  private func runsTexts(from start: Int) -> Bool {
    if isWord(start, oneOf: "do prepare call") { return true }
    for index in 0..<tokens.count
    where isWord(index, oneOf: "exec execute dblink_exec dblink sp_executesql") {
      return true
    }
    return false
  }

  private mutating func judgeTexts(_ depth: Int) {
    for token in tokens where token.kind == .text {
      for inner in SQLLexer(token.bytes, .standard).statements {
        let statement = SQLStatement(inner, depth: depth + 1)
        // A constant that is no statement reads as one that is not known.
        if statement.verb == .destructive {
          raise(.destructive)
          kinds.append(contentsOf: statement.kinds)
        }
      }
    }
  }
}
