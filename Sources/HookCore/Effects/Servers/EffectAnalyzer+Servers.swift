// SPDX-License-Identifier: MIT

/// Tools of servers and of later versions of the client: their arguments as what they would do.
extension EffectAnalyzer {
  /// Adds what `call` would do when made in `directory`.
  package mutating func analyze(_ call: ServerCall, in directory: [UInt8], home: [UInt8]) {
    let state = call.state(in: directory, home: home)
    startDirectory = state.directory.exact ?? []
    let whole = SourceRange(0, 0)
    if call.isTooLarge { perform(.tooLarge, at: whole) }
    for argument in call.arguments { note(argument, of: call, state) }
    for statement in call.statements {
      if statement.isTooLarge { perform(.tooLarge, at: whole) }
      if statement.destroys { perform(.sqlDestroy, subject: [], on: call) }
      for name in statement.names { touch(.uses, Field(name), state, at: whole) }
      for command in statement.commands { analyze(command, state) }
    }
    for command in call.commands { analyze(command, state) }
    noteAction(of: call)
  }

  private mutating func perform(_ action: Action, subject: [UInt8], on call: ServerCall) {
    var effect = Effect(.performs(action), subject: subject)
    effect.hasTarget = true
    effect.evidence = call.evidence
    effect.environment = terms.environments.environment(of: effect.evidence)
    add(effect)
  }

  // MARK: - Arguments

  private mutating func note(
    _ argument: ServerArgument, of call: ServerCall, _ state: ShellState
  ) {
    let value = argument.value
    let isText =
      argument.role == .prose && call.namedVerb(terms.verbs, raising: false) ?? .read > .read
    if isText {
      noteText(value, of: call)
    } else if HostAddress.isURL(value) || HostAddress.isFile(value) || argument.names(hostIn: value)
    {
      note(address: value, state)
    } else {
      switch argument.role {
      case .path:
        if value.count <= EffectAnalyzer.pathLimit, !value.contains(0x0A), !value.contains(0) {
          noteFile(argument, of: call, state)
        }
      case .address, .other:
        if EffectAnalyzer.looksLikePath(value) { noteFile(argument, of: call, state) }
      case .prose:
        if EffectAnalyzer.looksLikePath(value) {
          noteFile(argument, of: call, state)
        }
      case .search:
        if value.first == 0x2F || value.first == 0x7E, EffectAnalyzer.looksLikePath(value) {
          noteFile(argument, of: call, state)
        }
      case .code: noteCode(value, of: call, state)
      case .statement, .command: break
      }
    }
  }

  /// What a tool writes somewhere may speak of files and hosts, and must hold no token.
  private mutating func noteText(_ text: [UInt8], of call: ServerCall) {
    guard !call.namesFiles, EffectAnalyzer.holdsSecret(text) else { return }
    perform(.sendSecret, subject: call.name, at: SourceRange(0, 0))
  }

  /// Longer strings are texts, not the names of files.
  private static let pathLimit = 4_096

  /// One line without blanks that could be a name, or one that begins as a path does.
  private static func looksLikePath(_ text: [UInt8]) -> Bool {
    if text.isEmpty || text.count > pathLimit || text.contains(0x0A) || text.contains(0) {
      return false
    }
    if text.first == 0x2F || text.first == 0x7E || text.first == 0x2E { return true }
    return !text.contains(0x20)
  }

  /// A file by its name, as it is written and with `%2E` and the like decoded.
  private mutating func noteFile(
    _ argument: ServerArgument, of call: ServerCall, _ state: ShellState
  ) {
    guard !argument.value.isEmpty else { return }
    let decoded = PercentEncoding.decoded(argument.value)
    let count = decoded == argument.value ? 1 : 2
    for number in 0..<count {
      let path = AbsolutePath.expandingHome(
        number == 0 ? argument.value : decoded, home: state.home)
      let name = Field(path)
      touch(.uses, name, state, at: SourceRange(0, 0))
      guard argument.role == .path, call.changes(argument, terms) else { continue }
      let target = FileTarget(name, in: state.directory)
      let status = EffectAnalyzer.path(of: target).flatMap { try? files.status($0) }
      let isDirectory = status?.kind == .directory
      if call.verb(terms.verbs) == .destructive {
        touch(isDirectory ? .deletesTree : .deletes, name, state, at: SourceRange(0, 0))
      }
      if !isDirectory { touch(.writes, name, state, at: SourceRange(0, 0)) }
    }
  }

  /// `file:///x` is a file; all other addresses are connected to.
  package mutating func note(address: [UInt8], _ state: ShellState) {
    let whole = SourceRange(0, 0)
    if HostAddress.isFile(address) {
      var path = address.dropFirst(5)
      if path.starts(with: [0x2F, 0x2F]) { path = path.dropFirst(2).drop { $0 != 0x2F } }
      let plain = PercentEncoding.decoded(Array(path.prefix { $0 != 0x3F && $0 != 0x23 }))
      touch(.reads, Field(plain), state, at: whole)
      return
    }
    let host = HostAddress.host(of: address)
    if host.isEmpty { return }
    add(Effect(.connects, subject: host))
    if let query = HostAddress.query(of: address), !LoopbackAddress.isHost(of: host),
      EffectAnalyzer.holdsSecret(query)
    {
      perform(.sendSecret, subject: host, at: whole)
    }
  }

