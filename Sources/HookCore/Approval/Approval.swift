// SPDX-License-Identifier: MIT

/// What somebody approved and signed.
///
/// The file is one line of canonical JSON, the statement, and below it the signature over that line
/// with its line feed, as `ssh-keygen -Y sign` writes it. So anybody can check one by hand.
package struct Approval: Sendable {
  /// What the signatures are for; a signature for git or mail is none of ours.
  package static var namespace: StaticString { "security-hooks-approval" }
  /// Bytes of an approval's file.
  package static let sizeLimit = 64 * 1024

  package let statement: ApprovalStatement
  /// The line that is signed, with its line feed.
  private let line: [UInt8]
  package let signature: SSHSignature

  /// Reads a file; the signature is not checked yet.
  package init?(_ bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
    let line = Array(bytes[...end])
    guard let statement = ApprovalStatement(line),
      let signature = try? SSHSignature(armoured: Array(bytes[(end + 1)...]))
    else { return nil }
    self.statement = statement
    self.line = line
    self.signature = signature
  }

  /// Makes sure that the key in the signature signed the statement.
  package func check() throws(SSHSignature.Fault) {
    try signature.check(line, namespace: Approval.namespace)
  }
}

/// The words of an approval.
package struct ApprovalStatement: Sendable {
  package let binding: ApprovalBinding
  /// The id of the request, which tells its round.
  package let request: [UInt8]
  package let issued: Timestamp
  package let expires: Timestamp
  /// Why one person is enough this time; nil in an ordinary approval.
  package let breakGlass: [UInt8]?

  package init(
    approving request: ApprovalRequest, issued: Timestamp, expires: Timestamp,
    breakGlass: [UInt8]?
  ) {
    binding = request.binding
    self.request = request.id
    self.issued = issued
    self.expires = expires
    self.breakGlass = breakGlass
  }

  /// Reads the line; nil where it is not exactly what `line` writes.
  init?(_ line: [UInt8]) {
    guard let root = try? JSONDocument(parsing: line).root, root["v"]?.integer == 1,
      let value = root["binding"], let binding = ApprovalBinding(value),
      let request = root["request"]?.string, ApprovalBinding.isID(request),
      let issued = Timestamp(text: root["issued"]?.string ?? []),
      let expires = Timestamp(text: root["expires"]?.string ?? [])
    else { return nil }
    self.binding = binding
    self.request = request
    self.issued = issued
    self.expires = expires
    breakGlass = root["break_glass"]?.string
    guard self.line == line else { return nil }
  }

  /// The line that is signed.
  package var line: [UInt8] {
    var writer = JSONWriter(capacity: 1_024)
    writer.beginObject()
    writer.key("binding")
    binding.write(to: &writer)
    if let breakGlass {
      writer.key("break_glass")
      writer.string(breakGlass)
    }
    writer.key("expires")
    writer.string(expires.text)
    writer.key("issued")
    writer.string(issued.text)
    writer.key("request")
    writer.string(request)
    writer.key("v")
    writer.integer(1)
    writer.endObject()
    return writer.bytes + [0x0A]
  }
}
