// SPDX-License-Identifier: MIT

/// One part of a pattern that stands for exactly one character: a literal, `?` or a bracket.
struct GlobAtom {
  private enum Kind {
    case literal(UInt8)
    case any
    case bracket(members: Range<Int>, negated: Bool)
  }

  private let kind: Kind
  /// Where the next part begins.
  let next: Int

  /// Whether the part is a bracket that is not closed, and so a literal.
  let isUnclosed: Bool

  /// Reads the part at `index`, which is not a star.
  ///
  /// - Parameter literalFrom: offset from which brackets are known not to be closed, but for what
  ///   looks like a class: `[[:digit:]` is a bracket and the set `[:digit:]`.
  init(_ pattern: Span<UInt8>, at index: Int, end: Int, literalFrom: Int = .max) {
    var isUnclosed = false
    switch pattern[index] {
    case Glob.question:
      kind = .any
      next = index + 1
    case Glob.escape where index + 1 < end:
      kind = .literal(pattern[index + 1])
      next = index + 2
    case Glob.open:
      if index < literalFrom || Self.isClassMark(pattern, index + 1, end),
        let found = Self.bracket(pattern, from: index + 1, end: end)
      {
        kind = .bracket(members: found.members, negated: found.negated)
        next = found.members.upperBound + 1
      } else {
        kind = .literal(Glob.open)
        next = index + 1
        isUnclosed = true
      }
    case let byte:
      kind = .literal(byte)
      next = index + 1
    }
    self.isUnclosed = isUnclosed
  }

  /// Whether a character of several bytes is taken whole: `?`, and a bracket of what is not meant.
  var isWide: Bool {
    switch kind {
    case .literal: false
    case .any: true
    case .bracket(_, let negated): negated
    }
  }

  /// Whether this part stands for `byte`.
  func matches(_ pattern: Span<UInt8>, _ byte: UInt8, foldsCase: Bool) -> Bool {
    switch kind {
    case .any: return true
    case .literal(let literal):
      return literal == byte || (foldsCase && Glob.folded(literal) == Glob.folded(byte))
    case .bracket(let members, let negated):
      var found = Self.contains(pattern, members, byte)
      if foldsCase, !found { found = Self.contains(pattern, members, Self.otherCase(byte)) }
      return found != negated
    }
  }

  /// Whether this part is a character that stands for itself.
  var isLiteral: Bool {
    switch kind {
    case .literal: true
    case .any, .bracket: false
    }
  }

  /// Every byte this part stands for.
  func bytes(_ pattern: Span<UInt8>, foldsCase: Bool) -> ByteSet {
    var set = ByteSet()
    switch kind {
    case .literal(let byte):
      set.insert(byte)
      if foldsCase { set.insert(Self.otherCase(byte)) }
    case .any, .bracket:
      for byte in UInt8.min...UInt8.max where matches(pattern, byte, foldsCase: foldsCase) {
        set.insert(byte)
      }
    }
    return set
  }

  /// The same letter in the other case; any other byte as it is.
  private static func otherCase(_ byte: UInt8) -> UInt8 {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A ? byte ^ 0x20 : byte
  }

  // MARK: - Bracket expressions (2.13.1, XBD 9.3.5)

  /// The members of the bracket whose `[` ends before `start`; nil where it is not closed.
  private static func bracket(
    _ pattern: Span<UInt8>, from start: Int, end: Int
  ) -> (members: Range<Int>, negated: Bool)? {
    var first = start
    // `^` is what every shell we know takes for `!`, though POSIX leaves it open.
    let negated = first < end && (pattern[first] == 0x21 || pattern[first] == 0x5E)
    if negated { first += 1 }
    var index = first
    while index < end {
      if pattern[index] == Glob.close, index > first { return (first..<index, negated) }
      index = member(pattern, at: index, end: end).next
    }
    return nil
  }

  private static func contains(
    _ pattern: Span<UInt8>, _ members: Range<Int>, _ byte: UInt8
  ) -> Bool {
    var index = members.lowerBound
    while index < members.upperBound {
      let low = member(pattern, at: index, end: members.upperBound)
      index = low.next
      if let range = low.characterClass {
        if classContains(pattern, range, byte) { return true }
        continue
      }
      guard index + 1 < members.upperBound, pattern[index] == 0x2D else {
        if low.byte == byte { return true }
        continue
      }
      let high = member(pattern, at: index + 1, end: members.upperBound)
      index = high.next
      if high.characterClass == nil, low.byte <= byte, byte <= high.byte { return true }
    }
    return false
  }

  /// One member: a byte, or the name of a class.
  private static func member(
    _ pattern: Span<UInt8>, at index: Int, end: Int
  ) -> (byte: UInt8, characterClass: Range<Int>?, next: Int) {
    let byte = pattern[index]
    if byte == Glob.escape, index + 1 < end { return (pattern[index + 1], nil, index + 2) }
    guard byte == Glob.open, index + 1 < end else { return (byte, nil, index + 1) }
    guard isClassMark(pattern, index + 1, end) else { return (byte, nil, index + 1) }
    let mark = pattern[index + 1]
    var close = index + 2
    let end = min(end, close + classNameLimit + 2)
    while close + 1 < end, pattern[close] != mark || pattern[close + 1] != Glob.close { close += 1 }
    guard close + 1 < end else { return (byte, nil, index + 1) }
    let name = (index + 2)..<close
    // `[.x.]` and `[=x=]` of one byte are that byte; longer names exist in no locale we meet.
    if mark != 0x3A, name.count == 1 { return (pattern[name.lowerBound], nil, close + 2) }
    return (byte, name, close + 2)
  }

  /// Longest name of a class that is looked for; the longest there is has six letters.
  private static var classNameLimit: Int { 16 }

  /// Whether a colon, dot or equals sign stands at `index`.
  private static func isClassMark(_ pattern: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    index < end && (pattern[index] == 0x3A || pattern[index] == 0x2E || pattern[index] == 0x3D)
  }

  /// Whether `byte` is in the class with the name at `range`; an unknown class is empty.
  private static func classContains(
    _ pattern: Span<UInt8>, _ range: Range<Int>, _ byte: UInt8
  ) -> Bool {
    func isNamed(_ name: StaticString) -> Bool {
      guard name.utf8CodeUnitCount == range.count else { return false }
      return name.withUTF8Buffer { buffer in
        for offset in 0..<buffer.count where pattern[range.lowerBound + offset] != buffer[offset] {
          return false
        }
        return true
      }
    }
    switch byte {
    case 0x30...0x39:
      return isNamed("digit") || isNamed("xdigit") || isNamed("alnum") || isNamed("graph")
        || isNamed("print") || isNamed("word")
    case 0x61...0x7A, 0x41...0x5A:
      let isLower = byte & 0x20 != 0
      return isNamed("alpha") || isNamed("alnum") || isNamed("graph") || isNamed("print")
        || isNamed("word") || isNamed(isLower ? "lower" : "upper")
        || (byte | 0x20 <= 0x66 && isNamed("xdigit"))
    case 0x20: return isNamed("space") || isNamed("blank") || isNamed("print")
    case 0x09: return isNamed("space") || isNamed("blank") || isNamed("cntrl")
    case 0x0A...0x0D: return isNamed("space") || isNamed("cntrl")
    case 0x00...0x1F, 0x7F: return isNamed("cntrl")
    case 0x21...0x7E:
      return isNamed("punct") || isNamed("graph") || isNamed("print")
        || (byte == 0x5F && isNamed("word"))
    default: return false
    }
  }
}
