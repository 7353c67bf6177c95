// SPDX-License-Identifier: MIT

/// What the text for a database says that matters here.
///
/// Where the dialect is not known, the text is read in each of them and the strictest reading counts.
struct SQLText: Sendable {
  /// The strictest of its statements; a text that ends inside a quote or comment is a write at least.
  private(set) var verb = VerbClass.read
  /// The first two words of every statement, in small letters.
  private(set) var kinds = List<[UInt8]>()
  /// Whether all that it names is in the database that the client was called with.
  private(set) var staysInDatabase = true
  /// Texts for a shell: `\! command`, `.shell command`, `system command`, `COPY … PROGRAM`.
  private(set) var commands = List<[UInt8]>()
  /// Constants, which may name files.
  private(set) var names = List<[UInt8]>()

  /// Bytes of one text; people write migrations of some kilobytes.
  static let sizeLimit = 1 << 20

  /// Whether the text is longer than is looked at.
  private(set) var isTooLarge = false

  init(_ text: [UInt8], _ dialect: SQLDialect?) {
    guard text.count <= SQLText.sizeLimit else {
      isTooLarge = true
      verb = .write
      return
    }
    for number in UInt8(0)..<3 {
      guard let known = SQLDialect(rawValue: number), dialect ?? known == known else { continue }
      note(SQLLexer(text, known))
    }
  }

  /// Whether tables, databases or all rows of one are deleted.
  var destroys: Bool { verb == .destructive }

  private mutating func note(_ lexer: SQLLexer) {
    if !lexer.isComplete { verb = max(verb, .write) }
    for line in lexer.clientLines { note(clientLine: line) }
    for tokens in SQLText.withBodies(lexer.statements) {
      let statement = SQLStatement(tokens)
      verb = max(verb, statement.verb)
      for kind in statement.kinds where !kinds.contains(where: { $0 == kind }) {
        kinds.append(kind)
      }
      note(tokens)
    }
  }

  private mutating func note(_ tokens: List<SQLToken>) {
    let opensFiles = SQLText.opensFiles(tokens)
    for index in 0..<tokens.count {
      let token = tokens[index]
      switch token.kind {
      case .text:
        // DuckDB takes a file's name in the place of a table's.
        let isTable =
          index > 0 && (tokens[index - 1].isWord("from") || tokens[index - 1].isWord("join"))
        if opensFiles || isTable, SQLText.mayName(token.bytes) { names.append(token.bytes) }
        if index > 0, tokens[index - 1].isWord("program") { commands.append(token.bytes) }
      case .word:
        let word = token.bytes
        if word.equals("database") || word.equals("schema") || word.equals("use")
          || word.equals("attach") || word.equals("keyspace")
          || word.contains(0x2E) && Byte.startsName(word[0])
        {
          staysInDatabase = false
        }
      case .name, .sign: continue
      }
    }
  }

  /// Whether a statement reads or writes files; elsewhere constants are data.
  private static func opensFiles(_ tokens: List<SQLToken>) -> Bool {
    for token in tokens where token.kind == .word {
      for word in CatalogText(fileWords).split(0x20) where word.equals(token.bytes) { return true }
      if token.bytes.hasPrefix("read_") { return true }
    }
    return false
  }

  private static var fileWords: StaticString {
    """
    copy load load_file load_extension infile outfile dumpfile pg_read_file pg_read_binary_file \
    pg_ls_dir pg_stat_file readfile writefile edit fsdir lo_import lo_export attach vacuum backup \
    restore bulk openrowset import export put get file location stage unload bfilename utl_file \
    xp_cmdshell sniff_csv glob parquet_scan
    """
  }

  /// Whether a constant may be a file's name; a sentence is none.
  private static func mayName(_ constant: [UInt8]) -> Bool {
    let start = constant.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0
    return !constant.isEmpty && !constant[start...].contains(0x20)
  }

  // MARK: - The client's own commands

  private mutating func note(clientLine line: [UInt8]) {
    staysInDatabase = false
    for prefix in 0..<4 {
      let word: StaticString =
        switch prefix {
        case 0: "\\!"
        case 1: ".shell "
        case 2: ".system "
        default: "system "
        }
      if line.hasPrefix(word) { commands.append(Array(line[word.utf8CodeUnitCount...])) }
    }
    let isOutput = line.hasPrefix("\\o") || line.hasPrefix("\\g") || line.hasPrefix("\\w")
    if isOutput || line.hasPrefix(".output") || line.hasPrefix(".once"),
      let bar = line.firstIndex(of: 0x7C)
    {
      commands.append(Array(line[(bar + 1)...]))
    }
    if line.hasPrefix("\\copy"), let place = line.firstRange(of: "program ") {
      commands.append(line[place.upperBound...].filter { $0 != 0x27 })
    }
    // Files stand there without quotes: `.read x`, `\copy t from x`.
    for word in line.split(separator: 0x20).dropFirst() {
      names.append(word.filter { $0 != 0x27 && $0 != 0x22 })
    }
  }

  // MARK: - Bodies

  /// The statements, with those in the body of a trigger or procedure as part of its definition.
  private static func withBodies(_ statements: List<List<SQLToken>>) -> List<List<SQLToken>> {
    var result = List<List<SQLToken>>()
    var index = 0
    while index < statements.count {
      let last = end(ofBodyIn: statements, from: index)
      var tokens = statements[index]
      for inner in (index + 1)..<max(index + 1, last + 1) {
        tokens.append(contentsOf: statements[inner])
      }
      result.append(tokens)
      index = max(index, last) + 1
    }
    return result
  }

  /// The statement that closes the `BEGIN` of a definition; `index` itself where none is open or
  /// nothing closes it.
  private static func end(ofBodyIn statements: List<List<SQLToken>>, from index: Int) -> Int {
    guard let first = statements[index].first, first.isWord("create") else { return index }
    var open = 0
    for place in index..<statements.count {
      let tokens = statements[place]
      for number in 0..<tokens.count {
        if tokens[number].isWord("begin") || tokens[number].isWord("case") { open += 1 }
        guard tokens[number].isWord("end") else { continue }
        // `END IF` and the like close what was not counted.
        let next = number + 1 < tokens.count ? tokens[number + 1].bytes : []
        if !next.equals("if") && !next.equals("loop") && !next.equals("while")
          && !next.equals("repeat")
        {
          open -= 1
        }
      }
      if open <= 0 { return place }
    }
    return index
  }
}
