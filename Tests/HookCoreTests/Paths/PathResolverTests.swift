// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct PathResolverTests {
  private let directory = Array("/home/me/app".utf8)

  private func resolve(
    _ name: String, in files: InMemoryFileSystem, followingLast: Bool = true
  ) throws -> ResolvedPath {
    try PathResolver.resolve(
      Array(name.utf8), in: directory, files: files, followingLast: followingLast)
  }

  private func text(_ path: AbsolutePath) -> String { String(decoding: path.bytes, as: UTF8.self) }

  private func project() -> InMemoryFileSystem {
    var files = InMemoryFileSystem()
    files.add(file: "/home/me/app/.env", "A=1")
    files.add(file: "/home/me/app/src/main.c")
    files.add(file: "/srv/blob")
    return files
  }

  @Test func aNameWithoutLinksIsItself() throws {
    let path = try resolve("src/main.c", in: project())
    #expect(text(path.given) == "/home/me/app/src/main.c")
    #expect(path.resolved == path.given && path.passed.isEmpty)
    #expect(path.status?.kind == .regular && !path.isDirectory)
  }

  @Test func linksAreFollowedInEveryPlace() throws {
    var files = project()
    files.add(link: "/home/me/app/notes.txt", to: ".env")
    files.add(link: "/home/me/app/up", to: "..")
    files.add(link: "/home/me/app/far", to: "/home/me/app/up/app")
    #expect(text(try resolve("notes.txt", in: files).resolved) == "/home/me/app/.env")
    #expect(text(try resolve("up/app/.env", in: files).resolved) == "/home/me/app/.env")
    let far = try resolve("far/notes.txt", in: files)
    #expect(text(far.given) == "/home/me/app/far/notes.txt")
    #expect(text(far.resolved) == "/home/me/app/.env")
    #expect(far.passed.count == 3)
  }

  @Test func dotDotGoesUpFromWhereTheLinkLed() throws {
    var files = project()
    files.add(file: "/home/me/vault/.env")
    files.add(file: "/home/me/vault/deep/x")
    files.add(link: "/home/me/app/link", to: "../vault/deep")
    let path = try resolve("link/../.env", in: files)
    #expect(text(path.given) == "/home/me/app/.env")
    #expect(text(path.resolved) == "/home/me/vault/.env")
    #expect(try resolve("link/..", in: files).isDirectory)
  }

  @Test func namesOnTheWayAreKept() throws {
    var files = project()
    files.add(link: "/home/me/app/x", to: "settings/.env")
    files.add(link: "/home/me/app/settings/.env", to: "/srv/blob")
    let path = try resolve("x", in: files)
    #expect(text(path.resolved) == "/srv/blob")
    let passed = path.passed.map { text($0) }
    #expect(passed == ["/home/me/app/settings/.env", "/srv/blob"])
    let home = Array("/home/me".utf8)
    #expect(SecretPaths.match(path, home: home, access: .read)?.family == .dotenv)
  }

  @Test func aMissingTailIsKept() throws {
    var files = project()
    files.add(link: "/home/me/app/out", to: "/srv/new")
    let path = try resolve("out/deep/../file", in: files)
    #expect(text(path.resolved) == "/srv/new/file")
    #expect(path.presence == .missing && path.status == nil)
    #expect(text(try resolve("none/../.env", in: files).resolved) == "/home/me/app/.env")
    #expect(try resolve("none/../.env", in: files).status?.size == 3)
  }

  @Test func theLastLinkCanBeLeftAlone() throws {
    var files = project()
    files.add(link: "/home/me/app/link", to: "src")
    #expect(
      text(try resolve("link", in: files, followingLast: false).resolved) == "/home/me/app/link")
    #expect(
      text(try resolve("link/", in: files, followingLast: false).resolved) == "/home/me/app/src")
    #expect(
      text(try resolve("link/main.c", in: files, followingLast: false).resolved)
        == "/home/me/app/src/main.c")
  }

  @Test func aLoopAndALongChainAreErrors() {
    var files = project()
    files.add(link: "/home/me/app/a", to: "b")
    files.add(link: "/home/me/app/b", to: "a")
    #expect(throws: PathError(.tooManyLinks, [])) { try resolve("a", in: files) }
    for index in 0..<PathLimits.links {
      files.add(link: "/home/me/app/l\(index)", to: "l\(index + 1)")
    }
    files.add(file: "/home/me/app/l\(PathLimits.links)")
    #expect(throws: Never.self) { try resolve("l0", in: files) }
    files.add(link: "/home/me/app/one-more", to: "l0")
    #expect(throws: PathError(.tooManyLinks, [])) { try resolve("one-more", in: files) }
  }

  @Test func linksThatGrowTheNameEndAtALimit() {
    var files = project()
    files.add(link: "/home/me/app/g", to: "g/" + String(repeating: "x", count: 200))
    #expect(throws: PathError.self) { try resolve("g", in: files) }
  }

  @Test func sizesAreLimited() {
    let files = project()
    let long = String(repeating: "a", count: PathLimits.size)
    #expect(throws: PathError(.tooLong, [])) { try resolve(long, in: files) }
    let many = String(repeating: "a/", count: PathLimits.components)
    #expect(throws: PathError(.tooManyComponents, [])) { try resolve(many, in: files) }
  }

  @Test func whatIsNoNameIsRefused() {
    #expect(throws: PathError(.notAbsolute, [])) { try resolve("", in: project()) }
    #expect(throws: PathError(.nulByte, [])) { try resolve("a\0b", in: project()) }
    #expect(throws: PathError(.notAbsolute, [])) {
      try PathResolver.resolve([0x61], in: [], files: project())
    }
    #expect(throws: PathError(.nameless, [])) { try resolve("/.vol/1234/567", in: project()) }
  }

  @Test(arguments: [
    ("/proc/self/cwd/.env", "/home/me/app/.env"),
    ("/proc/self/cwd", "/home/me/app"),
    ("/proc/thread-self/cwd/src/../.env", "/home/me/app/.env"),
    ("/proc/4242/cwd/.env", "/home/me/app/.env"),
    ("/proc/self/task/7/cwd/.env", "/home/me/app/.env"),
    ("/proc/self/root/home/me/app/.env", "/home/me/app/.env"),
    ("/proc/self/root/proc/1/root/srv/blob", "/srv/blob"),
    ("/proc/99/root/srv/blob", "/srv/blob"),
    ("/proc/self/environ", "/proc/self/environ"),
    ("/proc/self/fd/3", "/proc/self/fd/3"),
    ("/proc/77/fd/3", "/srv/blob"),
    ("/dev/fd/0", "/proc/self/fd/0"),
    ("/dev/stdin", "/proc/self/fd/0"),
  ])
  func linksOfProcessesAreAnsweredForTheCommand(_ name: String, _ expected: String) throws {
    var files = project()
    files.add(link: "/proc/self", to: "31337")
    files.add(link: "/proc/31337/cwd", to: "/somewhere/else")
    files.add(link: "/proc/31337/fd/3", to: "/somewhere/else")
    files.add(link: "/proc/77/fd/3", to: "/srv/blob")
    files.add(directory: "/proc/4242")
    files.add(directory: "/proc/99")
    files.add(directory: "/proc/1")
    files.add(link: "/dev/fd", to: "/proc/self/fd")
    files.add(link: "/dev/stdin", to: "/proc/self/fd/0")
    #expect(text(try resolve(name, in: files).resolved) == expected)
  }

  @Test func theRealFileSystemIsWalkedTheSameWay() throws {
    let path = try PathResolver.resolve(
      Array("/usr/../usr/bin/./env".utf8), in: [], files: LiveFileSystem())
    #expect(text(path.given) == "/usr/bin/env")
    #expect(path.status != nil)
    #if os(Linux)
      let input = try PathResolver.resolve(
        Array("/dev/fd/../cwd/x".utf8), in: directory, files: LiveFileSystem())
      #expect(text(input.given) == "/dev/cwd/x")
      #expect(text(input.resolved) == "/home/me/app/x")
      #expect(throws: PathError(.notAbsolute, [])) {
        try PathResolver.resolve(
          Array("/proc/self/cwd".utf8), in: [], files: LiveFileSystem())
      }
    #endif
  }

  @Test func aPlainNameCostsOneLookUpPerComponent() throws {
    let files = CountingFileSystem(project())
    _ = try PathResolver.resolve(
      Array("src/main.c".utf8), in: directory, files: files)
    #expect(files.calls.count == 5)
    let missing = CountingFileSystem(project())
    _ = try PathResolver.resolve(Array("/x/y/z/w".utf8), in: directory, files: missing)
    #expect(missing.calls.count == 1)
  }
}

/// Counts the status calls that reach the file system behind it.
private struct CountingFileSystem: FileSystem {
  final class Calls: @unchecked Sendable {
    var count = 0
  }

  let files: InMemoryFileSystem
  let calls = Calls()

  init(_ files: InMemoryFileSystem) {
    self.files = files
  }

  func status(_ path: [UInt8]) throws(SystemError) -> FileStatus {
    calls.count += 1
    return try files.status(path)
  }

  func linkTarget(_ path: [UInt8]) throws(SystemError) -> [UInt8] { try files.linkTarget(path) }

  func entries(_ path: [UInt8], limit: Int) throws(SystemError) -> List<DirectoryEntry> {
    try files.entries(path, limit: limit)
  }

  func contents(_ path: [UInt8], limit: Int) throws(SystemError) -> [UInt8] {
    try files.contents(path, limit: limit)
  }
}
