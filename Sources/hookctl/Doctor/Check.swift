// SPDX-License-Identifier: MIT
import HookCore

/// One thing that `hookctl doctor` looked at, and how it found it.
struct Check {
  /// How serious a finding is.
  enum Verdict: String {
    case ok
    /// Works, but is weaker than it could be.
    case warn
    /// Something can go through that should be stopped.
    case fail
  }

  /// Kebab-case name of the check, for scripts.
  let id: String
  let verdict: Verdict
  /// What was looked at.
  let subject: String
  /// What was found and what to do; empty where all is well.
  let advice: String

  static func ok(_ id: String, _ subject: String) -> Check {
    Check(id: id, verdict: .ok, subject: subject, advice: "")
  }

  static func warn(_ id: String, _ subject: String, _ advice: String) -> Check {
    Check(id: id, verdict: .warn, subject: subject, advice: advice)
  }

  static func fail(_ id: String, _ subject: String, _ advice: String) -> Check {
    Check(id: id, verdict: .fail, subject: subject, advice: advice)
  }
}

/// Everything that `hookctl doctor` found, printed as text or as JSON.
struct Diagnosis {
  private(set) var checks: [Check] = []
  /// What was seen to be blocked, one sentence each.
  private(set) var proofs: [String] = []

  var isHealthy: Bool { !checks.contains { $0.verdict == .fail } }

  /// Adds a check.
  mutating func add(_ check: Check) { checks.append(check) }

  /// Adds checks.
  mutating func add(_ more: [Check]) { checks += more }

  /// Adds a sentence about what was seen to be blocked.
  mutating func prove(_ sentence: String) { proofs.append(sentence) }

  /// One line for each check, then what was proven.
  func print(_ output: Output) {
    let width = checks.map(\.id.count).max() ?? 0
    for check in checks {
      let verdict = check.verdict.rawValue.padded(to: 4)
      let advice = check.advice.isEmpty ? "" : ": " + check.advice
      output.line(
        "\(output.styled(verdict, style(of: check.verdict)))  \(check.id.padded(to: width))  "
          + check.subject + advice)
    }
    if proofs.isEmpty {
      output.line("proven: nothing; no block was seen")
    } else {
      output.line("proven: " + proofs.joined(separator: "; "))
    }
  }

  private func style(of verdict: Check.Verdict) -> Output.Style {
    switch verdict {
    case .ok: .good
    case .warn: .doubtful
    case .fail: .bad
    }
  }

  /// The same as one JSON object.
  func printJSON(_ output: Output) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("checks")
    writer.beginArray()
    for check in checks {
      writer.beginObject()
      writer.key("advice")
      writer.string(Array(check.advice.utf8))
      writer.key("id")
      writer.string(Array(check.id.utf8))
      writer.key("subject")
      writer.string(Array(check.subject.utf8))
      writer.key("verdict")
      writer.string(Array(check.verdict.rawValue.utf8))
      writer.endObject()
    }
    writer.endArray()
    writer.key("healthy")
    writer.boolean(isHealthy)
    writer.key("proven")
    writer.beginArray()
    for proof in proofs { writer.string(Array(proof.utf8)) }
    writer.endArray()
    writer.endObject()
    output.write(writer.bytes + [0x0A])
  }
}

extension String {
  /// The text with blanks up to `width` columns.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
