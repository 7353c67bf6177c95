// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// The shipped `hook-drift` and `hookctl drift` in a home and a project of their own.
@Suite("hook-drift")
struct HookDriftTests {
  private let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("hooks-\(UUID().uuidString)")
    for name in ["home", "project/.claude", "state"] {
      try FileManager.default.createDirectory(
        at: root.appendingPathComponent(name), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
  }

  private func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  private func settings(_ text: String) throws {
    try Data(text.utf8).write(to: root.appendingPathComponent("project/.claude/settings.json"))
  }

  /// A run of `name` with this home and nothing else of the environment.
  private func run(
    _ name: String, _ arguments: [String], _ input: String = "",
    environment: [String: String] = [:]
  ) throws -> RunExecutable.Outcome {
    var run = try RunExecutable(name, arguments, input: .text(input))
    run.environment = environment.merging(["HOME": path("home")]) { given, _ in given }
    return try run.run()
  }

  private func drift(_ event: String, _ members: String) throws -> RunExecutable.Outcome {
    let payload = """
      {"session_id":"s","cwd":"\(path("project"))","hook_event_name":"\(event)",\(members)}
      """
    return try run(
      "hook-drift", ["--state-dir", path("state")], payload,
      environment: ["CLAUDE_PROJECT_DIR": path("project")])
  }

  private func hookctl(
    _ arguments: [String], inside: Bool = false
  ) throws -> RunExecutable.Outcome {
    try run(
      "hookctl",
      ["drift"] + arguments + ["--project", path("project"), "--state-dir", path("state")],
      environment: inside ? ["CLAUDECODE": "1"] : [:])
  }

  @Test func aWeakeningIsBlockedShownAndAcceptedByAPersonOnly() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try settings(#"{"permissions":{"deny":["Read(./.env)"]}}"#)
    #expect(try drift("SessionStart", #""source":"startup""#).status == 0)
    try settings("{}")
    let change = #""source":"project_settings","file_path":"/x""#
    let blocked = try drift("ConfigChange", change)
    #expect(blocked.status == 2, "\(blocked)")
    #expect(blocked.standardOutput.isEmpty)
    #expect(try drift("ConfigChange", #""source":"skills","file_path":"/y""#).status == 2)

    let status = try hookctl(["status"])
    #expect(status.status == 1, "\(status)")
    #expect(status.output.contains("a restriction is gone - \"Read(./.env)\""))
    #expect(try hookctl(["accept"], inside: true).status == 77)
    #expect(try hookctl(["status", "--json"]).output.contains(#""outcome":"rejected""#))
    #expect(try hookctl(["accept", "--reason", "moved to managed settings"]).status == 0)
    #expect(try hookctl(["status"]).status == 0)
    #expect(try drift("ConfigChange", change).status == 0)
  }

  @Test(arguments: ["", "{", "[]", "{}", "\u{FEFF}{}", #"{"hook_event_name":"ConfigChange"}"#])
  func whatIsNoEventEndsInABlock(_ input: String) throws {
    defer { try? FileManager.default.removeItem(at: root) }
    let outcome = try run("hook-drift", ["--state-dir", path("state")], input)
    #expect(outcome.status == 2, "\(outcome)")
    #expect(outcome.standardOutput.isEmpty)
    #expect(outcome.error.split(separator: "\n").count == 1)
  }

  @Test func commandLinesOfDriftAreChecked() throws {
    defer { try? FileManager.default.removeItem(at: root) }
    func status(_ arguments: [String]) throws -> Int32? {
      try run("hookctl", ["drift"] + arguments).status
    }
    #expect(try status([]) == 64)
    #expect(try status(["statsu"]) == 64)
    #expect(try status(["status", "--reason", "x"]) == 64)
    #expect(try status(["accept", "--json"]) == 64)
    #expect(try status(["status", "--project", path("nowhere")]) == 66)
    #expect(try status(["--help"]) == 0)
    #expect(try status(["status", "--help"]) == 0)
  }
}
