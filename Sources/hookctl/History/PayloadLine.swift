// SPDX-License-Identifier: MIT
import HookCore

/// An event as the client sent it to a hook, kept in a file.
enum PayloadLine {
  static func read(_ event: JSONValue, into history: inout HistoryContent) {
    guard let name = event["hook_event_name"] else { return }
    let id = event["tool_use_id"]?.string ?? []
    if name.equals("PreToolUse") {
      guard let call = call(event, id) else { return history.addBroken() }
      history.add(call)
    } else if name.equals("PostToolUse") {
      history.end(id, .succeeded)
    } else if name.equals("PostToolUseFailure") || name.equals("PermissionDenied") {
      history.end(id, .failed)  // the client's classifier denies, not a person
    }
  }

  private static func call(_ event: JSONValue, _ id: [UInt8]) -> PastCall? {
    guard let tool = event["tool_name"]?.string, (try? HookEvent(event)) != nil else { return nil }
    return PastCall(
      payload: Array(event.source), tool: tool, input: event["tool_input"], id: id)
  }
}
