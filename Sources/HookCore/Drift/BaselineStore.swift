// SPDX-License-Identifier: MIT

/// What is stored about a scope.
package enum StoredBaseline: Sendable {
  /// Nothing was ever accepted, as far as anybody can tell.
  case missing
  /// There is something that is not what we wrote, or it is gone although it was needed.
  case unusable
  case found(Baseline)
}

/// The files under `drift/` of the state directory: baselines, marks and the lock.
///
/// A mark says that settings of its scope were rejected. Marks are files in a directory of their
/// own that goes with the last of them, so that the guard learns with one look whether there is
/// anything to worry about.
package struct BaselineStore: Sendable {
  /// Far more than the settings that are judged can become.
  private static let sizeLimit = 32 << 20
  /// Waited for another run of ours; a run takes a few milliseconds.
  private static let lockWait = 1_000
  private static let ownerOnly: UInt16 = 0o600

  let directory: [UInt8]
  let userID: UInt32
  let fileSystem: any FileSystem

  package init(stateDirectory: [UInt8], userID: UInt32, fileSystem: any FileSystem) {
    directory = SettingsLocations.joined(stateDirectory, "/drift")
    self.userID = userID
    self.fileSystem = fileSystem
  }

  /// The file that holds the baseline of `scope`.
  package func path(of scope: BaselineScope) -> [UInt8] { path("/baseline-", scope) }

  /// The directory of the marks; it is there where there is a mark.
  private var marks: [UInt8] { SettingsLocations.joined(directory, "/rejected") }

  /// The file that marks `scope` as rejected.
  package func markPath(of scope: BaselineScope) -> [UInt8] { path("/rejected/", scope) }

  private func path(_ prefix: StaticString, _ scope: BaselineScope) -> [UInt8] {
    var path = directory
    path.append(prefix)
    path.append(contentsOf: scope.name)
    path.append(".json")
    return path
  }

  /// The baseline of `scope`; a mark without one means that somebody took it away.
  package func load(_ scope: BaselineScope) -> StoredBaseline {
    let path = path(of: scope)
    do throws(SystemError) {
      let status = try fileSystem.status(path)
      guard status.kind == .regular, status.owner == userID, status.mode & 0o077 == 0 else {
        return .unusable
      }
      let bytes = try fileSystem.contents(path, limit: BaselineStore.sizeLimit)
      return Baseline(decoding: bytes, scope: scope).map { .found($0) } ?? .unusable
    } catch {
      return error.code == .notFound && !isMarked(scope) ? .missing : .unusable
    }
  }

  /// Whether settings of any scope were rejected; what cannot be looked at counts as a mark.
  var hasMarks: Bool { exists(marks) }

  /// Whether settings of `scope` were rejected; what cannot be looked at counts as a mark.
  package func isMarked(_ scope: BaselineScope) -> Bool { exists(markPath(of: scope)) }

  private func exists(_ path: [UInt8]) -> Bool {
    do throws(SystemError) {
      _ = try fileSystem.status(path)
      return true
    } catch {
      return error.code != .notFound
    }
  }

  /// Writes `baseline` in the place of the one of its scope.
  func save(_ baseline: Baseline) throws(SystemError) {
    try AtomicFile.write(
      baseline.encoded, to: path(of: baseline.scope), mode: BaselineStore.ownerOnly)
  }

  /// Marks `scope` as rejected; `content` says to people why.
  func mark(_ scope: BaselineScope, _ content: [UInt8]) throws(SystemError) {
    try AtomicFile.makeDirectories(marks)
    try AtomicFile.write(content, to: markPath(of: scope), mode: BaselineStore.ownerOnly)
  }

  /// Takes the mark of `scope` away where there is one, and the directory with the last.
  func unmark(_ scope: BaselineScope) throws(SystemError) {
    if isMarked(scope) { try AtomicFile.remove(markPath(of: scope)) }
    if hasMarks { try AtomicFile.removeDirectory(marks) }
  }

  /// Makes the directory and holds the lock while `body` runs.
  func locked<Result>(
    _ body: () throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    try AtomicFile.makeDirectories(directory)
    let status = try fileSystem.status(directory)
    guard status.kind == .directory else { throw SystemError(.wrongKind, .open, directory) }
    guard status.owner == userID, status.mode & 0o022 == 0 else {
      throw SystemError(.wrongOwner, .open, directory)
    }
    let path = SettingsLocations.joined(directory, "/lock")
    let file = try FileLock.openFile(path)
    try FileLock.acquire(file, path: path, milliseconds: BaselineStore.lockWait)
    return try body()
  }
}
