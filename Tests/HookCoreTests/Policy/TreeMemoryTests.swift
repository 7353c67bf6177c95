// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

/// A search in a run over many calls finds what a search of its own would.
@Suite struct TreeMemoryTests {
  @Test(arguments: ["", "*.swift", "!**/.env", ".env*", "!conf/", "*.{env,pem}", "*.pem !.env"])
  func aRememberedSearchFindsTheSame(_ globs: String) throws {
    let memory = TreeMemory()
    for place in [VectorProject.root, VectorProject.home, "/", VectorProject.root] {
      let directory = try #require(AbsolutePath(Array(place.utf8)))
      for limit in [1, 2, 64] {
        for pattern in ["*", ".env", "*.pem"] {
          var plain = SecretWalk(Self.context(nil))
          var remembering = SecretWalk(Self.context(memory))
          #expect(
            plain.secrets(below: directory, named: Array(pattern.utf8), limit: limit)
              == remembering.secrets(below: directory, named: Array(pattern.utf8), limit: limit))
        }
        var plain = SecretWalk(Self.context(nil))
        var remembering = SecretWalk(Self.context(memory))
        let found = plain.secrets(below: directory, matching: Array(globs.utf8), limit: limit)
        #expect(
          found
            == remembering.secrets(below: directory, matching: Array(globs.utf8), limit: limit))
      }
    }
  }

  private static func context(_ trees: TreeMemory?) -> PolicyContext {
    PolicyContext(
      home: Array(VectorProject.home.utf8), project: Array(VectorProject.root.utf8), state: nil,
      files: VectorProject.files, trees: trees)
  }
}
