// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

struct ScratchDirectoryTests {
  @Test func isPrivateAndGoneAfterwards() throws {
    let path: [UInt8]
    do {
      let scratch = try ScratchDirectory(prefix: "scratch-test")
      path = scratch.path
      #expect(try LiveFileSystem().status(path).mode == 0o700)
      try AtomicFile.makeDirectories(scratch.path(of: "a/b"))
      try AtomicFile.write([0x78], to: scratch.path(of: "a/b/file"), mode: 0o600)
    }
    #expect(throws: SystemError(.notFound, .status, [])) { try LiveFileSystem().status(path) }
  }
}
