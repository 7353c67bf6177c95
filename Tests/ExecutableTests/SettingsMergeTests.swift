// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// `hookctl settings merge` on files; what the edit does to the text is tested with the library.
struct SettingsMergeTests {
  private let scratch: ScratchTree

  init() throws { scratch = try ScratchTree() }

  private func merge(_ arguments: [String]) throws -> RunExecutable.Outcome {
    var run = try RunExecutable(
      "hookctl", ["settings", "merge", "--libexec", "/opt/hooks"] + arguments)
    run.environment = ["HOME": scratch.root]
    run.workingDirectory = scratch.root
    return try run.run()
  }

  @Test func userSettingsAreMadeWhereThereAreNone() throws {
    let outcome = try merge([])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(scratch.read(".claude/settings.json")?.contains("/opt/hooks/hook-guard") == true)
  }

  @Test func secondRunSaysSoAndWritesNothing() throws {
    _ = try merge([])
    let inodes = try scratch.inodes(".claude")
    let outcome = try merge([])
    #expect(outcome.output == "unchanged \(scratch.path(".claude/settings.json"))\n")
    #expect(try scratch.inodes(".claude") == inodes)
  }

  @Test func removalGivesBackTheBytes() throws {
    let text = "{\r\n\t\"model\" : \"x\",\r\n\t\"zz\": [1.50]\r\n}"
    let file = try scratch.write("settings.json", text)
    _ = try merge(["--file", file])
    #expect(scratch.read("settings.json") != text)
    let outcome = try merge(["--file", file, "--remove"])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(scratch.read("settings.json") == text)
  }

  @Test func dryRunPrintsTheLinesAndWritesNothing() throws {
    try scratch.write("settings.json", "{\n  \"model\": \"x\"\n}\n")
    let before = try scratch.entries("")
    let outcome = try merge(["--file", "settings.json", "--dry-run"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\n+ "))
    #expect(try scratch.entries("") == before)
  }

  @Test func jsonOutputIsOneObject() throws {
    let file = scratch.path("settings.json")
    let outcome = try merge(["--file", file, "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(outcome.standardOutput))
    #expect(object as? NSDictionary == ["changed": true, "file": file, "written": true])
  }

  @Test(arguments: ["{\"a\":1,}", "[]", "{\"a\":1,\"a\":2}", "// settings\n{}", "{"])
  func invalidSettingsAreRefusedAndLeftAlone(_ text: String) throws {
    let file = try scratch.write("settings.json", text)
    let outcome = try merge(["--file", file])
    #expect(outcome.status == 65, "\(outcome)")
    #expect(outcome.error.hasPrefix("hookctl: error: \(file): "))
    #expect(scratch.read("settings.json") == text)
  }

  @Test func linkedSettingsStayALink() throws {
    try scratch.write("dotfiles/settings.json", "{}\n")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("linked.json"), withDestinationPath: "dotfiles/settings.json")
    #expect(try merge(["--file", "linked.json"]).status == 0)
    #expect(scratch.read("dotfiles/settings.json")?.contains("hook-drift") == true)
    #expect(try scratch.entries("")["linked.json"]?.content == "link to dotfiles/settings.json")
  }

  @Test func modeOfTheFileIsKept() throws {
    let file = try scratch.write("settings.json", "{}\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    _ = try merge(["--file", file])
    #expect(try scratch.entries("")["settings.json"]?.mode == 0o600)
  }

  @Test func directoryInTheWayIsAnError() throws {
    let outcome = try merge(["--file", scratch.root])
    #expect(outcome.status == 65)
  }
}
