// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct ServerCallTests {
  @Test(
    arguments: try Corpus.cases("Servers/verbs.txt", allowed: ["read", "write", "destructive"]))
  func callsAreOfTheClassThatTheyAreSaidToBe(_ vector: VectorCase) throws {
    let call = try VectorProject.call(vector.text)
    let server = try #require(ToolCallEffects.serverCall(call))
    let verb = server.verb(ToolVerbs()).word.description
    #expect(verb == vector.expectation, sourceLocation: vector.location)
  }

  /// No text makes the reading of statements trap, and every prefix of one is read.
  @Test func anyTextIsRead() {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "select", "drop table t", "delete from t", " where ", "1=1", "'", "\"", "`", "[", "]", "$$",
      "$a$", "/*", "*/", "/*!", "--", "#", "\\", "\n", ";", "(", ")", "\\g", "\\! ls", ".read x",
      "begin", "end", "create trigger t", "case", "with a as (", "explain analyze ", "or", "e'",
      ".",
    ]
    for _ in 0..<3_000 {
      let text = (0..<12).map { _ in random.pick(pieces) }.joined(
        separator: random.pick(["", " "]))
      let bytes = Array(text.utf8)
      let whole = SQLText(bytes, nil)
      #expect(whole.verb >= SQLText(bytes, .standard).verb)
      #expect(whole.verb >= SQLText(bytes, .mysql).verb)
      #expect(whole.verb >= SQLText(bytes, .sqlite).verb)
    }
  }

  @Test(arguments: [
    "", ":", "::", ":::", "[", "]", "[]", "@", "%", "%2", "0x", "1..2", "::1%eth0", "é",
  ])
  func anyTextIsLookedAtAsAnAddress(_ text: String) {
    #expect(!MetadataAddress.isHost(of: Array(text.utf8)))
  }
}
