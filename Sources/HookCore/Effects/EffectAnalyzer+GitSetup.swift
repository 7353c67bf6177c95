// SPDX-License-Identifier: MIT

/// What git is told of branches, remotes and settings, and what that leads to.
extension EffectAnalyzer {
  /// `git fetch origin +main:main` and `git checkout -B main commit`: what only the branch held
  /// is lost.
  mutating func noteBranchMoves(
    _ sub: [UInt8], _ arguments: List<Field>, at range: SourceRange
  ) {
    if sub.equals("fetch") || sub.equals("pull") {
      var isForced = false
      for argument in arguments
      where argument.bytes.equals("-f") || argument.bytes.equals("--force") { isForced = true }
      for argument in arguments {
        guard let colon = argument.bytes.lastIndex(of: 0x3A),
          isForced || argument.bytes.first == 0x2B
        else { continue }
        let target = Array(argument.bytes[(colon + 1)...])
        if isProtectedBranch(target) { perform(.forceDeleteBranch, subject: target, at: range) }
      }
    } else if sub.equals("checkout") || sub.equals("switch") {
      for index in 0..<arguments.count {
        let bytes = arguments[index].bytes
        guard bytes.equals("-B") || bytes.equals("-C") || bytes.equals("--force-create"),
          index + 2 < arguments.count, isProtectedBranch(arguments[index + 1].bytes),
          !arguments[index + 2].bytes.hasPrefix("origin/")
        else { continue }
        perform(.forceDeleteBranch, subject: arguments[index + 1].bytes, at: range)
      }
    }
  }

  /// `git clone 'ext::sh -c …'`: a transport that is a command line.
  mutating func noteTransports(
    _ arguments: List<Field>, _ range: SourceRange, _ state: ShellState
  ) {
    for argument in arguments where argument.bytes.hasPrefix("ext::") {
      var inner = state
      _ = run(code: argument.slice(5..<argument.bytes.count), range, &inner, .empty)
      perform(.steeringVariable, subject: argument.shown, certain: false, at: range)
    }
  }

  /// `HUSKY=0 git commit`: the hooks that Husky manages do not run.
  mutating func noteSkippedHooks(_ sub: [UInt8], _ state: ShellState, at range: SourceRange) {
    guard sub.equals("commit") || sub.equals("push") || sub.equals("merge"),
      !state.variables.isEmpty
    else { return }
    var number: UInt8 = 0
    while let (name, value) = EffectAnalyzer.hookSwitch(number) {
      number += 1
      if state.variable([UInt8](name))?.value.exact?.equals(value) == true {
        perform(.skipGitHooks, subject: [UInt8](name), at: range)
      }
    }
  }

  /// Variables that switch a manager of hooks off, and the value that does.
  private static func hookSwitch(_ number: UInt8) -> (name: StaticString, value: StaticString)? {
    switch number {
    case 0: ("HUSKY", "0")
    case 1: ("HUSKY_SKIP_HOOKS", "1")
    case 2: ("LEFTHOOK", "0")
    case 3: ("OVERCOMMIT_DISABLE", "1")
    case 4: ("SKIP", "all")
    default: nil
    }
  }

  /// `git check-ignore name…` prints those names again that are ignored, as secret files are.
  static func namedFiles(_ arguments: List<Field>) -> CommandStream {
    var names = List<Field>()
    for argument in arguments where argument.bytes.first != 0x2D {
      names.append(contentsOf: argument.choices)
    }
    return CommandStream(text: names.isEmpty ? Field() : Field.oneOf(names), origins: .command)
  }

  /// `git remote add name address` and `set-url`: a push after it goes where nobody has agreed to.
  mutating func noteRemote(_ arguments: List<Field>) {
    guard let verb = arguments.first?.bytes, verb.equals("add") || verb.equals("set-url") else {
      return
    }
    var words = List<Field>()
    for argument in Invocation.rest(arguments, from: 1) where argument.bytes.first != 0x2D {
      words.append(argument)
    }
    guard words.count > 1 else { return }
    newRemotes.append(words[0].bytes)
  }

  /// Whether a push goes to a remote that this command line has given its address.
  func isNewRemote(_ name: [UInt8]?) -> Bool {
    guard !newRemotes.isEmpty else { return false }
    guard let name else { return true }
    for remote in newRemotes where remote == name { return true }
    return false
  }

  /// Settings that are kept: code of other directories that git will run, addresses that become
  /// others, files of further settings.
  mutating func noteKeptSetting(name: [UInt8], value: [UInt8], at range: SourceRange) {
    if name.hasPrefix("include.path") || name.hasPrefix("includeif.")
      || name.equals("init.templatedir")
    {
      return perform(.steeringVariable, subject: name, certain: false, at: range)
    }
    if name.hasPrefix("url."), name.hasSuffix(".insteadof") || name.hasSuffix(".pushinsteadof") {
      let end = name.lastIndex(of: 0x2E) ?? name.count
      let host = GitSettings.host(Array(name[4..<max(4, end)]))
      if host != GitSettings.host(value) {
        perform(.steeringVariable, subject: name, certain: false, at: range)
      }
      return
    }
    if name.equals("http.sslverify"), value.equals("false") || value.equals("0") {
      return perform(.steeringVariable, subject: name, certain: false, at: range)
    }
    let isAlias = name.hasPrefix("alias.") && value.first == 0x21
    guard isAlias || GitSettings.runs(name) else { return }
    let text = value.first == 0x21 ? Array(value.dropFirst()) : value
    let program = Array(text.prefix { $0 > 0x20 })
    let isShell = EffectAnalyzer.isShell(program) && program.count < text.count
    guard isShell || program.contains(0x2F) && !EffectAnalyzer.isSystemPath(program) else { return }
    perform(.steeringVariable, subject: name, certain: false, at: range)
  }
}
