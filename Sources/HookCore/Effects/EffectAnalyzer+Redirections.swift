// SPDX-License-Identifier: MIT

/// Redirections (POSIX 2.7): files opened, and what a command reads and where its output goes.
extension EffectAnalyzer {
  struct Streams {
    var input: CommandStream
    /// The file that standard input comes from.
    var inputFile: FileTarget?
    /// Standard input comes from a process substitution.
    var isSubstituted = false
    /// Standard output does not go on to the pipe.
    var hidesOutput = false
    /// The files that standard output may go to, where they can be named.
    var outputFiles = List<FileTarget>()
    /// What the files hold stays.
    var appendsOutput = false
    /// The host that it goes to, by Bash's `/dev/tcp`.
    var outputPeer: Peer?
    /// The redirection that says so.
    var outputRange = SourceRange(0, 0)
  }

  /// Takes note of the files that `redirections` open.
  mutating func redirect(
    _ redirections: List<Redirection>, _ state: inout ShellState, _ input: CommandStream
  ) -> Streams {
    var streams = Streams(input: input)
    for redirection in redirections {
      switch redirection.operation {
      case .input: open(redirection, .reads, &streams, &state)
      case .output, .clobber, .append: open(redirection, .writes, &streams, &state)
      case .outputAndErrors, .appendOutputAndErrors:
        open(redirection, .writes, &streams, &state)
      case .readWrite:
        open(redirection, .reads, &streams, &state)
        open(redirection, .writes, &streams, &state)
      case .duplicateInput, .duplicateOutput: duplicate(redirection, &streams, &state)
      case .hereDocument:
        guard let document = redirection.document else { continue }
        let text = Expander.value(of: document.body, &state, &self)
        if isStandardInput(redirection) { streams.input = CommandStream(text: text) }
      case .hereString:
        var text = Expander.value(of: redirection.target, &state, &self)
        text.append(0x0A)
        if isStandardInput(redirection) { streams.input = CommandStream(text: text) }
      }
    }
    return streams
  }

  private func isStandardInput(_ redirection: Redirection) -> Bool {
    redirection.descriptor == .standard || redirection.descriptor == .number(0)
  }

  private func isStandardOutput(_ redirection: Redirection) -> Bool {
    redirection.descriptor == .standard || redirection.descriptor == .number(1)
  }

  private mutating func open(
    _ redirection: Redirection, _ kind: EffectKind, _ streams: inout Streams,
    _ state: inout ShellState
  ) {
    if let stream = substitutedInput(redirection, &state) {
      if kind == .reads, isStandardInput(redirection) {
        streams.input = stream
        streams.isSubstituted = true
      }
      return
    }
    let names = targets(redirection, &state)
    // Of several redirections the last counts.
    if kind == .writes, isStandardOutput(redirection) { streams.outputFiles = List() }
    for name in names {
      if let host = EffectAnalyzer.networkDevice(name) {
        let peer = Peer(name: host, isLocal: !name.hasGap && LoopbackAddress.isHost(of: host))
        add(Effect(.connects, subject: host, range: redirection.range))
        if !peer.isLocal { perform(.sendRaw, subject: host, at: redirection.range) }
        if kind == .writes {
          streams.outputPeer = peer
        } else if !peer.isLocal, isStandardInput(redirection) {
          streams.input = received(from: peer, at: redirection.range)
        }
        if !peer.isLocal { connectedPeer = peer }
        streams.outputRange = redirection.range
        continue
      }
      touch(kind, name, state, at: redirection.range)
      let target = FileTarget(name, in: state.directory)
      if kind == .reads {
        guard isStandardInput(redirection) else { continue }
        let content = content(of: target)
        let isFirst = name.isSame(as: names[0])
        streams.input = isFirst ? content : EffectAnalyzer.either(streams.input, content)
        streams.inputFile = target
        let source = FlowSource(.file, name.bytes, file: target, at: redirection.range)
        streams.input.provenance.formUnion(provenance(of: source))
      } else if isStandardOutput(redirection) {
        streams.hidesOutput = true
        streams.outputFiles.append(target)
        streams.appendsOutput =
          redirection.operation == .append || redirection.operation == .appendOutputAndErrors
        streams.outputRange = redirection.range
      }
    }
  }

