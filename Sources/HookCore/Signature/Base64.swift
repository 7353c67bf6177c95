// SPDX-License-Identifier: MIT

/// Base64 as keys and signatures are written in (RFC 4648, 4).
enum Base64 {
  /// The bytes that `text` stands for; nil where it is not exactly as an encoder writes it.
  static func decoded(_ text: [UInt8]) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    var pending: UInt32 = 0
    var held: UInt32 = 0
    var padding = 0
    for byte in text {
      if byte == 0x3D {
        padding += 1
        continue
      }
      guard padding == 0, let digit = value(of: byte) else { return nil }
      pending = pending &<< 6 | digit
      held &+= 6
      if held >= 8 {
        held &-= 8
        bytes.append(UInt8(truncatingIfNeeded: pending &>> held))
        pending &= (1 &<< held) &- 1
      }
    }
    guard padding <= 2, pending == 0, held == UInt32(padding) &* 2 else { return nil }
    return bytes
  }

  /// The digits of `bytes`, without padding where `padded` is false.
  static func encoded(_ bytes: [UInt8], padded: Bool = true) -> [UInt8] {
    var text: [UInt8] = []
    var position = 0
    while position < bytes.count {
      var group: UInt32 = 0
      for offset in 0..<3 {
        group =
          group &<< 8 | (position + offset < bytes.count ? UInt32(bytes[position + offset]) : 0)
      }
      let digits = min(4, bytes.count - position + 1)
      for place in 0..<4 {
        if place < digits {
          text.append(digit(UInt8(truncatingIfNeeded: group &>> UInt32(18 - 6 * place)) & 63))
        } else if padded {
          text.append(0x3D)
        }
      }
      position += 3
    }
    return text
  }

  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61) + 26
    case 0x30...0x39: UInt32(byte - 0x30) + 52
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    switch value {
    case 0..<26: 0x41 + value
    case 26..<52: 0x61 + value - 26
    case 52..<62: 0x30 + value - 52
    case 62: 0x2B
    default: 0x2F
    }
  }
}
