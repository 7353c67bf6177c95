// SPDX-License-Identifier: MIT

/// How a record commits to the one before it.
///
/// The hash of a record is the leaf hash of RFC 6962 over its body's bytes, so that the same
/// hashes are the leaves of a Merkle tree. Each body holds the hash of the record before.
package enum HashChain {
  /// What stands before the bytes of a leaf (RFC 6962, 2.1).
  private static let leafPrefix: UInt8 = 0

  /// The hash of a record whose body is `body`.
  package static func hash(ofBody body: ArraySlice<UInt8>) -> SHA256Digest {
    body.withUnsafeBytes { hash(ofBody: $0) }
  }

  /// The hash of a record whose body is `body`.
  static func hash(ofBody body: UnsafeRawBufferPointer) -> SHA256Digest {
    var hash = SHA256()
    hash.update(leafPrefix)
    hash.update(body)
    return hash.finish()
  }

  /// What the first record of a log holds in the place of a hash: 64 zeros.
  package static var start: [UInt8] {
    [UInt8](repeating: 0x30, count: SHA256Digest.hexSize)
  }
}
