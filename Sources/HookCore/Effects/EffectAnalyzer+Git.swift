// SPDX-License-Identifier: MIT

/// `git`: what the option tables cannot say, above all what a push does to which branch.
extension EffectAnalyzer {
  mutating func git(
    _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream? {
    var inner = state
    var position = 0
    while position < arguments.count {
      let bytes = arguments[position].bytes
      if bytes.equals("-C"), position + 1 < arguments.count {
        inner.directory = EffectAnalyzer.joined(inner.directory, arguments[position + 1])
        position += 2
      } else if bytes.equals("-c") || bytes.equals("--config-env"), position + 1 < arguments.count {
        noteConfiguration(arguments[position + 1].bytes, range, &inner)
        position += 2
      } else if bytes.equals("--git-dir") || bytes.equals("--work-tree")
        || bytes.equals("--namespace")
      {
        position += 2
      } else if bytes.first == 0x2D {
        if bytes.hasPrefix("--exec-path=") {
          perform(.steeringVariable, subject: bytes, certain: false, at: range)
        }
        position += 1
      } else {
        break
      }
    }
    guard position < arguments.count, let sub = arguments[position].exact else { return nil }
    let rest = Invocation.rest(arguments, from: position + 1)
    guard let entry = CommandCatalog.entry([UInt8]("git/") + sub) else {
      if let text = GitSettings.alias(sub, in: arguments), text.first != 0x21 {
        var words = List(Field([UInt8]("git ") + text))
        for argument in rest { words.append(Field(ShellQuoting.quoted(argument.bytes))) }
        runCode(words, range, &inner, input)
      }
      return .unknown
    }
    noteRemotes(sub, rest, at: range)
    if sub.equals("rev-parse"), let root = printedRoot(rest, arguments, position, inner) {
      return root
    }
    if sub.equals("commit") || sub.equals("tag") {
      for argument in rest where argument.mayHave(.credential) {
        perform(.printSecretVariable, subject: argument.shown, at: range)
      }
    }
    noteTransports(rest, range, inner)
    noteBranchMoves(sub, rest, at: range)
    noteSkippedHooks(sub, inner, at: range)
    if sub.equals("remote") { noteRemote(rest) }
    if sub.equals("stash"), rest.first?.bytes.equals("show") == true {
      noteObjects(Invocation.rest(rest, from: 1), range, inner)
    }
    if sub.equals("push") { return push(entry, rest, range, &inner, input) }
    if sub.equals("config") { return config(rest, range, &inner) }
    if sub.equals("show") || sub.equals("cat-file") || sub.equals("diff") || sub.equals("log")
      || sub.equals("blame") || sub.equals("archive") || sub.equals("checkout")
      || sub.equals("restore") || sub.equals("annotate") || sub.equals("format-patch")
      || sub.equals("bundle") || sub.equals("fast-export") || sub.hasPrefix("diff-")
      || sub.equals("difftool")
    {
      if GitOutput.mayShowContent(sub, rest) { noteObjects(rest, range, inner) }
      if sub.equals("diff"), rest.first?.bytes.equals("--no-index") == true {
        for argument in rest where argument.bytes.first != 0x2D {
          touch(.readsTree, argument, inner, at: range)
        }
      }
    }
    if sub.equals("checkout") || sub.equals("restore") || sub.equals("rm") || sub.equals("stash")
      || sub.equals("mv") || sub.equals("clone") || sub.equals("worktree") || sub.equals("init")
    {
      for argument in rest { touchIfSettings(argument, inner, at: range) }
    }
    if sub.equals("cat-file") { noteObjects(EffectAnalyzer.words(of: input), range, inner) }
    if sub.equals("stash"), rest.first?.bytes.first == 0x2D || rest.isEmpty,
      let push = CommandCatalog.entry([UInt8]("git/stash/push"))
    {
      return run(push, rest, range, &inner, input)
    }
    if sub.equals("check-ignore") { return EffectAnalyzer.namedFiles(rest) }
    if sub.equals("ls-files"),
      let names = GitOutput.untracked(rest) ?? trackedSecrets(rest, inner)
    {
      return names
    }
    if sub.equals("apply") || sub.equals("am") { patch(rest, range, inner, input) }
    if sub.equals("clean"), GitSettings.cleansUnforced(arguments, before: position) {
      perform(.deleteUntracked, at: range)
    }
    if sub.equals("update-index"), EffectAnalyzer.onlyMarks(rest) { return .unknown }
    if sub.equals("checkout") { return checkout(entry, rest, range, &inner, input) }
    if sub.equals("submodule"), rest.first?.bytes.equals("foreach") == true {
      runCode(withoutOptions(Invocation.rest(rest, from: 1)), range, &inner, input)
      return .unknown
    }
    if sub.equals("bisect"), rest.first?.bytes.equals("run") == true {
      return invoke(Invocation.rest(rest, from: 1), range, &inner, input)
    }
    if sub.equals("rebase") || sub.equals("filter-branch") { runOptionCode(rest, range, &inner) }
    if EffectAnalyzer.asksForHelp(rest) { return .unknown }
    let named = EffectAnalyzer.withoutExclusions(rest, anywhere: sub.equals("add"))
    return run(entry, named, range, &inner, input)
  }

  /// `update-index --skip-worktree name`: a mark in the index, and nothing of the file.
  private static func onlyMarks(_ arguments: List<Field>) -> Bool {
    for argument in arguments {
      let text = argument.bytes
      if text.equals("--skip-worktree") || text.equals("--no-skip-worktree")
        || text.equals("--assume-unchanged") || text.equals("--no-assume-unchanged")
      {
        continue
      }
      if text.first == 0x2D { return false }
    }
    return true
  }

  private func withoutOptions(_ arguments: List<Field>) -> List<Field> {
    var position = 0
    while position < arguments.count, arguments[position].bytes.first == 0x2D { position += 1 }
    return Invocation.rest(arguments, from: position)
  }

  /// `rebase --exec`, `filter-branch --tree-filter` and kin run their argument.
  private mutating func runOptionCode(
    _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState
  ) {
    for index in 0..<arguments.count {
      let bytes = arguments[index].bytes
      if bytes.equals("--exec") || bytes.equals("-x") || bytes.hasSuffix("-filter"),
        index + 1 < arguments.count
      {
        _ = run(code: arguments[index + 1], range, &state, .unknown)
      }
    }
  }

  /// `-c name=value`: some settings are commands, or take the checks of a repository away.
  private mutating func noteConfiguration(
    _ setting: [UInt8], _ range: SourceRange, _ state: inout ShellState
  ) {
    let end = setting.firstIndex(of: 0x3D) ?? setting.count
    let value = end < setting.count ? Array(setting[(end + 1)...]) : []
    noteConfiguration(name: setting[..<end].map { $0 | 0x20 }, value: value, range, &state)
  }

  mutating func noteConfiguration(
    name: [UInt8], value: [UInt8], _ range: SourceRange, _ state: inout ShellState
  ) {
    if name.equals("include.path") || name.hasPrefix("includeif.") {
      return touch(.uses, Field(value), state, at: range)
    }
    if name.equals("core.hookspath") {
      perform(.setHooksPath, subject: name, at: range)
      return
    }
    let isCommand =
      GitSettings.runs(name) || (name.hasPrefix("alias.") && value.first == 0x21)
    guard isCommand, !value.isEmpty else { return }
    let text = value.first == 0x21 ? Array(value.dropFirst()) : value
    _ = run(code: Field(text), range, &state, .empty)
  }

  private mutating func config(
    _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState
  ) -> CommandStream {
    for index in 0..<arguments.count {
      let bytes = arguments[index].bytes
      if bytes.equals("-f") || bytes.equals("--file"), index + 1 < arguments.count {
        touch(.uses, arguments[index + 1], state, at: range)
      } else if bytes.hasPrefix("--file=") {
        touch(.uses, arguments[index].slice(7..<bytes.count), state, at: range)
      }
    }
    for argument in arguments where argument.bytes.hasPrefix("--unset") {
      for name in arguments where name.bytes.map({ $0 | 0x20 }).equals("core.hookspath") {
        perform(.setHooksPath, subject: name.bytes, at: range)
      }
    }
    var plain = List<Field>()
    for argument in arguments where argument.bytes.first != 0x2D { plain.append(argument) }
    if plain.first?.bytes.equals("set") == true { plain = Invocation.rest(plain, from: 1) }
    guard plain.count >= 2 else { return .unknown }
    let name = plain[0].bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    noteConfiguration(name: name, value: plain[1].bytes, range, &state)
    noteKeptSetting(name: name, value: plain[1].bytes, at: range)
    return .empty
  }

  /// `revision:path` shows a file of the repository; `-- path` and bare paths name files.
  private mutating func noteObjects(
    _ arguments: List<Field>, _ range: SourceRange, _ state: ShellState
  ) {
    for argument in arguments {
      if argument.bytes.first == 0x2D, !argument.bytes.hasPrefix("-L") { continue }
      if let name = EffectAnalyzer.pathspec(argument) {
        if let name { touch(.reads, name, state, at: range) }
      } else if let colon = argument.bytes.firstIndex(of: 0x3A), colon + 1 < argument.bytes.count {
        touch(.reads, argument.slice(colon + 1..<argument.bytes.count), state, at: range)
      } else {
        touch(.reads, argument, state, at: range)
      }
    }
  }

  /// The path of a pathspec with magic, `:(icase)x`; none where it leaves out, `:!x`; nil where
  /// the argument is something else.
  private static func pathspec(_ argument: Field) -> Field?? {
    guard let text = argument.exact, text.count > 1, text[0] == 0x3A else { return nil }
    if text[1] == 0x21 || text[1] == 0x5E { return .some(nil) }
    guard text[1] == 0x28, let end = text.firstIndex(of: 0x29) else { return nil }
    for word in text[2..<end].split(separator: 0x2C) where Array(word).equals("exclude") {
      return .some(nil)
    }
    return .some(argument.slice(end + 1..<text.count))
  }

  /// Arguments but pathspecs that leave out; before `--` they may be something else.
  private static func withoutExclusions(
    _ arguments: List<Field>, anywhere: Bool
  ) -> List<Field> {
    var kept = List<Field>()
    var isPathspec = anywhere
    for argument in arguments {
      if argument.bytes.equals("--") { isPathspec = true }
      if isPathspec, let name = pathspec(argument), name == nil { continue }
      kept.append(argument)
    }
    return kept
  }

  /// `git checkout -- paths` and `git checkout .` discard changes; a branch's name does not.
  private mutating func checkout(
    _ entry: CatalogEntry, _ arguments: List<Field>, _ range: SourceRange,
    _ state: inout ShellState, _ input: CommandStream
  ) -> CommandStream {
    var afterDashes = false
    var resolvesConflict = false
    var operands = 0
    for argument in arguments {
      if argument.bytes.equals("--") {
        afterDashes = true
        continue
      }
      if argument.bytes.first == 0x2D, !afterDashes {
        resolvesConflict =
          resolvesConflict || argument.bytes.equals("--ours") || argument.bytes.equals("--theirs")
        continue
      }
      let isDot =
        argument.bytes.equals(".") || argument.bytes.equals("./")
        || argument.bytes.equals(":/") || argument.bytes.equals("*") || argument.hasPattern
      // One side of a conflict in a file by name: `git checkout -m` brings the conflict back.
      if resolvesConflict, !isDot, isFile(argument, state) { continue }
      operands += 1
      if operands > 1, isDirectory(argument, state) {
        perform(.checkoutPaths, subject: argument.shown, at: range)
        return .empty
      }
      if afterDashes || isDot || isFile(argument, state) {
        perform(.checkoutPaths, subject: argument.shown, at: range)
        return .empty
      }
    }
    return run(entry, arguments, range, &state, input)
  }

  private func isDirectory(_ name: Field, _ state: ShellState) -> Bool {
    guard let path = EffectAnalyzer.path(of: FileTarget(name, in: state.directory)),
      let status = try? files.status(path)
    else { return false }
    return status.kind == .directory
  }

  private func isFile(_ name: Field, _ state: ShellState) -> Bool {
    guard let path = EffectAnalyzer.path(of: FileTarget(name, in: state.directory)),
      let status = try? files.status(path)
    else { return false }
    return status.kind == .regular
  }

  /// What a push changes: by refspec, else by the branch that is checked out.
  private mutating func push(
    _ entry: CatalogEntry, _ arguments: List<Field>, _ range: SourceRange,
    _ state: inout ShellState, _ input: CommandStream
  ) -> CommandStream {
    let invocation = Invocation(arguments, as: entry)
    if invocation.has(0x6E) { return .unknown }  // a dry run
    var operands = List<Field>()
    for operand in invocation.operands where operand.role == .plain {
      operands.append(operand.value)
    }
    var isForced = invocation.has(0x66)
    var isDeletion = invocation.has(0x64)
    var hasTag = false
    var isProtected = false
    for index in 1..<Swift.max(1, operands.count) {
      for choice in operands[index].choices {
        var refspec = choice.bytes
        if refspec.first == 0x2B {
          isForced = true
          refspec.removeFirst()
        }
        if refspec.first == 0x3A, refspec.count > 1 { isDeletion = true }
        let colon = refspec.lastIndex(of: 0x3A)
        let target = colon.map { Array(refspec[($0 + 1)...]) } ?? refspec
        if choice.hasGap { continue }
        if target.hasPrefix("refs/tags/") || EffectAnalyzer.isVersion(target) { hasTag = true }
        if target.equals("HEAD") {
          if let branch = currentBranch(state) { isProtected = isProtectedBranch(branch) }
        } else if isProtectedBranch(target) {
          isProtected = true
        }
      }
    }
    if operands.count < 2, !invocation.has(0x74), let branch = currentBranch(state),
      isProtectedBranch(branch)
    {
      isProtected = true
    }
    performActions(of: entry, invocation, state, at: range)
    if let remote = operands.first?.bytes,
      remote.firstRange(of: "://") != nil || remote.contains(0x40) && remote.contains(0x3A),
      isForeignAddress(remote, state)
    {
      perform(.sendOverHttp, subject: EffectAnalyzer.host(of: remote), at: range)
    } else if isNewRemote(operands.first?.bytes) {
      perform(.sendOverHttp, subject: operands.first?.bytes ?? [UInt8]("git"), at: range)
    }
    if isDeletion { perform(hasTag ? .deleteRemoteTag : .deleteRemoteBranch, at: range) }
    if isForced {
      perform(hasTag ? .moveRemoteTag : .forcePush, at: range)
    } else if invocation.has(0x6C) {
      perform(isProtected ? .forcePush : .forcePushWithLease, at: range)
    } else if isProtected {
      perform(.pushProtected, at: range)
    }
    return .unknown
  }

  func isProtectedBranch(_ name: [UInt8]) -> Bool {
    ProtectedBranch.contains(name)
      || terms.isProtected(name.hasPrefix("refs/heads/") ? Array(name.dropFirst(11)) : name)
  }

  /// Whether a push goes to an address that no remote of the repository has.
  private func isForeignAddress(_ remote: [UInt8], _ state: ShellState) -> Bool {
    let isAddress = remote.firstRange(of: "://") != nil || remote.contains(0x40)
    guard isAddress, !remote.hasPrefix("file:"),
      let path = EffectAnalyzer.path(
        of: FileTarget(Field([UInt8](".git/config")), in: state.directory))
    else { return isAddress && !remote.hasPrefix("file:") }
    let settings = (try? files.contents(path, limit: ScriptLimits.size)) ?? []
    return EffectAnalyzer.split(settings, at: remote) == nil
  }

  /// Names that are tags nearly always: `v1.2.3`.
  private static func isVersion(_ name: [UInt8]) -> Bool {
    name.count > 1 && name[0] == 0x76 && (0x30...0x39).contains(name[1])
  }

  /// What `git rev-parse --show-toplevel` prints; nil where something else may say where that is.
  private func printedRoot(
    _ rest: List<Field>, _ arguments: List<Field>, _ position: Int, _ state: ShellState
  ) -> CommandStream? {
    guard rest.count == 1, rest[0].bytes.equals("--show-toplevel"),
      state.variable([UInt8]("GIT_DIR")) == nil, state.variable([UInt8]("GIT_WORK_TREE")) == nil,
      position == 0 || position == 2 && arguments[0].bytes.equals("-C"),
      let directory = state.directory.exact,
      let repository = GitRepository(holding: directory, files: files)
    else { return nil }
    return CommandStream(text: Field(repository.root + [0x0A]))
  }

  /// The branch that `HEAD` names, read from `.git` without running git.
  private func currentBranch(_ state: ShellState) -> [UInt8]? {
    guard let directory = state.directory.exact else { return nil }
    return GitRepository(holding: directory, files: files)?.branch
  }
}

/// Branches that others build on.
enum ProtectedBranch {
  static func contains(_ name: [UInt8]) -> Bool {
    let branch = name.hasPrefix("refs/heads/") ? Array(name.dropFirst(11)) : name
    return branch.equals("main") || branch.equals("master") || branch.equals("trunk")
      || branch.equals("production") || branch.equals("prod") || branch.equals("release")
      || branch.hasPrefix("release/") || branch.hasPrefix("releases/") || branch.equals("stable")
  }
}
