// SPDX-License-Identifier: MIT

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open directory that is its owner's alone, and the files in it.
///
/// Files are opened relative to the descriptor, so that nobody can put another directory in its
/// place between two of them.
package struct PrivateDirectory: ~Copyable {
  /// What a file is opened for; a missing one is made except for reading.
  package enum Purpose {
    case reading
    /// Every write goes to the end, whoever else writes.
    case appending
    case updating
    /// A new file that this opener alone has made; `.exists` where there is one.
    case claiming
  }

  package let path: [UInt8]
  private let owner: UInt32
  private let directory: FileDescriptor

  /// Opens the directory at `path`, which has to exist.
  ///
  /// - Throws: `.isSymbolicLink`, `.notDirectory`, `.wrongOwner`, or `.openToOthers` where it is
  ///   not what it has to be, else the code of the `errno`.
  package init(_ path: [UInt8], owner: UInt32) throws(SystemError) {
    let directory: FileDescriptor
    do throws(SystemError) {
      directory = try FileDescriptor.open(path, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    } catch {
      throw PrivateDirectory.refusal(error, path)
    }
    try PrivateDirectory.check(try directory.status(), path, owner: owner)
    self.path = path
    self.owner = owner
    self.directory = directory
  }

  /// Opens the file `name` of this directory, which has to be a regular file of the owner's alone.
  package func open(_ name: [UInt8], for purpose: Purpose) throws(SystemError) -> FileDescriptor {
    let flags =
      switch purpose {
      case .reading: O_RDONLY
      case .appending: O_RDWR | O_CREAT | O_APPEND
      case .updating: O_RDWR | O_CREAT
      case .claiming: O_RDWR | O_CREAT | O_EXCL
      }
    // Non-blocking, so that a pipe put in the place of a file cannot hold us up.
    let file = try FileDescriptor.open(
      name, in: directory, path: path + [0x2F] + name, flags: flags | O_NOFOLLOW | O_NONBLOCK)
    let status = try file.status()
    let full = path + [0x2F] + name
    guard status.kind == .regular else { throw SystemError(.wrongKind, .open, full) }
    try PrivateDirectory.check(status, full, owner: owner)
    return file
  }

  private static func check(
    _ status: FileStatus, _ path: [UInt8], owner: UInt32
  ) throws(SystemError) {
    guard status.owner == owner else { throw SystemError(.wrongOwner, .open, path) }
    guard status.mode & 0o077 == 0 else { throw SystemError(.openToOthers, .open, path) }
  }

  /// `O_DIRECTORY | O_NOFOLLOW` answers ENOTDIR for a link on Linux; say what it is.
  private static func refusal(_ error: SystemError, _ path: [UInt8]) -> SystemError {
    guard error.code == .notDirectory, let status = try? LiveFileSystem().status(path),
      status.kind == .symbolicLink
    else { return error }
    return SystemError(.isSymbolicLink, .open, path)
  }
}
