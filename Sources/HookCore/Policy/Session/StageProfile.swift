// SPDX-License-Identifier: MIT

/// What a stage of a pipeline or a phase of a roll-out leaves an agent to do.
package struct StageProfile: Sendable {
  /// Effects, built-in rules and commands that one verdict holds for.
  package struct Entries: Sendable {
    /// Kinds of effects, and ids, groups and families of built-in rules.
    package var effects = List<[UInt8]>()
    /// Commands and tools in the client's form: `Bash(git merge *)`.
    package var matches = List<ClientRule>()

    var isEmpty: Bool { effects.isEmpty && matches.isEmpty }
  }

  package var name: [UInt8]
  package var title: [UInt8] = []
  /// The tools that there are; nil for all.
  package var tools: List<[UInt8]>?
  /// The commands that there are; nil for all.
  package var commands: List<[UInt8]>?
  /// The files that may be changed; nil for all.
  package var writable: List<PathPattern>?
  /// Files that may not be changed even where `writable` means them.
  package var closed = List<PathPattern>()
  /// What is left to people.
  package var asked = Entries()
  /// What is refused.
  package var refused = Entries()

  package init(name: [UInt8]) { self.name = name }

  /// Whether commands have to be known by their words.
  var namesCommands: Bool {
    commands != nil || !asked.matches.isEmpty || !refused.matches.isEmpty
  }

  static var keys: StaticString { "title extends tools commands writable closed ask deny" }
}

/// Whether a profile is a stage's or a phase's.
package enum StageKind: UInt8, Sendable, Equatable {
  case stage
  case phase

  package var word: StaticString {
    switch self {
    case .stage: "stage"
    case .phase: "phase"
    }
  }
}

/// A profile that a session chose, and the words with which messages say so.
package struct ChosenProfile: Sendable {
  package let kind: StageKind
  package let profile: StageProfile

  /// The words before a message, `stage verification: `.
  package var words: [UInt8] {
    var words = [UInt8](kind.word)
    words.append(0x20)
    words += profile.name
    words.append(": ")
    return words
  }
}

extension PolicyFiles {
  /// The profiles of what `session` chose.
  package func profiles(_ session: SessionTerms) -> List<ChosenProfile> {
    var chosen = List<ChosenProfile>()
    for name in session.stages {
      chosen.append(ChosenProfile(kind: .stage, profile: profile(.stage, name)))
    }
    for name in session.phases {
      chosen.append(ChosenProfile(kind: .phase, profile: profile(.phase, name)))
    }
    return chosen
  }

  /// The profile that `name` stands for: of the highest layer's documents, else one that ships.
  ///
  /// A name that nobody knows leaves nothing but looking.
  package func profile(_ kind: StageKind, _ name: [UInt8]) -> StageProfile {
    for policy in policies where policy.layer == top {
      for profile in policy.document.profiles(kind) where profile.name == name { return profile }
    }
    if let profile = ShippedProfiles.profile(kind, name) { return profile }
    var strictest =
      ShippedProfiles.profile(.stage, [UInt8]("requirement")) ?? StageProfile.closed
    strictest.name = name
    strictest.title = [UInt8]("no such ") + [UInt8](kind.word) + [UInt8](": looking only")
    return strictest
  }

  /// What the highest layer binds the session to.
  package var session: SessionTerms {
    var terms = SessionTerms()
    for policy in policies where policy.layer == top { terms.append(policy.document.session) }
    return terms
  }
}

extension StageProfile {
  /// Nothing at all.
  fileprivate static var closed: StageProfile {
    var profile = StageProfile(name: [])
    profile.tools = List()
    profile.commands = List()
    profile.writable = List()
    return profile
  }
}

extension PolicyDocument {
  /// The profiles that the document defines.
  package func profiles(_ kind: StageKind) -> List<StageProfile> {
    switch kind {
    case .stage: stages
    case .phase: phases
    }
  }
}
