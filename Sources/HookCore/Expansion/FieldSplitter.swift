// SPDX-License-Identifier: MIT

/// Collects the parts of one word into fields (POSIX 2.6.5).
struct FieldSplitter {
  /// Bytes of `IFS`; nil where it is unknown or nothing is to be split.
  private let separators: [UInt8]?
  private var fields = List<Field>()
  private var current = Field()
  /// Whether the current field exists even when it is empty.
  private var isStarted = false

  init(separators: [UInt8]?) { self.separators = separators }

  /// Text typed without quotes: never split, but its pattern bytes are special.
  mutating func appendUnquoted(_ text: ArraySlice<UInt8>) {
    if text.isEmpty { return }
    isStarted = true
    var hasSpecial = false
    for byte in text where Field.isSpecial(byte) { hasSpecial = true }
    guard hasSpecial else {
      append(Field(Array(text)), quoted: true)
      return
    }
    var field = Field()
    for byte in text { field.append(byte, Field.isSpecial(byte) ? .pattern : .literal) }
    append(field, quoted: false)
  }

  mutating func appendQuoted(_ text: [UInt8]) {
    isStarted = true
    append(Field(text), quoted: true)
  }

  /// `""` is a field although it is empty.
  mutating func beginQuotes() { isStarted = true }

  /// Values of an expansion inside double quotes.
  mutating func appendQuoted(_ values: List<Field>, separately: Bool) {
    isStarted = true
    for index in 0..<values.count {
      if index > 0 {
        if separately {
          endField()
        } else if let separators {
          if let first = separators.first { append(Field([first]), quoted: true) }
        } else {
          append(Field([0x20]), quoted: true)
        }
        isStarted = true
      }
      append(values[index], quoted: true)
    }
  }

  /// Values of an expansion outside quotes: split, and their pattern bytes are special.
  mutating func appendUnquoted(_ values: List<Field>) {
    for index in 0..<values.count {
      if index > 0, separators != nil { endField() }
      appendSplit(values[index])
    }
  }

  private mutating func appendSplit(_ value: Field) {
    guard let separators, !separators.isEmpty else {
      if !value.bytes.isEmpty || !value.alternatives.isEmpty { isStarted = true }
      return append(value, quoted: separators == nil)
    }
    guard value.alternatives.isEmpty else { return appendChoices(value, separators) }
    for index in value.bytes.indices {
      current.provenance.formUnion(value.provenance)
      let byte = value.bytes[index]
      let mark = value.mark(index)
      if mark == .literal, separators.contains(byte) {
        endField()
      } else {
        isStarted = true
        var one = Field()
        one.append(byte, mark == .literal && Field.isSpecial(byte) ? .pattern : mark)
        append(one, quoted: false)
      }
    }
  }

  /// One of several values: kept together where none of them would be split.
  private mutating func appendChoices(_ value: Field, _ separators: [UInt8]) {
    let choices = value.choices
    var splits = false
    for choice in choices {
      for byte in choice.bytes where separators.contains(byte) { splits = true }
    }
    if !splits {
      isStarted = true
      var patterns = List<Field>()
      for choice in choices { patterns.append(FieldSplitter.asPattern(choice)) }
      append(Field.oneOf(patterns), quoted: false)
      return
    }
    for choice in choices {
      appendSplit(choice)
      endField()
    }
  }

  /// Outside quotes the pattern bytes of a value are special.
  private static func asPattern(_ value: Field) -> Field {
    var pattern = Field()
    pattern.provenance = value.provenance
    for index in value.bytes.indices {
      let isSpecial = value.mark(index) == .literal && Field.isSpecial(value.bytes[index])
      pattern.append(value.bytes[index], isSpecial ? .pattern : value.mark(index))
    }
    return pattern
  }

  private mutating func append(_ field: Field, quoted: Bool) {
    current.append(field, quoted: quoted)
  }

  private mutating func endField() {
    if isStarted { fields.append(current) }
    current = Field()
    isStarted = false
  }

  /// The fields of the word; none for an expansion to nothing.
  mutating func finish() -> List<Field> {
    endField()
    return fields
  }

  /// The word as one value, without splitting.
  mutating func joined() -> Field {
    var result = Field()
    for index in 0..<fields.count {
      if index > 0 { result.append(0x20) }
      result.append(fields[index], quoted: true)
    }
    if !fields.isEmpty { result.append(0x20) }
    result.append(current, quoted: true)
    return result
  }
}
