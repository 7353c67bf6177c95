// SPDX-License-Identifier: MIT

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file, closed when it goes out of scope.
package struct FileDescriptor: ~Copyable {
  package let number: Int32
  /// One read of a part of a file.
  private static let chunk = 64 * 1024
  private let path: [UInt8]

  init(adopting number: Int32, path: [UInt8]) {
    self.number = number
    self.path = path
  }

  deinit { close(number) }

  /// Opens `path` with `flags` of `open(2)`; `O_CLOEXEC` and `O_NOCTTY` are always added.
  ///
  /// - Throws: `.isSymbolicLink` where `O_NOFOLLOW` met a link, else the code of the `errno`.
  package static func open(
    _ path: [UInt8], flags: Int32, mode: UInt16 = 0o600
  ) throws(SystemError) -> FileDescriptor {
    let number = withCString(path) { systemOpen($0, flags | O_CLOEXEC | O_NOCTTY, mode_t(mode)) }
    guard number >= 0 else {
      if errno == ELOOP, flags & O_NOFOLLOW != 0 {
        throw SystemError(.isSymbolicLink, .open, path, number: ELOOP)
      }
      throw .last(.open, path)
    }
    return FileDescriptor(adopting: number, path: path)
  }

  /// Opens the regular file at `path` for reading; a symbolic link there is refused.
  package static func openToRead(_ path: [UInt8]) throws(SystemError) -> FileDescriptor {
    // Non-blocking, so that a pipe put in the place of a file cannot hold us up.
    let file = try open(path, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    guard try file.status().kind == .regular else { throw SystemError(.wrongKind, .open, path) }
    return file
  }

  /// Opens the file `name` of `directory` like `open(_:flags:mode:)`; errors name `path`.
  static func open(
    _ name: [UInt8], in directory: borrowing FileDescriptor, path: [UInt8], flags: Int32,
    mode: UInt16 = 0o600
  ) throws(SystemError) -> FileDescriptor {
    let number = withCString(name) {
      systemOpen(directory.number, $0, flags | O_CLOEXEC | O_NOCTTY, mode_t(mode))
    }
    guard number >= 0 else {
      if errno == ELOOP, flags & O_NOFOLLOW != 0 {
        throw SystemError(.isSymbolicLink, .open, path, number: ELOOP)
      }
      throw .last(.open, path)
    }
    return FileDescriptor(adopting: number, path: path)
  }

  /// What the file is and who owns it.
  package func status() throws(SystemError) -> FileStatus {
    var record = stat()
    guard fstat(number, &record) == 0 else { throw .last(.status, path) }
    return FileStatus(record)
  }

  /// Reads from the current position to the end.
  ///
  /// - Throws: `.tooLarge` when there are more than `limit` bytes.
  package func readAll(limit: Int, expecting size: Int = 0) throws(SystemError) -> [UInt8] {
    try StandardStream.readAll(number, path: path, limit: limit, expecting: size)
  }

  /// Reads up to `count` bytes at `offset`; fewer only at the end of the file.
  package func read(_ count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      let room = min(count - bytes.count, FileDescriptor.chunk)
      let got = withUnsafeTemporaryAllocation(byteCount: room, alignment: 16) { buffer in
        let got = pread(number, buffer.baseAddress, room, off_t(offset + bytes.count))
        if got > 0 { bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<got])) }
        return got
      }
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw .last(.read, path) }
      if got == 0 { break }
    }
    return bytes
  }

  /// Writes all of `bytes` with one call where the system allows it.
  ///
  /// - Throws: the code of the `errno`; a short write is retried until an error says why.
  package func writeAll(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let put = bytes.withUnsafeBytes { buffer in
        write(number, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if put < 0 && errno == EINTR { continue }
      guard put > 0 else { throw .last(.write, path) }
      written += put
    }
  }

  /// Replaces the bytes from the start of the file on, which it is no longer than.
  package func overwrite(_ bytes: [UInt8]) throws(SystemError) {
    guard lseek(number, 0, SEEK_SET) == 0 else { throw .last(.write, path) }
    try writeAll(bytes)
  }

  /// The size of the file in bytes.
  package func size() throws(SystemError) -> Int {
    let end = lseek(number, 0, SEEK_END)
    guard end >= 0 else { throw .last(.status, path) }
    return Int(end)
  }

  /// Waits until the data is on the disk.
  package func sync() throws(SystemError) {
    #if canImport(Darwin)
      let result = fcntl(number, F_BARRIERFSYNC)
    #else
      let result = fdatasync(number)
    #endif
    guard result == 0 else { throw .last(.sync, path) }
  }
}

/// Calls `body` with `path` as a C string; a path with a NUL inside never names a file.
///
/// Where `path` holds a NUL, `body` gets a string that no file can have, so that a prefix of
/// the path is never taken for the whole.
func withCString<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
  var text = path.contains(0) ? [UInt8]("/dev/null/nul-in-path") : path
  text.append(0)
  return text.withUnsafeBytes { buffer in
    // An array of one byte or more has a base address.
    body(buffer.assumingMemoryBound(to: CChar.self).baseAddress.unsafelyUnwrapped)
  }
}

private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t) -> Int32 {
  while true {
    let number = open(path, flags, mode)
    if number >= 0 || errno != EINTR { return number }
  }
}

private func systemOpen(
  _ directory: Int32, _ name: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t
) -> Int32 {
  while true {
    let number = openat(directory, name, flags, mode)
    if number >= 0 || errno != EINTR { return number }
  }
}
