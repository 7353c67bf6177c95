// SPDX-License-Identifier: MIT

/// What commands do with what they are not told: their own directory, contexts, packages.
extension EffectAnalyzer {
  /// `~role` and `~X:role`: without an operand the working directory has that role.
  mutating func applyDefault(
    of entry: CatalogEntry, _ invocation: Invocation, _ names: [UInt8], _ state: ShellState,
    at range: SourceRange
  ) {
    if invocation.has(0x3F) { return }  // ?: only help is asked for
    for operand in invocation.operands {
      switch operand.role {
      case .read, .readTree, .use, .write: return
      case .delete, .truncate, .move, .execute, .mode, .link, .targetDirectory, .pattern, .plain,
        .command,
        .commandText, .host, .query, .code, .include, .exclude:
        continue
      }
    }
    for clause in entry.clauses(0x7E) {
      let colon = clause.lastOffset(of: 0x3A)
      if colon < clause.count, !invocation.has(clause[1]) { continue }
      let file = FileTarget(Field([0x2E]), in: state.directory)
      add(Effect(.readsTree, file: file, subject: names, range: range))
    }
  }

  /// Clients of databases read statements from standard input too.
  func takesQueries(_ entry: CatalogEntry) -> Bool {
    entry.name.equals("psql") || entry.name.equals("mysql") || entry.name.equals("sqlite3")
      || entry.name.equals("duckdb")
  }

  /// `npx package arguments…`: a program by the package's name.
  mutating func runPackage(
    _ command: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    guard let package = command.first?.exact else { return .unknown }
    if package.hasPrefix("http:") || package.hasPrefix("https:") || package.hasPrefix("git+")
      || package.hasPrefix("github:") || package.hasPrefix("git:")
    {
      let isAddress = package.hasPrefix("http")
      perform(isAddress ? .installFromUrl : .installFromGit, subject: package, at: range)
      return .unknown
    }
    if EffectAnalyzer.isShortRepository(package) {
      perform(.installFromGit, subject: package, at: range)
      return .unknown
    }
    var name = EffectAnalyzer.lastComponent(package)
    if let version = name.lastIndex(of: 0x40), version > 0 { name = Array(name[..<version]) }
    var words = List(Field(name))
    words.append(contentsOf: command.dropFirst())
    return invoke(words, range, &state, input)
  }

  /// `npm install owner/repository` fetches from GitHub.
  mutating func noteShortRepository(_ invocation: Invocation, at range: SourceRange) {
    for operand in invocation.operands where operand.role == .plain {
      if let name = operand.value.exact, EffectAnalyzer.isShortRepository(name) {
        perform(.installFromGit, subject: name, at: range)
      }
    }
  }

  /// `owner/repository`; a package's own name with a slash begins with `@`.
  private static func isShortRepository(_ name: [UInt8]) -> Bool {
    guard let first = name.first, Invocation.isWordByte(first) else { return false }
    var slashes = 0
    for byte in name {
      if byte == 0x2F { slashes += 1 }
      if byte == 0x3A || byte == 0x20 { return false }
    }
    return slashes == 1 && name.last != 0x2F
  }

  /// Copies and moves of files that this command line wrote carry their content along.
  mutating func followContent(
    _ invocation: Invocation, _ entry: CatalogEntry, _ state: ShellState
  ) {
    guard !written.isEmpty else { return }
    var content: CommandStream?
    for operand in invocation.operands {
      guard operand.role == .read || operand.role == .move || operand.role == .link,
        let path = EffectAnalyzer.path(of: FileTarget(operand.value, in: state.directory))
      else { continue }
      content = writtenContent(of: path) ?? content
    }
    guard let content else { return }
    for operand in invocation.operands where operand.role == .write {
      remember(content, in: FileTarget(operand.value, in: state.directory))
    }
  }

  /// A statement for a database: what it drops, the files and programs that it names.
  mutating func query(_ text: Field, _ range: SourceRange, _ state: inout ShellState) {
    guard let text = text.exact else { return }
    let program = words.first?.exact.map(EffectAnalyzer.lastComponent) ?? []
    let statement = SQLText(text, SQLDialect(program: program))
    if statement.isTooLarge { perform(.tooLarge, at: range) }
    if statement.destroys,
      !(statement.staysInDatabase && TestData.isMeant(by: words, state)
        && terms.environments.environment(of: evidence(on: state)) != .production)
    {
      perform(.sqlDestroy, subject: [], on: state, at: range)
    }
    for command in statement.commands {
      var inner = state
      _ = run(code: Field(command), range, &inner, .empty)
    }
    for name in statement.names { touch(.uses, Field(name), state, at: range) }
  }
}
