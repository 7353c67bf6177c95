// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite("SettingsCatalog")
struct SettingsCatalogTests {
  private static let classes: [String: SettingsClass] = [
    "W+": .gainWeakens, "W-": .lossWeakens, "W=": .eitherWeakens, "X": .executes,
    "C": .indirect, "-": .cosmetic,
  ]

  /// The keys of the vectors with the word for their class.
  private static func keys() throws -> [(name: String, word: String)] {
    try Corpus.cases("Drift/catalogue.txt", allowed: Set(classes.keys)).flatMap { group in
      group.string.split(separator: "\n").map { (String($0), group.expectation) }
    }
  }

  /// The rows of the table, split at blanks.
  private static func rows() -> [[String]] {
    lines().map { $0.split(separator: " ").map(String.init) }
  }

  private static func lines() -> [String] {
    SettingsCatalog.table.withUTF8Buffer { table in
      String(decoding: table, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  /// The key `name`; for a family, a member of it.
  private static func key(_ name: String) -> SettingsKey? {
    SettingsCatalog.key(
      Array((name.hasSuffix("*") ? name.dropLast() + "Any" : name[...]).utf8)[...])
  }

  @Test func everyKeyTheClientKnowsHasATypeAndADirection() throws {
    for (name, _) in try Self.keys() {
      #expect(Self.key(name) != nil, "\(name)")
    }
  }

  @Test func everyKeyIsOfTheClassThatTheVectorsSay() throws {
    // `false` is the strict value of these, and the vectors count its going as a loss.
    let reversed: Set<String> = [
      "enableArtifact", "enableWorkflows", "syncClaudeAiPlugins", "syncClaudeAiSkills",
    ]
    for (name, word) in try Self.keys() {
      let row = try #require(Self.rows().first { $0[0] == name })
      #expect(row[3] == word, "\(name)")
      guard !reversed.contains(name) else { continue }
      #expect(Self.key(name)?.classification == Self.classes[word], "\(name)")
    }
  }

  @Test func everyRowIsInTheVectors() throws {
    let known = Set(try Self.keys().map(\.name))
    for row in Self.rows() where row[1] != "object" {
      #expect(known.contains(row[0]), "\(row)")
    }
  }

  @Test func rowsAreSortedAndOfOneWidth() {
    let lines = Self.lines()
    #expect(lines.count == SettingsCatalog.count)
    #expect(lines.allSatisfy { $0.utf8.count == SettingsCatalog.rowLength - 1 })
    let names = lines.map { Array($0.utf8.prefix { $0 != 0x20 }) }
    for (left, right) in zip(names, names.dropFirst()) {
      #expect(left.lexicographicallyPrecedes(right))
    }
  }

  @Test(arguments: [
    "", "perm", "permissions.den", "permissions.denyx", "Permissions", "env ", "work",
  ])
  func aKeyIsFoundOnlyByItsWholeName(_ name: String) {
    #expect(SettingsCatalog.key(Array(name.utf8)[...]) == nil)
  }

  @Test func aMemberBelongsToItsMap() {
    func direction(_ path: String) -> SettingsDirection? {
      SettingsCatalog.owner(of: Array(path.utf8))?.direction
    }
    #expect(direction("env.PATH") == .env)
    #expect(direction(#"enabledPlugins["a@b.c"]"#) == .plugins)
    #expect(direction("hooks.Stop") == .hooks)
    #expect(direction("permissions.other") == nil)
    #expect(direction(#"["permissions.deny"]"#) == nil)
  }
}
