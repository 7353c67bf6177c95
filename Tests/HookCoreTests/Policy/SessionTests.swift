// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

/// Environments, risk, stages, phases and scope, by documents and command line.
@Suite struct SessionTests {
  @Test(arguments: try Corpus.cases("Policy/Sessions", allowed: ["allow", "ask", "deny"]))
  func callsAreJudgedByWhatTheSessionIsFor(_ vector: VectorCase) throws {
    let decision = try SessionCall(vector).judgement().decision
    let verdict = decision.verdict.word.description
    let ids = decision.findings.filter(\.counts).flatMap {
      [$0.rule.id.description, $0.rule.group.description]
    }
    #expect(
      verdict == vector.expectation && (vector.subject.isEmpty || ids.contains(vector.subject)),
      "\(verdict) \(ids)", sourceLocation: vector.location)
  }

  @Test(
    arguments: try Corpus.cases(
      "Policy/risk.txt", allowed: ["low", "medium", "high", "critical"]))
  func callsAreOfTheTierThatTheTableSays(_ vector: VectorCase) throws {
    let risk = try SessionCall(vector).judgement().decision.risk
    #expect(risk.tier.word.description == vector.expectation, sourceLocation: vector.location)
    #expect(risk.isMarked == (vector.subject == "marked"), sourceLocation: vector.location)
  }

  @Test(
    arguments: try Corpus.cases(
      "Policy/evidence.txt", allowed: ["development", "staging", "production", "unknown"]))
  func evidenceIsNamed(_ vector: VectorCase) throws {
    let call = try SessionCall(vector)
    let report = EvidenceReport(
      try call.judgement(), try call.event(call.call), call.context)
    let words = report.parts.flatMap { part in
      part.pieces.map { String(decoding: $0.words, as: UTF8.self) }
    }
    #expect(
      report.environment?.word.description == vector.expectation, "\(words)",
      sourceLocation: vector.location)
    #expect(
      vector.detail.isEmpty || words.joined(separator: "\n") == vector.detail, "\(words)",
      sourceLocation: vector.location)
  }

  @Test func theProfilesThatShipAreReadAndNamed() throws {
    let document = try #require(ShippedProfiles.document)
    for kind in [StageKind.stage, .phase] {
      let names = document.profiles(kind).map { String(decoding: $0.name, as: UTF8.self) }
      #expect(names == ShippedProfiles.names(kind).map(\.description))
      for profile in document.profiles(kind) { #expect(!profile.title.isEmpty) }
    }
  }

  /// DESIGN 6: what nobody knows the target of is judged as if it were production.
  @Test func unknownCountsAsProductionInTheTable() {
    var number: UInt8 = 0
    while let impact = RiskImpact(rawValue: number) {
      number += 1
      let unknown = RiskTable.tier(impact, .unknown)
      #expect(unknown == RiskTable.tier(impact, .production))
      #expect(RiskTable.tier(impact, .development) <= RiskTable.tier(impact, .staging))
      #expect(RiskTable.tier(impact, .staging) <= unknown)
    }
    #expect(Int(number) == CatalogText(RiskTable.tiers).split(0x0A).map { _ in 1 }.count)
  }

  @Test func tablesAreSortedAndTheirWordsKnown() {
    for table in [
      RiskTable.impacts, TargetEvidence.selectors, TargetEvidence.variables,
    ] {
      let names = CatalogText(table).split(0x0A).map { $0.slice(0, $0.offset(of: 0x20)).bytes }
      for (name, next) in zip(names, names.dropFirst())
      where !name.lexicographicallyPrecedes(next) {
        Issue.record("\(String(decoding: next, as: UTF8.self)) is not in order")
      }
    }
    for table in [TargetEvidence.selectors, TargetEvidence.variables] {
      for line in CatalogText(table).split(0x0A) {
        let word = line.slice(line.offset(of: 0x20) + 1, line.count)
        #expect(
          EvidenceKind(key: word) != .word || word.equals("word" as StaticString), "\(line)")
      }
    }
    for line in CatalogText(RiskTable.impacts).split(0x0A) {
      let words = line.split(0x20).map { $0 }
      #expect(RiskImpact(word: words[1]) != nil, "\(line)")
      #expect(
        RuleNames.isKnown(words[0].bytes), "\(line) is no rule's")
    }
  }

  /// Without documents the tiers say what the built-in rules say: high asks, critical denies.
  @Test func tiersAgreeWithTheBuiltInRules() throws {
    let call = SessionCall()
    for vector in try Corpus.cases("Verdicts", allowed: ["allow", "ask", "deny"]) {
      let decision = try call.judgement(vector.string).decision
      #expect(
        RiskVerdicts().of(decision.risk.tier).verdict == decision.verdict,
        "\(decision.risk.tier) \(decision.ruleIDs.map { String(decoding: $0, as: UTF8.self) })",
        sourceLocation: vector.location)
    }
  }
}
