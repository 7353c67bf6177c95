// SPDX-License-Identifier: MIT

/// SHA-256 (FIPS 180-4), fed in pieces.
///
/// A value: a copy goes on from the same point. Nothing is allocated.
package struct SHA256: Sendable {
  /// The eight words of the state, first those of section 5.3.3.
  private var state = SHA256Digest(
    a: 0x6A09_E667, b: 0xBB67_AE85, c: 0x3C6E_F372, d: 0xA54F_F53A,
    e: 0x510E_527F, f: 0x9B05_688C, g: 0x1F83_D9AB, h: 0x5BE0_CD19)
  /// The bytes of a block that is not full yet.
  private var block: Block = (0, 0, 0, 0, 0, 0, 0, 0)
  private var filled = 0
  private var total: UInt64 = 0

  private typealias Block = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

  /// Bytes in a block.
  static let blockSize = 64

  package init() {}

  /// The digest of `bytes`.
  package static func digest(of bytes: [UInt8]) -> SHA256Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// Adds `bytes` to what is hashed.
  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Adds `bytes` to what is hashed.
  package mutating func update(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Adds one byte to what is hashed.
  package mutating func update(_ byte: UInt8) {
    withUnsafeBytes(of: byte) { update($0) }
  }

  /// Adds `bytes` to what is hashed.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    total &+= UInt64(bytes.count)
    var bytes = bytes
    if filled > 0 {
      let taken = min(SHA256.blockSize - filled, bytes.count)
      fill(UnsafeRawBufferPointer(rebasing: bytes[..<taken]))
      bytes = UnsafeRawBufferPointer(rebasing: bytes[taken...])
      guard filled == SHA256.blockSize else { return }
      compressPending()
    }
    let whole = bytes.count & ~(SHA256.blockSize - 1)
    if whole > 0 { state.compress(UnsafeRawBufferPointer(rebasing: bytes[..<whole])) }
    fill(UnsafeRawBufferPointer(rebasing: bytes[whole...]))
  }

  /// The digest of all that was added.
  package consuming func finish() -> SHA256Digest {
    // 5.1.1: a one bit, zeros, and the length in bits at the end of the last block.
    let bits = total &* 8
    update(0x80)
    while filled != 56 { update(0) }
    withUnsafeBytes(of: bits.bigEndian) { fill($0) }
    compressPending()
    return state
  }

  private mutating func fill(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count > 0 else { return }
    withUnsafeMutableBytes(of: &block) { room in
      UnsafeMutableRawBufferPointer(rebasing: room[filled...]).copyMemory(from: bytes)
    }
    filled += bytes.count
  }

  private mutating func compressPending() {
    let full = block
    withUnsafeBytes(of: full) { state.compress($0) }
    filled = 0
  }
}

