// SPDX-License-Identifier: MIT

/// ConfigChange and SessionStart: compares the settings on disk with the accepted ones.
///
/// A change that weakens is blocked, and so is every later one while the weakening is on disk,
/// because the client reloads all files when it reloads one (CONTRACT 7.4). The start of a session
/// cannot be blocked: it is told, and the guard refuses to work.
package struct DriftHook: Hook {
  package static let name: StaticString = "hook-drift"

  package init() {}

  package func respond(to input: HookInput, context: HookContext) -> HookResponse {
    switch input {
    case .unreadable(let error): .deny(reason: DriftHook.refusal([UInt8](error.code.words)))
    case .undecodable(_, let error): .deny(reason: DriftHook.refusal(error.words))
    case .event(let event): respond(to: event, context)
    }
  }

  private func respond(to event: HookEvent, _ context: HookContext) -> HookResponse {
    switch event.body {
    case .configChange(let source, _): respond(to: event, from: source, context)
    case .sessionStart: respond(toStart: event, context)
    case .preToolUse, .postToolUse, .postToolUseFailure, .postToolBatch, .permissionRequest,
      .permissionDenied, .userPromptSubmit, .userPromptExpansion, .sessionEnd,
      .instructionsLoaded, .fileChanged, .cwdChanged, .worktreeCreate, .worktreeRemove,
      .notification, .compaction, .modelSwitch, .task, .stop, .elicitation, .setup, .other:
      .silent
    }
  }

  private func respond(
    to event: HookEvent, from source: ConfigSource, _ context: HookContext
  ) -> HookResponse {
    do throws(SystemError) {
      let report = try DriftHook.run(.change, event, context)
      let reason = report.rejectionText
      // The client drops a block of managed settings; nothing is gained by an error there.
      let isBlocked = reason != nil && source != .policySettings
      let isRecorded = DriftHook.record(
        report, isBlocked ? .deny : .allow, reason, on: event, context)
      if isBlocked, let reason { return .deny(reason: reason) }
      guard isRecorded || !context.options.requiresAudit else {
        return .deny(reason: DriftHook.refusal([UInt8]("no record could be written")))
      }
      return .silent
    } catch {
      return .deny(reason: DriftHook.refusal(DriftHook.words(error)))
    }
  }

  private func respond(toStart event: HookEvent, _ context: HookContext) -> HookResponse {
    do throws(SystemError) {
      let report = try DriftHook.run(.start, event, context)
      let reason = report.rejectionText
      let isRecorded = DriftHook.record(
        report, reason == nil ? .allow : .deny, reason, on: event, context)
      if let reason { return .notify(message: reason) }
      if let finding = report.weakening { return .notify(message: DriftHook.notice(finding)) }
      return isRecorded
        ? .silent : .warn(message: [UInt8]("settings were compared, but no record was written"))
    } catch {
      return .notify(message: DriftHook.refusal(DriftHook.words(error)))
    }
  }

  private static func run(
    _ occasion: DriftDetector.Occasion, _ event: HookEvent, _ context: HookContext
  ) throws(SystemError) -> DriftReport {
    let state = try StateDirectory.locate(
      context.environment, chosen: context.options.stateDirectory, fileSystem: LiveFileSystem())
    return try DriftDetector(
      stateDirectory: state.path, environment: context.environment,
      workingDirectory: event.workingDirectory, fileSystem: context.fileSystem
    ).run(occasion, now: context.now)
  }

  /// Findings that are written out in one record; it holds no more fields, and counts the rest.
  private static let detailLimit = 48

  /// Appends one record about what was found and done; false where that was not possible.
  private static func record(
    _ report: DriftReport, _ verdict: AuditRecord.Verdict, _ reason: [UInt8]?,
    on event: HookEvent, _ context: HookContext
  ) -> Bool {
    guard report.outcome != .unchanged else { return true }
    var details = List<AuditDetail>()
    details.append(AuditDetail("outcome", [UInt8](report.outcome.name)))
    // Weakening ones first: they must not fall to the limit.
    for isWeakening in [true, false] {
      for finding in report.findings where (finding.judgement.verdict == .weakens) == isWeakening {
        guard details.count < detailLimit else { break }
        details.append(AuditDetail("change", finding.detail))
      }
    }
    do throws(AuditError) {
      let trail = try AuditTrail(.hookDrift, context)
      try trail.append(verdict, on: event, details: details, reason: reason)
      return true
    } catch {
      return false
    }
  }

  private static func words(_ error: SystemError) -> [UInt8] {
    var words = error.path
    words.append(": ")
    words.append(error.code.words)
    return words
  }

  private static func notice(_ finding: DriftFinding) -> [UInt8] {
    [UInt8]("managed settings are weaker than accepted: ") + finding.line
  }

  private static func refusal(_ cause: [UInt8]) -> [UInt8] {
    cause + [UInt8]("; blocked because the settings cannot be judged; run: hookctl doctor")
  }
}
