// SPDX-License-Identifier: MIT

/// Reads one JSON text into nodes: strict, without recursion, in one pass.
struct JSONParser {
  private let text: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var nodes = List<JSONNode>()
  /// The innermost open container; while it is open its node's `next` holds its parent's index.
  private var open = noContainer
  private var depth = 0

  private static let noContainer = Int(UInt32.max)
  /// Documents have a value every 20 bytes or so, and contents far fewer: room for them is not
  /// touched before it is used.
  private static let bytesPerNode = 24
  private static let mostExpected = 1 << 14

  /// The nodes of `bytes`, the root first.
  static func parse(_ bytes: [UInt8]) throws(JSONError) -> List<JSONNode> {
    guard bytes.count <= JSONLimits.size else { throw JSONError(.tooLarge, at: JSONLimits.size) }
    let result = bytes.withUnsafeBufferPointer { text -> Result<List<JSONNode>, JSONError> in
      var parser = JSONParser(text: text)
      do throws(JSONError) {
        try parser.parseText()
        return .success(parser.nodes)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    let expected = text.count / JSONParser.bytesPerNode
    if expected > 0 { nodes = List(capacity: min(expected, JSONParser.mostExpected)) }
  }

  private mutating func parseText() throws(JSONError) {
    skipWhitespace()
    try parseValue()
    while open != JSONParser.noContainer { try parseNextInContainer() }
    skipWhitespace()
    guard position == text.count else { throw JSONError(.trailingBytes, at: position) }
  }

  /// The next member or element of the open container, or its end.
  private mutating func parseNextInContainer() throws(JSONError) {
    let isObject = nodes[open].kind == .object
    let isFirst = nodes.count == open + 1
    skipWhitespace()
    if peek() == (isObject ? 0x7D : 0x5D) { return try closeContainer() }
    if !isFirst {
      try expect(0x2C)
      skipWhitespace()
    }
    if isObject {
      guard peek() == 0x22 else { throw unexpected() }
      try parseString()
      skipWhitespace()
      try expect(0x3A)
      skipWhitespace()
    }
    try parseValue()
  }

  /// A scalar, or the opening of a container.
  private mutating func parseValue() throws(JSONError) {
    guard let byte = peek() else { throw unexpected() }
    switch byte {
    case 0x7B: try openContainer(.object)
    case 0x5B: try openContainer(.array)
    case 0x22: try parseString()
    case 0x74: try parseWord("true", .true)
    case 0x66: try parseWord("false", .false)
    case 0x6E: try parseWord("null", .null)
    case 0x2D, 0x30...0x39: try parseNumber()
    default: throw unexpected()
    }
  }

  private mutating func openContainer(_ kind: JSONKind) throws(JSONError) {
    guard depth < JSONLimits.depth else { throw JSONError(.tooDeep, at: position) }
    depth += 1
    let parent = open
    open = nodes.count
    try append(kind, from: position, to: position, next: parent)
    position += 1
  }

  private mutating func closeContainer() throws(JSONError) {
    position += 1
    var node = nodes[open]
    let parent = Int(node.next)
    node.end = UInt32(position)
    node.next = UInt32(nodes.count)
    nodes[open] = node
    if node.kind == .object {
      try JSONKeys.requireDistinct(text, nodes, object: open)
    }
    open = parent
    depth -= 1
  }

  private mutating func parseString() throws(JSONError) {
    let start = position
    let (end, isEscaped) = try JSONString.scan(text, from: start + 1)
    position = end + 1
    try append(.string, isEscaped: isEscaped, from: start, to: position)
  }

  private mutating func parseWord(_ word: StaticString, _ kind: JSONKind) throws(JSONError) {
    let start = position
    for offset in 0..<word.utf8CodeUnitCount {
      guard position < text.count else { throw JSONError(.unexpectedEnd, at: position) }
      guard text[position] == word.utf8Start[offset] else { throw unexpected() }
      position += 1
    }
    try append(kind, from: start, to: position)
  }

  private mutating func parseNumber() throws(JSONError) {
    let start = position
    if peek() == 0x2D { position += 1 }
    if peek() == 0x30 {
      position += 1
    } else {
      try skipDigits()
    }
    if peek() == 0x2E {
      position += 1
      try skipDigits()
    }
    if peek() == 0x65 || peek() == 0x45 {
      position += 1
      if peek() == 0x2B || peek() == 0x2D { position += 1 }
      try skipDigits()
    }
    if let byte = peek(), byte >= 0x30, byte <= 0x39 {
      throw JSONError(.badNumber, at: position)  // a leading zero
    }
    try append(.number, from: start, to: position)
  }

  private mutating func skipDigits() throws(JSONError) {
    let start = position
    while let byte = peek(), byte >= 0x30, byte <= 0x39 { position += 1 }
    guard position > start else {
      throw JSONError(position < text.count ? .badNumber : .unexpectedEnd, at: position)
    }
  }

  private mutating func append(
    _ kind: JSONKind, isEscaped: Bool = false, from start: Int, to end: Int, next: Int? = nil
  ) throws(JSONError) {
    guard nodes.count < JSONLimits.nodes else { throw JSONError(.tooManyNodes, at: start) }
    nodes.append(
      JSONNode(
        kind: kind, isEscaped: isEscaped, start: UInt32(start), end: UInt32(end),
        next: UInt32(next ?? nodes.count + 1)))
  }

  private func peek() -> UInt8? { position < text.count ? text[position] : nil }

  private mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard peek() == byte else { throw unexpected() }
    position += 1
  }

  private func unexpected() -> JSONError {
    JSONError(position < text.count ? .unexpectedByte : .unexpectedEnd, at: position)
  }

  private mutating func skipWhitespace() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }
}
