// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

/// Whether a verdict depends on what a command does, and not on how it is spelled.
///
/// Every denied vector is changed in every kind of way; a few mutations of each kind are tried,
/// other ones for each vector. With `ALL_MUTATIONS=1` in the environment all of them are.
@Suite struct EvasionTests {
  @Test(arguments: Evasion.allCases)
  func noSpellingOfADeniedCommandPasses(_ evasion: Evasion) throws {
    var applied = 0
    let denied = try Mutations.vectors("deny")
    for (number, vector) in denied.enumerated() {
      guard let sites = CommandSites(vector.text) else { continue }
      let mutants = Mutations.some(of: evasion.mutants(of: sites), number: number)
      applied += mutants.isEmpty ? 0 : 1
      for mutant in mutants where VectorProject.decide(mutant).verdict == .allow {
        Mutations.record(mutant, of: vector)
      }
    }
    // Kinds that no longer find a place to change would pass without trying anything.
    #expect(applied > denied.count * 9 / 10, "\(evasion) applied to \(applied)")
  }

  /// Two kinds at once, at a single place of the command each.
  @Test func noTwoSpellingsOfADeniedCommandPass() throws {
    let denied = try Mutations.vectors("deny")
    var random = SeededGenerator(seed: 0x5EED)
    var tried = 0
    for _ in 0..<Mutations.pairs {
      let vector = random.pick(denied)
      var text = vector.text
      for _ in 0..<2 {
        guard var sites = CommandSites(text) else { break }
        sites.keepSome(&random)
        let mutants = random.pick(Evasion.allCases).mutants(of: sites)
        guard !mutants.isEmpty else { continue }
        text = random.pick(mutants)
        tried += 1
      }
      if VectorProject.decide(text).verdict == .allow { Mutations.record(text, of: vector) }
    }
    #expect(tried > Mutations.pairs * 3 / 2)
  }

  @Test(arguments: HarmlessVariant.allCases)
  func everyVariantOfAHarmlessCommandPasses(_ kind: HarmlessVariant) throws {
    var applied = 0
    let allowed = try Mutations.vectors("allow")
    for (number, vector) in allowed.enumerated() {
      guard let sites = CommandSites(vector.text) else { continue }
      let variants = Mutations.some(of: kind.variants(of: sites), number: number)
      applied += variants.isEmpty ? 0 : 1
      for variant in variants where VectorProject.decide(variant).verdict != .allow {
        Mutations.record(variant, of: vector)
      }
    }
    #expect(applied > allowed.count * 9 / 10, "\(kind) applied to \(applied)")
  }
}

/// Which mutations are tried, and how a survivor is reported.
private enum Mutations {
  /// Whether the environment asks for every mutation, which takes minutes.
  static let areAll = ProcessInfo.processInfo.environment["ALL_MUTATIONS"] == "1"
  /// Mutations of one kind that are tried of one vector.
  static let perKind = 2
  static let pairs = areAll ? 50_000 : 5_000

  static func vectors(_ expectation: String) throws -> [VectorCase] {
    try Corpus.cases("Verdicts", allowed: ["allow", "ask", "deny"])
      .filter { $0.expectation == expectation }
  }

  /// All of `mutants`, or a few that change with `number`.
  static func some(of mutants: [[UInt8]], number: Int) -> [[UInt8]] {
    if areAll || mutants.count <= perKind { return mutants }
    return (0..<perKind).map { mutants[(number * perKind + $0) % mutants.count] }
  }

  static func record(_ mutant: [UInt8], of vector: VectorCase) {
    let decision = VectorProject.decide(mutant)
    let ids = decision.ruleIDs.map { String(decoding: $0, as: UTF8.self) }
    Issue.record(
      "\(String(decoding: mutant, as: UTF8.self)) → \(decision.verdict.word) \(ids)",
      sourceLocation: vector.location)
  }
}
