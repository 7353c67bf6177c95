// SPDX-License-Identifier: MIT

/// Text that has been through the redactor.
///
/// There is no other way to make one from bytes that came from outside, and records take no
/// other type of text.
package struct RedactedText: Sendable, Equatable {
  package let bytes: [UInt8]

  /// `text` with every secret in it replaced.
  package init(_ text: [UInt8], by redactor: Redactor) {
    bytes = redactor.redacted(text)
  }

  /// A text of the program's own.
  package init(_ text: StaticString) { bytes = [UInt8](text) }

  private init(redacted bytes: [UInt8]) { self.bytes = bytes }

  /// At most `limit` bytes from the start, cut between characters.
  package func prefix(_ limit: Int) -> RedactedText {
    guard bytes.count > limit else { return self }
    var end = max(0, limit)
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return RedactedText(redacted: Array(bytes[..<end]))
  }
}
