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
      (call, try Self.subject(call))
    }
    let lowers = (0..<500).map { _ in Result { try Self.randomPolicy("repository", &random) } }
    var pairs = 0
    while pairs < 100_000 {
      let upper = try Self.randomPolicy(random.pick(["managed", "user"]), &random)
      for _ in 0..<40 {
        let lower = try random.pick(lowers).get()
        for (call, subject) in calls {
          let before = Self.judge(List(upper), subject)
          var both = List(upper)
          both.append(lower)
          let after = Self.judge(both, subject)
          if before.verdict > after.verdict { Issue.record("\(call) is milder") }
          pairs += 1
        }
      }
    }
  }

  private static let calls = [
    "git reset --hard", "git push --force", "curl https://a.example/x", "echo x > infra/prod/a",
    "cat .env", "ls src", "kubectl -n dev delete pod web-1",
    "kubectl --context blue delete pod web-1",
    "touch src/main.ts",
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
      #"{"command":"ls *"}"#, #"{"environment":"production"}"#,
      #"{"effect":["writes","deletes"],"environment":["development","staging"]}"#,
      #"{"risk":"high"}"#, #"{"risk":"medium","attended":true}"#, #"{"stage":"verification"}"#,
    ]
    let names = ["hard-reset", "force-push", "read-secret", "family:history", "family:secrets"]
    let modes = ["enforce", "warn", "simulate"]
    let tiers = ["allow", "mark", "ask", "deny"]
    let places = ["development", "staging", "production"]
    let evidence = [
      #"{"branch":"main"}"#, #"{"context":"blue"}"#, #"{"path":"infra/**"}"#,
      #"{"host":"*.example"}"#, #"{"namespace":["dev","team-*"]}"#,
    ]
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
                      "reason":"r","owner":"o"}],
       "environments":{"\(random.pick(places))":\(random.pick(evidence))},
       "risk":{"\(random.pick(["low", "medium", "high"]))":"\(random.pick(tiers))",
               "mode":"\(random.pick(modes))"},
       "stages":{"own":{"writable":"\(random.pick(["**", "src/**"]))"}},
       \(random.pick([#""stage":"own""#, #""scope":{"paths":["src/**"]}"#]))}
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
    var subject = PolicySubject(
      tool: Array(tool.utf8), effects, commands,
      PolicyContext(
        home: home, project: directory,
        state: Array("\(VectorProject.home)/.local/state/security-hooks".utf8),
        files: VectorProject.files),
      isAttended: true, isSubagent: false)
    subject.surroundings = GitPlace(of: directory, files: VectorProject.files).evidence
    return subject
  }

  /// The decision of all documents on the effects of `subject`, as the guard comes to it.
  private static func judge(
    _ policies: List<LoadedPolicy>, _ subject: PolicySubject
  ) -> Decision {
    let files = PolicyFiles(policies)
    let terms = files.terms(home: subject.context.home, project: subject.context.project)
    var effects = subject.effects
    for index in 0..<effects.count where effects[index].hasTarget {
      effects[index].environment = terms.environments.environment(of: effects[index].evidence)
    }
    var subject = subject
    subject.session = files.session
    var decision = PolicyEngine.decide(effects, subject.context)
    let stages = StageJudgement(subject, subject.context)
    for chosen in files.profiles(files.session) {
      stages.judge(chosen.profile, chosen.words, &decision)
    }
    for scope in files.session.scopes { stages.judge(scope, &decision) }
    let day = Timestamp(microseconds: 1_795_219_200 * 1_000_000)  // 2026-11-21
    var judgement = PolicyJudgement(files, subject, now: day)
    return judgement.decide(decision)
  }

  private static func decide(
    _ call: String, _ policies: List<LoadedPolicy>
  ) throws -> Decision {
    return judge(policies, try subject(call, PolicyFiles(policies).terms))
  }
}
