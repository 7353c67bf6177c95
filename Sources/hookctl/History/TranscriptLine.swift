// SPDX-License-Identifier: MIT
import HookCore

/// A line of the client's transcript: one JSON object, in a format that may change.
///
/// The calls of the model and what came of them stand in lines of their own, tied by an id.
enum TranscriptLine {
  static func read(_ line: JSONValue, into history: inout HistoryContent) {
    guard let content = line["message"]?["content"], content.kind == .array else { return }
    for block in content.elements {
      guard let type = block["type"] else { continue }
      if type.equals("tool_use") {
        if let call = call(block, in: line) { history.add(call) }
      } else if type.equals("tool_result"), let id = block["tool_use_id"]?.string {
        history.end(id, outcome(of: block))
      }
    }
  }

  private static func call(_ block: JSONValue, in line: JSONValue) -> PastCall? {
    guard let name = block["name"]?.string, let input = block["input"], input.kind == .object else {
      return nil
    }
    let id = block["id"]?.string ?? []
    var writer = JSONWriter()
    writer.beginObject()
    if line["isSidechain"]?.boolean == true {
      writer.key("agent_id")
      writer.string("sidechain")
    }
    writer.key("cwd")
    writer.string(line["cwd"]?.string ?? [0x2F])
    writer.key("hook_event_name")
    writer.string("PreToolUse")
    writer.key("session_id")
    writer.string(line["sessionId"]?.string ?? [])
    writer.key("tool_input")
    writer.raw(input.source)
    writer.key("tool_name")
    writer.string(name)
    writer.key("tool_use_id")
    writer.string(id)
    writer.endObject()
    return PastCall(payload: writer.bytes, tool: name, input: input, id: id)
  }

  private static func outcome(of block: JSONValue) -> PastCall.Outcome {
    guard block["is_error"]?.boolean == true else { return .succeeded }
    let words = block["content"].map { $0.string ?? Array($0.source) } ?? []
    // The client's words for a call that a person refused.
    return words.firstRange(of: "doesn't want to") != nil ? .refused : .failed
  }
}
