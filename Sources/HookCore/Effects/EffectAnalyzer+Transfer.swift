// SPDX-License-Identifier: MIT

/// `curl`, `wget` and kin: addresses, what is sent and what is saved.
extension EffectAnalyzer {
  /// `curl`, `wget`, HTTPie: what is sent, where the answer goes.
  mutating func transfer(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    let isClient = name.equals("xh") || name.equals("https")
    guard let entry = CommandCatalog.entry(isClient ? [UInt8]("http") : name) else {
      return .unknown
    }
    let invocation = Invocation(arguments, as: entry)
    let peer = peer(of: invocation, or: name)
    connect(to: peer, arguments, at: range)
    // With `-G` plain text becomes part of the address.
    var sends = invocation.has(0x73) && !EffectAnalyzer.asksOnly(invocation)
    for operand in invocation.operands {
      for choice in operand.value.choices {
        switch operand.role {
        case .read:
          sends = true
          upload(choice, to: peer, state, input, at: range)
        case .use:
          if !peer.isLocal, EffectAnalyzer.holdsSecret(choice.exact) {
            perform(.sendSecret, subject: peer.name, at: range)
          }
          if !choice.bytes.contains(0x3D) { touch(.uses, choice, state, at: range) }
          sends = sendsValue(choice, to: peer, state, input, at: range) || sends
        case .write, .targetDirectory:
          touch(.writes, choice, state, at: range)
          remember(
            download(from: peer, into: choice, at: range),
            in: FileTarget(choice, in: state.directory))
        case .plain, .host:
          rememberDownload(name, choice, invocation, peer, state, at: range)
          if let path = EffectAnalyzer.localPath(of: choice) {
            touch(.reads, EffectAnalyzer.asPattern(path), state, at: range)
          } else if name.first == 0x68 || name.equals("xh"),
            let at = choice.bytes.firstIndex(of: 0x40)
          {
            touch(.uses, choice.slice(at + 1..<choice.bytes.count), state, at: range)
          }
        default: break
        }
      }
    }
    if EffectAnalyzer.asksToDelete(arguments), !peer.isLocal {
      perform(.changeCloud, subject: name, at: range)
    }
    if sends, !peer.isLocal { perform(.sendOverHttp, subject: name, at: range) }
    let answer = FlowSource(.download, peer.name, at: range)
    return CommandStream(text: nil, origins: .network, provenance: provenance(of: answer))
  }

