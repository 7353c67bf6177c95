// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct AbsolutePathTests {
  private func normal(_ name: String, in directory: String = "/home/me/app") -> String? {
    AbsolutePath(Array(name.utf8), in: Array(directory.utf8)).map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("/", "/"), ("//", "/"), ("/.", "/"), ("/..", "/"), ("/../..", "/"), ("/a", "/a"),
    ("/a/", "/a"), ("//a//b//", "/a/b"), ("/a/./b", "/a/b"), ("/a/../b", "/b"), ("/a/b/..", "/a"),
    ("/a/...", "/a/..."), ("/a/.b", "/a/.b"), ("/a/..b", "/a/..b"), ("/a/b.", "/a/b."),
    ("x", "/home/me/app/x"), ("./x", "/home/me/app/x"), ("../x", "/home/me/x"),
    ("../../../../x", "/x"), (".", "/home/me/app"), ("..", "/home/me"), ("~", "/home/me/app/~"),
    ("~/x", "/home/me/app/~/x"), ("a b", "/home/me/app/a b"), ("/a\n", "/a\n"),
  ])
  func namesAreShortened(_ name: String, _ expected: String) {
    #expect(normal(name) == expected)
  }

  @Test func theWorkingDirectoryIsShortenedToo() {
    #expect(normal("../x", in: "/a/./b//c/../d/") == "/a/b/x")
    #expect(normal("x", in: "/") == "/x")
  }

  @Test func whatNoSystemCallAcceptsIsRefused() {
    #expect(normal("") == nil)
    #expect(normal("a\0b") == nil)
    #expect(normal("/a\0") == nil)
    #expect(normal("x", in: "") == nil)
    #expect(normal("x", in: "relative") == nil)
    #expect(normal("x", in: "/a\0") == nil)
  }

  @Test(arguments: [
    ("~", "/home/me"), ("~/", "/home/me/"), ("~/.env", "/home/me/.env"), ("~other/x", "~other/x"),
    ("a/~", "a/~"), ("", ""), ("~~", "~~"),
  ])
  func onlyALeadingTildeIsTheHome(_ name: String, _ expected: String) {
    let home = Array("/home/me".utf8)
    #expect(
      AbsolutePath.expandingHome(Array(name.utf8), home: home).elementsEqual(expected.utf8))
  }

  @Test func parentAndLastComponentTakeTheNameApart() throws {
    let path = try #require(AbsolutePath(Array("/a/b/c.txt".utf8)))
    #expect(path.lastComponent.elementsEqual("c.txt".utf8))
    #expect(path.parent == AbsolutePath(Array("/a/b".utf8)))
    #expect(path.parent.parent.parent == .root)
    #expect(AbsolutePath.root.parent == .root && AbsolutePath.root.lastComponent.isEmpty)
    #expect(path.components.map { String(decoding: $0, as: UTF8.self) } == ["a", "b", "c.txt"])
  }

  @Test func insideMeansBelowAndNotBeside() throws {
    func inside(_ path: String, _ directory: String, fold: Bool = false) -> Bool? {
      guard let path = AbsolutePath(Array(path.utf8)),
        let directory = AbsolutePath(Array(directory.utf8))
      else { return nil }
      return path.isInside(directory: directory, foldingCase: fold)
    }
    #expect(inside("/a/b", "/a") == true)
    #expect(inside("/a", "/") == true)
    #expect(inside("/a", "/a") == false)
    #expect(inside("/ab", "/a") == false)
    #expect(inside("/", "/") == false)
    #expect(inside("/A/b", "/a") == false)
    #expect(inside("/A/b", "/a", fold: true) == true)
  }
}
