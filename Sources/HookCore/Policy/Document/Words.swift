// SPDX-License-Identifier: MIT

/// A closed set of words in one constant, apart by blanks.
struct Words: Sequence {
  private let text: CatalogText

  init(_ words: StaticString) { text = CatalogText(words) }

  func makeIterator() -> CatalogPieces { text.split(0x20) }

  func contains(_ word: [UInt8]) -> Bool {
    for known in self where known.equals(word) { return true }
    return false
  }

  /// Whether the string `word` is one of the set; looked for where it lies.
  func contains(_ word: JSONValue) -> Bool {
    guard !word.isEscaped else { return contains(word.string ?? []) }
    return word.withInnerBytes { inner in
      text.withBytes { words in
        var start = 0
        while start < words.count {
          var end = start
          while end < words.count, words[end] != 0x20 { end &+= 1 }
          if end &- start == inner.count, begins(words, start, inner) { return true }
          start = end &+ 1
        }
        return false
      }
    }
  }

  private func begins(
    _ words: UnsafeBufferPointer<UInt8>, _ start: Int, _ wanted: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for offset in 0..<wanted.count where words[start &+ offset] != wanted[offset] { return false }
    return true
  }

  /// The place of `word` in the set, or nil.
  func index(of word: [UInt8]) -> Int? {
    var index = 0
    for known in self {
      if known.equals(word) { return index }
      index += 1
    }
    return nil
  }

  /// Whether two words differ at most in the case of their letters.
  static func areSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where Glob.folded(left[index]) != Glob.folded(right[index]) {
      return false
    }
    return true
  }

  /// The word that differs least from `word`, empty where all differ in more than a third.
  func nearest(to word: [UInt8]) -> [UInt8] {
    var best: [UInt8] = []
    var least = Swift.max(1, word.count / 3) + 1
    for known in self {
      let bytes = known.bytes
      let distance = Words.distance(word, bytes)
      if distance < least {
        least = distance
        best = bytes
      }
    }
    return best
  }

  /// Bytes to add, take away or change to make one word the other (Levenshtein).
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let longest = 64
    guard left.count <= longest, right.count <= longest else { return longest }
    var row: [Int] = []
    for column in 0...right.count { row.append(column) }
    for (index, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in 0..<right.count {
        let changed = diagonal + (right[column] == byte ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = Swift.min(changed, Swift.min(diagonal, row[column]) + 1)
      }
    }
    return row[right.count]
  }
}
