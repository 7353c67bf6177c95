// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// `install.sh` in a scratch home, with the release executables.
struct InstallScriptTests {
  private let scratch: ScratchTree

  init() throws {
    scratch = try ScratchTree()
    try FileManager.default.createDirectory(
      atPath: scratch.path("home"), withIntermediateDirectories: false)
  }

  /// A directory of executables in which those named in `scripts` are shell scripts.
  private func executables(_ scripts: [String: String]) throws -> String {
    let built = try BuiltExecutables.directory().path
    for name in ["hook-guard", "hook-audit", "hook-drift", "hookctl"] {
      if let script = scripts[name] {
        try scratch.write("build/\(name)", "#!/bin/sh\n\(script)\n")
      } else {
        try FileManager.default.createDirectory(
          atPath: scratch.path("build"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
          atPath: scratch.path("build/\(name)"), withDestinationPath: "\(built)/\(name)")
      }
    }
    return scratch.path("build")
  }

  private func install(
    _ arguments: [String], build: String? = nil, environment: [String: String] = [:]
  ) throws -> RunExecutable.Outcome {
    let build = try build ?? BuiltExecutables.directory().path
    var run = RunExecutable(
      path: "/bin/sh",
      [BuiltExecutables.package.path + "/install.sh", "--build-dir", build] + arguments)
    run.environment = ["HOME": scratch.path("home"), "PATH": "/usr/bin:/bin"]
      .merging(environment) { $1 }
    run.workingDirectory = scratch.root
    return try run.run()
  }

  // MARK: install

  @Test func lastLineSaysWhichBlockWasProven() throws {
    let outcome = try install([])
    #expect(outcome.status == 0, "\(outcome)")
    let last = outcome.output.split(separator: "\n").last ?? ""
    #expect(last.hasPrefix("proven: hook-guard blocked a read of .env"), "\(outcome)")
    #expect(last.contains("hook-drift blocked the removal of a deny rule"))
    let files = try scratch.entries("home")
    for name in ["hook-guard", "hook-audit", "hook-drift"] {
      #expect(files[".local/libexec/security-hooks/\(name)"]?.mode == 0o755)
    }
    #expect(files[".local/bin/hookctl"]?.mode == 0o755)
    #expect(files[".local/state/security-hooks"]?.mode == 0o700)
  }

  @Test func secondRunChangesNothing() throws {
    _ = try install([])
    let entries = try scratch.entries("home")
    let inodes = try scratch.inodes("home")
    let outcome = try install([])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(!outcome.output.contains("installed "))
    #expect(outcome.output.contains("unchanged \(scratch.path("home/.claude/settings.json"))"))
    #expect(try scratch.entries("home") == entries)
    #expect(try scratch.inodes("home") == inodes)
  }

  @Test func dryRunPrintsTheActionsAndWritesNothing() throws {
    try scratch.write("home/.claude/settings.json", "{\"model\": \"x\"}\n")
    let before = try scratch.entries("")
    for arguments in [["--dry-run"], ["--managed", "--dry-run"], ["--uninstall", "--dry-run"]] {
      let outcome = try install(arguments)
      #expect(outcome.status == 0, "\(arguments) \(outcome)")
      #expect(try scratch.entries("") == before, "\(arguments)")
    }
    let output = try install(["--dry-run"]).output
    #expect(output.contains("install \(scratch.path("home/.local/bin/hookctl"))"))
    #expect(output.contains("+ "))
  }

  @Test func foreignHooksSurvive() throws {
    let foreign = """
      {
          "hooks": {
              "PreToolUse": [
                  {"matcher": "Bash", "hooks": [{"type": "command", "command": "/opt/mine"}]}
              ]
          },
          "env": {"A": "1"}
      }
      """
    try scratch.write("home/.claude/settings.json", foreign)
    #expect(try install([]).status == 0)
    let wired = try #require(scratch.read("home/.claude/settings.json"))
    #expect(wired.contains("/opt/mine"))
    #expect(wired.contains("hook-guard"))
    #expect(try install(["--uninstall"]).status == 0)
    #expect(scratch.read("home/.claude/settings.json") == foreign)
  }

  @Test func projectIsWiredByItsDirectory() throws {
    try scratch.write("work/project/main.py", "")
    let outcome = try install(["--project", "work/project"])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(scratch.read("work/project/.claude/settings.json")?.contains("hook-guard") == true)
    #expect(scratch.read("home/.claude/settings.json") == nil)
  }

  @Test func packagesAreStagedWithTheirFinalPaths() throws {
    let outcome = try install(["--managed"], environment: ["DESTDIR": scratch.path("stage")])
    #expect(outcome.status == 0, "\(outcome)")
    let stage = try scratch.entries("stage")
    #expect(stage["usr/local/libexec/security-hooks/hook-guard"] != nil)
    let settings = try #require(stage.keys.first { $0.hasSuffix("50-security-hooks.json") })
    let text = try #require(scratch.read("stage/\(settings)"))
    #expect(text.contains("\"/usr/local/libexec/security-hooks/hook-guard\""))
    #expect(!text.contains(scratch.root))
    #expect(outcome.output.contains("proven: nothing"))
    #expect(try scratch.entries("home").isEmpty)
  }

  // MARK: undo

  @Test(arguments: [
    "exit 0", "exit 1", "kill -SEGV $$", "exec /nonexistent", "cat >/dev/null; exit 2",
    "grep -q '[.]env' && exit 2; echo chatter",
  ])
  func guardThatDoesNotJudgeIsUndone(_ script: String) throws {
    try scratch.write("home/.claude/settings.json", "{\"model\": \"x\"}\n")
    let build = try executables(["hook-guard": script])
    let before = try scratch.entries("home")
    let outcome = try install([], build: build)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.error.contains("everything is as it was before"))
    #expect(try scratch.entries("home") == before)
  }

