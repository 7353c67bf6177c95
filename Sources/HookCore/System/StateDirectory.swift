// SPDX-License-Identifier: MIT

/// Where log and baseline are kept: the user's alone, no symbolic link.
///
/// `/var/lib/security-hooks/<user id>` where an administrator has made it, else
/// `~/.local/state/security-hooks`; `--state-dir` names another. Variables are not asked.
package struct StateDirectory: Sendable {
  package let path: [UInt8]
  package let owner: UInt32

  private static let shared: StaticString = "/var/lib/security-hooks/"
  private static let own: StaticString = "/.local/state/security-hooks"

  /// The directory of the user in `environment`; it need not exist yet.
  ///
  /// - Parameter chosen: the absolute path given with `--state-dir`.
  /// - Throws: `.isSymbolicLink`, `.notDirectory`, `.wrongOwner` or `.openToOthers` where the
  ///   directory is there and is not the user's alone. A directory of the administrator's that
  ///   cannot be used is an error too: falling back would hide the log from who looks for it.
  package static func locate(
    _ environment: UserEnvironment, chosen: [UInt8]?, fileSystem: some FileSystem
  ) throws(SystemError) -> StateDirectory {
    if let chosen {
      _ = try isUsable(chosen, owner: environment.userID, fileSystem)
      return StateDirectory(path: chosen, owner: environment.userID)
    }
    var path = [UInt8](shared)
    path.append(decimal: Int(environment.userID))
    if try isUsable(path, owner: environment.userID, fileSystem) {
      return StateDirectory(path: path, owner: environment.userID)
    }
    path = environment.home
    path.append(own)
    _ = try isUsable(path, owner: environment.userID, fileSystem)
    return StateDirectory(path: path, owner: environment.userID)
  }

  /// Opens the directory `name` in this one.
  ///
  /// - Parameter name: one or more components; missing ones are made, readable by the owner only.
  package func open(_ name: StaticString) throws(SystemError) -> PrivateDirectory {
    var path = path
    path.append(0x2F)
    path.append(name)
    do throws(SystemError) {
      return try PrivateDirectory(path, owner: owner)
    } catch {
      guard error.code == .notFound else { throw error }
    }
    try AtomicFile.makeDirectories(path)
    return try PrivateDirectory(path, owner: owner)
  }

  /// Whether `path` is a directory of `owner`'s alone; false where nothing is there.
  private static func isUsable(
    _ path: [UInt8], owner: UInt32, _ fileSystem: some FileSystem
  ) throws(SystemError) -> Bool {
    let status: FileStatus
    do throws(SystemError) {
      status = try fileSystem.status(path)
    } catch {
      if error.code == .notFound { return false }
      throw error
    }
    switch status.kind {
    case .directory: break
    case .symbolicLink: throw SystemError(.isSymbolicLink, .open, path)
    case .regular, .other: throw SystemError(.notDirectory, .open, path)
    }
    guard status.owner == owner else { throw SystemError(.wrongOwner, .open, path) }
    guard status.mode & 0o077 == 0 else { throw SystemError(.openToOthers, .open, path) }
    return true
  }
}
