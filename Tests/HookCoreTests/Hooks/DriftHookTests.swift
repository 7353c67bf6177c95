// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

@Suite("DriftHook")
struct DriftHookTests {
  private let scene: DriftScene
  private static let guarded = #"{"permissions":{"deny":["Read(./.env)"]}}"#

  init() throws { scene = try DriftScene() }

  private var context: HookContext {
    var options = HookOptions()
    options.stateDirectory = path("/state")
    return HookContext(
      environment: UserEnvironment(
        home: path("/home"), userID: geteuid(), unattended: true,
        projectDirectory: path("/project")),
      fileSystem: LiveFileSystem(), now: .now(), options: options)
  }

  private func path(_ name: String) -> [UInt8] { scene.directory.path + Array(name.utf8) }

  /// What the client gets for an event: exit status, stdout and stderr.
  private func answer(
    _ event: String, _ members: String = ""
  ) throws -> (status: Int32, output: String, error: String) {
    let payload = """
      {"session_id":"s","cwd":"\(String(decoding: path("/project"), as: UTF8.self))",
      "hook_event_name":"\(event)"\(members)}
      """
    let decoded = try HookEvent(decoding: Array(payload.utf8))
    let response = DriftHook().respond(to: .event(decoded), context: context)
    let answer = HookAnswer(response, hook: DriftHook.name, event: decoded.name)
    return (
      answer.status, String(decoding: answer.standardOutput, as: UTF8.self),
      String(decoding: answer.standardError, as: UTF8.self)
    )
  }

  private func start() throws -> (status: Int32, output: String, error: String) {
    try answer("SessionStart", #","source":"startup""#)
  }

  private func change(
    _ source: String = "project_settings"
  ) throws -> (status: Int32, output: String, error: String) {
    try answer("ConfigChange", #","source":"\#(source)","file_path":"/x""#)
  }

  private var log: String {
    get throws {
      try String(
        contentsOf: scene.directory.url.appendingPathComponent("state/audit/main/000001.jsonl"),
        encoding: .utf8)
    }
  }

  @Test func aStartLearnsAndSaysNothing() throws {
    try scene.write(Self.guarded, to: DriftScene.project)
    #expect(try start() == (0, "", ""))
    #expect(try log.contains(#""text":"learned""#))
  }

  @Test func aWeakeningIsBlockedWithOneLineThatSaysWhatToDo() throws {
    try scene.write(Self.guarded, to: DriftScene.project)
    _ = try start()
    try scene.write("{}", to: DriftScene.project)
    let answer = try change()
    #expect(answer.status == 2)
    #expect(answer.output.isEmpty)
    #expect(answer.error.hasPrefix("hook-drift: settings are weaker than accepted: "))
    #expect(answer.error.contains("permissions.deny: a restriction is gone"))
    #expect(answer.error.contains("hookctl drift accept"))
    #expect(answer.error.split(separator: "\n").count == 1)
    #expect(try log.contains(#"a restriction is gone - \"Read(./.env)\""#))
  }

  @Test(arguments: ["user_settings", "local_settings", "skills", "something_new"])
  func laterChangesOfAnythingAreBlockedWhileItIsOnDisk(_ source: String) throws {
    try scene.write(Self.guarded, to: DriftScene.project)
    _ = try start()
    try scene.write("{}", to: DriftScene.project)
    #expect(try change().status == 2)
    try scene.write(#"{"theme":"light"}"#, to: DriftScene.user)
    #expect(try change(source).status == 2)
    try scene.write(Self.guarded, to: DriftScene.project)
    #expect(try change(source).status == 0)
  }

  @Test func managedSettingsAreRecordedNotBlocked() throws {
    try scene.write(Self.guarded, to: DriftScene.project)
    _ = try start()
    try scene.write("{}", to: DriftScene.project)
    #expect(try change("policy_settings") == (0, "", ""))
    #expect(try log.contains("a restriction is gone"))
    // The reload that nobody could stop brought it into force: the guard has to know.
    #expect(
      DriftGate.rejection(
        stateDirectory: path("/state"), environment: context.environment,
        workingDirectory: path("/project"), fileSystem: LiveFileSystem()) != nil)
  }

  @Test func aStartWithAWeakeningIsToldNotBlocked() throws {
    try scene.write(Self.guarded, to: DriftScene.project)
    _ = try start()
    try scene.write("{}", to: DriftScene.project)
    let answer = try start()
    #expect(answer.status == 0)
    #expect(answer.output.contains("systemMessage"))
    #expect(answer.output.contains("hookctl drift accept"))
  }

  @Test func strengtheningAndNeutralChangesPassAndAreRecorded() throws {
    _ = try start()
    try scene.write(Self.guarded, to: DriftScene.project)
    #expect(try change() == (0, "", ""))
    #expect(try log.contains("strengthens: "))
    try scene.write(#"{"theme":"dark"}"#, to: DriftScene.user)
    #expect(try change("user_settings") == (0, "", ""))
    #expect(try log.contains("neutral: "))
  }

  @Test func aStateDirectoryThatCannotBeUsedBlocks() throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o777],
      ofItemAtPath: scene.directory.url.appendingPathComponent("state").path)
    let answer = try change()
    #expect(answer.status == 2)
    #expect(answer.error.contains("hookctl doctor"))
    #expect(try start().status == 0)
  }

  @Test func whatIsNoEventBlocks() {
    for input: HookInput in [
      .undecodable([], HookEventError(.notJSON)), .unreadable(SystemError(.tooLarge, .read, [])),
    ] {
      guard case .deny = DriftHook().respond(to: input, context: context) else {
        Issue.record("not blocked")
        return
      }
    }
  }

  @Test func otherEventsAreNotItsBusiness() throws {
    #expect(try answer("Stop") == (0, "", ""))
    #expect(
      !FileManager.default.fileExists(
        atPath: scene.directory.url.appendingPathComponent("state/drift").path))
  }

  @Test func anAuditRecordThatIsRequiredAndCannotBeWrittenBlocks() throws {
    _ = try start()
    try scene.write(Self.guarded, to: DriftScene.project)
    let folder = scene.directory.url.appendingPathComponent("state/audit")
    try FileManager.default.removeItem(at: folder)
    try Data().write(to: folder)
    var options = HookOptions()
    options.stateDirectory = path("/state")
    options.requiresAudit = true
    let event = try HookEvent(
      decoding: Array(
        #"{"session_id":"s","cwd":"/","hook_event_name":"ConfigChange","source":"skills"}"#.utf8))
    let context = HookContext(
      environment: context.environment, fileSystem: LiveFileSystem(), now: .now(),
      options: options)
    guard case .deny = DriftHook().respond(to: .event(event), context: context) else {
      Issue.record("not blocked")
      return
    }
  }
}
