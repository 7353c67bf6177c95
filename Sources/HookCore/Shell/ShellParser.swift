// SPDX-License-Identifier: MIT

/// Parses the text of `bash -c text` into its syntax tree.
///
/// A recursive descent over bytes with one function per grammar production; which characters
/// are special is decided by the function that reads them, so there is no separate token stream
/// to keep in step with the context. Everything is read once, but for the look-ahead that `((`
/// and subscripts need, which has its own bound.
///
/// Outside single quotes, comments and quoted here-documents a line continuation is nothing at
/// all (2.2.1): `at` never rests on one there.
package struct ShellParser {
  let text: [UInt8]
  let origins: TextOrigins
  /// The byte that is read next.
  var at = 0
  /// Behind the last byte that was read.
  var end = 0
  /// Where reading ends: the end of the text, or of the region that is being read.
  var limit: Int
  var depth = 0
  var nodes = 0
  /// Bytes looked at ahead, over the whole parse.
  var scanned = 0
  /// Here-documents whose bodies have not been reached.
  var pending = List<PendingDocument>()
  /// The first of `pending` that belongs to the innermost command substitution.
  var firstPending = 0
  /// Whether the innermost list ends at `)`, as a here-document inside has to know.
  var endsAtParenthesis = false
  /// Whether only a separator can follow: no reserved word is one right after a redirection.
  var needsSeparator = false

  /// The tree of `text`.
  ///
  /// - Throws: `ShellSyntaxError` for a text that is outside the grammar or above a limit.
  package static func parse(_ text: [UInt8]) throws(ShellSyntaxError) -> CommandList {
    guard text.count <= ParserLimits.textSize else {
      throw ShellSyntaxError(.tooLong, SourceRange(ParserLimits.textSize, text.count))
    }
    for index in 0..<text.count where text[index] == 0 {
      throw ShellSyntaxError(.nulByte, SourceRange(index, index + 1))
    }
    var parser = ShellParser(text, TextOrigins())
    return try parser.program()
  }

  init(_ text: [UInt8], _ origins: TextOrigins) {
    self.text = text
    self.origins = origins
    limit = text.count
  }

  /// A whole text: a list that ends where the text ends.
  mutating func program() throws(ShellSyntaxError) -> CommandList {
    skipContinuations()
    let commands = try list()
    guard at >= limit else { throw unexpected() }
    try readHereDocuments()
    return commands
  }

  /// A parser of a text derived from this one, at the same depth and budgets.
  func derived(_ text: [UInt8], _ origins: TextOrigins) -> ShellParser {
    var inner = ShellParser(text, origins)
    inner.depth = depth
    inner.nodes = nodes
    inner.scanned = scanned
    return inner
  }

  /// Counts what `inner` used as used here.
  mutating func absorb(_ inner: ShellParser) {
    nodes = inner.nodes
    scanned = inner.scanned
  }
}

extension ShellParser {
  /// Goes one level deeper; `leave` follows where the level ends without an error.
  mutating func enter() throws(ShellSyntaxError) {
    depth += 1
    guard depth <= ParserLimits.depth else { throw failure(.tooDeep) }
  }

  mutating func leave() { depth -= 1 }

  /// Counts one node of the tree.
  mutating func countNode() throws(ShellSyntaxError) {
    nodes += 1
    guard nodes <= ParserLimits.nodes else { throw failure(.tooMany) }
  }

  /// The range from `start` to the last byte that was read.
  func range(from start: Int) -> SourceRange { range(start, end) }

  /// The range of the bytes from `start` to `end` of this text, in the command text.
  func range(_ start: Int, _ end: Int) -> SourceRange {
    guard end > start else {
      // Behind the byte before, which is in the parent; what was taken out in between is not.
      let place = start > 0 ? origins.origin(of: start - 1) + 1 : origins.origin(of: start)
      return SourceRange(place, place)
    }
    return SourceRange(origins.origin(of: start), origins.origin(of: end - 1) + 1)
  }

  /// An error at the byte that would be read next.
  func failure(_ code: ShellSyntaxError.Code) -> ShellSyntaxError {
    ShellSyntaxError(code, range(at, min(at + 1, text.count)))
  }

  /// The error for a token that the grammar does not allow here.
  func unexpected() -> ShellSyntaxError {
    failure(at >= limit ? .unexpectedEnd : .unexpectedToken)
  }

  /// The error for what began at `start` and is not closed.
  func unterminated(_ start: Int) -> ShellSyntaxError {
    ShellSyntaxError(.unterminated, range(start, max(start, at)))
  }
}
