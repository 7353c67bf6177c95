// SPDX-License-Identifier: MIT

/// Why a policy document is not taken, and where in it.
package struct PolicyError: Error, Sendable {
  /// The closed set of reasons.
  package enum Code: Sendable, Equatable {
    case invalidJSON(JSONError.Code)
    case wrongType
    case unknownKey
    case missingKey
    case unknownValue
    case unsupportedVersion
    case duplicateID
    case badID
    case unknownList
    case badPattern
    case badDate
    case badPath
    case outOfRange
    /// No call can ever meet the rule.
    case unreachableRule
    case tooMany
  }

  package let code: Code
  /// Where in the document (RFC 6901).
  package let pointer: [UInt8]
  /// The line in the file, from 1 on.
  package let line: Int
  /// What was found there, or what was expected; may be empty.
  package let detail: [UInt8]
  /// The known word that is nearest to what was found; empty where none is near.
  package let suggestion: [UInt8]

  init(
    _ code: Code, at pointer: [UInt8], line: Int, _ detail: [UInt8] = [], suggestion: [UInt8] = []
  ) {
    self.code = code
    self.pointer = pointer
    self.line = line
    self.detail = detail
    self.suggestion = suggestion
  }

  /// One line for people: `line 4, /rules/0/verdct: unknown key; did you mean verdict`.
  package var words: [UInt8] {
    var words = [UInt8]("line ")
    words.append(decimal: line)
    words.append(", ")
    words.append(contentsOf: pointer.isEmpty ? [0x2F] : pointer)
    words.append(": ")
    words.append(code.words)
    if !detail.isEmpty {
      words.append(" ")
      words.append(contentsOf: detail)
    }
    if !suggestion.isEmpty {
      words.append("; did you mean ")
      words.append(contentsOf: suggestion)
    }
    return words
  }
}

extension PolicyError: Equatable {
  /// Errors are equal when their codes are.
  package static func == (left: PolicyError, right: PolicyError) -> Bool {
    left.code == right.code
  }
}

extension PolicyError.Code {
  /// The words for people: lower case, no full stop.
  package var words: StaticString {
    switch self {
    case .invalidJSON(let code): code.words
    case .wrongType: "wrong type, expected"
    case .unknownKey: "unknown key"
    case .missingKey: "missing key"
    case .unknownValue: "unknown value"
    case .unsupportedVersion: "unsupported version; this program reads version 1"
    case .duplicateID: "id given twice:"
    case .badID: "an id has 1 to 64 letters, digits, dots, dashes and underscores, not"
    case .unknownList: "no list is called"
    case .badPattern: "a pattern that cannot match:"
    case .badDate: "a date is written 2026-12-31, not"
    case .badPath: "an absolute path is needed, not"
    case .outOfRange: "out of range, a whole number is needed from"
    case .unreachableRule: "no call can meet this rule:"
    case .tooMany: "more entries than"
    }
  }
}
