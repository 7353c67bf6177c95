// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

@Suite struct SearchNarrowingTests {
  private static let root = "/work/app"

  private var files: InMemoryFileSystem {
    var files = InMemoryFileSystem()
    for name in [".env", "src/main.ts", "certs/server.pem", "certs/README.md", "clean/a.ts"] {
      files.add(file: "\(Self.root)/\(name)")
    }
    return files
  }

  /// What a Grep call becomes: its new input, or nil where it is not changed.
  private func narrowed(
    _ input: String, _ files: InMemoryFileSystem? = nil
  ) throws -> (verdict: Verdict, input: [String: String]?) {
    let payload = """
      {"session_id":"s","cwd":"\(Self.root)","hook_event_name":"PreToolUse","tool_name":"Grep",
      "tool_input":\(input)}
      """
    let event = try HookEvent(decoding: Array(payload.utf8))
    let context = HookContext(
      environment: UserEnvironment(
        home: Array("/home/dev".utf8), userID: geteuid(), unattended: false,
        projectDirectory: nil),
      fileSystem: files ?? self.files, now: .now(), options: HookOptions())
    let judgement = try #require(GuardHook.judgement(of: event, context))
    let input = try judgement.narrowedInput.map {
      try JSONDecoder().decode([String: String].self, from: Data($0))
    }
    return (judgement.verdict(unattended: false), input)
  }

  @Test func secretFilesAreLeftOut() throws {
    let found = try narrowed(#"{"pattern":"x"}"#)
    #expect(found.verdict == .allow)
    let glob = try #require(found.input?["glob"])
    #expect(Set(glob.split(separator: " ")) == ["!**/.env", "!**/server.pem"])
    #expect(found.input?["pattern"] == "x")
  }

  @Test func otherFieldsOfTheInputSurvive() throws {
    let found = try narrowed(
      #"{"pattern":"a\"b","path":"/work/app","output_mode":"content","-n":"true"}"#)
    #expect(found.input?["pattern"] == #"a"b"#)
    #expect(found.input?["path"] == Self.root)
    #expect(found.input?["output_mode"] == "content")
    #expect(found.input?["-n"] == "true")
  }

  @Test func anExistingPatternIsKept() throws {
    let found = try narrowed(#"{"pattern":"x","glob":"*.pem"}"#)
    #expect(found.input?["glob"] == "*.pem !**/server.pem")
  }

  @Test func aSearchWithoutSecretsIsNotTouched() throws {
    for input in [
      #"{"pattern":"x","path":"src"}"#, #"{"pattern":"x","path":"/work/app/clean"}"#,
      #"{"pattern":"x","glob":"*.ts"}"#, #"{"pattern":"x","path":"certs/README.md"}"#,
    ] {
      let found = try narrowed(input)
      #expect(found.verdict == .allow, "\(input)")
      #expect(found.input == nil, "\(input)")
    }
  }

  @Test func aSecretThatIsNamedItselfIsDenied() throws {
    for input in [
      #"{"pattern":"x","path":".env"}"#, #"{"pattern":"x","path":"/work/app/certs/server.pem"}"#,
    ] {
      let found = try narrowed(input)
      #expect(found.verdict == .deny, "\(input)")
      #expect(found.input == nil, "\(input)")
    }
  }

  @Test func aNameThatWouldBeAPatternIsDenied() throws {
    var files = InMemoryFileSystem()
    files.add(file: "\(Self.root)/odd [x].pem")
    let found = try narrowed(#"{"pattern":"x"}"#, files)
    #expect(found.verdict == .deny)
    #expect(found.input == nil)
  }

  @Test func moreSecretsThanCanBeLeftOutAreDenied() throws {
    var files = InMemoryFileSystem()
    for number in 0..<100 { files.add(file: "\(Self.root)/keys/\(number).pem") }
    let found = try narrowed(#"{"pattern":"x"}"#, files)
    #expect(found.verdict == .deny)
  }
}
