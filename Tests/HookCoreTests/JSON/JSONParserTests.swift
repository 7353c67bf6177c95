// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct JSONParserTests {
  private static let vectors = Result {
    try Corpus.cases("JSON", allowed: ["accept", "reject"])
  }

  /// The vectors small enough to be cut and changed at every byte.
  private static func smallTexts() throws -> [[UInt8]] {
    try vectors.get().filter { $0.text.count <= 64 && !$0.text.contains(UInt8(ascii: "*")) }
      .map { try JSONText.bytes($0.text) }
  }

  @Test func thereAreVectorsForEveryReason() throws {
    let subjects = Set(try JSONParserTests.vectors.get().map(\.subject))
    for code in JSONError.Code.allCases where code != .tooLarge {
      #expect(subjects.contains("\(code)"), "no vector is rejected with \(code)")
    }
  }

  @Test(arguments: try JSONParserTests.vectors.get())
  func everyVectorHasItsOutcome(_ vector: VectorCase) throws {
    let text = try JSONText.bytes(vector.text)
    let expected = [vector.expectation, vector.subject].filter { !$0.isEmpty }
    #expect(outcome(of: text) == expected.joined(separator: " "), sourceLocation: vector.location)
    if vector.expectation == "accept" { try checkCanonicalForm(of: text, vector) }
  }

  private func outcome(of text: [UInt8]) -> String {
    do {
      _ = try JSONDocument(parsing: text)
      return "accept"
    } catch {
      #expect(error.offset <= text.count)
      return "reject \(error.code)"
    }
  }

  /// The canonical form is what the vector says, and its own canonical form.
  private func checkCanonicalForm(of text: [UInt8], _ vector: VectorCase) throws {
    guard text.count < 65_536 else { return }
    let wanted = vector.detail.isEmpty ? nil : try JSONText.bytes(Array(vector.detail.utf8))
    let document = try JSONDocument(parsing: text)
    #expect(JSONCanonical.write(document.root) == wanted, sourceLocation: vector.location)
    guard let wanted else { return }
    let again = try JSONDocument(parsing: wanted)
    #expect(JSONCanonical.write(again.root) == wanted, sourceLocation: vector.location)
  }

  @Test func aTextThatIsTooLargeIsRefusedUnread() throws {
    let text = [UInt8](repeating: 0x20, count: JSONLimits.size + 1)
    #expect(throws: JSONError(.tooLarge, at: 0)) { try JSONDocument(parsing: text) }
  }

  @Test func aTextCutAnywhereNeverTraps() throws {
    for text in try JSONParserTests.smallTexts() {
      for length in 0..<text.count { _ = try? JSONDocument(parsing: Array(text[..<length])) }
    }
  }

  @Test func anAcceptedObjectCutAnywhereIsRefused() throws {
    for text in try JSONParserTests.smallTexts()
    where text.first == 0x7B && text.last == 0x7D && (try? JSONDocument(parsing: text)) != nil {
      for length in 0..<text.count {
        #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(text[..<length])) }
      }
    }
  }

  @Test func aTextWithAnyByteChangedNeverTraps() throws {
    for text in try JSONParserTests.smallTexts() {
      var changed = text
      for position in text.indices {
        for byte: UInt8 in [0x00, 0x22, 0x2C, 0x5C, 0x5D, 0x7D, 0x80, 0xC3, 0xED, 0xFF] {
          changed[position] = byte
          guard let document = try? JSONDocument(parsing: changed) else { continue }
          _ = JSONCanonical.write(document.root)
        }
        changed[position] = text[position]
      }
    }
  }

  /// Keys that have the same FNV-1a hash, found by searching; the order of the content decides.
  @Test func keysOfTheSameHashAreStillToldApart() throws {
    let fillers = (0..<30).map { "\"f\($0)\":0" }.joined(separator: ",")
    let pair = [#""8yn0iYCKYHlIj4-BwPqk":1"#, #""GReLUrM4wMqfg9yzV3KQ":2"#]
    let distinct = "{\(fillers),\(pair[0]),\(pair[1])}"
    #expect(try JSONDocument(parsing: Array(distinct.utf8)).root.members.map(\.key).count == 32)
    let equal = "{\(fillers),\(pair[0]),\(pair[1]),\(pair[0])}"
    #expect(throws: JSONError(.duplicateKey, at: 0)) {
      try JSONDocument(parsing: Array(equal.utf8))
    }
  }
}
