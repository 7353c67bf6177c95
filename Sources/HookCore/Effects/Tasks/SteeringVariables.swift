// SPDX-License-Identifier: MIT

/// Variables that make the programs after them run code.
enum SteeringVariable {
  /// The value is a command line.
  case command
  /// A prompt, whose substitutions a shell runs: `PS1`, `PS4`.
  case prompt
  /// A command line behind a bar: `LESSOPEN`.
  case filter
  /// Libraries that every program loads.
  case library
  /// A script that every shell runs first.
  case shellStart
  /// Options of an interpreter, which can name files to load.
  case options(CodeLanguage)
  /// A file that Python runs first.
  case pythonStart
  /// Directories in which Python looks for what it loads.
  case pythonPath
  /// `GIT_CONFIG_KEY_n` and `GIT_CONFIG_VALUE_n`.
  case gitSetting
  /// Where the client's settings are.
  case settings
  /// Starts the client without its protections.
  case protection

  init?(_ name: [UInt8]) {
    if SteeringVariable.holdsCommand(name) {
      self = .command
    } else if name.equals("PS0") || name.equals("PS1") || name.equals("PS2")
      || name.equals("PS4")
    {
      self = .prompt
    } else if name.equals("LESSOPEN") || name.equals("LESSCLOSE") {
      self = .filter
    } else if name.equals("LD_PRELOAD") || name.equals("LD_AUDIT")
      || name.hasPrefix("DYLD_INSERT")
    {
      self = .library
    } else if name.equals("BASH_ENV") {
      self = .shellStart
    } else if name.equals("NODE_OPTIONS") {
      self = .options(.javascript)
    } else if name.equals("RUBYOPT") {
      self = .options(.ruby)
    } else if name.equals("PERL5OPT") {
      self = .options(.perl)
    } else if name.equals("PYTHONSTARTUP") {
      self = .pythonStart
    } else if name.equals("PYTHONPATH") {
      self = .pythonPath
    } else if name.hasPrefix("GIT_CONFIG_VALUE_") || name.hasPrefix("GIT_CONFIG_KEY_") {
      self = .gitSetting
    } else if name.equals("CLAUDE_CONFIG_DIR") {
      self = .settings
    } else if name.equals("CLAUDE_CODE_SIMPLE") {
      self = .protection
    } else {
      return nil
    }
  }

  private static func holdsCommand(_ name: [UInt8]) -> Bool {
    if name.hasSuffix("EDITOR") || name.hasSuffix("PAGER") || name.hasSuffix("ASKPASS") {
      return true
    }
    return name.equals("VISUAL") || name.equals("BROWSER") || name.equals("PROMPT_COMMAND")
      || name.equals("GIT_SSH_COMMAND") || name.equals("GIT_EXTERNAL_DIFF")
      || name.equals("GIT_SSH") || name.equals("GIT_PROXY_COMMAND") || name.equals("RSYNC_RSH")
      || name.equals("SVN_SSH") || name.equals("CVS_RSH") || name.equals("RUSTC_WRAPPER")
      || name.equals("FCEDIT")
  }
}

/// What such variables make the next commands run is judged with them.
extension EffectAnalyzer {
  /// Judges the value that `name` was given, for the next command or, exported, for all.
  mutating func steer(
    _ name: [UInt8], _ value: Field, isExported: Bool, at range: SourceRange, _ state: ShellState
  ) {
    guard let variable = SteeringVariable(name) else { return }
    switch variable {
    case .command:
      for choice in value.choices {
        // What was set before stays as it was: `EDITOR=${EDITOR:-vi}`.
        if isExported, choice.bytes.count == 1, choice.hasGap { continue }
        if EffectAnalyzer.isPublic(choice.bytes) {
          perform(.steeringVariable, subject: name, certain: false, at: range)
        }
        var child = state
        _ = run(code: choice, range, &child, .empty)
      }
    case .prompt:
      guard let text = value.exact, text.contains(0x24) || text.contains(0x60) else { return }
      var child = state
      _ = run(code: Field([UInt8](": \"") + text + [0x22]), range, &child, .empty)
    case .filter:
      let bars = value.bytes.prefix { $0 == 0x7C || $0 == 0x2D }.count
      var child = state
      _ = run(code: value.slice(bars..<value.bytes.count), range, &child, .empty)
    case .library: judgeLibraries(value, name, at: range)
    case .shellStart:
      if value.bytes.isEmpty { return }
      var child = state
      touch(.executes, value, state, at: range)
      if !runScript(value, List(), range, &child, .empty) {
        perform(.steeringVariable, subject: name, certain: false, at: range)
      }
    case .options(let language): judgeOptions(value, language, at: range, state)
    case .pythonStart: runLoaded(value, .python, at: range, state)
    case .pythonPath:
      for entry in EffectAnalyzer.entries(of: value) where !entry.hasGap {
        var file = entry
        file.append([UInt8]("/sitecustomize.py"))
        runLoaded(file, .python, at: range, state, onlyIfThere: true)
      }
    case .gitSetting: judgeGitSetting(name, at: range, state)
    case .settings: perform(.changeSettingsPlace, subject: name, at: range)
    case .protection: perform(.startUnprotected, subject: name, at: range)
    }
  }

