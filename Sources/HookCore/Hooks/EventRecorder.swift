// SPDX-License-Identifier: MIT

/// Turns an event into a record: who, where, what was asked, how it ended; no content.
struct EventRecorder {
  private let redactor: Redactor
  private let fields: FieldRecorder
  private let host: RedactedText
  private let userID: UInt32

  /// - Parameter key: the key of the log that the records are for.
  init(key: [UInt8], host: [UInt8], userID: UInt32) {
    redactor = Redactor(tagKey: key)
    fields = FieldRecorder(redactor: redactor, digester: ContentDigester(key: key))
    self.host = RedactedText(host, by: redactor)
    self.userID = userID
  }

  /// The record of `event`.
  func record(of event: HookEvent, by writer: AuditRecord.Writer) -> AuditRecord {
    var record = AuditRecord(
      writer, event.name.stage, event: RedactedText(event.name.text), host: host, userID: userID)
    record.session = text(event.sessionID)
    record.prompt = text(event.promptID)
    record.agent = text(event.agentID)
    record.agentType = text(event.agentType)
    record.workingDirectory = text(event.workingDirectory)
    record.permissionMode = text(event.permissionMode)
    for member in event.payload.members where !EventFields.isRecordedElsewhere(member.key, event) {
      fields.append(member.key, member.value, .known, to: &record.input)
    }
    add(event, to: &record)
    return record
  }

  /// The record of bytes that are no event.
  func record(
    ofUnreadable payload: [UInt8]?, because words: [UInt8], by writer: AuditRecord.Writer
  ) -> AuditRecord {
    var record = AuditRecord(
      writer, .unreadable, event: RedactedText("unreadable"), host: host, userID: userID)
    record.input.text(RedactedText("cause"), RedactedText(words, by: redactor))
    if let payload {
      record.input.content(RedactedText("payload"), fields.digester.digest(of: payload))
    }
    return record
  }

  /// The record of something that a person did, outside of any session.
  func record(ofAct act: StaticString, by writer: AuditRecord.Writer) -> AuditRecord {
    AuditRecord(writer, .config, event: RedactedText(act), host: host, userID: userID)
  }

  /// Adds `details` to the input of `record`, redacted.
  func add(_ details: List<AuditDetail>, to record: inout AuditRecord) {
    for detail in details {
      record.input.text(RedactedText(detail.name), RedactedText(detail.text, by: redactor))
    }
  }

  /// A decision with its texts redacted.
  func decision(
    _ verdict: AuditRecord.Verdict, rules: List<[UInt8]>, reason: [UInt8]?
  ) -> AuditRecord.Decision {
    var names = List<RedactedText>()
    for rule in rules { names.append(RedactedText(rule, by: redactor)) }
    return AuditRecord.Decision(verdict, rules: names, reason: text(reason))
  }

  private func text(_ bytes: [UInt8]?) -> RedactedText? {
    bytes.map { RedactedText($0, by: redactor) }
  }
}

// Calls and how they ended.
extension EventRecorder {
  private func add(_ event: HookEvent, to record: inout AuditRecord) {
    switch event.body {
    case .preToolUse(let call), .permissionRequest(let call): add(call, to: &record)
    case .permissionDenied(let call, _):
      add(call, to: &record)
      record.outcome = AuditRecord.Outcome(.denied)
    case .postToolUse(let call, let response, let milliseconds):
      add(call, to: &record)
      record.outcome = outcome(response, milliseconds)
    case .postToolUseFailure(let call, let error, let isInterrupt):
      add(call, to: &record)
      record.outcome = outcome(
        error, isInterrupt, milliseconds: event.payload["duration_ms"]?.integer)
    case .postToolBatch(let calls): record.outcome = outcome(ofBatch: calls)
    case .userPromptSubmit, .userPromptExpansion, .sessionStart, .sessionEnd, .configChange,
      .instructionsLoaded, .fileChanged, .cwdChanged, .worktreeCreate, .worktreeRemove,
      .notification, .compaction, .modelSwitch, .task, .stop, .elicitation, .setup, .other:
      break
    }
  }

  private func add(_ call: ToolCall, to record: inout AuditRecord) {
    record.tool = text(call.name)
    record.toolUse = text(call.useID)
    let view: FieldRecorder.View
    switch call.tool {
    case .mcp, .unknown: view = .foreign
    case .bash, .monitor, .read, .write, .edit, .notebookEdit, .grep, .glob, .webFetch,
      .webSearch, .agent, .skill, .cronCreate, .scheduleWakeup, .sendMessage, .enterWorktree,
      .exitWorktree, .bookkeeping:
      view = .known
      if let intent = call.intent, intent.count <= AuditLimits.redacted {
        record.intent = text(intent)
      }
    }
    for member in call.input.members where view == .foreign || !member.key.equals("description") {
      fields.append(member.key, member.value, view, to: &record.input)
    }
  }

  private func outcome(_ response: JSONValue?, _ milliseconds: Int?) -> AuditRecord.Outcome {
    let isInterrupted = response?["interrupted"]?.boolean == true
    var outcome = AuditRecord.Outcome(isInterrupted ? .interrupted : .ok)
    outcome.milliseconds = milliseconds
    guard let response else { return outcome }
    if response.kind == .object {
      for member in response.members {
        fields.append(member.key, member.value, .output, to: &outcome.fields)
      }
    } else {
      fields.appendDigest(RedactedText("tool_response"), of: response, to: &outcome.fields)
    }
    return outcome
  }

  private func outcome(
    _ error: [UInt8], _ isInterrupt: Bool, milliseconds: Int?
  ) -> AuditRecord.Outcome {
    var outcome = AuditRecord.Outcome(isInterrupt ? .interrupted : .failed)
    outcome.milliseconds = milliseconds
    outcome.exit = EventFields.exitStatus(in: error)
    outcome.fields.content(RedactedText("error"), fields.digester.digest(of: error))
    return outcome
  }

  /// Every call of a turn: the only record of calls that no other event saw.
  private func outcome(ofBatch calls: JSONValue) -> AuditRecord.Outcome {
    var outcome = AuditRecord.Outcome()
    for call in calls.elements {
      let response = call["tool_response"]
      let content = response.map { $0.string ?? [UInt8]($0.source) } ?? []
      outcome.fields.call(
        tool: text(call["tool_name"]?.string) ?? RedactedText(""),
        useID: text(call["tool_use_id"]?.string), fields.digester.digest(of: content))
    }
    return outcome
  }
}
