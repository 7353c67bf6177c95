// SPDX-License-Identifier: MIT

/// Removing, replacing and recasing parts of known values.
enum Trim {
  /// `text` without the part at its start that matches `pattern`.
  static func prefix(_ text: [UInt8], _ pattern: [UInt8], longest: Bool) -> [UInt8] {
    for step in 0...text.count {
      let end = longest ? text.count - step : step
      if Glob.matches(pattern, Array(text[..<end]), Glob.Options()) { return Array(text[end...]) }
    }
    return text
  }

  /// `text` without the part at its end that matches `pattern`.
  static func suffix(_ text: [UInt8], _ pattern: [UInt8], longest: Bool) -> [UInt8] {
    for step in 0...text.count {
      let start = longest ? step : text.count - step
      if Glob.matches(pattern, Array(text[start...]), Glob.Options()) {
        return Array(text[..<start])
      }
    }
    return text
  }

  /// `text` with what matches `pattern` replaced, longest match first, from the left.
  static func replace(
    _ text: [UInt8], _ pattern: [UInt8], with replacement: [UInt8], _ place: ReplacementPlace
  ) -> [UInt8] {
    if pattern.isEmpty { return text }
    var result: [UInt8] = []
    var position = 0
    var isDone = false
    while position < text.count {
      let isCandidate = place != .suffix && !isDone && (place != .prefix || position == 0)
      if isCandidate || place == .suffix, !isDone,
        let end = matchEnd(text, position, pattern, wholeRest: place == .suffix)
      {
        result += replacement
        position = end
        isDone = place != .all
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return result
  }

  private static func matchEnd(
    _ text: [UInt8], _ start: Int, _ pattern: [UInt8], wholeRest: Bool
  ) -> Int? {
    var end = text.count
    while end > start {
      if Glob.matches(pattern, Array(text[start..<end]), Glob.Options()) { return end }
      if wholeRest { return nil }
      end -= 1
    }
    return nil
  }

  /// `text` with its first letter, or all, in the other case (ASCII).
  static func changedCase(_ text: [UInt8], upper: Bool, all: Bool) -> [UInt8] {
    var result = text
    for index in result.indices where all || index == 0 {
      let byte = result[index]
      if upper, byte >= 0x61, byte <= 0x7A { result[index] = byte - 0x20 }
      if !upper, byte >= 0x41, byte <= 0x5A { result[index] = byte + 0x20 }
    }
    return result
  }
}
