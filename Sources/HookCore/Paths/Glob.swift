// SPDX-License-Identifier: MIT

/// Pattern matching notation of the shell (POSIX 2.13) on bytes, with `**` for directories.
///
/// A pattern is matched where it lies: nothing is compiled and nothing is allocated. Both levels of
/// stars go back to the latest one only, so time is bounded by the product of the two lengths.
package enum Glob {
  /// What characters mean in one use of a pattern.
  package struct Options: Sendable {
    /// `*`, `?` and brackets stop at a slash, and a component `**` stands for any number of
    /// components: `a/**/b` holds `a/b`, `a/**` all that is inside `a`.
    package var pathname: Bool
    /// A dot at the start of a component is matched by a dot only, as the shell has it.
    package var period: Bool
    /// Letters match in both cases.
    package var foldsCase: Bool

    package init(pathname: Bool = false, period: Bool = false, foldsCase: Bool = false) {
      self.pathname = pathname
      self.period = period
      self.foldsCase = foldsCase
    }

    /// As the shell expands file names.
    package static var shell: Options { Options(pathname: true, period: true) }
    /// As rules name files.
    package static var path: Options { Options(pathname: true) }
  }

  /// Whether `pattern` matches the whole of `text`.
  package static func matches(
    _ pattern: [UInt8], _ text: [UInt8], _ options: Options
  ) -> Bool {
    matches(pattern.span, text.span, options)
  }

  /// Whether `pattern` matches the whole of `text`.
  static func matches(
    _ pattern: Span<UInt8>, _ text: Span<UInt8>, _ options: Options
  ) -> Bool {
    guard options.pathname else {
      return matches(pattern, 0..<pattern.count, text, 0..<text.count, options)
    }
    return matchesPath(pattern, text, options)
  }

  /// Whether any character of `pattern` makes it more than a name.
  package static func isPattern(_ pattern: [UInt8]) -> Bool {
    pattern.contains { $0 == star || $0 == question || $0 == open || $0 == escape }
  }

  static var star: UInt8 { 0x2A }
  static var question: UInt8 { 0x3F }
  static var open: UInt8 { 0x5B }
  static var close: UInt8 { 0x5D }
  static var escape: UInt8 { 0x5C }
  private static var slash: UInt8 { 0x2F }
  private static var dot: UInt8 { 0x2E }

  /// The lower case of an ASCII letter, any other byte as it is.
  static func folded(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  // MARK: - Paths

  /// Component by component; a `**` that fails takes in one component more and tries again.
  private static func matchesPath(
    _ pattern: Span<UInt8>, _ text: Span<UInt8>, _ options: Options
  ) -> Bool {
    var patternStart = 0
    var textStart = 0
    var retryPattern = -1
    var retryText = 0
    while patternStart <= pattern.count || textStart <= text.count {
      if patternStart <= pattern.count {
        let part = component(pattern, from: patternStart)
        if isDirectories(pattern, part.range) {
          if part.next > pattern.count { return holdsRest(text, from: textStart, options) }
          retryPattern = part.next
          retryText = textStart
          patternStart = part.next
          continue
        }
        if textStart <= text.count {
          let name = textComponent(text, from: textStart)
          if matches(pattern, part.range, text, name, options) {
            patternStart = part.next
            textStart = name.upperBound + 1
            continue
          }
        }
      }
      guard retryPattern >= 0, retryText <= text.count else { return false }
      let taken = textComponent(text, from: retryText)
      if options.period, isHidden(text, taken) { return false }
      retryText = taken.upperBound + 1
      patternStart = retryPattern
      textStart = retryText
    }
    return true
  }

  /// Whether a last `**` matches the components from `start` on: at least one, and none hidden.
  private static func holdsRest(_ text: Span<UInt8>, from start: Int, _ options: Options) -> Bool {
    guard start <= text.count else { return false }
    guard options.period else { return true }
    var start = start
    while start <= text.count {
      let name = textComponent(text, from: start)
      if isHidden(text, name) { return false }
      start = name.upperBound + 1
    }
    return true
  }

  /// The component of a pattern at `start`, and where the next one begins; one past the end of the
  /// pattern when there is none.
  static func component(_ pattern: Span<UInt8>, from start: Int) -> (range: Range<Int>, next: Int) {
    var index = start
    while index < pattern.count {
      if pattern[index] == slash { return (start..<index, index + 1) }
      if pattern[index] == escape, index + 1 < pattern.count {
        // An escaped slash still separates components.
        if pattern[index + 1] == slash { return (start..<index, index + 2) }
        index += 1
      }
      index += 1
    }
    return (start..<index, pattern.count + 1)
  }

  private static func textComponent(_ text: Span<UInt8>, from start: Int) -> Range<Int> {
    var end = start
    while end < text.count, text[end] != slash { end += 1 }
    return start..<end
  }

  /// Whether a component of a pattern is `**`.
  static func isDirectories(_ pattern: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count == 2 && pattern[range.lowerBound] == star && pattern[range.lowerBound + 1] == star
  }

  private static func isHidden(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    !range.isEmpty && text[range.lowerBound] == dot
  }

  // MARK: - One component

  /// Matches parts of both as texts without structure.
  static func matches(
    _ pattern: Span<UInt8>, _ patternRange: Range<Int>, _ text: Span<UInt8>,
    _ textRange: Range<Int>, _ options: Options
  ) -> Bool {
    let patternEnd = patternRange.upperBound
    let textEnd = textRange.upperBound
    var index = patternRange.lowerBound
    var position = textRange.lowerBound
    if options.period, isHidden(text, textRange), !beginsWithDot(pattern, patternRange) {
      return false
    }
    var literalFrom = Int.max
    var afterStar = -1
    var starEnd = 0
    while position < textEnd {
      if index < patternEnd {
        if pattern[index] == star {
          index += 1
          afterStar = index
          starEnd = position
          continue
        }
        let atom = GlobAtom(pattern, at: index, end: patternEnd, literalFrom: literalFrom)
        // Looked for once: a search for its end at each try would cost the square of the length.
        if atom.isUnclosed { literalFrom = min(literalFrom, index) }
        if atom.matches(pattern, text[position], foldsCase: options.foldsCase) {
          index = atom.next
          position += atom.isWide ? characterLength(text, position, textEnd) : 1
          continue
        }
      }
      guard afterStar >= 0 else { return false }
      starEnd += 1
      position = starEnd
      index = afterStar
    }
    while index < patternEnd, pattern[index] == star { index += 1 }
    return index == patternEnd
  }

  /// Whether the dot that a hidden name begins with stands in the pattern as itself.
  private static func beginsWithDot(_ pattern: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    if pattern[first] == dot { return true }
    return pattern[first] == escape && range.count > 1 && pattern[first + 1] == dot
  }

  /// Bytes of the character at `position`: one for what is not UTF-8.
  private static func characterLength(_ text: Span<UInt8>, _ position: Int, _ end: Int) -> Int {
    let length =
      switch text[position] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard length <= end - position else { return 1 }
    for offset in 1..<max(1, length) where text[position + offset] & 0xC0 != 0x80 { return 1 }
    return length
  }
}
