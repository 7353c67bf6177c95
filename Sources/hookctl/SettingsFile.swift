// SPDX-License-Identifier: MIT
import HookCore

/// A settings file to be changed in place: links followed, owner and mode kept.
struct SettingsFile {
  /// Above it the client drops the file (CONTRACT 3.4: between 1.2 and 3 MB), so there is nothing
  /// to wire hooks into.
  private static let sizeLimit = 1_200_000
  /// As many links as Linux follows.
  private static let linkLimit = 40

  /// The file itself, after all links.
  private let path: [UInt8]
  private let mode: UInt16
  /// The content, or nil where there is no file yet.
  let content: [UInt8]?

  init(_ path: [UInt8]) throws(CommandError) {
    do throws(SystemError) {
      self.path = try SettingsFile.resolved(path)
      guard let status = try SettingsFile.status(self.path) else {
        mode = 0o644
        content = nil
        return
      }
      guard status.owner == UserEnvironment.current().userID else {
        throw SystemError(.wrongOwner, .open, path)
      }
      mode = status.mode
      content = try LiveFileSystem().contents(self.path, limit: SettingsFile.sizeLimit)
    } catch {
      throw .system(error)
    }
  }

  /// The status of `path`, or nil where there is no such file.
  private static func status(_ path: [UInt8]) throws(SystemError) -> FileStatus? {
    do throws(SystemError) {
      return try LiveFileSystem().status(path)
    } catch {
      guard error.code == .notFound else { throw error }
      return nil
    }
  }

  /// Where `path` leads when links at its end are followed.
  private static func resolved(_ path: [UInt8]) throws(SystemError) -> [UInt8] {
    var path = path
    for _ in 0..<linkLimit {
      guard let status = try? LiveFileSystem().status(path), status.kind == .symbolicLink else {
        return path
      }
      let target = try LiveFileSystem().linkTarget(path)
      path = target.first == 0x2F ? target : parent(of: path) + [0x2F] + target
    }
    throw SystemError(.tooManyLinks, .readLink, path)
  }

  private static func parent(of path: [UInt8]) -> [UInt8] {
    Array(path[..<(path.lastIndex(of: 0x2F) ?? path.startIndex)])
  }

  /// Puts `bytes` in the place of the content, in one step; makes the directory where it is missing.
  func write(_ bytes: [UInt8]) throws(CommandError) {
    do throws(SystemError) {
      if content == nil {
        try AtomicFile.makeDirectories(SettingsFile.parent(of: path), mode: 0o755)
      }
      try AtomicFile.write(bytes, to: path, mode: mode)
    } catch {
      let status: ExitStatus =
        error.code == .denied || error.code == .readOnly ? .noPermission : .cannotCreate
      throw .failure(
        status, "\(Output.shown(error.path)): \(error.code.words); nothing was changed")
    }
  }
}
