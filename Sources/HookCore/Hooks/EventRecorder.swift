// SPDX-License-Identifier: MIT

/// Turns an event into a record: who, where, what was asked, how it ended; no content.
struct EventRecorder {
  private let redactor: Redactor
  private var fields: FieldRecorder
  private let host: RedactedText
  private let userID: UInt32

  /// - Parameter key: the key of the log that the records are for.
  init(key: [UInt8], host: [UInt8], userID: UInt32) {
    redactor = Redactor(tagKey: key)
    fields = FieldRecorder(redactor: redactor, digester: ContentDigester(key: key))
    self.host = RedactedText(host, by: redactor)
    self.userID = userID
  }

  /// The same, but of contents only the size is kept.
  func withoutDigests() -> EventRecorder {
    var plain = self
    plain.fields.keepsDigests = false
    return plain
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

  /// The record of what became of the request to approve the call in `event`.
  ///
  /// The call itself has a record of its own; its fields must not take the room of these.
  func record(
    ofApproval event: HookEvent, stage: AuditRecord.Stage, by writer: AuditRecord.Writer
  ) -> AuditRecord {
    var record = AuditRecord(
      writer, stage, event: RedactedText("approval"), host: host, userID: userID)
    record.session = text(event.sessionID)
    record.agent = text(event.agentID)
    if case .preToolUse(let call) = event.body {
      record.tool = text(call.name)
      record.toolUse = text(call.useID)
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

  /// Adds a decision with its texts redacted.
  func decide(
    _ verdict: AuditRecord.Verdict, rules: List<[UInt8]>, reason: [UInt8]?,
    in record: inout AuditRecord
  ) {
    record.decision.verdict = verdict
    for rule in rules { record.decision.rules.append(RedactedText(rule, by: redactor)) }
    record.decision.reason = text(reason)
  }

  /// Adds what the session is for, and how much could go wrong.
  func add(_ session: SessionTerms, _ risk: RiskAssessment, to record: inout AuditRecord) {
    if risk.isMarked { record.decision.risk = RedactedText(risk.tier.word) }
    record.decision.stage = text(EventRecorder.joined(session.stages))
    record.decision.phase = text(EventRecorder.joined(session.phases))
    record.decision.ticket = text(EventRecorder.joined(session.tickets))
  }

  /// The names apart by blanks, which none of them holds; nil where there is none.
  private static func joined(_ names: List<[UInt8]>) -> [UInt8]? {
    guard var text = names.first else { return nil }
    for name in names.dropFirst() { text += [0x20] + name }
    return text
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
    case .permissionDenied(let refusal):
      add(refusal.call, to: &record)
      record.outcome.status = .denied
    case .postToolUse(let result):
      add(result.call, to: &record)
      add(result, to: &record.outcome)
    case .postToolUseFailure(let failure):
      add(failure.call, to: &record)
      add(failure, to: &record.outcome)
    case .postToolBatch(let calls): add(batch: calls, to: &record.outcome)
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

  private func add(_ result: ToolResult, to outcome: inout AuditRecord.Outcome) {
    outcome.milliseconds = result.milliseconds
    outcome.status = .ok
    guard let response = result.response else { return }
    if response["interrupted"]?.boolean == true { outcome.status = .interrupted }
    if response.kind == .object {
      for member in response.members {
        fields.append(member.key, member.value, .output, to: &outcome.fields)
      }
    } else {
      fields.appendDigest(RedactedText("tool_response"), of: response, to: &outcome.fields)
    }
  }

  private func add(_ failure: ToolFailure, to outcome: inout AuditRecord.Outcome) {
    outcome.status = failure.isInterrupt ? .interrupted : .failed
    outcome.milliseconds = failure.milliseconds
    outcome.exit = EventFields.exitStatus(in: failure.error)
    outcome.fields.content(RedactedText("error"), fields.digester.digest(of: failure.error))
  }

  /// Every call of a turn: the only record of calls that no other event saw.
  private func add(batch calls: JSONValue, to outcome: inout AuditRecord.Outcome) {
    for call in calls.elements {
      let response = call["tool_response"]
      let content = response.map { $0.string ?? [UInt8]($0.source) } ?? []
      outcome.fields.call(
        tool: text(call["tool_name"]?.string) ?? RedactedText(""),
        useID: text(call["tool_use_id"]?.string), fields.digester.digest(of: content))
    }
  }
}
