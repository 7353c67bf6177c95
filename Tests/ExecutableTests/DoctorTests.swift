// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// `hookctl doctor` on wirings and hooks with one defect each; the hooks are shell scripts.
struct DoctorTests {
  private let scratch: ScratchTree

  init() throws { scratch = try ScratchTree() }

  /// Scripts that answer as the hooks do on what the doctor tries.
  private static let answers = [
    "hook-guard": "grep -q '/[.]env\"' || exit 0; echo refused >&2; exit 2",
    "hook-drift": "grep -q ConfigChange || exit 0; echo refused >&2; exit 2",
  ]

  /// One handler of a settings file.
  private func handler(_ name: String, _ members: [String: Any?] = [:]) -> [String: Any] {
    var handler: [String: Any] = [
      "type": "command", "command": scratch.path("hooks/\(name)"), "args": [String](),
      "timeout": 10, "onFailure": "block",
    ]
    for (key, value) in members { handler[key] = value }
    return handler
  }

  /// Writes the hooks and a settings file that wires them; `change` spoils one of them.
  private func diagnose(
    _ members: [String: Any?] = [:], group: [String: Any] = [:], root: [String: Any] = [:],
    scripts: [String: String] = [:]
  ) throws -> RunExecutable.Outcome {
    for (name, script) in DoctorTests.answers {
      try scratch.write("hooks/\(name)", "#!/bin/sh\n\(scripts[name] ?? script)\n")
    }
    let guardGroup = group.merging(["hooks": [handler("hook-guard", members)]]) { $1 }
    let settings = root.merging([
      "hooks": [
        "PreToolUse": [guardGroup], "ConfigChange": [["hooks": [handler("hook-drift")]]],
      ]
    ]) { $1 }
    let data = try JSONSerialization.data(withJSONObject: settings)
    let file = try scratch.write("settings.json", String(decoding: data, as: UTF8.self))
    return try doctor(["--file", file])
  }

  private func doctor(_ arguments: [String]) throws -> RunExecutable.Outcome {
    var run = try RunExecutable("hookctl", ["doctor"] + arguments)
    run.environment = ["HOME": scratch.root]
    run.workingDirectory = scratch.root
    return try run.run()
  }

  /// The lines that begin with `fail`, by the name of their check.
  private func failures(_ outcome: RunExecutable.Outcome) -> [String] {
    outcome.output.split(separator: "\n").filter { $0.hasPrefix("fail") }.compactMap {
      $0.split(separator: " ").dropFirst().first.map(String.init)
    }
  }

  @Test func policyDocumentsAreNamedWithWhatInThemDoesNothing() throws {
    try scratch.write(
      ".config/security-hooks/policy.json",
      """
      {"version":1,"revision":"7","exceptions":[
       {"id":"EX-1","rule":"hard-reset","when":{"command":"git reset --hard"},
        "reason":"r","owner":"o","expires":"2020-01-01"}]}
      """)
    try scratch.write(
      ".claude/security-hooks.json",
      #"{"version":1,"builtin":[{"rule":"family:history","verdict":"allow"}]}"#)
    let outcome = try diagnose()
    for text in [
      "policy.json, revision 7, sha256 ", "line 2, /exceptions/0: the exception has expired: EX-1",
      "warn  policy-loosening",
    ] {
      #expect(outcome.output.contains(text), "\(text)\n\(outcome)")
    }
    try scratch.write(".claude/security-hooks.json", "{}")
    #expect(failures(try diagnose()) == ["policy"])
  }

  @Test func soundWiringIsHealthyAndProven() throws {
    let outcome = try diagnose()
    #expect(outcome.status == 0, "\(outcome)")
    #expect(
      outcome.output.hasSuffix(
        "\nproven: hook-guard blocked a read of .env; "
          + "hook-drift blocked the removal of a deny rule\n"))
  }

  @Test(
    arguments: [
      (["args": nil], "exec-form"),
      (["timeout": 600], "timeout"),
      (["timeout": 1], "timeout"),
      (["onFailure": nil], "on-failure"),
      (["onFailure": "continue"], "on-failure"),
      (["async": true], "all-calls"),
      (["if": "Bash(git *)"], "all-calls"),
    ] as [([String: (any Sendable)?], String)])
  func defectOfAnEntryIsNamed(
    _ members: [String: (any Sendable)?], _ check: String
  ) throws {
    let outcome = try diagnose(members)
    #expect(outcome.status == 1)
    #expect(failures(outcome).contains(check), "\(outcome)")
  }

