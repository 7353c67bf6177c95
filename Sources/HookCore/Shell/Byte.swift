// SPDX-License-Identifier: MIT

/// The bytes that the grammar names.
enum Byte {
  static var end: UInt8 { 0 }
  static var tab: UInt8 { 9 }
  static var newline: UInt8 { 10 }
  static var space: UInt8 { 32 }
  static var exclamation: UInt8 { UInt8(ascii: "!") }
  static var doubleQuote: UInt8 { UInt8(ascii: "\"") }
  static var hash: UInt8 { UInt8(ascii: "#") }
  static var dollar: UInt8 { UInt8(ascii: "$") }
  static var percent: UInt8 { UInt8(ascii: "%") }
  static var ampersand: UInt8 { UInt8(ascii: "&") }
  static var singleQuote: UInt8 { UInt8(ascii: "'") }
  static var openParen: UInt8 { UInt8(ascii: "(") }
  static var closeParen: UInt8 { UInt8(ascii: ")") }
  static var star: UInt8 { UInt8(ascii: "*") }
  static var plus: UInt8 { UInt8(ascii: "+") }
  static var comma: UInt8 { UInt8(ascii: ",") }
  static var minus: UInt8 { UInt8(ascii: "-") }
  static var slash: UInt8 { UInt8(ascii: "/") }
  static var colon: UInt8 { UInt8(ascii: ":") }
  static var semicolon: UInt8 { UInt8(ascii: ";") }
  static var less: UInt8 { UInt8(ascii: "<") }
  static var equals: UInt8 { UInt8(ascii: "=") }
  static var greater: UInt8 { UInt8(ascii: ">") }
  static var question: UInt8 { UInt8(ascii: "?") }
  static var at: UInt8 { UInt8(ascii: "@") }
  static var openBracket: UInt8 { UInt8(ascii: "[") }
  static var backslash: UInt8 { UInt8(ascii: "\\") }
  static var closeBracket: UInt8 { UInt8(ascii: "]") }
  static var caret: UInt8 { UInt8(ascii: "^") }
  static var underscore: UInt8 { UInt8(ascii: "_") }
  static var backquote: UInt8 { UInt8(ascii: "`") }
  static var openBrace: UInt8 { UInt8(ascii: "{") }
  static var bar: UInt8 { UInt8(ascii: "|") }
  static var closeBrace: UInt8 { UInt8(ascii: "}") }

  /// Whether a token ends before the byte (2.3).
  @inline(__always)
  static func endsToken(_ byte: UInt8) -> Bool {
    switch byte {
    case end, tab, newline, space, ampersand, semicolon, less, greater, bar, openParen, closeParen:
      true
    default: false
    }
  }

  /// Whether a name (3.235) can begin with the byte.
  @inline(__always)
  static func startsName(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")) || byte == underscore
  }

  /// Whether the byte is a decimal digit.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Whether a name can go on with the byte.
  @inline(__always)
  static func continuesName(_ byte: UInt8) -> Bool { startsName(byte) || isDigit(byte) }

  /// Whether the byte names a special parameter (2.5.2).
  @inline(__always)
  static func isSpecialParameter(_ byte: UInt8) -> Bool {
    switch byte {
    case at, star, hash, question, minus, dollar, exclamation: true
    default: false
    }
  }

  /// Whether an extended pattern can begin with the byte, before `(`.
  @inline(__always)
  static func startsExtendedGlob(_ byte: UInt8) -> Bool {
    switch byte {
    case question, star, plus, at, exclamation: true
    default: false
    }
  }

  /// Whether the byte is nothing but itself wherever it stands in a word.
  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool {
    continuesName(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
      || byte == minus
  }
}
