// SPDX-License-Identifier: MIT

/// A stretch of the command catalogue: static text that is searched, never loaded.
struct CatalogText {
  private let start: UnsafePointer<UInt8>
  let count: Int

  init(_ text: StaticString) {
    start = text.utf8Start
    count = text.utf8CodeUnitCount
  }

  private init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    self.start = start
    self.count = count
  }

  var isEmpty: Bool { count == 0 }
  var bytes: [UInt8] { [UInt8](UnsafeBufferPointer(start: start, count: count)) }

  /// The byte at `index`, which has to be below `count`.
  subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count, "beyond the catalogue's text")
    return start[index]
  }

  /// The part between two offsets.
  func slice(_ from: Int, _ to: Int) -> CatalogText {
    precondition(from >= 0 && from <= to && to <= count, "beyond the catalogue's text")
    return CatalogText(start + from, to - from)
  }

  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in 0..<count where start[index] != text.utf8Start[index] { return false }
    return true
  }

  func equals(_ text: some Collection<UInt8>) -> Bool {
    guard count == text.count else { return false }
    return text.elementsEqual(UnsafeBufferPointer(start: start, count: count))
  }

  func hasPrefix(_ text: some Collection<UInt8>) -> Bool {
    guard count >= text.count else { return false }
    return text.elementsEqual(UnsafeBufferPointer(start: start, count: text.count))
  }

  /// Offset of the first `byte` from `from` on, or `count`.
  func offset(of byte: UInt8, from: Int = 0) -> Int {
    var index = from
    while index < count, start[index] != byte { index += 1 }
    return index
  }

  /// Offset of the last `byte`, or `count`.
  func lastOffset(of byte: UInt8) -> Int {
    var index = count
    while index > 0 {
      index -= 1
      if start[index] == byte { return index }
    }
    return count
  }

  /// The pieces between `separator` bytes; empty pieces are left out.
  func split(_ separator: UInt8) -> CatalogPieces {
    CatalogPieces(text: self, separator: separator)
  }
}

/// The pieces of a catalogue text, found one by one.
struct CatalogPieces: Sequence, IteratorProtocol {
  let text: CatalogText
  let separator: UInt8
  private var position = 0

  init(text: CatalogText, separator: UInt8) {
    self.text = text
    self.separator = separator
  }

  mutating func next() -> CatalogText? {
    while position < text.count, text[position] == separator { position += 1 }
    guard position < text.count else { return nil }
    let end = text.offset(of: separator, from: position)
    let piece = text.slice(position, end)
    position = end
    return piece
  }
}
