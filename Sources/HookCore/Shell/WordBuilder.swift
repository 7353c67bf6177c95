// SPDX-License-Identifier: MIT

/// Collects the parts of one word; bytes that follow each other become one literal.
struct WordBuilder {
  let start: Int
  private(set) var parts = List<WordPart>()
  private(set) var run: [UInt8] = []
  private var runStart = 0
  private var runEnd = 0

  init(_ start: Int) { self.start = start }

  /// Whether nothing was collected so far.
  var isEmpty: Bool { parts.count == 0 && run.isEmpty }

  /// Adds `byte`, which was written from `start` to `end`.
  @inline(__always)
  mutating func append(_ byte: UInt8, _ start: Int, _ end: Int) {
    if run.isEmpty { runStart = start }
    run.append(byte)
    runEnd = end
  }

  /// Adds `bytes`, which were written from `start` on as they are.
  mutating func append(_ bytes: ArraySlice<UInt8>, _ start: Int) {
    if run.isEmpty { runStart = start }
    run.append(contentsOf: bytes)
    runEnd = start + bytes.count
  }

  /// Ends the run of literal bytes.
  mutating func endRun(in parser: ShellParser) {
    guard !run.isEmpty else { return }
    let part = WordPart.literal(run, parser.range(runStart, runEnd))
    // Most words are one part.
    if parts.isEmpty { parts = List(part) } else { parts.append(part) }
    run = []
  }

  mutating func append(_ part: WordPart, in parser: ShellParser) {
    endRun(in: parser)
    parts.append(part)
  }
}

extension ShellParser {
  /// Reads the current byte as text.
  @inline(__always)
  mutating func takeLiteral(_ word: inout WordBuilder) {
    word.append(current, at, at + 1)
    advance()
  }

  /// Reads the current byte as text, and what follows of the bytes that never mean anything else.
  mutating func takeLiterals(_ word: inout WordBuilder) {
    var stop = at + 1
    while Byte.isPlain(byte(stop)) { stop += 1 }
    word.append(text[at..<stop], at)
    resume(at: stop)
  }

  /// Adds `part` to `word`.
  mutating func add(_ part: WordPart, to word: inout WordBuilder) throws(ShellSyntaxError) {
    try countNode()
    word.append(part, in: self)
  }

  /// The word that `word` became.
  mutating func finish(_ word: inout WordBuilder) throws(ShellSyntaxError) -> Word {
    try countNode()
    word.endRun(in: self)
    // An empty word stands right behind what was read, not behind a continuation.
    return Word(word.parts, word.parts.count > 0 ? range(from: word.start) : range(end, end))
  }
}
