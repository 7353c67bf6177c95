// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

@Suite struct VerdictTests {
  @Test func everyVectorIsJudgedAsItSays() throws {
    let cases = try Corpus.cases("Verdicts", allowed: ["allow", "ask", "deny"])
    for vector in cases {
      let decision = VectorProject.decide(vector.text)
      let verdict = decision.verdict.word.description
      // A vector may name the wider rule that a finer one is part of.
      let ids = decision.findings.flatMap { [$0.rule.id.description, $0.rule.group.description] }
      #expect(
        verdict == vector.expectation && (vector.subject.isEmpty || ids.contains(vector.subject)),
        "\(vector.string) → \(verdict) \(ids)", sourceLocation: vector.location)
    }
  }
}
