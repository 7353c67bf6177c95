// SPDX-License-Identifier: MIT

/// A symbolic link that a command line makes, and where it leads.
struct MadeLink {
  var path: [UInt8]
  var target: [UInt8]
}

/// What single options and variables mean that stand for more: modes, addresses, homes.
extension EffectAnalyzer {
  /// `chmod`: hooks that start or stop to run, and trees that nobody can read any more.
  mutating func noteMode(_ arguments: List<Field>, _ range: SourceRange, _ state: ShellState) {
    var recurses = false
    var mode: [UInt8]?
    for argument in arguments {
      let bytes = argument.bytes
      if bytes.equals("-R") || bytes.equals("--recursive") {
        recurses = true
        continue
      }
      guard let mode else {
        mode = bytes
        continue
      }
      let takes = EffectAnalyzer.takesRights(mode)
      if bytes.firstRange(of: ".git/hooks/") != nil, takes || mode.contains(0x78) {
        touch(.writes, argument, state, at: range)
      } else if bytes.firstRange(of: ".claude/hooks") != nil, takes {
        perform(.stopHooks, subject: bytes, at: range)
      } else if recurses, takes {
        touch(.deletesTree, argument, state, at: range)
      }
    }
  }

  /// Whether a mode leaves the owner without rights, or takes them: `000`, `a-rwx`, `-x`.
  private static func takesRights(_ mode: [UInt8]) -> Bool {
    if mode.allSatisfy({ $0 == 0x30 }) { return true }
    guard let sign = mode.firstIndex(of: 0x2D) else { return false }
    let who = mode[..<sign]
    return who.isEmpty || who.contains(0x61) || who.contains(0x75)
  }

  /// `HOME=elsewhere claude`: other settings, and so no hooks.
  mutating func noteOtherHome(_ range: SourceRange, _ state: ShellState) {
    guard let home = state.variable([UInt8]("HOME"))?.value, home.exact != state.home else {
      return
    }
    perform(.changeSettingsPlace, subject: [UInt8]("HOME"), at: range)
  }

  /// `php -S 0.0.0.0:80`, `busybox httpd -p 80`: the directory is served to others.
  mutating func noteServer(_ arguments: List<Field>, _ range: SourceRange) {
    for index in 0..<arguments.count {
      guard arguments[index].bytes.equals("-S") || arguments[index].bytes.equals("-p"),
        index + 1 < arguments.count,
        // As an address to listen on this one means all of them.
        !LoopbackAddress.isHost(of: arguments[index + 1].bytes)
          || arguments[index + 1].bytes.hasPrefix("0.0.0.0")
      else { continue }
      perform(.serveFiles, subject: arguments[index + 1].shown, at: range)
    }
  }

  /// Compilers whose sources can take other files in.
  static func compiles(_ name: [UInt8]) -> Bool {
    name.equals("gcc") || name.equals("cc") || name.equals("clang") || name.equals("cpp")
      || name.equals("g++") || name.equals("c++") || name.equals("rustc") || name.equals("go")
  }

  /// Sources that this command line writes: the names in them are of files that they take in.
  mutating func noteSources(
    _ arguments: List<Field>, _ input: CommandStream, _ range: SourceRange, _ state: ShellState
  ) {
    var inner = state
    if let text = input.text?.exact {
      run(code: Field(text), in: .other, prints: false, range, &inner)
    }
    guard !written.isEmpty else { return }
    for argument in arguments {
      guard let path = EffectAnalyzer.path(of: FileTarget(argument, in: state.directory)),
        let text = writtenContent(of: path)?.text?.exact
      else { continue }
      run(code: Field(text), in: .other, prints: false, range, &inner)
    }
  }

  /// `aws s3 cp file s3://bucket`: files that go into storage elsewhere.
  mutating func noteUpload(_ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange) {
    guard let last = arguments.last(where: { $0.bytes.first != 0x2D }),
      last.bytes.hasPrefix("s3://") || last.bytes.hasPrefix("gs://")
    else { return }
    var copies = false
    var isLocal = false
    for argument in arguments {
      let bytes = argument.bytes
      if bytes.equals("--dryrun") || bytes.equals("-n") { return }
      if bytes.equals("cp") || bytes.equals("sync") || bytes.equals("mv") || bytes.equals("rsync") {
        copies = true
      } else if copies, bytes.first != 0x2D, !RemoteCopy.isElsewhere(bytes) {
        isLocal = true
      }
    }
    if isLocal { perform(.sendOverHttp, subject: name, at: range) }
  }

