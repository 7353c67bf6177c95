// SPDX-License-Identifier: MIT
import HookCore

/// Requests as they are printed.
struct ApprovalListing {
  private let desk: ApprovalDesk
  private let now = Timestamp.now()

  init(_ desk: ApprovalDesk) { self.desk = desk }

  func printAll(asJSON: Bool, _ output: Output) {
    let requests = desk.requests()
    if asJSON {
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("requests")
      writer.beginArray()
      for request in requests { write(request, to: &writer) }
      writer.endArray()
      writer.endObject()
      return output.write(writer.bytes + [0x0A])
    }
    if let fault = desk.fault { output.warning("nothing can be approved here: \(fault)") }
    for problem in desk.signers?.problems ?? List() {
      output.warning("line \(problem.line) of the allowed signers: \(problem.words)")
    }
    if requests.isEmpty { output.line("no requests") }
    for request in requests {
      let status = desk.status(request, now: now)
      output.line(
        "\(Output.shown(request.id))  \(status)  until \(Output.shown(request.expires.text))  "
          + Output.shown(request.summary))
    }
  }

  func print(_ request: ApprovalRequest, asJSON: Bool, _ output: Output) {
    if asJSON {
      var writer = JSONWriter()
      write(request, to: &writer)
      return output.write(writer.bytes + [0x0A])
    }
    func line(_ name: String, _ value: [UInt8]) {
      guard !value.isEmpty else { return }
      output.line(name.padded(to: 12) + Output.shown(value))
    }
    let binding = request.binding
    line("request", request.id)
    line("status", Array(desk.status(request, now: now).utf8))
    line("asked", request.requested.text + Array(" by ".utf8) + request.requester)
    line("until", request.expires.text)
    line("session", request.session)
    line("repository", binding.repository)
    line("branch", binding.branch)
    line("commit", binding.head)
    for commit in binding.commits { line("names", commit) }
    line("stage", binding.stage)
    line("policy", binding.policy)
    for rule in request.rules { line("rule", rule) }
    line("needs", Array("\(request.quorum)".utf8))
    line("action", request.summary)
    line("whole", request.action)
    if !request.showsWholeAction {
      output.warning("what is asked for is redacted or cut: only its digest is exact")
    }
    for judged in desk.judged(request, now: now) {
      switch judged.standing {
      case .counts: line("approved", judged.signer)
      case .refused(let words): line("refused", judged.signer + Array(": \(words)".utf8))
      }
    }
  }

  private func write(_ request: ApprovalRequest, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("approvals")
    writer.beginArray()
    for judged in desk.judged(request, now: now) {
      writer.beginObject()
      switch judged.standing {
      case .counts:
        writer.key("counts")
        writer.boolean(true)
      case .refused(let words):
        writer.key("counts")
        writer.boolean(false)
        writer.key("reason")
        writer.string(words)
      }
      writer.key("signer")
      writer.string(judged.signer)
      writer.endObject()
    }
    writer.endArray()
    writer.key("request")
    request.write(to: &writer)
    writer.key("status")
    writer.string(Array(desk.status(request, now: now).utf8))
    writer.key("whole")
    writer.boolean(request.showsWholeAction)
    writer.endObject()
  }
}

extension String {
  /// The text with blanks behind it up to `width`.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
