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
      let state = GuardHook.state(context)
      guard let judgement = GuardHook.judgement(of: event, state, context) else { return .silent }
      return answer(judgement, event, state, context)
    }
  }

  /// What is made of an event, or nil where nothing is about to happen; nothing is recorded.
  package static func judgement(of event: HookEvent, _ context: HookContext) -> GuardJudgement? {
    judgement(of: event, state(context), context)
  }

  private static func judgement(
    of event: HookEvent, _ state: Result<StateDirectory, SystemError>, _ context: HookContext
  ) -> GuardJudgement? {
    let directory = GuardHook.trusted(state)
    switch event.body {
    case .preToolUse(let call):
      return GuardJudgement(call, event, stateDirectory: directory, context)
    case .userPromptSubmit(let prompt):
      return GuardJudgement(prompt: prompt, event, stateDirectory: directory, context)
    case .postToolUse, .postToolUseFailure, .postToolBatch, .permissionRequest,
      .permissionDenied, .userPromptExpansion, .sessionStart, .sessionEnd, .configChange,
      .instructionsLoaded, .fileChanged, .cwdChanged, .worktreeCreate, .worktreeRemove,
      .notification, .compaction, .modelSwitch, .task, .stop, .elicitation, .setup, .other:
      return nil
    }
  }

  /// Records the judgement and answers with it.
  private func answer(
    _ judgement: GuardJudgement, _ event: HookEvent,
    _ state: Result<StateDirectory, SystemError>, _ context: HookContext
  ) -> HookResponse {
    judgement.policies?.keepLastGood(in: state)
    let unattended = context.environment.unattended
    if unattended, judgement.asks, case .preToolUse(let call) = event.body {
      return answer(
        judgement, ApprovalGate.outcome(of: call, event, judgement, state, context), event, state,
        context)
    }
    let verdict = judgement.verdict(unattended: unattended)
    if verdict == .allow, case .userPromptSubmit = event.body { return .silent }
    let reason = judgement.reason(unattended: unattended)
    if verdict != .deny, let refusal = GuardHook.uncounted(judgement, state) {
      _ = record(.deny, refusal, judgement, event, state, context)
      return .deny(reason: refusal)
    }
    let failure = record(verdict, reason, judgement, event, state, context)
    let response = judgement.response(unattended: unattended)
    guard let failure else { return response }
    // What may still run needs its record, where one is required; a denial stands without.
    switch response {
    case .deny: return response
    case .ask, .updateInput: return context.options.requiresAudit ? failure : response
    case .silent, .notify, .warn: return failure
    }
  }

  /// Answers where somebody would have been asked: others have approved, or are asked to.
  private func answer(
    _ judgement: GuardJudgement, _ approval: ApprovalOutcome, _ event: HookEvent,
    _ state: Result<StateDirectory, SystemError>, _ context: HookContext
  ) -> HookResponse {
    if approval.passes, let reason = GuardHook.uncounted(judgement, state) {
      _ = record(.deny, reason, judgement, event, state, context)
      return .deny(reason: reason)
    }
    let reason = judgement.reason(unattended: true) + approval.words
    let unrecorded = record(approval, event, state, context)
    let failure =
      record(approval.passes ? .allow : .deny, reason, judgement, event, state, context)
      ?? unrecorded
    guard approval.passes else { return .deny(reason: reason) }
    return failure ?? judgement.passingResponse
  }

  /// Counts the call for every exception that it needs and whose uses are limited.
  ///
  /// - Returns: why the call must not run, where a use is not left or cannot be counted.
  private static func uncounted(
    _ judgement: GuardJudgement, _ state: Result<StateDirectory, SystemError>
  ) -> [UInt8]? {
    for use in judgement.decision.limitedExceptions {
      do throws(SystemError) {
        if try use.take(in: state.get()) { continue }
        return [UInt8]("the exception ") + use.id + [UInt8](" has no uses left; ask its owner")
      } catch {
        return [UInt8]("the use of the exception ") + use.id
          + [UInt8](" cannot be counted: ") + [UInt8](error.code.words)
          + [UInt8]("; run hookctl doctor")
      }
    }
    return nil
  }

  /// Writes what became of a request to the log.
  ///
  /// - Returns: the response that a missing record asks for; nil where it was written.
  private func record(
    _ approval: ApprovalOutcome, _ event: HookEvent,
    _ state: Result<StateDirectory, SystemError>, _ context: HookContext
  ) -> HookResponse? {
    guard !approval.details.isEmpty else { return nil }
    do throws(AuditError) {
      let trail = try GuardHook.trail(state, context)
      try trail.append(approvalOf: event, isAlert: false, details: approval.details)
      if approval.breaksGlass {
        try trail.append(approvalOf: event, isAlert: true, details: approval.details)
      }
      return nil
    } catch {
      return GuardHook.response(to: error, context)
    }
  }

  private static func trail(
    _ state: Result<StateDirectory, SystemError>, _ context: HookContext
  ) throws(AuditError) -> AuditTrail {
    switch state {
    case .success(let directory): return try AuditTrail(.hookGuard, context, state: directory)
    case .failure(let error): throw AuditError(directory: error)
    }
  }

  /// Writes the decision to the log.
  ///
  /// - Returns: the response that a missing record asks for; nil where it was written.
  private func record(
    _ verdict: Verdict, _ reason: [UInt8], _ judgement: GuardJudgement, _ event: HookEvent,
    _ state: Result<StateDirectory, SystemError>, _ context: HookContext
  ) -> HookResponse? {
    do throws(AuditError) {
      try GuardHook.trail(state, context).append(
        AuditRecord.Verdict(verdict), on: event, rules: judgement.ruleIDs,
        policy: judgement.policyName, reason: reason.isEmpty ? nil : reason,
        session: judgement.session, risk: judgement.decision.risk)
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

  private static func state(_ context: HookContext) -> Result<StateDirectory, SystemError> {
    do throws(SystemError) {
      return .success(
        try StateDirectory.locate(
          context.environment, chosen: context.options.stateDirectory,
          fileSystem: LiveFileSystem()))
    } catch {
      return .failure(error)
    }
  }

  /// Where log and baseline are; nil where somebody else could have a hand in it.
  private static func trusted(_ state: Result<StateDirectory, SystemError>) -> [UInt8]? {
    switch state {
    case .success(let directory): return directory.path
    case .failure(let error):
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
