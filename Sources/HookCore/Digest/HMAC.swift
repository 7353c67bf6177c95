// SPDX-License-Identifier: MIT

/// HMAC-SHA-256 (RFC 2104), fed in pieces.
package struct HMAC: Sendable {
  private var inner = SHA256()
  private var outer = SHA256()

  /// Starts a code under `key`, which may have any length.
  package init(key: [UInt8]) {
    let key = key.count > SHA256.blockSize ? SHA256.digest(of: key).bytes : key
    inner.update(HMAC.block(key, padding: 0x36))
    outer.update(HMAC.block(key, padding: 0x5C))
  }

  /// The key filled up to a block with zeros, every bit of `padding` turned over.
  private static func block(_ key: [UInt8], padding: UInt8) -> [UInt8] {
    var block: [UInt8] = []
    block.reserveCapacity(SHA256.blockSize)
    for byte in key { block.append(byte ^ padding) }
    while block.count < SHA256.blockSize { block.append(padding) }
    return block
  }

  /// The code of `message` under `key`.
  package static func code(of message: [UInt8], key: [UInt8]) -> SHA256Digest {
    var code = HMAC(key: key)
    code.update(message)
    return code.finish()
  }

  /// Adds `bytes` to the message.
  package mutating func update(_ bytes: [UInt8]) { inner.update(bytes) }

  /// Adds `bytes` to the message.
  package mutating func update(_ bytes: ArraySlice<UInt8>) { inner.update(bytes) }

  /// The code of all that was added.
  package consuming func finish() -> SHA256Digest {
    outer.update(inner.finish().bytes)
    return outer.finish()
  }
}