  /// The other end: the host of the first address.
  ///
  /// - Parameter hasPorts: whether a number is a port and no host.
  func peer(of invocation: Invocation, or name: [UInt8], hasPorts: Bool = false) -> Peer {
    var host: [UInt8]?
    for operand in invocation.operands where operand.role == .plain || operand.role == .host {
      let address = operand.value.shown
      // HTTPie takes the method first.
      if address.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) { continue }
      host = host ?? EffectAnalyzer.host(of: address)
    }
    return Peer(name: host ?? name, isLocal: staysOnMachine(invocation, hasPorts))
  }

  /// The part of an address that is known, where that has the whole host; else nothing.
  private static func knownAddress(_ address: Field) -> [UInt8] {
    var end = 0
    while end < address.bytes.count, address.mark(end) == .literal { end += 1 }
    if end == address.bytes.count { return address.bytes }
    let known = Array(address.bytes[..<end])
    let start = known.firstRange(of: "://")?.upperBound ?? 0
    return known[start...].contains(0x2F) ? known : []
  }

  private static func isPort(_ text: Field) -> Bool {
    text.isLiteral && text.bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// The host and port of an address.
  static func host(of address: [UInt8]) -> [UInt8] {
    let start = address.firstRange(of: "://")?.upperBound ?? 0
    let rest = address[start...].prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    // A user and a password may stand before it.
    return Array(rest.lastIndex(of: 0x40).map { rest[($0 + 1)...] } ?? rest)
  }

  /// What is downloaded into the file `name`.
  private mutating func download(
    from peer: Peer, into name: Field, at range: SourceRange
  ) -> CommandStream {
    let source = provenance(of: FlowSource(.download, peer.name, at: range))
    flow(source, to: FlowTarget(.file, name.bytes, at: range))
    return CommandStream(text: nil, origins: .network, provenance: source)
  }

  /// A file that is sent, or standard input.
  private mutating func upload(
    _ name: Field, to peer: Peer, _ state: ShellState, _ input: CommandStream,
    at range: SourceRange
  ) {
    if name.exact == [0x2D] { return send(input, to: peer, at: range) }
    touch(.reads, name, state, at: range)
    send(file: name, to: peer, state, at: range)
  }

  /// `-X DELETE` and its kin.
  private static func asksToDelete(_ arguments: List<Field>) -> Bool {
    for argument in arguments {
      let bytes = argument.bytes
      if bytes.equals("DELETE") || bytes.equals("-XDELETE") || bytes.equals("delete")
        || bytes.equals("--request=DELETE") || bytes.equals("--method=DELETE")
      {
        return true
      }
    }
    return false
  }

  /// `curl -G -d name=value`: a page is fetched, and its address is written out.
  private static func asksOnly(_ invocation: Invocation) -> Bool {
    guard invocation.has(0x47) else { return false }
    for operand in invocation.operands where operand.role == .use {
      if operand.value.exact == nil { return false }
    }
    return true
  }

  /// Whether all that is sent goes to this machine; a file of options could say otherwise.
  private func staysOnMachine(_ invocation: Invocation, _ hasPorts: Bool) -> Bool {
    if invocation.has(0x6B) { return false }  // k: such a file
    var hasTarget = false
    for operand in invocation.operands {
      switch operand.role {
      case .plain, .host:
        if hasPorts, EffectAnalyzer.isPort(operand.value) { continue }
        guard operand.value.alternatives.isEmpty,
          LoopbackAddress.isHost(of: EffectAnalyzer.knownAddress(operand.value))
        else { return false }
        hasTarget = true
      case .read, .write, .truncate, .delete, .move, .execute, .readTree, .mode, .link, .use,
        .targetDirectory, .pattern, .command, .commandText, .include, .exclude, .query, .code:
        break
      }
    }
    return hasTarget
  }

  /// The path in a `file:` address, whatever host and case it is written with.
  private static func localPath(of address: Field) -> Field? {
    guard address.bytes.count > 5, address.bytes[..<5].map({ $0 | 0x20 }).equals("file:") else {
      return nil
    }
    let rest = address.bytes[5...]
    let slashes = rest.prefix { $0 == 0x2F }.count
    guard slashes == 2 else {
      let start = 5 + max(0, slashes - 1)
      return address.hasGap ? address.slice(start..<address.bytes.count) : decoded(rest, slashes)
    }
    // Between the second and the third slash stands a host.
    guard let third = rest.dropFirst(2).firstIndex(of: 0x2F) else { return nil }
    return address.hasGap
      ? address.slice(third..<address.bytes.count) : decoded(address.bytes[third...], 1)
  }

  /// An address's path with its `%xx` decoded and one slash before it.
  private static func decoded(_ text: ArraySlice<UInt8>, _ slashes: Int) -> Field {
    let text = Array(text.dropFirst(slashes))
    var path: [UInt8] = [0x2F]
    var position = 0
    while position < text.count {
      if text[position] == 0x25, position + 2 < text.count,
        let high = Escapes.digit(text[position + 1]), let low = Escapes.digit(text[position + 2])
      {
        path.append(UInt8(truncatingIfNeeded: high << 4 | low))
        position += 3
      } else {
        path.append(text[position])
        position += 1
      }
    }
    return Field(path)
  }

  /// `curl -O address` and `wget address` write a file with the address's last name.
  private mutating func rememberDownload(
    _ name: [UInt8], _ address: Field, _ invocation: Invocation, _ peer: Peer,
    _ state: ShellState, at range: SourceRange
  ) {
    guard name.equals("wget") || invocation.has(0x4F), let bytes = address.exact,
      bytes.contains(0x2F)
    else { return }
    let last = EffectAnalyzer.lastComponent(Array(bytes.prefix { $0 != 0x3F }))
    var directory = state.directory
    for operand in invocation.operands where operand.role == .targetDirectory {
      directory = EffectAnalyzer.joined(state.directory, operand.value)
    }
    let stream = download(from: peer, into: Field(last), at: range)
    remember(stream, in: FileTarget(Field(last), in: directory))
  }

  /// `-d @file`, `-F name=@file`, `-F name=<file`: true where a file is sent.
  private mutating func sendsValue(
    _ value: Field, to peer: Peer, _ state: ShellState, _ input: CommandStream,
    at range: SourceRange
  ) -> Bool {
    var start: Int?
    if value.bytes.first == 0x40 {
      start = 1
    } else if let end = value.bytes.firstIndex(of: 0x3D), end + 1 < value.bytes.count,
      value.bytes[end + 1] == 0x40 || value.bytes[end + 1] == 0x3C
    {
      start = end + 2
    } else if let end = value.bytes.firstIndex(of: 0x40),
      value.bytes[..<end].allSatisfy({ Invocation.isWordByte($0) || $0 == 0x5F || $0 == 0x2D }),
      !value.bytes.contains(0x0A)
    {
      // `--data-urlencode name@file`.
      touch(.uses, value.slice(end + 1..<value.bytes.count), state, at: range)
    }
    guard let start else { return false }
    let file = value.slice(start..<(value.bytes.firstIndex(of: 0x3B) ?? value.bytes.count))
    upload(file, to: peer, state, input, at: range)
    return true
  }
}
