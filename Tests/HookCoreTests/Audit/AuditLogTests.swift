// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

@Suite struct AuditLogTests {
  private func time(_ text: String) throws -> Timestamp {
    let formatter = ISO8601DateFormatter()
    let date = try #require(formatter.date(from: text))
    return Timestamp(microseconds: Int64(date.timeIntervalSince1970) * 1_000_000)
  }

  @Test func eachRecordHoldsTheHashOfTheOneBefore() throws {
    let log = try TestLog()
    try log.append(3)
    let lines = try log.lines()
    #expect(lines.count == 3)
    var previous = HashChain.start
    for (index, line) in lines.enumerated() {
      let root = try JSONDocument(parsing: line).root
      let body = try #require(root["body"])
      #expect(body["seq"]?.integer == index + 1)
      #expect(body["prev"]?.string == previous)
      #expect(root["hash"]?.string == HashChain.hash(ofBody: body.source).hex)
      previous = try #require(root["hash"]?.string)
    }
    #expect(try log.verify().head == previous)
  }

  @Test func filesAreTheOwnersAlone() throws {
    let log = try TestLog()
    try log.append()
    _ = try AuditLog(log.state).contentKey()
    for name in ["", "/head", "/content.key", "/000001.jsonl"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: log.path + name)
      let mode = try #require(attributes[.posixPermissions] as? Int)
      #expect(mode == (name.isEmpty ? 0o700 : 0o600), "\(name)")
    }
  }

  @Test func theKeyStaysTheSame() throws {
    let log = try TestLog()
    let key = try AuditLog(log.state).contentKey()
    #expect(key.count == 32)
    #expect(try AuditLog(log.state).contentKey() == key)
    #expect(try AuditLog(TestLog().state).contentKey() != key)
  }

  @Test func aKeyThatWasCutOffIsMadeAnew() throws {
    let log = try TestLog()
    _ = try AuditLog(log.state).contentKey()
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: log.path + "/content.key"))
    chmod(log.path + "/content.key", 0o600)
    let key = try AuditLog(log.state).contentKey()
    #expect(key.count == 32)
    #expect(try AuditLog(log.state).contentKey() == key)
  }

  @Test func aNewDayBeginsASegmentAndTheChainGoesOn() throws {
    let log = try TestLog()
    try log.append(2, at: try time("2026-11-20T23:59:59Z"))
    try log.append(2, at: try time("2026-11-21T00:00:00Z"))
    #expect(try log.lines(1).count == 2)
    #expect(try log.lines(2).count == 2)
    #expect(try log.bodies(2).first?["seq"]?.integer == 3)
    let result = try log.verify()
    #expect(result.finding == nil)
    #expect(result.records == 4)
    #expect(result.segments == 2)
  }

  @Test func aFullSegmentIsFollowedByTheNext() throws {
    let log = try TestLog()
    try log.append(20, segmentLimit: 1_000)
    let result = try log.verify()
    #expect(result.finding == nil)
    #expect(result.records == 20)
    #expect(result.segments > 3)
  }

  @Test func aClockThatGoesBackIsDeclaredAndBeginsNoSegment() throws {
    let log = try TestLog()
    try log.append(1, at: try time("2026-11-21T12:00:00Z"))
    try log.append(1, at: try time("2026-11-20T12:00:00Z"))
    try log.append(1, at: try time("2026-11-20T12:00:01Z"))
    let bodies = try log.bodies()
    #expect(bodies.count == 3)
    #expect(bodies[1]["behind"]?.equals("2026-11-21T12:00:00.000000Z") == true)
    #expect(bodies[1]["time"]?.equals("2026-11-20T12:00:00.000000Z") == true)
    #expect(bodies[2]["behind"] == nil)
    #expect(try log.verify().finding == nil)
  }

  @Test func aTornTailIsSealedDeclaredAndKept() throws {
    let log = try TestLog()
    try log.append(3)
    let whole = try log.read()
    let lines = try log.lines()
    for cut in [1, 2, 30, 100, lines[2].count - 1] {
      let torn = Array(whole.dropLast(cut + 1))
      try log.write(torn)
      try log.append()
      let bytes = try log.read()
      #expect(bytes.starts(with: torn))
      let result = try log.verify()
      #expect(result.finding == nil, "cut \(cut)")
      #expect(result.records == 3)
      #expect(result.tornPlaces == 1)
    }
  }

  @Test func aRecordThatOnlyLacksItsLineFeedCounts() throws {
    let log = try TestLog()
    try log.append(3)
    try log.write(try log.read().dropLast())
    try log.append()
    let result = try log.verify()
    #expect(result.finding == nil)
    #expect(result.records == 4)
    #expect(result.tornPlaces == 0)
  }

  @Test func wholeLogsCanBeTorn() throws {
    let log = try TestLog()
    try log.append()
    try log.write(Array("{\"body\":{\"cwd\"".utf8))
    try log.append()
    try log.write(try log.read() + Array("{\"bo".utf8))
    try log.append()
    try log.write(try log.read() + Array("\n\n{".utf8))
    try log.append(2)
    let result = try log.verify()
    #expect(result.finding == nil)
    #expect(result.records == 4)
    #expect(result.tornPlaces == 3)
  }

  @Test func aTornTailIsDeclaredInItsOwnSegmentOnTheNextDay() throws {
    let log = try TestLog()
    try log.append(2, at: try time("2026-11-20T12:00:00Z"))
    try log.write(try log.read() + Array("{\"body".utf8))
    try log.append(2, at: try time("2026-11-21T12:00:00Z"))
    let result = try log.verify()
    #expect(result.finding == nil)
    #expect(result.tornPlaces == 1)
    #expect(result.segments == 1)
  }

  @Test func aCrashBetweenHeadAndSegmentLosesNothing() throws {
    let log = try TestLog()
    try log.append(2)
    try Data("000002\n".utf8).write(to: URL(fileURLWithPath: log.path + "/head"))
    chmod(log.path + "/head", 0o600)
    try log.append(2)
    #expect(try log.lines(2).count == 2)
    let result = try log.verify()
    #expect(result.finding == nil)
    #expect(result.records == 4)
  }

  @Test(arguments: ["", "x", "000000\n", "00000a\n"])
  func aHeadThatSaysNothingIsFoundAgain(_ head: String) throws {
    let log = try TestLog()
    try log.append(10, segmentLimit: 1_000)
    try Data(head.utf8).write(to: URL(fileURLWithPath: log.path + "/head"))
    chmod(log.path + "/head", 0o600)
    try log.append(1)
    let result = try log.verify()
    #expect(result.finding == nil)
    #expect(result.records == 11)
  }

  @Test func largestRecordsStayBelowTheLimit() throws {
    let log = try TestLog()
    let redactor = Redactor(tagKey: nil)
    let long = RedactedText([UInt8](repeating: 1, count: 100_000), by: redactor)
    var record = TestLog.record()
    record.session = long
    record.prompt = long
    record.toolUse = long
    record.agent = long
    record.agentType = long
    record.tool = long
    record.workingDirectory = long
    record.permissionMode = long
    record.intent = long
    record.event = long
    record.host = long
    record.decision.verdict = .deny
    record.decision.reason = long
    for _ in 0..<100 { record.decision.rules.append(long) }
    let digest = ContentDigester(key: []).digest(of: [1])
    for _ in 0..<100 {
      record.input.content(long, digest)
      record.input.text(long, long.prefix(4_000))
      record.outcome.fields.call(tool: long, useID: long, digest)
    }
    let opened = try AuditLog(log.state)
    try opened.append(record)
    let line = try #require(try log.lines().first)
    #expect(line.count <= AuditLimits.record)
    #expect(line.count > AuditLimits.record / 2)
    try opened.append(TestLog.record())
    #expect(try log.verify().finding == nil)
  }
}
