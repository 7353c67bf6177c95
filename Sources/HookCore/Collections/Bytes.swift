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
    count == text.utf8CodeUnitCount && text.withUTF8Buffer { elementsEqual($0) }
  }

  /// Whether these bytes begin with a constant.
  package func hasPrefix(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && text.withUTF8Buffer { starts(with: $0) }
  }

  /// Whether these bytes end with a constant.
  package func hasSuffix(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount
      && text.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }

  /// Offset of the first `needle`, or nil.
  package func firstRange(of needle: StaticString) -> Range<Int>? {
    needle.withUTF8Buffer { wanted in
      guard wanted.count <= count, !wanted.isEmpty else { return nil }
      for start in 0...(count - wanted.count)
      where self[start] == wanted[0] && self[start..<start + wanted.count].elementsEqual(wanted) {
        return start..<start + wanted.count
      }
      return nil
    }
  }
}
