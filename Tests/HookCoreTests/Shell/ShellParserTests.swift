// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct ShellParserTests {
  @Test func everyVectorIsParsedAsItSays() throws {
    for vector in try ShellVectors.cases() {
      switch (parse(vector.text), vector.expectation) {
      case (.success(let tree), "accept"):
        guard !vector.detail.isEmpty else { continue }
        let found = String(decoding: SyntaxDescription.describe(tree), as: UTF8.self)
        #expect(found == vector.detail, sourceLocation: vector.location)
      case (.failure, "reject"): continue
      case (.success(let tree), _):
        let found = String(decoding: SyntaxDescription.describe(tree), as: UTF8.self)
        Issue.record("\(vector.reason): parsed as \(found)", sourceLocation: vector.location)
      case (.failure(let error), _):
        Issue.record("\(vector.reason): \(error)", sourceLocation: vector.location)
      }
    }
  }

  @Test func noTextIsAVectorTwice() throws {
    var seen: [[UInt8]: VectorCase] = [:]
    for vector in try ShellVectors.cases() {
      let earlier = seen.updateValue(vector, forKey: vector.text)
      #expect(earlier == nil, sourceLocation: vector.location)
    }
  }

  @Test func aThirdOfTheAcceptedVectorsSayTheirTree() throws {
    let accepted = try ShellVectors.cases().filter { $0.expectation == "accept" }
    #expect(accepted.count { !$0.detail.isEmpty } * 3 >= accepted.count)
  }

  @Test(arguments: [
    ("a '", ShellSyntaxError.Code.unterminated), ("a $(b", .unterminated), ("a ${b", .unterminated),
    ("a )", .unexpectedToken), ("if a; then b; fi c", .unexpectedToken), ("a |", .unexpectedEnd),
    ("if a; then", .unexpectedEnd), ("a ${b!}", .badExpansion),
    ("for 1 in a; do b; done", .badName),
    ("a\0b", .nulByte),
  ])
  func errorsHaveTheirCode(_ text: String, _ code: ShellSyntaxError.Code) {
    #expect(throws: ShellSyntaxError(code, SourceRange(0, 0))) {
      try ShellParser.parse(Array(text.utf8))
    }
  }

  @Test func errorsPointAtTheirPlace() {
    do throws(ShellSyntaxError) {
      _ = try ShellParser.parse(Array("echo a; echo `b |; c`".utf8))
      Issue.record("accepted")
    } catch {
      #expect(error.range == SourceRange(17, 18))
    }
  }

  /// Bash takes a carriage return for an ordinary byte of a word.
  @Test(arguments: [
    ("echo a\r\necho b\r\n", #"(list (run "echo" "a\x0D") (run "echo" "b\x0D"))"#),
    ("if a; then\r\nb; fi", nil),
    ("cat <<E\r\nx\r\nE\r\nb", #"(list (run "cat" (<< "E\x0D" (expanded "x\x0D\n"))) (run "b"))"#),
    ("a \r", #"(run "a" "\x0D")"#), ("\r\n", "(run \"\\x0D\")"),
  ])
  func carriageReturnsBelongToWords(_ text: String, _ tree: String?) {
    let found = try? ShellParser.parse(Array(text.utf8))
    #expect(found.map { String(decoding: SyntaxDescription.describe($0), as: UTF8.self) } == tree)
  }

  private func parse(_ text: [UInt8]) -> Result<CommandList, ShellSyntaxError> {
    do throws(ShellSyntaxError) {
      return .success(try ShellParser.parse(text))
    } catch {
      return .failure(error)
    }
  }
}
