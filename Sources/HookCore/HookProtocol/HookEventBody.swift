// SPDX-License-Identifier: MIT

/// What an event carries beside the common fields.
///
/// Events whose content nobody decides on keep it in the payload alone.
package enum HookEventBody: Sendable {
  case preToolUse(ToolCall)
  case postToolUse(ToolResult)
  case postToolUseFailure(ToolFailure)
  /// Every call of a turn with the text that the model got.
  case postToolBatch(JSONValue)
  case permissionRequest(ToolCall)
  case permissionDenied(ToolRefusal)
  case userPromptSubmit(prompt: [UInt8])
  case userPromptExpansion(command: [UInt8], prompt: [UInt8])
  case sessionStart(source: [UInt8])
  case sessionEnd(reason: [UInt8])
  case configChange(ConfigSource, path: [UInt8]?)
  case instructionsLoaded(path: [UInt8])
  case fileChanged(path: [UInt8], change: [UInt8])
  case cwdChanged(from: [UInt8], to: [UInt8])
  case worktreeCreate(name: [UInt8])
  case worktreeRemove(path: [UInt8])
  case notification(kind: [UInt8]?, message: [UInt8])
  case compaction(trigger: [UInt8])
  case modelSwitch(from: [UInt8]?, to: [UInt8])
  case task(id: [UInt8], subject: [UInt8])
  case stop(lastMessage: JSONValue?)
  case elicitation(server: [UInt8])
  case setup(trigger: [UInt8])
  /// Sub-agent starts, displayed messages, idle teammates, added directories.
  case other

  init(_ name: HookEventName, _ fields: PayloadFields) throws(HookEventError) {
    switch name {
    case .preToolUse, .postToolUse, .postToolUseFailure, .postToolBatch, .permissionRequest,
      .permissionDenied:
      self = try HookEventBody.toolEvent(name, fields)
    case .userPromptSubmit:
      self = .userPromptSubmit(prompt: try fields.text("prompt"))
    case .userPromptExpansion:
      self = .userPromptExpansion(
        command: try fields.text("command_name"), prompt: try fields.text("prompt"))
    case .sessionStart: self = .sessionStart(source: try fields.text("source"))
    case .sessionEnd: self = .sessionEnd(reason: try fields.text("reason"))
    case .configChange:
      let source = try fields.required("source", .string)
      self = .configChange(ConfigSource(source), path: try fields.optionalPath("file_path"))
    case .instructionsLoaded: self = .instructionsLoaded(path: try fields.path("file_path"))
    case .fileChanged:
      self = .fileChanged(path: try fields.path("file_path"), change: try fields.text("event"))
    case .cwdChanged:
      self = .cwdChanged(from: try fields.path("old_cwd"), to: try fields.path("new_cwd"))
    case .worktreeCreate: self = .worktreeCreate(name: try fields.text("name"))
    case .worktreeRemove: self = .worktreeRemove(path: try fields.path("worktree_path"))
    case .notification:
      self = .notification(
        kind: try fields.optionalText("notification_type"), message: try fields.text("message"))
    case .preCompact, .postCompact: self = .compaction(trigger: try fields.text("trigger"))
    case .preModelSwitch, .postModelSwitch:
      self = .modelSwitch(
        from: try fields.optionalText("from_model"), to: try fields.text("to_model"))
    case .taskCreated, .taskCompleted:
      self = .task(id: try fields.text("task_id"), subject: try fields.text("task_subject"))
    case .stop, .stopFailure, .subagentStop:
      self = .stop(lastMessage: fields.object["last_assistant_message"])
    case .elicitation, .elicitationResult:
      self = .elicitation(server: try fields.text("mcp_server_name"))
    case .setup: self = .setup(trigger: try fields.text("trigger"))
    case .subagentStart, .messageDisplay, .teammateIdle, .directoryAdded: self = .other
    }
  }

  private static func toolEvent(
    _ name: HookEventName, _ fields: PayloadFields
  ) throws(HookEventError) -> HookEventBody {
    if name == .postToolBatch {
      return .postToolBatch(try fields.required("tool_calls", .array))
    }
    let call = try ToolCall(fields)
    if name == .preToolUse { return .preToolUse(call) }
    if name == .permissionRequest { return .permissionRequest(call) }
    if name == .permissionDenied {
      return .permissionDenied(
        ToolRefusal(call: call, reason: try fields.optionalText("reason") ?? []))
    }
    if name == .postToolUseFailure {
      return .postToolUseFailure(
        ToolFailure(
          call: call, error: try fields.optionalText("error") ?? [],
          isInterrupt: try fields.optionalBoolean("is_interrupt") ?? false,
          milliseconds: fields.object["duration_ms"]?.integer))
    }
    return .postToolUse(
      ToolResult(
        call: call, response: fields.object["tool_response"],
        milliseconds: fields.object["duration_ms"]?.integer))
  }
}

// Structures, not the cases' own tuples: taking a tuple out of an enum costs its metadata, 12 µs.

/// A call that succeeded and what it gave.
package struct ToolResult: Sendable {
  package let call: ToolCall
  package let response: JSONValue?
  package let milliseconds: Int?
}

/// A call that failed or was interrupted.
package struct ToolFailure: Sendable {
  package let call: ToolCall
  package let error: [UInt8]
  package let isInterrupt: Bool
  package let milliseconds: Int?
}

/// A call that the client refused.
package struct ToolRefusal: Sendable {
  package let call: ToolCall
  package let reason: [UInt8]
}

/// Which settings changed (CONTRACT 7.1).
package enum ConfigSource: Sendable, Equatable {
  case userSettings
  case projectSettings
  case localSettings
  /// Managed settings: a block is ignored.
  case policySettings
  case skills
  case unknown

  init(_ value: JSONValue) {
    if value.equals("user_settings") {
      self = .userSettings
    } else if value.equals("project_settings") {
      self = .projectSettings
    } else if value.equals("local_settings") {
      self = .localSettings
    } else if value.equals("policy_settings") {
      self = .policySettings
    } else if value.equals("skills") {
      self = .skills
    } else {
      self = .unknown
    }
  }
}
