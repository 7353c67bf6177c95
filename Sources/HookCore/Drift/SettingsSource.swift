// SPDX-License-Identifier: MIT

/// Whose settings a file holds, from the one that yields to the one that wins.
package enum SettingsLayer: UInt8, Sendable, Equatable, CaseIterable {
  case user
  case project
  case local
  case managed

  /// The word for people and files.
  package var name: StaticString {
    switch self {
    case .user: "user"
    case .project: "project"
    case .local: "local"
    case .managed: "managed"
    }
  }

  /// The layer with this name.
  init?(name: JSONValue) {
    if name.equals("user") {
      self = .user
    } else if name.equals("project") {
      self = .project
    } else if name.equals("local") {
      self = .local
    } else if name.equals("managed") {
      self = .managed
    } else {
      return nil
    }
  }

  /// Whether files of this layer count in every project of the user.
  package var isShared: Bool {
    switch self {
    case .managed, .user: true
    case .project, .local: false
    }
  }

  /// Whether what `self` says holds at least wherever `other` held.
  ///
  /// A rule that moves from a project's file to the user's keeps its force; the other way round it
  /// is lost in all other projects.
  func reaches(_ other: SettingsLayer) -> Bool {
    switch self {
    case .managed: true
    case .user: other != .managed
    case .project, .local: !other.isShared
    }
  }
}

/// How the project directory was found.
package enum ProjectEvidence: Sendable, Equatable {
  /// The client named it.
  case client
  /// A directory above the working directory holds `.claude`.
  case search
  /// Nothing above the working directory does, so that directory itself is taken.
  case workingDirectory
  /// There is no project: no working directory is known.
  case none

  /// The words for people.
  package var words: StaticString {
    switch self {
    case .client: "named by the client"
    case .search: "found above the working directory"
    case .workingDirectory: "the working directory"
    case .none: "no project"
    }
  }
}

/// Where the client looks for settings files.
package struct SettingsLocations: Sendable {
  /// Levels searched upward for `.claude`; no real tree is deeper.
  private static let searchDepth = 64

  let managedDirectory: [UInt8]
  let home: [UInt8]
  package let project: [UInt8]?
  package let evidence: ProjectEvidence

  package init(
    managedDirectory: [UInt8] = SettingsLocations.systemDirectory, home: [UInt8],
    project: [UInt8]?, evidence: ProjectEvidence
  ) {
    self.managedDirectory = managedDirectory
    self.home = home
    self.project = project
    self.evidence = evidence
  }

  /// The locations of this session.
  ///
  /// The project is what the client says it is, else the nearest directory above
  /// `workingDirectory` (the payload's `cwd`) with a `.claude`, else that directory.
  package init(
    environment: UserEnvironment, workingDirectory: [UInt8]?, fileSystem: any FileSystem
  ) {
    if let project = environment.projectDirectory, project.first == 0x2F {
      self.init(
        home: environment.home, project: SettingsLocations.trimmed(project), evidence: .client)
      return
    }
    guard let start = workingDirectory, start.first == 0x2F else {
      self.init(home: environment.home, project: nil, evidence: .none)
      return
    }
    let base = SettingsLocations.trimmed(start)
    if let found = SettingsLocations.search(from: base, home: environment.home, fileSystem) {
      self.init(home: environment.home, project: found, evidence: .search)
    } else {
      self.init(home: environment.home, project: base, evidence: .workingDirectory)
    }
  }

  /// Where the client reads managed settings (CONTRACT 10).
  package static var systemDirectory: [UInt8] {
    #if os(macOS)
      Array("/Library/Application Support/ClaudeCode".utf8)
    #else
      Array("/etc/claude-code".utf8)
    #endif
  }

  /// The nearest directory from `start` upward that holds `.claude`; the home's own is the user's.
  private static func search(
    from start: [UInt8], home: [UInt8], _ fileSystem: any FileSystem
  ) -> [UInt8]? {
    var directory = start
    for _ in 0..<searchDepth {
      if directory == home { return nil }
      if (try? fileSystem.status(joined(directory, "/.claude"))) != nil { return directory }
      guard let slash = directory.lastIndex(of: 0x2F), slash > 0 else { return nil }
      directory.removeLast(directory.count - slash)
    }
    return nil
  }

  private static func trimmed(_ path: [UInt8]) -> [UInt8] {
    var path = path
    while path.count > 1, path.last == 0x2F { path.removeLast() }
    return path
  }

  /// `directory` followed by `rest`, which begins with a slash.
  static func joined(_ directory: [UInt8], _ rest: StaticString) -> [UInt8] {
    var path = directory.count == 1 && directory.first == 0x2F ? [] : directory
    rest.withUTF8Buffer { path.append(contentsOf: $0) }
    return path
  }

  var managedFile: [UInt8] { SettingsLocations.joined(managedDirectory, "/managed-settings.json") }
  var dropInDirectory: [UInt8] { SettingsLocations.joined(managedDirectory, "/managed-settings.d") }
  var userFile: [UInt8] { SettingsLocations.joined(home, "/.claude/settings.json") }

  /// The project's shared file; nil where it would be the user's own.
  var projectFile: [UInt8]? {
    guard let project, project != home else { return nil }
    return SettingsLocations.joined(project, "/.claude/settings.json")
  }

  var localFile: [UInt8]? {
    guard let project else { return nil }
    return SettingsLocations.joined(project, "/.claude/settings.local.json")
  }
}
