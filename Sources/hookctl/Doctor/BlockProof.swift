// SPDX-License-Identifier: MIT
import HookCore

/// Runs a wired hook as the client would, on events whose right answer is known.
///
/// Project, home, log and baseline are scratch ones: `--state-dir` is added to the wired
/// arguments, so that nothing of this reaches the real log or baseline.
struct BlockProof: ~Copyable {
  /// Longer than a hook's own deadline, shorter than a person's patience.
  private static let deadline = 5_000
  private static let secret = Array("TOKEN=not-a-secret\n".utf8)
  private static let guarded = Array("{\"permissions\":{\"deny\":[\"Read(./.env)\"]}}\n".utf8)
  private static let weakened = Array("{\"permissions\":{\"deny\":[]}}\n".utf8)

  private let scratch: ScratchDirectory
  private let project: [UInt8]
  private let settings: [UInt8]
  private let state: [UInt8]

  private init(_ scratch: consuming ScratchDirectory) {
    project = scratch.path(of: "home/project")
    settings = scratch.path(of: "home/project/.claude/settings.json")
    state = scratch.path(of: "state")
    self.scratch = scratch
  }

  /// Makes a scratch project with a secret file and a deny rule.
  static func prepare() throws(SystemError) -> BlockProof {
    let proof = BlockProof(try ScratchDirectory(prefix: "hookctl-doctor"))
    try AtomicFile.makeDirectories(proof.state)
    try AtomicFile.makeDirectories(proof.scratch.path(of: "home/project/.claude"))
    for name in ["/.env", "/notes.txt"] {
      try AtomicFile.write(secret, to: proof.project + Array(name.utf8), mode: 0o600)
    }
    try AtomicFile.write(guarded, to: proof.settings, mode: 0o600)
    return proof
  }

  // MARK: hook-guard

  /// Whether the guard stops a read of a secret file and lets any other pass.
  func examineGuard(_ hook: WiredHook, _ diagnosis: inout Diagnosis) {
    let command = Output.shown(hook.executable)
    let known = run(hook, toolEvent("PreToolUse", reading: "/.env"))
    if let problem = known.problem(wanted: 2) {
      diagnosis.add(
        .fail("guard-blocks", command, "a read of .env was not blocked: \(problem); reinstall"))
    } else {
      diagnosis.add(.ok("guard-blocks", command))
      diagnosis.prove("hook-guard blocked a read of .env")
    }
    let harmless = run(hook, toolEvent("PreToolUse", reading: "/notes.txt"))
    if let problem = harmless.problem(wanted: 0, silent: true) {
      diagnosis.add(
        .fail("guard-passes", command, "a read of notes.txt did not pass: \(problem); reinstall"))
    } else {
      diagnosis.add(.ok("guard-passes", command))
    }
  }

  // MARK: hook-drift

  /// Whether drift stops a settings change that drops a deny rule.
  func examineDrift(_ hook: WiredHook, _ diagnosis: inout Diagnosis) {
    let command = Output.shown(hook.executable)
    let start = run(hook, event("SessionStart", "\"source\":\"startup\""))
    var problem = start.problem(wanted: 0).map { "the session start failed: \($0)" }
    if problem == nil {
      do throws(SystemError) {
        try AtomicFile.write(BlockProof.weakened, to: settings, mode: 0o600)
        let change = run(
          hook,
          event(
            "ConfigChange",
            "\"source\":\"project_settings\",\"file_path\":\"\(Output.shown(settings))\""))
        problem = change.problem(wanted: 2)
      } catch {
        problem = "\(Output.shown(error.path)): \(error.code.words)"
      }
    }
    if let problem {
      diagnosis.add(
        .fail("drift-blocks", command, "a dropped deny rule was not blocked: \(problem); reinstall")
      )
    } else {
      diagnosis.add(.ok("drift-blocks", command))
      diagnosis.prove("hook-drift blocked the removal of a deny rule")
    }
  }

