// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

@Suite struct AuditHookTests {
  private let log: TestLog
  private let context: HookContext

  init() throws {
    log = try TestLog()
    var options = HookOptions()
    options.stateDirectory = log.directory.path
    context = HookContext(
      environment: .current(), fileSystem: LiveFileSystem(), now: .now(), options: options)
  }

  /// The record that the hook writes about `payload`.
  private func record(_ payload: [UInt8]) throws -> JSONValue {
    let event = try HookEvent(decoding: payload)
    guard case .silent = AuditHook().respond(to: .event(event), context: context) else {
      throw AuditError(.system, [])
    }
    #expect(try log.verify().finding == nil)
    return try #require(try log.bodies().last)
  }

  private func record(file: String) throws -> JSONValue { try record(try Payloads.bytes(file)) }

  /// The field `name` of an input or outcome.
  private func field(_ fields: JSONValue?, _ name: String) -> JSONValue? {
    fields?.elements.first { $0["name"]?.equals(Array(name.utf8)) == true }
  }

  @Test(arguments: Payloads.names)
  func everyPayloadBecomesOneRecordWithoutItsContents(_ file: String) throws {
    let payload = try Payloads.bytes(file)
    let body = try record(payload)
    let event = try HookEvent(decoding: payload)
    #expect(body["event"]?.equals(event.name.text) == true)
    #expect(body["session_id"]?.string == event.sessionID)
    #expect(try log.lines().count == 1)
    let line = String(decoding: try log.read(), as: UTF8.self)
    // What the command itself says is recorded with it: `echo from-sub`.
    let command = event.payload["tool_input"]?["command"]?.string ?? []
    for content in contents(of: try JSONSerialization.jsonObject(with: Data(payload)))
    where !String(decoding: command, as: UTF8.self).contains(content) {
      #expect(!line.contains(content), "\(content)")
    }
  }

  /// Strings under names that hold contents, as they would stand in a record.
  private func contents(of value: Any, under name: String = "") -> [String] {
    let names: Set = [
      "content", "new_string", "old_string", "oldString", "newString", "new_source", "old_source",
      "originalFile", "original_file", "updated_file", "stdout", "stderr", "base64", "prompt",
      "message", "text", "delta", "last_assistant_message", "compact_summary", "error", "lines",
      "tool_response", "custom_instructions", "command_args", "task_description", "results",
    ]
    if let object = value as? [String: Any] {
      return object.flatMap { contents(of: $0.value, under: $0.key) }
    }
    if let array = value as? [Any] { return array.flatMap { contents(of: $0, under: name) } }
    guard let text = value as? String, names.contains(name), text.utf8.count > 3 else { return [] }
    var writer = JSONWriter()
    writer.string(Array(text.utf8))
    return [String(decoding: writer.bytes.dropFirst().dropLast(), as: UTF8.self)]
  }

  @Test(arguments: Payloads.names)
  func aSecretInAnyFieldNeverReachesTheLog(_ file: String) throws {
    let canary = "canary7f3a9"
    let payload = try JSONSerialization.jsonObject(with: Data(try Payloads.bytes(file)))
    let planted = plant(" token=\(canary) https://u:\(canary)@h", in: payload)
    let body = try record(Array(try JSONSerialization.data(withJSONObject: planted)))
    #expect(body["seq"]?.integer == 1)
    #expect(!String(decoding: try log.read(), as: UTF8.self).contains(canary))
  }

  private func plant(_ secret: String, in value: Any, under name: String = "") -> Any {
    if let object = value as? [String: Any] {
      return Dictionary(
        uniqueKeysWithValues: object.map { ($0.key, plant(secret, in: $0.value, under: $0.key)) })
    }
    if let array = value as? [Any] { return array.map { plant(secret, in: $0, under: name) } }
    guard let text = value as? String, name != "hook_event_name" else { return value }
    return text + secret
  }

  @Test func aFinishedCommandIsRecordedWithIntentAndOutcome() throws {
    let body = try record(file: "PostToolUse.Bash.json")
    #expect(body["stage"]?.equals("completed") == true)
    #expect(body["tool"]?.equals("Bash") == true)
    #expect(body["intent"]?.equals("Say hi") == true)
    #expect(field(body["input"], "command")?["text"]?.equals("echo hi; echo err >&2") == true)
    #expect(body["outcome"]?["status"]?.equals("ok") == true)
    #expect(body["outcome"]?["duration_ms"]?.integer == 12)
    let output = field(body["outcome"]?["fields"], "stdout")
    #expect(output?["bytes"]?.integer == 6)
    #expect(output?["lines"]?.integer == 2)
    #expect(output?["digest"]?.string?.count == 64)
  }

  @Test func aFailedCommandIsRecordedWithItsExitStatus() throws {
    let body = try record(file: "PostToolUseFailure.Bash.json")
    #expect(body["outcome"]?["status"]?.equals("failed") == true)
    #expect(body["outcome"]?["exit"]?.integer == 3)
    #expect(body["outcome"]?["duration_ms"]?.integer == 12)
  }

  @Test func aCallThatTheClientDeniedIsRecordedAsDenied() throws {
    let body = try record(file: "PermissionDenied.Bash.json")
    #expect(body["outcome"]?["status"]?.equals("denied") == true)
  }

  @Test func aBatchNamesEveryCall() throws {
    let body = try record(file: "PostToolBatch.json")
    let call = body["outcome"]?["fields"]?.elements.first { _ in true }
    #expect(call?["tool"]?.equals("Bash") == true)
    #expect(call?["tool_use_id"]?.equals("toolu_01Example00000000000001") == true)
    #expect(call?["bytes"]?.integer == 6)
  }

