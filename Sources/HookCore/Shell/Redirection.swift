// SPDX-License-Identifier: MIT

/// One redirection (2.7).
package struct Redirection: Sendable {
  /// What stands before the operator.
  package var descriptor: RedirectedDescriptor
  package var operation: RedirectionOperator
  /// The file name, descriptor word, here-string, or the delimiter of a here-document.
  package var target: Word
  /// The body of a here-document: expanded unless the delimiter was quoted.
  package var document: HereDocument?
  package var range: SourceRange

  package init(
    descriptor: RedirectedDescriptor, operation: RedirectionOperator, target: Word,
    document: HereDocument? = nil, range: SourceRange
  ) {
    self.descriptor = descriptor
    self.operation = operation
    self.target = target
    self.document = document
    self.range = range
  }
}

/// The descriptor that a redirection names.
package enum RedirectedDescriptor: Sendable, Equatable {
  /// None: 0 for input operators, 1 for output.
  case standard
  /// `2>`.
  case number(Int)
  /// `{name}>`.
  case variable([UInt8])
}

/// The redirection operators.
package enum RedirectionOperator: Sendable, Equatable {
  /// `<`
  case input
  /// `>`
  case output
  /// `>|`
  case clobber
  /// `>>`
  case append
  /// `<>`
  case readWrite
  /// `<&`
  case duplicateInput
  /// `>&`
  case duplicateOutput
  /// `&>`
  case outputAndErrors
  /// `&>>`
  case appendOutputAndErrors
  /// `<<`, and `<<-` where `stripsTabs`.
  case hereDocument(stripsTabs: Bool)
  /// `<<<`
  case hereString
}

/// The body of a here-document (2.7.4).
///
/// A class, because the body follows on a later line than the redirection that it belongs to:
/// the parser makes the node first and fills it in when it gets there. Nothing writes to it
/// after the parser returned, so it is safe to share.
package final class HereDocument: @unchecked Sendable {
  /// A word of one literal where the delimiter was quoted, else with its expansions.
  package internal(set) var body: Word
  package let isQuoted: Bool

  package init(body: Word, isQuoted: Bool) {
    self.body = body
    self.isQuoted = isQuoted
  }
}
