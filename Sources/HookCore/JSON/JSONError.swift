// SPDX-License-Identifier: MIT

/// Why bytes are not one JSON text (RFC 8259), and at which byte.
package struct JSONError: Error, Sendable {
  /// The closed set of reasons.
  package enum Code: Sendable, Equatable, CaseIterable {
    case unexpectedEnd
    case unexpectedByte
    case trailingBytes
    case badNumber
    case badEscape
    case loneSurrogate
    case controlCharacter
    case invalidUTF8
    /// RFC 8259 leaves equal names open; readers differ on which counts, so we take none.
    case duplicateKey
    case tooDeep
    case tooManyNodes
    case tooLarge
  }

  package let code: Code
  /// Byte offset in the text.
  package let offset: Int

  package init(_ code: Code, at offset: Int) {
    self.code = code
    self.offset = offset
  }
}

extension JSONError: Equatable {
  /// Errors are equal when their codes are.
  package static func == (left: JSONError, right: JSONError) -> Bool { left.code == right.code }
}

extension JSONError.Code {
  /// The words for people: lower case, no full stop.
  package var words: StaticString {
    switch self {
    case .unexpectedEnd: "ends too early"
    case .unexpectedByte: "unexpected byte"
    case .trailingBytes: "more after the end of the value"
    case .badNumber: "malformed number"
    case .badEscape: "malformed escape"
    case .loneSurrogate: "half of a surrogate pair"
    case .controlCharacter: "control character in a string"
    case .invalidUTF8: "invalid utf-8"
    case .duplicateKey: "key given twice"
    case .tooDeep: "nested too deeply"
    case .tooManyNodes: "too many values"
    case .tooLarge: "too large"
    }
  }
}

/// The bounds of the JSON reader.
package enum JSONLimits {
  /// Bytes of one text: the payload limit of the hooks (DESIGN 9).
  package static let size = 64 << 20
  /// Containers in each other: real payloads and settings stay below 10.
  package static let depth = 128
  /// Values and keys of one text; each takes 16 bytes.
  package static let nodes = 1_000_000
}
