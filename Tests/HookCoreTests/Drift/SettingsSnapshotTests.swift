// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite("SettingsSnapshot")
struct SettingsSnapshotTests {
  private static let locations = SettingsLocations(
    managedDirectory: Array("/etc/claude-code".utf8), home: Array("/home/u".utf8),
    project: Array("/p".utf8), evidence: .client)

  private static func snapshot(_ fileSystem: any FileSystem) -> SettingsSnapshot {
    SettingsSnapshot(reading: locations, fileSystem)
  }

  private static func state(_ path: String, _ fileSystem: any FileSystem) -> SettingsState? {
    snapshot(fileSystem).file(Array(path.utf8))?.state
  }

  private static let projectFile = "/p/.claude/settings.json"

  @Test func allFilesThatTheClientReadsAreThereAbsentOrNot() {
    let files = Self.snapshot(InMemoryFileSystem()).files
    #expect(
      files.map { String(decoding: $0.path, as: UTF8.self) } == [
        "/etc/claude-code/managed-settings.json", "/home/u/.claude/settings.json",
        "/p/.claude/settings.json", "/p/.claude/settings.local.json",
      ])
    #expect(files.allSatisfy { $0.state == .absent })
  }

  @Test func dropInsComeInTheOrderOfTheirNamesWithoutHiddenAndOtherFiles() {
    var fileSystem = InMemoryFileSystem()
    for name in ["20.json", "10.json", ".30.json", "40.txt", "50.json~", "json", ".json"] {
      fileSystem.add(file: "/etc/claude-code/managed-settings.d/\(name)", "{}")
    }
    let names = Self.snapshot(fileSystem).files.filter { $0.layer == .managed }.map {
      String(decoding: $0.path.suffix(7), as: UTF8.self)
    }
    #expect(names == ["gs.json", "10.json", "20.json"])
  }

  @Test func tooManyDropInsAreADefectNotAnOmission() {
    var fileSystem = InMemoryFileSystem()
    for number in 0..<SettingsSnapshot.fileLimit {
      fileSystem.add(file: "/etc/claude-code/managed-settings.d/\(number).json", "{}")
    }
    #expect(
      Self.state("/etc/claude-code/managed-settings.d", fileSystem)
        == .broken(SettingsDefect(.tooManyFiles)))
  }

  @Test func aFileOverTheLimitIsBroken() {
    var fileSystem = InMemoryFileSystem()
    let filler = String(repeating: " ", count: SettingsSnapshot.sizeLimit)
    fileSystem.add(file: Self.projectFile, "{}" + filler)
    #expect(Self.state(Self.projectFile, fileSystem) == .broken(SettingsDefect(.tooLarge)))
    fileSystem.add(file: Self.projectFile, "{}" + filler.dropLast(2))
    #expect(Self.state(Self.projectFile, fileSystem) == .valid)
  }

  @Test func aFileWithTooManySettingsIsBroken() {
    var fileSystem = InMemoryFileSystem()
    let rules = (0...SettingsCollector.limit).map { "\"\($0)\"" }.joined(separator: ",")
    fileSystem.add(file: Self.projectFile, "{\"permissions\":{\"allow\":[\(rules)]}}")
    #expect(Self.state(Self.projectFile, fileSystem) == .broken(SettingsDefect(.tooManySettings)))
  }

  @Test func aSymbolicLinkIsFollowedToItsContent() {
    var fileSystem = InMemoryFileSystem()
    fileSystem.add(link: Self.projectFile, to: "/elsewhere/s.json")
    #expect(Self.state(Self.projectFile, fileSystem) == .absent)
    fileSystem.add(file: "/elsewhere/s.json", "{}")
    #expect(Self.state(Self.projectFile, fileSystem) == .valid)
  }

  @Test func aLinkToItselfIsBrokenNotAbsent() {
    var fileSystem = InMemoryFileSystem()
    fileSystem.add(link: Self.projectFile, to: Self.projectFile)
    #expect(Self.state(Self.projectFile, fileSystem) == .broken(SettingsDefect(.unreadable)))
  }

  @Test func aDirectoryInThePlaceOfAFileIsBroken() {
    var fileSystem = InMemoryFileSystem()
    fileSystem.add(directory: Self.projectFile)
    #expect(Self.state(Self.projectFile, fileSystem) == .broken(SettingsDefect(.unreadable)))
  }

  @Test func aFileThatCannotBeReadIsBroken() {
    var fileSystem = InMemoryFileSystem()
    fileSystem.add(file: Self.projectFile, "{}")
    #expect(
      Self.state(Self.projectFile, DenyingFileSystem(base: fileSystem))
        == .broken(SettingsDefect(.unreadable)))
  }

  @Test func aByteOrderMarkIsTolerated() {
    var fileSystem = InMemoryFileSystem()
    fileSystem.add(file: Self.projectFile, "\u{FEFF}{\"disableAllHooks\":true}")
    #expect(Self.state(Self.projectFile, fileSystem) == .valid)
    #expect(Self.snapshot(fileSystem).file(Array(Self.projectFile.utf8))?.settings.count == 1)
    fileSystem.add(file: Self.projectFile, "\u{FEFF}\u{FEFF}{}")
    #expect(Self.state(Self.projectFile, fileSystem) == .broken(SettingsDefect(.notJSON)))
  }

  @Test func equalKeysAreNamedAsTheDefect() {
    var fileSystem = InMemoryFileSystem()
    fileSystem.add(file: Self.projectFile, #"{"hooks":{},"hooks":{}}"#)
    #expect(Self.state(Self.projectFile, fileSystem) == .broken(SettingsDefect(.duplicateKey)))
  }

  @Test func valuesThatMayHoldSecretsAreKeptAsDigests() {
    let text = """
      {"env":{"TOKEN":"s3cret"},"apiKeyHelper":"echo s3cret","statusLine":{"type":"command",
      "command":"s3cret"},"someNewKey":"s3cret","pluginConfigs":{"a":"s3cret"},
      "hooks":{"Stop":[{"hooks":[{"type":"http","url":"https://h/s3cret",
      "headers":{"Authorization":"s3cret"}},{"type":"command","command":"curl s3cret"}]}]}}
      """
    let file = DriftClassifierTests.file(text)
    #expect(file.state == .valid)
    #expect(file.settings.count == 7)
    for setting in file.settings {
      let value = String(decoding: setting.value, as: UTF8.self)
      #expect(value.contains("sha256:"), "\(value)")
      #expect(!value.contains("s3cret"), "\(value)")
    }
  }

  // MARK: where the project is

  private static func environment(project: String?) -> UserEnvironment {
    UserEnvironment(
      home: Array("/home/u".utf8), userID: 0, unattended: false,
      projectDirectory: project.map { Array($0.utf8) })
  }

  private static func found(
    project: String?, from directory: String?, _ fileSystem: InMemoryFileSystem
  ) -> (String?, ProjectEvidence) {
    let locations = SettingsLocations(
      environment: environment(project: project),
      workingDirectory: directory.map { Array($0.utf8) }, fileSystem: fileSystem)
    return (locations.project.map { String(decoding: $0, as: UTF8.self) }, locations.evidence)
  }

  @Test func theProjectIsWhatTheClientSays() {
    let found = Self.found(project: "/p/", from: "/q", InMemoryFileSystem())
    #expect(found == ("/p", .client))
  }

  @Test func elseItIsTheNearestDirectoryAboveThatHasSettings() {
    var fileSystem = InMemoryFileSystem()
    fileSystem.add(directory: "/home/u/.claude")
    fileSystem.add(directory: "/home/u/work/a/.claude")
    fileSystem.add(directory: "/home/u/work/a/b/c")
    #expect(
      Self.found(project: nil, from: "/home/u/work/a/b/c", fileSystem)
        == ("/home/u/work/a", .search))
    #expect(
      Self.found(project: "relative", from: "/home/u/work/b", fileSystem)
        == ("/home/u/work/b", .workingDirectory))
    #expect(Self.found(project: nil, from: nil, fileSystem) == (nil, .none))
  }

  @Test func theHomeAsProjectHasNoSharedFileOfItsOwn() {
    let locations = SettingsLocations(
      home: Array("/home/u".utf8), project: Array("/home/u".utf8), evidence: .client)
    let layers = SettingsSnapshot(reading: locations, InMemoryFileSystem()).files.map(\.layer)
    #expect(layers == [.managed, .user, .local])
  }
}

/// A file system in which nothing can be read.
private struct DenyingFileSystem: FileSystem {
  let base: InMemoryFileSystem

  func status(_ path: [UInt8]) throws(SystemError) -> FileStatus { try base.status(path) }
  func linkTarget(_ path: [UInt8]) throws(SystemError) -> [UInt8] { try base.linkTarget(path) }
  func entries(_ path: [UInt8], limit: Int) throws(SystemError) -> List<DirectoryEntry> {
    try base.entries(path, limit: limit)
  }
  func contents(_ path: [UInt8], limit: Int) throws(SystemError) -> [UInt8] {
    throw SystemError(.denied, .read, path)
  }
}
