// SPDX-License-Identifier: MIT

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A system call that failed: which call, on what path, with which `errno`.
package struct SystemError: Error {
  /// The calls that the core library makes.
  package enum Call: Sendable {
    case open
    case read
    case write
    case status
    case readLink
    case list
    case lock
    case rename
    case sync
    case makeDirectory
    case remove
    case changeMode
    case spawn
  }

  /// The failures that the code tells apart; all others are `other`.
  package enum Code: Sendable {
    case notFound
    case notDirectory
    case isDirectory
    case isSymbolicLink
    case tooManyLinks
    case nameTooLong
    case denied
    case exists
    case noSpace
    case readOnly
    case tooLarge
    case timedOut
    case wrongOwner
    /// Others than the owner may use what has to be the owner's alone.
    case openToOthers
    case wrongKind
    case other
  }

  package let code: Code
  package let call: Call
  package let path: [UInt8]
  /// The `errno` of the call, or 0 where the code did not come from the system.
  package let number: Int32

  package init(_ code: Code, _ call: Call, _ path: [UInt8], number: Int32 = 0) {
    self.code = code
    self.call = call
    self.path = path
    self.number = number
  }

  /// The error of the call that just failed, from the current `errno`.
  static func last(_ call: Call, _ path: [UInt8]) -> SystemError {
    let number = errno
    return SystemError(Code(errno: number), call, path, number: number)
  }
}

extension SystemError: Equatable {
  /// Errors are equal when their codes are.
  package static func == (left: SystemError, right: SystemError) -> Bool {
    left.code == right.code
  }
}

extension SystemError.Code {
  /// The code for an `errno` value.
  init(errno number: Int32) {
    switch number {
    case ENOENT: self = .notFound
    case ENOTDIR: self = .notDirectory
    case EISDIR: self = .isDirectory
    case ELOOP: self = .tooManyLinks
    case ENAMETOOLONG: self = .nameTooLong
    case EACCES, EPERM: self = .denied
    case EEXIST, ENOTEMPTY: self = .exists
    case ENOSPC, EDQUOT: self = .noSpace
    case EROFS: self = .readOnly
    case EFBIG: self = .tooLarge
    default: self = .other
    }
  }

  /// The words for people: lower case, no full stop.
  package var words: StaticString {
    switch self {
    case .notFound: "no such file or directory"
    case .notDirectory: "not a directory"
    case .isDirectory: "is a directory"
    case .isSymbolicLink: "is a symbolic link"
    case .tooManyLinks: "too many symbolic links"
    case .nameTooLong: "name too long"
    case .denied: "permission denied"
    case .exists: "already exists"
    case .noSpace: "no space left"
    case .readOnly: "read-only file system"
    case .tooLarge: "too large"
    case .timedOut: "timed out"
    case .wrongOwner: "owned by somebody else"
    case .openToOthers: "open to other users"
    case .wrongKind: "not a regular file"
    case .other: "system error"
    }
  }
}
