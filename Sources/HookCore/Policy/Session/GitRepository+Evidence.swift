// SPDX-License-Identifier: MIT

extension GitRepository {
  /// What branch and worktree of the repository that `place` lies in say of the environment that
  /// a change there is for.
  static func evidence(at place: [UInt8], files: any FileSystem) -> List<EnvironmentEvidence> {
    var pieces = List<EnvironmentEvidence>()
    guard let repository = GitRepository(holding: place, files: files) else { return pieces }
    if let branch = repository.branch, !branch.isEmpty {
      pieces.append(
        EnvironmentEvidence(
          .branch, branch, source: [UInt8](".git/HEAD"),
          TargetName.environment(ofBranch: branch)))
    }
    if let worktree = repository.worktree {
      pieces.append(
        EnvironmentEvidence(.worktree, worktree, source: [UInt8](".git"), .unknown))
    }
    return pieces
  }
}
