// SPDX-License-Identifier: MIT

/// The fields of an input or an outcome as a record keeps them: a canonical JSON array.
///
/// What goes in is text that the redactor has made, a number, or a digest; there is no other way
/// in. Texts that are too long are cut, fields that are too many are counted.
package struct AuditFields: Sendable {
  private var writer = JSONWriter(capacity: 256)
  private let limit: Int
  private var count = 0
  private var omitted = 0

  /// No fields yet.
  ///
  /// - Parameter limit: bytes of JSON that the fields may take.
  init(limit: Int) {
    self.limit = limit
    writer.beginArray()
  }

  /// Whether there is nothing in it.
  package var isEmpty: Bool { count == 0 && omitted == 0 }

  /// Room for a field without its text: 64 digits, numbers, and a name of control characters,
  /// which take six bytes each.
  private static let fieldRoom = 256 + 6 * AuditLimits.name

  private mutating func take(_ wanted: Int) -> Bool {
    guard count < AuditLimits.fields, writer.bytes.count + wanted <= limit else {
      omitted += 1
      return false
    }
    count += 1
    return true
  }

  /// Whether there is room for a field with this text.
  func fits(_ text: RedactedText) -> Bool {
    writer.bytes.count + room(for: text) <= limit
  }

  /// Bytes that a field with this text takes at most; counted only where that could be too many.
  private func room(for text: RedactedText) -> Int {
    let most = AuditFields.fieldRoom + JSONWriter.longestEscape * text.bytes.count + 2
    if writer.bytes.count + most <= limit { return most }
    return AuditFields.fieldRoom + JSONWriter.encodedCount(of: text.bytes)
  }

  /// A text, and where it was cut the digest of the whole.
  mutating func text(_ name: RedactedText, _ text: RedactedText, of digest: ContentDigest? = nil) {
    guard take(room(for: text)) else { return }
    writer.beginObject()
    if let digest { self.digest(digest) }
    self.name(name)
    writer.key("text")
    writer.string(text.bytes)
    writer.endObject()
  }

  /// A number that is an integer.
  mutating func number(_ name: RedactedText, _ number: Int) {
    guard take(AuditFields.fieldRoom) else { return }
    writer.beginObject()
    self.name(name)
    writer.key("number")
    writer.integer(number)
    writer.endObject()
  }

  /// A content of which only the digest is kept.
  mutating func content(_ name: RedactedText, _ digest: ContentDigest) {
    guard take(AuditFields.fieldRoom) else { return }
    writer.beginObject()
    self.digest(digest)
    self.name(name)
    writer.endObject()
  }

  /// The size of a content as it is written in the payload.
  mutating func size(_ name: RedactedText, written bytes: Int) {
    guard take(AuditFields.fieldRoom) else { return }
    writer.beginObject()
    self.name(name)
    writer.key("written")
    writer.integer(bytes)
    writer.endObject()
  }

  /// A call of a batch with the digest of what the model was given for it.
  mutating func call(tool: RedactedText, useID: RedactedText?, _ digest: ContentDigest) {
    guard take(2 * AuditFields.fieldRoom) else { return }
    writer.beginObject()
    self.digest(digest)
    writer.key("tool")
    writer.string(tool.prefix(AuditLimits.name).bytes)
    if let useID {
      writer.key("tool_use_id")
      writer.string(useID.prefix(AuditLimits.name).bytes)
    }
    writer.endObject()
  }

  private mutating func name(_ name: RedactedText) {
    writer.key("name")
    writer.string(name.prefix(AuditLimits.name).bytes)
  }

  private mutating func digest(_ digest: ContentDigest) {
    writer.key("bytes")
    writer.integer(digest.bytes)
    if digest.bytes > 0 {
      writer.key("digest")
      writer.string(digest.code.hex)
    }
    writer.key("lines")
    writer.integer(digest.lines)
  }

  /// Writes the array, with the number of fields left out as its last element.
  func write(to target: inout JSONWriter) {
    var whole = writer
    if omitted > 0 {
      whole.beginObject()
      whole.key("omitted")
      whole.integer(omitted)
      whole.endObject()
    }
    whole.endArray()
    target.raw(whole.bytes)
  }
}

extension JSONWriter {
  /// Bytes of the longest escape, `\u001f`.
  fileprivate static let longestEscape = 6

  /// Bytes that `text` takes as a string, at most.
  fileprivate static func encodedCount(of text: [UInt8]) -> Int {
    var count = 2
    for byte in text {
      switch byte {
      case 0x22, 0x5C: count &+= 2
      case ..<0x20: count &+= 6
      default: count &+= byte < 0x80 ? 1 : 3  // a byte that is no UTF-8 becomes U+FFFD
      }
    }
    return count
  }
}
