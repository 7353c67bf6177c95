// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

@Suite("Baseline")
struct BaselineTests {
  private static func baseline() throws -> Baseline {
    var files = List<SettingsFile>()
    for pair in try DriftClassifierTests.pairs().prefix(40) {
      files.append(DriftClassifierTests.file(pair.string, path: "/p/\(pair.line)"))
    }
    files.append(DriftClassifierTests.file("{", path: "/p/broken"))
    files.append(DriftClassifierTests.file("absent", path: "/p/absent"))
    return Baseline(
      scope: .project(Array("/p".utf8)), files: files, acceptedBy: Array("uid 7".utf8),
      acceptedAt: Timestamp(microseconds: 0).text, reason: Array("a \"reason\"\n".utf8))
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let baseline = try Self.baseline()
    let read = Baseline(decoding: baseline.encoded, scope: baseline.scope)
    #expect(read == baseline)
    #expect(read?.encoded == baseline.encoded)
  }

  @Test func everyChangedByteIsNoticed() throws {
    let whole = Baseline(
      scope: .shared,
      files: List(
        DriftClassifierTests.file(
          #"{"permissions":{"deny":["Read(./.env)"]}}"#, layer: .user)),
      acceptedBy: [0x61], acceptedAt: [0x62], reason: [0x63])
    let bytes = whole.encoded
    #expect(Baseline(decoding: bytes, scope: .shared) == whole)
    for index in bytes.indices {
      for flip: UInt8 in [0x01, 0x20, 0x80] {
        var changed = bytes
        changed[index] ^= flip
        #expect(Baseline(decoding: changed, scope: .shared) == nil, "byte \(index)")
      }
      #expect(Baseline(decoding: Array(bytes[..<index]), scope: .shared) == nil, "cut at \(index)")
    }
    #expect(Baseline(decoding: bytes + [0x20], scope: .shared) == nil)
  }

  @Test func aBaselineOfAnotherScopeIsNotTaken() throws {
    let baseline = try Self.baseline()
    #expect(Baseline(decoding: baseline.encoded, scope: .shared) == nil)
    #expect(Baseline(decoding: baseline.encoded, scope: .project(Array("/q".utf8))) == nil)
  }
}

@Suite("BaselineStore")
struct BaselineStoreTests {
  private let directory: TemporaryDirectory
  private let store: BaselineStore
  private let scope = BaselineScope.project(Array("/p".utf8))

  init() throws {
    directory = try TemporaryDirectory()
    store = BaselineStore(
      stateDirectory: directory.path, userID: geteuid(), fileSystem: LiveFileSystem())
    let baseline = Baseline(
      scope: scope, files: List(), acceptedBy: [], acceptedAt: [], reason: [])
    try store.locked { () throws(SystemError) in try store.save(baseline) }
  }

  private var path: String { String(decoding: store.path(of: scope), as: UTF8.self) }

  private var isUsable: Bool {
    switch store.load(scope) {
    case .found: true
    case .missing, .unusable: false
    }
  }

  @Test func aBaselineIsItsOwnersAlone() throws {
    #expect(isUsable)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    for mode in [0o640, 0o604, 0o622] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      #expect(!isUsable)
    }
  }

  @Test func aLinkInThePlaceOfABaselineIsNotFollowed() throws {
    let copy = directory.url.appendingPathComponent("copy").path
    try FileManager.default.moveItem(atPath: path, toPath: copy)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: copy)
    #expect(!isUsable)
  }

  @Test func aMissingBaselineIsNothingUnlessSomethingWasRejected() throws {
    try FileManager.default.removeItem(atPath: path)
    guard case .missing = store.load(scope) else {
      Issue.record("not missing")
      return
    }
    try store.mark(scope, [])
    guard case .unusable = store.load(scope) else {
      Issue.record("usable")
      return
    }
  }

  @Test func marksComeAndGo() throws {
    #expect(!store.isMarked(scope))
    try store.mark(scope, Array("[]".utf8))
    #expect(store.isMarked(scope))
    #expect(!store.isMarked(.shared))
    try store.unmark(scope)
    try store.unmark(scope)
    #expect(!store.isMarked(scope))
  }

  @Test func aStateDirectoryThatOthersCanWriteIsRefused() throws {
    let drift = directory.url.appendingPathComponent("drift").path
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: drift)
    #expect(throws: SystemError(.wrongOwner, .open, [])) {
      try store.locked { () throws(SystemError) in }
    }
  }
}
