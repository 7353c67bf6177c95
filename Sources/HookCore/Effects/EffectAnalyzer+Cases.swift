// SPDX-License-Identifier: MIT

/// What single commands do that neither tables nor rules of their own say: one look at each.
extension EffectAnalyzer {
  mutating func noteSpecialCase(
    _ name: [UInt8], _ arguments: List<Field>, _ input: CommandStream, _ range: SourceRange,
    _ state: ShellState
  ) {
    if name.equals("docker") || name.equals("podman") || name.equals("nerdctl") {
      noteContainer(arguments, range, state)
    } else if name.equals("kubectl") || name.equals("oc") || name.equals("k") {
      noteSecretListing(arguments, range)
    } else if name.equals("redis-cli") || name.equals("valkey-cli") || name.equals("keydb-cli") {
      noteRedis(arguments, input, range, state)
    } else if name.equals("vim") || name.equals("nvim") || name.equals("vi") {
      noteEdited(arguments, range, state)
      for argument in arguments where argument.bytes.hasPrefix("+!") {
        var inner = state
        _ = run(code: argument.slice(2..<argument.bytes.count), range, &inner, .empty)
      }
    } else if name.equals("dotenv") {
      for index in 1..<max(1, arguments.count) where arguments[index - 1].bytes.equals("-f") {
        touch(.reads, arguments[index], state, at: range)
      }
    } else if EffectAnalyzer.compiles(name) {
      noteSources(arguments, input, range, state)
    } else if name.equals("ln") {
      noteLink(arguments, state)
    } else if name.equals("chmod") {
      noteMode(arguments, range, state)
    } else if name.equals("claude") {
      noteOtherHome(range, state)
    } else if name.equals("php") || name.equals("httpd") {
      noteServer(arguments, range)
    } else if name.equals("swift"), arguments.first?.bytes.equals("-e") == true {
      var inner = state
      for code in arguments.dropFirst().prefix(1) {
        run(code: code, in: .other, prints: false, range, &inner)
      }
    } else if name.equals("java"), arguments.count > 1, arguments[0].bytes.equals("-jar"),
      EffectAnalyzer.lastComponent(arguments[1].bytes).hasPrefix("bfg")
    {
      perform(.rewriteHistory, subject: [UInt8]("bfg"), at: range)
    } else if name.equals("aws") || name.equals("gsutil") || name.equals("gcloud") {
      noteUpload(name, arguments, range)
    } else if name.equals("sysctl") || name.equals("envsubst") || name.equals("terraform")
      || name.equals("tofu")
    {
      noteOperands(name, arguments, input, range)
    } else if name.equals("mongosh") || name.equals("mongo") {
      for argument in arguments where argument.bytes.firstRange(of: "].drop()") != nil {
        perform(.clearDataStore, subject: name, on: state, at: range)
      }
    } else if name.equals("node") || name.equals("bun") {
      noteAddresses(name, arguments, range, state)
    } else if name.equals("logger") || name.equals("wall") || name.equals("write") {
      for argument in arguments where argument.mayHave(.credential) {
        perform(.printSecretVariable, subject: argument.shown, at: range)
      }
    } else if name.equals("install") {
      noteInstalledMode(arguments, range)
    } else if name.equals("patch") {
      patch(arguments, range, state, input)
    } else if name.equals("socat") {
      noteSocat(arguments, range, state)
    } else if name.equals("tftp") || name.equals("sftp") || name.equals("ftp") {
      notePut(arguments, input, range, state)
    } else if name.equals("mkfifo") || name.equals("mknod") {
      makesPipe = true
    } else if name.equals("kill") || name.equals("pkill") || name.equals("killall")
      || name.equals("skill")
    {
      noteStopped(name, arguments, range)
    } else if name.equals("mv"), arguments.last?.bytes.equals("/dev/null") == true {
      for argument in arguments { touch(.deletes, argument, state, at: range) }
    } else if name.equals("psql") || name.equals("mysql") {
      if input.origins.contains(.network) { perform(.downloadedCode, at: range) }
      for argument in arguments
      where argument.bytes.firstRange(of: "pg_shadow") != nil
        || argument.bytes.firstRange(of: "pg_authid") != nil
      {
        perform(.printStoredLogin, subject: name, at: range)
      }
    } else if name.equals("at") || name.equals("batch") || name.equals("newgrp") {
      var inner = state
      _ = runInput(input, range, &inner)
    } else if name.equals("crontab") {
      runSchedule(input, range, state)
    } else if name.equals("launchctl"), arguments.first?.bytes.equals("getenv") == true {
      _ = printenv(Invocation.rest(arguments, from: 1), range)
    } else if name.equals("ngrok") {
      for argument in arguments where argument.bytes.hasPrefix("file://") {
        touch(.readsTree, argument.slice(7..<argument.bytes.count), state, at: range)
      }
    } else if name.equals("gdb") || name.equals("lldb") || name.equals("strace")
      || name.equals("ltrace") || name.equals("gcore")
    {
      noteStopped(name, arguments, range)
      for argument in arguments where argument.bytes.firstRange(of: "show env") != nil {
        perform(.printProcessEnvironment, subject: name, at: range)
      }
    }
  }