  @Test func matcherThatLeavesToolsOutIsNamed() throws {
    #expect(failures(try diagnose(group: ["matcher": "Bash"])) == ["all-calls"])
    #expect(failures(try diagnose(group: ["matcher": "*"])).isEmpty)
  }

  @Test func switchThatTurnsHooksOffIsNamed() throws {
    #expect(failures(try diagnose(root: ["disableAllHooks": true])) == ["switches"])
  }

  @Test func fileThatTheClientDropsIsNamed() throws {
    #expect(failures(try diagnose(root: ["permissions": ["deny": 5]])) == ["settings"])
    let file = try scratch.write("broken.json", "{\"hooks\": {},}")
    #expect(failures(try doctor(["--file", file])) == ["settings", "wired", "wired"])
  }

  @Test(arguments: ["exit 0", "exit 1", "kill -KILL $$", "echo '{}'; exit 0"])
  func guardThatLetsTheSecretThroughIsNotProven(_ script: String) throws {
    let outcome = try diagnose(scripts: ["hook-guard": script])
    #expect(outcome.status == 1)
    #expect(failures(outcome).contains("guard-blocks"), "\(outcome)")
    #expect(!outcome.output.contains("hook-guard blocked"))
  }

  @Test func guardThatBlocksEverythingIsNoGuard() throws {
    let outcome = try diagnose(scripts: ["hook-guard": "exit 2"])
    #expect(failures(outcome) == ["guard-passes"], "\(outcome)")
  }

  @Test func hookThatHangsIsKilledAndNamed() throws {
    let outcome = try diagnose(scripts: ["hook-drift": "exec sleep 60"])
    #expect(failures(outcome) == ["drift-blocks"], "\(outcome)")
    #expect(outcome.output.contains("no answer within 5 s"))
  }

  @Test func auditThatRecordsNothingIsNamed() throws {
    try scratch.write("hooks/hook-audit", "#!/bin/sh\nexit 0\n")
    let settings = ["hooks": ["PostToolUse": [["hooks": [handler("hook-audit")]]]]]
    let data = try JSONSerialization.data(withJSONObject: settings)
    let file = try scratch.write("audit.json", String(decoding: data, as: UTF8.self))
    #expect(failures(try doctor(["--file", file])).contains("audit-records"))
  }

  @Test func fileThatAnybodyCanReplaceIsNamed() throws {
    for name in ["hook-guard", "hook-drift"] { try scratch.write("hooks/\(name)", "") }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o777], ofItemAtPath: scratch.path("hooks"))
    let outcome = try diagnose()
    #expect(failures(outcome) == ["executable", "executable"], "\(outcome)")
    #expect(outcome.output.contains("anybody can write to \(scratch.path("hooks"))"))
  }

  @Test func stateThatOthersCanReadIsNamed() throws {
    try scratch.write(".local/state/security-hooks/audit/log", "")
    #expect(failures(try diagnose()) == ["state"])
  }

  @Test func realLogAndBaselineStayUntouched() throws {
    _ = try diagnose()
    #expect(try scratch.entries(".local").isEmpty)
  }

  @Test func nothingWiredIsAFailure() throws {
    let outcome = try doctor([])
    #expect(outcome.status == 1)
    #expect(failures(outcome) == ["wired", "wired"])
    #expect(outcome.output.hasSuffix("proven: nothing; no block was seen\n"))
  }

  @Test func jsonOutputHoldsTheSame() throws {
    _ = try diagnose()
    let outcome = try doctor(["--json", "--file", "settings.json"])
    #expect(outcome.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.standardOutput))
    let report = try #require(object as? [String: Any])
    #expect(report["healthy"] as? Bool == true)
    #expect((report["proven"] as? [String])?.count == 2)
    let checks = try #require(report["checks"] as? [[String: String]])
    #expect(checks.contains { $0["id"] == "guard-blocks" && $0["verdict"] == "ok" })
  }
}
