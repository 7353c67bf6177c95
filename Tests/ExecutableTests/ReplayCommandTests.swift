// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// `hookctl replay` over transcripts as the client writes them.
struct ReplayCommandTests {
  private let tree: ScratchTree

  init() throws {
    tree = try ScratchTree()
    let calls: [(String, String, String?)] = [
      ("1", "git status", nil), ("2", "git reset --hard", nil),
      ("3", "make deploy-nothing", "The user doesn't want to proceed"),
      ("4", "curl http://localhost/x", nil),
    ]
    var lines = ["{\"type\":\"summary\",\"summary\":\"s\"}", "no json"]
    for (id, command, refusal) in calls {
      lines.append(
        """
        {"type":"assistant","cwd":"/","sessionId":"s","message":{"content":[{"type":"tool_use",\
        "id":"\(id)","name":"Bash","input":{"command":"\(command)"}}]}}
        """)
      lines.append(
        """
        {"type":"user","message":{"content":[{"type":"tool_result","tool_use_id":"\(id)",\
        "content":"\(refusal ?? "ok")","is_error":\(refusal != nil)}]}}
        """)
    }
    try tree.write(
      "home/.claude/projects/p/session.jsonl", lines.joined(separator: "\n") + "\n")
  }

  private func replay(_ arguments: [String]) throws -> RunExecutable.Outcome {
    var run = try RunExecutable("hookctl", ["replay"] + arguments)
    run.environment = ["HOME": tree.path("home")]
    run.workingDirectory = "/"
    return try run.run()
  }

  @Test func callsAreJudgedAndComparedWithWhatHappened() throws {
    let outcome = try replay([])
    #expect(outcome.status == 0, "\(outcome)")
    for text in [
      "4 calls, 25.00 % stopped\n  1 lines not understood", "  1  hard-reset",
      "likely false blocks: stopped now, went well then: 1\n  hard-reset: git reset --hard",
      "likely misses: pass now, refused by a person then: 1\n  make deploy-nothing",
    ] {
      #expect(outcome.output.contains(text), "\(text)\n\(outcome)")
    }
  }

  @Test func aDocumentIsTriedBeforeItBites() throws {
    let policy = try tree.write(
      "p.json",
      """
      {"version":1,"rules":[{"id":"t.curl","title":"t","verdict":"deny","when":{"command":"curl *"}}]}
      """)
    let outcome = try replay(["--policy", policy, "--json"])
    let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let object = try #require(parsed as? [String: Any])
    #expect((object["rules"] as? [String: Int])?["t.curl"] == 1)
    #expect((object["verdicts"] as? [String: Int])?["deny"] == 1)
    #expect(try replay(["--policy", policy, "--fail-on", "49"]).status == 1)
    #expect(try replay(["--policy", policy, "--fail-on", "50"]).status == 0)
  }

  @Test func eventsInFilesAreReplayedOneOrManyInAFile() throws {
    let event = """
      {"hook_event_name":"PreToolUse","session_id":"s","cwd":"/","tool_use_id":"ID",
       "tool_name":"Bash","tool_input":{"command":"git reset --hard"}}
      """
    try tree.write("events/one.json", event)
    let line = event.replacingOccurrences(of: "\n", with: "")
    try tree.write(
      "events/many.jsonl",
      [
        line.replacingOccurrences(of: "ID", with: "2"),
        line.replacingOccurrences(of: "ID", with: "3"),
      ]
      .joined(separator: "\n"))
    let outcome = try replay([tree.path("events"), "--fail-on", "false-block"])
    #expect(outcome.output.hasPrefix("3 calls, 100.00 % stopped\n"), "\(outcome)")
    #expect(outcome.status == 0)
  }

  @Test func theHooksOwnLogIsReplayedAsFarAsItGoes() throws {
    var run = try RunExecutable("hook-guard", [])
    run.environment = ["HOME": tree.path("home"), "CLAUDE_PROJECT_DIR": tree.path("home")]
    let key = "AKIA" + "Z7QWERTYUIOPASDF"
    for (id, command) in [
      ("1", "git status"), ("2", "git reset --hard"), ("3", "echo \(key)"),
      ("4", "echo " + String(repeating: "word ", count: 2_000)),
    ] {
      let event: [String: Any] = [
        "session_id": "s", "transcript_path": "/t", "cwd": tree.path("home"),
        "hook_event_name": "PreToolUse", "tool_name": "Bash", "tool_use_id": id,
        "tool_input": ["command": command],
      ]
      run.input = .bytes(Array(try JSONSerialization.data(withJSONObject: event)))
      _ = try run.run()
    }
    let outcome = try replay(["--log"])
    for text in [
      "2 calls, 50.00 % stopped", "1 calls not judged: too long for the log",
      "1 calls not judged: held a secret", "recorded then, by rule\n  1  hard-reset",
    ] {
      #expect(outcome.output.contains(text), "\(text)\n\(outcome)")
    }
  }

  @Test func theNarrowestExceptionsAreProposedAndCanBeUsed() throws {
    try tree.write(
      "home/.claude/projects/p/more.jsonl",
      [("7", "git push --force-with-lease origin topic"), ("8", "cat .env")].map { id, command in
        """
        {"type":"assistant","cwd":"/","sessionId":"s","message":{"content":[{"type":"tool_use",\
        "id":"\(id)","name":"Bash","input":{"command":"\(command)"}}]}}
        {"type":"user","message":{"content":[{"type":"tool_result","tool_use_id":"\(id)",\
        "content":"ok"}]}}
        """
      }.joined(separator: "\n"))
    var run = try RunExecutable("hookctl", ["suggest"])
    run.environment = ["HOME": tree.path("home")]
    run.workingDirectory = "/"
    let proposed = try run.run()
    #expect(proposed.status == 0, "\(proposed)")
    for text in [
      #""rule": "hard-reset""#, #""command": "git reset --hard""#,
      #""command": "git push --force-with-lease origin topic""#, "TO BE FILLED IN",
    ] {
      #expect(proposed.output.contains(text), "\(text)\n\(proposed)")
    }
    let file = try tree.write("accepted.json", proposed.output)
    var check = try RunExecutable("hookctl", ["policy", "check", file])
    check.environment = ["HOME": tree.path("home")]
    let checked = try check.run()
    #expect(checked.status == 0 && checked.output.contains("note: "), "\(checked)")
    #expect(try replay(["--policy", file, "--fail-on", "false-block"]).status == 0)
  }

  @Test func withoutTranscriptsItSaysSo() throws {
    let outcome = try replay([tree.path("nowhere")])
    #expect(outcome.status == 66)
    #expect(outcome.error.contains("no transcript found"))
  }
}
