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
      guard let judgement = GuardHook.judgement(of: event, context) else { return .silent }
      return answer(judgement, event, context)
    }
  }

  /// What is made of an event, or nil where nothing is about to happen.
  package static func judgement(of event: HookEvent, _ context: HookContext) -> GuardJudgement? {
    switch event.body {
    case .preToolUse(let call):
      return GuardJudgement(call, event, stateDirectory: stateDirectory(context), context)
    case .userPromptSubmit(let prompt):
      return GuardJudgement(
        prompt: prompt, event, stateDirectory: stateDirectory(context), context)
    case .postToolUse, .postToolUseFailure, .postToolBatch, .permissionRequest,
      .permissionDenied, .userPromptExpansion, .sessionStart, .sessionEnd, .configChange,
      .instructionsLoaded, .fileChanged, .cwdChanged, .worktreeCreate, .worktreeRemove,
      .notification, .compaction, .modelSwitch, .task, .stop, .elicitation, .setup, .other:
      return nil
    }
  }

  /// Records the judgement and answers with it.
  private func answer(
    _ judgement: GuardJudgement, _ event: HookEvent, _ context: HookContext
  ) -> HookResponse {
    let unattended = context.environment.unattended
    let verdict = judgement.verdict(unattended: unattended)
    if verdict == .allow, case .userPromptSubmit = event.body { return .silent }
    let failure = record(
      verdict, judgement.reason(unattended: unattended), judgement.ruleIDs, event, context)
    let response = judgement.response(unattended: unattended)
    guard let failure else { return response }
    // What may still run needs its record, where one is required; a denial stands without.
    switch response {
    case .deny: return response
    case .ask, .updateInput: return context.options.requiresAudit ? failure : response
    case .silent, .notify, .warn: return failure
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

  /// Where log and baseline are; nil where somebody else could have a hand in it.
  private static func stateDirectory(_ context: HookContext) -> [UInt8]? {
    do throws(SystemError) {
      return try StateDirectory.locate(
        context.environment, chosen: context.options.stateDirectory, fileSystem: LiveFileSystem()
      ).path
    } catch {
      switch error.code {
      case .wrongOwner, .openToOthers, .isSymbolicLink: return nil
      default: return error.path  // nothing is there, and nothing can be
      }
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
