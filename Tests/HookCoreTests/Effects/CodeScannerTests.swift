// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct CodeScannerTests {
  private static let languages: [String: CodeLanguage] = [
    "python": .python, "javascript": .javascript, "ruby": .ruby, "perl": .perl, "php": .php,
    "awk": .awk, "lua": .lua, "other": .other,
  ]

  @Test func everyProgramIsFoundToDoWhatItsVectorSays() throws {
    let cases = try Corpus.cases("Code/findings.txt", allowed: Set(Self.languages.keys))
    for vector in cases {
      let language = try #require(Self.languages[vector.expectation])
      let findings = CodeScanner.findings(
        in: vector.text, language, home: Array("/home/dev".utf8),
        printsResult: vector.subject == "prints")
      let found = findings.map(Self.line).joined(separator: "\n")
      #expect(found == vector.detail, "\(vector.string)", sourceLocation: vector.location)
    }
  }

  @Test func everyTextIsCutIntoTheTokensOfItsVector() throws {
    let cases = try Corpus.cases("Code/tokens.txt", allowed: Set(Self.languages.keys))
    for vector in cases {
      let language = try #require(Self.languages[vector.expectation])
      let tokens = CodeLexer.tokens(of: vector.text, in: language)
      let found = tokens.map(Self.word).joined(separator: " ")
      #expect(found == vector.detail, "\(vector.string)", sourceLocation: vector.location)
    }
  }

  @Test func hostileTextsEnd() {
    for pattern in ["(", "[", "{", "\"", "'''", "`", "%w(", "a=", "$a.", "/", "\\", "x(y[", "-"] {
      let text = [UInt8](String(repeating: pattern, count: 5_000).utf8)
      for language in CodeLanguage.allCases {
        let findings = CodeScanner.findings(in: text, language, home: [])
        #expect(findings.count <= text.count)
      }
    }
  }

  @Test func assignmentsInGreatNumberAreSearchedInTime() {
    var text: [UInt8] = []
    for number in 0..<3_000 { text += Array("a\(number)=b\(number)\n".utf8) }
    #expect(CodeScanner.findings(in: text, .python, home: []).count == 0)
  }

  // MARK: Words for what was found

  private static func line(_ finding: CodeFinding) -> String {
    switch finding {
    case .uses(let name): "uses \(shown(name))"
    case .reads(let name): "reads \(shown(name))"
    case .writes(let name): "writes \(shown(name))"
    case .deletes(let name, let isTree): "\(isTree ? "deletes-tree" : "deletes") \(shown(name))"
    case .command(let text): "command \(shown(text))"
    case .words(let words): "words " + words.map(shown).joined(separator: "|")
    case .code(let text): "code \(String(decoding: text, as: UTF8.self))"
    case .readsTree(let directory, let names):
      "reads-tree \(shown(directory)) \(String(decoding: names, as: UTF8.self))"
    case .prints(let text): "prints \(shown(text))"
    case .downloads(let name): "downloads \(shown(name))"
    case .sends(let address): "sends \(shown(address))"
    case .destroysData: "destroys-data"
    case .showsEnvironment: "shows-environment"
    case .runsDownload: "runs-download"
    case .runsDecoded: "runs-decoded"
    }
  }

  private static func shown(_ field: Field) -> String {
    field.choices.map { String(decoding: $0.shown, as: UTF8.self) }.joined(separator: " or ")
  }

  private static func word(_ token: CodeToken) -> String {
    switch token {
    case .word(let text): String(decoding: text, as: UTF8.self)
    case .string(let parts): "string" + shown(parts)
    case .command(let parts): "command" + shown(parts)
    case .number(let number): "\(number)"
    case .mark(let byte): "'\(String(UnicodeScalar(byte)))"
    case .newline: "newline"
    }
  }

  private static func shown(_ parts: List<CodeStringPart>) -> String {
    let texts = parts.map { part in
      switch part {
      case .text(let text): String(decoding: text, as: UTF8.self)
      case .variable(let name): "{\(String(decoding: name, as: UTF8.self))}"
      }
    }
    return "[" + texts.joined(separator: ",") + "]"
  }
}
