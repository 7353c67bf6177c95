// SPDX-License-Identifier: MIT

/// A here-document whose body has not been reached.
struct PendingDocument {
  var document: HereDocument
  var delimiter: [UInt8]
  var stripsTabs: Bool
}

/// Here-documents (2.7.4).
extension ShellParser {
  /// The node of a here-document that ends at `target`; its body follows the next newline.
  mutating func announceDocument(
    _ target: Word, stripsTabs: Bool
  ) throws(ShellSyntaxError) -> HereDocument {
    var delimiter: [UInt8] = []
    let isQuoted = try Self.removeQuotes(target.parts, into: &delimiter)
    let document = HereDocument(
      body: Word(List(), SourceRange(target.range.end, target.range.end)), isQuoted: isQuoted)
    pending.append(
      PendingDocument(document: document, delimiter: delimiter, stripsTabs: stripsTabs))
    return document
  }

  /// Adds what `parts` are after quote removal to `delimiter`; nothing is expanded in it.
  ///
  /// - Returns: whether any of it was quoted.
  private static func removeQuotes(
    _ parts: List<WordPart>, into delimiter: inout [UInt8]
  ) throws(ShellSyntaxError) -> Bool {
    var isQuoted = false
    for part in parts {
      switch part {
      case .literal(let text, _): delimiter += text
      case .escaped(let byte, _):
        delimiter.append(byte)
        isQuoted = true
      case .singleQuoted(let text, _), .dollarSingleQuoted(let text, _):
        delimiter += text
        isQuoted = true
      case .doubleQuoted(let inner, _):
        _ = try removeQuotes(inner, into: &delimiter)
        isQuoted = true
      case .parameter(let expansion) where isPlain(expansion):
        delimiter += [Byte.dollar] + expansion.name
      case .parameter, .commandSubstitution, .arithmetic, .processSubstitution, .extendedGlob,
        .array:
        // Bash compares lines with the text of the command as it would print it.
        throw ShellSyntaxError(.unexpectedToken, part.range)
      }
    }
    return isQuoted
  }

  /// Whether the expansion is `$name` without braces, which its text is as long as.
  private static func isPlain(_ expansion: ParameterExpansion) -> Bool {
    expansion.range.end - expansion.range.start == expansion.name.count + 1
  }

  /// Reads the bodies that begin here: those of the innermost substitution, in order.
  mutating func readHereDocuments() throws(ShellSyntaxError) {
    guard pending.count > firstPending else { return }
    for index in firstPending..<pending.count { try readBody(of: pending[index]) }
    while pending.count > firstPending { _ = pending.popLast() }
  }

  private mutating func readBody(of pending: PendingDocument) throws(ShellSyntaxError) {
    let start = min(at, limit)
    var body = HereDocumentText(origins.origin(of: start))
    while at < limit, try !readLine(of: pending, into: &body) {}
    let range = range(start, max(start, body.rawEnd))
    guard !pending.document.isQuoted else {
      try countNode()
      let parts = body.bytes.isEmpty ? List() : List(WordPart.literal(body.bytes, range))
      pending.document.body = Word(parts, range)
      return
    }
    var parser = derived(body.bytes, body.origins)
    try parser.enter()
    var word = WordBuilder(0)
    while parser.at < parser.limit { try parser.readInDoubleQuotes(.hereDocument, into: &word) }
    let expanded = try parser.finish(&word)
    absorb(parser)
    pending.document.body = Word(expanded.parts, range)
  }

  /// Reads a line into `body`; true where it was the delimiter.
  private mutating func readLine(
    of pending: PendingDocument, into body: inout HereDocumentText
  ) throws(ShellSyntaxError) -> Bool {
    if pending.stripsTabs { while byte(at) == Byte.tab { at += 1 } }
    let rawStart = at
    let lineStart = body.bytes.count
    while at < limit, text[at] != Byte.newline {
      if text[at] == Byte.backslash, !pending.document.isQuoted, at + 1 < limit {
        if text[at + 1] == Byte.newline {
          at += 2
          continue
        }
        body.append(text[at], from: origins.origin(of: at))
        at += 1
      }
      body.append(text[at], from: origins.origin(of: at))
      at += 1
    }
    if body.endsWith(pending.delimiter, from: lineStart) {
      at = min(at + 1, limit)
      return true
    }
    // Bash lets `)` follow the delimiter inside a command substitution.
    if endsAtParenthesis, body.isSubstitutionEnd(pending.delimiter, from: lineStart) {
      at = rawStart + pending.delimiter.count
      body.removeLine(from: lineStart)
      return true
    }
    if at > rawStart || at < limit {
      // Bash ends the last line where the text does not.
      body.append(Byte.newline, from: origins.origin(of: min(at, limit - 1)))
      at = min(at + 1, limit)
    }
    body.rawEnd = at
    return false
  }
}

/// The lines of a here-document, tabs and continuations taken out.
private struct HereDocumentText {
  private(set) var bytes: [UInt8] = []
  private(set) var origins = TextOrigins()
  /// Behind the last line in the text that the body stands in.
  var rawEnd = 0

  init(_ origin: Int) { origins.note(0, from: origin) }

  mutating func append(_ byte: UInt8, from origin: Int) {
    origins.note(bytes.count, from: origin)
    bytes.append(byte)
  }

  /// Takes the last line, which begins at `start`, away if it is `delimiter`.
  mutating func endsWith(_ delimiter: [UInt8], from start: Int) -> Bool {
    guard bytes.count - start == delimiter.count else { return false }
    for index in 0..<delimiter.count where bytes[start + index] != delimiter[index] {
      return false
    }
    removeLine(from: start)
    return true
  }

  /// Whether the last line begins with `delimiter` and holds `)` behind it.
  func isSubstitutionEnd(_ delimiter: [UInt8], from start: Int) -> Bool {
    guard bytes.count - start > delimiter.count else { return false }
    for index in 0..<delimiter.count where bytes[start + index] != delimiter[index] {
      return false
    }
    for index in start + delimiter.count..<bytes.count where bytes[index] == Byte.closeParen {
      return true
    }
    return false
  }

  mutating func removeLine(from start: Int) { bytes.removeLast(bytes.count - start) }
}