  /// Operands that no option table tells apart: `sysctl name=value`, `terraform show -json` of
  /// everything, text that `envsubst` fills in.
  mutating func noteOperands(
    _ name: [UInt8], _ arguments: List<Field>, _ input: CommandStream, _ range: SourceRange
  ) {
    if name.equals("sysctl") {
      for argument in arguments where argument.bytes.contains(0x3D) {
        perform(.changeKernelSetting, subject: argument.shown, at: range)
      }
    } else if name.equals("envsubst") {
      guard let text = input.text?.exact, let start = text.firstIndex(of: 0x24) else { return }
      let rest = text[(start + 1)...].drop { $0 == 0x7B }
      let variable = Array(rest.prefix { Invocation.isWordByte($0) || $0 == 0x5F })
      if CredentialName.contains(variable) {
        perform(.printSecretVariable, subject: variable, at: range)
      }
    } else if arguments.count == 2, arguments[0].bytes.equals("show"),
      arguments[1].bytes.equals("-json")
    {
      perform(.printInfrastructureSecret, subject: name, at: range)
    }
  }

  /// `vim -c … -c wq file`: edited without anybody at the keyboard.
  mutating func noteEdited(_ arguments: List<Field>, _ range: SourceRange, _ state: ShellState) {
    var writes = false
    for argument in arguments {
      let word = argument.bytes.first == 0x2B ? Array(argument.bytes.dropFirst()) : argument.bytes
      writes =
        writes || word.equals("w") || word.equals("wq") || word.equals("wq!") || word.equals("x")
        || word.equals("w!") || word.equals("wa") || word.equals("wqa") || word.equals("up")
    }
    guard writes, let file = arguments.last, file.bytes.first != 0x2B else { return }
    touch(.writes, file, state, at: range)
    for argument in arguments where argument.bytes.contains(0x2F) && argument.bytes.first != 0x2D {
      if argument.bytes.contains(0x20) || argument.bytes.first == 0x3A { continue }
      touch(.writes, argument, state, at: range)
    }
  }

  /// `ln -s target name`.
  mutating func noteLink(_ arguments: List<Field>, _ state: ShellState) {
    var operands = List<Field>()
    var isSymbolic = false
    for argument in arguments {
      if argument.bytes.first == 0x2D {
        isSymbolic = isSymbolic || argument.bytes.contains(0x73)
      } else {
        operands.append(argument)
      }
    }
    guard isSymbolic, operands.count == 2,
      let target = EffectAnalyzer.path(of: FileTarget(operands[0], in: state.directory)),
      let path = EffectAnalyzer.path(of: FileTarget(operands[1], in: state.directory))
    else { return }
    links.append(MadeLink(path: path, target: target))
  }

  /// The same effect on what lies behind a link that this command line has made.
  mutating func addBehindLinks(_ effect: Effect) {
    guard let file = effect.file, let path = EffectAnalyzer.path(of: file),
      effects.count < Limits.effects
    else { return }
    for link in links {
      guard path.starts(with: link.path), path.count > link.path.count,
        path[link.path.count] == 0x2F
      else { continue }
      var behind = effect
      let rest = path[link.path.count...]
      behind.file = FileTarget(
        Field(link.target.count == 1 ? Array(rest) : link.target + rest), in: file.directory)
      effects.append(behind)
    }
  }

  /// `bun run https://…` and `node --import data:text/javascript,…`.
  mutating func noteAddresses(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: ShellState
  ) {
    for argument in arguments {
      if name.equals("bun"), argument.bytes.hasPrefix("http"),
        argument.bytes.firstRange(of: "://") != nil,
        arguments.first?.bytes.equals("run") == true
      {
        perform(.downloadedCode, subject: argument.shown, at: range)
      }
      guard let start = argument.bytes.firstRange(of: "data:text/javascript,") else { continue }
      var inner = state
      run(
        code: argument.slice(start.upperBound..<argument.bytes.count), in: .javascript,
        prints: false, range, &inner)
    }
  }
}
