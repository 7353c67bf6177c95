// SPDX-License-Identifier: MIT

/// What a hook may answer (DESIGN 3); there is no way to say `allow`.
package enum HookResponse: Sendable {
  /// Nothing to say: exit 0 without output, so that the client's own rules decide.
  case silent
  /// Exit 2 with the reason on stderr, which every client version understands.
  case deny(reason: [UInt8])
  /// Asks the person at the terminal; only where there is one.
  case ask(reason: [UInt8])
  /// Runs the call with another input: canonical JSON of the whole input.
  case updateInput([UInt8])
  /// Tells the user something; decides nothing.
  case notify(message: [UInt8])
  /// Exit 0 with a line on stderr: something went wrong that must not stop anybody.
  case warn(message: [UInt8])
}

/// The bytes and the status that a response becomes.
package struct HookAnswer: Sendable {
  package let standardOutput: [UInt8]
  package let standardError: [UInt8]
  package let status: Int32

  /// The answer of the hook `name` to an event.
  package init(_ response: HookResponse, hook name: StaticString, event: HookEventName) {
    switch response {
    case .silent:
      self.init(output: [], error: [], status: 0)
    case .deny(let reason):
      self.init(output: [], error: HookAnswer.line(name, reason), status: 2)
    case .ask(let reason):
      let text = HookAnswer.cut(reason)
      self.init(
        output: HookAnswer.decision(event) {
          $0.key("permissionDecision")
          $0.string("ask")
          $0.key("permissionDecisionReason")
          $0.string(text)
        }, error: [], status: 0)
    case .updateInput(let input):
      self.init(
        output: HookAnswer.decision(event) {
          $0.key("updatedInput")
          $0.raw(input)
        }, error: [], status: 0)
    case .warn(let message):
      self.init(output: [], error: HookAnswer.line(name, message), status: 0)
    case .notify(let message):
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("systemMessage")
      writer.string(HookAnswer.cut(message))
      writer.endObject()
      self.init(output: writer.bytes, error: [], status: 0)
    }
  }

  private init(output: [UInt8], error: [UInt8], status: Int32) {
    standardOutput = output
    standardError = error
    self.status = status
  }

  private static func decision(
    _ event: HookEventName, _ members: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("hookSpecificOutput")
    writer.beginObject()
    writer.key("hookEventName")
    writer.string(event.text)
    members(&writer)
    writer.endObject()
    writer.endObject()
    return writer.bytes
  }

  /// The model reads reasons whole; long ones would fill its context (CONTRACT 4).
  private static let reasonLimit = 1_000

  /// One line for stderr: `name: reason`.
  package static func line(_ name: StaticString, _ reason: [UInt8]) -> [UInt8] {
    var line = [UInt8](name)
    line.append(": ")
    line.append(contentsOf: cut(reason))
    line.append(0x0A)
    return line
  }

  /// At most `reasonLimit` bytes, cut between characters, control characters made visible.
  private static func cut(_ reason: [UInt8]) -> [UInt8] {
    var end = min(reason.count, reasonLimit)
    if end < reason.count {
      while end > 0, reason[end] & 0xC0 == 0x80 { end -= 1 }
    }
    var text: [UInt8] = []
    text.reserveCapacity(end)
    for byte in reason[..<end] { text.append(byte < 0x20 || byte == 0x7F ? 0x3F : byte) }
    return text
  }
}
