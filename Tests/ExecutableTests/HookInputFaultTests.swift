// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// Input that is no event: what decides blocks, what records says so in the log and goes on.
struct HookInputFaultTests {
  /// Bytes that no hook may take for an event, made of the payload that each would accept.
  private static func malformed(_ hook: HookUnderTest) -> [(name: String, bytes: [UInt8])] {
    let good = hook.harmless
    let text = good.text
    let bytes = good.bytes
    func replacing(_ part: String, _ new: String) -> [UInt8] {
      Array(text.replacingOccurrences(of: part, with: new).utf8)
    }
    var inputs: [(name: String, bytes: [UInt8])] = [
      ("empty", []),
      ("white space", Array(" \n".utf8)),
      ("truncated", Array(bytes.dropLast(3))),
      ("half", Array(bytes.prefix(bytes.count / 2))),
      ("two documents", bytes + bytes),
      ("text after the document", bytes + [0x78]),
      ("nul after the document", bytes + [0]),
      ("duplicate key", replacing("{\"session_id\"", "{\"cwd\":\"/\",\"session_id\"")),
      (
        "duplicate escaped key", replacing("{\"session_id\"", "{\"c\\u0077d\":\"/\",\"session_id\"")
      ),
      ("byte order mark", [0xEF, 0xBB, 0xBF] + bytes),
      ("utf-16 with mark", [0xFF, 0xFE] + bytes.flatMap { [$0, 0] }),
      ("utf-16 without mark", bytes.flatMap { [0, $0] }),
      ("invalid utf-8", replacing("\"s\"", "\"?\"").map { $0 == 0x3F ? 0xFF : $0 }),
      (
        "encoded surrogate",
        replacing("\"s\"", "\"?\"").flatMap { $0 == 0x3F ? [0xED, 0xA0, 0x80] : [$0] }
      ),
      (
        "overlong encoding",
        replacing("\"s\"", "\"?\"").flatMap { $0 == 0x3F ? [0xC0, 0xAF] : [$0] }
      ),
      ("lone high surrogate", replacing("\"s\"", "\"\\ud800\"")),
      ("lone low surrogate", replacing("\"s\"", "\"\\udc00x\"")),
      ("control character", replacing("\"s\"", "\"\t\"")),
      ("nul in cwd", replacing("\"/tmp\"", "\"/tmp\\u0000/x\"")),
      ("relative cwd", replacing("\"/tmp\"", "\"tmp\"")),
      ("empty cwd", replacing("\"/tmp\"", "\"\"")),
      ("deep arrays", [UInt8](repeating: 0x5B, count: 100_000)),
      (
        "deep closed arrays",
        [UInt8](repeating: 0x5B, count: 100_000) + [UInt8](repeating: 0x5D, count: 100_000)
      ),
      ("deep objects", Array(String(repeating: "{\"a\":", count: 100_000).utf8)),
      ("array", Array("[\(text)]".utf8)),
      ("null", Array("null".utf8)),
      ("unknown event", replacing(good["hook_event_name"] ?? "", "\"PreToolUseX\"")),
      ("event name in small letters", replacing(good["hook_event_name"] ?? "", "\"pretooluse\"")),
    ]
    for field in hook.neededFields {
      var payload = good
      payload[field] = nil
      inputs.append(("without \(field)", payload.bytes))
      for value in ["null", "1", "true", "[]", field == "tool_input" ? "\"x\"" : "{}"] {
        payload[field] = value
        inputs.append(("\(field) is \(value)", payload.bytes))
      }
    }
    return inputs
  }

