// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

@Suite struct HookWiringTests {
  private static let example = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("hooks.example.json")

  private func example() throws -> [UInt8] {
    try Array(Data(contentsOf: HookWiringTests.example))
  }

  @Test func theExampleIsWhatMergingIntoAnEmptyFileWrites() throws {
    let handlers = HookWiring.handlers(directory: Array("/usr/local/libexec/security-hooks".utf8))
    #expect(try SettingsEditor.adding(handlers, to: []) == example())
    #expect(try SettingsEditor.adding(handlers, to: example()) == nil)
  }

  /// One entry that breaks a rule makes the client ignore the whole file.
  @Test func everyEntryOfTheExampleKeepsTheClientsRules() throws {
    let root = try JSONDocument(parsing: try example()).root
    #expect(root.members.map { $0.key.equals("hooks") } == [true])
    for event in try #require(root["hooks"]).members {
      #expect(event.value.kind == .array)
      for group in event.value.elements {
        let keys = group.members.map(\.key)
        #expect(keys.count == 1, "a matcher leaves calls out")
        let entries = try #require(group["hooks"])
        #expect(entries.kind == .array)
        for entry in entries.elements { try checkRules(of: entry) }
      }
    }
  }

  private func checkRules(of entry: JSONValue) throws {
    #expect(entry["type"]?.equals("command") == true)
    #expect(entry["command"]?.string?.first == UInt8(ascii: "/"))
    #expect(entry["args"]?.kind == .array, "exec form")
    #expect(try #require(entry["timeout"]?.integer) == HookWiring.timeout)
    #expect(entry["onFailure"].map { $0.equals("block") } ?? true)
    #expect(entry["async"] == nil && entry["if"] == nil)
  }

  @Test func noProgramTakesTheClientsPlaceOrNeedsAMatcher() {
    let left = HookEventName.allCases.filter { HookWiring.programs(on: $0).isEmpty }
    #expect(left == [.worktreeCreate, .worktreeRemove, .fileChanged, .messageDisplay])
  }

  @Test func guardAndDriftBlockWhereTheyCannotAnswer() {
    for handler in HookWiring.handlers(directory: Array("/d".utf8)) {
      let isAudit = handler.command == Array("/d/hook-audit".utf8)
      #expect(handler.blocksOnFailure == !isAudit)
      #expect(handler.timeout == 10)
    }
  }
}
