// SPDX-License-Identifier: MIT

/// The place of a value in a document (RFC 6901).
enum JSONPointer {
  /// `pointer/key` with `~` and `/` in the key escaped (section 3).
  static func child(of pointer: [UInt8], _ key: [UInt8]) -> [UInt8] {
    var result = pointer
    result.append(0x2F)
    for byte in key {
      switch byte {
      case 0x7E: result.append("~0")
      case 0x2F: result.append("~1")
      default: result.append(byte)
      }
    }
    return result
  }

  /// `pointer/index`.
  static func child(of pointer: [UInt8], _ index: Int) -> [UInt8] {
    var result = pointer
    result.append(0x2F)
    result.append(decimal: index)
    return result
  }
}
