// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct GlobTests {
  private static let options: [String: Glob.Options] = [
    "": Glob.Options(), "path": .path, "shell": .shell, "fold": Glob.Options(foldsCase: true),
    "period": Glob.Options(period: true),
  ]

  /// Each vector is a pattern, then a text on the next line.
  @Test(arguments: try Corpus.cases("Paths/glob.txt", allowed: ["match", "differ"]))
  func patternsMatchAsTheShellSays(_ vector: VectorCase) throws {
    let lines = vector.string.split(separator: "\n", omittingEmptySubsequences: false)
    let options = try #require(Self.options[vector.subject], sourceLocation: vector.location)
    try #require(lines.count == 2, sourceLocation: vector.location)
    #expect(
      Glob.matches(Array(lines[0].utf8), Array(lines[1].utf8), options)
        == (vector.expectation == "match"), sourceLocation: vector.location)
  }

  @Test func randomPatternsAgreeWithTheDefinition() {
    var random = Random(seed: 7)
    for _ in 0..<30_000 {
      let pattern = random.text("ab*?/.", upTo: 8)
      let text = random.text("ab/.", upTo: 8)
      let options = Glob.Options(pathname: random.bit, period: random.bit)
      #expect(
        Glob.matches(pattern, text, options)
          == GlobDefinition(options).matches(pattern[...], text[...], atStart: true),
        "\(shown(pattern)) on \(shown(text)) with \(options)")
    }
  }

  #if canImport(Glibc)
    @Test func randomBracketsAgreeWithTheSystem() {
      var random = Random(seed: 5)
      for _ in 0..<50_000 {
        // `**` is ours alone, and a backslash at the end is undefined.
        let pattern = random.text("ab*?[]!-\\.", upTo: 9)
        let text = random.text("ab[]!-.", upTo: 5)
        guard !shown(pattern).contains("**"), pattern.last != Glob.escape else { continue }
        let options = Glob.Options(pathname: random.bit, period: random.bit)
        let flags =
          (options.pathname ? FNM_PATHNAME : 0) | (options.period ? FNM_PERIOD : 0)
        let system = fnmatch(shown(pattern), shown(text), flags) == 0
        #expect(
          Glob.matches(pattern, text, options) == system,
          "\(shown(pattern)) on \(shown(text)) with \(options)")
      }
    }
  #endif

  @Test func randomPatternsIntersectWhereSomeTextMatchesBoth() {
    var random = Random(seed: 11)
    var texts: [[UInt8]] = [[]]
    for length in 0..<5 {
      texts += texts.filter { $0.count == length }.flatMap { text in
        Array("ab/.".utf8).map { text + [$0] }
      }
    }
    for _ in 0..<6_000 {
      // Short enough that a common text has no more than five characters.
      let left = random.text("ab*?/.", upTo: 3)
      let right = random.text("ab*?/.", upTo: 3)
      let first = Glob.Options(pathname: random.bit, period: random.bit)
      let second = Glob.Options(pathname: random.bit, period: random.bit)
      let common = texts.contains {
        Glob.matches(left, $0, first) && Glob.matches(right, $0, second)
      }
      #expect(
        Glob.mayIntersect(left, first, right, second) == common,
        "\(shown(left)) and \(shown(right)) with \(first) and \(second)")
    }
  }

  @Test func manyStarsTakeNoMoreThanTheProductOfTheLengths() {
    let pattern = Array(String(repeating: "a*", count: 400).utf8) + [0x62]
    let text = [UInt8](repeating: 0x61, count: 4_000)
    #expect(!Glob.matches(pattern, text, Glob.Options()))
    let open = [0x2A] + [UInt8](repeating: 0x5B, count: 2_000) + Array("\\]".utf8)
    #expect(!Glob.matches(open, [UInt8](repeating: 0x5B, count: 4_000), Glob.Options()))
    let deep = Array(String(repeating: "**/a/", count: 100).utf8) + [0x62]
    let path = Array(String(repeating: "a/", count: 2_000).utf8) + [0x63]
    #expect(!Glob.matches(deep, path, .path))
  }

  @Test func questionsBeyondTheLimitAreAnsweredWithYes() {
    let long = [UInt8](repeating: 0x61, count: PathLimits.patternSize + 1)
    #expect(Glob.mayIntersect(long, .path, [0x62], .path))
    #expect(!Glob.mayIntersect([0x61], .path, [0x62], .path))
  }

  private func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// The definition of a match, tried in every way: slow, and plain to see.
private struct GlobDefinition {
  let options: Glob.Options

  init(_ options: Glob.Options) {
    self.options = options
  }

  func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>, atStart: Bool) -> Bool {
    if options.pathname, atStart, pattern.starts(with: Array("**".utf8)) {
      let rest = pattern.dropFirst(2)
      if rest.isEmpty || rest.first == 0x2F { return directories(rest, text) }
    }
    guard let first = pattern.first else { return text.isEmpty }
    let hidden = options.period && atStart && text.first == 0x2E
    if first == 0x2A { return !hidden && star(pattern, text) }
    guard let next = text.first else { return false }
    let here =
      first == 0x3F ? !hidden && !(options.pathname && next == 0x2F) : first == next
    return here
      && matches(
        pattern.dropFirst(), text.dropFirst(), atStart: options.pathname && next == 0x2F)
  }

  /// The pattern begins with a star, and the text is not hidden from it.
  private func star(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    if matches(pattern.dropFirst(), text, atStart: false) { return true }
    guard let next = text.first, !(options.pathname && next == 0x2F) else { return false }
    return star(pattern, text.dropFirst())
  }

  /// `rest` follows a component `**`.
  private func directories(_ rest: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: 0x2F, omittingEmptySubsequences: false)
    func isVisible(_ part: ArraySlice<UInt8>) -> Bool { !(options.period && part.first == 0x2E) }
    if rest.isEmpty { return parts.allSatisfy(isVisible) }
    if matches(rest.dropFirst(), text, atStart: true) { return true }
    guard let slash = text.firstIndex(of: 0x2F), isVisible(text[..<slash]) else { return false }
    return directories(rest, text[(slash + 1)...])
  }
}

/// A fixed sequence that looks like chance.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  var bit: Bool {
    mutating get { next() % 2 == 0 }
  }

  /// A text of letters of `alphabet`.
  mutating func text(_ alphabet: String, upTo length: Int) -> [UInt8] {
    let letters = Array(alphabet.utf8)
    return (0..<Int(next() % UInt64(length + 1))).map { _ in
      letters[Int(next() % UInt64(letters.count))]
    }
  }
}
