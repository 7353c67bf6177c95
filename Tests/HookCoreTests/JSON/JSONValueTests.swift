// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct JSONValueTests {
  private func parse(_ text: String) throws -> JSONValue {
    try JSONDocument(parsing: Array(text.utf8)).root
  }

  @Test func membersAreFoundByTheirDecodedKey() throws {
    let value = try parse(#"{"a":1,"\u0062":[true,null,{"c":"x\n\u00e9\ud83d\ude00"}],"z":-12}"#)
    #expect(value["a"]?.integer == 1)
    #expect(value["z"]?.integer == -12)
    #expect(value["b"]?.elements.map(\.kind) == [.true, .null, .object])
    #expect(value["b"]?.elements.map { $0["c"]?.string }.last == Array("x\né😀".utf8))
    #expect(value["absent"] == nil)
    #expect(value.members.map { $0.key.string } == [[0x61], [0x62], [0x7A]])
  }

  @Test func numbersThatAreNoIntegersOrDoNotFitHaveNoIntegerValue() throws {
    for text in ["1.0", "1e2", "9223372036854775808", "-9223372036854775809"] {
      #expect(try parse(text).integer == nil, "\(text)")
    }
    #expect(try parse("9223372036854775807").integer == Int.max)
    #expect(try parse("-9223372036854775808").integer == Int.min)
    #expect(try parse("-0").integer == 0)
  }

  @Test func equalKeysAreRefusedHoweverTheyAreSpelled() throws {
    let many = (0..<100).map { "\"k\($0)\":1" }.joined(separator: ",")
    for text in [
      #"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, #"[{"x":{"/":1,"\/":2}}]"#,
      "{\(many),\"k\\u0037\":1}",
    ] {
      #expect(throws: JSONError(.duplicateKey, at: 0)) { try parse(text) }
    }
    #expect(try parse("{\(many)}")["k99"]?.integer == 1)
    #expect(try parse("{\"e\u{301}\":1,\"\u{e9}\":2}").members.map(\.key).count == 2)
  }
}
