// SPDX-License-Identifier: MIT

/// A file system that looks at a name once: the files of one command mostly share directories.
///
/// Serves one judgement, which one thread makes; nothing outlives it.
final class RememberedFiles: FileSystem, @unchecked Sendable {
  private struct Look {
    let path: [UInt8]
    let result: Result<FileStatus, SystemError>
  }

  /// Names kept: those of an ordinary command; a search among more would cost what it spares.
  private static let limit = 128

  private let files: any FileSystem
  private var looks = List<Look>()

  init(_ files: any FileSystem) { self.files = files }

  func status(_ path: [UInt8]) throws(SystemError) -> FileStatus {
    for look in looks where look.path == path { return try look.result.get() }
    let result: Result<FileStatus, SystemError>
    do throws(SystemError) {
      result = .success(try files.status(path))
    } catch {
      result = .failure(error)
    }
    if looks.count < RememberedFiles.limit { looks.append(Look(path: path, result: result)) }
    return try result.get()
  }

  func linkTarget(_ path: [UInt8]) throws(SystemError) -> [UInt8] { try files.linkTarget(path) }

  func entries(_ path: [UInt8], limit: Int) throws(SystemError) -> List<DirectoryEntry> {
    try files.entries(path, limit: limit)
  }

  func contents(_ path: [UInt8], limit: Int) throws(SystemError) -> [UInt8] {
    try files.contents(path, limit: limit)
  }
}
