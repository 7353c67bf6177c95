// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

/// Exceptions that hold for a number of calls, and documents that cannot be used any more.
@Suite struct ExceptionUseTests {
  private let directory: TemporaryDirectory
  private let command = "git reset --hard"

  init() throws { directory = try TemporaryDirectory() }

  private static func policies(_ layer: PolicyLayer, _ text: String) throws -> PolicyFiles {
    let bytes = Array(text.utf8)
    return PolicyFiles(
      List(
        LoadedPolicy(
          layer: layer, path: Array("/policy.json".utf8),
          document: try PolicyReader.read(bytes), bytes: bytes)))
  }

  private static let limited = """
    {"version":1,"exceptions":[{"id":"EX-1","rule":"hard-reset","when":{"command":"git reset *"},
     "reason":"r","owner":"o","maxUses":3}]}
    """

  private func context(_ policies: PolicyFiles, state: String = "/state") -> HookContext {
    var options = HookOptions()
    options.stateDirectory = state.hasPrefix("/dev") ? Array(state.utf8) : path(state)
    var context = HookContext(
      environment: UserEnvironment(
        home: Array(VectorProject.home.utf8), userID: geteuid(), unattended: true,
        projectDirectory: Array(VectorProject.root.utf8)),
      fileSystem: VectorProject.files, now: .now(), options: options)
    context.policies = policies
    return context
  }

  private func path(_ name: String) -> [UInt8] { directory.path + Array(name.utf8) }

  @Test func anExceptionEndsWithItsUses() throws {
    let context = context(try Self.policies(.managed, Self.limited))
    for use in 1...5 {
      let answer = try ApprovalScene.answer(command, context)
      #expect((answer.status == 0) == (use <= 3), "use \(use)")
    }
    // What needs no exception takes no use, and so does what is denied all the same.
    #expect(try ApprovalScene.answer("git status", context).status == 0)
  }

  @Test func whatIsDeniedAllTheSameTakesNoUse() throws {
    let context = context(try Self.policies(.managed, Self.limited))
    for _ in 0..<5 {
      #expect(try ApprovalScene.answer("\(command); cat .env", context).status == 2)
    }
    for _ in 0..<3 { #expect(try ApprovalScene.answer(command, context).status == 0) }
  }

  @Test func ofManyCallsAtOnceOnlyAsManyPassAsThereAreUses() async throws {
    let context = context(try Self.policies(.managed, Self.limited))
    let passed = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask { (try? ApprovalScene.answer(command, context).status == 0) ?? false }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(passed == 3)
  }

  @Test func withoutAPlaceToCountTheExceptionDoesNotHold() throws {
    let context = context(
      try Self.policies(.managed, Self.limited), state: "/dev/null/state")
    #expect(try ApprovalScene.answer(command, context).status == 2)
  }

  @Test func aDocumentThatBreaksForbidsWhatItForbade() throws {
    let project = "/project"
    try FileManager.default.createDirectory(
      atPath: String(decoding: path("\(project)/infra"), as: UTF8.self),
      withIntermediateDirectories: true)
    func write(_ text: String, _ name: String) throws {
      try AtomicFile.write(Array(text.utf8), to: path(name), mode: 0o600)
    }
    func status(_ tool: String, _ name: String) throws -> Int32 {
      var options = HookOptions()
      options.stateDirectory = path("/state")
      options.policy = path("/policy.json")
      let context = HookContext(
        environment: UserEnvironment(
          home: path("/home"), userID: geteuid(), unattended: true,
          projectDirectory: path(project)),
        fileSystem: LiveFileSystem(), now: .now(), options: options)
      let file = String(decoding: path("\(project)/\(name)"), as: UTF8.self)
      let payload = """
        {"session_id":"s","cwd":"\(String(decoding: path(project), as: UTF8.self))",
         "hook_event_name":"PreToolUse","tool_name":"\(tool)",
         "tool_input":{"file_path":"\(file)","content":""}}
        """
      let event = try HookEvent(decoding: Array(payload.utf8))
      let response = GuardHook().respond(to: .event(event), context: context)
      return HookAnswer(response, hook: GuardHook.name, event: event.name).status
    }
    try write("a", "\(project)/a")
    try write("b", "\(project)/infra/b")
    let good = """
      {"version":1,"rules":[{"id":"t.infra","title":"reading:","verdict":"deny",
       "when":{"effect":"reads","path":"infra/**"}}],
       "exceptions":[{"id":"E","rule":"read-secret","when":{"path":".env"},"reason":"r","owner":"o"}]}
      """
    try write("x", "\(project)/.env")
    try write(good, "/policy.json")
    #expect(try status("Read", "a") == 0)
    #expect(try status("Read", "infra/b") == 2)
    #expect(try status("Read", ".env") == 0)
    try write("{", "/policy.json")
    #expect(try status("Write", "a") == 2)
    #expect(try status("Read", "a") == 0)
    // The last good state forbids; it grants nothing.
    #expect(try status("Read", "infra/b") == 2)
    #expect(try status("Read", ".env") == 2)
    try FileManager.default.removeItem(
      atPath: String(decoding: path("/state/policy"), as: UTF8.self))
    #expect(try status("Read", "infra/b") == 0)
  }
}
