// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

/// The guard on the project of the verdict vectors, with a log in a temporary directory.
@Suite struct GuardHookTests {
  private let directory: TemporaryDirectory
  private var unattended = false
  private var requiresAudit = false
  private var session = SessionTerms()
  private var stateDirectory: [UInt8]

  init() throws {
    directory = try TemporaryDirectory()
    stateDirectory = directory.path + Array("/state".utf8)
  }

  private var context: HookContext {
    var options = HookOptions()
    options.stateDirectory = stateDirectory
    options.requiresAudit = requiresAudit
    options.session = session
    return HookContext(
      environment: UserEnvironment(
        home: Array(VectorProject.home.utf8), userID: geteuid(), unattended: unattended,
        projectDirectory: Array(VectorProject.root.utf8)),
      fileSystem: VectorProject.files, now: .now(), options: options)
  }

  private struct Answer {
    let status: Int32
    let output: String
    let error: String

    var isSilent: Bool { status == 0 && output.isEmpty && error.isEmpty }
  }

  private func answer(_ payload: String) throws -> Answer {
    let event = try HookEvent(decoding: Array(payload.utf8))
    let response = GuardHook().respond(to: .event(event), context: context)
    let answer = HookAnswer(response, hook: GuardHook.name, event: event.name)
    return Answer(
      status: answer.status, output: String(decoding: answer.standardOutput, as: UTF8.self),
      error: String(decoding: answer.standardError, as: UTF8.self))
  }

  private func call(_ tool: String, _ input: String) throws -> Answer {
    try answer(
      """
      {"session_id":"s","cwd":"\(VectorProject.root)","hook_event_name":"PreToolUse",
      "tool_name":"\(tool)","tool_input":\(input)}
      """)
  }

  private func prompt(_ text: String) throws -> Answer {
    let quoted = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    return try answer(
      """
      {"session_id":"s","cwd":"\(VectorProject.root)","hook_event_name":"UserPromptSubmit",
      "prompt":\(quoted)}
      """)
  }

  private func input(_ tool: String, _ path: String) -> String {
    switch tool {
    case "Write": #"{"file_path":"\#(path)","content":"x"}"#
    case "Edit": #"{"file_path":"\#(path)","old_string":"x","new_string":"y"}"#
    case "NotebookEdit": #"{"notebook_path":"\#(path)","new_source":"x"}"#
    case "Grep": #"{"path":"\#(path)","pattern":"x"}"#
    case "Glob": #"{"path":"\#(path)","pattern":"*"}"#
    case "Read": #"{"file_path":"\#(path)"}"#
    default: #"{"options":{"files":["\#(path)"]}}"#
    }
  }

  static let tools = [
    "Read", "Write", "Edit", "NotebookEdit", "Grep", "Glob", "mcp__files__fetch", "Fetcher",
  ]

  @Test(
    arguments: tools,
    [
      "/home/dev/project/.env", ".env", "src/../.env", "/home/dev/project/link-to-env",
      "/home/dev/.ssh/id_ed25519", "~/.aws/credentials", "config/server.pem",
    ])
  func aSecretPathIsDenied(_ tool: String, _ path: String) throws {
    let answer = try call(tool, input(tool, path))
    #expect(answer.status == 2, "\(tool) \(path)")
    #expect(answer.output.isEmpty)
    #expect(answer.error.hasPrefix("hook-guard: "))
    #expect(answer.error.contains("hookctl explain "))
  }

  @Test(
    arguments: tools,
    [
      "/home/dev/project/.env.example", "src/main.ts", "docs/guide.md", "src/environment.ts",
      "docs/dotenv.md", "package.json", "src/new/file.py", "tests/env.test.ts",
    ])
  func aLookalikeIsLeftAlone(_ tool: String, _ path: String) throws {
    let answer = try call(tool, input(tool, path))
    #expect(answer.isSilent, "\(tool) \(path): \(answer.error)\(answer.output)")
  }

  @Test func proseInAnUnknownToolIsLeftAlone() throws {
    let text =
      #"{"title":"Stop reading .env","body":"We read .env and ~/.ssh/id_rsa here. No more."}"#
    #expect(try call("mcp__tracker__create_issue", text).isSilent)
  }

