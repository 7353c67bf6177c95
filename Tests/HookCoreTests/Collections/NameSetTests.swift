// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

struct NameSetTests {
  @Test func aNameIsTakenOnceAndFoundAgain() {
    var names = NameSet()
    #expect(!names.contains(Array("a".utf8)))
    var taken = 0
    for _ in 0..<2 {
      for number in 0..<1_000 where names.insert(Array("rule-\(number)".utf8)) { taken += 1 }
    }
    #expect(taken == 1_000)
    for number in 0..<1_000 {
      #expect(names.contains(Array("rule-\(number)".utf8)))
      #expect(!names.contains(Array("rule_\(number)".utf8)))
    }
    #expect(names.names.count == 1_000)
    #expect(!names.contains([]))
  }
}
