// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

@Suite struct AuditVerifierTests {
  private let log: TestLog
  private let lines: [[UInt8]]

  init() throws {
    log = try TestLog()
    try log.append(200)
    lines = try log.lines()
  }

  /// What verifying `lines` in the place of the log finds.
  private func finding(_ lines: [[UInt8]]) throws -> AuditFinding? {
    try log.write(Array(lines.map { $0 + [0x0A] }.joined()))
    return try log.verify().finding
  }

  /// The line with another body and a hash of its own.
  private func rehashed(_ line: [UInt8], _ change: (String) -> String) throws -> [UInt8] {
    let body = try #require(try JSONDocument(parsing: line).root["body"]).source
    let changed = Array(change(String(decoding: body, as: UTF8.self)).utf8)
    let hash = HashChain.hash(ofBody: changed[...]).hex
    return Array("{\"body\":".utf8) + changed + Array(",\"hash\":\"".utf8) + hash
      + Array("\"}".utf8)
  }

  @Test func anIntactLogIsIntact() throws {
    let result = try log.verify()
    #expect(result.finding == nil)
    #expect(result.records == 200)
    #expect(result.bytes == lines.map { $0.count + 1 }.reduce(0, +))
  }

  @Test func everyFlippedBitIsFound() throws {
    let log = try TestLog()
    try log.append(2)
    let bytes = try log.read()
    for place in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[place] ^= 1 << bit
        try log.write(changed)
        let finding = try log.verify().finding
        #expect(finding != nil, "bit \(bit) of byte \(place)")
        #expect((finding?.offset ?? .max) <= place + 1)
      }
    }
  }

  @Test func aFlippedBitOfAnyOf200RecordsIsFound() throws {
    let bytes = try log.read()
    var generator = SeededGenerator(seed: 4)
    var start = 0
    for (index, line) in lines.enumerated() {
      var changed = bytes
      changed[start + Int.random(in: 0..<line.count, using: &generator)] ^=
        1 << UInt8.random(in: 0..<8, using: &generator)
      try log.write(changed)
      #expect(try log.verify().finding?.sequence == index + 1)
      start += line.count + 1
    }
  }

  @Test func aChangedRecordIsNamedWithItsPlace() throws {
    var changed = lines
    changed[41][20] ^= 1
    let finding = try finding(changed)
    #expect(finding?.code == .modified)
    #expect(finding?.sequence == 42)
    #expect(finding?.offset == lines[..<41].map { $0.count + 1 }.reduce(0, +))
    #expect(finding?.segment == 1)
  }

  @Test func aRecordTakenOutIsMissing() throws {
    for index in [0, 1, 99, 198] {
      var changed = lines
      changed.remove(at: index)
      #expect(try finding(changed)?.code == .missing, "\(index)")
    }
  }

  @Test func aRecordGivenTwiceIsDuplicated() throws {
    var changed = lines
    changed.insert(lines[7], at: 8)
    #expect(try finding(changed)?.code == .duplicated)
    changed = lines
    changed.insert(lines[7], at: 150)
    #expect(try finding(changed)?.code == .duplicated)
    #expect(try finding(lines + [lines[199]])?.code == .duplicated)
  }

  @Test func recordsThatChangedPlacesAreReordered() throws {
    var changed = lines
    changed.swapAt(50, 51)
    #expect(try finding(changed)?.code == .reordered)
    changed = lines
    changed.swapAt(0, 199)
    #expect(try finding(changed)?.code == .reordered)
  }

  @Test func aRecordWithANewHashOfItsOwnBreaksTheChain() throws {
    var changed = lines
    changed[60] = try rehashed(lines[60]) { $0.replacing("number 60", with: "number 61") }
    let finding = try finding(changed)
    #expect(finding?.code == .unchained)
    #expect(finding?.sequence == 62)
  }

  @Test func recordsOfAnotherLogDoNotFollow() throws {
    let other = try TestLog()
    try other.append(200)
    var changed = lines
    changed.replaceSubrange(100..., with: try other.lines()[100...])
    #expect(try finding(changed)?.code == .unchained)
  }

  @Test func bytesThatNobodyDeclaredAreFound() throws {
    var changed = lines
    changed.insert(Array("{\"body\":{".utf8), at: 10)
    #expect(try finding(changed)?.code == .torn)
    changed = lines
    changed.insert([], at: 10)
    #expect(try finding(changed)?.code == .torn)
    #expect(try finding(lines + [Array("x".utf8)])?.code == .torn)
  }

  @Test func aRecordThatIsNoLongerOneIsModified() throws {
    var changed = lines
    changed[10] = Array("x".utf8)
    #expect(try finding(changed)?.code == .modified)
  }

  @Test func declaredBytesCannotBeChangedEither() throws {
    try log.write(Array(try log.read().dropLast(40)))
    try log.append(2)
    let bytes = try log.read()
    #expect(try log.verify().tornPlaces == 1)
    let start = lines[..<199].map { $0.count + 1 }.reduce(0, +)
    for place in start..<(start + lines[199].count - 39) {
      var changed = bytes
      changed[place] ^= 1
      try log.write(changed)
      #expect(try log.verify().finding != nil, "\(place)")
    }
  }

  @Test func aRecordWrittenInAnotherWayIsNotCanonical() throws {
    let ways: [(String, String)] = [
      ("\"seq\":11", "\"seq\": 11"), ("\"seq\":11", "\"seq\":11.0"), ("\"seq\":11", "\"seq\":011"),
      ("number 10", "number\\u00201"), ("number 10", "n\\/"), ("\"v\":1", "\"v\":true"),
      ("{\"event\"", "{\"zebra\":1,\"event\""), ("\"v\":1", "\"v\":1,\"v\":1"),
    ]
    for (old, new) in ways {
      var changed = lines
      changed[10] = try rehashed(lines[10]) { $0.replacing(old, with: new, maxReplacements: 1) }
      #expect(changed[10] != lines[10])
      #expect(try finding(changed)?.code == .notCanonical, "\(new)")
    }
  }

  @Test func aSegmentTakenAwayIsMissed() throws {
    let log = try TestLog()
    try log.append(40, segmentLimit: 1_000)
    let last = try log.verify().segments
    #expect(last > 5)
    for number in [1, 3] {
      let away = log.path + "/away"
      try FileManager.default.moveItem(atPath: log.segment(number), toPath: away)
      #expect(try log.verify().finding?.code == .missing)
      try FileManager.default.moveItem(atPath: away, toPath: log.segment(number))
    }
    #expect(try log.verify().finding == nil)
  }

  @Test func aCutTailShowsOnlyAgainstAHashKeptElsewhere() throws {
    let head = try log.verify().head
    #expect(try finding(Array(lines.dropLast(5))) == nil)
    #expect(try log.verify().head != head)
  }

  @Test func noLogIsAnErrorAndNotAnEmptyOne() throws {
    let empty = try TemporaryDirectory()
    #expect(throws: AuditError(.notFound, [])) { try AuditVerifier.verify(empty.path) }
    #expect(throws: AuditError(.notFound, [])) {
      try AuditVerifier.verify(empty.path + Array("/none".utf8))
    }
  }

  @Test func linesLongerThanAnyRecordAreNone() throws {
    try log.write(try log.read() + [UInt8](repeating: 0x78, count: 3 * AuditLimits.record))
    let finding = try log.verify().finding
    #expect(finding?.code == .torn)
    #expect(finding?.sequence == 201)
  }
}
