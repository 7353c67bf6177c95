// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

@Suite struct SSHSignatureTests {
  private static let purpose: StaticString = "security-hooks-approval"

  @Test(arguments: try Corpus.cases("Signature/sshsig.txt", allowed: ["valid", "invalid"]))
  func signaturesOfSSHKeygenAreTakenOrRefused(_ vector: VectorCase) {
    var words = ""
    do throws(SSHSignature.Fault) {
      let signature = try SSHSignature(armoured: vector.text)
      try signature.check(Array("approve\n".utf8), namespace: Self.purpose)
      words = String(decoding: signature.key.fingerprint, as: UTF8.self)
    } catch {
      words = error.words.description
    }
    #expect(words == vector.detail, sourceLocation: vector.location)
  }

  /// The program of the system; there is nothing to compare with where it is missing.
  private static let program = "/usr/bin/ssh-keygen"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: program)))
  func whatSSHKeygenSignsNowIsTaken() throws {
    let directory = try TemporaryDirectory()
    let key = directory.url.appendingPathComponent("key").path
    _ = try run(["-q", "-t", "ed25519", "-N", "", "-f", key], [])
    for size in [0, 1, 63, 64, 65, 1_000, 70_000] {
      let message = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
      let text = try run(["-Y", "sign", "-q", "-n", "\(Self.purpose)", "-f", key], message)
      let signature = try SSHSignature(armoured: text)
      try signature.check(message, namespace: Self.purpose)
      #expect(throws: SSHSignature.Fault.invalid) {
        try signature.check(message + [0], namespace: Self.purpose)
      }
    }
  }

  private func run(_ arguments: [String], _ input: [UInt8]) throws -> [UInt8] {
    var process = Subprocess(
      Array(Self.program.utf8), arguments.map { Array($0.utf8) }, milliseconds: 20_000)
    process.input = input
    let outcome = try process.run()
    try #require(outcome.status == 0, "\(String(decoding: outcome.error, as: UTF8.self))")
    return outcome.output
  }

  @Test(arguments: try Corpus.cases("Signature/allowed-signers.txt", allowed: ["take", "leave"]))
  func linesOfAllowedSignersAreTakenOrLeftOut(_ vector: VectorCase) throws {
    let noon = try #require(Timestamp(text: Array("2026-11-21T12:00:00Z".utf8)))
    let file = AllowedSigners(vector.text)
    try #require(file.signers.count + file.problems.count == 1, sourceLocation: vector.location)
    var words = file.problems.first?.words.description ?? ""
    if let signer = file.signers.first {
      words = signer.principals.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      if let fault = signer.fault(for: Self.purpose, at: noon) { words += ": \(fault)" }
    }
    #expect(words == vector.detail, sourceLocation: vector.location)
    #expect(file.problems.isEmpty == (vector.expectation == "take"))
  }

  @Test func commentsAndEmptyLinesAreNoSigners() {
    let file = AllowedSigners(Array("# alice\n\n   \n#bob ssh-ed25519 x\nmallory\n".utf8))
    #expect(file.signers.isEmpty)
    #expect(file.problems.map(\.line) == [5])
  }

  @Test func timesAreReadAsTheyAreWritten() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      let time = Timestamp(
        microseconds: Int64.random(in: 0..<250_000_000_000_000_000, using: &random))
      #expect(Timestamp(text: time.text) == time)
    }
    for text in [
      "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-21 00:00:00Z", "Z",
      "2026-11-21T00:00:00.5Z", "2026-11-21T0x:00:00Z",
    ] {
      #expect(Timestamp(text: Array(text.utf8)) == nil)
    }
  }
}
