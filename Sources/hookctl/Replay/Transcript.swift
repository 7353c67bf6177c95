// SPDX-License-Identifier: MIT
import HookCore

/// A tool call of a past session, and how it ended.
struct PastCall {
  /// How a call ended, as far as the transcript says.
  enum Outcome {
    case unknown
    case succeeded
    case failed
    /// A person said no.
    case refused
  }

  let payload: [UInt8]
  let tool: [UInt8]
  /// The command or file, for lists.
  let subject: [UInt8]
  var outcome = Outcome.unknown
}

/// The calls in a transcript of the client: one JSON object a line, in a format that may change.
///
/// Lines of other kinds are passed over; what is no JSON is counted.
struct Transcript {
  /// Bytes of one file; a longer transcript than anybody has had.
  private static let sizeLimit = 1 << 30

  private(set) var calls: [PastCall] = []
  private(set) var brokenLines = 0
  private var places: [[UInt8]: Int] = [:]

  /// Reads the transcript at `path`.
  init(path: [UInt8]) throws(SystemError) {
    let bytes = try LiveFileSystem().contents(path, limit: Transcript.sizeLimit)
    for line in bytes.split(separator: 0x0A) {
      guard let document = try? JSONDocument(parsing: Array(line)) else {
        brokenLines += 1
        continue
      }
      read(document.root)
    }
  }

  private mutating func read(_ line: JSONValue) {
    guard let content = line["message"]?["content"], content.kind == .array else { return }
    for block in content.elements {
      guard let type = block["type"] else { continue }
      if type.equals("tool_use") {
        take(block, in: line)
      } else if type.equals("tool_result") {
        finish(block)
      }
    }
  }

  private mutating func take(_ block: JSONValue, in line: JSONValue) {
    guard let name = block["name"]?.string, let input = block["input"], input.kind == .object else {
      return
    }
    let id = block["id"]?.string ?? []
    let subject = input["command"] ?? input["file_path"] ?? input["path"] ?? input["url"]
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("cwd")
    writer.string(line["cwd"]?.string ?? [0x2F])
    writer.key("hook_event_name")
    writer.string("PreToolUse")
    writer.key("session_id")
    writer.string(line["sessionId"]?.string ?? [])
    writer.key("tool_input")
    writer.raw(input.source)
    writer.key("tool_name")
    writer.string(name)
    writer.key("tool_use_id")
    writer.string(id)
    writer.key("transcript_path")
    writer.string("/dev/null")
    writer.endObject()
    places[id] = calls.count
    calls.append(PastCall(payload: writer.bytes, tool: name, subject: subject?.string ?? []))
  }

  private mutating func finish(_ block: JSONValue) {
    guard let id = block["tool_use_id"]?.string, let place = places[id] else { return }
    guard block["is_error"]?.boolean == true else {
      calls[place].outcome = .succeeded
      return
    }
    let words = block["content"].map { $0.string ?? Array($0.source) } ?? []
    // The client's words for a call that a person refused.
    let isRefused = words.firstRange(of: "doesn't want to") != nil
    calls[place].outcome = isRefused ? .refused : .failed
  }
}
