// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite("PermissionRule")
struct PermissionRuleTests {
  private static func rule(_ text: String) -> PermissionRule? {
    PermissionRule(entry: CanonicalValue.string(Array(text.utf8)))
  }

  private static func covers(_ wide: String, _ narrow: String) throws -> Bool {
    try #require(rule(wide)).covers(try #require(rule(narrow)))
  }

  @Test(arguments: [
    ("Bash", "Bash(rm *)"), ("Bash(*)", "Bash"), ("Bash()", "Bash(x)"), ("Read", "Read(./.env)"),
    ("Bash(git *)", "Bash(git log *)"), ("Bash(git:*)", "Bash(git)"),
    ("Bash(git:*)", "Bash(git log:*)"), ("Read(./.env)", "Read(./.env)"),
  ])
  func aWiderRuleCoversANarrowerOne(_ wide: String, _ narrow: String) throws {
    #expect(try Self.covers(wide, narrow))
  }

  @Test(arguments: [
    ("Bash(rm *)", "Bash"), ("Read", "Write"), ("Read", "Reads"), ("Bash(git *)", "Bash(gitx *)"),
    ("Bash(git *)", "Bash(git)"), ("Bash(git *)", "Bash(git:*)"), ("Bash(git*)", "Bash(git log)"),
    ("Bash(g* *)", "Bash(git *)"), ("Read(./a/**)", "Read(./a/b)"), ("mcp__*", "mcp__x"),
    ("Bash(git *)", "Bash(git log; rm x)"), ("Bash(git *)", "Bash(git log\nrm x)"),
    ("Bash(git *)", "Bash(git $(rm x))"), ("Bash(git *)", "Bash(git log | sh)"),
  ])
  func whatIsNotCertainIsNotCovered(_ wide: String, _ narrow: String) throws {
    guard let wide = Self.rule(wide), let narrow = Self.rule(narrow) else { return }
    #expect(!wide.covers(narrow))
  }

  /// Whether the client would match `command` by the pattern of a Bash rule.
  private static func matches(_ command: String, _ pattern: String) -> Bool {
    if pattern == "*" { return true }
    if pattern.hasSuffix(":*") {
      let words = pattern.dropLast(2)
      return command == words || command.hasPrefix(words + " ")
    }
    if pattern.hasSuffix(" *") { return command.hasPrefix(pattern.dropLast()) }
    return command == pattern
  }

  /// All texts over a small alphabet, against all pairs of patterns over it.
  @Test func coveringAgreesWithMatchingEveryShortCommand() throws {
    var words = [""]
    for _ in 0..<4 { words += words.flatMap { word in ["a", "b", " "].map { word + $0 } } }
    let commands = Set(words).filter { !$0.isEmpty }
    let stems = commands.filter { $0.count <= 3 && !$0.hasSuffix(" ") }
    let patterns = stems.flatMap { [$0, $0 + " *", $0 + ":*"] } + ["*"]
    var covered = 0
    for wide in patterns {
      let wideRule = try #require(Self.rule("Bash(\(wide))"))
      for narrow in patterns where wideRule.covers(try #require(Self.rule("Bash(\(narrow))"))) {
        covered += 1
        for command in commands where Self.matches(command, narrow) {
          #expect(Self.matches(command, wide), "\(wide) covers \(narrow) but not \(command)")
        }
      }
    }
    #expect(covered > patterns.count)
  }
}