  // MARK: hook-audit

  /// Whether a call leaves a record.
  func examineAudit(_ hook: WiredHook, _ diagnosis: inout Diagnosis) {
    let command = Output.shown(hook.executable)
    let answer = run(hook, toolEvent("PostToolUse", reading: "/notes.txt"))
    if let problem = answer.problem(wanted: 0) ?? logProblem() {
      diagnosis.add(
        .fail("audit-records", command, "a call was not recorded: \(problem); reinstall"))
    } else {
      diagnosis.add(.ok("audit-records", command))
    }
  }

  /// What is wrong with the scratch log, which should hold one record and be intact.
  private func logProblem() -> String? {
    do throws(AuditError) {
      var log = state + [0x2F]
      AuditLog.folder.withUTF8Buffer { log.append(contentsOf: $0) }
      let found = try AuditVerifier.verify(log)
      if found.finding != nil { return "the log does not verify" }
      return found.records == 1 ? nil : "the log holds \(found.records) records"
    } catch {
      return Output.shown(error.words)
    }
  }

  // MARK: running

  /// How a hook answered.
  private struct Answer {
    let outcome: Subprocess.Outcome?
    let failure: String

    /// Nil where the hook ended with `status`, and wrote nothing where it should be silent.
    func problem(wanted status: Int32, silent: Bool = false) -> String? {
      guard let outcome else { return failure }
      if outcome.timedOut { return "no answer within \(BlockProof.deadline / 1_000) s" }
      guard let ended = outcome.status else { return "ended by signal \(outcome.signal ?? 0)" }
      guard ended == status else {
        let words = Output.shown(Array(outcome.error.prefix(300)))
        return "exit status \(ended)" + (words.isEmpty ? "" : ", it said: \(words)")
      }
      if silent, !(outcome.output.isEmpty && outcome.error.isEmpty) { return "it was not silent" }
      return nil
    }
  }

  private func run(_ hook: WiredHook, _ event: [UInt8]) -> Answer {
    let scratchState = [Array("--state-dir".utf8), state]
    var program: Subprocess
    if let arguments = hook.arguments {
      program = Subprocess(
        hook.command, arguments + scratchState, milliseconds: BlockProof.deadline)
    } else {
      let line = hook.command + Array(" --state-dir \"$0\"".utf8)
      program = Subprocess(
        Array("/bin/sh".utf8), [Array("-c".utf8), line, state],
        milliseconds: BlockProof.deadline)
    }
    program.environment = [
      Array("HOME=".utf8) + scratch.path(of: "home"),
      Array("CLAUDE_PROJECT_DIR=".utf8) + project,
      Array("CLAUDECODE=1".utf8), Array("CLAUDE_CODE_ENTRYPOINT=sdk-cli".utf8),
      Array("CLAUDE_CODE_SESSION_ATTENDED=0".utf8), Array("PATH=/usr/bin:/bin".utf8),
    ]
    program.directory = project
    program.input = event
    do throws(SystemError) {
      return Answer(outcome: try program.run(), failure: "")
    } catch {
      return Answer(
        outcome: nil, failure: "it could not be started: \(error.code.words)")
    }
  }

  /// An event of the scratch session; the scratch path needs no escapes.
  private func event(_ name: String, _ members: String) -> [UInt8] {
    let project = Output.shown(project)
    let text = """
      {"session_id":"doctor","transcript_path":"\(project)/transcript.jsonl",\
      "cwd":"\(project)","hook_event_name":"\(name)",\(members)}

      """
    return Array(text.utf8)
  }

  private func toolEvent(_ name: String, reading file: String) -> [UInt8] {
    event(
      name,
      """
      "permission_mode":"default","tool_name":"Read",\
      "tool_input":{"file_path":"\(Output.shown(project))\(file)"},\
      "tool_response":{},"tool_use_id":"toolu_doctor"
      """)
  }
}
