// SPDX-License-Identifier: MIT

/// Reading bytes: line continuations, blanks, comments, newlines.
extension ShellParser {
  /// The byte at `position`; 0, which no text holds, where reading ends.
  @inline(__always)
  func byte(_ position: Int) -> UInt8 { position < limit ? text[position] : Byte.end }

  /// The byte that is read next.
  @inline(__always)
  var current: UInt8 { byte(at) }

  /// The byte after the current one.
  @inline(__always)
  var following: UInt8 { byte(position(after: at)) }

  /// The place of the byte after the one at `position`, continuations left out.
  @inline(__always)
  func position(after position: Int) -> Int { skippingContinuations(position + 1) }

  @inline(__always)
  func skippingContinuations(_ position: Int) -> Int {
    guard byte(position) == Byte.backslash else { return position }
    var position = position
    while byte(position) == Byte.backslash && byte(position + 1) == Byte.newline { position += 2 }
    return position
  }

  /// Reads the current byte.
  @inline(__always)
  mutating func advance() { resume(at: at + 1) }

  /// Reads the next `count` bytes, none of which is the last.
  mutating func advance(by count: Int) {
    for _ in 0..<count { advance() }
  }

  /// Goes on behind what was read as it stands, up to `position`.
  @inline(__always)
  mutating func resume(at position: Int) {
    end = position
    at = skippingContinuations(position)
  }

  mutating func skipContinuations() { at = skippingContinuations(at) }

  /// Reads the current byte if it is `byte`.
  mutating func takes(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    advance()
    return true
  }

  /// Skips blanks, and a comment where a token could begin (2.3, rule 9).
  mutating func skipBlanks() {
    let rest = end
    while current == Byte.space || current == Byte.tab { advance() }
    if current == Byte.hash { skipComment() }
    end = rest
  }

  /// Continuations mean nothing in a comment: it ends at the first newline.
  private mutating func skipComment() {
    while at < limit && text[at] != Byte.newline { at += 1 }
  }

  /// Skips blanks, comments and newlines; the bodies of here-documents follow their line.
  mutating func skipNewlines() throws(ShellSyntaxError) {
    skipBlanks()
    while current == Byte.newline {
      try readNewline()
      skipBlanks()
    }
  }

  /// Reads a newline token, and the here-documents that begin behind it (2.7.4).
  mutating func readNewline() throws(ShellSyntaxError) {
    let rest = end
    at += 1
    try readHereDocuments()
    skipContinuations()
    end = rest
  }
}
