// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

/// A home, a project and a state directory of a test's own.
struct DriftScene {
  let directory: TemporaryDirectory
  let detector: DriftDetector

  init() throws {
    directory = try TemporaryDirectory()
    for name in ["managed", "home", "project", "state"] {
      try FileManager.default.createDirectory(
        at: directory.url.appendingPathComponent(name), withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
    }
    detector = Self.detector(directory, project: "/project")
  }

  static func detector(_ directory: TemporaryDirectory, project: String) -> DriftDetector {
    func path(_ name: String) -> [UInt8] { directory.path + Array(name.utf8) }
    return DriftDetector(
      locations: SettingsLocations(
        managedDirectory: path("/managed"), home: path("/home"), project: path(project),
        evidence: .client),
      store: BaselineStore(
        stateDirectory: path("/state"), userID: geteuid(), fileSystem: LiveFileSystem()),
      fileSystem: LiveFileSystem())
  }

  static let user = "home/.claude/settings.json"
  static let project = "project/.claude/settings.json"
  static let local = "project/.claude/settings.local.json"
  static let managed = "managed/managed-settings.json"

  /// Writes a settings file; nil removes it.
  func write(_ text: String?, to name: String) throws {
    let url = directory.url.appendingPathComponent(name)
    guard let text else { return try FileManager.default.removeItem(at: url) }
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func start() throws -> DriftOutcome { try detector.run(.start, now: .now()).outcome }
  func change() throws -> DriftOutcome { try detector.run(.change, now: .now()).outcome }
  var gate: String? { DriftGate.rejection(detector).map { String(decoding: $0, as: UTF8.self) } }
  var marks: [String] {
    let path = directory.url.appendingPathComponent("state/drift").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter {
      $0.hasPrefix("rejected")
    }
  }
}

@Suite("DriftDetector")
struct DriftDetectorTests {
  private static let guarded = #"{"permissions":{"deny":["Read(./.env)"]}}"#
  private static let hooked =
    #"{"hooks":{"ConfigChange":[{"hooks":[{"type":"command","command":"/o/hook-drift"}]}]}}"#

  @Test func theFirstStartLearnsAndTheSecondFindsNothing() throws {
    let scene = try DriftScene()
    try scene.write(Self.guarded, to: DriftScene.project)
    #expect(try scene.start() == .learned)
    #expect(try scene.start() == .unchanged)
    #expect(try scene.change() == .unchanged)
  }

  /// CONTRACT 7.4: a block only skips one reload, and the next one reads every file.
  @Test func whileAWeakeningIsOnDiskEveryLaterChangeIsRejectedToo() throws {
    let scene = try DriftScene()
    try scene.write(Self.guarded, to: DriftScene.project)
    try scene.write(#"{"theme":"dark"}"#, to: DriftScene.user)
    #expect(try scene.start() == .learned)
    try scene.write("{}", to: DriftScene.project)
    #expect(try scene.change() == .rejected)
    try scene.write(#"{"theme":"light"}"#, to: DriftScene.user)
    #expect(try scene.change() == .rejected)
    try scene.write(#"{"permissions":{"deny":["WebFetch"]}}"#, to: DriftScene.local)
    #expect(try scene.change() == .rejected)
    #expect(try scene.start() == .rejected)
  }

  @Test func theMarkLivesAsLongAsTheWeakening() throws {
    let scene = try DriftScene()
    try scene.write(Self.guarded, to: DriftScene.project)
    #expect(try scene.start() == .learned)
    #expect(scene.marks.isEmpty)
    #expect(scene.gate == nil)
    try scene.write("{}", to: DriftScene.project)
    // Nobody has judged it yet.
    #expect(scene.gate == nil)
    #expect(try scene.change() == .rejected)
    #expect(scene.marks.count == 1)
    #expect(scene.gate?.contains("permissions.deny: a restriction is gone") == true)
    #expect(scene.gate?.contains("hookctl drift accept") == true)
    // Restored: the gate opens at once, the next event takes the mark away.
    try scene.write(Self.guarded, to: DriftScene.project)
    #expect(scene.gate == nil)
    #expect(scene.marks.count == 1)
    #expect(try scene.change() == .unchanged)
    #expect(scene.marks.isEmpty)
  }

  @Test func aMarkOfOneProjectDoesNotShutAnother() throws {
    let scene = try DriftScene()
    try scene.write(Self.guarded, to: DriftScene.project)
    #expect(try scene.start() == .learned)
    try scene.write("{}", to: DriftScene.project)
    #expect(try scene.change() == .rejected)
    let other = DriftScene.detector(scene.directory, project: "/other")
    #expect(try other.run(.start, now: .now()).outcome == .learned)
    #expect(DriftGate.rejection(other) == nil)
    #expect(scene.gate != nil)
  }

  @Test func aWeakeningOfTheUsersFileShutsEveryProject() throws {
    let scene = try DriftScene()
    let other = DriftScene.detector(scene.directory, project: "/other")
    try scene.write(Self.guarded, to: DriftScene.user)
    #expect(try scene.start() == .learned)
    #expect(try other.run(.start, now: .now()).outcome == .learned)
    try scene.write(nil, to: DriftScene.user)
    #expect(try scene.change() == .rejected)
    #expect(DriftGate.rejection(other) != nil)
  }

  @Test func anAllowedChangeBecomesTheBaseline() throws {
    let scene = try DriftScene()
    #expect(try scene.start() == .learned)
    try scene.write(Self.guarded, to: DriftScene.project)
    #expect(try scene.change() == .accepted)
    #expect(try scene.change() == .unchanged)
    try scene.write("{}", to: DriftScene.project)
    #expect(try scene.change() == .rejected)
  }

  @Test func aWeakeningNeverBecomesTheBaseline() throws {
    let scene = try DriftScene()
    try scene.write(Self.guarded, to: DriftScene.project)
    #expect(try scene.start() == .learned)
    try scene.write(#"{"disableAllHooks":true}"#, to: DriftScene.project)
    for _ in 0..<3 { #expect(try scene.change() == .rejected) }
    for _ in 0..<3 { #expect(try scene.start() == .rejected) }
  }

  @Test func aWeakeningBetweenSessionsIsFoundAtTheStart() throws {
    let scene = try DriftScene()
    try scene.write(Self.guarded, to: DriftScene.user)
    #expect(try scene.start() == .learned)
    try scene.write(#"{"permissions":{"defaultMode":"bypassPermissions"}}"#, to: DriftScene.local)
    #expect(try scene.start() == .rejected)
    #expect(scene.gate?.contains("permissions.defaultMode") == true)
  }

  @Test func aPersonCanAcceptAWeakening() throws {
    let scene = try DriftScene()
    try scene.write(Self.guarded, to: DriftScene.project)
    #expect(try scene.start() == .learned)
    try scene.write("{}", to: DriftScene.project)
    #expect(try scene.change() == .rejected)
    let report = try scene.detector.accept(
      by: Array("uid 7".utf8), reason: Array("why".utf8), now: .now())
    #expect(report.findings.count == 1)
    #expect(scene.marks.isEmpty)
    #expect(scene.gate == nil)
    #expect(try scene.change() == .unchanged)
    guard case .found(let baseline) = scene.detector.store.load(scene.detector.scopes[1]) else {
      Issue.record("no baseline")
      return
    }
    #expect(baseline.acceptedBy == Array("uid 7".utf8))
    #expect(baseline.reason == Array("why".utf8))
  }

  @Test func aBrokenFileIsRejectedUntilItIsRepaired() throws {
    let scene = try DriftScene()
    try scene.write(Self.guarded, to: DriftScene.project)
    #expect(try scene.start() == .learned)
    try scene.write(Self.guarded + ",", to: DriftScene.project)
    #expect(try scene.change() == .rejected)
    try scene.write(Self.guarded + "\n", to: DriftScene.project)
    #expect(try scene.change() == .unchanged)
    #expect(scene.gate == nil)
  }

  @Test func managedSettingsAreReportedNeverRejectedAndNeverForgotten() throws {
    let scene = try DriftScene()
    try scene.write(Self.guarded, to: DriftScene.managed)
    #expect(try scene.start() == .learned)
    try scene.write("{}", to: DriftScene.managed)
    for _ in 0..<3 {
      let report = try scene.detector.run(.change, now: .now())
      #expect(report.outcome == .accepted)
      #expect(report.weakening?.layer == .managed)
    }
    #expect(scene.gate == nil)
    try scene.write(Self.guarded, to: DriftScene.managed)
    #expect(try scene.change() == .unchanged)
  }

  @Test func aDropInThatGoesIsNotForgottenEither() throws {
    let scene = try DriftScene()
    let dropIn = "managed/managed-settings.d/10.json"
    try scene.write(Self.guarded, to: dropIn)
    #expect(try scene.start() == .learned)
    try scene.write(nil, to: dropIn)
    for _ in 0..<2 {
      #expect(try scene.detector.run(.start, now: .now()).weakening?.layer == .managed)
    }
  }

  // MARK: without a baseline

  @Test func inTheMiddleOfASessionWhatIsAboveTheFloorIsLearned() throws {
    let scene = try DriftScene()
    try scene.write(Self.hooked, to: DriftScene.user)
    #expect(try scene.change() == .learned)
    #expect(try scene.change() == .unchanged)
  }

  @Test(arguments: [
    #"{"disableAllHooks":true}"#, #"{"permissions":{"defaultMode":"bypassPermissions"}}"#,
    #"{"model":5}"#, "{",
  ])
  func inTheMiddleOfASessionWhatIsBelowTheFloorIsRejected(_ text: String) throws {
    let scene = try DriftScene()
    try scene.write(Self.hooked, to: DriftScene.user)
    try scene.write(text, to: DriftScene.local)
    #expect(try scene.change() == .rejected)
    #expect(scene.gate != nil)
    try scene.write("{}", to: DriftScene.local)
    // The baseline was never written, but the mark says that there was something to compare.
    #expect(try scene.change() == .rejected)
    _ = try scene.detector.accept(by: [], reason: [], now: .now())
    #expect(try scene.change() == .unchanged)
  }

  @Test func aHookThatIsAskedAndNamedNowhereWasRemoved() throws {
    let scene = try DriftScene()
    let report = try scene.detector.run(.change, now: .now())
    #expect(report.outcome == .rejected)
    #expect(report.rejection?.change.path == Array("hooks.ConfigChange".utf8))
  }

  @Test func aDamagedBaselineIsNeitherLearnedAnewNorPassed() throws {
    let scene = try DriftScene()
    try scene.write(Self.guarded, to: DriftScene.project)
    #expect(try scene.start() == .learned)
    let path = String(
      decoding: scene.detector.store.path(of: scene.detector.scopes[1]), as: UTF8.self)
    try Data("{}".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try scene.change() == .rejected)
    #expect(try scene.start() == .rejected)
    #expect(scene.gate?.contains("baseline") == true)
    try FileManager.default.removeItem(atPath: path)
    #expect(try scene.start() == .rejected)
  }

  @Test func baselinesHoldNoSecret() throws {
    let scene = try DriftScene()
    try scene.write(#"{"env":{"A":"s3cret"},"apiKeyHelper":"s3cret"}"#, to: DriftScene.user)
    #expect(try scene.start() == .learned)
    let folder = scene.directory.url.appendingPathComponent("state/drift")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      #expect(!text.contains("s3cret"), "\(name)")
    }
  }
}