  /// Fields of tool calls, beside those that all events share.
  private static let malformedCalls: [(name: String, tool: String, input: String)] = [
    ("no command", "Bash", "{}"), ("command is a number", "Bash", #"{"command":7}"#),
    ("command is a list", "Bash", #"{"command":["ls"]}"#),
    ("command is null", "Monitor", #"{"command":null}"#),
    ("nul in command", "Bash", #"{"command":"ls\u0000; cat .env"}"#),
    ("no path", "Read", "{}"), ("path is null", "Read", #"{"file_path":null}"#),
    ("path is an object", "Read", #"{"file_path":{}}"#),
    ("nul in path", "Read", #"{"file_path":"/tmp/x\u0000.env"}"#),
    ("nul in path", "Write", #"{"file_path":"/tmp/x\u0000","content":""}"#),
    ("no content", "Write", #"{"file_path":"/tmp/x"}"#),
    ("content is a number", "Write", #"{"file_path":"/tmp/x","content":1}"#),
    ("no new text", "Edit", #"{"file_path":"/tmp/x"}"#),
    ("nul in path", "NotebookEdit", #"{"notebook_path":"/tmp/x\u0000"}"#),
    ("nul in pattern", "Glob", #"{"pattern":"*\u0000"}"#),
    ("path is a number", "Grep", #"{"pattern":"x","path":1}"#),
    ("nul in glob", "Grep", #"{"pattern":"x","glob":"*\u0000"}"#),
    ("url is a number", "WebFetch", #"{"url":1}"#),
    ("nul in the tool's name", "Ba\\u0000sh", #"{"command":"ls"}"#),
  ]

  @Test(arguments: HookUnderTest.deciding)
  func whatIsNoEventBlocks(hook: HookUnderTest) throws {
    let scene = try HookScene()
    for (name, bytes) in HookInputFaultTests.malformed(hook) {
      var run = try scene.run(hook)
      run.input = .bytes(bytes)
      let outcome = try run.run()
      outcome.expectBlocked("\(hook.rawValue), \(name)")
      #expect(outcome.error.hasPrefix(hook.rawValue + ": "), "\(name): \(outcome)")
    }
  }

  @Test func whatIsNoEventIsRecordedAndStopsNobody() throws {
    let scene = try HookScene()
    for (name, bytes) in HookInputFaultTests.malformed(.hookAudit) {
      var run = try scene.run(.hookAudit)
      run.input = .bytes(bytes)
      let outcome = try run.run()
      outcome.expectLetPass(name)
      #expect(outcome.standardError.isEmpty, "\(name): \(outcome)")
    }
    let log = try String(contentsOfFile: scene.state + "/audit/main/000001.jsonl", encoding: .utf8)
    let records = log.split(separator: "\n").count
    #expect(records >= HookInputFaultTests.malformed(.hookAudit).count)
  }

  @Test func callsThatCannotBeJudgedBlock() throws {
    let scene = try HookScene()
    for (name, tool, input) in HookInputFaultTests.malformedCalls {
      var payload = HookUnderTest.hookGuard.harmless
      payload["tool_name"] = "\"\(tool)\""
      payload["tool_input"] = input
      try scene.run(.hookGuard, payload).run().expectBlocked("\(tool), \(name)")
    }
  }

  @Test(arguments: HookUnderTest.deciding)
  func moreThanTheLimitIsRefusedInBoundedMemory(hook: HookUnderTest) throws {
    var run = try HookScene().run(hook)
    run.input = .bytes([UInt8](repeating: 0x20, count: 100 << 20))
    run.prelude = "ulimit -v 300000"
    let outcome = try run.run()
    outcome.expectBlocked("100 MB")
    #expect(!outcome.error.contains("internal fault"), "\(outcome)")
  }

  @Test(arguments: HookUnderTest.allCases)
  func inputThatNeverEndsMeetsTheDeadline(hook: HookUnderTest) throws {
    let scene = try HookScene()
    let start = Array(hook.harmless.bytes.prefix(20))
    let inputs: [(String, RunExecutable.Input)] = [
      ("silent", .heldOpen([])), ("half a payload", .heldOpen(start)),
      ("a whole payload", .heldOpen(hook.harmless.bytes)),
    ]
    for (name, input) in inputs {
      var run = try scene.run(hook)
      run.input = input
      let outcome = try run.run()
      if hook == .hookAudit { outcome.expectLetPass(name) } else { outcome.expectBlocked(name) }
      #expect(outcome.error.contains("deadline exceeded"), "\(name): \(outcome)")
    }
  }

  @Test(arguments: HookUnderTest.deciding)
  func endlessWritersAreCutOff(hook: HookUnderTest) throws {
    let scene = try HookScene()
    let inputs: [(String, RunExecutable.Input)] = [
      ("fast", .file("/dev/zero")), ("slow", .endless([0x20])),
    ]
    for (name, input) in inputs {
      var run = try scene.run(hook)
      run.input = input
      try run.run().expectBlocked(name)
    }
  }

  @Test(arguments: HookUnderTest.allCases)
  func goodPayloadsPassInSilence(hook: HookUnderTest) throws {
    let scene = try HookScene()
    for input in [RunExecutable.Input.bytes(hook.harmless.bytes), .pipe(hook.harmless.bytes)] {
      var run = try scene.run(hook)
      run.input = input
      let outcome = try run.run()
      outcome.expectLetPass(hook.rawValue)
      #expect(outcome.standardError.isEmpty, "\(outcome)")
    }
  }
}
