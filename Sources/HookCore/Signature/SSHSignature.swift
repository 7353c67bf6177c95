// SPDX-License-Identifier: MIT

/// A public key of the kinds that approvals are signed with.
package struct SSHPublicKey: Sendable, Equatable {
  /// The kinds of keys that are accepted; all others are refused by name.
  package enum Kind: Sendable, Equatable {
    case ed25519
    /// Kept by a security key, which signs when it is touched.
    case securityKeyEd25519

    init?(name: [UInt8]) {
      if name.equals("ssh-ed25519") {
        self = .ed25519
      } else if name.equals("sk-ssh-ed25519@openssh.com") {
        self = .securityKeyEd25519
      } else {
        return nil
      }
    }

    var name: StaticString {
      switch self {
      case .ed25519: "ssh-ed25519"
      case .securityKeyEd25519: "sk-ssh-ed25519@openssh.com"
      }
    }
  }

  package let kind: Kind
  /// The whole key as it is sent and stored: what makes two keys the same.
  let blob: [UInt8]
  let point: [UInt8]
  /// What a security key was asked for; empty for other keys.
  let application: [UInt8]

  /// Reads the stored form; nil where it is of another kind or has more or less in it.
  init?(blob: [UInt8]) {
    var reader = SSHReader(blob)
    guard let name = reader.string(), let kind = Kind(name: name), let point = reader.string(),
      point.count == Ed25519.keySize
    else { return nil }
    var application: [UInt8] = []
    if kind == .securityKeyEd25519 {
      guard let found = reader.string() else { return nil }
      application = found
    }
    guard reader.isAtEnd else { return nil }
    self.kind = kind
    self.blob = blob
    self.point = point
    self.application = application
  }

  /// Reads a line as `ssh-keygen` writes it to a `.pub` file.
  package init?(line: [UInt8]) {
    let words = line.split(separator: 0x20)
    guard words.count >= 2, let blob = Base64.decoded(words[1].filter { $0 > 0x20 }) else {
      return nil
    }
    self.init(blob: blob)
  }

  /// `SHA256:…` as `ssh-keygen -l` prints it.
  package var fingerprint: [UInt8] {
    [UInt8]("SHA256:") + Base64.encoded(SHA256.digest(of: blob).bytes, padded: false)
  }

  /// Whether the holder of this key made `signature`, in its stored form, over `message`.
  func made(_ signature: [UInt8], over message: [UInt8]) -> Bool {
    var reader = SSHReader(signature)
    guard let name = reader.string(), name.equals(kind.name), let value = reader.string() else {
      return false
    }
    switch kind {
    case .ed25519:
      return reader.isAtEnd && Ed25519.isValid(value, over: message, by: point)
    case .securityKeyEd25519:
      // PROTOCOL.u2f: the application, the flags, the counter and the message, hashed and joined.
      guard let flags = reader.byte(), let counter = reader.bytes(4), reader.isAtEnd,
        flags & SSHPublicKey.touched != 0
      else { return false }
      let signed =
        SHA256.digest(of: application).bytes + [flags] + counter
        + SHA256.digest(of: message).bytes
      return Ed25519.isValid(value, over: signed, by: point)
    }
  }

  /// The flag by which a security key says that somebody touched it.
  private static let touched: UInt8 = 1
}

/// A signature as `ssh-keygen -Y sign` writes it (OpenSSH, PROTOCOL.sshsig).
package struct SSHSignature: Sendable {
  /// Why a signature is not taken.
  package enum Fault: Error, Equatable {
    case malformed
    case unsupportedKey
    case otherNamespace
    case invalid

    package var words: StaticString {
      switch self {
      case .malformed: "is no signature of ssh-keygen"
      case .unsupportedKey: "is signed with a key that is not of the kind ed25519"
      case .otherNamespace: "is signed for another purpose"
      case .invalid: "is not signed by that key, or was changed"
      }
    }
  }

  package let key: SSHPublicKey
  let namespace: [UInt8]
  private let hash: [UInt8]
  private let value: [UInt8]

  private static let first: StaticString = "-----BEGIN SSH SIGNATURE-----"
  private static let last: StaticString = "-----END SSH SIGNATURE-----"
  private static let magic: StaticString = "SSHSIG"
  /// More than any signature of these kinds; a larger text is not decoded.
  private static let sizeLimit = 4_096

  /// Reads the armoured form.
  package init(armoured text: [UInt8]) throws(Fault) {
    guard text.count <= SSHSignature.sizeLimit else { throw .malformed }
    var lines: [[UInt8]] = []
    for line in text.split(separator: 0x0A) { lines.append(Array(line)) }
    guard let first = lines.first, first.equals(SSHSignature.first), lines.count > 2,
      lines.removeLast().equals(SSHSignature.last)
    else { throw .malformed }
    var digits: [UInt8] = []
    for line in lines.dropFirst() { digits += line }
    guard let bytes = Base64.decoded(digits) else { throw .malformed }
    var reader = SSHReader(bytes)
    guard let magic = reader.bytes(6), magic.equals(SSHSignature.magic),
      reader.bytes(4) == [0, 0, 0, 1], let blob = reader.string(),
      let namespace = reader.string(), let reserved = reader.string(), reserved.isEmpty,
      let hash = reader.string(), let value = reader.string(), reader.isAtEnd
    else { throw .malformed }
    guard let key = SSHPublicKey(blob: blob) else { throw .unsupportedKey }
    self.key = key
    self.namespace = namespace
    self.hash = hash
    self.value = value
  }

  /// Makes sure that the key's holder signed `message` for `namespace`.
  package func check(_ message: [UInt8], namespace wanted: StaticString) throws(Fault) {
    guard namespace.equals(wanted) else { throw .otherNamespace }
    let digest: [UInt8]
    if hash.equals("sha512") {
      digest = SHA512.digest(of: message)
    } else if hash.equals("sha256") {
      digest = SHA256.digest(of: message).bytes
    } else {
      throw .malformed
    }
    var signed = [UInt8](SSHSignature.magic)
    SSHReader.append(namespace, to: &signed)
    SSHReader.append([], to: &signed)
    SSHReader.append(hash, to: &signed)
    SSHReader.append(digest, to: &signed)
    guard key.made(value, over: signed) else { throw .invalid }
  }
}

/// Reads the fields of SSH's binary forms (RFC 4251, 5).
struct SSHReader {
  private let all: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { all = bytes }

  var isAtEnd: Bool { position == all.count }

  mutating func byte() -> UInt8? { bytes(1)?.first }

  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard count <= all.count - position else { return nil }
    let end = position + count
    defer { position = end }
    return Array(all[position..<end])
  }

  /// A length of four bytes, and as many bytes.
  mutating func string() -> [UInt8]? {
    guard let length = bytes(4) else { return nil }
    var count = 0
    for byte in length { count = count << 8 | Int(byte) }
    return bytes(count)
  }

  /// Appends `bytes` as a string.
  static func append(_ bytes: [UInt8], to target: inout [UInt8]) {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: bytes.count).bigEndian) {
      target.append(contentsOf: $0)
    }
    target += bytes
  }
}
