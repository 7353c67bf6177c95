// SPDX-License-Identifier: MIT

/// The spellings under which a secret file is left around or asked for.
enum SecretSpelling {
  /// What copies of a file are called, beyond its own name.
  private static var copySuffixes: StaticString {
    ".bak .backup .old .orig .save .copy .tmp .swp .swo .swn .dpkg-old .rpmsave"
  }
  /// Layers of decoration taken off one name: `.#.env.bak~` has three.
  private static let layers = 3

  /// End of `path` without the dots and blanks after its name, which some systems ignore.
  static func end(of path: [UInt8]) -> Int {
    var end = path.count
    while end > 1, path[end - 1] == AbsolutePath.dot || path[end - 1] == 0x20 { end -= 1 }
    // A name of nothing else keeps them.
    return end > 0 && path[end - 1] == AbsolutePath.slash ? path.count : end
  }

  /// Whether `path` begins with `prefix`, which is in lower case, in any case.
  static func hasPrefix(_ path: [UInt8], _ prefix: StaticString) -> Bool {
    let text = UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
    guard path.count >= text.count else { return false }
    for index in 0..<text.count where Glob.folded(path[index]) != text[index] { return false }
    return true
  }

  // MARK: - Copies

  /// `path` under the name of the file it is a copy of; nil where it is none.
  ///
  /// The swap file of Vim adds a dot before a name that has none, so there `other` is without it.
  static func undecorated(_ path: [UInt8]) -> (name: [UInt8], other: [UInt8]?)? {
    var end = end(of: path)
    var start = end
    while start > 0, path[start - 1] != AbsolutePath.slash { start -= 1 }
    let directory = start
    let full = start..<end
    var isSwap = false
    for _ in 0..<layers {
      guard let inner = inner(path, start..<end) else { break }
      isSwap = isSwap || (inner.upperBound < end - 3 && path[end - 3] == 0x73)
      start = inner.lowerBound
      end = inner.upperBound
    }
    guard start..<end != full else { return nil }
    let name = Array(path[..<directory]) + path[start..<end]
    guard isSwap, path[start] == AbsolutePath.dot, end - start > 1 else { return (name, nil) }
    return (name, Array(path[..<directory]) + path[(start + 1)..<end])
  }

  /// The name in `range` without one layer of decoration; nil where it has none.
  private static func inner(_ path: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard range.count > 2 else { return nil }
    let first = path[range.lowerBound]
    let last = path[range.upperBound - 1]
    if last == 0x7E { return range.lowerBound..<(range.upperBound - 1) }
    if first == 0x23, last == 0x23 { return (range.lowerBound + 1)..<(range.upperBound - 1) }
    if first == AbsolutePath.dot, path[range.lowerBound + 1] == 0x23 {
      return (range.lowerBound + 2)..<range.upperBound
    }
    let length = wordLength(copySuffixes, endingIn: path[range])
    return length > 0 && length < range.count
      ? range.lowerBound..<(range.upperBound - length) : nil
  }

  /// Length of the word of `words`, which stand between blanks, that `name` ends in; 0 for none.
  private static func wordLength(
    _ words: StaticString, endingIn name: ArraySlice<UInt8>
  ) -> Int {
    guard let dot = name.lastIndex(of: AbsolutePath.dot) else { return 0 }
    return isWord(name[dot...], of: words) ? name.endIndex - dot : 0
  }

  /// Whether `word`, in any case, is one of `words`, which stand between blanks.
  static func isWord(_ word: ArraySlice<UInt8>, of words: StaticString) -> Bool {
    let text = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    var start = 0
    for index in 0...text.count where index == text.count || text[index] == 0x20 {
      if index - start == word.count, agree(text, start, word) { return true }
      start = index + 1
    }
    return false
  }

  private static func agree(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ word: ArraySlice<UInt8>
  ) -> Bool {
    for offset in 0..<word.count
    where text[start + offset] != Glob.folded(word[word.startIndex + offset]) {
      return false
    }
    return true
  }

  // MARK: - Lookalikes

  /// `path` with the characters that a case-insensitive volume takes for ASCII made ASCII.
  ///
  /// U+017F is an `s` and U+212A a `k` there, and HFS+ leaves out what has no width. On other
  /// volumes such a name is somebody's joke, or an attempt.
  static func foldingLookalikes(_ path: [UInt8]) -> [UInt8] {
    guard path.contains(where: { $0 >= 0x80 }) else { return path }
    var result: [UInt8] = []
    var index = 0
    while index < path.count {
      let byte = path[index]
      let second = index + 1 < path.count ? path[index + 1] : 0
      let third = index + 2 < path.count ? path[index + 2] : 0
      if byte == 0xC5, second == 0xBF {
        result.append(0x73)
        index += 2
      } else if byte == 0xE2, second == 0x84, third == 0xAA {
        result.append(0x6B)
        index += 3
      } else if isIgnorable(byte, second, third) {
        index += 3
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  /// Whether three bytes are a character that HFS+ leaves out when it compares names.
  private static func isIgnorable(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE2, 0x80): (0x8C...0x8F).contains(third) || (0xAA...0xAE).contains(third)
    case (0xE2, 0x81): (0xAA...0xAF).contains(third)
    case (0xEF, 0xBB): third == 0xBF
    default: false
    }
  }
}
