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

  /// Whether what is installed are directories below the one that is worked in, not archives.
  func areOfProject(_ invocation: Invocation, _ state: ShellState) -> Bool {
    var isLocal = false
    for operand in invocation.operands where operand.role == .plain {
      let first = operand.value.bytes.first
      guard first == 0x2E || first == 0x2F else { continue }
      isLocal = true
      guard let path = EffectAnalyzer.path(of: FileTarget(operand.value, in: state.directory)),
        path.starts(with: startDirectory), !startDirectory.isEmpty,
        (try? files.status(path))?.kind == .directory
      else { return false }
    }
    return isLocal
  }

  /// `--endpoint-url http://localhost:4566`: a stand-in for the cloud on this machine.
  func callsEmulator() -> Bool {
    for index in 0..<words.count {
      let text = words[index].bytes
      if text.hasPrefix("--endpoint-url=") {
        return LoopbackAddress.isHost(of: Array(text.dropFirst(15)))
      }
      if text.equals("--endpoint-url"), index + 1 < words.count {
        return words[index + 1].exact.map { LoopbackAddress.isHost(of: $0) } ?? false
      }
    }
    return false
  }

  /// `cp .env.example .env` where there is none yet, or with `-n`: what is made holds no secret.
  func fills(_ target: Field, _ invocation: Invocation, _ state: ShellState) -> Bool {
    var sources = 0
    for operand in invocation.operands where operand.role == .read {
      guard let name = operand.value.exact,
        name.hasSuffix(".example") || name.hasSuffix(".sample") || name.hasSuffix(".template")
          || name.hasSuffix(".dist")
      else { return false }
      sources += 1
    }
    guard sources == 1,
      let path = EffectAnalyzer.path(of: FileTarget(target, in: state.directory)),
      EffectAnalyzer.lastComponent(path).hasPrefix(".env")
    else { return false }
    return invocation.has(0x4E) || (try? files.status(path)) == nil  // N
  }

  /// Whether a command prints counts, sums or names of the files that it reads.
  static func showsNoContent(_ name: CatalogText, _ invocation: Invocation) -> Bool {
    name.equals("wc") || name.equals("md5") || name.equals("cksum")
      || name.bytes.hasSuffix("sum") || name.equals("grep") && invocation.has(0x6C)  // l
  }

  /// Whether the last component of a name is not known in full.
  static func hidesName(_ name: Field) -> Bool {
    var index = name.bytes.count
    while index > 0, name.bytes[index - 1] != 0x2F {
      index -= 1
      if name.mark(index) != .literal { return true }
    }
    return false
  }

  /// `terraform output`: alone it hides what is marked as a secret; with a name, or as JSON, it
  /// prints that too.
  mutating func noteOutputs(
    _ invocation: Invocation, _ state: ShellState, at range: SourceRange
  ) {
    var hasName = false
    for operand in invocation.operands where operand.role == .plain {
      hasName = true
      if let name = operand.value.exact, !EffectAnalyzer.mayNameSecret(name) { continue }
      perform(.printInfrastructureSecret, subject: operand.value.shown, on: state, at: range)
    }
    if !hasName, invocation.has(0x6A) {  // j
      perform(.printInfrastructureSecret, subject: [UInt8]("terraform"), on: state, at: range)
    }
  }

  /// Whether an output called `name` may be a secret: also what holds one among other things.
  private static func mayNameSecret(_ name: [UInt8]) -> Bool {
    let name = name.map { $0 | 0x20 }
    return SecretName.mayHoldSecret(variable: name) || split(name, at: [UInt8]("config")) != nil
      || split(name, at: [UInt8]("conn")) != nil || split(name, at: [UInt8]("cred")) != nil
      || split(name, at: [UInt8]("secret")) != nil || split(name, at: [UInt8]("pass")) != nil
      || split(name, at: [UInt8]("token")) != nil || split(name, at: [UInt8]("key")) != nil
      || split(name, at: [UInt8]("private")) != nil || split(name, at: [UInt8]("auth")) != nil
  }

  /// Tasks of Gradle without the projects before them: `:lib:publish`.
  func withoutProjects(_ invocation: Invocation) -> Invocation {
    var result = invocation
    for index in 0..<result.operands.count where result.operands[index].role == .plain {
      let value = result.operands[index].value
      guard let colon = value.bytes.lastIndex(of: 0x3A), value.isLiteral else { continue }
      result.operands[index].value = value.slice(colon + 1..<value.bytes.count)
    }
    return result
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

  /// Packages that are files, directories that this command line cloned, and an index that the
  /// surroundings name.
  mutating func notePackages(
    of entry: CatalogEntry, _ invocation: Invocation, _ state: ShellState, at range: SourceRange
  ) {
    let isPip = entry.name.equals("pip/install")
    guard isPip || entry.name.equals("npm/install") || entry.name.equals("gem/install") else {
      return
    }
    for operand in invocation.operands where operand.role == .plain {
      let name = operand.value
      _ = noteForeign(FileTarget(name, in: state.directory), at: range)
      // `pip install 'name @ git+https://…'`.
      if isPip, let at = name.bytes.firstRange(of: "@ ") {
        let address = Array(name.bytes[at.upperBound...])
        if address.hasPrefix("git+") { perform(.installFromGit, subject: address, at: range) }
        if address.hasPrefix("http") { perform(.installFromUrl, subject: address, at: range) }
      }
      if (name.bytes.hasSuffix(".whl") || name.bytes.hasSuffix(".tar.gz"))
        && !name.bytes.hasPrefix("dist/")
        || name.bytes.hasSuffix(".gem") && !isPip, name.bytes.firstRange(of: "://") == nil
      {
        perform(.installLocalArchive, subject: name.shown, at: range)
      }
    }
    if isPip {
      noteIndex("PIP_INDEX_URL", state, at: range)
      noteIndex("PIP_EXTRA_INDEX_URL", state, at: range)
    } else {
      noteIndex("npm_config_registry", state, at: range)
      noteIndex("NPM_CONFIG_REGISTRY", state, at: range)
    }
  }

  /// `PIP_INDEX_URL=address pip install x`: the same as the option.
  private mutating func noteIndex(
    _ name: StaticString, _ state: ShellState, at range: SourceRange
  ) {
    guard let address = state.variable([UInt8](name))?.value.bytes else { return }
    let host = EffectAnalyzer.host(of: address)
    if host.equals("pypi.org") || host.equals("registry.npmjs.org")
      || LoopbackAddress.isHost(of: address)
    {
      return
    }
    perform(.installFromOtherIndex, subject: host, at: range)
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
    _ invocation: Invocation, _ entry: CatalogEntry, _ state: ShellState, _ input: CommandStream
  ) {
    guard !written.isEmpty || input.text != nil else { return }
    var content: CommandStream?
    for operand in invocation.operands {
      if operand.role == .read, EffectAnalyzer.isStandardInputName(operand.value.bytes) {
        content = input
      }
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

  /// Whether the database that the command names is one that tests make.
  func isOfTests(_ state: ShellState) -> Bool {
    TestData.isMeant(by: words, state)
      && terms.environments.environment(of: evidence(on: state)) != .production
  }

  /// A statement for a database: what it drops, the files and programs that it names.
  mutating func query(_ text: Field, _ range: SourceRange, _ state: inout ShellState) {
    guard let text = text.exact else { return }
    let program = words.first?.exact.map(EffectAnalyzer.lastComponent) ?? []
    let statement = SQLText(text, SQLDialect(program: program))
    if statement.isTooLarge { perform(.tooLarge, at: range) }
    if statement.destroys, !(statement.staysInDatabase && isOfTests(state)) {
      perform(.sqlDestroy, subject: [], on: state, at: range)
    }
    for command in statement.commands {
      var inner = state
      _ = run(code: Field(command), range, &inner, .empty)
    }
    for name in statement.names { touch(.uses, Field(name), state, at: range) }
  }
}
