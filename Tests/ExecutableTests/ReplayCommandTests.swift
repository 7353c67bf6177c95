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
      "4 calls, 25.00 % stopped, 1 lines not understood", "  1  hard-reset",
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

  @Test func withoutTranscriptsItSaysSo() throws {
    let outcome = try replay([tree.path("nowhere")])
    #expect(outcome.status == 66)
    #expect(outcome.error.contains("no transcript found"))
  }
}
