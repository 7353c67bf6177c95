// SPDX-License-Identifier: MIT
import RuleExamples
import Testing

@testable import HookCore

/// Every rule has reasons and examples, and the examples are judged as they say.
struct RuleTests {
  private static let rules = RuleFamily.allCases.flatMap(\.rules)
  /// DESIGN 10: documentation and tests in one.
  private static let fewest = 3

  @Test func idsAreUniqueAndKebabCase() {
    #expect(RuleTests.rules.count >= 120)
    var seen: Set<String> = []
    for rule in RuleTests.rules {
      #expect(seen.insert(rule.id.description).inserted, "\(rule.id) is there twice")
      #expect(
        rule.id.bytes.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }, "\(rule.id)")
    }
  }

  @Test func tablesAreSortedByTheirBytes() {
    for family in RuleFamily.allCases {
      let ids = family.rules.map(\.id.bytes)
      #expect(!ids.isEmpty, "\(family) has no rule")
      for (id, next) in zip(ids, ids.dropFirst()) where !id.lexicographicallyPrecedes(next) {
        Issue.record("\(String(decoding: next, as: UTF8.self)) is not in order")
      }
    }
  }

  @Test func everyRuleOfActionsAndFilesIsInATableAndNoOtherIs() {
    let named =
      Action.allCases.map(\.rawValue) + FileRule.allCases.map(\.rawValue)
      + SessionRule.allCases.map(\.rawValue)
      + CallLimitRule.allCases.map(\.rawValue)
    let known = Set(RuleTests.rules.map(\.id.description))
    #expect(known == Set(named.map(\.description)))
    for id in named {
      let rule = Rule(named: id)
      #expect(rule.id == id)
      #expect(!rule.title.isEmpty && !rule.advice.isEmpty, "\(id) says nothing")
      #expect(rule.verdict != .allow)
      #expect(rule.verdictElsewhere <= rule.verdict)
    }
  }

  @Test func wordsOfTheCatalogueAreActions() {
    var number: UInt8 = 0
    while let table = CommandCatalog.tables(number) {
      number += 1
      for line in CatalogText(table).split(0x0A) {
        for clause in CatalogEntry(line).clauses(0x40) {
          let colon = clause.lastOffset(of: 0x3A)
          let word = clause.slice(colon < clause.count ? colon + 1 : 1, clause.count)
          #expect(Action(rawValue: word) != nil, "\(word) in \(line)")
        }
      }
    }
  }

  @Test func familiesAreComplete() {
    var number: UInt8 = 0
    while let family = RuleFamily(rawValue: number) {
      #expect(RuleFamily.allCases.contains(family))
      number += 1
    }
    #expect(Int(number) == RuleFamily.allCases.count)
    #expect(Set(RuleFamily.allCases.map(\.name.description)).count == RuleFamily.allCases.count)
  }

  @Test func everyRuleHasARationaleAndExamples() {
    for family in RuleFamily.allCases {
      let notes = RuleNotes.notes(of: family)
      let ids = notes.map { String(decoding: $0.id, as: UTF8.self) }
      #expect(ids == family.rules.map(\.id.description), "\(family)")
      for note in notes {
        let id = String(decoding: note.id, as: UTF8.self)
        let meets = note.examples.filter { $0.expectation == .meets }.count
        #expect(!note.rationale.isEmpty, "\(id)")
        // What only documents make happen is shown by `Vectors/Policy/decisions.txt`.
        if family == .limits { continue }
        #expect(meets >= RuleTests.fewest, "\(id): \(meets) that it meets")
        #expect(note.examples.count - meets >= RuleTests.fewest, "\(id): too few that it does not")
      }
    }
  }

  @Test(arguments: RuleFamily.allCases)
  func everyExampleIsJudgedAsItSays(family: RuleFamily) throws {
    for note in RuleNotes.notes(of: family) {
      let id = String(decoding: note.id, as: UTF8.self)
      for example in note.examples {
        let decision = try Self.decide(example.command, family)
        let ids = decision.ruleIDs.map { String(decoding: $0, as: UTF8.self) }
        let command = String(decoding: example.command, as: UTF8.self)
        switch example.expectation {
        case .meets: #expect(ids.contains(id), "\(id): \(command) → \(ids)")
        case .passes: #expect(ids.isEmpty, "\(id): \(command) → \(ids)")
        case .meetsOther:
          #expect(!ids.isEmpty && !ids.contains(id), "\(id): \(command) → \(ids)")
        }
      }
    }
  }

  /// Rules on sessions hold in one: its options stand before the command.
  private static func decide(_ example: [UInt8], _ family: RuleFamily) throws -> Decision {
    guard family == .session else {
      return example.hasPrefix("mcp__")
        ? try VectorProject.decide(call: example) : VectorProject.decide(example)
    }
    let parts = String(decoding: example, as: UTF8.self).split(separator: ";", maxSplits: 1)
    var call = SessionCall()
    if parts[0].hasPrefix("risk") {
      let tier = parts[0].dropFirst(5)
      let verdicts = tier.isEmpty ? "" : "\"\(tier)\":\"ask\""
      try call.take("managed {\"version\":1,\"risk\":{\(verdicts)}}")
      try call.take("branch feature/x")
    } else {
      try call.take("session \(parts[0])")
    }
    return try call.judgement(String(parts[1].dropFirst())).decision
  }
}
