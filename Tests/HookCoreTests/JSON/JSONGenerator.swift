// SPDX-License-Identifier: MIT

/// Makes JSON texts in every spelling, the same ones for the same seed.
struct JSONGenerator {
  private var source: SeededGenerator

  init(seed: UInt64) { source = SeededGenerator(seed: seed) }

  mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &source) }

  /// A document with random white space, escapes and number forms.
  mutating func document() -> [UInt8] { space() + value(depth: 0) + space() }

  /// `text` with one byte removed, doubled, replaced or swapped with the next.
  mutating func changed(_ text: [UInt8]) -> [UInt8] {
    var text = text
    let position = number(below: text.count)
    switch number(below: 4) {
    case 0: text.remove(at: position)
    case 1: text.insert(text[position], at: position)
    case 2: text[position] = Array("{}[]\",:\\u0e-+. \u{7F}".utf8)[number(below: 16)]
    default: text.swapAt(position, min(position + 1, text.count - 1))
    }
    return text
  }

  private mutating func value(depth: Int) -> [UInt8] {
    switch number(below: depth < 5 ? 9 : 6) {
    case 0: return Array("true".utf8)
    case 1: return Array("false".utf8)
    case 2: return Array("null".utf8)
    case 3: return numeral()
    case 4, 5: return quoted(content())
    case 6, 7: return object(depth: depth)
    default:
      let elements = (0..<number(below: 5)).map { _ in space() + value(depth: depth + 1) + space() }
      return enclosed(elements, 0x5B, 0x5D)
    }
  }

  private mutating func object(depth: Int) -> [UInt8] {
    let members = (0..<number(below: 5)).map { index in
      // The index keeps the keys apart.
      space() + quoted(content() + [Unicode.Scalar(UInt8(0x30 + index))]) + space() + [0x3A]
        + space() + value(depth: depth + 1) + space()
    }
    return enclosed(members, 0x7B, 0x7D)
  }

  private mutating func enclosed(_ items: [[UInt8]], _ open: UInt8, _ close: UInt8) -> [UInt8] {
    [open] + (items.isEmpty ? space() : Array(items.joined(separator: [0x2C]))) + [close]
  }

  private mutating func space() -> [UInt8] {
    (0..<max(0, number(below: 8) - 5)).map { _ in
      [0x20, 0x09, 0x0A, 0x0D][number(below: 4)]
    }
  }

  private mutating func numeral() -> [UInt8] {
    var text = number(below: 3) == 0 ? "-" : ""
    text += number(below: 4) == 0 ? "0" : "\(1 + number(below: 1 << 40))"
    if number(below: 3) == 0 { text += ".\(number(below: 1000))" }
    if number(below: 4) == 0 {
      text += ["e", "E", "e+", "E-"][number(below: 4)] + "\(number(below: 20))"
    }
    return Array(text.utf8)
  }

  /// Up to 20 characters from all lengths of UTF-8, controls included.
  mutating func content() -> [Unicode.Scalar] {
    (0..<number(below: 20)).map { _ in
      switch number(below: 8) {
      case 0: Unicode.Scalar(UInt8(number(below: 0x20)))
      case 1: Unicode.Scalar(0x80 + UInt32(number(below: 0x180))) ?? "é"
      case 2: Unicode.Scalar(0x4E00 + UInt32(number(below: 0x1000))) ?? "世"
      case 3: Unicode.Scalar(0x1F300 + UInt32(number(below: 0x300))) ?? "😀"
      default: Unicode.Scalar(UInt8(0x20 + number(below: 0x5F)))
      }
    }
  }

  /// A string in which each character is escaped where it has to be, and sometimes elsewhere.
  private mutating func quoted(_ content: [Unicode.Scalar]) -> [UInt8] {
    var text = "\""
    for scalar in content {
      let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
      if mustEscape || number(below: 10) == 0 {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: number(below: 2) == 0)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return Array((text + "\"").utf8)
  }
}
