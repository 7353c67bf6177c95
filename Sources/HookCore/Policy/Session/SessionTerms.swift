// SPDX-License-Identifier: MIT

/// What a session is bound to: the stage of a pipeline, the phase of a roll-out, paths, a ticket.
///
/// Comes from the wired command line and from the highest policy layer, never from what the agent
/// can set. Where both choose, both hold.
package struct SessionTerms: Sendable, Equatable {
  package var stages = List<[UInt8]>()
  package var phases = List<[UInt8]>()
  /// What may be changed without asking: a file has to be in each; none where nothing is bound.
  package var scopes = List<SessionScope>()
  package var tickets = List<[UInt8]>()

  package init() {}

  package var isEmpty: Bool {
    stages.isEmpty && phases.isEmpty && scopes.isEmpty && tickets.isEmpty
  }

  /// The stages and phases apart by blanks, which no name holds; empty where there is none.
  package var words: [UInt8] {
    var words: [UInt8] = []
    for names in [stages, phases] {
      for name in names {
        if !words.isEmpty { words.append(0x20) }
        words += name
      }
    }
    return words
  }

  /// Whether anything of a call can be refused for it.
  var binds: Bool { !stages.isEmpty || !phases.isEmpty || !scopes.isEmpty }

  /// Adds what another place chooses.
  package mutating func append(_ other: SessionTerms) {
    for stage in other.stages { SessionTerms.add(stage, to: &stages) }
    for phase in other.phases { SessionTerms.add(phase, to: &phases) }
    for scope in other.scopes { scopes.append(scope) }
    for ticket in other.tickets { SessionTerms.add(ticket, to: &tickets) }
  }

  /// Takes `--stage`, `--phase`, `--scope` or `--ticket` of a command line; false where the option is
  /// another, or the value is none for it.
  package mutating func take(_ option: [UInt8], _ value: [UInt8]) -> Bool {
    if option.equals("--scope") {
      guard let scope = SessionScope(argument: value) else { return false }
      scopes.append(scope)
      return true
    }
    guard SessionTerms.isName(value) else { return false }
    if option.equals("--stage") {
      SessionTerms.add(value, to: &stages)
    } else if option.equals("--phase") {
      SessionTerms.add(value, to: &phases)
    } else if option.equals("--ticket") {
      SessionTerms.add(value, to: &tickets)
    } else {
      return false
    }
    return true
  }

  private static func add(_ text: [UInt8], to list: inout List<[UInt8]>) {
    for known in list where known == text { return }
    list.append(text)
  }

  /// Whether `name` can be that of a stage, a phase or a ticket.
  package static func isName(_ name: [UInt8]) -> Bool {
    !name.isEmpty && name.count <= nameLimit && name.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  private static let nameLimit = 64
}

/// Files that a session is for.
package struct SessionScope: Sendable, Equatable {
  package var patterns = List<PathPattern>()

  package init(_ patterns: List<PathPattern>) { self.patterns = patterns }

  /// Reads `PATH[:PATH]` of a command line: absolute, or seen from the project; nil where one is
  /// empty or leads up.
  package init?(argument: [UInt8]) {
    for part in argument.split(separator: 0x3A, omittingEmptySubsequences: false) {
      var path = Array(part)
      if path.hasPrefix("./") { path.removeFirst(2) }
      for component in path.split(separator: 0x2F) where Array(component).equals("..") {
        return nil
      }
      guard !path.isEmpty else { return nil }
      if path.equals(".") { path = [0x2A, 0x2A] }
      // `//` is the root of the file system, `/` that of the project.
      guard let pattern = PathPattern([0x2F] + path) else { return nil }
      patterns.append(pattern)
    }
  }
}
