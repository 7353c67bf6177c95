// SPDX-License-Identifier: MIT
import Foundation
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

  @Test(arguments: try Corpus.cases("Policy/imports.txt", allowed: ["whole", "part"]))
  func documentsOfTheGuideBecomePolicies(_ vector: VectorCase) throws {
    let imported = try GovernanceImport(vector.text)
    let lines = imported.notes.map { String(decoding: $0, as: UTF8.self) + "\n" }
    let text = lines.joined() + String(decoding: imported.document, as: UTF8.self)
    #expect(
      text.trimmingCharacters(in: .newlines) == vector.detail.trimmingCharacters(in: .newlines),
      sourceLocation: vector.location)
    #expect(
      (imported.isIncomplete ? "part" : "whole") == vector.expectation,
      sourceLocation: vector.location)
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
    let calls = try Self.calls.map { (text: $0, call: try Self.call($0)) }
    // What no document changes is analysed once.
    let known = calls.map { Self.subject($0.call) }
    let lowers = (0..<500).map { _ in Result { try Self.randomPolicy("repository", &random) } }
    var pairs = 0
    while pairs < 100_000 {
      let upper = try Self.randomPolicy(random.pick(["managed", "user"]), &random)
      for _ in 0..<40 {
        let lower = try random.pick(lowers).get()
        var both = List(upper)
        both.append(lower)
        for (index, (text, call)) in calls.enumerated() {
          let verdicts = [List(upper), both].map { policies in
            let terms = PolicyFiles(policies).terms
            let subject =
              text.hasPrefix("mcp__") && !terms.verbs.isEmpty
              ? Self.subject(call, terms) : known[index]
            return Self.judge(policies, subject).verdict
          }
          if verdicts[0] > verdicts[1] { Issue.record("\(text) is milder") }
          pairs += 1
        }
      }
    }
  }

  private static let calls = [
    "git reset --hard", "git push --force", "curl https://a.example/x", "echo x > infra/prod/a",
    "cat .env", "ls src", "kubectl -n dev delete pod web-1",
    "kubectl --context blue delete pod web-1", "touch src/main.ts",
    #"mcp__db__query {"sql":"delete from t where a = 1","database":"dev"}"#,
    #"mcp__crm__delete_view {"path":"/etc/x","text":".env","url":"https://a.example/"}"#,
    #"WebFetch {"url":"https://a.example/","prompt":"p"}"#, "claude --model opus -p x",
    #"Agent {"description":"d","prompt":"p","subagent_type":"x","model":"opus"}"#,
  ]

  /// Lists of a document, any of which may be missing.
  private static func randomLists(_ random: inout SeededGenerator) -> String {
    let servers = [#"["db"]"#, #"["c*"]"#, "[]"]
    let tools = [#"["Bash(git *)","WebFetch"]"#, #"["mcp__db__*","Bash","Agent"]"#, #"["*"]"#]
    let names = [#"["mcp__db__*"]"#, #"["mcp__crm__delete_view"]"#, #"["mcp__*"]"#]
    let hosts = [#"["a.example"]"#, #"["*.example"]"#, "[]"]
    let members = [
      #""mcp":{"servers":{"\#(random.pick(["allow", "deny"]))":\#(random.pick(servers))}}"#,
      #""mcp":{"tools":{"\#(random.pick(["allow", "deny"]))":\#(random.pick(names))}}"#,
      #""mcp":{"verbs":{"\#(random.pick(["read", "write", "destructive"]))":\#(random.pick(names))}}"#,
      #""mcp":{"verbs":{"\#(random.pick(["read", "write", "destructive"]))":\#(random.pick(names))}}"#,
      #""tools":{"\#(random.pick(["allow", "deny"]))":\#(random.pick(tools))}"#,
      #""hosts":{"\#(random.pick(["trusted", "denied"]))":\#(random.pick(hosts))}"#,
      #""maxModel":"\#(random.pick(["haiku", "sonnet", "opus"]))""#,
    ]
    return random.pick(["", "", "\(random.pick(members)),"])
  }

  private static func policy(_ layer: String, _ text: String) throws -> LoadedPolicy {
    let layers: [String: PolicyLayer] = [
      "managed": .managed, "user": .user, "repository": .repository,
    ]
    return LoadedPolicy(
      layer: try #require(layers[layer]), path: Array(layer.utf8),
      document: try PolicyReader.read(Array(text.utf8)), bytes: [])
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
      #"{"verb":"write"}"#, #"{"verb":"read","server":"c*"}"#,
      #"{"verb":"destructive"}"#, #"{"statement":"delete *"}"#, #"{"argument":{"database":"dev"}}"#,
      #"{"model":"opus"}"#, #"{"agent":"x"}"#,
    ]
    let names = [
      "destroy-by-server", "family:limits", "host-untrusted",
      "hard-reset", "force-push", "read-secret", "family:history", "family:secrets",
    ]
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
      {"version":1,"mode":"\(random.pick(modes))",\(randomLists(&random))
       "builtin":[{"rule":"\(random.pick(names))","verdict":"\(random.pick(["allow", "ask", "deny"]))",
                   "mode":"\(random.pick(modes))"}],
       "rules":[{"id":"\(layer).r","title":"t","verdict":"\(random.pick(["ask", "deny"]))",
                 "when":\(random.pick(conditions))}],
       "exceptions":[{"id":"E","rule":"\(random.pick(names + ["\(layer).r"]))",
                      "when":\(random.pick(conditions.filter { condition in !["effect", "risk", "environment", "stage"].contains { condition.contains($0) } })),
                      "reason":"r","owner":"o"}],
       "environments":{"\(random.pick(places))":\(random.pick(evidence))},
       "risk":{"\(random.pick(["low", "medium", "high"]))":"\(random.pick(tiers))",
               "mode":"\(random.pick(modes))"},
       "stages":{"own":{"writable":"\(random.pick(["**", "src/**"]))"}},
       \(random.pick([#""stage":"own""#, #""scope":{"paths":["src/**"]}"#]))}
      """)
  }

  /// A command, `Write name`, or the name of a tool with its arguments as JSON.
  private static func call(_ text: String) throws -> ToolCall {
    var tool = "Bash"
    var input = String(decoding: try JSONEncoder().encode(["command": text]), as: UTF8.self)
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    if words[0] == "Write" {
      tool = "Write"
      input = #"{"file_path":"\#(words[1])","content":""}"#
    } else if words.count == 2, words[1].hasPrefix("{") {
      (tool, input) = (words[0], words[1])
    } else if text.hasPrefix("mcp__") {
      (tool, input) = (text, "{}")
    }
    let payload = """
      {"session_id":"s","cwd":"\(VectorProject.root)","hook_event_name":"PreToolUse",
      "tool_name":"\(tool)","tool_input":\(input)}
      """
    let event = try HookEvent(decoding: Array(payload.utf8))
    guard case .preToolUse(let call) = event.body else { throw NoCall() }
    return call
  }

  private struct NoCall: Error {}

  private static func subject(
    _ call: ToolCall, _ terms: AnalysisTerms = AnalysisTerms()
  ) -> PolicySubject {
    var subject = PolicySubject(
      call,
      ToolCallEffects.effects(
        of: call, in: Array(VectorProject.root.utf8), home: Array(VectorProject.home.utf8),
        files: VectorProject.files, terms: terms),
      ToolCallEffects.commands(
        of: call, in: Array(VectorProject.root.utf8), home: Array(VectorProject.home.utf8),
        files: VectorProject.files, terms: terms),
      VectorProject.context, isAttended: true, isSubagent: false)
    subject.surroundings =
      GitRepository.evidence(
        at: Array(VectorProject.root.utf8), files: VectorProject.files)
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
    judge(policies, subject(try Self.call(call), PolicyFiles(policies).terms))
  }
}