  @Test func equalContentsHaveEqualDigestsWithinOneLogOnly() throws {
    let body = try record(file: "PostToolUse.Write.create.json")
    let written = field(body["input"], "content")?["digest"]?.string
    #expect(written != nil)
    #expect(field(body["outcome"]?["fields"], "content")?["digest"]?.string == written)
    #expect(written != SHA256.digest(of: Array("one\ntwo\n".utf8)).hex)
    let other = try AuditHookTests()
    let again = try other.record(file: "PostToolUse.Write.create.json")
    #expect(field(again["input"], "content")?["digest"]?.string != written)
  }

  @Test func anotherServersToolKeepsPathsAndNothingElse() throws {
    let payload = """
      {"hook_event_name":"PreToolUse","session_id":"s","cwd":"/w","tool_name":"mcp__a__b",\
      "tool_use_id":"t","tool_input":{"command":"my diary","where":"/etc/hosts","list":["~/x",\
      "diary"],"picture":"/9j/4AAQSkZJRgABAQ","text":"/ is where my diary is","n":5,"f":1.5,\
      "deep":{"a":{"b":{"c":"/deep"}}}}}
      """
    let body = try record(Array(payload.utf8))
    let line = String(decoding: try log.read(), as: UTF8.self)
    #expect(!line.contains("diary"))
    #expect(!line.contains("4AAQ"))
    #expect(field(body["input"], "where")?["text"]?.equals("/etc/hosts") == true)
    #expect(field(body["input"], "list")?["text"]?.equals("~/x") == true)
    #expect(field(body["input"], "n")?["number"]?.integer == 5)
    #expect(field(body["input"], "f")?["text"]?.equals("1.5") == true)
    #expect(field(body["input"], "deep.a.b")?["digest"] != nil)
  }

  @Test func longCommandsAreCutAndTheirDigestKept() throws {
    let command = String(repeating: "echo aaaaaaaa; ", count: 1_000)
    let payload = """
      {"hook_event_name":"PreToolUse","session_id":"s","cwd":"/w","tool_name":"Bash",\
      "tool_use_id":"t","tool_input":{"command":"\(command)"}}
      """
    let field = field(try record(Array(payload.utf8))["input"], "command")
    #expect(field?["text"]?.string?.count == AuditLimits.text)
    #expect(field?["bytes"]?.integer == command.utf8.count)
    #expect(field?["digest"] != nil)
  }

  @Test func manyFieldsAreCounted() throws {
    let members = (0..<200).map { "\"field\($0)\":\"/p\($0)\"" }.joined(separator: ",")
    let payload = """
      {"hook_event_name":"PreToolUse","session_id":"s","cwd":"/w","tool_name":"mcp__a__b",\
      "tool_use_id":"t","tool_input":{\(members)}}
      """
    let fields = Array(try #require(try record(Array(payload.utf8))["input"]).elements)
    #expect(fields.count <= AuditLimits.fields + 1)
    #expect(fields.last?["omitted"]?.integer == 200 - (fields.count - 1))
  }

  @Test func whatIsNoEventIsRecordedByDigest() throws {
    let payload = Array("{\"password\":\"x\"".utf8)
    let error = try #require(throws: HookEventError.self) { try HookEvent(decoding: payload) }
    _ = AuditHook().respond(to: .undecodable(payload, error), context: context)
    let body = try #require(try log.bodies().first)
    #expect(body["stage"]?.equals("unreadable") == true)
    #expect(field(body["input"], "payload")?["bytes"]?.integer == payload.count)
    _ = AuditHook().respond(
      to: .unreadable(SystemError(.tooLarge, .read, [])), context: context)
    #expect(try log.verify().records == 2)
  }

  @Test func aDecisionHoldsVerdictRulesAndRedactedReason() throws {
    let event = try HookEvent(decoding: try Payloads.bytes("PreToolUse.Bash.json"))
    let trail = try AuditTrail(.hookGuard, context)
    try trail.append(
      .deny, on: event, rules: List(Array("read-credentials".utf8)),
      policy: Array("built-in 1".utf8), reason: Array("not token=canary7f3a9".utf8))
    let body = try #require(try log.bodies().first)
    #expect(body["stage"]?.equals("decided") == true)
    #expect(body["writer"]?.equals("hook-guard") == true)
    #expect(body["decision"]?["verdict"]?.equals("deny") == true)
    #expect(body["decision"]?["policy"]?.equals("built-in 1") == true)
    #expect(body["decision"]?["rules"]?.source.elementsEqual("[\"read-credentials\"]".utf8) == true)
    #expect(!String(decoding: try log.read(), as: UTF8.self).contains("canary"))
  }

  @Test func aRecordThatCannotBeWrittenWarnsOrBlocksAsTold() throws {
    let event = try HookEvent(decoding: try Payloads.bytes("PostToolUse.Bash.json"))
    chmod(log.directory.url.path, 0o755)
    guard case .warn = AuditHook().respond(to: .event(event), context: context) else {
      Issue.record("no warning")
      return
    }
    var options = context.options
    options.requiresAudit = true
    let strict = HookContext(
      environment: context.environment, fileSystem: context.fileSystem, now: context.now,
      options: options)
    guard case .deny = AuditHook().respond(to: .event(event), context: strict) else {
      Issue.record("not blocked")
      return
    }
    chmod(log.directory.url.path, 0o700)
  }
}