  /// The commands of a table for `crontab`: what is left of each line behind its times.
  private mutating func runSchedule(
    _ input: CommandStream, _ range: SourceRange, _ state: ShellState
  ) {
    guard let text = input.text?.exact else { return }
    for line in text.split(separator: 0x0A) {
      var rest = line.drop { $0 <= 0x20 }
      let times = rest.first == 0x40 ? 1 : EffectAnalyzer.timesOfSchedule
      for _ in 0..<times { rest = rest.drop { $0 > 0x20 }.drop { $0 <= 0x20 } }
      if line.first == 0x23 || rest.isEmpty { continue }
      var inner = state
      _ = run(code: Field(Array(rest)), range, &inner, .empty)
    }
  }

  /// Minute, hour, day, month and day of the week.
  private static let timesOfSchedule = 5

  /// What of the machine a container is given, and what shows its environment.
  private mutating func noteContainer(
    _ arguments: List<Field>, _ range: SourceRange, _ state: ShellState
  ) {
    var isRun = false
    noteComposedBuild(arguments, range, state)
    noteAllContainers(arguments, range)
    for index in 0..<arguments.count {
      let bytes = arguments[index].bytes
      if bytes.equals("run") || bytes.equals("create") { isRun = true }
      if bytes.firstRange(of: ".Config.Env") != nil || bytes.firstRange(of: ".Env}") != nil {
        perform(.printEnvironment, subject: [UInt8]("inspect"), at: range)
      }
      guard isRun else { continue }
      if bytes.hasPrefix("--device") || bytes.firstRange(of: "=unconfined") != nil
        || bytes.hasPrefix("--volumes-from")
      {
        perform(.runPrivilegedContainer, subject: bytes, at: range)
      }
      let isShort = bytes.hasPrefix("-v")
      guard isShort || bytes.hasPrefix("--volume") || bytes.hasPrefix("--mount") else { continue }
      let equals = bytes.firstIndex(of: 0x3D)
      if isShort, bytes.count > 2 {
        noteMount(arguments[index].slice(2..<bytes.count), range, state)
      } else if !isShort, let equals {
        noteMount(arguments[index].slice(equals + 1..<bytes.count), range, state)
      } else if index + 1 < arguments.count {
        noteMount(arguments[index + 1], range, state)
      }
    }
  }

  /// `docker rm $(docker ps -aq)`: every container there is.
  private mutating func noteAllContainers(_ arguments: List<Field>, _ range: SourceRange) {
    guard let verb = arguments.first?.bytes,
      verb.equals("rm") || verb.equals("rmi") || verb.equals("kill")
    else { return }
    for argument in arguments {
      for index in 0..<sources.count where argument.provenance.has(number: index) {
        if sources[index].kind == .process, sources[index].name.equals("containers") {
          perform(.deleteContainers, subject: verb, at: range)
        }
      }
    }
  }

