// SPDX-License-Identifier: MIT

/// What documents say that names stand for: which context is production, which host is a test's.
package struct EnvironmentTerms: Sendable {
  /// One pattern of a document.
  package struct Entry: Sendable {
    package let environment: TargetEnvironment
    package let kind: EvidenceKind
    package let pattern: [UInt8]
    /// Whether it can only make production of a name: it is of a layer that may not loosen.
    var onlyRaises = false

    package init(_ environment: TargetEnvironment, _ kind: EvidenceKind, _ pattern: [UInt8]) {
      self.environment = environment
      self.kind = kind
      self.pattern = pattern
    }
  }

  package private(set) var entries = List<Entry>()
  package var home: [UInt8] = []
  package var project: [UInt8] = []

  package init() {}

  package mutating func append(_ entry: Entry, onlyRaises: Bool = false) {
    var entry = entry
    entry.onlyRaises = onlyRaises
    entries.append(entry)
  }

  /// The environment that all `pieces` speak of: production on the evidence of any, and unknown
  /// where one is open or none says anything.
  package func environment(of pieces: List<EnvironmentEvidence>) -> TargetEnvironment {
    var result = TargetEnvironment.unknown
    var isOpen = false
    for piece in pieces {
      switch environment(of: piece) {
      case .production: return .production
      case .staging: result = .staging
      case .development: if result == .unknown { result = .development }
      case .unknown: break
      }
      if piece.isOpen { isOpen = true }
    }
    return isOpen ? .unknown : result
  }

  /// What one piece says: the first pattern that means it, else the words of its name.
  package func environment(of piece: EnvironmentEvidence) -> TargetEnvironment {
    var said: TargetEnvironment?
    for entry in entries where means(entry, piece) {
      if entry.onlyRaises {
        if entry.environment == .production { return .production }
      } else if said == nil {
        said = entry.environment
      }
    }
    return said ?? piece.environment
  }

  private func means(_ entry: Entry, _ piece: EnvironmentEvidence) -> Bool {
    if piece.isOpen { return false }
    if entry.kind == .path {
      guard piece.kind == .path, let path = AbsolutePath(piece.value),
        let pattern = PathPattern(entry.pattern)
      else { return false }
      return pattern.matches(path, home: home, project: project)
    }
    if entry.kind == .host, piece.kind == .url {
      return Glob.matches(
        entry.pattern, HostAddress.host(of: piece.value), Glob.Options(foldsCase: true))
    }
    if entry.kind == .argument, piece.source.hasPrefix("argument ") {
      return Glob.matches(
        entry.pattern, Array(piece.source.dropFirst(9)) + [0x3D] + piece.value, Glob.Options())
    }
    guard entry.kind == piece.kind else { return false }
    return Glob.matches(
      entry.pattern, piece.value, Glob.Options(foldsCase: entry.kind == .host))
  }
}
