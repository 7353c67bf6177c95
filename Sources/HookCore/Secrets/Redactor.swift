// SPDX-License-Identifier: MIT

/// Replaces the secrets in a text by `[redacted:<kind>:<tag>]`.
///
/// The tag is four hexadecimal digits of a keyed digest of the secret: within one log the same
/// secret has the same tag, and without the key the tag says nothing.
package struct Redactor: Sendable {
  /// The key of the tags; without one there is no tag.
  private let tagKey: [UInt8]?

  package init(tagKey: [UInt8]?) { self.tagKey = tagKey }

  /// Digits of a tag: enough to tell a session's secrets apart, too few to search for one by.
  private static let tagDigits = 4

  /// The bytes of `text`, secrets replaced; only `RedactedText` calls this.
  func redacted(_ text: [UInt8]) -> [UInt8] {
    let spans = SecretScanner.spans(in: text)
    guard spans.count > 0 else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var position = 0
    for span in spans {
      result.append(contentsOf: text[position..<span.start])
      append(span, of: text, to: &result)
      position = span.end
    }
    result.append(contentsOf: text[position...])
    return result
  }

  private func append(_ span: SecretSpan, of text: [UInt8], to result: inout [UInt8]) {
    result.append("[redacted:")
    result.append(span.kind.name)
    if let tagKey {
      var code = HMAC(key: tagKey)
      code.update(text[span.start..<span.end])
      result.append(0x3A)
      result.append(contentsOf: code.finish().hex[..<Redactor.tagDigits])
    }
    result.append(0x5D)
  }
}
