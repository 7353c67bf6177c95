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
      let ids = decision.ruleIDs.map { String(decoding: $0, as: UTF8.self) }
      #expect(
        verdict == vector.expectation && (vector.subject.isEmpty || ids.contains(vector.subject)),
        "\(vector.string) → \(verdict) \(ids)", sourceLocation: vector.location)
    }
  }
}
