// SPDX-License-Identifier: MIT

/// An array whose storage needs no generic metadata at run time.
///
/// The first `Array` of a type of our own makes the Swift runtime build its metadata machinery:
/// 30–50 µs, a tenth of what starting a process costs, measured. A list keeps its elements
/// behind a class that is not generic, so specialised code asks the runtime for nothing.
/// Everything that runs at every hook call uses it for lists of our own types; `[UInt8]` is free
/// of that cost and stays an array, and so may whatever only `hookctl` runs.
package struct List<Element>: RandomAccessCollection, MutableCollection {
  private var storage: ListStorage?
  package private(set) var count: Int

  /// An empty list; allocates nothing.
  @inline(__always)
  package init() {
    storage = nil
    count = 0
  }

  /// An empty list with room for `capacity` elements.
  @inline(__always)
  package init(capacity: Int) {
    self.init()
    reallocate(for: capacity)
  }

  /// The same without room beyond that.
  @inline(__always)
  private init(exactly capacity: Int) {
    self.init()
    reallocate(for: capacity, atLeast: capacity)
  }

  /// A list of one element.
  @inline(__always)
  package init(_ element: Element) {
    self.init(exactly: 1)
    append(element)
  }

  /// A list of the elements of `elements`, in order.
  @inline(__always)
  package init(copying elements: some Sequence<Element>) {
    self.init()
    for element in elements { append(element) }
  }

  @inline(__always) package var startIndex: Int { 0 }
  @inline(__always) package var endIndex: Int { count }

  package subscript(position: Int) -> Element {
    @inline(__always) get {
      precondition(position >= 0 && position < count, "list index out of range")
      guard let storage else { preconditionFailure("list index out of range") }
      return storage.elements.assumingMemoryBound(to: Element.self)[position]
    }
    @inline(__always) set {
      precondition(position >= 0 && position < count, "list index out of range")
      makeRoom(for: count)
      guard let storage else { preconditionFailure("list index out of range") }
      storage.elements.assumingMemoryBound(to: Element.self)[position] = newValue
    }
  }

  /// Calls `body` with the elements where they lie, for loops that do little with each.
  @inline(__always)
  package func withUnsafeElements<Result>(
    _ body: (UnsafeBufferPointer<Element>) -> Result
  ) -> Result {
    withExtendedLifetime(storage) {
      body(
        UnsafeBufferPointer(
          start: storage.map { UnsafePointer($0.elements.assumingMemoryBound(to: Element.self)) },
          count: count))
    }
  }

  /// Calls `body` with the elements where they lie, to be changed.
  @inline(__always)
  mutating func withUnsafeMutableElements(_ body: (UnsafeMutableBufferPointer<Element>) -> Void) {
    makeRoom(for: count)
    withExtendedLifetime(storage) {
      body(
        UnsafeMutableBufferPointer(
          start: storage.map { $0.elements.assumingMemoryBound(to: Element.self) }, count: count))
    }
  }

  /// Whether both are the very same elements in memory; false says nothing.
  @inline(__always)
  package func isSame(as other: List) -> Bool { storage === other.storage && count == other.count }

  /// Adds `element` at the end, in amortised constant time.
  @inline(__always)
  package mutating func append(_ element: Element) {
    makeRoom(for: count + 1)
    guard let storage else { preconditionFailure("list has no storage") }
    (storage.elements.assumingMemoryBound(to: Element.self) + count).initialize(to: element)
    count += 1
    storage.count = count
  }

  /// Adds the elements of `other` at the end.
  @inline(__always)
  package mutating func append(contentsOf other: some Sequence<Element>) {
    for element in other { append(element) }
  }

  /// Removes and returns the last element, or nil when there is none.
  @inline(__always)
  package mutating func popLast() -> Element? {
    guard count > 0 else { return nil }
    makeRoom(for: count)
    guard let storage else { return nil }
    count -= 1
    storage.count = count
    return (storage.elements.assumingMemoryBound(to: Element.self) + count).move()
  }

  /// Forgets every element.
  @inline(__always)
  package mutating func removeAll() {
    self = List()
  }

  /// Makes the storage this list's own and large enough for `needed` elements.
  @inline(__always)
  private mutating func makeRoom(for needed: Int) {
    // Asked before `held` is a reference of its own, which would count.
    if isKnownUniquelyReferenced(&storage), let held = storage, needed <= held.capacity { return }
    reallocate(for: needed)
  }

  @inline(never)
  private mutating func reallocate(for needed: Int, atLeast least: Int = 4) {
    let capacity = Swift.max(least, Swift.max(needed, needed > count ? count &* 2 : count))
    let fresh = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    let unique = isKnownUniquelyReferenced(&storage)
    if let old = storage {
      let source = old.elements.assumingMemoryBound(to: Element.self)
      if unique {
        fresh.moveInitialize(from: source, count: count)
        old.count = 0
      } else {
        fresh.initialize(from: source, count: count)
      }
    }
    storage = ListStorage(UnsafeMutableRawPointer(fresh), capacity: capacity, count: count) {
      let elements = $0.assumingMemoryBound(to: Element.self)
      // One by one: to end several at once asks the runtime what they are, which costs 50 µs.
      for index in 0..<$1 { _ = (elements + index).move() }
      elements.deallocate()
    }
  }
}

/// The memory behind a `List`; knows how to end the elements, not what they are.
///
/// Not private: code in other files could then only destroy a list by asking the runtime how.
final class ListStorage {
  let elements: UnsafeMutableRawPointer
  let capacity: Int
  var count: Int
  private let end: (UnsafeMutableRawPointer, Int) -> Void

  init(
    _ elements: UnsafeMutableRawPointer, capacity: Int, count: Int,
    end: @escaping (UnsafeMutableRawPointer, Int) -> Void
  ) {
    self.elements = elements
    self.capacity = capacity
    self.count = count
    self.end = end
  }

  deinit { end(elements, count) }
}

extension List: Equatable where Element: Equatable {
  package static func == (left: List, right: List) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where left[index] != right[index] { return false }
    return true
  }
}

extension List: Sendable where Element: Sendable {}
extension ListStorage: @unchecked Sendable {}
