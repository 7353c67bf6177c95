// SPDX-License-Identifier: MIT

/// Ways to spell one value as a word of a Bash command.
///
/// Each function returns no spelling where its kind cannot say the value.
enum WordSpelling {
  /// Bytes that mean themselves in an unquoted word, wherever they stand.
  static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: Array("_./-+:@%,=".utf8).contains(byte)
    }
  }

  static func isPlain(_ value: [UInt8]) -> Bool { !value.isEmpty && value.allSatisfy(isPlain) }

  /// `'value'`, in quotes that can stand anywhere.
  static func quoted(_ value: some Sequence<UInt8>) -> [UInt8] {
    var result = bytes("'")
    for byte in value { result += byte == UInt8(ascii: "'") ? bytes("'\\''") : [byte] }
    return result + bytes("'")
  }

  /// `"value"`.
  static func doubleQuoted(_ value: some Sequence<UInt8>) -> [UInt8] {
    var result = bytes("\"")
    for byte in value {
      if Array("\\\"$`".utf8).contains(byte) { result += bytes("\\") }
      result.append(byte)
    }
    return result + bytes("\"")
  }

  /// `c"a"t`, `''cat`, `'c''at'`.
  static func quotings(_ value: [UInt8]) -> [[UInt8]] {
    let middle = value.count / 2
    let halves = quoted(value[..<middle]) + doubleQuoted(value[middle...])
    guard isPlain(value) else { return [halves] }
    return [
      value[..<middle] + bytes("\"") + [value[middle]] + bytes("\"") + value[(middle + 1)...],
      value[..<middle] + bytes("''") + value[middle...],
      bytes("\"\"") + value, halves, quoted(value), doubleQuoted(value),
    ]
  }

  /// `c\at`, `\c\a\t`.
  static func backslashes(_ value: [UInt8]) -> [[UInt8]] {
    guard value.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return [] }
    let all = value.flatMap { bytes("\\") + [$0] }
    guard isPlain(value) else { return [all] }
    let middle = value.count / 2
    return [value[..<middle] + bytes("\\") + value[middle...], all]
  }

  /// `"$(printf %s cat)"`, `"$(printf '\143\141\164')"`, `"$(echo tac | rev)"`.
  static func substitutions(_ value: [UInt8]) -> [[UInt8]] {
    guard value.last != UInt8(ascii: "\n") else { return [] }
    let word = isPlain(value) ? value : quoted(value)
    var found = [
      bytes("\"$(printf %s ") + word + bytes(")\""),
      bytes("\"$(printf '") + value.flatMap { escape($0, "\\", radix: 8, digits: 3) }
        + bytes("')\""),
      bytes("\"$(printf '\\x") + escape(value[0], "", radix: 16, digits: 2) + bytes("%s' ")
        + quoted(value.dropFirst()) + bytes(")\""),
      bytes("\"$(cat <<< ") + word + bytes(")\""),
    ]
    guard isPlain(value), value[0] != UInt8(ascii: "-") else { return found }
    found += [
      bytes("$(echo ") + value + bytes(")"), bytes("`echo ") + value + bytes("`"),
      bytes("\"$(printf %s ") + value.prefix(1) + bytes("; echo ") + value.dropFirst()
        + bytes(")\""),
    ]
    guard value.last != UInt8(ascii: "-") else { return found }
    return found + [bytes("$(echo ") + value.reversed() + bytes(" | rev)")]
  }

  /// `$'\x63at'`, `$'\143\141\164'`, `$'\u0063at'`.
  static func ansiC(_ value: [UInt8]) -> [[UInt8]] {
    let rest = value.dropFirst().flatMap { byte in
      Array("\\'".utf8).contains(byte) ? bytes("\\") + [byte] : [byte]
    }
    let next = value.count > 1 ? value[1] : 0
    // Behind an escape with fewer digits than it may have, a digit would belong to it.
    let first = value[0] < 0x80 ? escape(value[0], "\\u", radix: 16, digits: 4) : []
    var found = [
      bytes("$'") + value.flatMap { escape($0, "\\x", radix: 16, digits: 2) } + bytes("'"),
      bytes("$'") + value.flatMap { escape($0, "\\", radix: 8, digits: 3) } + bytes("'"),
      bytes("$'") + escape(value[0], "\\x", radix: 16, digits: 2) + rest + bytes("'"),
    ]
    if !first.isEmpty, next < 0x80 { found.append(bytes("$'") + first + rest + bytes("'")) }
    return found
  }

  /// `{cat,}`, `{,cat}`: the empty word falls away.
  static func braces(_ value: [UInt8]) -> [[UInt8]] {
    guard isBraceable(value) else { return [] }
    return [bytes("{") + value + bytes(",}"), bytes("{,") + value + bytes("}")]
  }

  /// Whether `value` can stand between braces and commas as it is.
  static func isBraceable(_ value: [UInt8]) -> Bool {
    isPlain(value) && !value.contains(UInt8(ascii: ","))
  }

  static func bytes(_ string: String) -> [UInt8] { Array(string.utf8) }

  /// `byte` as an escape of a fixed number of digits.
  private static func escape(_ byte: UInt8, _ prefix: String, radix: Int, digits: Int) -> [UInt8] {
    let number = String(byte, radix: radix)
    return bytes(prefix + String(repeating: "0", count: digits - number.count) + number)
  }
}
