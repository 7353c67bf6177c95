// SPDX-License-Identifier: MIT
import HookCore

/// A record of the hooks' own log: commands and paths without their secrets, contents as digests.
///
/// The guard's record of a request holds the call; what came of it is in a record of its own.
enum AuditLine {
  static func read(_ body: JSONValue, into history: inout HistoryContent) {
    guard let stage = body["stage"], let tool = body["tool"]?.string else { return }
    let id = body["tool_use_id"]?.string ?? []
    if stage.equals("decided") || stage.equals("requested") {
      guard body["event"]?.equals("PreToolUse") == true else { return }
      request(body, tool, id, &history)
    } else if stage.equals("completed") {
      history.end(id, .succeeded)
    } else if stage.equals("failed") || stage.equals("denied") {
      history.end(id, .failed)
    }
  }

  private static func request(
    _ body: JSONValue, _ tool: [UInt8], _ id: [UInt8], _ history: inout HistoryContent
  ) {
    var input = RecordedInput()
    if let fields = body["input"] { for field in fields.elements { input.take(field) } }
    if let loss = input.loss { return history.lose(loss) }
    let written = input.json
    var writer = JSONWriter()
    writer.beginObject()
    if let agent = body["agent_id"]?.string {
      writer.key("agent_id")
      writer.string(agent)
    }
    writer.key("cwd")
    writer.string(body["cwd"]?.string ?? [0x2F])
    writer.key("hook_event_name")
    writer.string("PreToolUse")
    writer.key("session_id")
    writer.string(body["session_id"]?.string ?? [])
    writer.key("tool_input")
    writer.raw(written)
    writer.key("tool_name")
    writer.string(tool)
    writer.key("tool_use_id")
    writer.string(id)
    writer.endObject()
    guard let document = try? JSONDocument(parsing: writer.bytes) else {
      return history.addBroken()
    }
    var call = PastCall(
      payload: writer.bytes, tool: tool, input: document.root["tool_input"], id: id)
    call.lacksContents = input.lacksContents
    call.recorded = decision(body["decision"])
    history.add(call)
  }

  private static func decision(_ decision: JSONValue?) -> RecordedDecision? {
    guard let decision, let verdict = decision["verdict"]?.string else { return nil }
    var rules: [[UInt8]] = []
    if let ids = decision["rules"] { for id in ids.elements { rules.append(id.string ?? []) } }
    return RecordedDecision(verdict: verdict, rules: rules)
  }
}

/// A tool's input as far as a record has it.
private struct RecordedInput {
  private var names: [[UInt8]] = []
  private var values: [[UInt8]] = []
  private(set) var lacksContents = false
  private(set) var loss: HistoryContent.Loss?

  mutating func take(_ field: JSONValue) {
    guard let name = field["name"]?.string else {
      lacksContents = true  // fields that had no room
      return
    }
    var writer = JSONWriter()
    if let text = field["text"]?.string {
      if field["digest"] != nil { loss = .cut }
      if text.firstRange(of: "[redacted:") != nil { loss = .redacted }
      let isWord = text == [UInt8]("true") || text == [UInt8]("false")
      isWord && name != [UInt8]("command") ? writer.raw(text) : writer.string(text)
    } else if let number = field["number"]?.integer {
      writer.integer(number)
    } else {
      // A content; tools that have one are judged by the file that it goes to.
      if field["bytes"]?.integer != 0 { lacksContents = true }
      writer.string("")
    }
    // Elements of one array share a name.
    var unique = name
    while names.contains(unique) { unique.append(0x27) }
    names.append(unique)
    values.append(writer.bytes)
  }

  /// The input as an object.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    for (name, value) in zip(names, values) {
      writer.key(name)
      writer.raw(value)
    }
    writer.endObject()
    return writer.bytes
  }
}
