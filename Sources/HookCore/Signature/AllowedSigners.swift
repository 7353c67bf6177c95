// SPDX-License-Identifier: MIT

/// Somebody whose signatures count, from one line of an `allowed_signers` file.
package struct AllowedSigner: Sendable {
  /// The names that the key stands for; plain names, never patterns.
  package let principals: List<[UInt8]>
  package let key: SSHPublicKey
  /// Patterns of the purposes that the key may sign for; none for all.
  let namespaces: List<[UInt8]>
  let validAfter: Timestamp?
  let validBefore: Timestamp?
  package let line: Int

  /// Why the key may not sign for `namespace` at `now`, or nil where it may.
  package func fault(for namespace: StaticString, at now: Timestamp) -> StaticString? {
    if let validAfter, now < validAfter { return "the signer's key is not valid yet" }
    if let validBefore, validBefore <= now { return "the signer's key is not valid any more" }
    if namespaces.isEmpty { return nil }
    for pattern in namespaces where Glob.matches(pattern, [UInt8](namespace), Glob.Options()) {
      return nil
    }
    return "the signer's key is not allowed for approvals"
  }
}

/// An `allowed_signers` file as ssh-keygen(1) describes it, taken more narrowly.
///
/// A line that is not understood in full, or would let more people sign than it names, is left
/// out: patterns for names, certificate authorities, options and kinds of keys that are not known.
package struct AllowedSigners: Sendable {
  /// A line that is left out.
  package struct Problem: Sendable, Equatable {
    package let line: Int
    package let words: StaticString

    package static func == (left: Problem, right: Problem) -> Bool { left.line == right.line }
  }

  package private(set) var signers = List<AllowedSigner>()
  package private(set) var problems = List<Problem>()

  /// Bytes of such a file.
  package static let sizeLimit = 1 << 20

  /// Reads the file at `path`, which only root may be able to change.
  package init(managed path: [UInt8], files: any FileSystem) throws(SystemError) {
    let status = try files.status(path)
    guard status.kind == .regular else { throw SystemError(.wrongKind, .open, path) }
    guard status.owner == 0 else { throw SystemError(.wrongOwner, .open, path) }
    guard status.mode & 0o022 == 0 else { throw SystemError(.openToOthers, .open, path) }
    self.init(try files.contents(path, limit: AllowedSigners.sizeLimit))
  }

  /// Reads the text of a file.
  package init(_ text: [UInt8]) {
    var number = 0
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      var words = SignerWords(Array(line))
      guard let names = words.next(), names.first != 0x23 else { continue }
      do throws(SignerFault) {
        signers.append(try AllowedSigners.signer(names, &words, line: number))
      } catch {
        problems.append(Problem(line: number, words: error.words))
      }
    }
  }

  private static func signer(
    _ names: [UInt8], _ words: inout SignerWords, line: Int
  ) throws(SignerFault) -> AllowedSigner {
    var principals = List<[UInt8]>()
    for name in names.split(separator: 0x2C) {
      guard !name.contains(0x2A), !name.contains(0x3F), name.first != 0x21 else { throw .pattern }
      principals.append(Array(name))
    }
    guard !principals.isEmpty, var word = words.next() else { throw .incomplete }
    var options = SignerOptions()
    if SSHPublicKey.Kind(name: word) == nil, !word.hasPrefix("ssh-"), !word.hasPrefix("ecdsa-"),
      !word.hasPrefix("sk-")
    {
      try options.read(word)
      guard let next = words.next() else { throw .incomplete }
      word = next
    }
    guard let kind = SSHPublicKey.Kind(name: word) else { throw .otherKey }
    guard let digits = words.next(), let blob = Base64.decoded(digits),
      let key = SSHPublicKey(blob: blob), key.kind == kind
    else { throw .badKey }
    return AllowedSigner(
      principals: principals, key: key, namespaces: options.namespaces,
      validAfter: options.validAfter, validBefore: options.validBefore, line: line)
  }
}

/// Why a line of an `allowed_signers` file is left out.
private enum SignerFault: Error {
  case pattern
  case incomplete
  case otherKey
  case badKey
  case authority
  case unknownOption
  case badTime

