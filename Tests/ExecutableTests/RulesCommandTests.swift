// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// `hookctl rules`, spawned as a person would.
struct RulesCommandTests {
  private func rules(_ arguments: [String]) throws -> RunExecutable.Outcome {
    var run = try RunExecutable("hookctl", ["rules"] + arguments)
    run.environment = ["HOME": "/nonexistent"]
    run.workingDirectory = "/"
    return try run.run()
  }

  private func object(_ outcome: RunExecutable.Outcome) throws -> [String: Any] {
    let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(parsed as? [String: Any])
  }

  @Test func theyAreListedByFamily() throws {
    let outcome = try rules([])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("secret files\n"))
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("  ") }.count >= 120)
    #expect(lines.contains { $0.hasPrefix("  terraform-destroy ") && $0.hasSuffix("(production)") })
  }

  @Test func oneIsShownWithItsReasonsAndExamples() throws {
    let outcome = try rules(["hard-reset"])
    #expect(outcome.status == 0)
    for text in [
      "verdict  ask", "part of  discard-changes", "why      ", "instead  commit",
      "  meets\n    git reset --hard\n", "  does not meet\n    git reset\n",
    ] {
      #expect(outcome.output.contains(text), "\(text)\n\(outcome)")
    }
  }

  @Test func aWiderRuleListsItsParts() throws {
    let outcome = try rules(["discard-changes"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("hard-reset") && outcome.output.contains("restore-worktree"))
    #expect(!outcome.output.contains("force-push"))
  }

  @Test func jsonHoldsTheSame() throws {
    let all = try #require(try object(rules(["--json"]))["rules"] as? [[String: Any]])
    #expect(all.count >= 120)
    let one = try object(rules(["--json", "hard-reset"]))
    #expect(one["id"] as? String == "hard-reset")
    #expect((one["meets"] as? [String])?.contains("git reset --hard") == true)
    #expect((one["allows"] as? [String])?.contains("git reset") == true)
    #expect((one["rationale"] as? String)?.isEmpty == false)
  }

  @Test func anUnknownRuleIsAnErrorWithTheNearestName() throws {
    let outcome = try rules(["hard-rest"])
    #expect(outcome.status == 64)
    #expect(outcome.error.contains("no rule is called hard-rest, the nearest is hard-reset"))
  }
}
