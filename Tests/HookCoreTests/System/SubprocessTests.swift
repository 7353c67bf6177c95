// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

struct SubprocessTests {
  private func shell(_ text: String, milliseconds: Int = 10_000) -> Subprocess {
    Subprocess(
      Array("/bin/sh".utf8), [Array("-c".utf8), Array(text.utf8)], milliseconds: milliseconds)
  }

  @Test func inputStreamsAndStatusPassThrough() throws {
    var program = shell("cat; echo no >&2; exit 3")
    program.input = [UInt8](repeating: 0x61, count: 300_000)
    let outcome = try program.run()
    #expect(outcome.status == 3)
    #expect(outcome.output == program.input)
    #expect(outcome.error == Array("no\n".utf8))
  }

  @Test func programThatReadsNothingDoesNoHarm() throws {
    var program = shell("exit 0")
    program.input = [UInt8](repeating: 0x61, count: 3_000_000)
    #expect(try program.run().status == 0)
  }

  @Test func deadlineKills() throws {
    let outcome = try shell("exec sleep 5", milliseconds: 50).run()
    #expect(outcome.timedOut)
    #expect(outcome.signal == 9)
  }

  @Test func grandchildThatKeepsTheStreamsOpenIsNotWaitedFor() throws {
    let outcome = try shell("sleep 5 & echo done").run()
    #expect(outcome.output == Array("done\n".utf8))
    #expect(outcome.milliseconds < 4_000)
  }

  @Test func missingProgramIsAnError() {
    #expect(throws: SystemError(.notFound, .spawn, [])) {
      try Subprocess(Array("/nonexistent/program".utf8), milliseconds: 100).run()
    }
  }

  @Test func outputBeyondTheLimitIsDropped() throws {
    let outcome = try shell("head -c 3000000 /dev/zero").run()
    #expect(outcome.status == 0)
    #expect(outcome.output.count == 1 << 20)
  }

  @Test func environmentIsOnlyWhatIsGiven() throws {
    var program = Subprocess(Array("/usr/bin/env".utf8), milliseconds: 5_000)
    program.environment = [Array("A=1".utf8)]
    #expect(try program.run().output == Array("A=1\n".utf8))
  }
}
