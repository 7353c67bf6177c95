// SPDX-License-Identifier: MIT

/// A requested or finished tool call.
package struct ToolCall: Sendable {
  /// The name as the client gives it; rules and records use it.
  package let name: [UInt8]
  package let useID: [UInt8]?
  /// The whole input, with fields that this version does not know.
  package let input: JSONValue
  package let tool: Tool
  /// The server's name as it is configured, where the client says it; the tool's name has it only
  /// in part.
  package let serverName: [UInt8]?

  init(_ fields: PayloadFields) throws(HookEventError) {
    name = try fields.path("tool_name")
    useID = try fields.optionalText("tool_use_id")
    input = try fields.required("tool_input", .object)
    serverName = fields.object["mcp_server"]?["name"]?.string
    tool = try Tool(name: fields.required("tool_name", .string), input: PayloadFields(input))
  }

  /// What the call is for in the words of whoever made it, where the tool has such a field.
  package var intent: [UInt8]? { input["description"]?.string }
}

/// The tools of the client (CONTRACT 9.2) with the fields that decisions are made on.
///
/// A field that a tool cannot do without is required; the client has filled it in.
package enum Tool: Sendable {
  case bash(command: [UInt8])
  /// Runs a command like Bash, and reports its output line by line.
  case monitor(command: [UInt8])
  case read(path: [UInt8])
  case write(path: [UInt8], content: JSONValue)
  case edit(path: [UInt8], newText: JSONValue)
  case notebookEdit(path: [UInt8], newSource: JSONValue?)
  /// `glob` narrows the files searched; no path means the working directory.
  case grep(path: [UInt8]?, glob: [UInt8]?)
  case glob(path: [UInt8]?, pattern: [UInt8])
  case webFetch(url: [UInt8])
  case webSearch(query: [UInt8])
  case agent(prompt: JSONValue, kind: [UInt8]?)
  case skill(name: [UInt8])
  case cronCreate(prompt: JSONValue)
  case scheduleWakeup(prompt: JSONValue)
  case sendMessage(to: [UInt8]?)
  case enterWorktree(name: [UInt8]?)
  case exitWorktree(action: [UInt8]?, discardsChanges: Bool)
  /// Lists and searches of the client's own: they touch nothing outside it.
  case bookkeeping
  /// `mcp__server__tool`; its arguments mean what the server makes of them.
  case mcp(server: [UInt8], tool: [UInt8])
  case unknown

  init(name: JSONValue, input: PayloadFields) throws(HookEventError) {
    if let tool = try Tool.fileTool(name, input) {
      self = tool
    } else if let tool = try Tool.clientTool(name, input) {
      self = tool
    } else if let text = name.string, let parts = Tool.serverAndTool(text) {
      self = .mcp(server: parts.server, tool: parts.tool)
    } else {
      self = .unknown
    }
  }

  /// Tools that run commands or name files.
  private static func fileTool(
    _ name: JSONValue, _ input: PayloadFields
  ) throws(HookEventError) -> Tool? {
    if name.equals("Bash") { return .bash(command: try input.path("command")) }
    if name.equals("Monitor") { return .monitor(command: try input.path("command")) }
    if name.equals("Read") { return .read(path: try input.path("file_path")) }
    if name.equals("Write") {
      return .write(
        path: try input.path("file_path"), content: try input.required("content", .string))
    }
    if name.equals("Edit") {
      return .edit(
        path: try input.path("file_path"), newText: try input.required("new_string", .string))
    }
    if name.equals("NotebookEdit") {
      return .notebookEdit(
        path: try input.path("notebook_path"), newSource: input.object["new_source"])
    }
    if name.equals("Grep") {
      return .grep(path: try input.optionalPath("path"), glob: try input.optionalPath("glob"))
    }
    if name.equals("Glob") {
      return .glob(path: try input.optionalPath("path"), pattern: try input.path("pattern"))
    }
    return nil
  }

  /// Tools that work through the client itself.
  private static func clientTool(
    _ name: JSONValue, _ input: PayloadFields
  ) throws(HookEventError) -> Tool? {
    if name.equals("WebFetch") { return .webFetch(url: try input.text("url")) }
    if name.equals("WebSearch") { return .webSearch(query: try input.text("query")) }
    if name.equals("Agent") || name.equals("Task") {
      return .agent(
        prompt: try input.required("prompt", .string),
        kind: try input.optionalText("subagent_type"))
    }
    if name.equals("Skill") { return .skill(name: try input.text("skill")) }
    if name.equals("CronCreate") {
      return .cronCreate(prompt: try input.required("prompt", .string))
    }
    if name.equals("ScheduleWakeup") {
      return .scheduleWakeup(prompt: try input.required("prompt", .string))
    }
    if name.equals("SendMessage") { return .sendMessage(to: try input.optionalText("to")) }
    if name.equals("EnterWorktree") {
      return .enterWorktree(name: try input.optionalText("name"))
    }
    if name.equals("ExitWorktree") {
      return .exitWorktree(
        action: try input.optionalText("action"),
        discardsChanges: try input.optionalBoolean("discard_changes") ?? false)
    }
    return isBookkeeping(name) ? .bookkeeping : nil
  }

  private static func isBookkeeping(_ name: JSONValue) -> Bool {
    name.equals("TodoWrite") || name.equals("TaskCreate") || name.equals("TaskUpdate")
      || name.equals("TaskList") || name.equals("TaskGet") || name.equals("TaskStop")
      || name.equals("TaskOutput") || name.equals("ToolSearch") || name.equals("ListAgents")
      || name.equals("CronDelete") || name.equals("CronList") || name.equals("ReportFindings")
      || name.equals("AskUserQuestion") || name.equals("EnterPlanMode")
      || name.equals("ExitPlanMode")
  }

  /// The two names in `mcp__server__tool`.
  private static func serverAndTool(_ name: [UInt8]) -> (server: [UInt8], tool: [UInt8])? {
    let prefix = [UInt8]("mcp__")
    guard name.starts(with: prefix) else { return nil }
    var position = prefix.count
    while position + 1 < name.count {
      if name[position] == 0x5F, name[position + 1] == 0x5F, position > prefix.count {
        return (Array(name[prefix.count..<position]), Array(name[(position + 2)...]))
      }
      position += 1
    }
    return nil
  }
}
