// SPDX-License-Identifier: MIT
import HookCore

/// Whatever a program's text is, the scanner ends, and what it finds is named by the text.
///
/// The first byte chooses the language and whether the last value is printed.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCode(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let languages = CodeLanguage.allCases
  let language = languages[Int(bytes[0] & 0x7F) % languages.count]
  let findings = CodeScanner.findings(
    in: Array(bytes[1...]), language, home: Array("/home/dev".utf8), printsResult: bytes[0] > 0x7F)
  precondition(findings.count <= count, "more findings than bytes")
  for finding in findings { check(finding) }
  return 0
}

private func check(_ finding: CodeFinding) {
  switch finding {
  case .uses(let name), .reads(let name), .writes(let name), .deletes(let name, _),
    .command(let name):
    check(name)
  case .words(let words):
    precondition(words.count > 0, "a program without a name")
    for word in words { check(word) }
  case .readsTree(let name, _): check(name)
  case .code, .destroysData, .showsEnvironment, .runsDownload, .runsDecoded: break
  }
}

/// Every choice of a value has a mark for each of its bytes.
private func check(_ field: Field) {
  precondition(field.choices.count <= Field.choiceLimit + 1, "more choices than the limit")
  for choice in field.choices {
    precondition(choice.isLiteral == !(choice.hasGap || choice.hasPattern), "marks of no use")
    for index in choice.bytes.indices { _ = choice.mark(index) }
  }
}
