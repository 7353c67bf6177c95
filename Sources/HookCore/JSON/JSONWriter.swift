// SPDX-License-Identifier: MIT

/// Writes JSON for machines: no white space, minimal escapes, integers and strings (RFC 8785).
///
/// The caller gives the members of an object in the order of their keys' bytes; for the ASCII
/// keys we use that is the order RFC 8785 wants, and the output is canonical.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init(capacity: Int = 512) { bytes.reserveCapacity(capacity) }

  package mutating func beginObject() { open(0x7B) }
  package mutating func endObject() { close(0x7D) }
  package mutating func beginArray() { open(0x5B) }
  package mutating func endArray() { close(0x5D) }

  /// The key of the member whose value is written next.
  package mutating func key(_ key: StaticString) {
    separate()
    bytes.append(0x22)
    append(key)
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  /// The key of the member whose value is written next.
  package mutating func key(_ key: [UInt8]) {
    string(key)
    bytes.append(0x3A)
    needsComma = false
  }

  /// A string; bytes that are no UTF-8 become U+FFFD each, since JSON cannot hold them.
  package mutating func string(_ text: [UInt8]) {
    separate()
    bytes.append(0x22)
    text.withUnsafeBufferPointer { appendEscaped($0) }
    bytes.append(0x22)
  }

  /// A string of the program's own, which needs no escapes.
  package mutating func string(_ text: StaticString) {
    separate()
    bytes.append(0x22)
    append(text)
    bytes.append(0x22)
  }

  package mutating func integer(_ value: Int) {
    separate()
    bytes.append(decimal: value)
  }

  package mutating func boolean(_ value: Bool) {
    separate()
    append(value ? "true" : "false")
  }

  package mutating func null() {
    separate()
    append("null")
  }

  /// A value that is canonical JSON already.
  package mutating func raw(_ json: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while true {
      let plain = JSONString.skipPlain(text, position)
      append(text, position..<plain)
      guard plain < text.count else { return }
      position = plain + appendSpecial(text, plain)
    }
  }

  /// Appends what stands at `position`: an escape, or a character beyond ASCII.
  ///
  /// - Returns: how many bytes of the text that was.
  private mutating func appendSpecial(
    _ text: UnsafeBufferPointer<UInt8>, _ position: Int
  ) -> Int {
    guard text[position] >= 0x80 else {
      appendASCII(text[position])
      return 1
    }
    let length = JSONString.sequenceLength(text, position)
    guard length > 0 else {
      JSONString.append(0xFFFD, to: &bytes)
      return 1
    }
    append(text, position..<position + length)
    return length
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
  }

  private mutating func appendASCII(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C:
      bytes.append(0x5C)
      bytes.append(byte)
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    case ..<0x20:
      append("\\u00")
      bytes.append(JSONWriter.hexDigit(byte >> 4))
      bytes.append(JSONWriter.hexDigit(byte & 15))
    default: bytes.append(byte)
    }
  }

  /// The lower-case hexadecimal digit of a value below 16.
  package static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
