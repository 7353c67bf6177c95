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

extension JSONValue {
  /// Where the value is in its document (RFC 6901); looked for, because only errors ask.
  package var pointer: [UInt8] {
    var pointer: [UInt8] = []
    var place = document.root
    while place.index != index, let next = place.step(to: self, &pointer) { place = next }
    return pointer
  }

  /// Where the member `key` of this object is or would be.
  package func pointer(to key: [UInt8]) -> [UInt8] {
    JSONPointer.child(of: pointer, key)
  }

  /// The member or element in which `wanted` is.
  private func step(to wanted: JSONValue, _ pointer: inout [UInt8]) -> JSONValue? {
    for (key, value) in members where value.range.upperBound >= wanted.range.upperBound {
      pointer = JSONPointer.child(of: pointer, key.string ?? [])
      return value
    }
    var place = 0
    for element in elements {
      if element.range.upperBound >= wanted.range.upperBound {
        pointer = JSONPointer.child(of: pointer, place)
        return element
      }
      place += 1
    }
    return nil
  }
}
