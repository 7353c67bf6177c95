// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

/// Files that anybody can put somewhere: whatever is in them, they are read to their end or refused.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: ApprovalScene.program)))
struct ApprovalFilesTests {
  @Test func changedFilesAreRefusedAndNeverBreakAnything() throws {
    let scene = try ApprovalScene()
    #expect(try scene.answer("git push origin feature:main").status == 2)
    let request = try scene.request()
    let approval = try scene.signed(scene.statement(request, breakGlass: "x"), by: "alice")
    let signers = try scene.files.contents(
      Array("/etc/security-hooks/allowed_signers".utf8), limit: 1 << 20)
    #expect(ApprovalRequest(request.bytes)?.id == request.id)
    #expect(try Approval(approval)?.check() != nil)
    #expect(AllowedSigners(signers).signers.count == 3)
    var random = SeededGenerator(seed: 7)
    for _ in 0..<3_000 {
      // Line breaks in the armour mean nothing.
      if let changed = Approval(Self.changed(approval, &random)), (try? changed.check()) != nil {
        #expect(changed.statement.line == Approval(approval)?.statement.line)
      }
      if let changed = ApprovalRequest(Self.changed(request.bytes, &random)) {
        #expect(changed.id == changed.binding.requestID(round: changed.round))
      }
      _ = AllowedSigners(Self.changed(signers, &random))
    }
  }

  /// `bytes` with some of them replaced, taken out or doubled, and at least one other than before.
  private static func changed(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var changed = bytes
    while changed == bytes {
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<changed.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: changed[place] = UInt8.random(in: 0...255, using: &random)
        case 1: changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: changed.remove(at: place)
        default: changed.insert(changed[place], at: place)
        }
      }
    }
    return changed
  }

  @Test(arguments: [
    ("https://me:secret@git.example/a/b.git", "git.example/a/b"),
    ("git@git.example:a/b.git", "git.example/a/b"),
    ("ssh://git@git.example:22/a", "git.example:22/a"),
    ("git.example:a/b/", "git.example/a/b"), ("/srv/git/a.git", "/srv/git/a"),
    ("file:///srv/git/a.git", "/srv/git/a"), ("https://git.example/a@b", "git.example/a@b"),
  ])
  func aRepositoryIsCalledByItsAddressWithoutWhoAsks(_ address: String, _ name: String) {
    #expect(GitRepository.name(of: Array(address.utf8)) == Array(name.utf8))
  }

  @Test func headsAreFoundInLinkedTreesPackedFilesAndDetached() throws {
    var files = InMemoryFileSystem()
    let commit = String(repeating: "a1", count: 20)
    let other = String(repeating: "b2", count: 20)
    files.add(file: "/r/.git/HEAD", "ref: refs/heads/dev\n")
    files.add(
      file: "/r/.git/packed-refs",
      "# pack-refs with: peeled fully-peeled sorted\n\(commit) refs/heads/dev\n\(other) refs/tags/v1\n^\(commit)\n"
    )
    files.add(file: "/r/.git/worktrees/w/HEAD", "\(other)\n")
    files.add(file: "/r/.git/worktrees/w/commondir", "../..\n")
    files.add(file: "/w/.git", "gitdir: /r/.git/worktrees/w\n")
    files.add(directory: "/r/src/deep")
    files.add(directory: "/w/src")
    let main = try #require(GitRepository(holding: Array("/r/src/deep".utf8), files: files))
    #expect(main.branch == Array("dev".utf8))
    #expect(main.head == Array(commit.utf8))
    #expect(main.commit(of: Array("refs/tags/v1".utf8)) == Array(other.utf8))
    #expect(main.commit(of: Array("refs/heads/../../../etc".utf8)) == nil)
    let linked = try #require(GitRepository(holding: Array("/w/src".utf8), files: files))
    #expect(linked.branch == nil)
    #expect(linked.head == Array(other.utf8))
    #expect(linked.commit(of: Array("refs/heads/dev".utf8)) == Array(commit.utf8))
    #expect(linked.identity == Array("/r".utf8))
    #expect(GitRepository(holding: Array("/elsewhere".utf8), files: files) == nil)
  }
}
