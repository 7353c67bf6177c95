// SPDX-License-Identifier: MIT

/// JSON values as bytes that are equal exactly when the values are.
enum CanonicalValue {
  /// `value` without white space, members in the order of their keys, strings with minimal escapes.
  ///
  /// The reader allows no more than `JSONLimits.depth` containers in each other.
  static func bytes(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter(capacity: value.range.count + 16)
    write(value, to: &writer)
    return writer.bytes
  }

  private static func write(_ value: JSONValue, to writer: inout JSONWriter) {
    switch value.kind {
    case .object:
      writer.beginObject()
      let members = sortedMembers(value)
      for index in 0..<members.count {
        writer.key(members[index].key.string ?? [])
        write(members[index].value, to: &writer)
      }
      writer.endObject()
    case .array:
      writer.beginArray()
      for element in value.elements { write(element, to: &writer) }
      writer.endArray()
    case .string: writer.string(value.string ?? [])
    case .number, .true, .false, .null: writer.raw(value.source)
    }
  }

  /// The members of `object` in the order of their keys' bytes.
  static func sortedMembers(_ object: JSONValue) -> List<(key: JSONValue, value: JSONValue)> {
    var members = List<(key: JSONValue, value: JSONValue)>()
    for member in object.members { members.append(member) }
    var order = [Int](0..<members.count)
    order.sort { left, right in
      Setting.order(members[left].key.string ?? [], members[right].key.string ?? []) < 0
    }
    var sorted = List<(key: JSONValue, value: JSONValue)>()
    for index in order { sorted.append(members[index]) }
    return sorted
  }

  /// The JSON string `"sha256:…"` of `content`, bound to `path`.
  ///
  /// The path is part of what is hashed, so that equal secrets at two places do not show as equal.
  static func digest(of content: [UInt8], at path: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(path)
    hash.update(0)
    hash.update(content)
    var text = [UInt8]("\"sha256:")
    text.append(contentsOf: hash.finish().hex)
    text.append(0x22)
    return text
  }

  /// The digits that a number begins with, up to a million; a negative number is none.
  ///
  /// What an exponent adds does not count: a number that is written so is taken for less.
  static func wholeNumber(_ value: JSONValue) -> Int {
    var number = 0
    guard value.kind == .number else { return number }
    for byte in value.source {
      guard byte >= 0x30, byte <= 0x39, number < 1_000_000 else { break }
      number = number &* 10 &+ Int(byte &- 0x30)
    }
    return number
  }

  /// `text` as a JSON string.
  static func string(_ text: [UInt8]) -> [UInt8] {
    var writer = JSONWriter(capacity: text.count + 2)
    writer.string(text)
    return writer.bytes
  }
}