  @Test func driftThatDoesNotBlockIsUndone() throws {
    let build = try executables(["hook-drift": "exit 0"])
    let outcome = try install([], build: build)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(try scratch.entries("home").isEmpty)
  }

  @Test func failedUpgradeKeepsWhatWorked() throws {
    _ = try install([])
    let before = try scratch.entries("home")
    let build = try executables(["hook-guard": "exit 0"])
    #expect(try install([], build: build).status == 1)
    #expect(try scratch.entries("home") == before)
  }

  @Test(arguments: [("HUP", 129), ("INT", 130), ("TERM", 143)])
  func interruptUndoesEverything(_ signal: String, _ status: Int32) throws {
    let real = try BuiltExecutables.path("hookctl")
    let build = try executables([
      "hookctl": "[ \"$1\" != doctor ] || kill -\(signal) $PPID\nexec \(real) \"$@\""
    ])
    let outcome = try install([], build: build)
    #expect(outcome.status == status, "\(outcome)")
    #expect(try scratch.entries("home").isEmpty)
  }

  @Test func settingsThatCannotBeEditedStopTheInstallation() throws {
    try scratch.write("home/.claude/settings.json", "{\"model\": }\n")
    let before = try scratch.entries("home")
    let outcome = try install([])
    #expect(outcome.status == 65, "\(outcome)")
    #expect(try scratch.entries("home") == before)
  }

  @Test func targetThatCannotBeWrittenStopsTheInstallation() throws {
    let outcome = try install(["--prefix", "/dev/null/prefix"])
    #expect(outcome.status == 73, "\(outcome)")
    #expect(try scratch.entries("home").isEmpty)
  }

  // MARK: uninstall

