// SPDX-License-Identifier: MIT

/// One event, decision or outcome, ready to be written: redacted text, numbers and digests only.
///
/// The log adds the sequence number, the time and the chain. `AuditFormat.md` says what each
/// member means.
package struct AuditRecord: Sendable {
  /// Which executable writes.
  package enum Writer: Sendable, Equatable, CaseIterable {
    case hookGuard
    case hookAudit
    case hookDrift
    case hookctl
  }

  /// Where in the life of a call or a session the record stands.
  package enum Stage: Sendable, Equatable, CaseIterable {
    case requested
    case decided
    case permission
    case completed
    case failed
    case denied
    case batch
    case prompt
    case session
    case config
    case agent
    case notice
    case approval
    case alert
    case unreadable
  }

  /// What a guard or drift decision came to.
  package enum Verdict: Sendable, Equatable, CaseIterable {
    case allow
    case ask
    case deny
  }

  /// How a call ended.
  package enum Status: Sendable, Equatable, CaseIterable {
    case ok
    case failed
    case denied
    case interrupted
  }

  /// A verdict with what led to it; none where there is no verdict.
  package struct Decision: Sendable {
    package var verdict: Verdict?
    package var rules = List<RedactedText>()
    package var reason: RedactedText?
    /// The rules that it was decided by: the digest of the documents, or the built-in ones.
    package var policy: [UInt8] = []
    /// The tier of risk, where it is worth a mark.
    package var risk: RedactedText?
    /// What the session was for: stages, phases, tickets.
    package var stage: RedactedText?
    package var phase: RedactedText?
    package var ticket: RedactedText?
  }

  /// How a call ended and what it gave; none where nothing is set.
  package struct Outcome: Sendable {
    package var status: Status?
    package var milliseconds: Int?
    /// The exit status of a command, where the client tells it.
    package var exit: Int?
    package var fields = AuditFields(limit: AuditLimits.outcome)
  }

  package var writer: Writer
  package var stage: Stage
  package var event: RedactedText
  package var host: RedactedText
  package var userID: UInt32
  package var session: RedactedText?
  package var prompt: RedactedText?
  package var toolUse: RedactedText?
  package var agent: RedactedText?
  package var agentType: RedactedText?
  package var tool: RedactedText?
  package var workingDirectory: RedactedText?
  package var permissionMode: RedactedText?
  /// What the call is for, in the words of whoever made it.
  package var intent: RedactedText?
  package var input = AuditFields(limit: AuditLimits.input)
  // Not optional: copying an optional structure costs its metadata, 10 µs in a run.
  package var decision = Decision()
  package var outcome = Outcome()

  package init(
    _ writer: Writer, _ stage: Stage, event: RedactedText, host: RedactedText, userID: UInt32
  ) {
    self.writer = writer
    self.stage = stage
    self.event = event
    self.host = host
    self.userID = userID
  }
}

extension AuditRecord.Writer {
  /// The name in records.
  package var name: StaticString {
    switch self {
    case .hookGuard: "hook-guard"
    case .hookAudit: "hook-audit"
    case .hookDrift: "hook-drift"
    case .hookctl: "hookctl"
    }
  }
}

extension AuditRecord.Stage {
  /// The name in records.
  package var name: StaticString {
    switch self {
    case .requested: "requested"
    case .decided: "decided"
    case .permission: "permission"
    case .completed: "completed"
    case .failed: "failed"
    case .denied: "denied"
    case .batch: "batch"
    case .prompt: "prompt"
    case .session: "session"
    case .config: "config"
    case .agent: "agent"
    case .notice: "notice"
    case .approval: "approval"
    case .alert: "alert"
    case .unreadable: "unreadable"
    }
  }
}

extension AuditRecord.Verdict {
  /// The name in records.
  package var name: StaticString {
    switch self {
    case .allow: "allow"
    case .ask: "ask"
    case .deny: "deny"
    }
  }
}

extension AuditRecord.Status {
  /// The name in records.
  package var name: StaticString {
    switch self {
    case .ok: "ok"
    case .failed: "failed"
    case .denied: "denied"
    case .interrupted: "interrupted"
    }
  }
}
