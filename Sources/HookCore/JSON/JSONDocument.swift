// SPDX-License-Identifier: MIT

/// A parsed JSON text: its bytes and one node a value, in the order of the text.
///
/// Nothing is copied out of the text until somebody asks for a string.
package final class JSONDocument: Sendable {
  package let bytes: [UInt8]
  let nodes: List<JSONNode>

  /// Parses `bytes`, which have to be exactly one JSON value in UTF-8 without a byte-order mark.
  package init(parsing bytes: [UInt8]) throws(JSONError) {
    nodes = try JSONParser.parse(bytes)
    self.bytes = bytes
  }

  /// The outermost value.
  package var root: JSONValue { JSONValue(document: self, index: 0) }

  /// Whether the string at `index` has exactly the content `wanted`.
  func holds(_ wanted: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let node = nodes[index]
    guard node.isEscaped || Int(node.end - node.start) == wanted.count + 2 else { return false }
    let inner = Int(node.start) + 1..<Int(node.end) - 1
    return bytes.withUnsafeBufferPointer { bytes in
      if node.isEscaped {
        let content = UnsafeBufferPointer(rebasing: bytes[inner])
        return JSONContent(content).isEqual(to: JSONContent(unescaped: wanted))
      }
      for offset in 0..<wanted.count where bytes[inner.lowerBound + offset] != wanted[offset] {
        return false
      }
      return true
    }
  }
}

/// One value of the text: the kind, where it stands, and where the next one begins.
struct JSONNode: Sendable {
  var kind: JSONKind
  /// Whether the string has escapes and its content has to be decoded.
  var isEscaped: Bool
  /// First byte and the one past the last; a string's quotes are included.
  var start: UInt32
  var end: UInt32
  /// Index of the node after this value and all that is in it.
  var next: UInt32
}

/// The kinds of JSON values.
package enum JSONKind: UInt8, Sendable, Equatable {
  case object
  case array
  case string
  case number
  case `true`
  case `false`
  case null
}