/// The 32 bytes that SHA-256 gives, as eight words.
package struct SHA256Digest: Sendable, Equatable {
  fileprivate var a: UInt32
  fileprivate var b: UInt32
  fileprivate var c: UInt32
  fileprivate var d: UInt32
  fileprivate var e: UInt32
  fileprivate var f: UInt32
  fileprivate var g: UInt32
  fileprivate var h: UInt32

  /// Bytes in a digest.
  static let size = 32
  /// Hexadecimal digits of a digest.
  package static let hexSize = 64

  /// The 32 bytes.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(SHA256Digest.size)
    forEachByte { bytes.append($0) }
    return bytes
  }

  /// The 64 lower-case hexadecimal digits.
  package var hex: [UInt8] {
    var hex: [UInt8] = []
    hex.reserveCapacity(SHA256Digest.hexSize)
    appendHex(to: &hex)
    return hex
  }

  /// Appends the 64 lower-case hexadecimal digits to `text`.
  package func appendHex(to text: inout [UInt8]) {
    forEachByte { byte in
      text.append(SHA256Digest.digit(byte >> 4))
      text.append(SHA256Digest.digit(byte & 15))
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

  private func forEachByte(_ body: (UInt8) -> Void) {
    withUnsafeBytes(of: (a.bigEndian, b.bigEndian, c.bigEndian, d.bigEndian)) { $0.forEach(body) }
    withUnsafeBytes(of: (e.bigEndian, f.bigEndian, g.bigEndian, h.bigEndian)) { $0.forEach(body) }
  }
}

extension SHA256Digest {
  /// Works the whole blocks in `blocks` into the state (6.2.2).
  fileprivate mutating func compress(_ blocks: UnsafeRawBufferPointer) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      withUnsafeBytes(of: SHA256Digest.constants) { constants in
        let constants = constants.assumingMemoryBound(to: UInt32.self)
        var start = 0
        while start < blocks.count {
          SHA256Digest.expand(blocks, from: start, into: schedule)
          compress(schedule, constants)
          start += SHA256.blockSize
        }
      }
    }
  }

  @inline(__always)
  private static func expand(
    _ blocks: UnsafeRawBufferPointer, from start: Int,
    into schedule: UnsafeMutableBufferPointer<UInt32>
  ) {
    for t in 0..<16 {
      schedule[t] = UInt32(
        bigEndian: blocks.loadUnaligned(fromByteOffset: start &+ t &* 4, as: UInt32.self))
    }
    for t in 16..<64 {
      let x = schedule[t &- 15]
      let y = schedule[t &- 2]
      let small0 = rotate(x, 7) ^ rotate(x, 18) ^ (x &>> 3)
      let small1 = rotate(y, 17) ^ rotate(y, 19) ^ (y &>> 10)
      schedule[t] = schedule[t &- 16] &+ small0 &+ schedule[t &- 7] &+ small1
    }
  }

  @inline(__always)
  private mutating func compress(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>
  ) {
    var v = self
    // Eight rounds bring every word back to its own name, so none has to be moved.
    var t = 0
    while t < 64 {
      SHA256Digest.round(v.a, v.b, v.c, &v.d, v.e, v.f, v.g, &v.h, constants[t] &+ schedule[t])
      SHA256Digest.round(
        v.h, v.a, v.b, &v.c, v.d, v.e, v.f, &v.g, constants[t &+ 1] &+ schedule[t &+ 1])
      SHA256Digest.round(
        v.g, v.h, v.a, &v.b, v.c, v.d, v.e, &v.f, constants[t &+ 2] &+ schedule[t &+ 2])
      SHA256Digest.round(
        v.f, v.g, v.h, &v.a, v.b, v.c, v.d, &v.e, constants[t &+ 3] &+ schedule[t &+ 3])
      SHA256Digest.round(
        v.e, v.f, v.g, &v.h, v.a, v.b, v.c, &v.d, constants[t &+ 4] &+ schedule[t &+ 4])
      SHA256Digest.round(
        v.d, v.e, v.f, &v.g, v.h, v.a, v.b, &v.c, constants[t &+ 5] &+ schedule[t &+ 5])
      SHA256Digest.round(
        v.c, v.d, v.e, &v.f, v.g, v.h, v.a, &v.b, constants[t &+ 6] &+ schedule[t &+ 6])
      SHA256Digest.round(
        v.b, v.c, v.d, &v.e, v.f, v.g, v.h, &v.a, constants[t &+ 7] &+ schedule[t &+ 7])
      t &+= 8
    }
    a &+= v.a
    b &+= v.b
    c &+= v.c
    d &+= v.d
    e &+= v.e
    f &+= v.f
    g &+= v.g
    h &+= v.h
  }

  /// One round; `input` is the sum of its constant and its word of the schedule.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ input: UInt32
  ) {
    let big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let first = h &+ big1 &+ (g ^ (e & (f ^ g))) &+ input
    let big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    d = d &+ first
    h = first &+ big0 &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    (word &>> count) | (word &<< (32 &- count))
  }

  private typealias Four = (UInt32, UInt32, UInt32, UInt32)

  /// The constants of section 4.2.2: a tuple, because it lies in the executable and is not built.
  private static let constants:
    (
      Four, Four, Four, Four, Four, Four, Four, Four,
      Four, Four, Four, Four, Four, Four, Four, Four
    ) = (
      (0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5),
      (0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5),
      (0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3),
      (0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174),
      (0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC),
      (0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA),
      (0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7),
      (0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967),
      (0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13),
      (0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85),
      (0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3),
      (0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070),
      (0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5),
      (0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3),
      (0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208),
      (0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2)
    )
}
