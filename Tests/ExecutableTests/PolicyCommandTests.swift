// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// Policy documents, by `hookctl policy` and by hook-guard as the client starts it.
struct PolicyCommandTests {
  private let tree: ScratchTree

  init() throws {
    tree = try ScratchTree()
    _ = try tree.write("project/src/a.txt", "text")
    try FileManager.default.createDirectory(
      atPath: tree.path("home"), withIntermediateDirectories: true)
  }

  private static let rule = """
    {"version":1,"rules":[{"id":"t.curl","title":"fetching:","verdict":"deny",
     "when":{"command":"curl *"},
     "examples":{"trigger":["curl http://localhost"],"pass":["ls"]}}]}
    """

  private func policy(_ arguments: [String]) throws -> RunExecutable.Outcome {
    var run = try RunExecutable("hookctl", ["policy"] + arguments)
    run.environment = ["HOME": tree.path("home")]
    run.workingDirectory = tree.path("project")
    return try run.run()
  }

  private func guarded(
    _ tool: String, _ input: [String: String], _ arguments: [String] = []
  ) throws -> RunExecutable.Outcome {
    var run = try RunExecutable("hook-guard", arguments)
    run.environment = [
      "HOME": tree.path("home"), "CLAUDE_PROJECT_DIR": tree.path("project"),
    ]
    let event: [String: Any] = [
      "session_id": "s", "transcript_path": "/t", "cwd": tree.path("project"),
      "permission_mode": "default", "hook_event_name": "PreToolUse", "tool_name": tool,
      "tool_use_id": "t", "tool_input": input,
    ]
    run.input = .bytes(Array(try JSONSerialization.data(withJSONObject: event)))
    return try run.run()
  }

  @Test func aRuleOfTheRepositoryIsEnforced() throws {
    _ = try tree.write("project/.claude/security-hooks.json", Self.rule)
    let stopped = try guarded("Bash", ["command": "curl http://localhost:3000/health"])
    #expect(stopped.status == 2)
    #expect(stopped.error.contains("(rule t.curl)"))
    #expect(try guarded("Bash", ["command": "ls src"]).status == 0)
  }

  @Test func aDocumentNamedOnTheCommandLineIsTheUsers() throws {
    let file = try tree.write("elsewhere/policy.json", Self.rule)
    let stopped = try guarded("Bash", ["command": "curl http://localhost"], ["--policy", file])
    #expect(stopped.status == 2)
    let missing = tree.path("elsewhere/none.json")
    #expect(try guarded("Bash", ["command": "ls"], ["--policy", missing]).status == 2)
  }

  @Test func aStageOnTheCommandLineHolds() throws {
    let stage = ["--stage", "requirement", "--ticket", "ABC-1"]
    let stopped = try guarded("Bash", ["command": "touch src/b.txt"], stage)
    #expect(stopped.status == 2)
    #expect(stopped.error.contains("stage requirement: "), "\(stopped)")
    #expect(try guarded("Bash", ["command": "ls src"], stage).status == 0)
    #expect(try guarded("Bash", ["command": "ls src"], ["--stage"]).status == 2)
    #expect(try guarded("Bash", ["command": "ls src"], ["--scope", "../x"]).status == 2)
  }

  @Test func aDocumentThatCannotBeUsedLetsOnlyReadsInTheProjectThrough() throws {
    _ = try tree.write("home/.config/security-hooks/policy.json", #"{"version":1,"rule":[]}"#)
    let stopped = try guarded("Bash", ["command": "ls"])
    #expect(stopped.status == 2)
    #expect(stopped.error.contains("line 1, /rule: unknown key; did you mean rules"))
    let inside = try guarded("Read", ["file_path": tree.path("project/src/a.txt")])
    #expect(inside.status == 0, "\(inside)")
    #expect(try guarded("Read", ["file_path": "/etc/hostname"]).status == 2)
  }

  @Test func aDocumentThatOthersCanWriteIsNotUsed() throws {
    let file = try tree.write("home/.config/security-hooks/policy.json", Self.rule)
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file)
    let stopped = try guarded("Bash", ["command": "ls"])
    #expect(stopped.status == 2)
    #expect(stopped.error.contains("can be written by other users"))
  }

