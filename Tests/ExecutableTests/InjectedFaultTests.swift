// SPDX-License-Identifier: MIT
import Testing

/// Faults below the hook's own code, provoked in a build that has them.
struct InjectedFaultTests {
  private static let faults = [
    "out-of-bounds", "overflow", "division", "nil", "precondition", "cast", "null", "stack", "loop",
  ]

  private func run(
    _ hook: HookUnderTest, _ arguments: [String], in scene: HookScene
  ) throws -> RunExecutable {
    var run = try scene.run(hook, nil, arguments)
    run.path = try BuiltExecutables.faultyPath(hook.rawValue)
    return run
  }

  @Test func everyFaultOfWhatDecidesBlocks() throws {
    let scene = try HookScene()
    for hook in HookUnderTest.deciding {
      for fault in InjectedFaultTests.faults {
        let outcome = try run(hook, ["--fault", fault], in: scene).run()
        outcome.expectBlocked("\(hook), \(fault)")
        let cause = fault == "loop" ? "deadline exceeded" : "internal fault"
        #expect(outcome.error.hasPrefix("\(hook.rawValue): \(cause)"), "\(fault): \(outcome)")
      }
    }
  }

  @Test func noFaultOfAuditStopsAnybodyUnlessARecordIsRequired() throws {
    let scene = try HookScene()
    for fault in InjectedFaultTests.faults where fault != "loop" {
      try run(.hookAudit, ["--fault", fault], in: scene).run().expectLetPass(fault)
      try run(.hookAudit, ["--audit-required", "--fault", fault], in: scene).run()
        .expectBlocked(fault)
    }
  }

  @Test func exhaustedMemoryAndSmallStacksBlock() throws {
    let scene = try HookScene()
    let cases = [
      ("allocation", ""),
      ("memory", "ulimit -v 200000"), ("memory", "ulimit -v 16000"), ("stack", "ulimit -s 64"),
      ("stack", "ulimit -s 1024"), ("stack", "ulimit -v 32000"), ("nil", "ulimit -n 0"),
    ]
    for (fault, prelude) in cases {
      var run = try run(.hookGuard, ["--fault", fault], in: scene)
      run.prelude = prelude
      let outcome = try run.run()
      #expect(outcome.status == 2, "\(fault), \(prelude): \(outcome)")
      // Where memory runs out the Swift runtime says so in lines of its own before it aborts.
      outcome.expectNoOutput("\(fault), \(prelude)")
    }
    let outcome = try run(.hookAudit, ["--fault", "allocation"], in: scene).run()
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test func faultsBlockWhereNobodyReads() throws {
    let scene = try HookScene()
    for sink in [RunExecutable.Sink.stuck, .file("/dev/full"), .brokenPipe, .closed] {
      var run = try run(.hookGuard, ["--fault", "nil"], in: scene)
      run.standardError = sink
      try run.run().expectBlocked("\(sink)")
    }
  }

  @Test func thisBuildWorksAsTheShippedOneWithoutAFault() throws {
    try run(.hookGuard, [], in: HookScene()).run().expectLetPass("no fault")
  }

  @Test func shippedBuildsKnowNoFaults() throws {
    let scene = try HookScene()
    for hook in HookUnderTest.deciding {
      let outcome = try scene.run(hook, nil, ["--fault", "nil"]).run()
      outcome.expectBlocked("\(hook)")
      #expect(outcome.error.contains("usage: "), "\(outcome)")
    }
  }

  @Test func wrongArgumentsLiftNoRequirement() throws {
    let scene = try HookScene()
    for wrong in [["--x"], ["--state-dir"], ["--state-dir", "relative"], [""]] {
      try scene.run(.hookGuard, nil, wrong).run().expectBlocked("\(wrong)")
      try scene.run(.hookDrift, nil, wrong).run().expectBlocked("\(wrong)")
      try scene.run(.hookAudit, nil, wrong).run().expectLetPass("\(wrong)")
      try scene.run(.hookAudit, nil, ["--audit-required"] + wrong).run().expectBlocked("\(wrong)")
    }
  }
}
