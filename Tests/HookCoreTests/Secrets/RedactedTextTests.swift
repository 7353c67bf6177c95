// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct RedactedTextTests {
  private static let redactor = Redactor(tagKey: Array("key".utf8))

  private func redacted(_ text: [UInt8], _ redactor: Redactor = redactor) -> String {
    String(decoding: RedactedText(text, by: redactor).bytes, as: UTF8.self)
  }

  @Test(arguments: try Corpus.cases("Secrets/redaction.txt", allowed: ["redacted", "clean"]))
  func secretsGoAndTheRestStays(_ vector: VectorCase) {
    let text = redacted(vector.text)
    if vector.expectation == "clean" {
      #expect(text == vector.string, sourceLocation: vector.location)
    } else {
      #expect(text.contains("[redacted:\(vector.subject):"), sourceLocation: vector.location)
      #expect(!text.contains(vector.detail), sourceLocation: vector.location)
    }
  }

  @Test(arguments: try Corpus.cases("Secrets/redaction.txt", allowed: ["redacted", "clean"]))
  func redactingTwiceChangesNothingMore(_ vector: VectorCase) {
    let once = RedactedText(vector.text, by: RedactedTextTests.redactor)
    #expect(
      !redacted(once.bytes).contains(vector.detail.isEmpty ? "\u{0}" : vector.detail),
      sourceLocation: vector.location)
  }

  @Test func everyKindHasAVector() throws {
    let cases = try Corpus.cases("Secrets/redaction.txt", allowed: ["redacted", "clean"])
    let covered = Set(cases.map(\.subject))
    for kind in SecretKind.allCases {
      #expect(covered.contains("\(kind.name)"), "\(kind.name)")
    }
  }

  @Test func aTagTellsSecretsApartAndNothingElse() {
    let first = redacted(Array("password=alpha1".utf8))
    let again = redacted(Array("password=alpha1".utf8))
    let second = redacted(Array("password=beta22".utf8))
    let other = redacted(Array("password=alpha1".utf8), Redactor(tagKey: [1]))
    #expect(first == again)
    #expect(first != second)
    #expect(first != other)
    #expect(
      redacted(Array("password=alpha1".utf8), Redactor(tagKey: nil))
        == "password=[redacted:assignment]")
  }

  @Test func severalSecretsInOneTextAllGo() {
    let text = redacted(
      Array("A_TOKEN=one111 B_SECRET=two222 psql postgres://u:three333@h; curl -u a:four444".utf8))
    for secret in ["one111", "two222", "three333", "four444"] { #expect(!text.contains(secret)) }
    #expect(text.hasPrefix("A_TOKEN=["))
  }

  @Test func aPrefixIsCutBetweenCharacters() {
    let text = RedactedText(Array("aäöü".utf8), by: RedactedTextTests.redactor)
    #expect(text.prefix(2).bytes == Array("a".utf8))
    #expect(text.prefix(3).bytes == Array("aä".utf8))
    #expect(text.prefix(0).bytes.isEmpty)
    #expect(text.prefix(99) == text)
  }

  @Test func anyBytesPassWithoutATrap() {
    var generator = SeededGenerator(seed: 3)
    let pieces = [
      "password", "=", ":", "://", "@", "'", "\"", "\\", " ", "--token", "Bearer ", "eyJ", ".",
      "-----BEGIN ", "PRIVATE KEY", "-----", "sk-", "ghp_", "$", "\u{0}", "é", "-u ", "\n",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      _ = redacted(Array(text.utf8))
      _ = redacted(Array(text.utf8.dropFirst(Int.random(in: 0...3, using: &generator))))
    }
  }
}
