// SPDX-License-Identifier: MIT

/// Text of a makefile: bytes, words and parentheses; a gap is a byte that no makefile holds.
enum MakeText {
  /// Stands for text of which nothing is known.
  static let gap: UInt8 = 0x00
  /// Stands for text that comes from the network.
  static let download: UInt8 = 0x01

  static func hasGap(_ text: [UInt8]) -> Bool {
    for byte in text where byte <= download { return true }
    return false
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

  /// `text` without blanks at its ends.
  static func stripped(_ text: [UInt8]) -> [UInt8] {
    var start = 0
    var end = text.count
    while start < end, isBlank(text[start]) { start += 1 }
    while end > start, isBlank(text[end - 1]) { end -= 1 }
    return start == 0 && end == text.count ? text : Array(text[start..<end])
  }

  static func words(_ text: [UInt8]) -> List<[UInt8]> {
    var words = List<[UInt8]>()
    var word: [UInt8] = []
    for byte in text {
      if !isBlank(byte) {
        word.append(byte)
      } else if !word.isEmpty {
        words.append(word)
        word = []
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  static func joined(_ words: List<[UInt8]>) -> [UInt8] {
    var text: [UInt8] = []
    for index in 0..<words.count {
      if index > 0 { text.append(0x20) }
      text.append(contentsOf: words[index])
    }
    return text
  }

  /// Offset of the parenthesis or brace that closes the one before `start`; nil where none does.
  static func closing(_ text: [UInt8], from start: Int, _ open: UInt8) -> Int? {
    let close: UInt8 = open == 0x28 ? 0x29 : 0x7D
    var depth = 1
    for index in start..<Swift.max(start, text.count) {
      if text[index] == open { depth += 1 }
      if text[index] == close { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// Offset of the first byte among `wanted` that is not inside of `$(…)` or `${…}`.
  static func first(of wanted: StaticString, in text: [UInt8], from start: Int = 0) -> Int? {
    var index = start
    while index < text.count {
      if text[index] == 0x24, index + 1 < text.count {
        let next = text[index + 1]
        if next == 0x28 || next == 0x7B, let end = closing(text, from: index + 2, next) {
          index = end + 1
        } else {
          index += 2
        }
        continue
      }
      let byte = text[index]
      if wanted.withUTF8Buffer({ $0.contains(byte) }) { return index }
      index += 1
    }
    return nil
  }

  /// The arguments of a function: at most `limit`, separated by commas outside of parentheses.
  static func arguments(_ text: [UInt8], limit: Int) -> List<[UInt8]> {
    var found = List<[UInt8]>()
    var part: [UInt8] = []
    var depth = 0
    for byte in text {
      if byte == 0x28 || byte == 0x7B { depth += 1 }
      if byte == 0x29 || byte == 0x7D { depth -= 1 }
      if byte == 0x2C, depth == 0, found.count + 1 < limit {
        found.append(part)
        part = []
      } else {
        part.append(byte)
      }
    }
    found.append(part)
    return found
  }

  /// The stem where `word` matches `pattern`, whose first `%` stands for anything.
  static func stem(_ word: [UInt8], _ pattern: [UInt8]) -> [UInt8]? {
    guard let place = pattern.firstIndex(of: 0x25) else { return word == pattern ? [] : nil }
    let head = pattern[..<place]
    let tail = pattern[(place + 1)...]
    guard word.count >= head.count + tail.count, word.starts(with: head),
      word.suffix(tail.count).elementsEqual(tail)
    else { return hasGap(word) ? [gap] : nil }
    return Array(word[head.count..<word.count - tail.count])
  }

  /// `pattern` with its first `%` replaced.
  static func filled(_ pattern: [UInt8], _ stem: [UInt8]) -> [UInt8] {
    guard let place = pattern.firstIndex(of: 0x25) else { return pattern }
    return pattern[..<place] + stem + pattern[(place + 1)...]
  }

  /// `$(patsubst from,to,text)`.
  static func substituted(_ text: [UInt8], _ from: [UInt8], _ to: [UInt8]) -> [UInt8] {
    var result = List<[UInt8]>()
    for word in words(text) {
      if let stem = stem(word, from) {
        result.append(filled(to, stem))
      } else {
        result.append(word)
      }
    }
    return joined(result)
  }

  /// `$(subst from,to,text)`.
  static func replaced(_ text: [UInt8], _ from: [UInt8], _ to: [UInt8]) -> [UInt8] {
    if from.isEmpty { return text + to }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == from[0], text[index...].starts(with: from) {
        result.append(contentsOf: to)
        index += from.count
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// Offset of the first byte after the last slash.
  static func nameStart(_ word: [UInt8]) -> Int { word.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0 }

  /// Offset of the suffix of a word, its dot included; the end where it has none.
  static func suffixStart(_ word: [UInt8]) -> Int {
    guard let dot = word.lastIndex(of: 0x2E), dot >= nameStart(word) else { return word.count }
    return dot
  }

  /// The text as shell code: gaps become variables of which nothing is known.
  static func shellText(_ text: [UInt8]) -> [UInt8] {
    guard hasGap(text) else { return text }
    var result: [UInt8] = []
    for byte in text {
      switch byte {
      case gap: result.append("${SECURITY_HOOKS_UNKNOWN}")
      case download: result.append("${SECURITY_HOOKS_DOWNLOAD}")
      default: result.append(byte)
      }
    }
    return result
  }

  /// The text as a value of the shell.
  static func field(_ text: [UInt8]) -> Field {
    var field = Field()
    for byte in text {
      switch byte {
      case gap: field.appendGap()
      case download: field.appendGap(.downloaded)
      default: field.append(byte)
      }
    }
    return field
  }

  /// One value of the shell as text of a makefile.
  static func text(_ field: Field) -> [UInt8] {
    var text: [UInt8] = []
    for index in field.bytes.indices {
      switch field.mark(index) {
      case .literal, .pattern: text.append(field.bytes[index])
      case .downloaded: text.append(download)
      case .gap, .decoded, .credential: text.append(gap)
      }
    }
    return text
  }
}
