// SPDX-License-Identifier: MIT

/// PreToolUse: judges the call before it runs; abstains or denies, never allows.
///
/// Takes UserPromptSubmit too, where a mention `@file` would bring a file to the model without
/// any tool (CONTRACT 9.1).
package struct GuardHook: Hook {
  package static let name: StaticString = "hook-guard"

  package init() {}

  package func respond(to input: HookInput, context: HookContext) -> HookResponse {
    switch input {
    case .unreadable(let error):
      return refuse(nil, GuardHook.words(of: error), context)
    case .undecodable(let bytes, let error):
      return refuse(bytes, error.words, context)
    case .event(let event):
      switch event.body {
      case .preToolUse(let call): return judge(call, event, context)
      case .userPromptSubmit(let prompt): return judge(prompt: prompt, event, context)
      case .postToolUse, .postToolUseFailure, .postToolBatch, .permissionRequest,
        .permissionDenied, .userPromptExpansion, .sessionStart, .sessionEnd, .configChange,
        .instructionsLoaded, .fileChanged, .cwdChanged, .worktreeCreate, .worktreeRemove,
        .notification, .compaction, .modelSwitch, .task, .stop, .elicitation, .setup, .other:
        return .silent  // nothing is about to happen
      }
    }
  }

  /// A tool call: its effects, the decision on them, the answer, and the record of all that.
  private func judge(
    _ call: ToolCall, _ event: HookEvent, _ context: HookContext
  ) -> HookResponse {
    let state = GuardHook.stateDirectory(context)
    if !call.tool.isRead, let state,
      let reason = DriftGate.rejection(
        stateDirectory: state, environment: context.environment,
        workingDirectory: event.workingDirectory, fileSystem: context.fileSystem)
    {
      return answer(.deny, reason, List([UInt8]("settings-rejected")), event, context)
    }
    let policy = GuardHook.policyContext(event, state, context)
    let effects = ToolCallEffects.effects(
      of: call, in: event.workingDirectory, home: context.environment.home,
      files: context.fileSystem)
    let decision = PolicyEngine.decide(effects, policy)
    if decision.verdict == .deny, let narrowed = SearchNarrowing.input(of: call, decision, policy) {
      let failure = record(.allow, [UInt8]("search narrowed"), decision.ruleIDs, event, context)
      return failure ?? .updateInput(narrowed)
    }
    return answer(decision, event, context)
  }

  /// A prompt: the files that it mentions are read as soon as it is submitted.
  private func judge(
    prompt: [UInt8], _ event: HookEvent, _ context: HookContext
  ) -> HookResponse {
    let policy = GuardHook.policyContext(event, GuardHook.stateDirectory(context), context)
    var effects = List<Effect>()
    for name in FileMentions.names(in: prompt) {
      let path = AbsolutePath.expandingHome(name, home: context.environment.home)
      let file = FileTarget(Field(path), in: Field(event.workingDirectory))
      effects.append(Effect(.reads, file: file))
    }
    let decision = PolicyEngine.decide(effects, policy)
    guard decision.verdict == .deny else { return .silent }
    return answer(decision, event, context)
  }

  private func answer(
    _ decision: Decision, _ event: HookEvent, _ context: HookContext
  ) -> HookResponse {
    var verdict = decision.verdict
    var reason = decision.reason
    if verdict == .ask, context.environment.unattended {
      verdict = .deny
      reason.append("; nobody can be asked in this session")
    }
    return answer(verdict, reason, decision.ruleIDs, event, context)
  }

  private func answer(
    _ verdict: Verdict, _ reason: [UInt8], _ rules: List<[UInt8]>, _ event: HookEvent,
    _ context: HookContext
  ) -> HookResponse {
    let failure = record(verdict, reason, rules, event, context)
    switch verdict {
    case .allow: return failure ?? .silent
    case .ask: return .ask(reason: reason)
    case .deny: return .deny(reason: reason)
    }
  }

  /// Writes the decision to the log.
  ///
  /// - Returns: the response that a missing record asks for; nil where it was written.
  private func record(
    _ verdict: Verdict, _ reason: [UInt8], _ rules: List<[UInt8]>, _ event: HookEvent,
    _ context: HookContext
  ) -> HookResponse? {
    do throws(AuditError) {
      let trail = try AuditTrail(.hookGuard, context)
      try trail.append(
        AuditRecord.Verdict(verdict), on: event, rules: rules,
        reason: reason.isEmpty ? nil : reason)
      return nil
    } catch {
      return GuardHook.response(to: error, context)
    }
  }

  private static func response(to error: AuditError, _ context: HookContext) -> HookResponse {
    var text = error.words
    guard context.options.requiresAudit else {
      text.append("; the decision was not recorded; run hookctl doctor")
      return .warn(message: text)
    }
    text.append("; blocked because a record is required; run hookctl doctor")
    return .deny(reason: text)
  }

  /// What came is no event: nothing can be judged, so the call must not run.
  private func refuse(
    _ bytes: [UInt8]?, _ words: [UInt8], _ context: HookContext
  ) -> HookResponse {
    do throws(AuditError) {
      let trail = try AuditTrail(.hookGuard, context)
      try trail.append(unreadable: bytes, because: words, verdict: .deny)
    } catch {
      // It is denied all the same.
    }
    return .deny(reason: words + [UInt8]("; blocked because the call cannot be judged"))
  }

  private static func words(of error: SystemError) -> [UInt8] {
    [UInt8](error.code == .tooLarge ? "payload is larger than 64 MiB" : error.code.words)
  }

  private static func stateDirectory(_ context: HookContext) -> [UInt8]? {
    let located = try? StateDirectory.locate(
      context.environment, chosen: context.options.stateDirectory, fileSystem: LiveFileSystem())
    return located?.path
  }

  private static func policyContext(
    _ event: HookEvent, _ state: [UInt8]?, _ context: HookContext
  ) -> PolicyContext {
    PolicyContext(
      home: context.environment.home,
      project: context.environment.projectDirectory ?? event.workingDirectory, state: state,
      files: context.fileSystem)
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

extension AuditRecord.Verdict {
  fileprivate init(_ verdict: Verdict) {
    switch verdict {
    case .allow: self = .allow
    case .ask: self = .ask
    case .deny: self = .deny
    }
  }
}
