// SPDX-License-Identifier: MIT

extension [UInt8] {
  /// The bytes of a constant.
  package init(_ text: StaticString) {
    self = text.withUTF8Buffer { [UInt8]($0) }
  }

  /// Appends the bytes of a constant.
  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends `value` in decimal.
  package mutating func append(decimal value: Int) {
    var magnitude = value.magnitude
    if value < 0 { append(0x2D) }
    var scale: UInt = 1
    while magnitude / scale >= 10 { scale *= 10 }
    while scale > 0 {
      append(UInt8(truncatingIfNeeded: 0x30 + magnitude / scale))
      magnitude %= scale
      scale /= 10
    }
  }

  /// Whether these are the bytes of a constant.
  package func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && holds(text, at: 0)
  }

  /// Whether these bytes begin with a constant.
  package func hasPrefix(_ text: StaticString) -> Bool { holds(text, at: 0) }

  /// Whether these bytes end with a constant.
  package func hasSuffix(_ text: StaticString) -> Bool {
    holds(text, at: count - text.utf8CodeUnitCount)
  }

  /// Whether a constant stands at `place`.
  private func holds(_ text: StaticString, at place: Int) -> Bool {
    text.withUTF8Buffer { wanted in
      guard place >= 0, wanted.count <= count - place else { return false }
      for index in 0..<wanted.count where self[place + index] != wanted[index] { return false }
      return true
    }
  }

  /// Offset of the first `needle`, or nil.
  package func firstRange(of needle: StaticString) -> Range<Int>? {
    withUnsafeBufferPointer { bytes in
      needle.withUTF8Buffer { wanted in
        guard wanted.count <= bytes.count, let first = wanted.first else { return nil }
        for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
          let end = start + wanted.count
          if bytes[start..<end].elementsEqual(wanted) { return start..<end }
        }
        return nil
      }
    }
  }
}
