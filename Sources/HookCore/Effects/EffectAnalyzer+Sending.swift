// SPDX-License-Identifier: MIT

/// What leaves the machine: data, uploads, and content in an address, a header or a name.
extension EffectAnalyzer {
  /// The other end of a connection.
  struct Peer {
    /// As the command names it, for people.
    let name: [UInt8]
    /// Whether it can only be this machine.
    let isLocal: Bool
  }

  /// Takes note of a connection to `peer` and of what the arguments carry there.
  ///
  /// - Parameter areNames: whether they are names to look up and words to pass on, where no token
  ///   has its place.
  mutating func connect(
    to peer: Peer, _ arguments: List<Field>, areNames: Bool = false, at range: SourceRange
  ) {
    add(Effect(.connects, subject: peer.name, range: range))
    for argument in arguments {
      // Of several addresses the first is the peer; each is asked.
      if argument.bytes != peer.name, MetadataAddress.isHost(of: argument.bytes) {
        perform(.reachMetadata, subject: argument.bytes, at: range)
      }
      if argument.provenance.isEmpty {
        // A token that is written out in the query of an address.
        if !peer.isLocal, argument.bytes.firstRange(of: "://") != nil,
          let query = argument.bytes.firstIndex(of: 0x3F),
          EffectAnalyzer.holdsSecret(Array(argument.bytes[query...]))
        {
          perform(.sendSecret, subject: peer.name, at: range)
        }
        continue
      }
      flow(argument.provenance, to: FlowTarget(.host, peer.name, at: range))
      if peer.isLocal { continue }
      if EffectAnalyzer.holdsSecret(argument.exact) {
        perform(.sendSecret, subject: peer.name, at: range)
      } else if areNames ? holdsContent(argument.provenance) : leaks(argument) {
        perform(.sendOverHttp, subject: peer.name, at: range)
      }
    }
  }

  /// Takes note that `stream` is sent to `peer`.
  mutating func send(
    _ stream: CommandStream, to peer: Peer, at range: SourceRange
  ) {
    flow(stream.provenance, to: FlowTarget(.host, peer.name, at: range))
    guard !peer.isLocal else { return }
    if EffectAnalyzer.holdsSecret(stream.text?.exact) {
      perform(.sendSecret, subject: peer.name, at: range)
    } else if holdsContent(stream.provenance) {
      perform(.sendOverHttp, subject: peer.name, at: range)
    }
  }

  /// Takes note that the file `name` is sent to `peer`.
  mutating func send(
    file name: Field, to peer: Peer, _ state: ShellState, at range: SourceRange
  ) {
    let target = FileTarget(name, in: state.directory)
    var stream = content(of: target)
    if stream.provenance.isEmpty {
      stream.provenance = provenance(of: FlowSource(.file, name.bytes, file: target, at: range))
    }
    // Only here is the file read: the content decides between a question and a denial.
    if stream.text == nil, !peer.isLocal, let path = EffectAnalyzer.path(of: target),
      let bytes = try? files.contents(path, limit: ScriptLimits.size)
    {
      stream.text = Field(bytes)
    }
    send(stream, to: peer, at: range)
  }

  /// A command that talks to another machine: what its arguments and its input tell there.
  mutating func reach(
    _ invocation: Invocation, _ arguments: List<Field>, _ input: CommandStream,
    _ entry: CatalogEntry, at range: SourceRange
  ) {
    let peer = peer(of: invocation, or: entry.name.bytes, hasPorts: true)
    connect(to: peer, arguments, areNames: true, at: range)
    send(input, to: peer, at: range)
  }

  /// `scp`, `rsync`: files that a copy takes to another machine.
  mutating func sendCopies(_ invocation: Invocation, at range: SourceRange) {
    for target in invocation.operands where target.role == .write {
      guard let host = EffectAnalyzer.remoteHost(of: target.value) else { continue }
      let peer = Peer(name: host, isLocal: LoopbackAddress.isHost(of: host))
      add(Effect(.connects, subject: host, range: range))
      for source in invocation.operands where source.role == .readTree {
        guard EffectAnalyzer.remoteHost(of: source.value) == nil else { continue }
        let taken = FlowSource(.file, source.value.bytes, at: range)
        send(CommandStream(provenance: provenance(of: taken)), to: peer, at: range)
      }
    }
  }

