// SPDX-License-Identifier: MIT

/// Backslash escapes of `printf` and `echo -e` (POSIX XCU printf; Bash adds `\x`, `\u`, `\e`).
enum Escapes {
  static func decoded(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while position < text.count {
      guard text[position] == 0x5C, position + 1 < text.count else {
        result.append(text[position])
        position += 1
        continue
      }
      position = append(text, position + 1, to: &result)
    }
    return result
  }

  /// Appends the escape whose letter is at `position`; returns the offset after it.
  static func append(_ text: [UInt8], _ position: Int, to result: inout [UInt8]) -> Int {
    switch text[position] {
    case 0x61: result.append(0x07)
    case 0x62: result.append(0x08)
    case 0x65, 0x45: result.append(0x1B)
    case 0x66: result.append(0x0C)
    case 0x6E: result.append(0x0A)
    case 0x72: result.append(0x0D)
    case 0x74: result.append(0x09)
    case 0x76: result.append(0x0B)
    case 0x5C: result.append(0x5C)
    case 0x22: result.append(0x22)
    case 0x27: result.append(0x27)
    case 0x78: return number(text, position + 1, base: 16, limit: 2, isScalar: false, to: &result)
    case 0x75: return number(text, position + 1, base: 16, limit: 4, isScalar: true, to: &result)
    case 0x55: return number(text, position + 1, base: 16, limit: 8, isScalar: true, to: &result)
    case 0x30: return number(text, position, base: 8, limit: 4, isScalar: false, to: &result)
    case 0x31...0x37: return number(text, position, base: 8, limit: 3, isScalar: false, to: &result)
    default:
      result.append(0x5C)
      result.append(text[position])
    }
    return position + 1
  }

  private static func number(
    _ text: [UInt8], _ start: Int, base: UInt32, limit: Int, isScalar: Bool,
    to result: inout [UInt8]
  ) -> Int {
    var position = start
    var value: UInt32 = 0
    while position < text.count, position < start + limit, let digit = digit(text[position]),
      digit < base
    {
      value = value &* base &+ digit
      position += 1
    }
    if position == start { return start }
    if isScalar, value < 0x11_0000 {
      JSONString.append(value, to: &result)
    } else {
      result.append(UInt8(truncatingIfNeeded: value))
    }
    return position
  }

  static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x37
    case 0x61...0x66: UInt32(byte) - 0x57
    default: nil
    }
  }
}

/// The output of `printf format arguments…` where it can be told.
enum PrintfFormat {
  /// Rounds through the format; more arguments are cut off as unknown.
  private static let roundLimit = 64

  static func output(of format: [UInt8], _ arguments: List<Field>) -> Field {
    var output = Field()
    var next = 0
    for round in 0..<roundLimit {
      let before = next
      appendRound(format, arguments, &next, to: &output)
      if next >= arguments.count || next == before { return output }
      if round == roundLimit - 1 { output.appendGap() }
    }
    return output
  }

  private static func appendRound(
    _ format: [UInt8], _ arguments: List<Field>, _ next: inout Int, to output: inout Field
  ) {
    var position = 0
    while position < format.count {
      let byte = format[position]
      if byte == 0x5C, position + 1 < format.count {
        var escaped: [UInt8] = []
        position = Escapes.append(format, position + 1, to: &escaped)
        output.append(Field(escaped), quoted: true)
      } else if byte == 0x25, position + 1 < format.count {
        position = appendConversion(format, position + 1, arguments, &next, to: &output)
      } else {
        output.append(Field([byte]), quoted: true)
        position += 1
      }
    }
  }

  private static func appendConversion(
    _ format: [UInt8], _ start: Int, _ arguments: List<Field>, _ next: inout Int,
    to output: inout Field
  ) -> Int {
    if format[start] == 0x25 {
      output.append(Field([0x25]), quoted: true)
      return start + 1
    }
    var position = start
    while position < format.count, isModifier(format[position]) { position += 1 }
    guard position < format.count else { return position }
    var argument = Field()
    if next < arguments.count {
      argument = arguments[next]
      next += 1
    }
    switch format[position] {
    case 0x71: output.append(argument, quoted: true)
    case 0x73 where position == start, 0x64 where position == start,
      0x69 where position == start:
      output.append(argument, quoted: true)
    case 0x62:
      output.append(argument.exact.map { Field(Escapes.decoded($0)) } ?? argument, quoted: true)
    case 0x63 where argument.exact != nil:
      output.append(Field(Array(argument.bytes.prefix(1))), quoted: true)
    default: output.appendGap()
    }
    return position + 1
  }

  private static func isModifier(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2D, 0x2B, 0x20, 0x23, 0x2E, 0x2A: true
    default: false
    }
  }
}

/// Decoders of known text.
enum Decoding {
  /// Base 64 (RFC 4648, 4 and 5), white space skipped; nil where the text is none.
  static func base64(_ text: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      if byte == 0x3D { break }
      if byte == 0x0A || byte == 0x20 || byte == 0x0D || byte == 0x09 { continue }
      guard let value = sextet(byte) else { return nil }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        bits &= (1 << UInt32(count)) - 1
      }
    }
    return result
  }

  private static func sextet(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x47
    case 0x30...0x39: UInt32(byte) + 4
    case 0x2B, 0x2D: 62
    case 0x2F, 0x5F: 63
    default: nil
    }
  }

  /// Pairs of hexadecimal digits, white space skipped; nil where the text is none.
  static func hex(_ text: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var high: UInt32?
    for byte in text {
      if byte == 0x0A || byte == 0x20 || byte == 0x0D || byte == 0x09 { continue }
      guard let digit = Escapes.digit(byte) else { return nil }
      if let first = high {
        result.append(UInt8(truncatingIfNeeded: first << 4 | digit))
        high = nil
      } else {
        high = digit
      }
    }
    return high == nil ? result : nil
  }
}

/// `tr` with constant sets: ranges, classes, `-d`; nothing else is computed.
struct Translation {
  private var from: [UInt8]
  private var to: [UInt8]
  private let deletes: Bool

  /// Nil where the arguments are more than that.
  init?(_ arguments: List<Field>) {
    var sets = List<[UInt8]>()
    var deletes = false
    for argument in arguments {
      guard let text = argument.exact else { return nil }
      if text.equals("-d") {
        deletes = true
      } else if text.first == 0x2D, text.count > 1 {
        return nil
      } else {
        guard let set = Translation.expanded(Escapes.decoded(text)) else { return nil }
        sets.append(set)
      }
    }
    guard sets.count == (deletes ? 1 : 2) else { return nil }
    self.deletes = deletes
    from = sets[0]
    to = deletes ? [] : sets[1]
    guard deletes || !to.isEmpty else { return nil }
  }

  /// `text` after the translation.
  func apply(to text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text {
      guard let index = from.lastIndex(of: byte) else {
        result.append(byte)
        continue
      }
      if deletes { continue }
      result.append(index < to.count ? to[index] : to[to.count - 1])
    }
    return result
  }

  private static func expanded(_ text: [UInt8]) -> [UInt8]? {
    if text.equals("[:upper:]") { return Array(0x41...0x5A) }
    if text.equals("[:lower:]") { return Array(0x61...0x7A) }
    if text.contains(0x5B) { return nil }
    var set: [UInt8] = []
    var position = 0
    while position < text.count {
      if position + 2 < text.count, text[position + 1] == 0x2D {
        guard text[position] <= text[position + 2] else { return nil }
        set += Array(text[position]...text[position + 2])
        position += 3
      } else {
        set.append(text[position])
        position += 1
      }
    }
    return set
  }
}
