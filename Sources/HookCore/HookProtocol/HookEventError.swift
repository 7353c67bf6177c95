// SPDX-License-Identifier: MIT

/// Why a payload is no event that can be judged.
package struct HookEventError: Error, Sendable {
  /// The closed set of reasons.
  package enum Code: Sendable, Equatable, CaseIterable {
    case notJSON
    case notAnObject
    case missingField
    case wrongType
    case nulByte
    case unknownEvent
  }

  package let code: Code
  /// The field at fault, or empty.
  package let field: StaticString
  /// What the JSON reader said, for `.notJSON`.
  package let cause: JSONError?

  package init(_ code: Code, field: StaticString = "", cause: JSONError? = nil) {
    self.code = code
    self.field = field
    self.cause = cause
  }

  /// The words for people: lower case, no full stop.
  package var words: [UInt8] {
    var text: [UInt8] = []
    switch code {
    case .notJSON: text.append("payload is not json: ")
    case .notAnObject: text.append("payload is not an object")
    case .missingField: text.append("payload lacks the field ")
    case .wrongType: text.append("payload has a wrong type in the field ")
    case .nulByte: text.append("payload has a nul byte in the field ")
    case .unknownEvent: text.append("payload names an event that this version does not know")
    }
    text.append(field)
    if let cause {
      text.append(cause.code.words)
      text.append(" at byte ")
      text.append(decimal: cause.offset)
    }
    return text
  }
}

extension HookEventError: Equatable {
  /// Errors are equal when their codes are.
  package static func == (left: HookEventError, right: HookEventError) -> Bool {
    left.code == right.code
  }
}
