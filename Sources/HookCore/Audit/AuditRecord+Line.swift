// SPDX-License-Identifier: MIT

/// The place of a record in its log, which only the log knows.
struct RecordPlace: Sendable {
  var sequence: Int
  /// RFC 3339 in UTC.
  var time: [UInt8]
  /// Hexadecimal hash of the record before.
  var previous: [UInt8]
  /// The time of the record before, where it is later than this one's.
  var behind: [UInt8]?
  /// Bytes between the record before and this one, and their digest.
  var torn: TornBytes?
}

/// Bytes in a log that are no record: what a writer left that died or ran out of disk.
struct TornBytes: Sendable, Equatable {
  var count: Int
  var digest: SHA256Digest
}

extension AuditRecord {
  /// The version of the format.
  static let version = 1

  /// The line of this record without its line feed: `{"body":{…},"hash":"…"}`.
  func line(at place: RecordPlace) -> [UInt8] {
    var writer = JSONWriter(capacity: 2_048)
    writer.beginObject()
    writer.key("body")
    let start = writer.bytes.count
    writer.beginObject()
    writeWho(to: &writer, place)
    writeWhat(to: &writer)
    writeChain(to: &writer, place)
    writer.endObject()
    let hash = HashChain.hash(ofBody: writer.bytes[start...])
    writer.key("hash")
    writer.string(hash.hex)
    writer.endObject()
    return writer.bytes
  }

  // The members stand in the order of their names' bytes across these three functions.

  private func writeWho(to writer: inout JSONWriter, _ place: RecordPlace) {
    AuditRecord.write("agent_id", agent, AuditLimits.name, to: &writer)
    AuditRecord.write("agent_type", agentType, AuditLimits.name, to: &writer)
    if let behind = place.behind {
      writer.key("behind")
      writer.string(behind)
    }
    AuditRecord.write("cwd", workingDirectory, AuditLimits.sentence, to: &writer)
    AuditRecord.write(decision, to: &writer)
    AuditRecord.write("event", event, AuditLimits.name, to: &writer)
    AuditRecord.write("host", host, AuditLimits.name, to: &writer)
  }

  private func writeWhat(to writer: inout JSONWriter) {
    if !input.isEmpty {
      writer.key("input")
      input.write(to: &writer)
    }
    AuditRecord.write("intent", intent, AuditLimits.sentence, to: &writer)
    AuditRecord.write(outcome, to: &writer)
    AuditRecord.write("permission_mode", permissionMode, AuditLimits.name, to: &writer)
  }

  private func writeChain(to writer: inout JSONWriter, _ place: RecordPlace) {
    writer.key("prev")
    writer.string(place.previous)
    AuditRecord.write("prompt_id", prompt, AuditLimits.name, to: &writer)
    writer.key("seq")
    writer.integer(place.sequence)
    AuditRecord.write("session_id", session, AuditLimits.name, to: &writer)
    writer.key("stage")
    writer.string(stage.name)
    writer.key("time")
    writer.string(place.time)
    AuditRecord.write("tool", tool, AuditLimits.name, to: &writer)
    AuditRecord.write("tool_use_id", toolUse, AuditLimits.name, to: &writer)
    if let torn = place.torn {
      writer.key("torn")
      writer.beginObject()
      writer.key("bytes")
      writer.integer(torn.count)
      writer.key("digest")
      writer.string(torn.digest.hex)
      writer.endObject()
    }
    writer.key("uid")
    writer.integer(Int(userID))
    writer.key("v")
    writer.integer(AuditRecord.version)
    writer.key("writer")
    writer.string(self.writer.name)
  }

  private static func write(
    _ key: StaticString, _ text: RedactedText?, _ limit: Int, to writer: inout JSONWriter
  ) {
    guard let text else { return }
    writer.key(key)
    writer.string(text.prefix(limit).bytes)
  }

  private static func write(_ decision: Decision, to writer: inout JSONWriter) {
    guard let verdict = decision.verdict else { return }
    writer.key("decision")
    writer.beginObject()
    write("phase", decision.phase, AuditLimits.name, to: &writer)
    if !decision.policy.isEmpty {
      writer.key("policy")
      writer.string(decision.policy)
    }
    write("reason", decision.reason, AuditLimits.sentence, to: &writer)
    write("risk", decision.risk, AuditLimits.name, to: &writer)
    writer.key("rules")
    writer.beginArray()
    for index in 0..<min(decision.rules.count, AuditLimits.rules) {
      writer.string(decision.rules[index].prefix(AuditLimits.name).bytes)
    }
    writer.endArray()
    write("stage", decision.stage, AuditLimits.name, to: &writer)
    write("ticket", decision.ticket, AuditLimits.name, to: &writer)
    writer.key("verdict")
    writer.string(verdict.name)
    writer.endObject()
  }

  private static func write(_ outcome: Outcome, to writer: inout JSONWriter) {
    guard outcome.status != nil || !outcome.fields.isEmpty else { return }
    writer.key("outcome")
    writer.beginObject()
    if let milliseconds = outcome.milliseconds {
      writer.key("duration_ms")
      writer.integer(milliseconds)
    }
    if let exit = outcome.exit {
      writer.key("exit")
      writer.integer(exit)
    }
    if !outcome.fields.isEmpty {
      writer.key("fields")
      outcome.fields.write(to: &writer)
    }
    if let status = outcome.status {
      writer.key("status")
      writer.string(status.name)
    }
    writer.endObject()
  }
}
