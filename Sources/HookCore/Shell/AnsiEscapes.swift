// SPDX-License-Identifier: MIT

/// The escapes of `$'…'` (2.2.4; Bash manual, ANSI-C Quoting).
enum AnsiEscapes {
  /// What the bytes between the quotes stand for; a NUL that is written by an escape ends it.
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var decoder = Decoder(text)
    while decoder.decodeNext() {}
    return decoder.output
  }

  private struct Decoder {
    private let text: ArraySlice<UInt8>
    private var position: Int
    private(set) var output: [UInt8] = []

    init(_ text: ArraySlice<UInt8>) {
      self.text = text
      position = text.startIndex
    }

    private var current: UInt8 { position < text.endIndex ? text[position] : 0 }

    /// Decodes one byte or escape; false at the end.
    mutating func decodeNext() -> Bool {
      guard position < text.endIndex else { return false }
      let byte = text[position]
      position += 1
      guard byte == Byte.backslash, position < text.endIndex else {
        output.append(byte)
        return true
      }
      return decodeEscape()
    }

    private mutating func decodeEscape() -> Bool {
      let letter = text[position]
      if letter >= UInt8(ascii: "0") && letter <= UInt8(ascii: "7") {
        return put(number(digits: 3, bitsEach: 3) & 0xFF)
      }
      position += 1
      switch letter {
      case UInt8(ascii: "a"): output.append(7)
      case UInt8(ascii: "b"): output.append(8)
      case UInt8(ascii: "e"), UInt8(ascii: "E"): output.append(27)
      case UInt8(ascii: "f"): output.append(12)
      case UInt8(ascii: "n"): output.append(10)
      case UInt8(ascii: "r"): output.append(13)
      case UInt8(ascii: "t"): output.append(9)
      case UInt8(ascii: "v"): output.append(11)
      case Byte.backslash, Byte.singleQuote, Byte.doubleQuote, Byte.question: output.append(letter)
      case UInt8(ascii: "x"): return decodeHexadecimal()
      case UInt8(ascii: "u"): return decodeScalar(letter, digits: 4)
      case UInt8(ascii: "U"): return decodeScalar(letter, digits: 8)
      case UInt8(ascii: "c"): return decodeControl()
      default: output += [Byte.backslash, letter]
      }
      return true
    }

    /// Adds a byte; a NUL ends the text.
    private mutating func put(_ value: UInt32) -> Bool {
      guard value != 0 else { return false }
      output.append(UInt8(truncatingIfNeeded: value))
      return true
    }

    private mutating func number(digits: Int, bitsEach: UInt32) -> UInt32 {
      var value: UInt32 = 0
      var count = 0
      while count < digits, let digit = Self.digit(current), digit < 1 << bitsEach {
        value = value << bitsEach | digit
        position += 1
        count += 1
      }
      return value
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
      default: nil
      }
    }

    /// `\xH`, `\xHH`, or `\x{H…}`, of which the low byte counts.
    private mutating func decodeHexadecimal() -> Bool {
      let isBraced = current == Byte.openBrace
      let start = position
      if isBraced { position += 1 }
      let first = position
      let value = number(digits: isBraced ? text.count : 2, bitsEach: 4)
      guard position > first else {
        position = start
        output += [Byte.backslash, UInt8(ascii: "x")]
        return true
      }
      if isBraced, current == Byte.closeBrace { position += 1 }
      return put(value & 0xFF)
    }

    /// `\uHHHH` and `\UHHHHHHHH`, as UTF-8.
    private mutating func decodeScalar(_ letter: UInt8, digits: Int) -> Bool {
      let start = position
      let value = number(digits: digits, bitsEach: 4)
      guard position > start else {
        output += [Byte.backslash, letter]
        return true
      }
      guard value > 0x7F else { return put(value) }
      // Bash encodes every number of 31 bits this way, not only those that Unicode has.
      var count = 1
      while count < 5 && value >> UInt32(5 * count + 6) != 0 { count += 1 }
      let mark = UInt8(truncatingIfNeeded: 0xFF00 >> (count + 1))
      output.append(mark | UInt8(truncatingIfNeeded: value >> UInt32(6 * count)))
      while count > 0 {
        count -= 1
        output.append(0x80 | UInt8(truncatingIfNeeded: value >> UInt32(6 * count)) & 0x3F)
      }
      return true
    }

    /// `\cX`: the control character of X.
    private mutating func decodeControl() -> Bool {
      guard position < text.endIndex else {
        output += [Byte.backslash, UInt8(ascii: "c")]
        return true
      }
      var letter = text[position]
      position += 1
      if letter == Byte.backslash, current == Byte.backslash { position += 1 }
      if letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") { letter -= 32 }
      return put(letter == Byte.question ? 0x7F : UInt32(letter & 0x1F))
    }
  }
}
