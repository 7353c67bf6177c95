// SPDX-License-Identifier: MIT

/// What the guard makes of one event, before it is recorded and answered.
package struct GuardJudgement: Sendable {
  package private(set) var effects = List<Effect>()
  package private(set) var decision = Decision()
  /// Why nothing but reads may run, where rejected settings are on disk.
  package private(set) var rejection: [UInt8]?
  /// The whole input of a search without the secret files that it would print.
  package private(set) var narrowedInput: [UInt8]?

  /// A tool call: its effects and the decision on them.
  package init(
    _ call: ToolCall, _ event: HookEvent, stateDirectory: [UInt8]?, _ context: HookContext
  ) {
    if !call.tool.isRead {
      guard let stateDirectory else {
        // Whoever can spoil the directory could hide the mark of rejected settings.
        rejection = [UInt8](
          "the state directory is not the user's alone; only reads may run; run hookctl doctor")
        return
      }
      rejection = DriftGate.rejection(
        stateDirectory: stateDirectory, environment: context.environment,
        workingDirectory: event.workingDirectory, fileSystem: context.fileSystem)
      if rejection != nil { return }
    }
    let policy = PolicyContext(event, stateDirectory, context)
    effects = ToolCallEffects.effects(
      of: call, in: event.workingDirectory, home: context.environment.home,
      files: context.fileSystem)
    decision = PolicyEngine.decide(effects, policy)
    if decision.verdict == .deny {
      narrowedInput = SearchNarrowing.input(of: call, decision, policy)
    }
  }

  /// A prompt: the files that it mentions are read as soon as it is submitted.
  package init(
    prompt: [UInt8], _ event: HookEvent, stateDirectory: [UInt8]?, _ context: HookContext
  ) {
    for name in FileMentions.names(in: prompt) {
      let path = AbsolutePath.expandingHome(name, home: context.environment.home)
      let file = FileTarget(Field(path), in: Field(event.workingDirectory))
      effects.append(Effect(.reads, file: file))
    }
    let found = PolicyEngine.decide(effects, PolicyContext(event, stateDirectory, context))
    // A prompt is what a person typed: there is nobody else to ask about it.
    if found.verdict == .deny { decision = found }
  }

  /// The verdict; an ask that nobody can answer is a denial.
  package func verdict(unattended: Bool) -> Verdict {
    if rejection != nil { return .deny }
    if narrowedInput != nil { return .allow }
    return decision.verdict == .ask && unattended ? .deny : decision.verdict
  }

  /// Why, for people and the model; empty where nothing was refused.
  package func reason(unattended: Bool) -> [UInt8] {
    if let rejection { return rejection }
    if narrowedInput != nil { return [UInt8]("search narrowed") }
    var reason = decision.reason
    if decision.verdict == .ask, unattended {
      reason.append("; nobody can be asked in this session")
    }
    return reason
  }

  /// The rules that were met, for the record.
  package var ruleIDs: List<[UInt8]> {
    rejection == nil ? decision.ruleIDs : List([UInt8]("settings-rejected"))
  }

  /// What the client is told.
  package func response(unattended: Bool) -> HookResponse {
    if let narrowedInput { return .updateInput(narrowedInput) }
    switch verdict(unattended: unattended) {
    case .allow: return .silent
    case .ask: return .ask(reason: reason(unattended: unattended))
    case .deny: return .deny(reason: reason(unattended: unattended))
    }
  }
}

extension PolicyContext {
  fileprivate init(_ event: HookEvent, _ stateDirectory: [UInt8]?, _ context: HookContext) {
    self.init(
      home: context.environment.home,
      project: context.environment.projectDirectory ?? event.workingDirectory,
      state: stateDirectory, files: context.fileSystem)
  }
}

extension Tool {
  /// Whether the tool only looks: what may go on while rejected settings are on disk.
  fileprivate var isRead: Bool {
    switch self {
    case .read, .grep, .glob, .webSearch, .bookkeeping: true
    case .bash, .monitor, .write, .edit, .notebookEdit, .webFetch, .agent, .skill, .cronCreate,
      .scheduleWakeup, .sendMessage, .enterWorktree, .exitWorktree, .mcp, .unknown:
      false
    }
  }
}
