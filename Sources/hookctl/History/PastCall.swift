// SPDX-License-Identifier: MIT
import HookCore

/// A tool call of the past, as the client sent it to the hooks or would have.
struct PastCall {
  /// How a call ended, as far as the history says.
  enum Outcome {
    case unknown
    case succeeded
    case failed
    /// A person said no.
    case refused
  }

  /// The PreToolUse event.
  let payload: [UInt8]
  let tool: [UInt8]
  /// The command or file, for lists.
  let subject: [UInt8]
  /// The client's id of the call; empty where there is none.
  let id: [UInt8]
  /// What the guard recorded of it then.
  var recorded: RecordedDecision?
  /// Whether contents were not kept, so that only names can be judged.
  var lacksContents = false

  init(payload: [UInt8], tool: [UInt8], input: JSONValue?, id: [UInt8]) {
    self.payload = payload
    self.tool = tool
    self.id = id
    let subject = input?["command"] ?? input?["file_path"] ?? input?["path"] ?? input?["url"]
    self.subject = subject?.string ?? []
  }
}

/// What the guard decided then.
struct RecordedDecision {
  let verdict: [UInt8]
  /// Ids of rules; those that did not count say why: `id (simulated)`.
  let rules: [[UInt8]]
}

/// What the lines of a stretch of history say.
struct HistoryContent {
  /// Why a call cannot be judged again.
  enum Loss: CaseIterable {
    /// The record holds only the beginning of a command or path.
    case cut
    /// A secret was taken out of a command or path.
    case redacted

    var words: String {
      switch self {
      case .cut: "too long for the log, which has only their beginning"
      case .redacted: "held a secret, which the log does not have"
      }
    }
  }

  private(set) var calls: [PastCall] = []
  private(set) var endings: [(id: [UInt8], outcome: PastCall.Outcome)] = []
  private(set) var losses: [Loss: Int] = [:]
  /// Lines that are no JSON, or events that are none.
  private(set) var broken = 0

  mutating func add(_ call: PastCall) { calls.append(call) }

  mutating func end(_ id: [UInt8], _ outcome: PastCall.Outcome) {
    if !id.isEmpty { endings.append((id, outcome)) }
  }

  mutating func lose(_ loss: Loss) { losses[loss, default: 0] += 1 }

  mutating func addBroken() { broken += 1 }

  /// Takes a line of any of the three forms; lines of other kinds say nothing of calls.
  mutating func take(line: ArraySlice<UInt8>) {
    guard let document = try? JSONDocument(parsing: Array(line)) else { return addBroken() }
    take(document.root)
  }

  /// Takes a value: a line of a transcript, a record of the log, an event, or several of them.
  mutating func take(_ value: JSONValue) {
    if value.kind == .array {
      for element in value.elements where element.kind == .object { take(element) }
    } else if value["hook_event_name"] != nil {
      PayloadLine.read(value, into: &self)
    } else if value["hash"] != nil, let body = value["body"] {
      AuditLine.read(body, into: &self)
    } else {
      TranscriptLine.read(value, into: &self)
    }
  }
}
