// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// Approvals with the executables, as a CI job and two people at their terminals use them.
///
/// Managed documents have to be root's, in `/etc`: the programs are started in a mount namespace of
/// their own where that is possible.
@Suite(.enabled(if: LaidOverEtc.isPossible))
struct ApprovalTests {
  private let tree: ScratchTree

  init() throws {
    tree = try ScratchTree()
    _ = try tree.write("project/.git/HEAD", "ref: refs/heads/main\n")
    _ = try tree.write(
      "project/.git/refs/heads/main", String(repeating: "a1", count: 20) + "\n")
    try FileManager.default.createDirectory(
      atPath: tree.path("home"), withIntermediateDirectories: true)
    var signers = ""
    for name in ["alice", "bob"] {
      let key = tree.path(name)
      let made = try program(
        "/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key], managed: false)
      try #require(made.status == 0, "\(made)")
      signers +=
        "\(name)@example.com " + (try String(contentsOfFile: key + ".pub", encoding: .utf8))
    }
    _ = try tree.write("etc/security-hooks/allowed_signers", signers)
    _ = try tree.write(
      "etc/security-hooks/policy.json",
      """
      {"version":1,"approvals":{"allowedSigners":"/etc/security-hooks/allowed_signers"}}
      """)
  }

  private func program(
    _ path: String, _ arguments: [String], managed: Bool = true, input: [UInt8] = []
  ) throws -> RunExecutable.Outcome {
    let launcher = managed ? LaidOverEtc.launcher(tree.path("etc")) : []
    let words = launcher + [path] + arguments
    var run = RunExecutable(path: words[0], Array(words.dropFirst()))
    run.environment = [
      "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": tree.path("home"), "CI": "true",
      "CLAUDE_PROJECT_DIR": tree.path("project"),
    ]
    run.workingDirectory = tree.path("project")
    run.input = .bytes(input)
    return try run.run()
  }

  private func event(_ command: String) throws -> Data {
    let event: [String: Any] = [
      "session_id": "s", "transcript_path": "/t", "cwd": tree.path("project"),
      "permission_mode": "default", "hook_event_name": "PreToolUse", "tool_name": "Bash",
      "tool_use_id": "t", "tool_input": ["command": command, "description": "d"],
    ]
    return try JSONSerialization.data(withJSONObject: event)
  }

  private func guarded(_ command: String) throws -> RunExecutable.Outcome {
    try program(try RunExecutable("hook-guard").path, [], input: Array(try event(command)))
  }

  private func approvals(_ arguments: [String]) throws -> RunExecutable.Outcome {
    try program(try RunExecutable("hookctl").path, ["approvals"] + arguments)
  }

  /// The id of the only request that waits.
  private func waiting() throws -> String {
    let listed = try approvals(["list"])
    let line = try #require(
      listed.output.split(separator: "\n").first { $0.contains("  waiting  ") }, "\(listed)")
    return String(line.prefix(12))
  }

  @Test func ofManyProcessesAtOnceOnePasses() throws {
    #expect(try guarded("git push origin main").status == 2)
    let id = try waiting()
    for name in ["alice", "bob"] {
      let signed = try approvals(["approve", id, "--key", tree.path(name)])
      #expect(signed.status == 0, "\(signed)")
    }
    #expect(try approvals(["show", id]).output.contains("status      approved"))
    let input = try tree.write(
      "event.json", String(decoding: event("git push origin main"), as: UTF8.self))
    let eight = """
      for i in 1 2 3 4 5 6 7 8; do { "$@" < "$0" 2> /dev/null; echo $?; } & done; wait
      """
    let run = try program(
      "/bin/sh", ["-c", eight, input, try RunExecutable("hook-guard").path])
    let statuses = run.output.split(separator: "\n")
    #expect(statuses.count == 8, "\(run)")
    #expect(statuses.filter { $0 == "0" }.count == 1, "\(run)")
    #expect(try approvals(["show", id, "--json"]).output.contains(#""status":"used""#))
  }

  @Test func aRequestIsSignedElsewhereAndHandedInAsAFile() throws {
    #expect(try guarded("git reset --hard").status == 2)
    let id = try waiting()
    let file = tree.path("home/.local/state/security-hooks/approvals/\(id).request")
    let elsewhere = try tree.write(
      "desk/\(id).request", try String(contentsOfFile: file, encoding: .utf8))
    let signed = try program(
      try RunExecutable("hookctl").path,
      ["approvals", "approve", elsewhere, "--key", tree.path("alice")], managed: false)
    #expect(signed.status == 0, "\(signed)")
    let names = try FileManager.default.contentsOfDirectory(atPath: tree.path("desk"))
    #expect(names.contains { $0.hasPrefix(id) && $0.hasSuffix(".approval") })
    let changed = try String(contentsOfFile: file, encoding: .utf8)
      .replacingOccurrences(of: "reset --hard", with: "status")
    let swapped = try tree.write("desk/swapped.request", changed)
    let refused = try approvals(["approve", swapped, "--key", tree.path("alice")])
    #expect(refused.status == 65)
    #expect(refused.error.contains("not shown whole"))
  }

  @Test func peopleDenyAndAreHeard() throws {
    #expect(try guarded("git reset --hard").status == 2)
    let id = try waiting()
    #expect(try approvals(["deny", id, "--reason", "no"]).status == 0)
    #expect(try guarded("git reset --hard").error.contains("a person denied request \(id): no"))
    #expect(try approvals(["list"]).output.contains("\(id)  denied"))
  }

  @Test func nothingIsApprovedFromInsideTheClientOrWithoutAReason() throws {
    #expect(try guarded("git reset --hard").status == 2)
    let id = try waiting()
    let glass = ["approve", id, "--key", tree.path("alice"), "--break-glass"]
    #expect(try approvals(glass).status == 64)
    var inside = try RunExecutable(
      "hookctl", ["approvals", "approve", id, "--key", tree.path("alice")])
    inside.environment = ["HOME": tree.path("home"), "CLAUDECODE": "1"]
    #expect(try inside.run().status == 77)
    #expect(try approvals(glass + ["--reason", "down"]).status == 0)
    #expect(try guarded("git reset --hard").status == 0)
  }
}

/// A command that shows one program a directory of the test's over `/etc`.
private enum LaidOverEtc {
  static func launcher(_ directory: String) -> [String] {
    let mount = """
      mount -t overlay overlay -o lowerdir="$0":/etc /etc && exec "$@"
      """
    return ["/usr/bin/unshare", "--map-root-user", "--mount", "sh", "-c", mount, directory]
  }

  static let isPossible: Bool = {
    guard let tree = try? ScratchTree(), (try? tree.write("etc/x", "")) != nil else { return false }
    let words = launcher(tree.path("etc")) + ["true"]
    var run = RunExecutable(path: words[0], Array(words.dropFirst()))
    run.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
    return (try? run.run())?.status == 0
  }()
}
