// SPDX-License-Identifier: MIT

/// Why a command text could not be parsed, and where.
package struct ShellSyntaxError: Error, Sendable {
  /// The closed set of reasons.
  package enum Code: Sendable, Equatable, CaseIterable {
    /// A quote, substitution or expansion is not closed.
    case unterminated
    /// A token stands where the grammar allows none such.
    case unexpectedToken
    /// The text ends where the grammar needs more.
    case unexpectedEnd
    /// `${…}` that is no parameter expansion.
    case badExpansion
    /// A name that cannot be a variable or function.
    case badName
    /// A NUL byte, which no shell can be given.
    case nulByte
    /// One of `ParserLimits` was reached.
    case tooDeep
    case tooLong
    case tooMany
  }

  package let code: Code
  package let range: SourceRange

  package init(_ code: Code, _ range: SourceRange) {
    self.code = code
    self.range = range
  }
}

extension ShellSyntaxError: Equatable {
  /// Errors are equal when their codes are.
  package static func == (left: ShellSyntaxError, right: ShellSyntaxError) -> Bool {
    left.code == right.code
  }
}
