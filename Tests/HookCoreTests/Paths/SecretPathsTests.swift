// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct SecretPathsTests {
  private static let home = Array("/home/me".utf8)
  private static let project = Array("/home/me/app".utf8)
  private static let index = SecretIndex()

  @Test func theIndexHoldsEveryRowOfTheTable() {
    var count = 0
    for family in SecretFamily.allCases {
      var rows = SecretRows(family)
      while rows.next() != nil { count += 1 }
    }
    #expect(count > 400)
    #expect(Self.index.entries.count == count)
  }

  /// Each vector is a path as somebody types it in `/home/me/app`; a word after the expectation
  /// names the family, and `---` with `write` below the path asks about writing.
  @Test(
    arguments: try Corpus.cases("Paths/Names", allowed: ["secret", "weak", "plain"]))
  func namesAreJudgedAsTheTableSays(_ vector: VectorCase) throws {
    let name = AbsolutePath.expandingHome(vector.text, home: Self.home)
    let path = try #require(
      AbsolutePath(name, in: Self.project), sourceLocation: vector.location)
    let access: SecretAccess = vector.detail == "write" ? .write : .read
    let found = SecretPaths.match(path, home: Self.home, access: access)
    #expect(
      SecretPaths.match(path, home: Self.home, access: access, Self.index) == found,
      sourceLocation: vector.location)
    let verdict = found.map { $0.isWeak ? "weak" : "secret" } ?? "plain"
    #expect(verdict == vector.expectation, sourceLocation: vector.location)
    #expect(
      (found?.family.name.description ?? "") == vector.subject, sourceLocation: vector.location)
  }

  /// Each vector is an absolute pattern of the shell.
  @Test(
    arguments: try Corpus.cases("Paths/patterns.txt", allowed: ["secret", "weak", "plain"]))
  func patternsAreJudgedByWhatTheyMayBecome(_ vector: VectorCase) {
    let found = SecretPaths.mayMatch(pattern: vector.text, home: Self.home, access: .read)
    let verdict = found.map { $0.isWeak ? "weak" : "secret" } ?? "plain"
    let row = String(decoding: found?.pattern ?? [], as: UTF8.self)
    #expect(verdict == vector.expectation, "\(row)", sourceLocation: vector.location)
  }

  @Test(arguments: [
    "~/.ssh", "~/.ssh/keys", "/home/other/.gnupg", "secrets", "deploy/secrets/prod", "/run/secrets",
    "~/.mozilla", "/etc/sudoers.d", "~/.SSH",
  ])
  func directoriesOfSecretsAreCovered(_ name: String) throws {
    let path = try #require(absolute(name))
    #expect(SecretPaths.covering(directory: path, home: Self.home) != nil)
    #expect(SecretPaths.mayContain(directory: path, home: Self.home)?.isWeak == false)
  }

  @Test(arguments: ["src", ".", "/", "~", "/etc", "~/.aws", "~/.config", "node_modules", "~/.env"])
  func otherDirectoriesAreNot(_ name: String) throws {
    let path = try #require(absolute(name))
    #expect(SecretPaths.covering(directory: path, home: Self.home) == nil)
  }

  @Test(arguments: [
    ("~", true), ("/", true), ("/home", true), ("/etc", true), ("~/.aws", true),
    ("~/.config", true), ("~/.config/gh", true), ("~/.kube", true), ("~/Library", true),
    ("src", false), (".", false), ("node_modules", false), ("/usr/lib", false), ("/tmp", false),
    ("docs", false), ("~/.cargo/bin", false),
  ])
  func directoriesTellWhatTheirNamesPromise(_ name: String, _ expected: Bool) throws {
    let path = try #require(absolute(name))
    #expect((SecretPaths.mayContain(directory: path, home: Self.home) != nil) == expected)
  }

  @Test func aDirectoryIsNoFile() throws {
    var files = InMemoryFileSystem()
    files.add(file: "/home/me/app/.env/bin/activate")
    files.add(file: "/home/me/app/secrets/deep/x")
    func match(_ name: String) throws -> SecretPath? {
      let path = try PathResolver.resolve(Array(name.utf8), in: Self.project, files: files)
      return SecretPaths.match(path, home: Self.home, access: .read)
    }
    #expect(try match(".env") == nil)
    #expect(try match(".env/bin/activate") == nil)
    #expect(try match("secrets/deep")?.family == .secretsDirectory)
    #expect(try match("../app/.env/../.env.local")?.family == .dotenv)
  }

  @Test func linksAreJudgedByEveryNameOnTheWay() throws {
    var files = InMemoryFileSystem()
    files.add(file: "/home/me/.ssh/id_ed25519")
    files.add(file: "/home/me/app/data.txt")
    files.add(link: "/home/me/app/key.txt", to: "../.ssh/id_ed25519")
    files.add(link: "/home/me/app/keys", to: "/home/me/.ssh")
    files.add(link: "/home/me/app/.env", to: "data.txt")
    files.add(link: "/home/me/app/here", to: "/proc/self/cwd")
    func family(_ name: String) throws -> SecretFamily? {
      let path = try PathResolver.resolve(Array(name.utf8), in: Self.project, files: files)
      return SecretPaths.match(path, home: Self.home, access: .read)?.family
    }
    #expect(try family("key.txt") == .privateKey)
    #expect(try family("keys/config.bak/../x") == .keyring)
    #expect(try family(".env") == .dotenv)
    #expect(try family("here/.env") == .dotenv)
    #expect(try family("data.txt") == nil)
  }

  @Test func everyRowIsWellFormedAndInLowerCase() {
    var count = 0
    for family in SecretFamily.allCases {
      var rows = SecretRows(family)
      let text = Array(rows.text)
      while let row = rows.next() {
        let pattern = text[row.range]
        count += 1
        #expect("!<>?=".utf8.contains(row.mark) && text[row.range.lowerBound - 1] == 0x20)
        #expect(!pattern.isEmpty && pattern.allSatisfy { Glob.folded($0) == $0 && $0 < 0x80 })
        #expect(pattern.last != 0x20 && pattern.last != AbsolutePath.slash)
        #expect(pattern.first != 0x7E || pattern.starts(with: Array("~/".utf8)))
        // Only a name may begin with a star: the search relies on it.
        #expect(pattern.first != Glob.star || !pattern.contains(AbsolutePath.slash))
      }
    }
    #expect(count >= 180)
  }

  @Test func theRowsCanBeListed() {
    func patterns(_ rows: List<SecretPath>) -> [String] {
      rows.map { String(decoding: $0.pattern, as: UTF8.self) }
    }
    #expect(patterns(SecretPaths.secrets(of: .dotenv)).contains(".env*"))
    #expect(patterns(SecretPaths.exceptions(of: .dotenv)).contains(".env*.example"))
    #expect(patterns(SecretPaths.secrets(of: .secretsDirectory)).contains("secrets/**"))
    #expect(patterns(SecretPaths.secrets(of: .privateKey)).contains("*.pem"))
    #expect(patterns(SecretPaths.secrets(of: .privateKey)).contains("*.key"))
    #expect(!patterns(SecretPaths.secrets(of: .operatingSystem)).contains("/etc/passwd"))
  }

  @Test func everyRowMatchesSomethingLikeItself() {
    for family in SecretFamily.allCases {
      var rows = SecretRows(family)
      let text = Array(rows.text)
      while let row = rows.next() {
        var name = String(decoding: text[row.range], as: UTF8.self)
        for (part, example) in [
          ("[-_.]", "-"), ("[-_]", "-"), ("[0-9]", "7"), ("/**/", "/x/"), ("/**", "/x"), ("*", "x"),
        ] { name = name.replacingAll(part, with: example) }
        if name.hasPrefix("~/") { name = "/home/you/" + name.dropFirst(2) }
        guard let path = absolute(name) else {
          Issue.record("\(name) is no path")
          continue
        }
        let subject = SecretSubject(path.bytes, home: Self.home)
        let isMet = subject.meets(row, text.span, path.bytes.span)
        #expect(isMet, "\(family.name) \(name)")
      }
    }
  }

  @Test func anUnknownRestOfAPathMayBeAnything() {
    let crossing = Glob.Options()
    #expect(
      SecretPaths.mayMatch(
        pattern: Array("/*/credentials".utf8), home: Self.home, access: .read, options: crossing)
        != nil)
    #expect(
      SecretPaths.mayMatch(
        pattern: Array("/*/main.c".utf8), home: Self.home, access: .read, options: crossing)?
        .isWeak != false)
  }

  private func absolute(_ name: String) -> AbsolutePath? {
    AbsolutePath(
      AbsolutePath.expandingHome(Array(name.utf8), home: Self.home), in: Self.project)
  }
}

extension String {
  fileprivate func replacingAll(_ part: String, with text: String) -> String {
    var result = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(part) {
        result += text
        rest = rest.dropFirst(part.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
