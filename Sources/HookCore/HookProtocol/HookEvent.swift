// SPDX-License-Identifier: MIT

/// One event as the client sends it on stdin (CONTRACT 5.1, 6.2, 7.1, 8).
package struct HookEvent: Sendable {
  package let name: HookEventName
  package let sessionID: [UInt8]
  package let transcriptPath: [UInt8]?
  /// The session's current directory: absolute.
  package let workingDirectory: [UInt8]
  package let promptID: [UInt8]?
  package let permissionMode: [UInt8]?
  /// Present inside a sub-agent.
  package let agentID: [UInt8]?
  package let agentType: [UInt8]?
  package let body: HookEventBody
  /// The whole payload; holds fields that this version does not know.
  package let payload: JSONValue

  /// Decodes one payload.
  ///
  /// - Throws: the reason why it cannot be judged; unknown fields are none.
  package init(decoding bytes: [UInt8]) throws(HookEventError) {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(parsing: bytes)
    } catch {
      throw HookEventError(.notJSON, cause: error)
    }
    try self.init(document.root)
  }

  /// Decodes one payload that is parsed already.
  package init(_ payload: JSONValue) throws(HookEventError) {
    guard payload.kind == .object else { throw HookEventError(.notAnObject) }
    let fields = PayloadFields(payload)
    guard let name = HookEventName(try fields.required("hook_event_name", .string)) else {
      throw HookEventError(.unknownEvent, field: "hook_event_name")
    }
    self.name = name
    self.payload = payload
    sessionID = try fields.text("session_id")
    workingDirectory = try fields.path("cwd")
    guard workingDirectory.first == 0x2F else { throw HookEventError(.wrongType, field: "cwd") }
    transcriptPath = try fields.optionalText("transcript_path")
    promptID = try fields.optionalText("prompt_id")
    permissionMode = try fields.optionalText("permission_mode")
    agentID = try fields.optionalText("agent_id")
    agentType = try fields.optionalText("agent_type")
    body = try HookEventBody(name, fields)
  }
}

/// The fields of an object in a payload, with the errors that name them.
struct PayloadFields {
  let object: JSONValue

  init(_ object: JSONValue) { self.object = object }

  func required(_ key: StaticString, _ kind: JSONKind) throws(HookEventError) -> JSONValue {
    guard let value = object[key] else { throw HookEventError(.missingField, field: key) }
    guard value.kind == kind else { throw HookEventError(.wrongType, field: key) }
    return value
  }

  func text(_ key: StaticString) throws(HookEventError) -> [UInt8] {
    guard let text = try required(key, .string).string else {
      throw HookEventError(.wrongType, field: key)
    }
    return text
  }

  /// A string that names a file or holds a command: no NUL, which C would take for its end.
  func path(_ key: StaticString) throws(HookEventError) -> [UInt8] {
    let path = try text(key)
    if path.contains(0) { throw HookEventError(.nulByte, field: key) }
    return path
  }

  func optionalPath(_ key: StaticString) throws(HookEventError) -> [UInt8]? {
    guard let value = object[key], value.kind != .null else { return nil }
    return try path(key)
  }

  func optionalText(_ key: StaticString) throws(HookEventError) -> [UInt8]? {
    guard let value = object[key], value.kind != .null else { return nil }
    return try text(key)
  }

  func optionalBoolean(_ key: StaticString) throws(HookEventError) -> Bool? {
    guard let value = object[key], value.kind != .null else { return nil }
    guard let boolean = value.boolean else { throw HookEventError(.wrongType, field: key) }
    return boolean
  }
}
