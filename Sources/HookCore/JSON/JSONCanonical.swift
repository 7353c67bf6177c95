// SPDX-License-Identifier: MIT

/// The one spelling of a value on which independent programs agree (RFC 8785).
///
/// For what this suite writes: objects, arrays, strings, words, and integers that a double keeps
/// exactly. Other numbers have no canonical form here, since RFC 8785 would have to round them.
package enum JSONCanonical {
  /// The largest magnitude of an integer that every reader of JSON keeps exactly.
  package static let largestInteger = (1 << 53) - 1

  /// The canonical form of `value`, or nil where it holds a number that has none.
  package static func write(_ value: JSONValue) -> [UInt8]? {
    var writer = JSONWriter(capacity: value.range.count)
    return append(value, to: &writer) ? writer.bytes : nil
  }

  /// Calls itself no deeper than `JSONLimits.depth`: the parser made the value.
  private static func append(_ value: JSONValue, to writer: inout JSONWriter) -> Bool {
    switch value.kind {
    case .object: return appendMembers(of: value, to: &writer)
    case .array:
      writer.beginArray()
      for element in value.elements where !append(element, to: &writer) { return false }
      writer.endArray()
    case .string:
      // Without escapes a string is canonical as it stands.
      if value.isEscaped, let content = value.string {
        writer.string(content)
      } else {
        writer.raw(value.source)
      }
    case .number:
      guard let integer = value.integer, integer.magnitude <= largestInteger else { return false }
      writer.integer(integer)
    case .true: writer.boolean(true)
    case .false: writer.boolean(false)
    case .null: writer.null()
    }
    return true
  }

  private static func appendMembers(of object: JSONValue, to writer: inout JSONWriter) -> Bool {
    var keys: [(content: [UInt8], value: JSONValue)] = []
    var isSorted = true
    for member in object.members {
      guard let content = member.key.string else { return false }
      if let last = keys.last, !precedes(last.content, content) { isSorted = false }
      keys.append((content, member.value))
    }
    if !isSorted { keys.sort { precedes($0.content, $1.content) } }
    writer.beginObject()
    for member in keys {
      writer.key(member.content)
      guard append(member.value, to: &writer) else { return false }
    }
    writer.endObject()
    return true
  }

  /// Whether `left` comes before `right` in the order of their UTF-16 code units.
  ///
  /// That is the order of the bytes of UTF-8, but for U+E000 to U+FFFF, which come after all
  /// characters that UTF-16 writes as surrogates.
  static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    for offset in 0..<min(left.count, right.count) where left[offset] != right[offset] {
      return rank(left[offset]) < rank(right[offset])
    }
    return left.count < right.count
  }

  private static func rank(_ byte: UInt8) -> UInt8 {
    byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte
  }
}