  @Test(arguments: ["TodoWrite", "WebSearch", "Agent", "Skill"])
  func toolsOfTheClientPass(_ tool: String) throws {
    let text = #"{"query":"cat .env","prompt":"cat .env","skill":"x","todos":[]}"#
    #expect(try call(tool, text).isSilent)
  }

  @Test func commandsOfBashAndMonitorAreJudged() throws {
    #expect(try call("Bash", #"{"command":"cat .env"}"#).status == 2)
    #expect(try call("Monitor", #"{"command":"tail -f .env"}"#).status == 2)
    #expect(try call("Bash", #"{"command":"git status"}"#).isSilent)
  }

  @Test func anEventAfterTheFactIsNotJudged() throws {
    let payload = """
      {"session_id":"s","cwd":"\(VectorProject.root)","hook_event_name":"PostToolUse",
      "tool_name":"Read","tool_input":{"file_path":".env"},"tool_response":{}}
      """
    #expect(try answer(payload).isSilent)
  }

  @Test func anAskReachesThePersonWhereThereIsOne() throws {
    let answer = try call("Bash", #"{"command":"git reset --hard"}"#)
    #expect(answer.status == 0)
    #expect(answer.error.isEmpty)
    #expect(answer.output.contains(#""permissionDecision":"ask""#))
    #expect(answer.output.contains("(rule hard-reset)"))
  }

  @Test func anAskIsADenialWhereNobodyCanAnswer() throws {
    var test = self
    test.unattended = true
    let answer = try test.call("Bash", #"{"command":"git reset --hard"}"#)
    #expect(answer.status == 2)
    #expect(answer.output.isEmpty)
    #expect(answer.error.contains("nobody can be asked in this session"))
  }

  @Test(arguments: [
    #"look at @.env please"#, #"@"/home/dev/project/.env""#, "compare @src/../.env, and go on",
    "(@.env)", "what is in @~/.aws/credentials?", "@link-to-env#L1-3", "@config/server.pem.",
  ])
  func aMentionOfASecretFileIsDenied(_ text: String) throws {
    let answer = try prompt(text)
    #expect(answer.status == 2, "\(text)")
    #expect(answer.error.contains("(rule read-"))
  }

  @Test(arguments: [
    "write to dev@example.com", "use @decorator and @types/node", "read @src/main.ts",
    "why is .env in .gitignore?", "a@.env", "@.env.example", "",
  ])
  func otherPromptsPass(_ text: String) throws {
    #expect(try prompt(text).isSilent, "\(text)")
  }

  @Test func aReasonIsOneShortLineWithoutTheContentOfFiles() throws {
    let long = String(repeating: "a", count: 3_000)
    let calls = [
      ("Read", #"{"file_path":"/home/dev/project/\#(long)/.env"}"#),
      ("Bash", #"{"command":"cat \#(long)/../.env"}"#),
      ("Write", #"{"file_path":".env","content":"TOKEN=verysecretvalue"}"#),
      ("Edit", #"{"file_path":".env","old_string":"a","new_string":"verysecretvalue"}"#),
    ]
    for (tool, input) in calls {
      let answer = try call(tool, input)
      #expect(answer.status == 2)
      #expect(answer.error.utf8.count <= 1_000 + "hook-guard: \n".utf8.count)
      #expect(answer.error.split(separator: "\n").count == 1)
      #expect(!answer.error.contains("verysecretvalue"))
    }
  }

  /// A state directory that no log can be made in.
  private func withoutLog() -> GuardHookTests {
    var test = self
    test.stateDirectory = Array("/dev/null/state".utf8)
    return test
  }

  @Test func theDecisionStandsWithoutARecord() throws {
    let test = withoutLog()
    let passed = try test.call("Bash", #"{"command":"git status"}"#)
    #expect(passed.status == 0)
    #expect(passed.output.isEmpty)
    #expect(passed.error.contains("was not recorded"))
    #expect(try test.call("Read", input("Read", ".env")).status == 2)
    #expect(
      try test.call("Bash", #"{"command":"git reset --hard"}"#).output.contains(#""ask""#))
    #expect(
      try test.call("Grep", input("Grep", ".")).output.contains("updatedInput"))
  }

  @Test func nothingRunsWithoutTheRecordThatIsRequired() throws {
    var test = withoutLog()
    test.requiresAudit = true
    for command in ["git status", "git reset --hard", "cat .env"] {
      let answer = try test.call("Bash", #"{"command":"\#(command)"}"#)
      #expect(answer.status == 2, "\(command)")
      #expect(answer.output.isEmpty)
    }
    #expect(try test.call("Grep", input("Grep", ".")).status == 2)
  }

  @Test func rejectedSettingsLetNothingButReadsThrough() throws {
    let scene = try DriftScene()
    func path(_ name: String) -> [UInt8] { scene.directory.path + Array(name.utf8) }
    var options = HookOptions()
    options.stateDirectory = path("/state")
    let context = HookContext(
      environment: UserEnvironment(
        home: path("/home"), userID: geteuid(), unattended: false,
        projectDirectory: path("/project")),
      fileSystem: LiveFileSystem(), now: .now(), options: options)
    func status(_ hook: some Hook, _ name: String, _ members: String) throws -> Int32 {
      let payload = """
        {"session_id":"s","cwd":"\(String(decoding: path("/project"), as: UTF8.self))",
        "hook_event_name":"\(name)",\(members)}
        """
      let event = try HookEvent(decoding: Array(payload.utf8))
      let response = hook.respond(to: .event(event), context: context)
      return HookAnswer(response, hook: GuardHook.name, event: event.name).status
    }
    func call(_ tool: String, _ input: String) throws -> Int32 {
      try status(GuardHook(), "PreToolUse", #""tool_name":"\#(tool)","tool_input":\#(input)"#)
    }
    let accepted = #"{"permissions":{"deny":["Read(./.env)"]}}"#
    try scene.write(accepted, to: DriftScene.project)
    #expect(try status(DriftHook(), "SessionStart", #""source":"startup""#) == 0)
    #expect(try call("Bash", #"{"command":"ls"}"#) == 0)
    try scene.write("{}", to: DriftScene.project)
    let change = #""source":"project_settings","file_path":"/x""#
    #expect(try status(DriftHook(), "ConfigChange", change) == 2)
    #expect(try call("Bash", #"{"command":"ls"}"#) == 2)
    #expect(try call("Write", input("Write", "README.md")) == 2)
    #expect(try call("mcp__files__fetch", "{}") == 2)
    #expect(try call("Read", input("Read", "README.md")) == 0)
    #expect(try call("Grep", input("Grep", "src")) == 0)
    #expect(try call("Read", input("Read", ".env")) == 2)
    try scene.write(accepted, to: DriftScene.project)
    #expect(try call("Bash", #"{"command":"ls"}"#) == 0)
  }

  @Test func whatIsNoEventIsDenied() throws {
    let response = GuardHook().respond(
      to: .undecodable(Array("{".utf8), HookEventError(.notAnObject)), context: context)
    let answer = HookAnswer(response, hook: GuardHook.name, event: .preToolUse)
    #expect(answer.status == 2)
    #expect(answer.standardOutput.isEmpty)
  }

  @Test mutating func aRecordSaysWhatTheSessionIsForAndWhatTierTheCallIsOf() throws {
    for (option, value) in [
      ("--stage", "verification"), ("--phase", "limited-write"), ("--ticket", "ABC-1"),
    ] {
      let isTaken = session.take(Array(option.utf8), Array(value.utf8))
      #expect(isTaken)
    }
    _ = try call("Bash", #"{"command":"git reset --hard"}"#)
    _ = try call("Bash", #"{"command":"ls src"}"#)
    let log = String(
      decoding: try LiveFileSystem().contents(
        stateDirectory + Array("/audit/main/000001.jsonl".utf8), limit: 1 << 20), as: UTF8.self)
    let lines = log.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      #expect(line.contains(#""phase":"limited-write""#), "\(line)")
      #expect(line.contains(#""stage":"verification","ticket":"ABC-1""#), "\(line)")
    }
    #expect(lines[0].contains(#""risk":"high""#) && !lines[1].contains(#""risk""#), "\(log)")
  }
}
