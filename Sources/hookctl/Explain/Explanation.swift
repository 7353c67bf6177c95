// SPDX-License-Identifier: MIT
import HookCore

/// The stages of one judgement (DESIGN 3), as the guard went through them.
struct Explanation {
  let event: HookEvent
  /// Nil where the guard has nothing to judge in such an event.
  let judgement: GuardJudgement?
  let context: HookContext
  /// From the payload to the judgement, in this process.
  let microseconds: Int

  /// The verdict in a session like this one.
  var verdict: Verdict {
    judgement?.verdict(unattended: context.environment.unattended) ?? .allow
  }

  /// What says which environment the call is for; nil where nothing was judged.
  var evidence: EvidenceReport? {
    guard let judgement, judgement.rejection == nil, call != nil else { return nil }
    return EvidenceReport(judgement, event, context)
  }

  /// The requested call, where the event is about one that has not run.
  var call: ToolCall? {
    guard case .preToolUse(let call) = event.body else { return nil }
    return call
  }

  /// The text of a command.
  var command: [UInt8]? {
    guard let call else { return nil }
    switch call.tool {
    case .bash(let command), .monitor(let command): return command
    case .read, .write, .edit, .notebookEdit, .grep, .glob, .webFetch, .webSearch, .agent, .skill,
      .cronCreate, .scheduleWakeup, .sendMessage, .enterWorktree, .exitWorktree, .bookkeeping, .mcp,
      .unknown:
      return nil
    }
  }

  /// The commands after expansion, each once: the body of a loop is walked twice.
  func expandedCommands(_ command: [UInt8]) -> [ExpandedCommand] {
    var seen: Set<[[UInt8]]> = []
    return (analysis(of: command).trace ?? List()).filter { command in
      let place = Array("\(command.range.start) \(command.range.end) \(command.depth)".utf8)
      return seen.insert([place] + command.words.map { FieldDescription($0).key }).inserted
    }
  }

  /// The analysis that the guard made, with every command kept for people to see.
  func analysis(of command: [UInt8]) -> EffectAnalyzer {
    var analyzer = EffectAnalyzer(
      files: context.fileSystem, terms: judgement?.policies?.terms ?? AnalysisTerms(),
      tracing: true)
    analyzer.analyze(
      command, ShellState(directory: event.workingDirectory, home: context.environment.home))
    return analyzer
  }

  /// The effects, each once.
  var effects: [Effect] {
    var seen: Set<[[UInt8]]> = []
    return (judgement?.effects ?? List()).filter { effect in
      let kind = Array("\(effect.kind.words) \(effect.range.start) \(effect.range.end)".utf8)
      let name = effect.file.map { FieldDescription($0.name).key } ?? []
      return seen.insert([kind, name, effect.subject]).inserted
    }
  }

  /// The names that the file of an effect can have after all links, where they can be told.
  func resolved(_ effect: Effect) -> [[UInt8]] {
    guard let file = effect.file else { return [] }
    var paths: [[UInt8]] = []
    for name in file.name.choices where name.isLiteral && !name.bytes.isEmpty {
      for directory in file.directory.choices where directory.isLiteral {
        let path = try? PathResolver.resolve(
          name.bytes, in: directory.bytes, files: LiveFileSystem(),
          followingLast: !effect.kind.actsOnName)
        if let path, !paths.contains(path.resolved.bytes) { paths.append(path.resolved.bytes) }
      }
    }
    return paths
  }

  /// What the client is told.
  func answer(unattended: Bool) -> HookAnswer {
    HookAnswer(
      judgement?.response(unattended: unattended) ?? .silent, hook: GuardHook.name,
      event: event.name)
  }
}

/// What a word can become, in words.
struct FieldDescription {
  private let field: Field

  init(_ field: Field) { self.field = field }

  /// The values, gaps as `…`.
  var values: [[UInt8]] { field.choices.map(\.shown) }

  /// How much is known.
  var kind: StaticString {
    if field.alternatives.isEmpty, field.hasGap, field.bytes.count == 1 { return "unknown" }
    let choices = field.choices
    if choices.contains(where: \.hasGap) { return "partly unknown" }
    if choices.contains(where: \.hasPattern) { return "pattern" }
    return field.alternatives.isEmpty ? "exact" : "one of"
  }

  /// What tells two words apart.
  var key: [UInt8] { Array("\(kind) ".utf8) + Array(values.joined(separator: [0])) }
}

extension FlowSource {
  /// The kind for people and programs.
  var words: String {
    switch kind {
    case .file: "the file"
    case .variable: "the variable"
    case .environment: "the environment, by"
    case .secretStore: "a secret store, by"
    case .download: "the network,"
    case .decoder: "encoded text, by"
    case .process: "the process"
    }
  }
}

extension FlowTarget {
  /// The kind for people and programs.
  var words: String {
    switch kind {
    case .host: "the host"
    case .interpreter: "code that is run, by"
    case .file: "the file"
    }
  }
}

extension EffectKind {
  /// The kind for people and programs: a verb in the third person.
  var words: String {
    switch self {
    case .reads: "reads"
    case .readsTree: "reads everything below"
    case .writes: "writes"
    case .truncates: "empties"
    case .moves: "moves"
    case .links: "makes another name for"
    case .evaluates: "runs text as code in"
    case .deletes: "deletes"
    case .deletesTree: "deletes everything below"
    case .changesMode(let inTree):
      inTree ? "changes mode or owner of everything below" : "changes mode or owner of"
    case .uses: "hands over"
    case .executes: "runs"
    case .connects: "connects to"
    case .performs(let action): "performs \(action.rawValue)"
    }
  }
}
