// SPDX-License-Identifier: MIT

/// The body of a record as the verifier reads it: canonical JSON, and the members of the chain.
///
/// Canonical is RFC 8785 for what we write: no white space, names of unescaped ASCII in the order
/// of their bytes, strings with the shortest escapes, integers.
struct RecordBody {
  private(set) var sequence: Int?
  /// Where the hash of the record before stands, without its quotes.
  private(set) var previous: Range<Int>?
  private(set) var tornCount: Int?
  private(set) var tornDigest: Range<Int>?

  private let text: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// The open containers: whether each is an object, and its last name.
  private var open: [(isObject: Bool, name: Range<Int>)] = []

  /// Records are nested four deep.
  private static let deepest = 16

  /// Reads `text`; nil where it is not canonical.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    guard readText() else { return nil }
  }

  private mutating func readText() -> Bool {
    guard peek() == 0x7B, readValue() else { return false }
    while !open.isEmpty {
      guard readNext() else { return false }
    }
    return position == text.count
  }

  /// The next member or element of the open container, or its end.
  private mutating func readNext() -> Bool {
    guard let container = open.last else { return false }
    let isFirst = text[position - 1] == (container.isObject ? 0x7B : 0x5B)
    if peek() == (container.isObject ? 0x7D : 0x5D) {
      position += 1
      open.removeLast()
      return true
    }
    if !isFirst {
      guard peek() == 0x2C else { return false }
      position += 1
    }
    if container.isObject {
      guard readName(after: container.name) else { return false }
    }
    return readValue()
  }

  /// A name that comes after the last one.
  private mutating func readName(after last: Range<Int>) -> Bool {
    guard peek() == 0x22 else { return false }
    let start = position + 1
    position = start
    while let byte = peek(), byte != 0x22 {
      guard byte > 0x20, byte < 0x7F, byte != 0x5C else { return false }
      position += 1
    }
    let name = start..<position
    position += 1
    guard peek() == 0x3A, last.isEmpty || precedes(last, name), !name.isEmpty else { return false }
    position += 1
    open[open.count - 1].name = name
    return true
  }

  private func precedes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    text[left].lexicographicallyPrecedes(text[right])
  }

  private mutating func readValue() -> Bool {
    let start = position
    switch peek() {
    case 0x7B, 0x5B:
      guard open.count < RecordBody.deepest else { return false }
      open.append((peek() == 0x7B, 0..<0))
      position += 1
      return true
    case 0x22:
      guard readString() else { return false }
      note(string: (start + 1)..<(position - 1))
      return true
    default:
      guard let value = readInteger() else { return false }
      note(integer: value)
      return true
    }
  }

  private mutating func note(string: Range<Int>) {
    if isMember("prev") { previous = string }
    if isMember("digest", of: "torn") { tornDigest = string }
  }

  private mutating func note(integer: Int) {
    if isMember("seq") { sequence = integer }
    if isMember("bytes", of: "torn") { tornCount = integer }
  }

  /// Whether the value just read is the member `name` of the body.
  private func isMember(_ name: StaticString) -> Bool {
    open.count == 1 && equals(open[0].name, name)
  }

  private func isMember(_ name: StaticString, of outer: StaticString) -> Bool {
    open.count == 2 && open[1].isObject && equals(open[1].name, name)
      && equals(open[0].name, outer)
  }

  private func equals(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count
    where text[range.lowerBound + offset] != name.utf8Start[offset] { return false }
    return true
  }

  private mutating func readString() -> Bool {
    position += 1
    while position < text.count {
      let byte = text[position]
      switch byte {
      case 0x22:
        position += 1
        return true
      case 0x5C:
        guard let length = escapeLength() else { return false }
        position += length
      case ..<0x20: return false
      case 0x80...:
        let length = JSONString.sequenceLength(text, position)
        guard length > 0 else { return false }
        position += length
      default: position += 1
      }
    }
    return false
  }

  /// The length of the escape here, where it is the shortest for its character.
  private func escapeLength() -> Int? {
    guard position + 1 < text.count else { return nil }
    switch text[position + 1] {
    case 0x22, 0x5C, 0x62, 0x66, 0x6E, 0x72, 0x74: return 2
    case 0x75:
      guard position + 5 < text.count, text[position + 2] == 0x30, text[position + 3] == 0x30,
        text[position + 4] == 0x30 || text[position + 4] == 0x31
      else { return nil }
      switch (text[position + 4], text[position + 5]) {
      case (0x30, 0x38), (0x30, 0x39), (0x30, 0x61), (0x30, 0x63), (0x30, 0x64): return nil
      case (_, 0x30...0x39), (_, 0x61...0x66): return 6
      default: return nil
      }
    default: return nil
    }
  }

  private mutating func readInteger() -> Int? {
    let start = position
    let isNegative = peek() == 0x2D
    if isNegative { position += 1 }
    var value = 0
    let digits = position
    while let byte = peek(), byte >= 0x30, byte <= 0x39 {
      let (scaled, first) = value.multipliedReportingOverflow(by: 10)
      let (sum, second) = scaled.addingReportingOverflow(Int(byte - 0x30))
      guard !first, !second else { return nil }
      value = sum
      position += 1
    }
    guard position > digits else { return nil }
    if text[digits] == 0x30, position > start + 1 { return nil }  // `-0`, `007`
    return isNegative ? -value : value
  }

  private func peek() -> UInt8? { position < text.count ? text[position] : nil }
}
