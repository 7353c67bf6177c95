// SPDX-License-Identifier: MIT
import HookCore

/// `hookctl approvals`: what a session asked for with nobody at the terminal.
enum ApprovalsCommand {
  static let usage = Usage(
    command: "approvals", summary: "Approve or deny what an unattended session asked for",
    synopsis: [
      "list [--json] [--state-dir DIR]", "show ID|FILE [--json] [--state-dir DIR]",
      "approve ID|FILE --key FILE [OPTION]...",
      "deny ID --reason TEXT [--json] [--state-dir DIR]",
    ],
    details: """
      options:
        --key FILE       the private key to sign with, or the public one of a key that
                         the agent holds
        --minutes N      how long the approval holds; as long as the request without it
        --output DIR     write the approval there, to be handed in with --approvals
        --break-glass    one approval is enough; needs --reason, and raises an alert
        --reason TEXT    why; kept in the record
        --unseen         approve what is not shown whole: a part is redacted or cut
        --json           print one object
        --state-dir DIR  where the requests are, as on the command line of the hooks

      ID is the name of a request in the refusal. FILE is the file of a request that came
      from another machine or user: ID.request in the directory approvals of its state
      directory. The approval is then written beside it.

      An approval holds for one call, the repository, its branch head, the stage and the
      policy, once. Keys are those of the file that the managed policy names; only
      ed25519 keys are taken, of security keys too. Nobody approves their own request.

      Exit status: 0 done, 1 the approval does not count as things are.
      """)

  /// What the command line asks for.
  struct Request {
    var asJSON = false
    var key: [UInt8]?
    var minutes: Int?
    var output: [UInt8]?
    var breaksGlass = false
    var isUnseen = false
    var reason: [UInt8]?
    var stateDirectory: [UInt8]?
    var operands: [[UInt8]] = []
  }

  static func run(
    _ arguments: ArraySlice<[UInt8]>, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    var reader = ArgumentReader(arguments, usage: usage)
    let request = try read(&reader)
    guard let action = request.operands.first else {
      throw .usage("say list, show, approve or deny", usage)
    }
    let names = request.operands.dropFirst()
    let desk = try ApprovalDesk(stateDirectory: request.stateDirectory)
    if action == Array("list".utf8) {
      if let extra = names.first { throw reader.unexpected(extra) }
      ApprovalListing(desk).printAll(asJSON: request.asJSON, output)
      return .success
    }
    guard let name = names.first, names.count == 1 else {
      throw .usage("give the id of one request", usage)
    }
    switch Output.shown(action) {
    case "show":
      ApprovalListing(desk).print(
        try desk.request(name), asJSON: request.asJSON, output)
      return .success
    case "approve": return try approve(name, request, desk, output)
    case "deny": return try deny(name, request, desk, output)
    default: throw reader.unexpected(action)
    }
  }

  private static func read(_ reader: inout ArgumentReader) throws(CommandError) -> Request {
    var request = Request()
    while let argument = try reader.next() {
      switch argument {
      case .option("--json"): request.asJSON = true
      case .option("--key"): request.key = try reader.path()
      case .option("--output"): request.output = try reader.path()
      case .option("--state-dir"): request.stateDirectory = try reader.path()
      case .option("--reason"): request.reason = try reader.value()
      case .option("--break-glass"): request.breaksGlass = true
      case .option("--unseen"): request.isUnseen = true
      case .option("--minutes"):
        let value = Output.shown(try reader.value())
        guard let minutes = Int(value), minutes > 0, minutes < 1_000_000 else {
          throw .usage("\(value) is no number of minutes", usage)
        }
        request.minutes = minutes
      case .option(let option): throw reader.unknown(option)
      case .operand(let operand): request.operands.append(operand)
      }
    }
    return request
  }

  private static func approve(
    _ name: [UInt8], _ request: Request, _ desk: ApprovalDesk, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    try refuseInsideClient()
    guard let key = request.key else { throw .usage("approve needs --key", usage) }
    let reason = request.reason ?? []
    guard !request.breaksGlass || !reason.isEmpty else {
      throw .usage("--break-glass needs --reason", usage)
    }
    let waiting = try desk.request(name)
    guard waiting.showsWholeAction || request.isUnseen else {
      throw .failure(
        .dataError,
        "what is asked for is not shown whole; see hookctl approvals show, or give --unseen")
    }
    let now = Timestamp.now()
    let longest = now.adding(seconds: (request.minutes ?? 1_000_000) * 60)
    let statement = ApprovalStatement(
      approving: waiting, issued: now, expires: min(waiting.expires, longest),
      breakGlass: request.breaksGlass ? reason : nil)
    let bytes = try SigningProgram.sign(statement.line, key: key)
    guard let approval = Approval(bytes), (try? approval.check()) != nil else {
      throw .failure(.dataError, "\(Output.shown(key)): no ed25519 key, others are not taken")
    }
    let path = try desk.keep(bytes, of: waiting, approval, name, output: request.output)
    desk.record(
      "approvals approve", waiting, signer: approval.signature.key.fingerprint,
      reason: reason.isEmpty ? nil : reason, output)
    var fault: StaticString?
    if case .refused(let words) = desk.standing(of: approval, waiting, now: now) { fault = words }
    if request.asJSON {
      printJSON(waiting, approval, path, fault, output)
    } else {
      output.line("\(Output.shown(waiting.id)): \(Output.shown(waiting.summary))")
      output.line("signed by \(Output.shown(approval.signature.key.fingerprint))")
      output.line("written to \(Output.shown(path))")
      if let fault { output.warning("as things are on this machine it does not count: \(fault)") }
    }
    return fault == nil ? .success : .findings
  }

  private static func printJSON(
    _ waiting: ApprovalRequest, _ approval: Approval, _ path: [UInt8], _ fault: StaticString?,
    _ output: Output
  ) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("id")
    writer.string(waiting.id)
    writer.key("path")
    writer.string(path)
    if let fault {
      writer.key("refused")
      writer.string(fault)
    }
    writer.key("signer")
    writer.string(approval.signature.key.fingerprint)
    writer.endObject()
    output.write(writer.bytes + [0x0A])
  }

  private static func deny(
    _ name: [UInt8], _ request: Request, _ desk: ApprovalDesk, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    try refuseInsideClient()
    guard let reason = request.reason, !reason.isEmpty else {
      throw .usage("deny needs --reason", usage)
    }
    let waiting = try desk.request(name)
    try desk.deny(waiting, reason)
    desk.record("approvals deny", waiting, signer: nil, reason: reason, output)
    if request.asJSON {
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("denied")
      writer.string(waiting.id)
      writer.endObject()
      output.write(writer.bytes + [0x0A])
    } else {
      output.line("\(Output.shown(waiting.id)) denied: \(Output.shown(waiting.summary))")
    }
    return .success
  }

  private static func refuseInsideClient() throws(CommandError) {
    guard !UserEnvironment.isInsideClient else {
      throw .failure(.noPermission, "people approve; run this outside of the session")
    }
  }
}
