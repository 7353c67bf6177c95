// SPDX-License-Identifier: MIT

/// Every name that says, or does not say, which environment a call is for; for people to see.
package struct EvidenceReport: Sendable {
  package struct Piece: Sendable {
    package let evidence: EnvironmentEvidence
    /// What it says, documents taken into account.
    package let environment: TargetEnvironment

    /// For people, `context eu-prod (--context): production`.
    package var words: [UInt8] {
      var words = [UInt8](evidence.kind.name)
      words.append(0x20)
      words += evidence.value
      if !evidence.source.isEmpty {
        words.append(" (")
        words += evidence.source
        words.append(")")
      }
      words.append(": ")
      if environment == .unknown {
        words.append(evidence.isOpen ? "cannot be told" : "says nothing")
      } else {
        words.append(environment.word)
      }
      return words
    }
  }

  /// What is said of one part of a call.
  package struct Part: Sendable {
    /// What the part does: a rule's id, a kind of effect, `command` or `tool`.
    package let cause: [UInt8]
    package let subject: [UInt8]
    package let range: SourceRange
    package let environment: TargetEnvironment
    package let pieces: List<Piece>
  }

  package private(set) var parts = List<Part>()

  /// The environment that counts: the strictest; nil where nothing is changed or named.
  package var environment: TargetEnvironment? {
    var strictest = parts.first?.environment
    for part in parts { strictest = max(strictest ?? part.environment, part.environment) }
    return strictest
  }

  private let subject: PolicySubject
  private let terms: EnvironmentTerms

  package init(_ judgement: GuardJudgement, _ event: HookEvent, _ context: HookContext) {
    let policy = PolicyContext(event, nil, context)
    terms =
      (judgement.policies ?? PolicyFiles(List())).terms(home: policy.home, project: policy.project)
      .environments
    guard case .preToolUse(let call) = event.body else {
      subject = PolicySubject(without: policy)
      return
    }
    let commands = ToolCallEffects.commands(
      of: call, in: event.workingDirectory, home: policy.home, files: context.fileSystem,
      terms: AnalysisTerms())
    var subject = PolicySubject(
      call, judgement.effects, commands, policy, isAttended: true, isSubagent: false)
    subject.surroundings = GitRepository.evidence(at: policy.project, files: context.fileSystem)
    self.subject = subject
    addParts()
  }

  private mutating func addParts() {
    for effect in subject.effects where effect.hasTarget || !effect.kind.isLook {
      var cause = [UInt8](effect.kind.word)
      if case .performs(let action) = effect.kind { cause = action.rawValue.bytes }
      add(
        cause, effect.file?.name.shown ?? effect.subject, effect.range, subject.evidence(of: effect)
      )
    }
    for command in subject.commands where !command.evidence.isEmpty {
      var isShown = false
      for effect in subject.effects where effect.hasTarget && effect.range == command.range {
        isShown = true
      }
      if !isShown {
        add([UInt8]("command"), command.text, command.range, command.evidence)
      }
    }
    if !subject.arguments.isEmpty {
      add([UInt8]("tool"), subject.tool, SourceRange(0, 0), subject.arguments)
    }
  }

  /// Adds a part, once.
  private mutating func add(
    _ cause: [UInt8], _ name: [UInt8], _ range: SourceRange, _ evidence: List<EnvironmentEvidence>
  ) {
    for part in parts where part.cause == cause && part.subject == name && part.range == range {
      return
    }
    var pieces = List<Piece>()
    for piece in evidence {
      let environment = terms.environment(of: piece)
      // Of arguments that no document knows there is nothing to say.
      if piece.kind == .argument, environment == .unknown { continue }
      pieces.append(Piece(evidence: piece, environment: environment))
    }
    parts.append(
      Part(
        cause: cause, subject: name, range: range, environment: terms.environment(of: evidence),
        pieces: pieces))
  }
}
