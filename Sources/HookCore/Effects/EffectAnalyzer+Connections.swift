// SPDX-License-Identifier: MIT

/// Programs that join a connection to a shell or a file, and what stops other processes.
extension EffectAnalyzer {
  /// `socat address address`: a program on a connection, a file on either side.
  mutating func noteSocat(_ arguments: List<Field>, _ range: SourceRange, _ state: ShellState) {
    var isRemote = false
    var program: Field?
    for argument in arguments where argument.bytes.first != 0x2D || argument.bytes.count == 1 {
      let colon = argument.bytes.firstIndex(of: 0x3A) ?? argument.bytes.count
      let kind = argument.bytes[..<colon].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      guard colon < argument.bytes.count else {
        if argument.bytes.count > 1 { touch(.uses, argument, state, at: range) }
        continue
      }
      var end = argument.bytes.count
      if kind.equals("exec") || kind.equals("system") || kind.equals("shell") {
        program = argument.slice(colon + 1..<end)
        continue
      }
      if kind.equals("file") || kind.equals("open") || kind.equals("gopen")
        || kind.equals("create")
      {
        end = argument.bytes.firstIndex(of: 0x2C) ?? end
        touch(.uses, argument.slice(colon + 1..<max(end, colon + 1)), state, at: range)
        continue
      }
      isRemote =
        isRemote || kind.hasPrefix("tcp") || kind.hasPrefix("udp") || kind.hasPrefix("ssl")
        || kind.hasPrefix("openssl") || kind.hasPrefix("sctp") || kind.hasPrefix("socks")
        || kind.hasPrefix("proxy")
    }
    guard let program else { return }
    if isRemote { perform(.downloadedCode, subject: [UInt8]("socat"), at: range) }
    var inner = state
    _ = run(code: program, range, &inner, .empty)
  }

  /// Whether an operand binds a listener to this machine: `nc -l 127.0.0.1 8080`.
  static func listensHereOnly(_ invocation: Invocation) -> Bool {
    for operand in invocation.operands where operand.role == .plain {
      guard let text = operand.value.exact else { return false }
      if text.equals("127.0.0.1") || text.equals("localhost") || text.equals("::1") { return true }
    }
    return false
  }

  /// `put file` among the arguments or in the input of a client for files.
  mutating func notePut(
    _ arguments: List<Field>, _ input: CommandStream, _ range: SourceRange, _ state: ShellState
  ) {
    var words = arguments
    words.append(contentsOf: EffectAnalyzer.words(of: input))
    var isPut = false
    for word in words {
      if isPut, word.bytes.first != 0x2D { touch(.uses, word, state, at: range) }
      if word.bytes.equals("put") || word.bytes.equals("mput") || word.bytes.equals("reput")
        || word.bytes.equals("send") || word.bytes.equals("-u")
      {
        isPut = true
      }
    }
  }

  /// `cat pipe | sh | nc host port > pipe`: a shell that somebody else types into.
  mutating func noteShellOnConnection(at range: SourceRange) {
    guard makesPipe else { return }
    var runsInput = false
    var connects = false
    for effect in effects {
      if effect.kind == .performs(.unknownPipedCode) { runsInput = true }
      if effect.kind == .performs(.sendRaw) || effect.kind == .connects { connects = true }
    }
    if runsInput, connects { perform(.downloadedCode, at: range) }
  }

  /// `kill $PPID`, `kill $(pgrep claude)`: the client; `pkill .`: everything.
  mutating func noteStopped(_ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange) {
    if arguments.first?.exact?.equals("-0") == true { return }
    for argument in arguments {
      for index in 0..<sources.count where argument.provenance.has(number: index) {
        let source = sources[index]
        guard source.kind == .process else { continue }
        if source.name.equals("claude") || source.name.equals("PPID") {
          perform(.stopClient, subject: source.name, at: range)
        } else if source.name.equals("hook-") {
          perform(.stopHooks, subject: source.name, at: range)
        }
      }
      guard !name.equals("kill"), let pattern = argument.exact else { continue }
      if pattern.isEmpty || pattern.equals(".") || pattern.equals(".*") || pattern.equals("*") {
        perform(.killProcesses, subject: pattern, at: range)
      } else if pattern.equals("hook") || pattern.equals("hooks")
        || pattern.firstRange(of: "security-hooks") != nil
      {
        perform(.stopHooks, subject: pattern, at: range)
      }
    }
  }

  /// `docker ps -aq` and `docker images -q`, with nothing that narrows them.
  private static func listsAll(_ words: List<Field>) -> Bool {
    guard words.count > 1, words[1].bytes.equals("ps") || words[1].bytes.equals("images") else {
      return false
    }
    for word in words.dropFirst(2) {
      let isPlain =
        word.bytes.equals("-a") || word.bytes.equals("-q") || word.bytes.equals("-aq")
        || word.bytes.equals("-qa") || word.bytes.equals("--all") || word.bytes.equals("--quiet")
      if !isPlain { return false }
    }
    return words.count > 2
  }

  /// The processes whose numbers `name` prints: the client's, the hooks', or any.
  mutating func listedProcesses(
    _ name: [UInt8], _ input: Provenance, at range: SourceRange
  ) -> Provenance {
    let lists = name.equals("pgrep") || name.equals("pidof")
    var all = Provenance()
    if name.equals("docker") || name.equals("podman"), EffectAnalyzer.listsAll(words) {
      return provenance(of: FlowSource(.process, [UInt8]("containers"), at: range))
    }
    if name.equals("ps") { all = provenance(of: FlowSource(.process, name, at: range)) }
    let picks =
      name.equals("grep") || name.equals("egrep") || name.equals("awk")
      || name.equals("rg") || name.equals("sed")
    var isPicked = false
    var index = 0
    while picks, index < sources.count {
      if input.has(number: index), sources[index].kind == .process { isPicked = true }
      index += 1
    }
    guard lists || isPicked else { return all }
    for word in words.dropFirst() {
      if word.bytes.firstRange(of: "claude") != nil {
        all.formUnion(provenance(of: FlowSource(.process, [UInt8]("claude"), at: range)))
      } else if word.bytes.firstRange(of: "hook-") != nil
        || word.bytes.firstRange(of: "security-hooks") != nil
      {
        all.formUnion(provenance(of: FlowSource(.process, [UInt8]("hook-"), at: range)))
      }
    }
    return all
  }
}
