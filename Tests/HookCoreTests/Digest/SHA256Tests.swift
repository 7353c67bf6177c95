// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

@Suite struct SHA256Tests {
  @Test(arguments: try Corpus.cases("Digest/sha256.txt", allowed: ["digest"]))
  func publishedMessagesHaveTheirDigests(_ vector: VectorCase) throws {
    let times = try #require(Int(vector.subject), sourceLocation: vector.location)
    let message = Array([[UInt8]](repeating: vector.text, count: times).joined())
    let hex = String(decoding: SHA256.digest(of: message).hex, as: UTF8.self)
    #expect(hex == vector.detail, sourceLocation: vector.location)
  }

  @Test func piecesGiveTheDigestOfTheWhole() {
    var generator = SeededGenerator(seed: 1)
    let message = (0..<1_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let whole = SHA256.digest(of: message)
    for _ in 0..<200 {
      var hash = SHA256()
      var rest = message[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 0...130, using: &generator))
        hash.update(piece)
        rest = rest.dropFirst(piece.count)
      }
      #expect(hash.finish() == whole)
    }
  }

  @Test func aCopyGoesOnByItself() {
    var first = SHA256()
    first.update(Array("ab".utf8))
    var second = first
    first.update(0x63)
    second.update(0x64)
    #expect(first.finish() == SHA256.digest(of: Array("abc".utf8)))
    #expect(second.finish() == SHA256.digest(of: Array("abd".utf8)))
  }

  /// The tool of the system; the test has nothing to compare with where it is missing.
  private static let tool = "/usr/bin/sha256sum"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: tool)))
  func agreesWithTheToolOfTheSystem() throws {
    var generator = SeededGenerator(seed: 2)
    let directory = try TemporaryDirectory()
    let messages = (0..<64).map { _ in
      (0..<Int.random(in: 0...70_000, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
    }
    for (index, message) in messages.enumerated() {
      try Data(message).write(to: directory.url.appendingPathComponent("m\(index)"))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: SHA256Tests.tool)
    process.arguments = messages.indices.map { "m\($0)" }
    process.currentDirectoryURL = directory.url
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let expected = messages.enumerated().map { index, message in
      "\(String(decoding: SHA256.digest(of: message).hex, as: UTF8.self))  m\(index)\n"
    }
    #expect(text == expected.joined())
  }
}
