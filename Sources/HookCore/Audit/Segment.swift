// SPDX-License-Identifier: MIT

/// The files of a log: `000001.jsonl`, `000002.jsonl`, …, each a day's records or 16 MiB of them.
package enum Segment {
  /// Digits of a number in a file name: a segment a day for 2,700 years.
  private static let digits = 6
  private static let ending: StaticString = ".jsonl"

  /// The highest number that a name can hold.
  static let highest = 999_999

  /// The file name of segment `number`.
  package static func name(_ number: Int) -> [UInt8] {
    var name = padded(number)
    name.append(ending)
    return name
  }

  /// The number of the segment whose file is `name`, or nil where it is another file.
  package static func number(ofName name: [UInt8]) -> Int? {
    guard name.count == digits + ending.utf8CodeUnitCount,
      ending.withUTF8Buffer({ name[digits...].elementsEqual($0) })
    else { return nil }
    return number(ofDigits: name[..<digits])
  }

  /// What the file `head` holds: the number of the segment that is written to.
  static func head(_ number: Int) -> [UInt8] { padded(number) + [0x0A] }

  /// The number in the file `head`, or nil where it holds none.
  static func number(ofHead head: [UInt8]) -> Int? {
    guard head.count == digits + 1, head.last == 0x0A else { return nil }
    return number(ofDigits: head[..<digits])
  }

  /// Bytes in the file `head`.
  static let headSize = digits + 1

  private static func number(ofDigits text: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for byte in text {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number > 0 ? number : nil
  }

  private static func padded(_ number: Int) -> [UInt8] {
    var text: [UInt8] = []
    var scale = 100_000
    while scale > 0 {
      text.append(UInt8(truncatingIfNeeded: 0x30 + number / scale % 10))
      scale /= 10
    }
    return text
  }
}
