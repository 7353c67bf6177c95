// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// Descriptors, limits and signals that a hook is started with: none of them may turn a denial
/// into anything else.
struct HookResourceFaultTests {
  @Test func closedDescriptorsChangeNoVerdict() throws {
    let scene = try HookScene()
    for closed in 1..<8 {
      var run = try scene.run(.hookGuard, .secret)
      if closed & 1 != 0 { run.input = .closed }
      if closed & 2 != 0 { run.standardOutput = .closed }
      if closed & 4 != 0 { run.standardError = .closed }
      try run.run().expectBlocked("closed \(closed)")
      run.prelude = "ulimit -n 0"
      let withoutRoom = try run.run()
      // The shell itself may fail on a closed descriptor; the hook must not.
      #expect(withoutRoom.status == 2, "closed \(closed), no descriptor to open: \(withoutRoom)")
    }
  }

  @Test func noInputAtAllBlocksAndIsRecorded() throws {
    let scene = try HookScene()
    for hook in HookUnderTest.allCases {
      var run = try scene.run(hook)
      run.input = .closed
      let outcome = try run.run()
      if hook == .hookAudit {
        outcome.expectLetPass("closed")
      } else {
        outcome.expectBlocked("closed")
      }
    }
  }

  @Test func denialsHoldWhereNobodyCanReadThem() throws {
    let scene = try HookScene()
    let sinks: [(String, RunExecutable.Sink)] = [
      ("full", .file("/dev/full")), ("stuck", .stuck), ("broken", .brokenPipe), ("closed", .closed),
      ("read-only", .file("/dev/null")),
    ]
    for (name, sink) in sinks {
      var run = try scene.run(.hookGuard, .secret)
      run.standardError = sink
      let outcome = try run.run()
      outcome.expectBlocked(name)
      #expect(outcome.seconds < 1.5, "\(name) held the verdict up: \(outcome)")
      run.standardOutput = sink
      try run.run().expectBlocked("both \(name)")
    }
  }

  @Test func questionsThatCannotBeAskedBlock() throws {
    let scene = try HookScene()
    let asked = try scene.run(.hookGuard, .question).run()
    #expect(asked.status == 0 && asked.output.contains(#""permissionDecision":"ask""#), "\(asked)")
    let sinks: [(String, RunExecutable.Sink)] = [
      ("full", .file("/dev/full")), ("stuck", .stuck), ("broken", .brokenPipe), ("closed", .closed),
    ]
    for (name, sink) in sinks {
      var run = try scene.run(.hookGuard, .question)
      run.standardOutput = sink
      try run.run().expectBlocked(name)
    }
  }

  @Test func auditStopsNobodyWhereItCannotSpeak() throws {
    let scene = try HookScene()
    try Data().write(to: URL(fileURLWithPath: scene.home + "/.local"))
    for sink in [RunExecutable.Sink.file("/dev/full"), .stuck, .brokenPipe, .closed] {
      var run = try scene.run(.hookAudit)
      run.standardError = sink
      run.standardOutput = sink
      try run.run().expectLetPass("\(sink)")
      run = try scene.run(.hookAudit, nil, ["--audit-required"])
      run.standardError = sink
      try run.run().expectBlocked("\(sink), required")
    }
  }

  /// Shell words that lower a limit, and whether a harmless call still passes.
  ///
  /// Below about 9 MB of address space the kernel cannot map the executable and kills it: no
  /// program can answer for that.
  private static let limits: [(prelude: String, passes: Bool?)] =
    (0...7).map { ("ulimit -n \($0)", true) }
    + [12, 14, 16, 20, 24, 32, 64].map { ("ulimit -v \($0 * 1024)", nil) }
    + [16, 64, 128].map { ("ulimit -s \($0)", nil) }
    + [("ulimit -s 256", true), ("ulimit -f 0", true), ("ulimit -c 0", true)]

  @Test func lowLimitsChangeNoVerdict() throws {
    let scene = try HookScene()
    for (prelude, passes) in HookResourceFaultTests.limits {
      var run = try scene.run(.hookGuard, .secret)
      run.prelude = prelude
      try run.run().expectBlocked(prelude)
      run.input = .bytes(HookUnderTest.hookGuard.harmless.bytes)
      let harmless = try run.run()
      harmless.expectQuiet(prelude)
      #expect(
        harmless.status == 0 || passes == nil && harmless.status == 2, "\(prelude): \(harmless)")
      run = try scene.run(.hookAudit)
      run.prelude = prelude
      try run.run().expectLetPass("audit, \(prelude)")
      run = try scene.run(.hookDrift)
      run.prelude = prelude
      run.input = .bytes([])
      try run.run().expectBlocked("drift, \(prelude)")
    }
  }

  @Test func filesThatMayNotGrowTakeTheReasonFromNobody() throws {
    var run = try HookScene().run(.hookGuard, .secret)
    run.prelude = "ulimit -f 0"
    #expect(try run.run().error.contains("read-env-file"))
    run = try HookScene().run(.hookGuard, nil, ["--audit-required"])
    run.prelude = "ulimit -f 0"
    try run.run().expectBlocked("a record is required")
  }

  private static let fatal = [
    SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
    SIGABRT, SIGSEGV,
  ]

  @Test(arguments: HookUnderTest.allCases)
  func signalsWhileReadingEndInTheHooksOwnStatus(hook: HookUnderTest) throws {
    let scene = try HookScene()
    for number in HookResourceFaultTests.fatal {
      var run = try scene.run(hook)
      run.input = .heldOpen([0x7B])
      run.signal = (number, 0.2)
      let outcome = try run.run()
      if hook == .hookAudit {
        outcome.expectLetPass("signal \(number)")
      } else {
        outcome.expectBlocked("signal \(number)")
      }
      #expect(outcome.seconds < 1.9, "signal \(number) was not heard: \(outcome)")
    }
  }

  @Test func ignoredSignalsAreHeardAgain() throws {
    let scene = try HookScene()
    var run = try scene.run(.hookGuard)
    run.prelude = "trap '' TERM ALRM ABRT SEGV INT"
    run.input = .heldOpen([0x7B])
    let outcome = try run.run()
    outcome.expectBlocked("ignored")
    #expect(outcome.error.contains("deadline"), "\(outcome)")
    run.signal = (SIGTERM, 0.2)
    #expect(try run.run().error.contains("interrupted"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
  func blockedSignalsAreHeardAgain() throws {
    let scene = try HookScene()
    var run = try scene.run(.hookGuard)
    run.arguments = [
      "-c",
      """
      import os, signal, sys
      signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32))
      os.execv(sys.argv[1], sys.argv[1:])
      """, run.path,
    ]
    run.path = "/usr/bin/python3"
    run.input = .heldOpen([0x7B])
    let outcome = try run.run()
    outcome.expectBlocked("blocked")
    #expect(outcome.error.contains("deadline"), "\(outcome)")
  }
}