  @Test func uninstallLeavesNoByteButTheLog() throws {
    _ = try install([])
    try scratch.write("home/.local/state/security-hooks/audit/log", "record\n")
    try scratch.write("home/.local/state/security-hooks/drift/baseline", "{}\n")
    let outcome = try install(["--uninstall"])
    #expect(outcome.status == 0, "\(outcome)")
    let left = try scratch.entries("home").filter { $0.value.content != "directory" }
    #expect(left.keys.sorted() == [".local/state/security-hooks/audit/log"])
  }

  @Test func uninstallWithoutALogLeavesTheTreeAsItWas() throws {
    try scratch.write("home/.claude/settings.json", "{}\n")
    try scratch.write("home/.local/bin/other", "#!/bin/sh\n")
    let before = try scratch.entries("home")
    _ = try install([])
    let outcome = try install(["--uninstall"])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try scratch.entries("home") == before)
  }

  @Test func uninstallOfNothingIsNoError() throws {
    let outcome = try install(["--uninstall"])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try scratch.entries("home").isEmpty)
  }

  @Test func executablesStayWhileOtherSettingsNameThem() throws {
    try scratch.write("project/main.py", "")
    let before = try scratch.entries("")
    _ = try install([])
    _ = try install(["--project", "project"])
    let first = try install(["--uninstall"])
    #expect(first.output.contains("kept the executables"))
    #expect(scratch.read("project/.claude/settings.json")?.contains("hook-guard") == true)
    #expect(try scratch.entries("home")[".local/libexec/security-hooks/hook-guard"] != nil)
    #expect(try install(["--uninstall", "--project", "project"]).status == 0)
    #expect(try scratch.entries("") == before)
  }

  // MARK: refusals

  @Test(arguments: [
    (["--frobnicate"], 64, "unknown argument --frobnicate"),
    (["--user", "--managed"], 64, "exclude each other"),
    (["--prefix"], 64, "--prefix needs a value"),
    (["--project", "missing"], 66, "no such directory: missing"),
    (["--build-dir", "/nonexistent"], 66, "no executables in /nonexistent"),
  ])
  func usageErrorsHaveTheirStatus(
    _ arguments: [String], _ status: Int32, _ message: String
  ) throws {
    let outcome = try install(arguments)
    #expect(outcome.status == status, "\(outcome)")
    #expect(outcome.error.contains("install.sh: error: "))
    #expect(outcome.error.contains(message), "\(outcome)")
    #expect(try scratch.entries("home").isEmpty)
  }

  @Test func unsetHomeIsTold() throws {
    let outcome = try install([], environment: ["HOME": ""])
    #expect(outcome.status == 78)
    #expect(outcome.error.contains("HOME is not set"))
  }

  @Test func missingToolchainIsToldWithTheWayToOne() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path("bin"), withIntermediateDirectories: false)
    for tool in ["cat", "dirname", "find", "id", "mktemp", "rm", "rmdir", "uname"] {
      let path = FileManager.default.fileExists(atPath: "/bin/\(tool)") ? "/bin" : "/usr/bin"
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path("bin/\(tool)"), withDestinationPath: "\(path)/\(tool)")
    }
    var run = RunExecutable(path: "/bin/sh", [BuiltExecutables.package.path + "/install.sh"])
    run.environment = ["HOME": scratch.path("home"), "PATH": scratch.path("bin")]
    let outcome = try run.run()
    #expect(outcome.status == 69, "\(outcome)")
    #expect(outcome.error.contains("https://www.swift.org/install"))
    #expect(try scratch.entries("home").isEmpty)
  }

  @Test(.enabled(if: getuid() == 0)) func rootDoesNotWriteIntoAnotherUsersHome() throws {
    try FileManager.default.setAttributes(
      [.ownerAccountID: 12_345], ofItemAtPath: scratch.path("home"))
    let outcome = try install([])
    #expect(outcome.status == 77, "\(outcome)")
    #expect(outcome.error.contains("belongs to another user"))
  }

  @Test(.enabled(if: getuid() != 0)) func managedSettingsNeedRoot() throws {
    #expect(try install(["--managed"]).status == 77)
  }
}
