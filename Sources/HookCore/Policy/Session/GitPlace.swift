// SPDX-License-Identifier: MIT

/// The branch and the worktree that a project is in, from the files of git; nothing is run.
package struct GitPlace: Sendable {
  /// `HEAD` where no branch is checked out; empty where there is no repository.
  package private(set) var branch: [UInt8] = []
  /// The name of a linked worktree; empty in the main one.
  package private(set) var worktree: [UInt8] = []

  /// Directories above the project that may hold the repository.
  private static let depthLimit = 32
  /// `HEAD` and a worktree's `.git` are one line.
  private static let sizeLimit = 4_096

  package init(of project: [UInt8], files: any FileSystem) {
    guard var directory = AbsolutePath(project) else { return }
    for _ in 0..<GitPlace.depthLimit {
      let path = (directory.bytes.count == 1 ? [] : directory.bytes) + [UInt8]("/.git")
      if let status = try? files.status(path) {
        read(path, status, in: directory, files)
        return
      }
      if directory.bytes.count == 1 { return }
      directory = directory.parent
    }
  }

  private mutating func read(
    _ path: [UInt8], _ status: FileStatus, in directory: AbsolutePath, _ files: any FileSystem
  ) {
    var gitDirectory = path
    if status.kind == .regular {
      guard let line = GitPlace.line(path, files), line.hasPrefix("gitdir: "),
        let target = AbsolutePath(Array(line.dropFirst(8)), in: directory.bytes)
      else { return }
      gitDirectory = target.bytes
      if target.parent.bytes.hasSuffix("/worktrees") { worktree = Array(target.lastComponent) }
    }
    guard let head = GitPlace.line(gitDirectory + [UInt8]("/HEAD"), files) else { return }
    branch =
      head.hasPrefix("ref: refs/heads/") ? Array(head.dropFirst(16)) : [UInt8]("HEAD")
  }

  /// The first line of a file.
  private static func line(_ path: [UInt8], _ files: any FileSystem) -> [UInt8]? {
    guard let text = try? files.contents(path, limit: sizeLimit) else { return nil }
    return Array(text.prefix { $0 != 0x0A && $0 != 0x0D })
  }

  /// What both say of the environment that a change in the project is for.
  var evidence: List<EnvironmentEvidence> {
    var pieces = List<EnvironmentEvidence>()
    if !branch.isEmpty {
      // Where no branch is checked out nothing is said.
      let said =
        branch.equals("HEAD") ? .unknown : TargetName.environment(ofBranch: branch)
      pieces.append(
        EnvironmentEvidence(.branch, branch, source: [UInt8](".git/HEAD"), said))
    }
    if !worktree.isEmpty {
      pieces.append(
        EnvironmentEvidence(.worktree, worktree, source: [UInt8](".git"), .unknown))
    }
    return pieces
  }
}
