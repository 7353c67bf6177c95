// SPDX-License-Identifier: MIT
import HookCore

/// The settings files and their changes, as `hookctl drift` shows them.
struct DriftListing {
  private let report: DriftReport

  init(_ report: DriftReport) { self.report = report }

  /// Prints the files, the changes and what they come to.
  func print(_ output: Output) {
    let locations = report.snapshot.locations
    let project = locations.project.map { Output.shown($0) } ?? "-"
    output.line("project  \(project) (\(locations.evidence.words))")
    for file in report.snapshot.files {
      output.line("\(padded("\(file.layer.name)", 8)) \(Output.shown(file.path)): \(state(file))")
    }
    printFindings(output)
    switch report.outcome {
    case .unchanged: output.line("the settings are as accepted")
    case .learned:
      output.line("nothing was accepted here yet; the next session learns these settings")
    case .accepted: output.line("nothing that could be blocked weakens")
    case .rejected:
      output.line("weaker than accepted: restore the files, or run hookctl drift accept")
    }
  }

  /// Prints what was accepted.
  func printAccepted(_ output: Output) {
    printFindings(output)
    for file in report.snapshot.files {
      if case .broken(let defect) = file.state {
        output.warning("\(Output.shown(file.path)) \(defect.code.words)")
      }
    }
    let count = report.findings.count
    output.line("accepted the settings on disk: \(count) \(count == 1 ? "change" : "changes")")
  }

  private func printFindings(_ output: Output) {
    let redactor = Redactor(tagKey: nil)
    for finding in report.findings {
      let verdict = finding.judgement.verdict
      let line = Output.shown(RedactedText(finding.detail, by: redactor).bytes)
      output.line(output.styled(line, style(verdict)))
    }
  }

  private func style(_ verdict: DriftVerdict) -> Output.Style {
    switch verdict {
    case .weakens: .bad
    case .strengthens: .good
    case .unknown: .doubtful
    case .neutral: .plain
    }
  }

  private func state(_ file: HookCore.SettingsFile) -> String {
    switch file.state {
    case .absent: return "absent"
    case .valid: return "valid, \(file.settings.count) settings"
    case .broken(let defect):
      let place = defect.place.isEmpty ? "" : " at \(Output.shown(defect.place))"
      return "\(defect.code.words)\(place)"
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }

  /// Prints one object.
  func printJSON(_ output: Output) {
    let redactor = Redactor(tagKey: nil)
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("changes")
    writer.beginArray()
    for finding in report.findings {
      writer.beginObject()
      if let after = finding.change.after {
        writer.key("after")
        writer.string(RedactedText(after, by: redactor).bytes)
      }
      if let before = finding.change.before {
        writer.key("before")
        writer.string(RedactedText(before, by: redactor).bytes)
      }
      writer.key("file")
      writer.string(finding.file)
      writer.key("key")
      writer.string(finding.change.path)
      writer.key("layer")
      writer.string(finding.layer.name)
      writer.key("reason")
      writer.string(finding.judgement.reason)
      writer.key("verdict")
      writer.string(finding.judgement.verdict.name)
      writer.endObject()
    }
    writer.endArray()
    printFiles(to: &writer)
    writer.key("outcome")
    writer.string(report.outcome.name)
    if let project = report.snapshot.locations.project {
      writer.key("project")
      writer.string(project)
    }
    writer.endObject()
    output.write(writer.bytes + [0x0A])
  }

  private func printFiles(to writer: inout JSONWriter) {
    writer.key("files")
    writer.beginArray()
    for file in report.snapshot.files {
      writer.beginObject()
      writer.key("digest")
      writer.string(file.digest)
      writer.key("layer")
      writer.string(file.layer.name)
      writer.key("mode")
      writer.integer(Int(file.mode))
      writer.key("owner")
      writer.integer(Int(file.owner))
      writer.key("path")
      writer.string(file.path)
      writer.key("settings")
      writer.integer(file.settings.count)
      writer.key("state")
      switch file.state {
      case .absent: writer.string("absent")
      case .valid: writer.string("valid")
      case .broken(let defect): writer.string(defect.code.name)
      }
      writer.endObject()
    }
    writer.endArray()
  }
}