  var words: StaticString {
    switch self {
    case .pattern: "a pattern for principals does not say who signs; write each name"
    case .incomplete: "a line has principals, options, and a key"
    case .otherKey: "only keys of the kinds ssh-ed25519 and sk-ssh-ed25519@openssh.com are taken"
    case .badKey: "the key cannot be read"
    case .authority: "certificate authorities are not taken; write each key"
    case .unknownOption: "an option that is not known"
    case .badTime: "a time is written YYYYMMDD, YYYYMMDDHHMM or YYYYMMDDHHMMSS, with Z for UTC"
    }
  }
}

/// The options of one line.
private struct SignerOptions {
  var namespaces = List<[UInt8]>()
  var validAfter: Timestamp?
  var validBefore: Timestamp?

  /// Reads `name="value",name`.
  mutating func read(_ text: [UInt8]) throws(SignerFault) {
    var position = 0
    while position < text.count {
      let start = position
      while position < text.count, text[position] != 0x3D, text[position] != 0x2C { position += 1 }
      let name = SignerOptions.lowered(text[start..<position])
      var value: [UInt8] = []
      if position < text.count, text[position] == 0x3D {
        guard position + 1 < text.count, text[position + 1] == 0x22,
          let end = text[(position + 2)...].firstIndex(of: 0x22)
        else { throw .unknownOption }
        value = Array(text[(position + 2)..<end])
        position = end + 1
      }
      try set(name, value)
      guard position < text.count else { break }
      guard text[position] == 0x2C else { throw .unknownOption }
      position += 1
    }
  }

  private mutating func set(_ name: [UInt8], _ value: [UInt8]) throws(SignerFault) {
    if name.equals("cert-authority") { throw .authority }
    if name.equals("namespaces") {
      for entry in value.split(separator: 0x2C) { namespaces.append(Array(entry)) }
      // An empty list would read as no limit.
      if namespaces.isEmpty { throw .unknownOption }
    } else if name.equals("valid-after") {
      validAfter = try SignerOptions.time(value, elsewhere: SignerOptions.latestZone)
    } else if name.equals("valid-before") {
      validBefore = try SignerOptions.time(value, elsewhere: SignerOptions.earliestZone)
    } else {
      throw .unknownOption
    }
  }

  private static func lowered(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text { result.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte) }
    return result
  }

  /// Seconds that the last and the first time zone of the earth are from UTC.
  ///
  /// A time without `Z` is local, and a static program knows no time zones: the key is taken only
  /// when the time holds in all of them.
  private static let latestZone = 12 * 3_600
  private static let earliestZone = -14 * 3_600

  private static func time(_ text: [UInt8], elsewhere offset: Int) throws(SignerFault) -> Timestamp
  {
    let isUTC = text.last == 0x5A
    let digits = isUTC ? Array(text.dropLast()) : text
    guard digits.count == 8 || digits.count == 12 || digits.count == 14 else { throw .badTime }
    var fields: [Int] = []
    var rest = digits[...]
    for width in [4, 2, 2, 2, 2, 2] {
      var value = 0
      for byte in rest.prefix(width) {
        guard (0x30...0x39).contains(byte) else { throw .badTime }
        value = value * 10 + Int(byte - 0x30)
      }
      rest = rest.dropFirst(width)
      fields.append(value)
    }
    guard
      let time = Timestamp(
        year: fields[0], month: fields[1], day: fields[2], hour: fields[3], minute: fields[4],
        second: fields[5])
    else { throw .badTime }
    return isUTC ? time : time.adding(seconds: offset)
  }
}

/// The words of a line; a quoted part may have blanks in it.
private struct SignerWords {
  private let line: [UInt8]
  private var position = 0

  init(_ line: [UInt8]) { self.line = line }

  mutating func next() -> [UInt8]? {
    while position < line.count, isBlank(line[position]) { position += 1 }
    let start = position
    var isQuoted = false
    while position < line.count, isQuoted || !isBlank(line[position]) {
      if line[position] == 0x22 { isQuoted.toggle() }
      position += 1
    }
    return position > start ? Array(line[start..<position]) : nil
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
