// SPDX-License-Identifier: MIT

/// A call that waits for approval, as it is kept in the state directory and handed to approvers.
package struct ApprovalRequest: Sendable {
  package let id: [UInt8]
  package let binding: ApprovalBinding
  /// How many requests for the same have been used before.
  package let round: Int
  /// The action in canonical JSON, secrets replaced and cut where it is long.
  package let action: [UInt8]
  /// The rules that ask.
  package let rules: List<[UInt8]>
  /// Who wants it: the user of the machine, or who the wired command line names.
  package let requester: [UInt8]
  package let session: [UInt8]
  package let quorum: Int
  package let requested: Timestamp
  package let expires: Timestamp

  /// Bytes of a request's file.
  package static let sizeLimit = 64 * 1024
  /// Bytes of the action that are kept for people to read.
  private static let actionLimit = 16 * 1024

  /// - Parameter action: the canonical bytes that `binding` has the digest of.
  package init(
    _ binding: ApprovalBinding, round: Int, action: [UInt8], rules: List<[UInt8]>,
    requester: [UInt8], session: [UInt8], quorum: Int, requested: Timestamp, expires: Timestamp
  ) {
    id = binding.requestID(round: round)
    self.binding = binding
    self.round = round
    self.action =
      RedactedText(action, by: Redactor(tagKey: nil))
      .prefix(ApprovalRequest.actionLimit).bytes
    self.rules = rules
    self.requester = requester
    self.session = session
    self.quorum = quorum
    self.requested = requested
    self.expires = expires
  }

  /// Reads a request's file; nil where it is none, or its id is not that of what it asks for.
  package init?(_ bytes: [UInt8]) {
    guard let root = try? JSONDocument(parsing: bytes).root, root["v"]?.integer == 1,
      let id = root["id"]?.string, let value = root["binding"],
      let binding = ApprovalBinding(value), let round = root["round"]?.integer,
      id == binding.requestID(round: round), let action = root["action"]?.string,
      let requester = root["requester"]?.string, let session = root["session"]?.string,
      let quorum = root["quorum"]?.integer, let named = root["rules"],
      let requested = Timestamp(text: root["requested"]?.string ?? []),
      let expires = Timestamp(text: root["expires"]?.string ?? [])
    else { return nil }
    var rules = List<[UInt8]>()
    for element in named.elements { rules.append(element.string ?? []) }
    self.id = id
    self.binding = binding
    self.round = round
    self.action = action
    self.rules = rules
    self.requester = requester
    self.session = session
    self.quorum = quorum
    self.requested = requested
    self.expires = expires
  }

  /// The file: one canonical object and a line feed.
  package var bytes: [UInt8] {
    var writer = JSONWriter(capacity: 2_048)
    write(to: &writer)
    return writer.bytes + [0x0A]
  }

  /// Appends the canonical object.
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("action")
    writer.string(action)
    writer.key("binding")
    binding.write(to: &writer)
    writer.key("expires")
    writer.string(expires.text)
    writer.key("id")
    writer.string(id)
    writer.key("quorum")
    writer.integer(quorum)
    writer.key("requested")
    writer.string(requested.text)
    writer.key("requester")
    writer.string(requester)
    writer.key("round")
    writer.integer(round)
    writer.key("rules")
    writer.beginArray()
    for rule in rules { writer.string(rule) }
    writer.endArray()
    writer.key("session")
    writer.string(session)
    writer.key("v")
    writer.integer(1)
    writer.endObject()
  }

  /// Whether `action` is what the binding has the digest of: neither redacted, cut, nor swapped.
  package var showsWholeAction: Bool { SHA256.digest(of: action).hex == binding.action }

  /// The tool, and of commands the command, for people.
  package var summary: [UInt8] {
    guard let root = try? JSONDocument(parsing: action).root, let tool = root["tool"]?.string,
      let input = root["input"]
    else { return Array(action.prefix(ApprovalRequest.summaryLimit)) }
    let text = input["command"]?.string ?? Array(input.source)
    return tool + [UInt8](": ") + text.prefix(ApprovalRequest.summaryLimit)
  }

  private static let summaryLimit = 400
}