  /// The host of `[user@]host:path`, or nil where that is a file of this machine.
  private static func remoteHost(of name: Field) -> [UInt8]? {
    if name.bytes.hasPrefix("rsync://") { return Array(name.bytes.dropFirst(8)) }
    let first = name.bytes.firstIndex { $0 == 0x3A || $0 == 0x2F }
    guard let first, first > 0, name.bytes[first] == 0x3A else { return nil }
    let host = name.bytes[..<first]
    return Array(host.lastIndex(of: 0x40).map { host[($0 + 1)...] } ?? host)
  }

  /// Whether something among the sources is content that nobody has to know elsewhere.
  private func holdsContent(_ provenance: Provenance) -> Bool {
    for index in 0..<sources.count where provenance.has(number: index) {
      switch sources[index].kind {
      case .file: if !isVersion(sources[index]) { return true }
      case .variable: return true
      case .environment, .secretStore, .download, .decoder, .process: continue
      }
    }
    return false
  }

  /// Whether an argument of a network command tells the other side what a file holds.
  ///
  /// A version in an address is what everybody writes; so is a token in a header.
  private func leaks(_ argument: Field) -> Bool {
    let address = AddressParts(argument)
    for index in 0..<sources.count where argument.provenance.has(number: index) {
      switch sources[index].kind {
      case .file:
        if isVersion(sources[index]) { continue }
        if sources[index].isPicked, address.isKnownButForItsPath { continue }
        return true
      case .variable: if address.isAddress, !address.beginsUnknown { return true }
      case .environment, .secretStore, .download, .decoder, .process: continue
      }
    }
    return false
  }

  /// Longest text that is taken for a version: `2025.11.3-rc.1+build.20251121`.
  private static let versionLimit = 40

  /// Whether a file holds no more than a version: `v1.2.3`.
  private func isVersion(_ source: FlowSource) -> Bool {
    guard let file = source.file, let path = EffectAnalyzer.path(of: file),
      var text = try? files.contents(path, limit: EffectAnalyzer.versionLimit)
    else { return false }
    while text.last == 0x0A || text.last == 0x0D { text.removeLast() }
    if text.first == 0x76 { text.removeFirst() }
    guard let first = text.first, first >= 0x30, first <= 0x39 else { return false }
    return text.allSatisfy { Invocation.isWordByte($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B }
  }

  /// Whether a text holds a secret that is one by its shape, whatever stands around it.
  static func holdsSecret(_ text: [UInt8]?) -> Bool {
    guard let text else { return false }
    for span in SecretScanner.spans(in: text) {
      switch span.kind {
      case .githubToken, .gitlabToken, .awsAccessKey, .anthropicKey, .openAIKey, .slackToken,
        .googleKey, .npmToken, .pypiToken, .stripeKey, .huggingFaceToken, .sendGridKey,
        .privateKey:
        return true
      // In sources these are as often names and examples.
      case .jsonWebToken, .authorization, .assignment, .urlCredentials, .userAndPassword: continue
      }
    }
    return false
  }
}

/// An argument looked at as an address: where in it something is not known.
private struct AddressParts {
  /// Whether it has a scheme, or is nothing but unknown.
  private(set) var isAddress = false
  private(set) var beginsUnknown = false
  /// Whether host and query are known and only the path is not.
  private(set) var isKnownButForItsPath = false

  init(_ argument: Field) {
    beginsUnknown = !argument.bytes.isEmpty && argument.mark(0).isGap
    // An address without its scheme: `x.io?k=$KEY`.
    if let query = argument.bytes.firstIndex(of: 0x3F), query > 0, !beginsUnknown,
      argument.bytes[..<query].contains(0x2E), !argument.bytes.contains(0x20)
    {
      isAddress = true
    }
    guard let scheme = argument.bytes.firstRange(of: "://") else { return }
    isAddress = true
    var hostEnd = scheme.upperBound
    while hostEnd < argument.bytes.count, argument.bytes[hostEnd] != 0x2F {
      if argument.mark(hostEnd).isGap || argument.bytes[hostEnd] == 0x3F { return }
      hostEnd += 1
    }
    isKnownButForItsPath = hostEnd < argument.bytes.count && !argument.bytes.contains(0x3F)
  }
}
