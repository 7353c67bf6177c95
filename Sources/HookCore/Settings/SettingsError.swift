// SPDX-License-Identifier: MIT

/// Why a settings file is not edited.
package struct SettingsError: Error, Sendable {
  /// The closed set of reasons.
  package enum Code: Sendable, Equatable {
    /// Not one JSON text with distinct keys; comments and trailing commas are not JSON.
    case invalidJSON(JSONError.Code)
    /// The outermost value is no object.
    case rootIsNoObject
    /// The member `hooks` is no object.
    case hooksAreNoObject
    /// What stands under an event is no array.
    case eventIsNoArray
    /// An element under an event is no object with an array `hooks` of objects.
    case malformedGroup
  }

  package let code: Code
  /// Byte offset in the file.
  package let offset: Int

  init(_ code: Code, at offset: Int) {
    self.code = code
    self.offset = offset
  }
}

extension SettingsError: Equatable {
  /// Errors are equal when their codes are.
  package static func == (left: SettingsError, right: SettingsError) -> Bool {
    left.code == right.code
  }
}

extension SettingsError.Code {
  /// The words for people: lower case, no full stop.
  package var words: StaticString {
    switch self {
    case .invalidJSON(let code): code.words
    case .rootIsNoObject: "the outermost value is no object"
    case .hooksAreNoObject: "the value of \"hooks\" is no object"
    case .eventIsNoArray: "the value under a hook event is no array"
    case .malformedGroup: "an entry under a hook event has no list \"hooks\" of objects"
    }
  }
}
