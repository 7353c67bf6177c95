// SPDX-License-Identifier: MIT

/// Ways to keep a value in a variable first and to name the variable in its place.
enum VariableSpelling: CaseIterable {
  case plain
  case twoParts
  case unsetDefault
  case printf
  case read
  case array
  case suffix
  case replacement
  case substring
  case letterCase
  case indirect
  case reference

  /// What comes before the command, and what stands for the word; nil where that cannot say `value`.
  ///
  /// `name` is a variable that the command does not use.
  func spell(_ value: [UInt8], _ name: String) -> (setup: [UInt8], word: [UInt8])? {
    let quoted = WordSpelling.quoted(value)
    let set = bytes("\(name)=") + quoted + bytes("; ")
    switch self {
    case .plain: return (set, bytes("\"$\(name)\""))
    case .twoParts:
      let middle = value.count / 2
      let first = bytes("\(name)a=") + WordSpelling.quoted(value[..<middle])
      let second = bytes(" \(name)b=") + WordSpelling.quoted(value[middle...])
      return (first + second + bytes("; "), bytes("\"${\(name)a}$\(name)b\""))
    case .unsetDefault:
      guard WordSpelling.isPlain(value) else { return nil }
      return ([], bytes("\"${\(name):-") + value + bytes("}\""))
    case .printf:
      return (bytes("printf -v \(name) %s ") + quoted + bytes("; "), bytes("\"$\(name)\""))
    case .read:
      guard WordSpelling.isPlain(value) else { return nil }
      return (bytes("read -r \(name) <<< ") + value + bytes("; "), bytes("\"$\(name)\""))
    case .array:
      return (bytes("\(name)=(x ") + quoted + bytes("); "), bytes("\"${\(name)[1]}\""))
    case .suffix:
      return (bytes("\(name)=") + quoted + bytes("QX; "), bytes("\"${\(name)%QX}\""))
    case .replacement:
      return (bytes("\(name)=QX") + quoted + bytes("; "), bytes("\"${\(name)/QX/}\""))
    case .substring:
      return (bytes("\(name)=QX") + quoted + bytes("; "), bytes("\"${\(name):2}\""))
    case .letterCase:
      guard WordSpelling.isPlain(value), !value.contains(where: isUpper) else { return nil }
      let upper = value.map { isLower($0) ? $0 - 0x20 : $0 }
      return (bytes("\(name)=") + upper + bytes("; "), bytes("\"${\(name),,}\""))
    case .indirect:
      return (set + bytes("\(name)r=\(name); "), bytes("\"${!\(name)r}\""))
    case .reference:
      return (set + bytes("declare -n \(name)r=\(name); "), bytes("\"$\(name)r\""))
    }
  }

  private func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  private func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  private func bytes(_ string: String) -> [UInt8] { Array(string.utf8) }
}
