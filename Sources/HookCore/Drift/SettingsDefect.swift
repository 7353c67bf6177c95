// SPDX-License-Identifier: MIT

/// Why a settings file counts as broken, and at which key.
///
/// The client drops such a file as a whole, hooks and deny rules with it (CONTRACT 3.4), or reads
/// it in a way that we cannot be sure of; neither may come into force unseen.
package struct SettingsDefect: Error, Sendable {
  /// The closed set of defects.
  package enum Code: UInt8, Sendable, CaseIterable {
    case unreadable
    case tooLarge
    case notJSON
    case duplicateKey
    case notAnObject
    case wrongType
    case malformedHook
    case tooManySettings
    case tooManyFiles
  }

  package let code: Code
  /// The key path, where there is one.
  package let place: [UInt8]

  package init(_ code: Code, at place: [UInt8] = []) {
    self.code = code
    self.place = place
  }
}

extension SettingsDefect: Equatable {
  /// Defects are equal when their codes are.
  package static func == (left: SettingsDefect, right: SettingsDefect) -> Bool {
    left.code == right.code
  }
}

extension SettingsDefect.Code {
  /// The word in files.
  package var name: StaticString {
    switch self {
    case .unreadable: "unreadable"
    case .tooLarge: "too-large"
    case .notJSON: "not-json"
    case .duplicateKey: "duplicate-key"
    case .notAnObject: "not-an-object"
    case .wrongType: "wrong-type"
    case .malformedHook: "malformed-hook"
    case .tooManySettings: "too-many-settings"
    case .tooManyFiles: "too-many-files"
    }
  }

  /// The words for people: lower case, no full stop.
  package var words: StaticString {
    switch self {
    case .unreadable: "cannot be read"
    case .tooLarge: "is too large: the client drops it as a whole"
    case .notJSON: "is not valid json: the client drops it as a whole"
    case .duplicateKey: "gives a key twice: readers differ on which counts"
    case .notAnObject: "is not a json object: the client drops it as a whole"
    case .wrongType: "has a value of the wrong type: the client drops it as a whole"
    case .malformedHook: "has a malformed hook: the client drops it in part or as a whole"
    case .tooManySettings: "holds too many settings to judge"
    case .tooManyFiles: "holds too many files to judge"
    }
  }
}
