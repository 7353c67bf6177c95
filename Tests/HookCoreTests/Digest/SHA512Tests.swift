// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct SHA512Tests {
  @Test(arguments: try Corpus.cases("Digest/sha512.txt", allowed: ["digest"]))
  func publishedMessagesHaveTheirDigests(_ vector: VectorCase) throws {
    let times = try #require(Int(vector.subject), sourceLocation: vector.location)
    let message = Array([[UInt8]](repeating: vector.text, count: times).joined())
    #expect(hex(SHA512.digest(of: message)) == vector.detail, sourceLocation: vector.location)
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
