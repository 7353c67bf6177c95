// SPDX-License-Identifier: MIT

/// What the recorder knows of the fields of payloads (CONTRACT 5.1, 6.2, 8).
enum EventFields {
  /// Whether the member `key` of a payload has its own place in a record, or belongs in none.
  static func isRecordedElsewhere(_ key: JSONValue, _ event: HookEvent) -> Bool {
    if contains(common, key) { return true }
    switch event.name.stage {
    case .requested, .completed, .failed, .denied, .permission, .batch, .decided:
      return contains(ofCalls, key)
    case .prompt, .session, .config, .agent, .notice, .approval, .alert, .unreadable: return false
    }
  }

  /// Whether the string in the field `key` of a tool or event of the client is kept as text.
  ///
  /// All others are contents or may be: only their digest is kept.
  static func isText(_ key: JSONValue) -> Bool { contains(texts, key) }

  /// Whether the string in the field `key` of an outcome is kept as text: names and states.
  static func isOutcomeText(_ key: JSONValue) -> Bool { contains(outcomeTexts, key) }

  /// Whether the string is a path, as far as its form tells; contents must not pass for one.
  static func isPath(_ text: [UInt8]) -> Bool {
    let longest = 1_024
    let longestName = 255
    guard text.count > 1, text.count <= longest, beginsLikePath(text) else { return false }
    var length = 0
    for byte in text {
      if byte <= 0x20 || byte == 0x7F { return false }
      length = byte == 0x2F ? 0 : length + 1
      if length > longestName { return false }
    }
    return true
  }

  private static func beginsLikePath(_ text: [UInt8]) -> Bool {
    // `/9j/` is how a JPEG begins in base64.
    if text.starts(with: [0x2F]) { return !text.starts(with: [0x2F, 0x39, 0x6A, 0x2F]) }
    return text.starts(with: [0x7E, 0x2F]) || text.starts(with: [0x2E, 0x2F])
      || text.starts(with: [0x2E, 0x2E, 0x2F])
  }

  /// The status in `Exit code 3\n…`, which the client puts before a command's output.
  static func exitStatus(in error: [UInt8]) -> Int? {
    let start = [UInt8]("Exit code ")
    guard error.starts(with: start) else { return nil }
    var value = 0
    var position = start.count
    let longest = 4  // statuses have three digits
    while position < error.count, position < start.count + longest,
      error[position] >= 0x30, error[position] <= 0x39
    {
      value = value * 10 + Int(error[position] - 0x30)
      position += 1
    }
    guard position > start.count, position == error.count || error[position] == 0x0A else {
      return nil
    }
    return value
  }

  private static let common: StaticString = """
     session_id cwd prompt_id permission_mode effort hook_event_name agent_id agent_type \
    transcript_path\u{20}
    """

  private static let ofCalls: StaticString = """
     tool_name tool_input tool_use_id tool_response tool_calls duration_ms error is_interrupt\u{20}
    """

  private static let texts: StaticString = """
     command file_path path notebook_path pattern glob url query subagent_type skill cron name \
    action output_mode type cell_id cell_type edit_mode to taskId status source trigger reason \
    load_reason memory_type event old_cwd new_cwd model from_model to_model requested_model \
    notification_type expansion_type command_name command_source mode mcp_server_name task_id \
    worktree_path agent_transcript_path behavior destination toolName\u{20}
    """

  private static let outcomeTexts: StaticString = """
     filePath type status agentId agentType backgroundTaskId taskId mode commandName \
    worktreePath worktreeBranch notebook_path cell_id cell_type edit_mode language action id \
    restoredCwd originalCwd outputFile resolvedModel\u{20}
    """

  /// Whether `key` is one of the words in `words`, which stand between spaces.
  private static func contains(_ words: StaticString, _ key: JSONValue) -> Bool {
    guard let key = key.string, let first = key.first else { return false }
    let words = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    var start = 0
    while start < words.count {
      let end = start + key.count
      if words[start] == first, end < words.count, words[end] == 0x20,
        key.elementsEqual(words[start..<end])
      {
        return true
      }
      while words[start] != 0x20 { start += 1 }
      start += 1
    }
    return false
  }
}

extension HookEventName {
  /// The stage of the records of this event.
  var stage: AuditRecord.Stage {
    switch self {
    case .preToolUse: .requested
    case .postToolUse: .completed
    case .postToolUseFailure: .failed
    case .postToolBatch: .batch
    case .permissionRequest: .permission
    case .permissionDenied: .denied
    case .userPromptSubmit, .userPromptExpansion: .prompt
    case .sessionStart, .sessionEnd, .setup, .stop, .stopFailure, .preCompact, .postCompact,
      .preModelSwitch, .postModelSwitch:
      .session
    case .configChange, .worktreeCreate, .worktreeRemove, .instructionsLoaded, .cwdChanged,
      .fileChanged, .directoryAdded:
      .config
    case .subagentStart, .subagentStop, .teammateIdle, .taskCreated, .taskCompleted: .agent
    case .notification, .elicitation, .elicitationResult, .messageDisplay: .notice
    }
  }
}