  /// Libraries of the system may be loaded; others are code that nobody can read.
  private mutating func judgeLibraries(_ value: Field, _ name: [UInt8], at range: SourceRange) {
    for part in value.bytes.split(whereSeparator: { $0 == 0x3A || $0 == 0x20 }) {
      let path = Array(part)
      if !path.contains(0x2F) && !value.hasGap { continue }
      if path.hasPrefix("/usr/lib") || path.hasPrefix("/lib") || path.hasPrefix("/opt/homebrew/lib")
        || path.hasPrefix("/usr/local/lib")
      {
        if path.firstRange(of: "/../") == nil { continue }
      }
      return perform(.steeringVariable, subject: name, certain: false, at: range)
    }
  }

  /// `--require file`, `--import file`, `-r file`, `-Mmodule`.
  private mutating func judgeOptions(
    _ value: Field, _ language: CodeLanguage, at range: SourceRange, _ state: ShellState
  ) {
    if language == .perl {
      guard let place = value.bytes.firstRange(of: "-M") ?? value.bytes.firstRange(of: "-m") else {
        return
      }
      var code = Field([UInt8]("use "))
      code.append(value.slice(place.upperBound..<value.bytes.count), quoted: true)
      var child = state
      run(code: code, in: .perl, prints: false, range, &child)
      if value.bytes.contains(0x2F) {
        perform(.steeringVariable, subject: value.shown, certain: false, at: range)
      }
      return
    }
    var loads = false
    for word in value.bytes.split(separator: 0x20) {
      let word = Array(word)
      if loads {
        loads = false
        runLoaded(Field(word), language, at: range, state)
        continue
      }
      let end = word.firstIndex(of: 0x3D) ?? word.count
      let name = Array(word[..<end])
      if name.equals("--require") || name.equals("--import") || name.equals("--loader")
        || name.equals("--experimental-loader") || name.equals("-r")
      {
        if end < word.count {
          runLoaded(Field(Array(word[(end + 1)...])), language, at: range, state)
        } else {
          loads = true
        }
      } else if language == .ruby, word.hasPrefix("-r") {
        runLoaded(Field(Array(word.dropFirst(2))), language, at: range, state)
      }
    }
  }

  /// A file that an interpreter loads; a bare name is one of its libraries.
  private mutating func runLoaded(
    _ name: Field, _ language: CodeLanguage, at range: SourceRange, _ state: ShellState,
    onlyIfThere: Bool = false
  ) {
    if name.bytes.hasPrefix("data:") || name.bytes.hasPrefix("http") {
      return perform(.steeringVariable, subject: name.shown, at: range)
    }
    guard language == .python || name.bytes.first == 0x2E || name.bytes.first == 0x2F else {
      return
    }
    if EffectAnalyzer.isPublic(name.bytes) {
      perform(.steeringVariable, subject: name.shown, certain: false, at: range)
    }
    var file = name
    if language == .ruby, !name.bytes.hasSuffix(".rb") { file.append([UInt8](".rb")) }
    if !onlyIfThere { touch(.executes, file, state, at: range) }
    var child = state
    runFile(file, in: language, range, &child)
  }

  /// Whether a file lies where every user may put one.
  static func isPublic(_ path: [UInt8]) -> Bool {
    path.hasPrefix("/tmp/") || path.hasPrefix("/var/tmp/") || path.hasPrefix("/dev/shm/")
  }

  /// The entries of a list of directories.
  static func entries(of value: Field) -> List<Field> {
    var entries = List<Field>()
    var start = 0
    for index in 0...value.bytes.count {
      guard index == value.bytes.count || value.bytes[index] == 0x3A else { continue }
      entries.append(value.slice(start..<index))
      start = index + 1
    }
    return entries
  }

  /// The pair of `GIT_CONFIG_KEY_n` and `GIT_CONFIG_VALUE_n`, once both are there.
  private mutating func judgeGitSetting(
    _ name: [UInt8], at range: SourceRange, _ state: ShellState
  ) {
    guard let mark = name.lastIndex(of: 0x5F) else { return }
    let number = name[mark...]
    guard let key = state.variable([UInt8]("GIT_CONFIG_KEY") + number)?.value,
      let value = state.variable([UInt8]("GIT_CONFIG_VALUE") + number)?.value
    else { return }
    for key in key.choices where key.isLiteral {
      for value in value.choices {
        var child = state
        noteConfiguration(name: key.bytes.map { $0 | 0x20 }, value: value.bytes, range, &child)
      }
    }
  }

  /// Runs the script that a bare `name` means where this command line changed `PATH`.
  mutating func runFromPath(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> Bool {
    guard !state.variables.isEmpty, let path = state.variable([UInt8]("PATH")) else { return false }
    for choice in path.value.choices {
      for entry in EffectAnalyzer.entries(of: choice) where !entry.hasGap {
        var file = entry.bytes.isEmpty ? Field([0x2E]) : entry
        file.append([0x2F] + name)
        guard let bytes = file.exact else { continue }
        if EffectAnalyzer.isSystemPath(bytes) { continue }
        for place in EffectAnalyzer.paths(of: FileTarget(file, in: state.directory)) {
          guard
            writtenContent(of: place) != nil || (try? files.status(place)) != nil
              || isForeign(place)
          else { continue }
          touch(.executes, file, state, at: range)
          if runScript(Field(place), arguments, range, &state, input) { return true }
        }
      }
    }
    return false
  }

  private func isForeign(_ path: [UInt8]) -> Bool {
    for tree in foreignTrees where path.starts(with: tree.path) { return true }
    return false
  }
}
