// SPDX-License-Identifier: MIT

/// Why a record was not written, or a log not read.
package struct AuditError: Error, Sendable {
  /// The closed set of reasons.
  package enum Code: Sendable, Equatable, CaseIterable {
    /// The state or log directory cannot be used: another's, open to others, a link, no directory.
    case unsafeDirectory
    /// A file of the log is a link, another's, open to others, or no regular file.
    case unsafeFile
    /// There is no log.
    case notFound
    case denied
    case readOnly
    case noSpace
    /// Somebody held the lock for longer than `AuditLimits.lockWait`.
    case locked
    /// No record is found before the end of the segment: more than a torn line is there.
    case unreadableTail
    case system
  }

  package let code: Code
  package let path: [UInt8]
  /// What the system said, where it was asked.
  package let cause: SystemError?

  package init(_ code: Code, _ path: [UInt8], cause: SystemError? = nil) {
    self.code = code
    self.path = path
    self.cause = cause
  }

  /// The error for a failed call on the directory of the log or of the state.
  init(directory error: SystemError) {
    switch error.code {
    case .isSymbolicLink, .notDirectory, .wrongOwner, .openToOthers, .wrongKind, .tooManyLinks:
      self.init(.unsafeDirectory, error.path, cause: error)
    case .notFound, .isDirectory, .nameTooLong, .denied, .exists, .noSpace, .readOnly, .tooLarge,
      .timedOut, .other:
      self.init(file: error)
    }
  }

  /// The error for a failed call on a file of the log.
  init(file error: SystemError) {
    let code: Code =
      switch error.code {
      case .isSymbolicLink, .wrongOwner, .openToOthers, .wrongKind, .isDirectory: .unsafeFile
      case .notFound, .notDirectory: .notFound
      case .denied: .denied
      case .readOnly: .readOnly
      case .noSpace, .tooLarge: .noSpace  // EFBIG: the limit on file sizes is a full disk to us
      case .timedOut: .locked
      case .tooManyLinks, .nameTooLong, .exists, .other: .system
      }
    self.init(code, error.path, cause: error)
  }

  /// The words for people: lower case, no full stop.
  package var words: [UInt8] {
    var text: [UInt8] = []
    switch code {
    case .unsafeDirectory: text.append("the log directory is unsafe: ")
    case .unsafeFile: text.append("a file of the log is unsafe: ")
    case .notFound: text.append("there is no log at ")
    case .denied, .readOnly, .system: text.append("the log cannot be used: ")
    case .noSpace: text.append("no space left for the log: ")
    case .locked: text.append("another process holds the lock of the log: ")
    case .unreadableTail: text.append("the log does not end in a record: ")
    }
    text.append(contentsOf: path)
    if let cause {
      text.append(": ")
      text.append(cause.code.words)
    }
    return text
  }
}

extension AuditError: Equatable {
  /// Errors are equal when their codes are.
  package static func == (left: AuditError, right: AuditError) -> Bool { left.code == right.code }
}
