// SPDX-License-Identifier: MIT

/// A stretch of a constant table: static text that is searched, never loaded.
///
/// It points at constants of the executable, which any thread may read at any time.
package struct CatalogText: @unchecked Sendable {
  private let start: UnsafePointer<UInt8>
  package let count: Int

  package init(_ text: StaticString) {
    start = text.utf8Start
    count = text.utf8CodeUnitCount
  }

  /// A text that lasts as long as the process, as the names of rules have to: of policy documents,
  /// which are read once.
  init(lasting bytes: [UInt8]) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
    for (index, byte) in bytes.enumerated() { copy[index] = byte }
    self.init(UnsafePointer(copy), bytes.count)
  }

  private init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    self.start = start
    self.count = count
  }

  var isEmpty: Bool { count == 0 }
  package var bytes: [UInt8] { [UInt8](UnsafeBufferPointer(start: start, count: count)) }

  /// The byte at `index`, which has to be below `count`.
  package subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count, "beyond the catalogue's text")
    return start[index]
  }

  /// The part between two offsets.
  package func slice(_ from: Int, _ to: Int) -> CatalogText {
    precondition(from >= 0 && from <= to && to <= count, "beyond the catalogue's text")
    return CatalogText(start + from, to - from)
  }

  package func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in 0..<count where start[index] != text.utf8Start[index] { return false }
    return true
  }

  package func equals(_ text: some Collection<UInt8>) -> Bool {
    guard count == text.count else { return false }
    return text.elementsEqual(UnsafeBufferPointer(start: start, count: count))
  }

  package func hasPrefix(_ text: some Collection<UInt8>) -> Bool {
    guard count >= text.count else { return false }
    return text.elementsEqual(UnsafeBufferPointer(start: start, count: text.count))
  }

  /// Offset of the first `byte` from `from` on, or `count`.
  package func offset(of byte: UInt8, from: Int = 0) -> Int {
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

  /// Binary search for the line whose first column is `name`; lines are sorted by their bytes.
  package func line(named name: some Collection<UInt8>) -> CatalogText? {
    var low = 0
    var high = count
    while low < high {
      var start = low + (high - low) / 2
      while start > low, self[start - 1] != 0x0A { start -= 1 }
      let end = offset(of: 0x0A, from: start)
      let line = slice(start, end)
      switch CatalogText.compare(name, line.slice(0, line.offset(of: 0x20))) {
      case 0: return line
      case 1: low = end + 1
      default: high = start
      }
    }
    return nil
  }

  /// -1, 0 or 1 as `name` sorts before, with or after `key`.
  private static func compare(_ name: some Collection<UInt8>, _ key: CatalogText) -> Int {
    var index = 0
    for byte in name {
      guard index < key.count else { return 1 }
      if byte != key[index] { return byte < key[index] ? -1 : 1 }
      index += 1
    }
    return index < key.count ? -1 : 0
  }

  /// The pieces between `separator` bytes; empty pieces are left out.
  package func split(_ separator: UInt8) -> CatalogPieces {
    CatalogPieces(text: self, separator: separator)
  }
}

extension CatalogText: ExpressibleByStringLiteral {
  package init(stringLiteral text: StaticString) { self.init(text) }
}

extension CatalogText: Equatable {
  package static func == (left: CatalogText, right: CatalogText) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where left.start[index] != right.start[index] { return false }
    return true
  }
}

extension CatalogText: CustomStringConvertible {
  /// The text for people; what the hooks print is bytes.
  package var description: String { String(decoding: bytes, as: UTF8.self) }
}

/// The pieces of a catalogue text, found one by one.
package struct CatalogPieces: Sequence, IteratorProtocol {
  let text: CatalogText
  let separator: UInt8
  private var position = 0

  init(text: CatalogText, separator: UInt8) {
    self.text = text
    self.separator = separator
  }

  package mutating func next() -> CatalogText? {
    while position < text.count, text[position] == separator { position += 1 }
    guard position < text.count else { return nil }
    let end = text.offset(of: separator, from: position)
    let piece = text.slice(position, end)
    position = end
    return piece
  }
}
