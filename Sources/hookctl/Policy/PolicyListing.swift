// SPDX-License-Identifier: MIT
import HookCore

/// What the documents of a session decide, the highest layer first.
struct PolicyListing {
  private let files: PolicyFiles

  init(_ files: PolicyFiles) { self.files = files }

  func print(asJSON: Bool, _ output: Output) {
    if asJSON { return printJSON(output) }
    if files.isEmpty { output.line("no policy document; the built-in rules hold") }
    for failure in files.failures {
      output.line("\(Output.shown(failure.path)): \(Output.shown(failure.words))")
    }
    for policy in files.policies { print(policy, output) }
    for notice in files.notices(at: .now()) {
      output.line("\(Output.shown(notice.path)): \(Output.shown(notice.words))")
    }
  }

  private func print(_ policy: LoadedPolicy, _ output: Output) {
    let document = policy.document
    output.line(output.styled("\(policy.layer.name) \(Output.shown(policy.path))", .strong))
    if !document.owner.isEmpty { output.line("  owner     \(Output.shown(document.owner))") }
    if !document.revision.isEmpty { output.line("  revision  \(Output.shown(document.revision))") }
    output.line("  digest    \(Output.shown(policy.digest.hex))")
    printSession(policy, output)
    if let terms = document.approvals {
      let note = policy.layer == .managed ? "" : " (ignored: the document is not managed)"
      output.line(
        "  approvals \(terms.quorum), for merges \(terms.mergeQuorum), by "
          + "\(Output.shown(terms.signers))\(note)")
    }
    for adjustment in document.adjustments {
      let verdict = adjustment.verdict.map { " \($0.word)" } ?? ""
      let mode = adjustment.mode.map { " \($0.word)" } ?? ""
      let note = policy.layer == files.top ? "" : " (only where it is stricter)"
      output.line("  built-in  \(Output.shown(adjustment.rule))\(verdict)\(mode)\(note)")
    }
    for line in CallLimitListing.lines(of: document.limits) { output.line("  \(line)") }
    for rule in document.rules {
      output.line(
        "  rule      \(Output.shown(rule.id)) \(rule.verdict.word) \(rule.mode.word): "
          + Output.shown(rule.title))
    }
    for exception in document.exceptions {
      let end = exception.expires.map { " until \(Output.shown($0))" } ?? ""
      let state = exception.holds(at: .now()) ? "" : ", expired"
      let uses = ExceptionReport(exception, of: policy).words.map { ", \($0)" } ?? ""
      output.line(
        "  exception \(Output.shown(exception.id)) of \(Output.shown(exception.rule))"
          + "\(end)\(state)\(uses)")
    }
  }

  /// What names stand for, tiers, profiles, and what sessions are bound to.
  private func printSession(_ policy: LoadedPolicy, _ output: Output) {
    let document = policy.document
    let isTop = policy.layer == files.top
    for entry in document.environments {
      let note = isTop || entry.environment == .production ? "" : " (for its own rules only)"
      output.line(
        "  name      \(entry.kind.name) \(Output.shown(entry.pattern)) is "
          + "\(entry.environment.word)\(note)")
    }
    if let risk = document.risk {
      let tiers = [RiskTier.low, .medium, .high, .critical].map { "\($0.word) \(risk.of($0).word)" }
      output.line("  risk      \(tiers.joined(separator: ", ")), \(risk.mode.word)")
    }
    let note = isTop ? "" : " (ignored: only the highest layer decides)"
    for kind in [StageKind.stage, .phase] {
      for profile in document.profiles(kind) {
        output.line("  \(kind.word)     \(Output.shown(profile.name)) defined\(note)")
      }
    }
    for name in document.session.stages {
      output.line("  stage     \(Output.shown(name)) chosen\(note)")
    }
    for name in document.session.phases {
      output.line("  phase     \(Output.shown(name)) chosen\(note)")
    }
    for scope in document.session.scopes {
      let paths = scope.patterns.map { Output.shown($0.text) }.joined(separator: " ")
      output.line("  scope     \(paths)\(note)")
    }
    for ticket in document.session.tickets {
      output.line("  ticket    \(Output.shown(ticket))\(note)")
    }
  }

  private func printJSON(_ output: Output) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("documents")
    writer.beginArray()
    for policy in files.policies { Self.write(policy, to: &writer) }
    writer.endArray()
    writer.key("failures")
    writer.beginArray()
    for failure in files.failures { writer.string(failure.path) }
    writer.endArray()
    writer.endObject()
    output.write(writer.bytes + [0x0A])
  }

  /// One document as an object.
  static func write(_ policy: LoadedPolicy, to writer: inout JSONWriter) {
    let document = policy.document
    writer.beginObject()
    writer.key("adjustments")
    writer.beginArray()
    for adjustment in document.adjustments { writer.string(adjustment.rule) }
    writer.endArray()
    writer.key("digest")
    writer.string(policy.digest.hex)
    writer.key("exceptions")
    writer.beginArray()
    for exception in document.exceptions { writer.string(exception.id) }
    writer.endArray()
    writer.key("layer")
    writer.string(policy.layer.name)
    writer.key("path")
    writer.string(policy.path)
    writer.key("revision")
    writer.string(document.revision)
    writer.key("rules")
    writer.beginArray()
    for rule in document.rules { writer.string(rule.id) }
    writer.endArray()
    writer.endObject()
  }
}
