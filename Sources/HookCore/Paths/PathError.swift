// SPDX-License-Identifier: MIT

/// Why a name could not be resolved; whoever asked must take it for a denial.
package struct PathError: Error, Sendable {
  /// The closed set of reasons.
  package enum Code: Sendable, Equatable, CaseIterable {
    /// Empty, or relative to no absolute directory.
    case notAbsolute
    /// A NUL byte, which no system call can be given.
    case nulByte
    /// More symbolic links than `PathLimits.links`, or a loop of them.
    case tooManyLinks
    /// More bytes than `PathLimits.size`.
    case tooLong
    /// More components than `PathLimits.components`.
    case tooManyComponents
    /// A link could not be read, so nobody can say where it leads.
    case unreadableLink
    /// A name by file number (`/.vol/…` on macOS) says nothing of the file.
    case nameless
  }

  package let code: Code
  package let path: [UInt8]

  package init(_ code: Code, _ path: [UInt8]) {
    self.code = code
    self.path = path
  }

  /// The words for people: lower case, no full stop.
  package var words: StaticString {
    switch code {
    case .notAbsolute: "the path is empty or relative to no known directory"
    case .nulByte: "the path holds a NUL byte"
    case .tooManyLinks: "the path leads through too many symbolic links"
    case .tooLong: "the path is too long"
    case .tooManyComponents: "the path has too many components"
    case .unreadableLink: "a symbolic link in the path could not be read"
    case .nameless: "the path names a file by its number"
    }
  }
}

extension PathError: Equatable {
  /// Errors are equal when their codes are.
  package static func == (left: PathError, right: PathError) -> Bool { left.code == right.code }
}

/// The bounds of path resolution.
package enum PathLimits {
  /// Symbolic links followed for one name: `MAXSYMLINKS` of Linux; macOS allows 32.
  package static let links = 40
  /// Bytes of a name while it is resolved: `PATH_MAX` of Linux, above which no call accepts it.
  package static let size = 4096
  /// Components walked for one name, those of links included; each costs a system call.
  package static let components = 256
  /// Bytes of one side of a question to `Glob.mayIntersect`, those of the longest name; beyond it
  /// the answer is yes.
  package static let patternSize = 4096
  /// Steps of one such question, a hundred times what the names people type need; beyond it the
  /// answer is yes.
  package static let patternStates = 8192
}
