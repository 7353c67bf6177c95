// SPDX-License-Identifier: MIT

/// The inside of JSON strings (RFC 8259, 7).
enum JSONString {
  /// Walks a string from the byte after its opening quote.
  ///
  /// - Returns: the offset of the closing quote, and whether there are escapes on the way.
  /// - Throws: the reason why this is no string of RFC 8259 in valid UTF-8.
  static func scan(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int
  ) throws(JSONError) -> (end: Int, isEscaped: Bool) {
    var position = start
    var isEscaped = false
    while true {
      position = skipPlain(text, position)
      guard position < text.count else { throw JSONError(.unexpectedEnd, at: position) }
      switch text[position] {
      case 0x22: return (position, isEscaped)
      case 0x5C:
        isEscaped = true
        position = try skipEscape(text, position)
      case ..<0x20: throw JSONError(.controlCharacter, at: position)
      case 0x80...:
        let length = sequenceLength(text, position)
        guard length > 0 else { throw JSONError(.invalidUTF8, at: position) }
        position += length
      default: position += 1
      }
    }
  }

  /// The first offset from `position` on whose byte is a quote, a backslash, a control character
  /// or not ASCII; eight bytes at a time.
  static func skipPlain(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let raw = UnsafeRawBufferPointer(text)
    var position = position
    while position + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let special =
        ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
        | ((word &- (ones &* 0x20)) & ~word) | word
      if special & highs != 0 { break }
      position += 8
    }
    while position < text.count {
      let byte = text[position]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 || byte >= 0x80 { break }
      position += 1
    }
    return position
  }

  /// The offset after the escape at `position`; a surrogate has to come with its other half.
  private static func skipEscape(
    _ text: UnsafeBufferPointer<UInt8>, _ position: Int
  ) throws(JSONError) -> Int {
    guard position + 1 < text.count else { throw JSONError(.unexpectedEnd, at: position) }
    switch text[position + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return position + 2
    case 0x75:
      let unit = try hexUnit(text, position + 2)
      if unit & 0xFC00 == 0xDC00 { throw JSONError(.loneSurrogate, at: position) }
      guard unit & 0xFC00 == 0xD800 else { return position + 6 }
      guard position + 7 < text.count, text[position + 6] == 0x5C, text[position + 7] == 0x75
      else { throw JSONError(.loneSurrogate, at: position) }
      guard try hexUnit(text, position + 8) & 0xFC00 == 0xDC00 else {
        throw JSONError(.loneSurrogate, at: position)
      }
      return position + 12
    default: throw JSONError(.badEscape, at: position)
    }
  }

  private static func hexUnit(
    _ text: UnsafeBufferPointer<UInt8>, _ position: Int
  ) throws(JSONError) -> UInt32 {
    var unit: UInt32 = 0
    for offset in position..<position + 4 {
      guard offset < text.count else { throw JSONError(.unexpectedEnd, at: text.count) }
      guard let digit = hexDigit(text[offset]) else { throw JSONError(.badEscape, at: offset) }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  /// The value of a hexadecimal digit.
  static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// Length of the well-formed UTF-8 sequence of two to four bytes at `position` (RFC 3629, 4),
  /// or 0 where there is none.
  static func sequenceLength(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    let first = text[position]
    func continues(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      position + offset < text.count && text[position + offset] >= low
        && text[position + offset] <= high
    }
    switch first {
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, 0xA0) && continues(2) ? 3 : 0
    case 0xED: return continues(1, 0x80, 0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, 0x90) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, 0x80, 0x8F) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }

  /// Appends a Unicode scalar in UTF-8.
  static func append(_ scalar: UInt32, to content: inout [UInt8]) {
    func tail(_ shift: UInt32) { content.append(UInt8(0x80 | (scalar >> shift & 0x3F))) }
    switch scalar {
    case ..<0x80: content.append(UInt8(scalar))
    case ..<0x800:
      content.append(UInt8(0xC0 | scalar >> 6))
      tail(0)
    case ..<0x10000:
      content.append(UInt8(0xE0 | scalar >> 12))
      tail(6)
      tail(0)
    default:
      content.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      tail(12)
      tail(6)
      tail(0)
    }
  }
}
