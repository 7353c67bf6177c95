// SPDX-License-Identifier: MIT
import HookCore

/// An example of a rule: a command, or a call written like a permission rule, with a name, an
/// address or all of its arguments as JSON.
struct PolicyExample {
  private let text: [UInt8]

  init(_ text: [UInt8]) { self.text = text }

  /// The event that the client would send.
  func payload(in directory: [UInt8]) -> [UInt8] {
    let call = ClientRule(text)
    let tool = call.map { Output.shown($0.tool) } ?? "Bash"
    if let call, let input = call.pattern, (try? JSONDocument(parsing: input))?.root.kind == .object
    {
      return event(tool, directory) { $0.raw(input) }
    }
    switch tool {
    case "Read", "Write", "Edit": return event(tool, "file_path", call?.pattern, directory)
    case "WebFetch": return event(tool, "url", call?.pattern, directory)
    case _ where tool.hasPrefix("mcp__"): return event(tool, "input", call?.pattern, directory)
    default: return event("Bash", "command", text, directory)
    }
  }

  private func event(
    _ tool: String, _ directory: [UInt8], _ writeInput: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("cwd")
    writer.string(directory)
    writer.key("hook_event_name")
    writer.string("PreToolUse")
    writer.key("session_id")
    writer.string("policy-test")
    writer.key("tool_input")
    writeInput(&writer)
    writer.key("tool_name")
    writer.string(Array(tool.utf8))
    writer.key("tool_use_id")
    writer.string("policy-test")
    writer.key("transcript_path")
    writer.string("/dev/null")
    writer.endObject()
    return writer.bytes
  }

  private func event(
    _ tool: String, _ key: StaticString, _ value: [UInt8]?, _ directory: [UInt8]
  ) -> [UInt8] {
    event(tool, directory) { writer in
      writer.beginObject()
      writer.key(key)
      writer.string(value ?? [])
      if tool == "Write" {
        writer.key("content")
        writer.string("")
      }
      if tool == "Edit" {
        writer.key("new_string")
        writer.string("")
        writer.key("old_string")
        writer.string("")
      }
      if tool == "WebFetch" {
        writer.key("prompt")
        writer.string("")
      }
      writer.endObject()
    }
  }
}