  @Test func checkNamesLineAndPlace() throws {
    let good = try tree.write("good.json", Self.rule)
    let bad = try tree.write("bad.json", "{\"version\":1,\n\"mode\":\"of\"}")
    #expect(try policy(["check", good]).status == 0)
    let outcome = try policy(["check", good, bad])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("bad.json: line 2, /mode: unknown value of"))
  }

  @Test func testRunsTheExamples() throws {
    let good = try tree.write("good.json", Self.rule)
    let tested = try policy(["test", good])
    #expect(tested.status == 0 && tested.output.hasPrefix("2 examples and "), "\(tested)")
    let bad = try tree.write(
      "bad.json", Self.rule.replacingOccurrences(of: #"["ls"]"#, with: #"["cat .env"]"#))
    let outcome = try policy(["test", bad])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("t.curl: cat .env: meets the rule"))
  }

  @Test func anotherRuleMustNotStopWhatHasToPass() throws {
    let first = try tree.write("first.json", Self.rule)
    let second = try tree.write(
      "second.json",
      Self.rule.replacingOccurrences(of: "curl", with: "wget")
        .replacingOccurrences(of: #"["ls"]"#, with: #"["curl http://localhost"]"#))
    #expect(try policy(["test", second]).status == 0)
    let outcome = try policy(["test", first, second])
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains(
        "t.wget: curl http://localhost: contradicts the rule t.curl of \(first)"), "\(outcome)")
  }

  @Test func resultsAreWrittenAsJUnit() throws {
    let file = try tree.write(
      "bad.json", Self.rule.replacingOccurrences(of: #"["ls"]"#, with: ##"["curl '<&>'"]"##))
    let report = tree.path("report.xml")
    #expect(try policy(["test", "--junit", report, file]).status == 1)
    let text = try String(contentsOfFile: report, encoding: .utf8)
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests="))
    #expect(text.contains("name=\"passes: curl &apos;&lt;&amp;&gt;&apos;\"><failure"), "\(text)")
  }

  @Test func changedDecisionsAreListedByDirection() throws {
    let history = try tree.write(
      "h.jsonl",
      ["curl http://localhost", "git status", "git reset --hard"].enumerated().map { id, command in
        """
        {"hook_event_name":"PreToolUse","session_id":"s","cwd":"/","tool_use_id":"\(id)",\
        "tool_name":"Bash","tool_input":{"command":"\(command)"}}
        """
      }.joined(separator: "\n"))
    let before = try tree.write("before.json", Self.rule)
    let after = try tree.write(
      "after.json", #"{"version":1,"builtin":[{"rule":"hard-reset","verdict":"deny"}]}"#)
    let outcome = try policy(["diff", before, after, "--against", history, "--fail-on", "weaker"])
    #expect(outcome.status == 1)
    for text in [
      "3 calls, 1 decided weaker, 1 stricter", "1  deny to allow, t.curl",
      "1  ask to deny, hard-reset",
    ] {
      #expect(outcome.output.contains(text), "\(outcome)")
    }
    let same = ["diff", before, before, "--against", history, "--fail-on", "any"]
    #expect(try policy(same).status == 0)
  }

  @Test(arguments: ["small-team", "enterprise", "ci"])
  func theDocumentsThatShipPassTheirOwnTests(_ name: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Sources/HookCore/HookCore.docc/Policies/\(name).json")
    let outcome = try policy(["test", file.path])
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test func aDocumentOfTheGuideIsImported() throws {
    let guide = try tree.write(
      "guide.json",
      """
      {"managed_policies":{"allowed_tools":["Read","Bash"],"blocked_tools":["WebSearch"],
      "allowed_mcp_servers":["github"],"max_model":"sonnet",
      "file_restrictions":{"blocked_paths":[".env*","*.pem","*.key","secrets/"]},"seats":3}}
      """)
    let outcome = try policy(["import", guide])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("seats is not known; left out"))
    let imported = try tree.write("imported.json", outcome.output)
    #expect(try policy(["check", imported]).status == 0)
    #expect(try policy(["test", imported]).status == 0)
  }

  @Test func theSchemaNamesEveryKeyThatIsRead() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(try policy(["schema"]).output.utf8))
    let properties = try #require((schema as? [String: Any])?["properties"] as? [String: Any])
    #expect(
      Set(properties.keys) == [
        "version", "revision", "owner", "help", "mode", "lists", "builtin", "rules", "exceptions",
        "wrappers", "protectedBranches", "approvals", "environments", "risk", "stages", "phases",
        "stage", "phase", "scope",
        "tools", "mcp", "hosts", "maxModel",
      ])
  }
}
