// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

@Suite struct VerdictTests {
  @Test func everyVectorIsJudgedAsItSays() throws {
    try expectVerdicts(of: "Verdicts") { VectorProject.decide($0) }
  }

  @Test func everyCallOfAnotherToolIsJudgedAsItSays() throws {
    try expectVerdicts(of: "Calls") { try VectorProject.decide(call: $0) }
  }

  private func expectVerdicts(
    of folder: String, _ decide: ([UInt8]) throws -> Decision
  ) throws {
    let cases = try Corpus.cases(folder, allowed: ["allow", "ask", "deny"])
    for vector in cases {
      let decision = try decide(vector.text)
      let verdict = decision.verdict.word.description
      // A vector may name the wider rule that a finer one is part of.
      let ids = decision.findings.flatMap { [$0.rule.id.description, $0.rule.group.description] }
      #expect(
        verdict == vector.expectation && (vector.subject.isEmpty || ids.contains(vector.subject)),
        "\(vector.string) → \(verdict) \(ids)", sourceLocation: vector.location)
    }
  }
}
