// SPDX-License-Identifier: MIT

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What kind of file a path names.
package enum FileKind: Sendable, Equatable {
  case regular
  case directory
  case symbolicLink
  case other
}

/// The part of `stat(2)` that decisions need.
package struct FileStatus: Sendable, Equatable {
  package var kind: FileKind
  /// Size in bytes.
  package var size: Int
  /// Permission bits, 0o7777 at most.
  package var mode: UInt16
  package var owner: UInt32
  /// Device and inode: two paths with the same pair are the same file.
  package var device: UInt64
  package var inode: UInt64
  /// Last change of the content, in nanoseconds since 1970.
  package var modified: Int64

  package init(
    kind: FileKind, size: Int = 0, mode: UInt16 = 0o644, owner: UInt32 = 0, device: UInt64 = 0,
    inode: UInt64 = 0, modified: Int64 = 0
  ) {
    self.kind = kind
    self.size = size
    self.mode = mode
    self.owner = owner
    self.device = device
    self.inode = inode
    self.modified = modified
  }
}

/// One name in a directory.
package struct DirectoryEntry: Sendable, Equatable {
  package var name: [UInt8]
  package var kind: FileKind

  package init(name: [UInt8], kind: FileKind) {
    self.name = name
    self.kind = kind
  }
}

/// The file system as the library sees it: the real one, or one made of values in a test.
///
/// Paths are absolute byte strings without a NUL.
package protocol FileSystem: Sendable {
  /// The status of `path` itself; a symbolic link is not followed.
  func status(_ path: [UInt8]) throws(SystemError) -> FileStatus
  /// Where the symbolic link at `path` points, as it is stored.
  func linkTarget(_ path: [UInt8]) throws(SystemError) -> [UInt8]
  /// The names in the directory at `path`, without `.` and `..`, unordered, at most `limit`.
  func entries(_ path: [UInt8], limit: Int) throws(SystemError) -> List<DirectoryEntry>
  /// The content of the regular file at `path`; links are followed.
  ///
  /// Throws `.tooLarge` above `limit` bytes and `.wrongKind` for a pipe, device or socket.
  func contents(_ path: [UInt8], limit: Int) throws(SystemError) -> [UInt8]
}

/// The file system of this machine.
package struct LiveFileSystem: FileSystem {
  package init() {}

  package func status(_ path: [UInt8]) throws(SystemError) -> FileStatus {
    var record = stat()
    guard withCString(path, { lstat($0, &record) }) == 0 else { throw .last(.status, path) }
    return FileStatus(record)
  }

  package func linkTarget(_ path: [UInt8]) throws(SystemError) -> [UInt8] {
    let capacity = 4096  // PATH_MAX on Linux; a longer target is refused below
    var target = [UInt8](repeating: 0, count: capacity)
    let count = target.withUnsafeMutableBytes { buffer -> Int in
      guard let room = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return -1 }
      return withCString(path) { readlink($0, room, capacity) }
    }
    guard count >= 0 else { throw .last(.readLink, path) }
    guard count < capacity else { throw SystemError(.nameTooLong, .readLink, path) }
    target.removeLast(capacity - count)
    return target
  }

  package func entries(_ path: [UInt8], limit: Int) throws(SystemError) -> List<DirectoryEntry> {
    guard let stream = withCString(path, { opendir($0) }) else { throw .last(.list, path) }
    defer { closedir(stream) }
    var found = List<DirectoryEntry>()
    while found.count < limit, let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        [UInt8](buffer.prefix { $0 != 0 })
      }
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      found.append(DirectoryEntry(name: name, kind: FileKind(directoryType: entry.pointee.d_type)))
    }
    return found
  }

  package func contents(_ path: [UInt8], limit: Int) throws(SystemError) -> [UInt8] {
    // Non-blocking, so that a pipe put in the place of a file cannot hold the hook up.
    let file = try FileDescriptor.open(path, flags: O_RDONLY | O_NONBLOCK)
    let status = try file.status()
    switch status.kind {
    case .regular: break
    case .directory: throw SystemError(.isDirectory, .read, path)
    case .symbolicLink, .other: throw SystemError(.wrongKind, .read, path)
    }
    guard status.size <= limit else { throw SystemError(.tooLarge, .read, path) }
    return try file.readAll(limit: limit, expecting: status.size)
  }
}

extension FileStatus {
  init(_ record: stat) {
    switch UInt32(record.st_mode) & UInt32(S_IFMT) {
    case UInt32(S_IFREG): kind = .regular
    case UInt32(S_IFDIR): kind = .directory
    case UInt32(S_IFLNK): kind = .symbolicLink
    default: kind = .other
    }
    size = Int(record.st_size)
    mode = UInt16(truncatingIfNeeded: UInt32(record.st_mode) & 0o7777)
    owner = record.st_uid
    device = UInt64(truncatingIfNeeded: record.st_dev)
    inode = UInt64(record.st_ino)
    #if canImport(Darwin)
      let time = record.st_mtimespec
    #else
      let time = record.st_mtim
    #endif
    modified = Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}

extension FileKind {
  fileprivate init(directoryType: UInt8) {
    switch Int32(directoryType) {
    case Int32(DT_REG): self = .regular
    case Int32(DT_DIR): self = .directory
    case Int32(DT_LNK): self = .symbolicLink
    default: self = .other
    }
  }
}
