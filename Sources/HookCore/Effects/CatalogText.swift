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
    bytes.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { copy.initialize(from: start, count: bytes.count) }
    }
    self.init(UnsafePointer(copy), bytes.count)
  }

  private init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    self.start = start
    self.count = count
  }

  var isEmpty: Bool { count == 0 }
  package var bytes: [UInt8] { [UInt8](UnsafeBufferPointer(start: start, count: count)) }

  /// Calls `body` with the text where it lies.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: start, count: count))
  }

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

  /// Whether these bytes lie in the memory of `whole`.
  func isPart(of whole: CatalogText) -> Bool {
    start >= whole.start && start + count <= whole.start + whole.count
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

  package func hasSuffix(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && slice(count - text.utf8CodeUnitCount, count).equals(text)
  }

  /// Offset of the first `byte` from `from` on, or `count`.
  package func offset(of byte: UInt8, from: Int = 0) -> Int {
    var index = max(0, from)
    while index < count, start[index] != byte { index &+= 1 }
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
      var first = low + (high - low) / 2
      while first > low, start[first &- 1] != 0x0A { first &-= 1 }
      let order = order(of: name, from: first)
      if order < 0 {
        high = first
        continue
      }
      let end = offset(of: 0x0A, from: first)
      if order == 0 { return slice(first, end) }
      low = end + 1
    }
    return nil
  }

  /// -1, 0 or 1 as `name` sorts before, with or after the column that begins at `place`.
  private func order(of name: some Collection<UInt8>, from place: Int) -> Int {
    var index = place
    for byte in name {
      guard index < count, start[index] > 0x20 else { return 1 }
      if byte != start[index] { return byte < start[index] ? -1 : 1 }
      index &+= 1
    }
    return index < count && start[index] > 0x20 ? -1 : 0
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
  /// The byte that the wanted pieces begin with; nil for all.
  var first: UInt8?

  init(text: CatalogText, separator: UInt8) {
    self.text = text
    self.separator = separator
  }

  package mutating func next() -> CatalogText? {
    while true {
      while position < text.count, text[position] == separator { position += 1 }
      guard position < text.count else { return nil }
      let start = position
      position = text.offset(of: separator, from: start)
      if first == nil || first == text[start] { return text.slice(start, position) }
    }
  }
}
