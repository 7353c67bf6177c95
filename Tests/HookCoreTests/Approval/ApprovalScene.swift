// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

/// A repository, a policy that names who may approve, and people with keys.
final class ApprovalScene {
  static let program = "/usr/bin/ssh-keygen"
  static let head = String(repeating: "a1", count: 20)

  let directory: TemporaryDirectory
  var files = VectorProject.files
  var options = HookOptions()
  var policy: String
  var unattended = true
  var now: Timestamp

  init() throws {
    directory = try TemporaryDirectory()
    now = .now()
    policy = """
      {"version":1,"approvals":{"allowedSigners":"/etc/security-hooks/allowed_signers",
       "requesters":{"robot":["carol@example.com"]}}}
      """
    options.stateDirectory = directory.path + Array("/state".utf8)
    options.requester = Array("robot".utf8)
    let git = "\(VectorProject.root)/.git"
    files.add(file: "\(git)/HEAD", "ref: refs/heads/main\n")
    files.add(file: "\(git)/refs/heads/main", "\(Self.head)\n")
    files.add(
      file: "\(git)/packed-refs",
      "# pack-refs with: peeled\n\(String(repeating: "b2", count: 20)) refs/heads/feature\n")
    files.add(
      file: "\(git)/config",
      "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = https://me:secret@git.example/a/b.git\n"
    )
    try allow([
      ("alice@example.com", "alice"), ("bob@example.com", "bob"), ("carol@example.com", "carol"),
    ])
  }

  /// Writes the file of signers; each key is made when it is first named.
  func allow(_ people: [(principals: String, key: String)], options: String = "") throws {
    let lines = try people.map { people in
      let key = try String(
        contentsOf: URL(fileURLWithPath: try key(people.key) + ".pub"), encoding: .utf8)
      return "\(people.principals) \(options)\(key)"
    }
    files.add(file: "/etc/security-hooks/allowed_signers", lines.joined())
  }

  /// The path of the private key `name`.
  func key(_ name: String) throws -> String {
    let path = directory.url.appendingPathComponent(name).path
    if !FileManager.default.fileExists(atPath: path) {
      _ = try run(["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", path], [])
    }
    return path
  }

  private func run(_ arguments: [String], _ input: [UInt8]) throws -> [UInt8] {
    var process = Subprocess(
      Array(Self.program.utf8), arguments.map { Array($0.utf8) }, milliseconds: 20_000)
    process.input = input
    let outcome = try process.run()
    try #require(outcome.status == 0, "\(String(decoding: outcome.error, as: UTF8.self))")
    return outcome.output
  }

  var context: HookContext {
    get throws {
      var context = HookContext(
        environment: UserEnvironment(
          home: Array(VectorProject.home.utf8), userID: geteuid(), unattended: unattended,
          projectDirectory: Array(VectorProject.root.utf8)),
        fileSystem: files, now: now, options: options)
      let bytes = Array(policy.utf8)
      context.policies = PolicyFiles(
        List(
          LoadedPolicy(
            layer: .managed, path: Array("/etc/security-hooks/policy.json".utf8),
            document: try PolicyReader.read(bytes), bytes: bytes)))
      return context
    }
  }

  /// What the client is answered to a command.
  func answer(_ command: String, description: String = "x") throws -> HookAnswer {
    try Self.answer(command, description: description, context)
  }

  static func answer(
    _ command: String, description: String = "x", _ context: HookContext
  ) throws -> HookAnswer {
    let input = try JSONSerialization.data(
      withJSONObject: ["command": command, "description": description])
    let payload = """
      {"session_id":"s","cwd":"\(VectorProject.root)","hook_event_name":"PreToolUse",
       "tool_name":"Bash","tool_use_id":"t","tool_input":\(String(decoding: input, as: UTF8.self))}
      """
    let event = try HookEvent(decoding: Array(payload.utf8))
    let response = GuardHook().respond(to: .event(event), context: context)
    return HookAnswer(response, hook: GuardHook.name, event: event.name)
  }

  /// The only open request.
  func request() throws -> ApprovalRequest {
    let requests = try store().requests().filter { try !store().isUsed($0.id) }
    try #require(requests.count == 1)
    return requests[0]
  }

  func store() throws -> ApprovalStore {
    try ApprovalStore(
      StateDirectory(path: try #require(options.stateDirectory), owner: geteuid()))
  }

  /// A statement on `request`, as `hookctl approvals approve` would make it.
  func statement(_ request: ApprovalRequest, breakGlass: String? = nil) -> ApprovalStatement {
    ApprovalStatement(
      approving: request, issued: now, expires: request.expires,
      breakGlass: breakGlass.map { Array($0.utf8) })
  }

  /// A file of an approval.
  func signed(
    _ statement: ApprovalStatement, by name: String, namespace: String = "security-hooks-approval"
  ) throws -> [UInt8] {
    statement.line
      + (try run(["-Y", "sign", "-q", "-n", namespace, "-f", try key(name)], statement.line))
  }

  /// Has `name` approve the open request.
  func approve(
    by name: String, breakGlass: String? = nil, namespace: String = "security-hooks-approval"
  ) throws {
    let request = try request()
    let bytes = try signed(
      statement(request, breakGlass: breakGlass), by: name, namespace: namespace)
    try put(bytes, "\(String(decoding: request.id, as: UTF8.self)).\(name)")
  }

  /// Puts a file into the directory of approvals.
  func put(_ bytes: [UInt8], _ name: String) throws {
    let path = try store().path + Array("/\(name).approval".utf8)
    try AtomicFile.write(bytes, to: path, mode: 0o600)
  }

  /// Bodies of the records of a stage.
  func records(_ stage: String) throws -> [String] {
    let folder = String(decoding: try #require(options.stateDirectory), as: UTF8.self)
    let text = try String(contentsOfFile: "\(folder)/audit/main/000001.jsonl", encoding: .utf8)
    return text.split(separator: "\n").map(String.init).filter {
      $0.contains("\"stage\":\"\(stage)\"")
    }
  }
}

extension HookAnswer {
  var error: String { String(decoding: standardError, as: UTF8.self) }
  /// Whether the call may run, without a word.
  var passes: Bool { status == 0 && standardOutput.isEmpty && standardError.isEmpty }
}