  /// Code that a tool runs on this machine; what runs in a page of a browser touches no files.
  private mutating func noteCode(_ code: [UInt8], of call: ServerCall, _ state: ShellState) {
    guard let language = call.language else { return }
    var inner = state
    run(code: Field(code), in: language, prints: true, SourceRange(0, 0), &inner)
  }

  // MARK: - Actions

  private mutating func noteAction(of call: ServerCall) {
    if let action = call.entry?.action {
      if call.performs(action, terms) { perform(action, subject: call.name, on: call) }
      return
    }
    guard call.namedVerb(terms.verbs) == .destructive, call.statements.isEmpty, !call.namesFiles
    else { return }
    let isProduction = terms.environments.environment(of: call.evidence) == .production
    perform(
      isProduction ? .destroyByServerInProduction : .destroyByServer, subject: call.name, on: call)
  }
}

extension ServerCall {
  /// Where its commands run: the directory that it is given, where it is given one.
  fileprivate func state(in directory: [UInt8], home: [UInt8]) -> ShellState {
    for argument in arguments {
      let key = ServerToolName(argument.name)
      if key.ends(with: "cwd workdir") || key.text.equals("working_directory"),
        argument.value.first == 0x2F
      {
        return ShellState(directory: argument.value, home: home)
      }
    }
    return ShellState(directory: directory, home: home)
  }

  /// Whether the tool is about files, by its name.
  fileprivate var namesFiles: Bool {
    if tool.has(oneOf: "file files directory dir folder path") { return true }
    for argument in arguments where argument.role == .path { return true }
    return false
  }

  /// Whether the file that `argument` names is changed, and is not where the tool works.
  fileprivate func changes(_ argument: ServerArgument, _ terms: AnalysisTerms) -> Bool {
    guard let verb = namedVerb(terms.verbs), verb > .read else { return false }
    let key = ServerToolName(argument.name)
    if key.has(oneOf: "source src from input"), !tool.has(oneOf: "move rename") { return false }
    return !key.has(oneOf: "repo repository project root cwd working workdir workspace base")
  }

  /// Whether the action of the tool's entry is performed by this very call.
  fileprivate func performs(_ action: Action, _ terms: AnalysisTerms) -> Bool {
    if entry?.filter != nil { return namedVerb(ToolVerbs()) == .destructive }
    if action == .pushProtected {
      return has("branch") { ProtectedBranch.contains($0) || terms.isProtected($0) }
    }
    if action == .printClusterSecret {
      return has("type kind resource") {
        let kind = $0.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return kind.equals("secret") || kind.equals("secrets")
      }
    }
    return true
  }

  /// Whether an argument whose key ends in one of `keys` has a value that `isMeant`.
  private func has(_ keys: StaticString, _ isMeant: ([UInt8]) -> Bool) -> Bool {
    for argument in arguments
    where ServerToolName(argument.name).ends(with: keys) && isMeant(argument.value) {
      return true
    }
    return false
  }

  /// The language of the code that it runs on this machine, as its name or an argument tells.
  fileprivate var language: CodeLanguage? {
    if tool.has(oneOf: "browser puppeteer page tab") { return nil }
    var words = tool
    for argument in arguments where ServerToolName(argument.name).ends(with: "language lang") {
      words = ServerToolName(argument.value)
    }
    if words.has(oneOf: "python py jupyter ipython notebook cell") { return .python }
    if words.has(oneOf: "javascript js node typescript ts") { return .javascript }
    if words.has(oneOf: "ruby") { return .ruby }
    if words.has(oneOf: "php") { return .php }
    return words.has(oneOf: "perl") ? .perl : nil
  }

  // MARK: - Commands

  /// The command lines that it is given: texts, and arrays of words.
  fileprivate var commands: List<[UInt8]> {
    var lines = List<[UInt8]>()
    var words: [UInt8] = []
    for argument in arguments where argument.role == .command {
      if ServerCall.isElement(argument) {
        ServerCall.append(argument.value, to: &words)
      } else {
        lines.append(line(argument.value))
      }
    }
    if !words.isEmpty { lines.append(line(words)) }
    return lines
  }

  /// A command with the program that the tool puts before it, and the arguments given beside it.
  private func line(_ command: [UInt8]) -> [UInt8] {
    var line: [UInt8] = []
    if let program = entry?.program { line += program.bytes + [0x20] }
    if server.has(oneOf: "redis") { line.append("redis-cli ") }
    line += command
    for argument in arguments where ServerToolName(argument.name).ends(with: "args arguments") {
      ServerCall.append(argument.value, to: &line)
    }
    return line
  }

  /// Whether a string is an element of an array.
  private static func isElement(_ argument: ServerArgument) -> Bool {
    let last = argument.pointer.lastIndex(of: 0x2F).map { argument.pointer[($0 + 1)...] } ?? []
    return !last.isEmpty && last.allSatisfy(Byte.isDigit)
  }

  /// Adds a word in single quotes.
  private static func append(_ word: [UInt8], to line: inout [UInt8]) {
    if !line.isEmpty { line.append(0x20) }
    line.append(0x27)
    for byte in word {
      if byte == 0x27 { line.append("'\\'") }
      line.append(byte)
    }
    line.append(0x27)
  }
}
