// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

struct WorkersTests {
  @Test func everyNumberIsWorkedOnOnceBeforeTheCallReturns() {
    let lock = NSLock()
    nonisolated(unsafe) var numbers: [Int] = []
    Workers.run(5) { number in lock.withLock { numbers.append(number) } }
    #expect(numbers.sorted() == [0, 1, 2, 3, 4])
    #expect(Workers.count >= 1)
  }
}
