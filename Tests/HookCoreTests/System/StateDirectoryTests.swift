// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

@Suite struct StateDirectoryTests {
  /// A file system in which one path has one status.
  private struct OnePath: FileSystem {
    let path: String
    let entry: FileStatus

    func status(_ path: [UInt8]) throws(SystemError) -> FileStatus {
      guard path == Array(self.path.utf8) else { throw SystemError(.notFound, .status, path) }
      return entry
    }

    func linkTarget(_ path: [UInt8]) throws(SystemError) -> [UInt8] { [] }
    func entries(_ path: [UInt8], limit: Int) throws(SystemError) -> List<DirectoryEntry> {
      List()
    }
    func contents(_ path: [UInt8], limit: Int) throws(SystemError) -> [UInt8] { [] }
  }

  private let environment = UserEnvironment(
    home: Array("/home/dev".utf8), userID: 1_000, unattended: false,
    projectDirectory: nil)
  private let shared = "/var/lib/security-hooks/1000"
  private let own = "/home/dev/.local/state/security-hooks"

  private func locate(
    _ path: String, _ entry: FileStatus, chosen: String? = nil
  ) throws -> String {
    let state = try StateDirectory.locate(
      environment, chosen: chosen.map { Array($0.utf8) },
      fileSystem: OnePath(path: path, entry: entry))
    return String(decoding: state.path, as: UTF8.self)
  }

  private let good = FileStatus(kind: .directory, mode: 0o700, owner: 1_000)

  @Test func theAdministratorsDirectoryComesFirst() throws {
    #expect(try locate(shared, good) == shared)
    #expect(try locate(own, good) == own)
    #expect(try locate("/nowhere", good) == own)
    #expect(try locate(shared, good, chosen: "/chosen") == "/chosen")
  }

  @Test func aDirectoryThatIsNotTheUsersAloneIsAnError() {
    for path in [shared, own] {
      #expect(throws: SystemError(.wrongOwner, .open, [])) {
        try locate(path, FileStatus(kind: .directory, mode: 0o700, owner: 0))
      }
      #expect(throws: SystemError(.openToOthers, .open, [])) {
        try locate(path, FileStatus(kind: .directory, mode: 0o750, owner: 1_000))
      }
      #expect(throws: SystemError(.isSymbolicLink, .open, [])) {
        try locate(path, FileStatus(kind: .symbolicLink, mode: 0o777, owner: 1_000))
      }
      #expect(throws: SystemError(.notDirectory, .open, [])) {
        try locate(path, FileStatus(kind: .regular, mode: 0o600, owner: 1_000))
      }
    }
  }

  @Test func missingDirectoriesAreMadeForTheOwnerAlone() throws {
    let scratch = try TemporaryDirectory()
    let state = StateDirectory(path: scratch.path + Array("/a/b".utf8), owner: geteuid())
    _ = try state.open("audit/main")
    for name in ["a", "a/b", "a/b/audit", "a/b/audit/main"] {
      let path = scratch.url.appendingPathComponent(name).path
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o700, "\(name)")
    }
  }
}
