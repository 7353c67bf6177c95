// SPDX-License-Identifier: MIT

/// What a call of npm, pnpm, yarn or bun asks of the scripts in `package.json`.
struct PackageRequest {
  enum Manager {
    case npm
    case pnpm
    case yarn
    case bun
  }

  enum Task {
    /// A script by name.
    case script([UInt8])
    /// What an installation of the project's own packages runs.
    case installation
    /// `restart`: its own script, else `stop` and `start`.
    case restart
    /// `npm pkg set scripts.x=text`.
    case change(List<Field>)
    /// Something else.
    case none
  }

  let manager: Manager
  var directory: Field
  var workspace: Field?
  var task = Task.none
  /// What is appended to the script.
  var arguments = List<Field>()
  /// The script's name is also that of a command of the manager, which comes first.
  var isGuess = false

  init?(_ name: [UInt8], _ arguments: List<Field>, _ state: ShellState) {
    if name.equals("npm") {
      manager = .npm
    } else if name.equals("pnpm") {
      manager = .pnpm
    } else if name.equals("yarn") {
      manager = .yarn
    } else if name.equals("bun") {
      manager = .bun
    } else {
      return nil
    }
    directory = state.directory
    var position = 0
    takeOptions(arguments, &position)
    guard position < arguments.count else {
      if manager == .yarn { task = .installation }
      return
    }
    guard let word = arguments[position].exact else { return }
    position += 1
    take(word, arguments, &position)
  }

  /// The options before a subcommand or script, of which some name a place.
  private mutating func takeOptions(_ arguments: List<Field>, _ position: inout Int) {
    while position < arguments.count, arguments[position].bytes.first == 0x2D {
      let argument = arguments[position]
      let bytes = argument.bytes
      if bytes.equals("--") { return }
      position += 1
      let end = bytes.firstIndex(of: 0x3D) ?? bytes.count
      let name = Array(bytes[..<end])
      let isPlace = isDirectoryOption(name)
      let isWorkspace =
        name.equals("-w") && manager == .npm || name.equals("--workspace")
        || name.equals("--filter")
        || name.equals("-F")
      guard isPlace || isWorkspace || name.equals("--loglevel") else { continue }
      var value = argument.slice(min(end + 1, bytes.count)..<bytes.count)
      if end == bytes.count {
        guard position < arguments.count else { return }
        value = arguments[position]
        position += 1
      }
      if isPlace { directory = EffectAnalyzer.joined(directory, value) }
      if isWorkspace { workspace = value }
    }
  }

  private func isDirectoryOption(_ name: [UInt8]) -> Bool {
    switch manager {
    case .npm: name.equals("--prefix") || name.equals("-C")
    case .pnpm: name.equals("-C") || name.equals("--dir") || name.equals("--prefix")
    case .yarn, .bun: name.equals("--cwd")
    }
  }

  /// Takes the subcommand `word` and what follows it.
  private mutating func take(_ word: [UInt8], _ arguments: List<Field>, _ position: inout Int) {
    if word.equals("run") || word.equals("run-script") || word.equals("rum") || word.equals("urn") {
      takeOptions(arguments, &position)
      guard position < arguments.count, let script = arguments[position].exact else { return }
      return takeScript(script, arguments, position + 1)
    }
    if manager == .yarn, word.equals("workspace"), position + 1 < arguments.count,
      let script = arguments[position + 1].exact
    {
      workspace = arguments[position]
      position += 2
      return take(script, arguments, &position)
    }
    if word.equals("test") || word.equals("t") || word.equals("tst") {
      return manager == .bun ? () : takeScript([UInt8]("test"), arguments, position)
    }
    if word.equals("start") || word.equals("stop") { return takeScript(word, arguments, position) }
    if word.equals("restart") {
      task = .restart
      return
    }
    if word.equals("pkg"), position < arguments.count, arguments[position].bytes.equals("set") {
      task = .change(Invocation.rest(arguments, from: position + 1))
      return
    }
    if PackageRequest.installs(word) {
      return takeInstallation(Invocation.rest(arguments, from: position))
    }
    guard manager != .npm, !PackageRequest.isOwnCommand(word) else { return }
    isGuess = true
    takeScript(word, arguments, position)
  }

  private static func installs(_ word: [UInt8]) -> Bool {
    word.equals("install") || word.equals("i") || word.equals("ci") || word.equals("clean-install")
      || word.equals("install-clean") || word.equals("rebuild")
  }

  private mutating func takeInstallation(_ arguments: List<Field>) {
    for argument in arguments {
      if argument.bytes.equals("--ignore-scripts") { return }
      if isDirectoryOption(Array(argument.bytes.prefix { $0 != 0x3D })) {
        var position = 0
        return takePlace(arguments, &position)
      }
      // A package by name: the project's own scripts do not run.
      if argument.bytes.first != 0x2D { return }
    }
    task = .installation
  }

  private mutating func takePlace(_ arguments: List<Field>, _ position: inout Int) {
    takeOptions(arguments, &position)
    if position >= arguments.count { task = .installation }
  }

  /// Takes a script and its arguments: npm keeps options before `--` to itself.
  private mutating func takeScript(_ name: [UInt8], _ rest: List<Field>, _ start: Int) {
    task = .script(name)
    var isOver = manager != .npm
    var position = start
    while position < rest.count {
      let argument = rest[position]
      if !isOver, argument.bytes.first == 0x2D {
        if argument.bytes.equals("--") {
          isOver = true
          position += 1
        } else {
          let before = position
          takeOptions(rest, &position)
          if position == before { position += 1 }
        }
        continue
      }
      position += 1
      if isOver, position == start + 1, argument.bytes.equals("--") { continue }
      arguments.append(argument)
    }
  }

  /// Words that pnpm, yarn and bun take for commands of their own.
  private static func isOwnCommand(_ word: [UInt8]) -> Bool {
    word.equals("add") || word.equals("remove") || word.equals("init") || word.equals("publish")
      || word.equals("dlx") || word.equals("exec") || word.equals("create") || word.equals("global")
      || word.equals("link") || word.equals("why") || word.equals("up") || word.equals("upgrade")
      || word.equals("update") || word.equals("node") || word.equals("x") || word.equals("rm")
      || word.equals("config") || word.equals("cache") || word.equals("info") || word.equals("pm")
  }
}
