// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

/// The payloads that the real client sent, one file per event and tool.
enum Payloads {
  static let names: [String] = {
    let folder = Corpus.root.appendingPathComponent("Payloads").path
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return all.filter { $0.hasSuffix(".json") }.sorted()
  }()

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Corpus.root.appendingPathComponent("Payloads/\(name)")))
  }
}

@Suite struct PayloadTests {
  @Test func thereIsAPayloadForEveryEventThatWasObserved() {
    #expect(Payloads.names.count >= 95)
  }

  @Test(arguments: Payloads.names)
  func everyRecordedPayloadDecodes(_ file: String) throws {
    let event = try HookEvent(decoding: try Payloads.bytes(file))
    #expect(file.hasPrefix("\(event.name.text)."), "\(event.name)")
    #expect(event.workingDirectory.starts(with: Array("/home/dev".utf8)))
    switch event.body {
    case .preToolUse(let call), .permissionRequest(let call): expectTypedTool(call, file)
    case .postToolUse(let result): expectTypedTool(result.call, file)
    case .postToolUseFailure(let failure): expectTypedTool(failure.call, file)
    case .permissionDenied(let refusal): expectTypedTool(refusal.call, file)
    case .other:
      #expect(event.name == .subagentStart || event.name == .messageDisplay)
    case .postToolBatch, .userPromptSubmit, .userPromptExpansion, .sessionStart, .sessionEnd,
      .configChange, .instructionsLoaded, .fileChanged, .cwdChanged, .worktreeCreate,
      .worktreeRemove, .notification, .compaction, .modelSwitch, .task, .stop, .elicitation,
      .setup:
      break
    }
  }

  private func expectTypedTool(_ call: ToolCall, _ file: String) {
    #expect(file.contains(String(decoding: call.name, as: UTF8.self)))
    if case .unknown = call.tool { Issue.record("\(file): tool is not typed") }
    if file.contains("mcp__") {
      guard case .mcp(let server, _) = call.tool else {
        Issue.record("\(file): not an mcp tool")
        return
      }
      #expect(server == Array("notes".utf8))
    }
  }
}
