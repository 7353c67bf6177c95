// SPDX-License-Identifier: MIT

/// The content of a string that the parser has accepted, byte by byte with its escapes replaced.
///
/// Comparing keys this way allocates nothing, however long they are.
struct JSONContent {
  private let text: UnsafeBufferPointer<UInt8>
  private let hasEscapes: Bool
  private var position = 0
  /// The character of an escape, while its last `tails` bytes of UTF-8 are still to come.
  private var scalar: UInt32 = 0
  private var tails: UInt32 = 0

  /// The content of a string that stands as `text` between its quotes.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    hasEscapes = true
  }

  /// Bytes that are content already.
  init(unescaped text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    hasEscapes = false
  }

  /// The next byte of the content, or nil at its end.
  mutating func next() -> UInt8? {
    if tails > 0 {
      tails -= 1
      return UInt8(0x80 | scalar >> (6 * tails) & 0x3F)
    }
    guard position < text.count else { return nil }
    let byte = text[position]
    guard hasEscapes, byte == 0x5C else {
      position += 1
      return byte
    }
    (scalar, position) = JSONContent.escape(text, position)
    switch scalar {
    case ..<0x80: return UInt8(scalar)
    case ..<0x800: tails = 1
    case ..<0x10000: tails = 2
    default: tails = 3
    }
    let marks: UInt32 = tails == 1 ? 0xC0 : tails == 2 ? 0xE0 : 0xF0
    return UInt8(truncatingIfNeeded: marks | scalar >> (6 * tails))
  }

  /// Whether both have the same bytes from here on.
  func isEqual(to other: JSONContent) -> Bool {
    compare(to: other) == 0
  }

  /// Below 0 where these bytes sort before those of `other`, 0 where they are the same.
  func compare(to other: JSONContent) -> Int {
    var left = self
    var right = other
    while true {
      let first = left.next()
      let second = right.next()
      guard let first, let second else { return (first == nil ? 0 : 1) - (second == nil ? 0 : 1) }
      if first != second { return Int(first) - Int(second) }
    }
  }

  /// The whole content of a string that stands as `text` between its quotes.
  static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var content: [UInt8] = []
    content.reserveCapacity(text.count)
    var position = 0
    while position < text.count {
      var end = position
      while end < text.count, text[end] != 0x5C { end += 1 }
      content.append(contentsOf: UnsafeBufferPointer(rebasing: text[position..<end]))
      guard end < text.count else { break }
      let (scalar, next) = escape(text, end)
      JSONString.append(scalar, to: &content)
      position = next
    }
    return content
  }

  /// The character that the escape at `position` stands for, and the offset after it.
  private static func escape(
    _ text: UnsafeBufferPointer<UInt8>, _ position: Int
  ) -> (scalar: UInt32, next: Int) {
    guard position + 1 < text.count else { return (0x5C, text.count) }
    guard text[position + 1] == 0x75 else { return (plain(text[position + 1]), position + 2) }
    let first = unit(text, position + 2)
    guard first & 0xFC00 == 0xD800 else { return (first, position + 6) }
    let second = unit(text, position + 8)
    return (0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF), position + 12)
  }

  private static func plain(_ byte: UInt8) -> UInt32 {
    switch byte {
    case 0x62: 0x08
    case 0x66: 0x0C
    case 0x6E: 0x0A
    case 0x72: 0x0D
    case 0x74: 0x09
    default: UInt32(byte)
    }
  }

  private static func unit(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> UInt32 {
    var unit: UInt32 = 0
    for offset in position..<position + 4 where offset < text.count {
      unit = unit << 4 | UInt32(JSONString.hexDigit(text[offset]) ?? 0)
    }
    return unit
  }
}
