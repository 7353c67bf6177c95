// SPDX-License-Identifier: MIT

/// Arithmetic expressions that can be known (POSIX 2.6.4): integers, variables, `+ - * / %`,
/// shifts, `& ^ |` and parentheses.
///
/// All else, assignments and comparisons among them, has no value here.
struct Arithmetic {
  private let text: [UInt8]
  private var position = 0
  private var depth = 0
  private let state: ShellState

  /// Parentheses and variables inside each other; more is refused.
  private static let depthLimit = 32

  /// The value of the expression `text`, or nil where it cannot be told.
  static func value(of text: [UInt8], _ state: inout ShellState) -> Int? {
    var parser = Arithmetic(text: text, state: state)
    guard let value = parser.binary(0) else { return nil }
    parser.skipBlanks()
    return parser.position == text.count ? value : nil
  }

  private init(text: [UInt8], state: ShellState) {
    self.text = text
    self.state = state
  }

  private mutating func skipBlanks() {
    while position < text.count, text[position] == 0x20 || text[position] == 0x09 { position += 1 }
  }

  /// Binds tighter the higher it is; nil where no binary operator stands.
  private mutating func operatorLevel() -> (level: Int, length: Int)? {
    skipBlanks()
    guard position < text.count else { return nil }
    let isDoubled = position + 1 < text.count && text[position + 1] == text[position]
    switch text[position] {
    case 0x7C: return isDoubled ? nil : (1, 1)
    case 0x5E: return (2, 1)
    case 0x26: return isDoubled ? nil : (3, 1)
    case 0x3C, 0x3E: return isDoubled ? (4, 2) : nil
    case 0x2B, 0x2D: return (5, 1)
    case 0x2A: return isDoubled ? nil : (6, 1)
    case 0x2F, 0x25: return (6, 1)
    default: return nil
    }
  }

  private mutating func binary(_ minimum: Int) -> Int? {
    depth += 1
    defer { depth -= 1 }
    guard depth < Arithmetic.depthLimit, var left = unary() else { return nil }
    while let (level, length) = operatorLevel(), level > minimum {
      let operation = text[position]
      position += length
      guard let right = binary(level), let value = Arithmetic.apply(operation, left, right) else {
        return nil
      }
      left = value
    }
    return left
  }

  private static func apply(_ operation: UInt8, _ left: Int, _ right: Int) -> Int? {
    switch operation {
    case 0x7C: left | right
    case 0x5E: left ^ right
    case 0x26: left & right
    case 0x3C: left << (right & 63)
    case 0x3E: left >> (right & 63)
    case 0x2B: left &+ right
    case 0x2D: left &- right
    case 0x2A: left &* right
    case 0x2F: right == 0 || right == -1 ? (right == 0 ? nil : 0 &- left) : left / right
    case 0x25: right == 0 || right == -1 ? (right == 0 ? nil : 0) : left % right
    default: nil
    }
  }

  private mutating func unary() -> Int? {
    skipBlanks()
    guard position < text.count else { return nil }
    switch text[position] {
    case 0x2D:
      position += 1
      return nested { $0.unary().map { 0 &- $0 } }
    case 0x2B:
      position += 1
      return nested { $0.unary() }
    case 0x7E:
      position += 1
      return nested { $0.unary().map { ~$0 } }
    case 0x28:
      position += 1
      let value = binary(0)
      skipBlanks()
      guard position < text.count, text[position] == 0x29 else { return nil }
      position += 1
      return value
    case 0x30...0x39: return number()
    case 0x41...0x5A, 0x61...0x7A, 0x5F: return variable()
    default: return nil
    }
  }

  private mutating func nested(_ parse: (inout Arithmetic) -> Int?) -> Int? {
    depth += 1
    defer { depth -= 1 }
    return depth < Arithmetic.depthLimit ? parse(&self) : nil
  }

  /// `12`, `0x1f`, `017`, `16#1f`.
  private mutating func number() -> Int? {
    var base = 10
    if text[position] == 0x30, position + 1 < text.count {
      if text[position + 1] | 0x20 == 0x78 {
        base = 16
        position += 2
      } else {
        base = 8
      }
    }
    guard let first = digits(base) else { return nil }
    guard position < text.count, text[position] == 0x23, base == 10, first >= 2, first <= 36 else {
      return first
    }
    position += 1
    return digits(first)
  }

  private mutating func digits(_ base: Int) -> Int? {
    var value = 0
    let start = position
    while position < text.count, let digit = Arithmetic.digit(text[position]), digit < base {
      let (scaled, overflow) = value.multipliedReportingOverflow(by: base)
      guard !overflow else { return nil }
      value = scaled &+ digit
      position += 1
    }
    return position > start ? value : nil
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x5A: Int(byte) - 0x37
    case 0x61...0x7A: Int(byte) - 0x57
    default: nil
    }
  }

  private mutating func variable() -> Int? {
    let start = position
    while position < text.count, ParameterExpander.isNameByte(text[position]) { position += 1 }
    guard let value = state.value(Array(text[start..<position])).exact else { return nil }
    if value.isEmpty { return 0 }
    var inner = Arithmetic(text: value, state: state)
    inner.depth = depth + 1
    guard let number = inner.binary(0), inner.position == value.count else { return nil }
    return number
  }
}
