// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

/// A call in a session with documents, options and surroundings, judged as hook-guard does it.
///
/// A vector says all of it by lines, the last of which is the call:
///
/// ```
/// managed {"version":1,"phase":"read-only"}
/// session --stage verification --ticket T-1
/// branch main
/// worktree fix-1
/// cluster eu-prod payments
/// workspace infra staging
/// unattended
/// subagent
/// > touch src/a.txt
/// > Write(src/a.txt)
/// > mcp__db__query {"database":"prod_main"}
/// ```
struct SessionCall {
  private var policies = List<LoadedPolicy>()
  private var session = SessionTerms()
  private var files = VectorProject.files
  private var isUnattended = false
  private var isSubagent = false
  private(set) var call = ""

  struct Malformed: Error {
    let line: String
  }

  init() {}

  init(_ vector: VectorCase) throws {
    for line in vector.string.split(separator: "\n") { try take(String(line)) }
  }

  mutating func take(_ line: String) throws {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1] : ""
    switch words[0] {
    case ">": call = rest
    case "managed", "user", "repository": policies.append(try Self.policy(words[0], rest))
    case "session":
      let options = rest.split(separator: " ").map { Array($0.utf8) }
      for index in stride(from: 0, to: options.count - 1, by: 2) {
        guard session.take(options[index], options[index + 1]) else { throw Malformed(line: line) }
      }
    case "branch": files.add(file: "\(VectorProject.root)/.git/HEAD", "ref: refs/heads/\(rest)\n")
    case "worktree":
      let git = "/srv/git/app/.git/worktrees/\(rest)"
      files.remove("\(VectorProject.root)/.git")
      files.add(file: "\(VectorProject.root)/.git", "gitdir: \(git)\n")
      files.add(file: "\(git)/HEAD", "ref: refs/heads/\(rest)\n")
    case "cluster":
      let names = rest.split(separator: " ")
      files.add(file: "\(VectorProject.home)/.kube/config", Self.config(names.map(String.init)))
    case "workspace":
      let names = rest.split(separator: " ")
      files.add(
        file: "\(VectorProject.root)/\(names[0])/.terraform/environment", String(names[1]))
    case "unattended": isUnattended = true
    case "subagent": isSubagent = true
    default: throw Malformed(line: line)
    }
  }

  private static func config(_ names: [String]) -> String {
    """
    apiVersion: v1
    clusters:
    - cluster:
        server: https://127.0.0.1
      name: other
    contexts:
    - context:
        cluster: other
        user: me
      name: other
    - context:
        cluster: \(names[0])
        namespace: \(names.count > 1 ? names[1] : "default")
        user: me
      name: \(names[0])
    current-context: \(names[0])
    kind: Config
    """
  }

  static func policy(_ layer: String, _ text: String) throws -> LoadedPolicy {
    let layers: [String: PolicyLayer] = [
      "managed": .managed, "user": .user, "repository": .repository,
    ]
    return LoadedPolicy(
      layer: try #require(layers[layer]), path: Array(layer.utf8),
      document: try PolicyReader.read(Array(text.utf8)), bytes: [])
  }

  func judgement(_ call: String) throws -> GuardJudgement {
    let event = try event(call)
    guard case .preToolUse(let tool) = event.body else { throw Malformed(line: call) }
    return GuardJudgement(
      tool, event, stateDirectory: Array("/home/dev/.local/state/security-hooks".utf8), context)
  }

  var context: HookContext {
    var options = HookOptions()
    options.session = session
    var context = HookContext(
      environment: UserEnvironment(
        home: Array(VectorProject.home.utf8), userID: 1_000, unattended: isUnattended,
        projectDirectory: Array(VectorProject.root.utf8)),
      fileSystem: files, now: Timestamp(microseconds: 1_795_219_200 * 1_000_000),
      options: options)
    context.policies = PolicyFiles(policies)
    return context
  }

  func event(_ call: String) throws -> HookEvent { try HookEvent(decoding: try payload(call)) }

  func judgement() throws -> GuardJudgement { try judgement(call) }

  private func payload(_ call: String) throws -> [UInt8] {
    var tool = "Bash"
    var input: [String: Any] = ["command": call]
    if call.hasPrefix("mcp__") {
      let words = call.split(separator: " ", maxSplits: 1).map(String.init)
      tool = words[0]
      input =
        try words.count > 1
        ? (JSONSerialization.jsonObject(with: Data(words[1].utf8)) as? [String: Any] ?? [:]) : [:]
    } else if let open = call.firstIndex(of: "("), call.hasSuffix(")"),
      ["Read", "Write", "Edit", "WebFetch"].contains(String(call[..<open]))
    {
      tool = String(call[..<open])
      let value = String(call[call.index(after: open)...].dropLast())
      input = [
        tool == "WebFetch" ? "url" : "file_path": value, "content": "", "new_string": "",
        "old_string": "", "prompt": "",
      ]
    }
    var event: [String: Any] = [
      "session_id": "s", "transcript_path": "/t", "cwd": VectorProject.root,
      "permission_mode": "default", "hook_event_name": "PreToolUse", "tool_name": tool,
      "tool_use_id": "t", "tool_input": input,
    ]
    if isSubagent {
      event["agent_id"] = "a"
      event["agent_type"] = "general-purpose"
    }
    return Array(try JSONSerialization.data(withJSONObject: event))
  }
}
