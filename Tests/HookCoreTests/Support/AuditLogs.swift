// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

/// A log in a directory of a test's own.
final class TestLog {
  let directory: TemporaryDirectory
  let state: StateDirectory

  init() throws {
    directory = try TemporaryDirectory()
    state = StateDirectory(path: directory.path, owner: geteuid())
  }

  /// The directory of the segments.
  var path: String { directory.url.path + "/audit/main" }
  var bytes: [UInt8] { Array(path.utf8) }

  /// The path of segment `number`.
  func segment(_ number: Int = 1) -> String {
    path + "/" + String(decoding: Segment.name(number), as: UTF8.self)
  }

  /// The content of segment `number`.
  func read(_ number: Int = 1) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: segment(number))))
  }

  /// Replaces the content of segment `number`.
  func write(_ bytes: [UInt8], to number: Int = 1) throws {
    let file = try #require(FileHandle(forWritingAtPath: segment(number)))
    try file.truncate(atOffset: 0)
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }

  /// The lines of segment `number`, without their line feeds.
  func lines(_ number: Int = 1) throws -> [[UInt8]] {
    try read(number).split(separator: 0x0A).map(Array.init)
  }

  /// The body of each record of segment `number`.
  func bodies(_ number: Int = 1) throws -> [JSONValue] {
    try lines(number).map { line in
      try #require(try JSONDocument(parsing: line).root["body"])
    }
  }

  /// Appends `count` records, the clock standing at `time`.
  func append(
    _ count: Int = 1, at time: Timestamp = .now(), segmentLimit: Int = AuditLimits.segment
  ) throws {
    let log = try AuditLog(state, segmentLimit: segmentLimit, clock: { time })
    for index in 0..<count { try log.append(TestLog.record("number \(index)")) }
  }

  func verify() throws -> AuditVerification { try AuditVerifier.verify(bytes) }

  /// A record with `text` as its intent.
  static func record(_ text: String = "test") -> AuditRecord {
    var record = AuditRecord(
      .hookAudit, .completed, event: RedactedText("PostToolUse"), host: RedactedText("host"),
      userID: 1)
    record.intent = RedactedText(Array(text.utf8), by: Redactor(tagKey: nil))
    return record
  }
}