  /// `source:target` and `type=bind,source=…,target=…`.
  private mutating func noteMount(_ value: Field, _ range: SourceRange, _ state: ShellState) {
    guard let text = value.exact else { return }
    var source = Array(text.prefix { $0 != 0x3A })
    if source.firstRange(of: ",") != nil {
      for part in text.split(separator: 0x2C) {
        let part = Array(part)
        if part.hasPrefix("source=") { source = Array(part.dropFirst(7)) }
        if part.hasPrefix("src=") { source = Array(part.dropFirst(4)) }
      }
    }
    source = AbsolutePath.expandingHome(source, home: state.home)
    guard source.first == 0x2F || source.first == 0x2E,
      let path = EffectAnalyzer.path(of: FileTarget(Field(source), in: state.directory))
    else { return }
    if path.count == 1 || path == state.home || path.equals("/etc") || path.equals("/home")
      || path.equals("/root") || path.hasSuffix("/docker.sock") || path.equals("/proc")
    {
      perform(.runPrivilegedContainer, subject: path, at: range)
    }
    touch(.uses, Field(path), state, at: range)
  }

  /// `kubectl get cm,secret` and `kubectl get --raw …/secrets`.
  private mutating func noteSecretListing(_ arguments: List<Field>, _ range: SourceRange) {
    var isGet = false
    // Without a format only the names are listed.
    var hasFormat = false
    for argument in arguments {
      if argument.bytes.hasPrefix("-o") || argument.bytes.hasPrefix("--") { hasFormat = true }
    }
    for argument in arguments {
      // `-o jsonpath='{..env}'`: the variables of containers with their values.
      if isGet,
        argument.bytes.firstRange(of: "..env") != nil
          || argument.bytes.firstRange(of: ".env}") != nil
      {
        perform(.printClusterSecret, subject: argument.shown, at: range)
      }
      if argument.bytes.equals("get") { isGet = true }
      if isGet, hasFormat,
        argument.bytes.firstRange(of: ",secret") != nil
          || argument.bytes.firstRange(of: "/secrets") != nil
      {
        perform(.printClusterSecret, subject: argument.shown, at: range)
      }
    }
  }

  /// `redis-cli command`, in any case, as arguments or on standard input.
  private mutating func noteRedis(
    _ arguments: List<Field>, _ input: CommandStream, _ range: SourceRange, _ state: ShellState
  ) {
    var words = List<[UInt8]>()
    for argument in arguments { words.append(argument.bytes) }
    for text in (input.text ?? Field()).choices {
      for word in text.bytes.split(whereSeparator: { $0 <= 0x20 }) { words.append(Array(word)) }
    }
    for index in 1..<max(1, arguments.count) where arguments[index].hasGap {
      let verb = arguments[index - 1].bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      if verb.equals("del") || verb.equals("unlink") {
        perform(.clearDataStore, subject: [UInt8]("redis"), on: state, at: range)
      }
    }
    for word in words {
      let word = word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      if word.equals("flushall") || word.equals("flushdb") || word.equals("shutdown")
        || word.firstRange(of: "'flush") != nil || word.equals("swapdb") || word.equals("debug")
      {
        perform(.clearDataStore, subject: [UInt8]("redis"), on: state, at: range)
      } else if word.equals("requirepass") {
        perform(.printStoredLogin, subject: [UInt8]("redis"), at: range)
      }
    }
  }

  /// `install -m 4755`: the mode that the copy gets.
  private mutating func noteInstalledMode(_ arguments: List<Field>, _ range: SourceRange) {
    for index in 0..<arguments.count {
      let bytes = arguments[index].bytes
      var mode: [UInt8]?
      if bytes.equals("-m"), index + 1 < arguments.count { mode = arguments[index + 1].bytes }
      if bytes.hasPrefix("-m"), bytes.count > 2 { mode = Array(bytes.dropFirst(2)) }
      if bytes.hasPrefix("--mode=") { mode = Array(bytes.dropFirst(7)) }
      guard let mode else { continue }
      let isNumber = mode.allSatisfy { $0 >= 0x30 && $0 <= 0x37 }
      if isNumber ? mode.count == 4 && mode[0] >= 0x32 : mode.contains(0x73) {
        perform(.setIdBit, at: range)
      }
    }
  }
}
