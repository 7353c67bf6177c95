// SPDX-License-Identifier: MIT

/// A set of names found by a hash: as many as a large document declares.
package struct NameSet {
  private static let firstSlots = 64

  package private(set) var names = List<[UInt8]>()
  /// The place in `names` and one, or 0; at least twice as many as there are names.
  private var slots = List<Int>()

  package init() {}

  /// Adds `name`; false where it is in the set already.
  package mutating func insert(_ name: [UInt8]) -> Bool {
    if slots.count <= names.count &* 2 { grow() }
    let slot = name.withUnsafeBufferPointer { self.slot(of: $0) }
    guard slots[slot] == 0 else { return false }
    names.append(name)
    slots[slot] = names.count
    return true
  }

  package func contains(_ name: [UInt8]) -> Bool {
    name.withUnsafeBufferPointer { contains($0) }
  }

  package func contains(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    slots.isEmpty ? false : slots[slot(of: name)] > 0
  }

  /// The slot that holds `name`, or the empty one where it belongs.
  private func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
    // FNV-1a; names made to collide cost their own reader some time.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: (hash ^ hash &>> 32) & UInt64(slots.count &- 1))
    while slots[slot] > 0, !names[slots[slot] &- 1].elementsEqual(name) {
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return slot
  }

  private mutating func grow() {
    let count = Swift.max(NameSet.firstSlots, slots.count &* 2)
    slots = List(capacity: count)
    for _ in 0..<count { slots.append(0) }
    for index in 0..<names.count {
      let slot = names[index].withUnsafeBufferPointer { self.slot(of: $0) }
      slots[slot] = index &+ 1
    }
  }
}
