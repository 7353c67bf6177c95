// SPDX-License-Identifier: MIT

/// An `awk` program that prints fields of each line and nothing else: `{print $2}`, `{print $1$2}`.
struct PrintedFields {
  /// Numbers of fields; nil for the blank that a comma stands for.
  private var parts = List<Int?>()

  /// More fields are in no line that anyone writes out.
  private static let fieldLimit = 1_000

  /// Nil where the arguments are more than that: another separator, a file, any other statement.
  init?(_ arguments: List<Field>) {
    guard arguments.count == 1, let program = arguments[0].exact else { return nil }
    let text = program.filter { $0 != 0x20 && $0 != 0x3B }
    guard text.hasPrefix("{print$"), text.last == 0x7D else { return nil }
    var number: Int?
    for byte in text.dropFirst(6).dropLast() {
      switch byte {
      case 0x24:
        if let number { parts.append(number) }
        number = 0
      case 0x2C:
        guard let known = number else { return nil }
        parts.append(known)
        parts.append(nil)
        number = nil
      case 0x30...0x39:
        guard let known = number, known < PrintedFields.fieldLimit else { return nil }
        number = known * 10 + Int(byte - 0x30)
      default: return nil
      }
    }
    guard let number else { return nil }
    parts.append(number)
  }

  /// What the program prints of `text`.
  func apply(to text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for line in text.split(separator: 0x0A) {
      let fields = line.split { $0 == 0x20 || $0 == 0x09 }
      for part in parts {
        guard let part else {
          result.append(0x20)
          continue
        }
        if part == 0 {
          result += line
        } else if part <= fields.count {
          result += fields[part - 1]
        }
      }
      result.append(0x0A)
    }
    return result
  }
}
