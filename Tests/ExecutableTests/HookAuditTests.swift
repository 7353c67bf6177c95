// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

/// The release `hook-audit`, alone and many at a time.
struct HookAuditTests {
  private let state: URL
  private let payload: String

  init() throws {
    state = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("hooks-audit-\(UUID().uuidString)")
    payload =
      BuiltExecutables.package.path
      + "/Tests/HookCoreTests/Vectors/Payloads/PostToolUse.Bash.json"
  }

  private var log: [UInt8] { Array((state.path + "/audit/main").utf8) }

  private func removeState() { try? FileManager.default.removeItem(at: state) }

  /// Runs the hook once on the payload.
  private func record(_ options: [String] = [], prelude: String? = nil) throws
    -> RunExecutable.Outcome
  {
    var run = try RunExecutable(
      "hook-audit", ["--state-dir", state.path] + options, input: .file(payload))
    run.prelude = prelude
    return try run.run()
  }

  /// Runs shell text in which `hook` appends one record.
  private func shell(_ text: String, deadline: Double = 120) throws -> RunExecutable.Outcome {
    let hook = try BuiltExecutables.path("hook-audit")
    var run = RunExecutable(
      path: "/bin/sh",
      ["-c", "hook() { \"$0\" --state-dir \"$1\" < \"$2\"; }\n\(text)", hook, state.path, payload])
    run.environment = ["PATH": "/usr/bin:/bin"]
    run.deadline = deadline
    return try run.run()
  }

  @Test func sixtyFourWritersLoseNothing() throws {
    defer { removeState() }
    let outcome = try shell(
      """
      writer=0
      while [ $writer -lt 64 ]; do
        (
          set -- "$@"
          record=0
          while [ $record -lt 100 ]; do
            "$0" --state-dir "$1" < "$2" || echo failed
            record=$((record + 1))
          done
        ) &
        writer=$((writer + 1))
      done
      wait
      """)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.error.isEmpty, "\(outcome)")
    let result = try AuditVerifier.verify(log)
    #expect(result.finding == nil)
    #expect(result.records == 6_400)
    #expect(result.tornPlaces == 0)
  }

  /// GNU's `timeout` takes parts of a second; the test has no means to kill in time without it.
  private static let hasTimeout = FileManager.default.isExecutableFile(atPath: "/usr/bin/timeout")

  @Test(.enabled(if: hasTimeout)) func killedWritersLeaveALogThatVerifies() throws {
    defer { removeState() }
    #expect(try record().status == 0)
    let outcome = try shell(
      """
      for lane in 1 2 3 4; do
        (
          kill=0
          while [ $kill -lt 125 ]; do
            after=$(((kill * 17 + lane * 5) % 150))
            timeout -s KILL 0.00$((10 + after / 10))$((after % 10)) \
              "$0" --state-dir "$1" < "$2"
            kill=$((kill + 1))
          done
        ) &
      done
      wait
      exit 0
      """)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try record().status == 0)
    let result = try AuditVerifier.verify(log)
    #expect(result.finding == nil)
    #expect(result.records >= 2)
  }

  @Test func aFullDiskTearsALineThatTheNextRecordDeclares() throws {
    defer { removeState() }
    #expect(try record().status == 0)
    let whole = try Data(contentsOf: state.appendingPathComponent("audit/main/000001.jsonl")).count
    // The shell counts in blocks of 512 bytes; the second record begins in the second of them.
    let outcome = try record(prelude: "ulimit -f \(whole / 512 + 1)")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(!outcome.standardError.isEmpty)
    #expect(try AuditVerifier.verify(log).finding?.code == .torn)
    #expect(try record().status == 0)
    let result = try AuditVerifier.verify(log)
    #expect(result.finding == nil)
    #expect(result.tornPlaces == 1)
    #expect(result.records == 2)
  }

  @Test func aRequiredRecordThatCannotBeWrittenBlocks() throws {
    defer { removeState() }
    try FileManager.default.createDirectory(
      at: state, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
    let loose = try record()
    #expect(loose.status == 0)
    #expect(loose.error.hasPrefix("hook-audit: "))
    #expect(loose.error.filter { $0 == "\n" }.count == 1)
    let strict = try record(["--audit-required"])
    #expect(strict.status == 2)
    #expect(strict.output.isEmpty)
    #expect(strict.error.contains("open to other users"))
  }

  @Test func aFaultBlocksOnlyWhereARecordIsRequired() throws {
    defer { removeState() }
    var run = try RunExecutable(
      "hook-audit", ["--state-dir", state.path], input: .heldOpen(Array("{".utf8)))
    run.signal = (SIGTERM, 0.2)
    #expect(try run.run().status == 0)
    run.arguments.append("--audit-required")
    #expect(try run.run().status == 2)
  }

  @Test func whatIsNoEventIsRecordedToo() throws {
    defer { removeState() }
    for input in ["", "{", "[]", "{\"hook_event_name\":\"Unheard\"}"] {
      let run = try RunExecutable(
        "hook-audit", ["--state-dir", state.path], input: .text(input))
      #expect(try run.run().status == 0)
    }
    #expect(try AuditVerifier.verify(log).records == 4)
  }

  @Test func hookctlVerifiesAndSaysWhere() throws {
    defer { removeState() }
    let hookctl = { (arguments: [String]) in
      try RunExecutable("hookctl", ["audit"] + arguments + ["--state-dir", self.state.path]).run()
    }
    #expect(try hookctl(["path"]).output == state.path + "/audit/main\n")
    #expect(try hookctl(["verify"]).status == 66)
    #expect(try record().status == 0)
    #expect(try record().status == 0)
    let intact = try hookctl(["verify", "--json"])
    #expect(intact.status == 0)
    let root = try JSONDocument(parsing: intact.standardOutput.dropLast()).root
    #expect(root["records"]?.integer == 2)
    #expect(root["finding"] == nil)

    let segment = state.appendingPathComponent("audit/main/000001.jsonl")
    let file = try #require(FileHandle(forUpdatingAtPath: segment.path))
    try file.seek(toOffset: 30)
    try file.write(contentsOf: Data("x".utf8))
    try file.close()
    let broken = try hookctl(["verify", "--json"])
    #expect(broken.status == 1)
    let finding = try JSONDocument(parsing: broken.standardOutput.dropLast()).root["finding"]
    #expect(finding?["code"]?.equals("modified") == true)
    #expect(finding?["offset"]?.integer == 0)
    #expect(try hookctl(["verify"]).output.contains("record 1 at byte 0 of"))
  }
}
