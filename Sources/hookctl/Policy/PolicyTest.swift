// SPDX-License-Identifier: MIT
import HookCore

/// Runs the examples of the rules in policy documents through the guard.
struct PolicyTest {
  /// One thing that was tried.
  struct Case {
    /// The document.
    let path: [UInt8]
    let rule: [UInt8]
    /// What was tried: of an example, of one that is spelled otherwise, or of the whole rule.
    let name: String
    let example: [UInt8]
    /// Why it failed; nil where it did not.
    let failure: String?
  }

  private let files: PolicyFiles
  /// What the sessions of the examples are bound to.
  private let session: SessionTerms
  private var cases: [Case] = []

  /// Tests all documents, and prints what failed.
  static func run(
    _ files: PolicyFiles, _ session: SessionTerms, asJSON: Bool, junit: [UInt8]?,
    _ output: Output
  ) throws(CommandError) -> ExitStatus {
    var test = PolicyTest(files: files, session: session)
    for policy in files.policies { test.run(policy) }
    let report = PolicyTestReport(cases: test.cases)
    if let junit {
      do throws(SystemError) {
        try AtomicFile.write(report.junit, to: junit, mode: 0o644)
      } catch {
        throw .system(error)
      }
    }
    asJSON ? report.printJSON(output) : report.print(output)
    return report.failures.isEmpty ? .success : .findings
  }

  private init(files: PolicyFiles, session: SessionTerms) {
    self.files = files
    self.session = session
    for failure in files.failures {
      cases.append(
        Case(
          path: failure.path, rule: [], name: "loads", example: [],
          failure: Output.shown(failure.words)))
    }
  }

  private mutating func run(_ policy: LoadedPolicy) {
    // A rule has to be met by its own document; what the others say comes on top.
    let alone = PolicyFiles(List(policy))
    for rule in policy.document.rules {
      func add(_ name: String, _ example: [UInt8], _ failure: String?) {
        cases.append(
          Case(path: policy.path, rule: rule.id, name: name, example: example, failure: failure))
      }
      let triggering = rule.triggering
      let passing = rule.nonTriggering
      if triggering.isEmpty || passing.isEmpty {
        add("has examples", [], "needs examples that trigger and that pass")
      }
      for example in triggering {
        let failure = missed(example, by: rule, alone)
        add("triggers", example, failure)
        if failure == nil {
          for respelling in Respelling.of(example) {
            add(
              respelling.kind, respelling.text,
              survived(respelling.text, of: rule, alone)
                ? "does not meet the rule, which \(Output.shown(example)) meets" : nil)
          }
        }
      }
      for example in passing { add("passes", example, stopped(example, policy, alone)) }
    }
  }

  private func missed(
    _ example: [UInt8], by rule: PolicyRule, _ files: PolicyFiles
  ) -> String? {
    guard let judgement = judge(example, files) else { return "is no call" }
    return Self.meets(judgement, rule) ? nil : "does not meet the rule"
  }

  private static func meets(_ judgement: GuardJudgement, _ rule: PolicyRule) -> Bool {
    judgement.decision.findings.contains { $0.rule.id.bytes == rule.id }
  }

  /// Whether a call that does the same gets past: another rule that is as strict stops it too.
  private func survived(
    _ text: [UInt8], of rule: PolicyRule, _ files: PolicyFiles
  ) -> Bool {
    guard let judgement = judge(text, files) else { return true }
    return !Self.meets(judgement, rule) && judgement.verdict(unattended: false) < rule.verdict
  }

  /// Why an example that must pass does not; a rule in simulation would stop it once enforced.
  private func stopped(
    _ example: [UInt8], _ policy: LoadedPolicy, _ alone: PolicyFiles
  ) -> String? {
    guard let judgement = judge(example, alone) else { return "is no call" }
    if let finding = judgement.decision.findings.first(where: { $0.exception == nil }) {
      return "meets the rule \(finding.rule.id)"
    }
    guard files.policies.count > 1, let together = judge(example, PolicyFiles(files.policies)),
      let finding = together.decision.findings.first(where: { $0.exception == nil })
    else { return nil }
    let id = finding.rule.id.bytes
    let owner = files.policies.first { $0.document.rules.contains { $0.id == id } }
    let place = owner.map { " of \(Output.shown($0.path))" } ?? ""
    return "contradicts the rule \(finding.rule.id)\(place), which it meets"
  }

  private func judge(_ example: [UInt8], _ files: PolicyFiles) -> GuardJudgement? {
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
}
