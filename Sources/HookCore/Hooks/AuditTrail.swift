// SPDX-License-Identifier: MIT

/// A text of a record with its name.
package struct AuditDetail: Sendable {
  let name: StaticString
  let text: [UInt8]

  package init(_ name: StaticString, _ text: [UInt8]) {
    self.name = name
    self.text = text
  }
}

/// What the hooks write to the log: an event, or a decision about it.
///
/// One trail serves one run of a hook. Making it opens the log; every failure is typed, and the
/// caller decides what no record means.
package struct AuditTrail: ~Copyable {
  private let log: AuditLog
  private let writer: AuditRecord.Writer
  private let recorder: EventRecorder

  /// Opens the log of the user in `context`.
  package init(
    _ writer: AuditRecord.Writer, _ context: HookContext
  ) throws(AuditError) {
    let state: StateDirectory
    do throws(SystemError) {
      state = try StateDirectory.locate(
        context.environment, chosen: context.options.stateDirectory,
        fileSystem: LiveFileSystem())
    } catch {
      throw AuditError(directory: error)
    }
    try self.init(writer, context, state: state)
  }

  /// Opens the log in `state`.
  init(
    _ writer: AuditRecord.Writer, _ context: HookContext, state: StateDirectory
  ) throws(AuditError) {
    let log = try AuditLog(state)
    let key = try log.contentKey()
    self.log = log
    self.writer = writer
    recorder = EventRecorder(
      key: key, host: HostName.current(), userID: context.environment.userID)
  }

  /// Appends what `event` says.
  package func append(_ event: HookEvent) throws(AuditError) {
    try log.append(recorder.record(of: event, by: writer))
  }

  /// Appends what was decided about `event`, with the event's intent and redacted input.
  ///
  /// - Parameters:
  ///   - rules: the ids of the rules that led to the verdict.
  ///   - policy: the policy that was decided by; empty where none was asked.
  ///   - reason: what the client was told; it goes through the redactor like all text.
  ///   - session: what the session is for.
  ///   - risk: how much could go wrong.
  package func append(
    _ verdict: AuditRecord.Verdict, on event: HookEvent, rules: List<[UInt8]>, policy: [UInt8],
    reason: [UInt8]?, session: SessionTerms = SessionTerms(),
    risk: RiskAssessment = RiskAssessment()
  ) throws(AuditError) {
    // What is allowed has an outcome, and its record has the digests.
    let fields = verdict == .allow ? recorder.withoutDigests() : recorder
    var record = fields.record(of: event, by: writer)
    record.stage = .decided
    record.decision.policy = policy
    recorder.decide(verdict, rules: rules, reason: reason, in: &record)
    if risk.isMarked || !session.isEmpty { recorder.add(session, risk, to: &record) }
    try log.append(record)
  }

  /// Appends what was decided about a change of settings, with one field for every detail.
  ///
  /// - Parameter details: texts with their names; all of them go through the redactor.
  package func append(
    _ verdict: AuditRecord.Verdict, on event: HookEvent, details: List<AuditDetail>,
    reason: [UInt8]?
  ) throws(AuditError) {
    var record = recorder.record(of: event, by: writer)
    record.stage = .decided
    recorder.add(details, to: &record)
    recorder.decide(verdict, rules: List(), reason: reason, in: &record)
    try log.append(record)
  }

  /// Appends what a person did with the operator's tool.
  package func append(
    act: StaticString, details: List<AuditDetail>, reason: [UInt8]?
  ) throws(AuditError) {
    var record = recorder.record(ofAct: act, by: writer)
    recorder.add(details, to: &record)
    recorder.decide(.allow, rules: List(), reason: reason, in: &record)
    try log.append(record)
  }

  /// Appends what became of the request for approval of the call in `event`.
  ///
  /// - Parameter isAlert: whether somebody has to look at it soon.
  package func append(
    approvalOf event: HookEvent, isAlert: Bool, details: List<AuditDetail>
  ) throws(AuditError) {
    var record = recorder.record(
      ofApproval: event, stage: isAlert ? .alert : .approval, by: writer)
    recorder.add(details, to: &record)
    try log.append(record)
  }

  /// Appends that something came which is no event: its size and digest, and what is wrong.
  ///
  /// - Parameter verdict: what was answered, where a hook that decides writes.
  package func append(
    unreadable payload: [UInt8]?, because words: [UInt8], verdict: AuditRecord.Verdict? = nil
  ) throws(AuditError) {
    var record = recorder.record(ofUnreadable: payload, because: words, by: writer)
    if let verdict {
      recorder.decide(verdict, rules: List(), reason: nil, in: &record)
    }
    try log.append(record)
  }
}
