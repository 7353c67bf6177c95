// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct SettingsEditorTests {
  private static let vectors = Result {
    try Corpus.cases("Settings", allowed: ["add", "replace", "keep", "remove", "refuse"])
  }

  /// The handlers that the second word of a heading names.
  private static func handlers(_ name: String) -> [SettingsHandler] {
    func handler(
      _ event: String, _ program: String, blocks: Bool, arguments: [String] = []
    ) -> SettingsHandler {
      SettingsHandler(
        event: Array(event.utf8), command: Array("/opt/\(program)".utf8),
        arguments: arguments.map { Array($0.utf8) }, timeout: 10, blocksOnFailure: blocks)
    }
    let guardian = handler("PreToolUse", "hook-guard", blocks: true)
    let audit = handler("PostToolUse", "hook-audit", blocks: false)
    switch name {
    case "two": return [guardian, audit]
    case "pair":
      return [
        handler("ConfigChange", "hook-drift", blocks: true),
        handler("ConfigChange", "hook-audit", blocks: false),
      ]
    case "arguments":
      return [
        handler("PreToolUse", "hook-guard", blocks: true, arguments: ["--state-dir", "/s \"1\""])
      ]
    default: return [guardian]
    }
  }

  @Test func thereAreAtLeastSixtyVectors() throws {
    #expect(try SettingsEditorTests.vectors.get().count >= 60)
  }

  @Test(arguments: try SettingsEditorTests.vectors.get())
  func everyVectorHasItsOutcome(_ vector: VectorCase) throws {
    let before = try JSONText.bytes(vector.text)
    let after = try JSONText.bytes(Array(vector.detail.utf8))
    let handlers = SettingsEditorTests.handlers(vector.subject)
    switch vector.expectation {
    case "add", "replace":
      let edited = try SettingsEditor.adding(handlers, to: before)
      expect(edited, after, vector)
      #expect(
        try SettingsEditor.adding(handlers, to: after) == nil, sourceLocation: vector.location)
      guard vector.expectation == "add" else { return }
      let restored = try SettingsEditor.removing(handlers, from: after)
      expect(restored, before.isEmpty ? Array("{}\n".utf8) : before, vector)
    case "keep":
      #expect(
        try SettingsEditor.adding(handlers, to: before) == nil, sourceLocation: vector.location)
    case "remove":
      let edited = try SettingsEditor.removing(handlers, from: before)
      expect(edited, vector.detail.isEmpty ? nil : after, vector)
    default: expectRefusal(of: before, vector)
    }
  }

  private func expect(_ found: [UInt8]?, _ wanted: [UInt8]?, _ vector: VectorCase) {
    func shown(_ bytes: [UInt8]?) -> String {
      bytes.map { String(decoding: $0, as: UTF8.self) } ?? "unchanged"
    }
    #expect(found == wanted, "\(shown(found))", sourceLocation: vector.location)
  }

  private func expectRefusal(of before: [UInt8], _ vector: VectorCase) {
    do throws(SettingsError) {
      _ = try SettingsEditor.adding(SettingsEditorTests.handlers("two"), to: before)
      Issue.record("not refused", sourceLocation: vector.location)
    } catch {
      let name = if case .invalidJSON(let code) = error.code { "\(code)" } else { "\(error.code)" }
      #expect(name == vector.subject, sourceLocation: vector.location)
      #expect(error.offset <= before.count, sourceLocation: vector.location)
    }
  }

  @Test func theWholeTableComesAndGoesWithoutATrace() throws {
    let handlers = HookWiring.handlers(directory: Array("/opt/hooks".utf8))
    for vector in try SettingsEditorTests.vectors.get()
    where vector.expectation == "add" && !vector.text.isEmpty {
      let before = try JSONText.bytes(vector.text)
      guard let after = try? SettingsEditor.adding(handlers, to: before) else { continue }
      #expect(
        try SettingsEditor.adding(handlers, to: after) == nil, sourceLocation: vector.location)
      expect(try SettingsEditor.removing(handlers, from: after), before, vector)
    }
  }

  @Test func aFileOfTenMegabytesIsEditedAsAnyOther() throws {
    let text = #"{"a":""# + String(repeating: "x", count: 10 << 20) + #"","b":[]}"#
    let before = Array(text.utf8)
    let handlers = SettingsEditorTests.handlers("two")
    let after = try #require(try SettingsEditor.adding(handlers, to: before))
    #expect(Array(after.prefix(before.count - 1)) == Array(before.dropLast()))
    #expect(try SettingsEditor.removing(handlers, from: after) == before)
  }
}
