// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct HMACTests {
  @Test(arguments: try Corpus.cases("Digest/hmac.txt", allowed: ["code"]))
  func publishedMessagesHaveTheirCodes(_ vector: VectorCase) throws {
    let lines = vector.string.split(separator: "\n")
    let key = try #require(bytes(ofHex: lines[0]), sourceLocation: vector.location)
    let message = try #require(bytes(ofHex: lines[1]), sourceLocation: vector.location)
    let code = String(decoding: HMAC.code(of: message, key: key).hex, as: UTF8.self)
    #expect(code == vector.detail, sourceLocation: vector.location)
  }

  private func bytes(ofHex text: Substring) -> [UInt8]? {
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == text.count, digits.count % 2 == 0 else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}
