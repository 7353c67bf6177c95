// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite("DriftClassifier")
struct DriftClassifierTests {
  private static let expectations: Set<String> = [
    "weakens", "strengthens", "neutral", "unknown", "broken",
  ]

  static func pairs() throws -> [VectorCase] {
    try Corpus.cases("Drift/pairs", allowed: expectations)
  }

  /// A settings file with `text`, read as the snapshot reads it.
  static func file(
    _ text: String, layer: SettingsLayer = .project, path: String = "/s.json"
  ) -> SettingsFile {
    let locations = SettingsLocations(
      managedDirectory: Array("/m".utf8), home: Array("/h".utf8), project: Array("/p".utf8),
      evidence: .client)
    var fileSystem = InMemoryFileSystem()
    if text != "absent" { fileSystem.add(file: "/p/.claude/settings.json", text) }
    let snapshot = SettingsSnapshot(reading: locations, fileSystem)
    let read = snapshot.file(Array("/p/.claude/settings.json".utf8))
    return SettingsFile(
      layer: layer, path: Array(path.utf8), state: read?.state ?? .absent,
      digest: read?.digest ?? [], mode: 0o644, settings: read?.settings ?? List())
  }

  static func findings(
    _ before: String, _ after: String, layer: SettingsLayer = .project
  ) -> [DriftFinding] {
    Array(
      DriftClassifier(
        accepted: List(file(before, layer: layer)), current: List(file(after, layer: layer))
      ).findings())
  }

  /// The verdict that stands for all: weakening first, then strengthening, then what nobody knows.
  static func verdict(_ findings: [DriftFinding]) -> DriftVerdict {
    let verdicts = findings.map(\.judgement.verdict)
    for verdict in [DriftVerdict.weakens, .strengthens, .unknown]
    where verdicts.contains(verdict) {
      return verdict
    }
    return .neutral
  }

  @Test("every pair of the vectors is judged as labelled", arguments: try pairs())
  func judgesPairs(_ pair: VectorCase) {
    let layer: SettingsLayer = pair.subject == "managed" ? .managed : .project
    let findings = Self.findings(pair.string, pair.detail, layer: layer)
    let judged = "\(findings.map { String(decoding: $0.line, as: UTF8.self) })"
    if pair.expectation == "broken" {
      guard case .broken = Self.file(pair.detail).state else {
        Issue.record("not broken", sourceLocation: pair.location)
        return
      }
      #expect(Self.verdict(findings) == .weakens, "\(judged)", sourceLocation: pair.location)
    } else {
      let verdict = String(describing: Self.verdict(findings))
      #expect(verdict == pair.expectation, "\(judged)", sourceLocation: pair.location)
    }
  }

  @Test func noPairIsBrokenWithoutBeingLabelledSo() throws {
    for pair in try Self.pairs() where pair.expectation != "broken" {
      for text in [pair.string, pair.detail] {
        if case .broken(let defect) = Self.file(text).state {
          Issue.record("\(defect)", sourceLocation: pair.location)
        }
      }
    }
  }

  @Test func aFileIsNoDifferenceToItself() throws {
    for pair in try Self.pairs() {
      #expect(Self.findings(pair.string, pair.string).isEmpty, sourceLocation: pair.location)
    }
  }

  /// The verdict on a rule that goes from one file to another, with the accepted text in `/a`.
  private static func move(
    _ text: String, _ from: SettingsLayer, _ to: SettingsLayer
  ) -> DriftVerdict {
    var accepted = List(file(text, layer: from, path: "/a"))
    accepted.append(file("{}", layer: to, path: "/b"))
    var current = List(file("{}", layer: from, path: "/a"))
    current.append(file(text, layer: to, path: "/b"))
    return verdict(Array(DriftClassifier(accepted: accepted, current: current).findings()))
  }

  @Test func aRuleThatMovesToTheUsersFileKeepsItsForce() {
    let rule = #"{"permissions":{"deny":["Read(~/.ssh/**)"]}}"#
    #expect(Self.move(rule, .project, .user) == .strengthens)
    #expect(Self.move(rule, .project, .local) == .strengthens)
    #expect(Self.move(rule, .user, .managed) == .strengthens)
    #expect(Self.move(rule, .user, .project) == .weakens)
    #expect(Self.move(rule, .managed, .user) == .weakens)
  }

  @Test func aPatternAnchoredAtItsFileDoesNotKeepItsForceElsewhere() {
    let rule = #"{"permissions":{"deny":["Read(/secrets/**)"]}}"#
    #expect(Self.move(rule, .project, .user) == .weakens)
    #expect(Self.move(rule, .project, .local) == .strengthens)
  }

  @Test func aHookThatMovesToTheUsersFileKeepsItsForce() {
    let hook =
      #"{"hooks":{"PreToolUse":[{"hooks":[{"type":"command","command":"/o/hook-guard"}]}]}}"#
    #expect(Self.move(hook, .project, .local) == .neutral)
    #expect(Self.move(hook, .user, .project) == .weakens)
  }

  @Test func anAllowRuleThatTheUserHasIsNothingNewInTheProject() {
    let rule = #"{"permissions":{"allow":["Bash(npm test)"]}}"#
    var accepted = List(Self.file(rule, layer: .user, path: "/a"))
    accepted.append(Self.file("{}", layer: .project, path: "/b"))
    var current = List(Self.file(rule, layer: .user, path: "/a"))
    current.append(Self.file(rule, layer: .project, path: "/b"))
    let findings = DriftClassifier(accepted: accepted, current: current).findings()
    #expect(Self.verdict(Array(findings)) == .neutral)
  }

  @Test func aBrokenFileThatWasAcceptedIsNoFindingUntilItChanges() {
    #expect(Self.findings("{", "{").isEmpty)
    #expect(Self.verdict(Self.findings("{", "{{")) == .weakens)
  }

  @Test func aFileThatAnybodyCanWriteIsWeaker() {
    let before = SettingsFile(layer: .user, path: [0x2F], state: .valid, mode: 0o644)
    let after = SettingsFile(layer: .user, path: [0x2F], state: .valid, mode: 0o666)
    let findings = DriftClassifier(accepted: List(before), current: List(after)).findings()
    #expect(Self.verdict(Array(findings)) == .weakens)
  }

  @Test func aManagedFileThatIsNotRootsIsWeakerAndNeverRejected() {
    let before = SettingsFile(layer: .managed, path: [0x2F], state: .valid, owner: 0)
    let after = SettingsFile(layer: .managed, path: [0x2F], state: .valid, owner: 1_000)
    let findings = DriftClassifier(accepted: List(before), current: List(after)).findings()
    #expect(Self.verdict(Array(findings)) == .weakens)
    #expect(findings.allSatisfy { !$0.isRejected })
  }

  @Test func aDropInThatIsGoneLosesItsRules() {
    let before = Self.file(
      #"{"permissions":{"deny":["Read(./.env)"]}}"#, layer: .managed, path: "/m/10.json")
    let findings = DriftClassifier(accepted: List(before), current: List()).findings()
    #expect(Self.verdict(Array(findings)) == .weakens)
  }
}
