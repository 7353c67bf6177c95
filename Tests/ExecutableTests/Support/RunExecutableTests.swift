// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// The harness itself: a test of an exit status is worth no more than what measures it.
struct RunExecutableTests {
  private func shell(_ text: String, _ input: RunExecutable.Input = .bytes([])) -> RunExecutable {
    RunExecutable(path: "/bin/sh", ["-c", text], input: input)
  }

  @Test func statusAndBothStreamsAreCollected() throws {
    let outcome = try shell("cat; echo problem >&2; exit 3", .text("hello")).run()
    #expect(outcome.status == 3)
    #expect(outcome.output == "hello")
    #expect(outcome.error == "problem\n")
  }

  @Test func moreThanAPipeHoldsPassesBothWays() throws {
    let bytes = [UInt8](repeating: 0x61, count: 3 << 20)
    #expect(try shell("cat", .bytes(bytes)).run().standardOutput == bytes)
    #expect(try shell("cat", .pipe(bytes)).run().standardOutput == bytes)
  }

  @Test func deathBySignalIsToldFromAnExit() throws {
    let outcome = try shell("kill -SEGV $$").run()
    #expect(outcome.status == nil)
    #expect(outcome.signal == SIGSEGV)
  }

  @Test func inputThatNeverEndsRunsIntoTheDeadline() throws {
    var run = shell("exec cat >/dev/null", .heldOpen([0x7B]))
    run.deadline = 0.2
    #expect(try run.run().timedOut)
    run.input = .endless([0x20])
    #expect(try run.run().timedOut)
  }

  @Test func signalsAreSentWhileTheProgramRuns() throws {
    var run = shell("trap 'exit 7' TERM; while :; do sleep 0.02; done")
    run.signal = (SIGTERM, 0.1)
    #expect(try run.run().status == 7)
  }

  @Test func environmentIsBuiltFromNothing() throws {
    var run = RunExecutable(path: "/usr/bin/env")
    run.environment = ["A": "1"]
    run.workingDirectory = "/"
    #expect(try run.run().output == "A=1\n")
  }

  @Test func standardInputIsASocketAsWithTheClient() throws {
    #expect(try shell("test -S /dev/stdin || test -S /proc/self/fd/0").run().status == 0)
    #expect(try shell("test -p /dev/stdin", .pipe([])).run().status == 0)
  }

  @Test func preludeLimitsTheProgramThatTakesTheShellsPlace() throws {
    var run = shell("ulimit -n")
    run.prelude = "ulimit -n 7"
    #expect(try run.run().output == "7\n")
  }

  @Test func descriptorsCanBeClosedBrokenStuckOrFull() throws {
    var run = shell("test -e /dev/fd/0 || exit 9", .closed)
    #expect(try run.run().status == 9)
    run = shell("trap '' PIPE; echo x || exit 8")
    run.standardOutput = .brokenPipe
    #expect(try run.run().status == 8)
    run.standardOutput = .closed
    #expect(try run.run().status == 8)
    run.standardOutput = .stuck
    run.deadline = 0.2
    #expect(try run.run().timedOut)
    #if os(Linux)
      run.standardOutput = .file("/dev/full")
      #expect(try run.run().status == 8)
    #endif
  }

  @Test func releaseExecutablesAreBuilt() throws {
    let outcome = try RunExecutable("hookctl", ["--version"]).run()
    #expect(outcome.output.hasPrefix("hookctl "), "\(outcome)")
  }
}
