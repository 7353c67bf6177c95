// SPDX-License-Identifier: MIT
import HookCore

/// Errors in policy documents, with their places.
enum PolicyCheck {
  static func run(_ loaded: PolicyFiles, asJSON: Bool, _ output: Output) -> ExitStatus {
    let problems = problems(in: loaded)
    if asJSON {
      printJSON(loaded, problems, output)
    } else {
      for problem in problems {
        output.line("\(Output.shown(problem.path)): \(Output.shown(problem.words))")
      }
      for notice in loaded.notices(at: .now()) where !notice.kind.isProblem {
        output.line("\(Output.shown(notice.path)): note: \(Output.shown(notice.words))")
      }
      for policy in loaded.policies {
        let document = policy.document
        output.line(
          "\(Output.shown(policy.path)): \(policy.layer.name), \(document.rules.count) rules, "
            + "\(document.adjustments.count) adjustments, \(document.exceptions.count) exceptions")
      }
      if loaded.isEmpty { output.line("no policy document; the built-in rules hold") }
    }
    return problems.isEmpty ? .success : .findings
  }

  /// What keeps documents from being used, and what in them no longer does anything.
  private static func problems(in loaded: PolicyFiles) -> [Problem] {
    var problems = loaded.failures.map { Problem(path: $0.path, words: $0.words) }
    for notice in loaded.notices(at: .now()) where notice.kind.isProblem {
      problems.append(Problem(path: notice.path, words: notice.words))
    }
    for policy in loaded.policies {
      for exception in policy.document.exceptions {
        guard let problem = ExceptionReport(exception, of: policy).problem else { continue }
        let words =
          "line \(policy.line(at: exception.offset)): exception \(Output.shown(exception.id)) \(problem)"
        problems.append(Problem(path: policy.path, words: Array(words.utf8)))
      }
    }
    return problems
  }

  private struct Problem {
    let path: [UInt8]
    let words: [UInt8]
  }

  private static func printJSON(
    _ loaded: PolicyFiles, _ problems: [Problem], _ output: Output
  ) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("documents")
    writer.beginArray()
    for policy in loaded.policies { PolicyListing.write(policy, to: &writer) }
    writer.endArray()
    writer.key("problems")
    writer.beginArray()
    for problem in problems {
      writer.beginObject()
      writer.key("message")
      writer.string(problem.words)
      writer.key("path")
      writer.string(problem.path)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    output.write(writer.bytes + [0x0A])
  }
}