  /// `< <(command)` and `> >(command)`: the command runs, no file has a name.
  private mutating func substitutedInput(
    _ redirection: Redirection, _ state: inout ShellState
  ) -> CommandStream? {
    for part in redirection.target.parts {
      guard case .processSubstitution = part else { continue }
      let name = Expander.value(of: redirection.target, &state, &self)
      return name.exact.flatMap { writtenContent(of: $0) } ?? .unknown
    }
    return nil
  }

  private mutating func targets(
    _ redirection: Redirection, _ state: inout ShellState
  ) -> List<Field> {
    var names = List<Field>()
    for field in Expander.fields(of: redirection.target, &state, &self) {
      names.append(contentsOf: field.choices)
    }
    return names
  }

  private mutating func duplicate(
    _ redirection: Redirection, _ streams: inout Streams, _ state: inout ShellState
  ) {
    let target = Expander.value(of: redirection.target, &state, &self)
    if let exact = target.exact, EffectAnalyzer.isDescriptor(exact) {
      if isStandardOutput(redirection), redirection.operation == .duplicateOutput,
        exact != [0x31], exact != [0x31, 0x2D]
      {
        streams.hidesOutput = exact == [0x2D]
      }
      // `0>&1` after `>& /dev/tcp/…`, and `<&5` after `exec 5<>/dev/tcp/…`.
      if let peer = connectedPeer, takesInput(redirection, from: exact) {
        streams.input = received(from: peer, at: redirection.range)
      }
      return
    }
    // `>&name` is `&>name`.
    open(
      redirection, redirection.operation == .duplicateOutput ? .writes : .reads, &streams, &state)
  }

  /// Whether standard input becomes a descriptor that may be a connection.
  private func takesInput(_ redirection: Redirection, from descriptor: [UInt8]) -> Bool {
    guard descriptor.last != 0x2D else { return false }
    if redirection.descriptor == .number(0) { return true }
    return redirection.descriptor == .standard && redirection.operation == .duplicateInput
  }

  /// What comes over a connection.
  private mutating func received(from peer: Peer, at range: SourceRange) -> CommandStream {
    let source = provenance(of: FlowSource(.download, peer.name, at: range))
    return CommandStream(text: nil, origins: .network, provenance: source)
  }

  /// `2`, `-` and `2-` after `>&` and `<&`.
  private static func isDescriptor(_ text: [UInt8]) -> Bool {
    if text.isEmpty { return false }
    for (index, byte) in text.enumerated() {
      if byte == 0x2D, index == text.count - 1 { return true }
      if byte < 0x30 || byte > 0x39 { return false }
    }
    return true
  }

  /// The host of Bash's `/dev/tcp/host/port`.
  static func networkDevice(_ name: Field) -> [UInt8]? {
    guard name.bytes.hasPrefix("/dev/tcp/") || name.bytes.hasPrefix("/dev/udp/") else {
      return nil
    }
    return Array(name.bytes.dropFirst(9))
  }

  /// What reading `target` gives: the text that this command line wrote into it, or unknown.
  mutating func content(of target: FileTarget) -> CommandStream {
    var content: CommandStream?
    for path in EffectAnalyzer.paths(of: target) {
      guard let stream = writtenContent(of: path) else { continue }
      content = content.map { EffectAnalyzer.either($0, stream) } ?? stream
    }
    content?.origins.insert(.file)
    return content ?? CommandStream(text: nil, origins: .file)
  }

  /// Remembers what a command wrote into a file.
  mutating func remember(
    _ output: CommandStream, in target: FileTarget, appends: Bool = false
  ) {
    for path in EffectAnalyzer.paths(of: target) {
      written.append(
        WrittenFile(
          path: path, text: output.text, origins: output.origins, appends: appends,
          provenance: output.provenance))
    }
  }

  /// The absolute paths of a target, where it is one of several that are exactly known.
  static func paths(of target: FileTarget) -> List<[UInt8]> {
    var paths = List<[UInt8]>()
    for directory in target.directory.choices {
      for name in target.name.choices {
        if let path = path(of: FileTarget(name, in: directory)) { paths.append(path) }
      }
    }
    return paths
  }

  /// The absolute path of a target that is exactly known.
  static func path(of target: FileTarget) -> [UInt8]? {
    guard let name = target.name.exact, let directory = target.directory.exact else { return nil }
    return AbsolutePath(name, in: directory)?.bytes
  }
}
