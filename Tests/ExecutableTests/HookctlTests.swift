// SPDX-License-Identifier: MIT
import Foundation
import Testing

struct HookctlTests {
  private func run(_ arguments: [String]) throws -> RunExecutable.Outcome {
    var run = try RunExecutable("hookctl", arguments)
    run.environment = ["HOME": "/nonexistent"]
    run.workingDirectory = "/"
    return try run.run()
  }

  /// The subcommands that the help of hookctl lists.
  private func subcommands() throws -> [String] {
    let help = try run(["--help"]).output
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    let list = lines.drop { $0 != "subcommands:" }.dropFirst().prefix { !$0.isEmpty }
    return list.compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  @Test func versionIsOneLine() throws {
    let outcome = try run(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: /hookctl \d+\.\d+\.\d+\n/) != nil)
    #expect(outcome.standardError.isEmpty)
  }

  @Test func everySubcommandHasHelpForAnOrdinaryTerminal() throws {
    let names = try subcommands()
    #expect(names.count >= 3)
    for name in names {
      let outcome = try run([name, "--help"])
      #expect(outcome.status == 0, "\(name)")
      #expect(outcome.output.contains("usage: hookctl \(name)"), "\(name)")
      #expect(outcome.standardError.isEmpty, "\(name)")
      #expect(outcome.output.hasSuffix("\n") && !outcome.output.hasSuffix("\n\n"), "\(name)")
      for line in outcome.output.split(separator: "\n") {
        #expect(line.count <= 84, "\(name): \(line)")
      }
      #expect(try run(["help", name]).output == outcome.output, "\(name)")
      #expect(try run([name, "-h"]).output == outcome.output, "\(name)")
    }
  }

  @Test func helpOfSettingsMergeIsUnderItsOwnName() throws {
    let outcome = try run(["settings", "merge", "--help"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("usage: hookctl settings merge "))
  }

  @Test(arguments: [
    ([], "no subcommand given; see hookctl --help"),
    (["docter"], "unknown subcommand docter, the nearest is doctor; see hookctl --help"),
    (["zzz"], "unknown subcommand zzz; see hookctl --help"),
    (["--verbose"], "unknown option --verbose; see hookctl --help"),
    (["--version=2"], "--version takes no value; see hookctl --help"),
    (["doctor", "--fix"], "unknown option --fix; see hookctl doctor --help"),
    (["doctor", "x"], "unexpected argument x; see hookctl doctor --help"),
    (["doctor", "--file"], "--file needs a value; see hookctl doctor --help"),
    (["settings"], "no subcommand given; see hookctl settings --help"),
    (
      ["settings", "merg"],
      "unknown subcommand merg, the nearest is merge; see hookctl settings --help"
    ),
    (
      ["settings", "merge", "--user", "--managed"],
      "--file, --user, --project and --managed exclude each other; see hookctl settings merge --help"
    ),
    (["a\u{1B}[31mb"], "unknown subcommand a\\x1b[31mb; see hookctl --help"),
  ])
  func usageErrorsExitWith64(_ arguments: [String], _ message: String) throws {
    let outcome = try run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.standardOutput.isEmpty)
    #expect(outcome.error == "hookctl: error: \(message)\n")
  }

  @Test func missingFilesExitWith66() throws {
    let outcome = try run(["doctor", "--file", "/nonexistent/settings.json"])
    #expect(outcome.status == 66)
    #expect(
      outcome.error == "hookctl: error: /nonexistent/settings.json: no such file or directory\n")
  }

  @Test func outputThatCannotBeWrittenExitsWith74() throws {
    var run = try RunExecutable("hookctl", ["--help"])
    run.standardOutput = .closed
    #expect(try run.run().status == 74)
    #if os(Linux)
      run.standardOutput = .file("/dev/full")
      #expect(try run.run().status == 74)
    #endif
  }

  @Test func nothingIsColouredInAPipe() throws {
    #expect(!(try run(["doctor"]).standardOutput.contains(0x1B)))
  }
}
