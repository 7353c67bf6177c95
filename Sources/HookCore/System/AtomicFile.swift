// SPDX-License-Identifier: MIT

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Replacing a file so that a reader sees the old content or the new, never a part.
package enum AtomicFile {
  /// Writes `bytes` beside `path`, waits for the disk, and renames over `path`.
  ///
  /// The directory has to exist. A symbolic link at `path` is replaced, not followed; resolve
  /// first where it should be.
  package static func write(
    _ bytes: [UInt8], to path: [UInt8], mode: UInt16
  ) throws(SystemError) {
    let temporary = path + Array(".\(getpid()).tmp".utf8)
    do throws(SystemError) {
      try writeNew(bytes, to: temporary, mode: mode)
      guard withCString(temporary, { from in withCString(path) { rename(from, $0) } }) == 0 else {
        throw SystemError.last(.rename, path)
      }
    } catch {
      _ = withCString(temporary) { unlink($0) }
      throw error
    }
  }

  private static func writeNew(
    _ bytes: [UInt8], to path: [UInt8], mode: UInt16
  ) throws(SystemError) {
    _ = withCString(path) { unlink($0) }
    let file = try FileDescriptor.open(
      path, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
    guard fchmod(file.number, mode_t(mode)) == 0 else { throw .last(.changeMode, path) }
    try file.writeAll(bytes)
    try file.sync()
  }

  /// Makes the directory `path`, and its missing parents; readable by the owner only, unless
  /// `mode` says otherwise.
  package static func makeDirectories(
    _ path: [UInt8], mode: UInt16 = 0o700
  ) throws(SystemError) {
    if withCString(path, { mkdir($0, mode_t(mode)) }) == 0 { return }
    switch errno {
    case EEXIST: return
    case ENOENT:
      guard let slash = path.lastIndex(of: 0x2F), slash > 0 else {
        throw .last(.makeDirectory, path)
      }
      try makeDirectories(Array(path[..<slash]), mode: mode)
      guard withCString(path, { mkdir($0, mode_t(mode)) }) == 0 || errno == EEXIST else {
        throw .last(.makeDirectory, path)
      }
    default: throw .last(.makeDirectory, path)
    }
  }

  /// Removes the directory at `path` where it is empty; what is in it keeps it.
  package static func removeDirectory(_ path: [UInt8]) throws(SystemError) {
    guard withCString(path, { rmdir($0) }) == 0 || errno == ENOTEMPTY || errno == EEXIST else {
      throw .last(.remove, path)
    }
  }

  /// Removes the file at `path`.
  package static func remove(_ path: [UInt8]) throws(SystemError) {
    guard withCString(path, { unlink($0) }) == 0 else { throw .last(.remove, path) }
  }
}
