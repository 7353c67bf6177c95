// SPDX-License-Identifier: MIT
import HookCore

/// What the session is for, what the call is for, and how much can go wrong.
extension Explanation {
  func printSession(_ output: Output) {
    let session = judgement?.session ?? context.options.session
    for chosen in (judgement?.policies ?? PolicyFiles(List())).profiles(session) {
      output.line(
        "  \(chosen.kind.word)      \(shown(chosen.profile.name)): \(shown(chosen.profile.title))")
    }
    for scope in session.scopes {
      let paths = scope.patterns.map { shown($0.text) }.joined(separator: " ")
      output.line("  scope      \(paths)")
    }
    for ticket in session.tickets { output.line("  ticket     \(shown(ticket))") }
  }

  func printEvidence(_ report: EvidenceReport, _ output: Output) {
    guard let environment = report.environment else { return }
    output.line()
    output.line(output.styled("environment", .strong))
    let note = environment == .unknown ? ", which counts as production" : ""
    output.line("  \(environment.word)\(note)")
    for part in report.parts {
      output.line(
        "  \(shown(part.cause)) \(shown(part.subject)): \(part.environment.word)")
      for piece in part.pieces { output.line("    \(shown(piece.words))") }
      if part.pieces.isEmpty { output.line("    nothing says where") }
    }
  }

  func printRisk(_ risk: RiskAssessment, _ output: Output) {
    guard let factor = risk.factors.first else { return }
    output.line()
    output.line(output.styled("risk", .strong))
    output.line("  \(risk.tier.word)\(risk.isMarked ? ", which the record says" : "")")
    output.line("  \(factor.cause) \(shown(factor.subject))")
    let raised = factor.modifiers.map { ", raised by \($0.word)" }.joined()
    output.line(
      "    \(factor.impact.word) in \(factor.environment.word) is \(factor.base.word)\(raised)")
    if factor.isRuled { output.line("    and the rule's verdict makes it \(factor.tier.word)") }
  }

  func writeSession(to writer: inout JSONWriter) {
    let session = judgement?.session ?? context.options.session
    guard !session.isEmpty else { return }
    writer.key("session")
    writer.beginObject()
    write("phases", session.phases, to: &writer)
    writer.key("scopes")
    writer.beginArray()
    for scope in session.scopes {
      writer.beginArray()
      for pattern in scope.patterns { writer.string(pattern.text) }
      writer.endArray()
    }
    writer.endArray()
    write("stages", session.stages, to: &writer)
    write("tickets", session.tickets, to: &writer)
    writer.endObject()
  }

  private func write(_ key: StaticString, _ names: List<[UInt8]>, to writer: inout JSONWriter) {
    writer.key(key)
    writer.beginArray()
    for name in names { writer.string(name) }
    writer.endArray()
  }

  func write(evidence report: EvidenceReport, to writer: inout JSONWriter) {
    guard let environment = report.environment else { return }
    writer.key("environment")
    writer.beginObject()
    writer.key("environment")
    writer.string(environment.word)
    writer.key("parts")
    writer.beginArray()
    for part in report.parts {
      writer.beginObject()
      writer.key("cause")
      writer.string(part.cause)
      writer.key("environment")
      writer.string(part.environment.word)
      writer.key("evidence")
      writer.beginArray()
      for piece in part.pieces {
        writer.beginObject()
        writer.key("environment")
        writer.string(piece.environment.word)
        writer.key("kind")
        writer.string(piece.evidence.kind.name)
        writer.key("open")
        writer.boolean(piece.evidence.isOpen)
        writer.key("source")
        write(piece.evidence.source, to: &writer)
        writer.key("value")
        write(piece.evidence.value, to: &writer)
        writer.endObject()
      }
      writer.endArray()
      writer.key("subject")
      write(part.subject, to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  func write(risk: RiskAssessment, to writer: inout JSONWriter) {
    writer.key("risk")
    writer.beginObject()
    if let factor = risk.factors.first {
      writer.key("base")
      writer.string(factor.base.word)
      writer.key("cause")
      writer.string(factor.cause.bytes)
      writer.key("environment")
      writer.string(factor.environment.word)
      writer.key("impact")
      writer.string(factor.impact.word)
    }
    writer.key("marked")
    writer.boolean(risk.isMarked)
    if let factor = risk.factors.first {
      writer.key("modifiers")
      writer.beginArray()
      for modifier in factor.modifiers { writer.string(modifier.word) }
      writer.endArray()
      writer.key("subject")
      write(factor.subject, to: &writer)
    }
    writer.key("tier")
    writer.string(risk.tier.word)
    writer.endObject()
  }
}
