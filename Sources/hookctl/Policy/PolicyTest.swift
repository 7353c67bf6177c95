// SPDX-License-Identifier: MIT
import HookCore

/// Runs the examples of the rules in policy documents through the guard.
enum PolicyTest {
  private struct Failure {
    let rule: [UInt8]
    let example: [UInt8]
    let cause: String
  }

  static func run(
    _ files: PolicyFiles, _ session: SessionTerms, asJSON: Bool, _ output: Output
  ) -> ExitStatus {
    var failures: [Failure] = files.failures.map {
      Failure(rule: $0.path, example: [], cause: Output.shown($0.words))
    }
    var count = 0
    for policy in files.policies {
      // Its own document alone: what others say of an example is theirs to test.
      let alone = PolicyFiles(List(policy))
      for rule in policy.document.rules {
        if rule.triggering.isEmpty || rule.nonTriggering.isEmpty {
          failures.append(
            Failure(rule: rule.id, example: [], cause: "needs examples that trigger and that pass"))
        }
        for example in rule.triggering {
          count += 1
          if let cause = missed(example, by: rule, alone, session) {
            failures.append(Failure(rule: rule.id, example: example, cause: cause))
          }
        }
        for example in rule.nonTriggering {
          count += 1
          if let cause = stopped(example, alone, session) {
            failures.append(Failure(rule: rule.id, example: example, cause: cause))
          }
        }
      }
    }
    asJSON ? printJSON(count, failures, output) : print(count, failures, output)
    return failures.isEmpty ? .success : .findings
  }

  private static func missed(
    _ example: [UInt8], by rule: PolicyRule, _ files: PolicyFiles, _ session: SessionTerms
  ) -> String? {
    guard let judgement = judge(example, files, session) else { return "is no call" }
    for finding in judgement.decision.findings where finding.rule.id.bytes == rule.id {
      return nil
    }
    return "does not meet the rule"
  }

  /// Why an example that must pass does not; a rule in simulation would stop it once enforced.
  private static func stopped(
    _ example: [UInt8], _ files: PolicyFiles, _ session: SessionTerms
  ) -> String? {
    guard let judgement = judge(example, files, session) else { return "is no call" }
    guard let finding = judgement.decision.findings.first(where: { $0.exception == nil }) else {
      return nil
    }
    return "meets the rule \(finding.rule.id)"
  }

  private static func judge(
    _ example: [UInt8], _ files: PolicyFiles, _ session: SessionTerms
  ) -> GuardJudgement? {
    let current = UserEnvironment.current()
    let directory = current.projectDirectory ?? UserEnvironment.currentDirectory() ?? [0x2F]
    var options = HookOptions()
    options.session = session
    var context = HookContext(
      environment: UserEnvironment(
        home: current.home, userID: current.userID, unattended: false,
        projectDirectory: directory),
      fileSystem: LiveFileSystem(), now: .now(), options: options)
    context.policies = files
    guard
      let event = try? HookEvent(decoding: PolicyExample(example).payload(in: directory))
    else { return nil }
    return GuardHook.judgement(of: event, context)
  }

  private static func print(_ count: Int, _ failures: [Failure], _ output: Output) {
    for failure in failures {
      let example = failure.example.isEmpty ? "" : " \(Output.shown(failure.example))"
      output.line("\(Output.shown(failure.rule)):\(example): \(failure.cause)")
    }
    output.line("\(count) examples, \(failures.count) failures")
  }

  private static func printJSON(_ count: Int, _ failures: [Failure], _ output: Output) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("examples")
    writer.integer(count)
    writer.key("failures")
    writer.beginArray()
    for failure in failures {
      writer.beginObject()
      writer.key("cause")
      writer.string(Array(failure.cause.utf8))
      writer.key("example")
      writer.string(failure.example)
      writer.key("rule")
      writer.string(failure.rule)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    output.write(writer.bytes + [0x0A])
  }
}

/// An example of a rule: a command, or a call written like a permission rule.
struct PolicyExample {
  private let text: [UInt8]

  init(_ text: [UInt8]) { self.text = text }

  /// The event that the client would send.
  func payload(in directory: [UInt8]) -> [UInt8] {
    let call = ClientRule(text)
    let tool = call.map { Output.shown($0.tool) } ?? "Bash"
    switch tool {
    case "Read", "Write", "Edit": return event(tool, "file_path", call?.pattern, directory)
    case "WebFetch": return event(tool, "url", call?.pattern, directory)
    case _ where tool.hasPrefix("mcp__"): return event(tool, "input", call?.pattern, directory)
    default: return event("Bash", "command", text, directory)
    }
  }

  private func event(
    _ tool: String, _ key: StaticString, _ value: [UInt8]?, _ directory: [UInt8]
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("cwd")
    writer.string(directory)
    writer.key("hook_event_name")
    writer.string("PreToolUse")
    writer.key("session_id")
    writer.string("policy-test")
    writer.key("tool_input")
    writer.beginObject()
    writer.key(key)
    writer.string(value ?? [])
    if tool == "Write" {
      writer.key("content")
      writer.string("")
    }
    if tool == "Edit" {
      writer.key("new_string")
      writer.string("")
      writer.key("old_string")
      writer.string("")
    }
    if tool == "WebFetch" {
      writer.key("prompt")
      writer.string("")
    }
    writer.endObject()
    writer.key("tool_name")
    writer.string(Array(tool.utf8))
    writer.key("tool_use_id")
    writer.string("policy-test")
    writer.key("transcript_path")
    writer.string("/dev/null")
    writer.endObject()
    return writer.bytes
  }
}
