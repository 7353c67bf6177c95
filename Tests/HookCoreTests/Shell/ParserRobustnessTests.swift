// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

/// Hostile input: the parser ends, without a trap, in a tree or in an error.
@Suite struct ParserRobustnessTests {
  @Test func everyVectorCutAtEachByteIsParsedOrRefused() throws {
    for vector in try ShellVectors.cases() {
      for end in 0..<vector.text.count { try check(Array(vector.text[..<end])) }
    }
  }

  @Test func mutatedVectorsAreParsedOrRefused() throws {
    var mutator = ScriptMutator(try ShellVectors.cases().map(\.text), seed: 1)
    for _ in 0..<10_000 { try check(mutator.next()) }
  }

  @Test func anyBytesAreParsedOrRefused() throws {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...40, using: &random)
      try check((0..<count).map { _ in UInt8.random(in: 1...255, using: &random) })
    }
  }

  /// What nests is refused at the limit of depth, long before the stack ends.
  @Test(arguments: [
    ("$(a ", ")"), ("( ", " )"), ("{ ", "; }"), ("if ", "; then a; fi"), ("while ", "; do a; done"),
    ("case a in b) ", ";; esac"), ("for a in b; do ", "; done"), ("${a:-", "}"), ("\"${a:-", "}\""),
    ("$((1+", "))"), ("f() { ", "; }"), ("a <(", ")"), ("a @(", ")"), ("[[ ! ", " ]]"),
    ("a=($(", "))"), ("a[$(", "a)]=1"), ("cat <<E\n$(", ")\nE\n"), ("coproc { ", "; }"),
    ("[[ ( ", " ) ]]"), ("if a; then b; else ", "; fi"), ("$[", "]"), ("a=(", ")"), ("`", "`"),
  ])
  func nestingIsRefusedAtTheLimit(_ open: String, _ close: String) {
    for count in [ParserLimits.depth - 1, ParserLimits.depth + 1, 3_000] {
      let text =
        String(repeating: open, count: count) + "a" + String(repeating: close, count: count)
      onLargeStack { _ = try? ShellParser.parse(Array(text.utf8)) }
    }
  }

  @Test func depthIsCountedAndLeft() throws {
    let nested = String(repeating: "( ", count: ParserLimits.depth - 1)
    let closed = nested + "a" + String(repeating: " )", count: ParserLimits.depth - 1)
    onLargeStack {
      let text = Array((closed + "; " + closed).utf8)
      #expect((try? ShellParser.parse(text)) != nil)
      #expect(throws: ShellSyntaxError(.tooDeep, SourceRange(0, 0))) {
        try ShellParser.parse(Array(("( " + closed + " )").utf8))
      }
    }
  }

  @Test(arguments: [
    ("a | ", "a", 10_000), ("a;", "a", 5_000), ("a && ", "a", 5_000), ("a", "", 1 << 20),
    ("a ", "", 50_000), ("\\\n", "a", 100_000), ("#", "", 1 << 20), ("\n", "a", 100_000),
    ("[[ a", " ]]", 1), ("cat <<E\n", "E\n", 1), ("<<E ", "\n", 1_000),
  ])
  func longTextsAreParsed(_ part: String, _ rest: String, _ count: Int) {
    let text = String(repeating: part, count: count) + rest
    #expect((try? ShellParser.parse(Array(text.utf8))) != nil)
  }

  @Test(arguments: [
    ("((((", 25_000), ("$((", 100_000), ("( (", 100_000), ("\"", 99_999), ("'", 99_999),
    ("`", 99_999), ("${", 100_000), ("a[", 100_000), ("$(", 100_000), ("<(", 100_000),
    ("@(", 100_000), (";", 5_000), ("{ ", 100_000), ("if ", 100_000), ("$'", 99_999),
    ("a=(", 100_000), ("case a in ", 100_000), ("\"$(", 100_000), ("$(( '", 99_999),
  ])
  func unclosedTextsAreRefused(_ part: String, _ count: Int) {
    let text = String(repeating: part, count: count)
    onLargeStack { #expect((try? ShellParser.parse(Array(text.utf8))) == nil) }
  }

  @Test func whatIsTooMuchIsRefused() {
    #expect(throws: ShellSyntaxError(.tooLong, SourceRange(0, 0))) {
      try ShellParser.parse(Array(repeating: Byte.space, count: ParserLimits.textSize + 1))
    }
    let manyWords = Array(String(repeating: "a ", count: ParserLimits.nodes + 1).utf8)
    #expect(throws: ShellSyntaxError(.tooMany, SourceRange(0, 0))) {
      try ShellParser.parse(manyWords)
    }
    // Each level of look-ahead reads all that is inside it once more.
    let levels = ParserLimits.depth / 2
    let nested =
      String(repeating: "$((1+", count: levels) + String(repeating: "1", count: 1 << 20)
      + String(repeating: "))", count: levels)
    onLargeStack {
      #expect(throws: ShellSyntaxError(.tooMany, SourceRange(0, 0))) {
        try ShellParser.parse(Array(nested.utf8))
      }
    }
  }

  private func check(_ text: [UInt8]) throws {
    do throws(ShellSyntaxError) {
      let tree = try ShellParser.parse(text)
      _ = SyntaxDescription.describe(tree)
      #expect(SyntaxRanges.areNested(tree, in: text), "\(String(decoding: text, as: UTF8.self))")
    } catch {
      let isInside = error.range.start >= 0 && error.range.end <= text.count
      #expect(isInside, "\(error) in \(String(decoding: text, as: UTF8.self))")
    }
  }

  /// Runs `body` where a debug build has room for the deepest tree: the threads that run tests
  /// have stacks of half a megabyte on some systems.
  private func onLargeStack(_ body: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      body()
      done.signal()
    }
    thread.stackSize = 8 << 20
    thread.start()
    done.wait()
  }
}
