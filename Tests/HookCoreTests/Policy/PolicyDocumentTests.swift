// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct PolicyDocumentTests {
  @Test(arguments: try Corpus.cases("Policy/documents.txt", allowed: ["accept", "refuse"]))
  func documentsAreTakenOrRefusedWithTheirPlace(_ vector: VectorCase) {
    var words = ""
    do throws(PolicyError) {
      _ = try PolicyReader.read(vector.text)
    } catch {
      words = String(decoding: error.words, as: UTF8.self)
    }
    #expect(
      words == vector.detail.trimmingCharacters(in: .newlines), sourceLocation: vector.location)
    #expect((words.isEmpty ? "accept" : "refuse") == vector.expectation)
  }

  @Test(arguments: try Corpus.cases("Policy/decisions.txt", allowed: ["allow", "ask", "deny"]))
  func callsAreJudgedByAllLayers(_ vector: VectorCase) throws {
    var policies = List<LoadedPolicy>()
    var call = ""
    for line in vector.string.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1)
      if words[0] == ">" {
        call = String(words[1])
      } else {
        policies.append(try Self.policy(String(words[0]), String(words[1])))
      }
    }
    let decision = try Self.decide(call, policies)
    let verdict = decision.verdict.word.description
    let ids = decision.findings.filter(\.counts).flatMap {
      [$0.rule.id.description, $0.rule.group.description]
    }
    #expect(
      verdict == vector.expectation && (vector.subject.isEmpty || ids.contains(vector.subject)),
      "\(verdict) \(ids)", sourceLocation: vector.location)
  }

  /// Any lower layer, however made, leaves every decision as strict as it was.
  @Test func aLowerLayerNeverMakesADecisionMilder() throws {
    var random = SeededGenerator(seed: 11)
    let calls = try Self.calls.map { call in
      (call, try Self.subject(call), VectorProject.decide(Array(call.utf8)))
    }
    let lowers = (0..<500).map { _ in Result { try Self.randomPolicy("repository", &random) } }
    var pairs = 0
    while pairs < 100_000 {
      let upper = try Self.randomPolicy(random.pick(["managed", "user"]), &random)
      for _ in 0..<40 {
        let lower = try random.pick(lowers).get()
        for (call, subject, builtin) in calls {
          let before = Self.judge(List(upper), subject, builtin)
          var both = List(upper)
          both.append(lower)
          let after = Self.judge(both, subject, builtin)
          if before.verdict > after.verdict { Issue.record("\(call) is milder") }
          pairs += 1
        }
      }
    }
  }

  private static let calls = [
    "git reset --hard", "git push --force", "curl https://a.example/x", "echo x > infra/prod/a",
    "cat .env", "ls src",
  ]

  private static func policy(_ layer: String, _ text: String) throws -> LoadedPolicy {
    let layers: [String: PolicyLayer] = [
      "managed": .managed, "user": .user, "repository": .repository,
    ]
    return LoadedPolicy(
      layer: try #require(layers[layer]), path: Array(layer.utf8),
      document: try PolicyReader.read(Array(text.utf8)), digest: SHA256.digest(of: []))
  }

  private static func randomPolicy(
    _ layer: String, _ random: inout SeededGenerator
  ) throws -> LoadedPolicy {
    let conditions = [
      #"{"command":"git *"}"#, #"{"command":"curl *"}"#, #"{"effect":"writes"}"#,
      #"{"path":"infra/**"}"#, #"{"tool":"Bash"}"#, #"{"effect":"family:history"}"#,
      #"{"command":"ls *"}"#,
    ]
    let names = ["hard-reset", "force-push", "read-secret", "family:history", "family:secrets"]
    let modes = ["enforce", "warn", "simulate"]
    return try policy(
      layer,
      """
      {"version":1,"mode":"\(random.pick(modes))",
       "builtin":[{"rule":"\(random.pick(names))","verdict":"\(random.pick(["allow", "ask", "deny"]))",
                   "mode":"\(random.pick(modes))"}],
       "rules":[{"id":"\(layer).r","title":"t","verdict":"\(random.pick(["ask", "deny"]))",
                 "when":\(random.pick(conditions))}],
       "exceptions":[{"id":"E","rule":"\(random.pick(names + ["\(layer).r"]))",
                      "when":\(random.pick(conditions.filter { $0.contains("command") })),
                      "reason":"r","owner":"o"}]}
      """)
  }

  private static func subject(
    _ call: String, _ terms: AnalysisTerms = AnalysisTerms()
  ) throws -> PolicySubject {
    let directory = Array(VectorProject.root.utf8)
    let home = Array(VectorProject.home.utf8)
    var effects = List<Effect>()
    var commands = List<ExpandedCommand>()
    var tool = "Bash"
    if call.hasPrefix("Write ") {
      tool = "Write"
      effects.append(
        Effect(
          .writes, file: FileTarget(Field(Array(call.dropFirst(6).utf8)), in: Field(directory))))
    } else if call.hasPrefix("mcp__") {
      tool = call
    } else {
      var analyzer = EffectAnalyzer(files: VectorProject.files, terms: terms, tracing: true)
      analyzer.analyze(Array(call.utf8), ShellState(directory: directory, home: home))
      effects = analyzer.effects
      commands = try #require(analyzer.trace)
    }
    return PolicySubject(
      tool: Array(tool.utf8), effects, commands,
      PolicyContext(home: home, project: directory, state: nil, files: VectorProject.files),
      isAttended: true, isSubagent: false)
  }

  private static func judge(
    _ policies: List<LoadedPolicy>, _ subject: PolicySubject, _ builtin: Decision
  ) -> Decision {
    let day = Timestamp(microseconds: 1_795_219_200 * 1_000_000)  // 2026-11-21
    return PolicyJudgement(PolicyFiles(policies), subject, now: day).decide(builtin)
  }

  private static func decide(
    _ call: String, _ policies: List<LoadedPolicy>
  ) throws -> Decision {
    let isCommand = !call.hasPrefix("Write ") && !call.hasPrefix("mcp__")
    let terms = PolicyFiles(policies).terms
    let builtin =
      isCommand ? VectorProject.decide(Array(call.utf8), terms) : Decision()
    return judge(policies, try subject(call, terms), builtin)
  }
}
