// SPDX-License-Identifier: MIT

/// A value in a document; cheap to pass around.
package struct JSONValue: Sendable {
  let document: JSONDocument
  let index: Int

  private var node: JSONNode { document.nodes[index] }

  package var kind: JSONKind { node.kind }

  /// The outermost value of the document.
  package var root: JSONValue { document.root }

  /// The bytes of the value in the text, quotes of a string included.
  package var range: Range<Int> { Int(node.start)..<Int(node.end) }

  /// The value as it is written in the text.
  package var source: ArraySlice<UInt8> { document.bytes[range] }

  /// The content of a string, decoded; nil for other kinds.
  package var string: [UInt8]? {
    guard node.kind == .string else { return nil }
    guard node.isEscaped else { return [UInt8](innerBytes) }
    return innerBytes.withUnsafeBufferPointer { JSONContent.decoded($0) }
  }

  /// Length in bytes of the string as written, without its quotes; an upper bound of the content.
  package var writtenLength: Int { max(0, range.count - 2) }

  /// Whether this is a string with exactly this content.
  package func equals(_ text: StaticString) -> Bool {
    guard node.kind == .string else { return false }
    return text.withUTF8Buffer { holds($0) }
  }

  /// Whether this is a string with exactly this content.
  package func equals(_ text: [UInt8]) -> Bool {
    guard node.kind == .string else { return false }
    return text.withUnsafeBufferPointer { holds($0) }
  }

  private func holds(_ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    document.holds(wanted, at: index)
  }

  /// Whether this is a string with escapes in it.
  var isEscaped: Bool { node.isEscaped }

  /// Calls `body` with what stands between the quotes of a string.
  func withInnerBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let inner = Int(node.start) + 1..<Int(node.end) - 1
    return document.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[inner])) }
  }

  private var innerBytes: ArraySlice<UInt8> {
    document.bytes[Int(node.start) + 1..<Int(node.end) - 1]
  }

  /// The value of a number that is written as an integer and fits; nil for all others.
  package var integer: Int? {
    guard node.kind == .number else { return nil }
    var value = 0
    let isNegative = source.first == 0x2D
    for byte in isNegative ? source.dropFirst() : source {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      let digit = Int(byte - 0x30)
      let (scaled, first) = value.multipliedReportingOverflow(by: 10)
      let (sum, second) =
        isNegative
        ? scaled.subtractingReportingOverflow(digit) : scaled.addingReportingOverflow(digit)
      guard !first, !second else { return nil }
      value = sum
    }
    return value
  }

  /// True and false; nil for other kinds.
  package var boolean: Bool? {
    switch node.kind {
    case .true: true
    case .false: false
    case .object, .array, .string, .number, .null: nil
    }
  }

  /// The value of the member `key` of an object; nil where it is absent or this is no object.
  package subscript(key: StaticString) -> JSONValue? {
    key.withUTF8Buffer { member($0) }
  }

  /// The value of the member `key` of an object; nil where it is absent or this is no object.
  package func member(_ key: [UInt8]) -> JSONValue? {
    key.withUnsafeBufferPointer { member($0) }
  }

  private func member(_ key: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    guard kind == .object else { return nil }
    var position = index + 1
    let end = Int(node.next)
    while position < end {
      if document.holds(key, at: position) {
        return JSONValue(document: document, index: position + 1)
      }
      position = Int(document.nodes[position + 1].next)
    }
    return nil
  }

  /// The members of an object in the order written; none for other kinds.
  package var members: JSONMembers {
    JSONMembers(document: document, index: index + 1, end: kind == .object ? Int(node.next) : 0)
  }

  /// The elements of an array in the order written; none for other kinds.
  package var elements: JSONElements {
    JSONElements(document: document, index: index + 1, end: kind == .array ? Int(node.next) : 0)
  }
}

/// The members of an object, in the order written.
package struct JSONMembers: Sequence, IteratorProtocol {
  let document: JSONDocument
  var index: Int
  let end: Int

  package mutating func next() -> (key: JSONValue, value: JSONValue)? {
    guard index < end else { return nil }
    let key = JSONValue(document: document, index: index)
    let value = JSONValue(document: document, index: index + 1)
    index = Int(document.nodes[index + 1].next)
    return (key, value)
  }
}

/// The elements of an array, in the order written.
package struct JSONElements: Sequence, IteratorProtocol {
  let document: JSONDocument
  var index: Int
  let end: Int

  package mutating func next() -> JSONValue? {
    guard index < end else { return nil }
    let value = JSONValue(document: document, index: index)
    index = Int(document.nodes[index].next)
    return value
  }
}
