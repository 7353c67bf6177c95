// SPDX-License-Identifier: MIT

/// What a word, or one field of it, can become when the shell expands it.
///
/// Known bytes, bytes that are special in a pathname pattern, and gaps of which nothing is known.
/// Where it can be one of several values, the others are `alternatives`.
package struct Field: Sendable {
  /// What is known of a byte.
  package enum Mark: UInt8, Sendable {
    /// The byte itself.
    case literal = 0
    /// Unquoted `*`, `?`, `[` and the like: special in a pathname pattern (2.13).
    case pattern = 1
    /// A stretch of unknown bytes, possibly none; the byte that carries it is a `*`.
    case gap = 2
    /// A gap whose bytes come from the network.
    case downloaded = 3
    /// A gap whose bytes come out of a decoder.
    case decoded = 4
    /// A gap that holds the value of a variable named like a credential.
    case credential = 5

    /// Whether the bytes are unknown.
    var isGap: Bool {
      switch self {
      case .literal, .pattern: false
      case .gap, .downloaded, .decoded, .credential: true
      }
    }
  }

  package private(set) var bytes: [UInt8]
  /// One mark a byte, or empty where all are literal.
  private var marks: [UInt8]
  package var alternatives: List<Field>
  /// Where the bytes are from, those of the alternatives among them.
  package var provenance = Provenance()

  /// The empty value.
  package init() {
    bytes = []
    marks = []
    alternatives = List()
  }

  /// Exactly `bytes`.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    marks = []
    alternatives = List()
  }

  /// A value of which nothing is known but what it is.
  package static func unknown(_ mark: Mark) -> Field {
    var field = Field()
    field.appendGap(mark)
    return field
  }

  /// A value of which nothing is known.
  package static var unknown: Field {
    var field = Field()
    field.appendGap()
    return field
  }

  /// The mark of the byte at `index`.
  package func mark(_ index: Int) -> Mark {
    marks.isEmpty ? .literal : Mark(rawValue: marks[index]) ?? .gap
  }

  /// Whether every byte is known and none is special, not counting alternatives.
  package var isLiteral: Bool { marks.isEmpty }

  /// The value, where there is exactly one.
  package var exact: [UInt8]? { marks.isEmpty && alternatives.isEmpty ? bytes : nil }

  package var hasGap: Bool { marks.contains { $0 >= Mark.gap.rawValue } }
  /// Whether the value, or one that it may be, has bytes of this kind.
  package func mayHave(_ mark: Mark) -> Bool {
    if marks.contains(mark.rawValue) { return true }
    for other in alternatives where other.marks.contains(mark.rawValue) { return true }
    return false
  }
  package var hasPattern: Bool { marks.contains(Mark.pattern.rawValue) }

  /// Makes brackets literal that stand alone, as in the name of the command `[` (2.13.1).
  package mutating func settleBrackets() {
    guard hasPattern, !hasGap else { return }
    var firstOpen = bytes.count
    var lastClose = -1
    for index in bytes.indices where mark(index) == .pattern {
      if bytes[index] == 0x5B { firstOpen = min(firstOpen, index) }
      if bytes[index] == 0x5D { lastClose = index }
    }
    for index in bytes.indices where mark(index) == .pattern {
      let isLone =
        bytes[index] == 0x5B && index > lastClose || bytes[index] == 0x5D && index < firstOpen
      if isLone { marks[index] = Mark.literal.rawValue }
    }
    if !hasPattern { marks = [] }
  }

  /// Adds one byte at the end of this value; alternatives are left alone.
  package mutating func append(_ byte: UInt8, _ mark: Mark = .literal) {
    if mark == .literal {
      bytes.append(byte)
      if !marks.isEmpty { marks.append(0) }
      return
    }
    if marks.isEmpty { marks = [UInt8](repeating: 0, count: bytes.count) }
    if mark.isGap, marks.last == mark.rawValue { return }
    bytes.append(byte)
    marks.append(mark.rawValue)
  }

  /// Adds known bytes at the end of this value.
  package mutating func append(_ more: some Collection<UInt8>) {
    bytes.append(contentsOf: more)
    if !marks.isEmpty { marks.append(contentsOf: repeatElement(0, count: more.count)) }
  }

  /// This value, alternatives apart, and known bytes after it.
  package func followed(by more: [UInt8]) -> Field {
    var result = self
    result.append(more)
    return result
  }

  /// Adds a stretch of unknown bytes.
  package mutating func appendGap(_ mark: Mark = .gap) { append(0x2A, mark) }

  /// Adds `other`, alternatives included; `quoted` makes its pattern bytes literal.
  package mutating func append(_ other: Field, quoted: Bool) {
    if alternatives.isEmpty, other.alternatives.isEmpty {
      appendOwn(other, quoted: quoted)
      return
    }
    var combined = List<Field>()
    for left in choices {
      for right in other.choices {
        guard combined.count < Field.choiceLimit else {
          var rest = Field()
          rest.appendGap()
          rest.provenance = provenance.union(other.provenance)
          combined.append(rest)
          self = Field.oneOf(combined)
          return
        }
        var field = left
        field.appendOwn(right, quoted: quoted)
        combined.append(field)
      }
    }
    self = Field.oneOf(combined)
  }

  private mutating func appendOwn(_ other: Field, quoted: Bool) {
    provenance.formUnion(other.provenance)
    if other.marks.isEmpty { return append(other.bytes) }
    for index in other.bytes.indices {
      let mark = other.mark(index)
      append(other.bytes[index], quoted && mark == .pattern ? .literal : mark)
    }
  }

  /// More values than this are not told apart: the rest counts as unknown.
  package static let choiceLimit = 32

  /// The value and its alternatives, each without alternatives of its own.
  package var choices: FieldChoices { FieldChoices(self) }

  /// A value that is one of `choices`; equal ones count once.
  package static func oneOf(_ choices: some Sequence<Field>) -> Field {
    oneOf(List(copying: choices))
  }

  private static func oneOf(_ choices: List<Field>) -> Field {
    guard var result = choices.first else { return Field() }
    result.alternatives = List()
    for choice in choices { result.provenance.formUnion(choice.provenance) }
    for choice in choices.dropFirst() {
      var known = result.isSame(as: choice)
      for other in result.alternatives where other.isSame(as: choice) { known = true }
      if known { continue }
      guard result.alternatives.count < choiceLimit else {
        result.alternatives.append(.unknown)
        break
      }
      var plain = choice
      plain.alternatives = List()
      result.alternatives.append(plain)
    }
    return result
  }

  /// This value or `other`.
  package func or(_ other: Field) -> Field {
    if alternatives.isEmpty, other.alternatives.isEmpty {
      var both = self
      both.provenance.formUnion(other.provenance)
      if !isSame(as: other) { both.alternatives = List(other) }
      return both
    }
    var all = List(copying: choices)
    all.append(contentsOf: other.choices)
    return Field.oneOf(all)
  }

  /// Whether both have the same bytes and marks, alternatives apart.
  package func isSame(as other: Field) -> Bool { bytes == other.bytes && marks == other.marks }

  /// The part in `range`, alternatives apart.
  package func slice(_ range: Range<Int>) -> Field {
    var part = Field()
    part.provenance = provenance
    for index in range { part.append(bytes[index], mark(index)) }
    return part
  }

  /// The value as a pattern: literal bytes that would be special are escaped, a gap is a `*`.
  package var pattern: [UInt8] {
    var pattern: [UInt8] = []
    for index in bytes.indices {
      let byte = bytes[index]
      if mark(index) == .literal, Field.isSpecial(byte) { pattern.append(0x5C) }
      pattern.append(byte)
    }
    return pattern
  }

  /// The value for people: gaps as `…`.
  package var shown: [UInt8] {
    var text: [UInt8] = []
    for index in bytes.indices {
      if mark(index).isGap { text.append("…") } else { text.append(bytes[index]) }
    }
    return text
  }

  /// Whether an unquoted `byte` is special in a pathname pattern.
  package static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x2A || byte == 0x3F || byte == 0x5B || byte == 0x5D || byte == 0x5C
  }
}

/// A value and its alternatives, one after the other, without a list being made.
package struct FieldChoices: RandomAccessCollection {
  private let field: Field

  fileprivate init(_ field: Field) { self.field = field }

  package var startIndex: Int { 0 }
  package var endIndex: Int { field.alternatives.count + 1 }

  package subscript(position: Int) -> Field {
    if position > 0 { return field.alternatives[position - 1] }
    var first = field
    first.alternatives = List()
    return first
  }
}
