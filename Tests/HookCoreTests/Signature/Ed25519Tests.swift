// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct Ed25519Tests {
  @Test(arguments: try Corpus.cases("Signature/ed25519.txt", allowed: ["valid", "invalid"]))
  func signaturesAreTakenOrRefused(_ vector: VectorCase) throws {
    let lines = vector.string.split(separator: "\n").map { Self.bytes(String($0)) }
    try #require(lines.count == 3, sourceLocation: vector.location)
    let isValid = Ed25519.isValid(lines[2], over: lines[1], by: lines[0])
    #expect(isValid == (vector.expectation == "valid"), sourceLocation: vector.location)
  }

  @Test func noBitOfASignatureCanBeTurnedOver() throws {
    let vector = try #require(
      try Corpus.cases("Signature/ed25519.txt", allowed: ["valid", "invalid"]).first)
    let lines = vector.string.split(separator: "\n").map { Self.bytes(String($0)) }
    for index in lines[2].indices {
      for bit in [0, 3, 7] {
        var changed = lines[2]
        changed[index] ^= 1 << UInt8(bit)
        #expect(!Ed25519.isValid(changed, over: [], by: lines[0]), "byte \(index)")
      }
    }
  }

  /// Pairs of hexadecimal digits; a dash stands for nothing.
  private static func bytes(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var digits = Array(text)[...]
    while digits.count >= 2 {
      bytes.append(UInt8(String(digits.prefix(2)), radix: 16) ?? 0)
      digits = digits.dropFirst(2)
    }
    return bytes
  }
}
