// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct ListTests {
  @Test func aCopyKeepsItsElementsWhenTheOriginalChanges() {
    var first = List<[UInt8]>()
    for byte in UInt8(0)..<100 { first.append([byte]) }
    let copy = first
    first[3] = [255]
    first.append([7])
    #expect(first.popLast() == [7])
    #expect(copy.count == 100 && copy[3] == [3] && first[3] == [255])
  }

  @Test func elementsAreReleasedWithTheList() {
    final class Probe {}
    weak var seen: Probe?
    do {
      let probe = Probe()
      seen = probe
      var list = List(probe)
      list.append(probe)
      list.append(contentsOf: list)
      #expect(list.count == 4)
    }
    #expect(seen == nil)
  }

  @Test func anEmptyListHasNoElements() {
    var list = List<Int>()
    #expect(list.isEmpty && list.popLast() == nil)
    list.append(1)
    list.removeAll()
    #expect(list == List())
  }
}
