// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

/// What keeps a record from being written, each as the caller learns of it.
@Suite struct AuditErrorTests {
  private func expect(_ code: AuditError.Code, _ log: TestLog, lockWait: Int = 250) {
    #expect(throws: AuditError(code, [])) {
      let opened = try AuditLog(log.state, lockWait: lockWait)
      try opened.append(TestLog.record())
    }
  }

  @Test func aStuckHolderOfTheLockIsWaitedForOnlySoLong() throws {
    let log = try TestLog()
    try log.append()
    let head = open(log.path + "/head", O_RDWR)
    defer { close(head) }
    #expect(flock(head, LOCK_EX | LOCK_NB) == 0)
    expect(.locked, log, lockWait: 20)
    #expect(flock(head, LOCK_UN) == 0)
    try log.append()
    #expect(try log.verify().records == 2)
  }

  @Test func aLinkInThePlaceOfASegmentIsRefused() throws {
    let log = try TestLog()
    try log.append()
    try FileManager.default.moveItem(atPath: log.segment(), toPath: log.path + "/moved")
    try FileManager.default.createSymbolicLink(
      atPath: log.segment(), withDestinationPath: log.path + "/moved")
    expect(.unsafeFile, log)
    #expect(throws: AuditError(.unsafeFile, [])) { try log.verify() }
  }

  @Test func aLinkInThePlaceOfTheLogIsRefused() throws {
    let log = try TestLog()
    let other = try TemporaryDirectory()
    try FileManager.default.createDirectory(
      atPath: log.directory.url.path + "/audit", withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o700])
    try FileManager.default.createSymbolicLink(
      atPath: log.path, withDestinationPath: other.url.path)
    expect(.unsafeDirectory, log)
    #expect(try FileManager.default.contentsOfDirectory(atPath: other.url.path).isEmpty)
  }

  @Test func aDirectoryOpenToOthersIsRefused() throws {
    let log = try TestLog()
    try log.append()
    chmod(log.path, 0o755)
    expect(.unsafeDirectory, log)
  }

  @Test func aSegmentOpenToOthersIsRefused() throws {
    let log = try TestLog()
    try log.append()
    chmod(log.segment(), 0o644)
    expect(.unsafeFile, log)
  }

  @Test func anotherOwnersDirectoryIsRefused() throws {
    let log = try TestLog()
    try log.append()
    let state = StateDirectory(path: log.directory.path, owner: geteuid() + 1)
    #expect(throws: AuditError(.unsafeDirectory, [])) { _ = try AuditLog(state) }
  }

  @Test func aPipeInThePlaceOfASegmentHoldsNobodyUp() throws {
    let log = try TestLog()
    try log.append()
    try FileManager.default.removeItem(atPath: log.segment())
    #expect(mkfifo(log.segment(), 0o600) == 0)
    expect(.unsafeFile, log)
  }

  @Test func aFileInThePlaceOfTheLogIsRefused() throws {
    let log = try TestLog()
    try Data().write(to: log.directory.url.appendingPathComponent("audit"))
    expect(.unsafeDirectory, log)
  }

  @Test(.enabled(if: geteuid() != 0, "root writes everywhere"))
  func aDirectoryWithoutWritePermissionIsAnError() throws {
    let log = try TestLog()
    chmod(log.directory.url.path, 0o500)
    expect(.denied, log)
    chmod(log.directory.url.path, 0o700)
  }

  @Test func bytesWithoutAnyRecordAtTheEndAreAnError() throws {
    let log = try TestLog()
    try log.append()
    try log.write(try log.read() + [UInt8](repeating: 0x78, count: AuditLimits.tail + 1))
    expect(.unreadableTail, log)
  }

  @Test func everyCodeOfTheSystemBecomesOneOfOurs() {
    let pairs: [(SystemError.Code, AuditError.Code)] = [
      (.noSpace, .noSpace), (.tooLarge, .noSpace), (.readOnly, .readOnly), (.denied, .denied),
      (.timedOut, .locked), (.isSymbolicLink, .unsafeFile), (.other, .system),
      (.notFound, .notFound),
    ]
    for (system, own) in pairs {
      #expect(AuditError(file: SystemError(system, .write, [])).code == own)
    }
    #expect(AuditError(directory: SystemError(.isSymbolicLink, .open, [])).code == .unsafeDirectory)
    #expect(AuditError(directory: SystemError(.noSpace, .open, [])).code == .noSpace)
  }
}
