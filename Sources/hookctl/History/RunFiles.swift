// SPDX-License-Identifier: MIT
import HookCore

/// A file system that looks at everything once in a run over many calls.
///
/// Serves one thread. What changes on disk during the run is seen as it was first.
final class RunFiles: FileSystem, @unchecked Sendable {
  /// Names kept of each kind; then all are forgotten.
  private static let nameLimit = 200_000
  /// Bytes of file contents kept, and of one of them.
  private static let contentLimit = 64 << 20
  private static let fileLimit = 1 << 20

  private let files = LiveFileSystem()
  private var statuses: [[UInt8]: Result<FileStatus, SystemError>] = [:]
  private var links: [[UInt8]: Result<[UInt8], SystemError>] = [:]
  private var directories: [[UInt8]: Result<List<DirectoryEntry>, SystemError>] = [:]
  private var contents: [[UInt8]: Result<[UInt8], SystemError>] = [:]
  private var names = 0
  private var bytes = 0

  func status(_ path: [UInt8]) throws(SystemError) -> FileStatus {
    if let known = statuses[path] { return try known.get() }
    let result: Result<FileStatus, SystemError>
    do throws(SystemError) {
      result = .success(try files.status(path))
    } catch {
      result = .failure(error)
    }
    count(1, 0)
    statuses[path] = result
    return try result.get()
  }

  func linkTarget(_ path: [UInt8]) throws(SystemError) -> [UInt8] {
    if let known = links[path] { return try known.get() }
    let result: Result<[UInt8], SystemError>
    do throws(SystemError) {
      result = .success(try files.linkTarget(path))
    } catch {
      result = .failure(error)
    }
    count(1, 0)
    links[path] = result
    return try result.get()
  }

  func entries(_ path: [UInt8], limit: Int) throws(SystemError) -> List<DirectoryEntry> {
    if let known = directories[path] {
      let entries = try known.get()
      if entries.count <= limit { return entries }
    }
    let result: Result<List<DirectoryEntry>, SystemError>
    do throws(SystemError) {
      result = .success(try files.entries(path, limit: limit))
    } catch {
      result = .failure(error)
    }
    let entries = (try? result.get())?.count ?? 0
    // As many as were wanted may not be all that there are.
    if entries < limit {
      count(1 + entries, 0)
      directories[path] = result
    }
    return try result.get()
  }

  func contents(_ path: [UInt8], limit: Int) throws(SystemError) -> [UInt8] {
    if let known = contents[path] {
      let bytes = try known.get()
      if bytes.count <= limit { return bytes }
    }
    let result: Result<[UInt8], SystemError>
    do throws(SystemError) {
      result = .success(try files.contents(path, limit: limit))
    } catch {
      if error.code == .tooLarge { throw error }
      result = .failure(error)
    }
    let size = (try? result.get())?.count ?? 0
    if size <= Self.fileLimit {
      count(1, size)
      contents[path] = result
    }
    return try result.get()
  }

  private func count(_ more: Int, _ size: Int) {
    names += more
    bytes += size
    guard names > Self.nameLimit || bytes > Self.contentLimit else { return }
    statuses = [:]
    links = [:]
    directories = [:]
    contents = [:]
    names = more
    bytes = size
  }
}
