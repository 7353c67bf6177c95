// SPDX-License-Identifier: MIT

/// What became of a call that somebody would have been asked about, and nobody can be.
struct ApprovalOutcome {
  /// Whether the call has been approved; if so the approval is used up.
  var passes = false
  /// What is said after the reason of the refusal.
  var words: [UInt8] = []
  /// For the record; empty where there is nothing to record.
  var details = List<AuditDetail>()
  /// Whether one person let it through in an emergency.
  var breaksGlass = false

  init(_ words: [UInt8]) { self.words = words }
}

/// Lets a call through that others have approved, or asks for their approval.
struct ApprovalGate: ~Copyable {
  private let store: ApprovalStore
  private let authority: ApprovalAuthority
  private let target: ApprovedAction
  private let quorum: Int
  private let context: HookContext

  /// Decides on a call whose verdict is to ask, in a session where nobody can be asked.
  static func outcome(
    of call: ToolCall, _ event: HookEvent, _ judgement: GuardJudgement,
    _ state: Result<StateDirectory, SystemError>, _ context: HookContext
  ) -> ApprovalOutcome {
    guard let terms = judgement.policies?.approvals else {
      return ApprovalOutcome([UInt8](", and no managed policy names who may approve instead"))
    }
    guard let target = ApprovedAction(call, event, judgement, context) else {
      return ApprovalOutcome([UInt8](", nor approve: the head of the repository cannot be read"))
    }
    do throws(SystemError) {
      let gate = ApprovalGate(
        store: try ApprovalStore(try state.get()),
        authority: ApprovalAuthority(
          terms, try AllowedSigners(managed: terms.signers, files: context.fileSystem),
          Requester.current(context, terms)),
        target: target, quorum: quorum(of: judgement.decision, terms), context: context)
      return try gate.outcome(event, judgement)
    } catch {
      var words = [UInt8](", nor approve: ")
      words += error.path
      words.append(": ")
      words.append(error.code.words)
      return ApprovalOutcome(words)
    }
  }

  /// People who have to approve: more of them for what reaches a protected branch.
  private static func quorum(of decision: Decision, _ terms: ApprovalTerms) -> Int {
    for finding in decision.findings
    where finding.counts && finding.rule.group.equals("push-protected") {
      return terms.mergeQuorum
    }
    return terms.quorum
  }

  private func outcome(
    _ event: HookEvent, _ judgement: GuardJudgement
  ) throws(SystemError) -> ApprovalOutcome {
    // Of two runs at once the second finds the first round used, and asks for the next.
    while let round = store.round(of: target.binding) {
      let id = target.binding.requestID(round: round)
      if let denial = store.denial(of: id) { return denied(id, denial) }
      let judged = judgedApprovals(id)
      let people = ApprovalAuthority.distinct(judged)
      let glass = breakGlass(people)
      guard people.count >= quorum || glass != nil else {
        return ask(round, id, judged, people.count, event, judgement)
      }
      if try store.consume(id, note(people)) { return passed(id, people, glass) }
    }
    return ApprovalOutcome([UInt8](", nor approve: the same call was approved too often"))
  }

  /// Every approval of this action with what it is worth; those of other actions say nothing.
  private func judgedApprovals(_ id: [UInt8]) -> List<ApprovalAuthority.Judged> {
    var found = ApprovalStore.approvals(in: store.path)
    if let directory = context.options.approvals {
      found.append(contentsOf: ApprovalStore.approvals(in: directory))
    }
    var judged = List<ApprovalAuthority.Judged>()
    for approval in found where approval.statement.binding.action == target.binding.action {
      judged.append(
        ApprovalAuthority.Judged(
          approval: approval,
          standing: authority.judge(approval, target.binding, id: id, now: context.now)))
    }
    return judged
  }

  private func breakGlass(_ people: List<ApprovalAuthority.Judged>) -> [UInt8]? {
    for person in people {
      if let reason = person.approval.statement.breakGlass { return reason }
    }
    return nil
  }
}

// What is said and recorded.
extension ApprovalGate {
  private func passed(
    _ id: [UInt8], _ people: List<ApprovalAuthority.Judged>, _ glass: [UInt8]?
  ) -> ApprovalOutcome {
    var outcome = ApprovalOutcome([])
    outcome.passes = true
    outcome.breaksGlass = glass != nil
    outcome.words = [UInt8]("; approved by request ")
    outcome.words += id
    outcome.details = details(id, "used")
    if let glass { outcome.details.append(AuditDetail("break-glass", glass)) }
    for person in people { outcome.details.append(AuditDetail("approved-by", person.signer)) }
    return outcome
  }

  private func denied(_ id: [UInt8], _ reason: [UInt8]) -> ApprovalOutcome {
    var outcome = ApprovalOutcome([UInt8]("; a person denied request "))
    outcome.words += id
    outcome.words.append(": ")
    outcome.words += reason.prefix(ApprovalGate.reasonLimit)
    outcome.details = details(id, "denied")
    outcome.details.append(AuditDetail("reason", reason))
    return outcome
  }

  /// Bytes of a person's words in a refusal, which has to stay short.
  private static let reasonLimit = 200
  /// Approvals that are recorded one by one.
  private static let detailLimit = 16

  /// Asks for approval, once: a request that is open stays as it is.
  private func ask(
    _ round: Int, _ id: [UInt8], _ judged: List<ApprovalAuthority.Judged>, _ count: Int,
    _ event: HookEvent, _ judgement: GuardJudgement
  ) -> ApprovalOutcome {
    var outcome = ApprovalOutcome([UInt8]("; request "))
    outcome.words += id
    outcome.words.append(" needs ")
    outcome.words.append(decimal: quorum)
    outcome.words.append(quorum == 1 ? " approval by somebody else" : " approvals by others")
    var state: StaticString = "waiting"
    if let open = store.request(id), open.expires > context.now {
      outcome.words.append(", has ")
      outcome.words.append(decimal: count)
    } else {
      state = "requested"
      do throws(ApprovalStore.Fault) {
        try store.write(
          request(round, event, judgement), now: context.now, lifetime: authority.terms.lifetime)
      } catch {
        outcome.words = [UInt8](", and no request could be written: ")
        outcome.words.append(error.words)
        outcome.details = details(id, "not-written")
        return outcome
      }
    }
    outcome.details = details(id, state)
    var hint: StaticString?
    for one in judged.prefix(ApprovalGate.detailLimit) {
      switch one.standing {
      case .counts: outcome.details.append(AuditDetail("approved-by", one.signer))
      case .refused(let words):
        hint = words
        var text = one.signer
        text.append(": ")
        text.append(words)
        outcome.details.append(AuditDetail("refused", text))
      }
    }
    if let hint {
      outcome.words.append("; an approval does not count: ")
      outcome.words.append(hint)
    }
    outcome.words.append("; they run hookctl approvals approve ")
    outcome.words += id
    outcome.words.append(" --key FILE, then make the same call again")
    return outcome
  }

  private func request(
    _ round: Int, _ event: HookEvent, _ judgement: GuardJudgement
  ) -> ApprovalRequest {
    ApprovalRequest(
      target.binding, round: round, action: target.action, rules: judgement.ruleIDs,
      requester: context.options.requester ?? Requester.user(context),
      session: event.sessionID, quorum: quorum, requested: context.now,
      expires: context.now.adding(seconds: authority.terms.lifetime))
  }

  private func details(_ id: [UInt8], _ state: StaticString) -> List<AuditDetail> {
    var details = List<AuditDetail>()
    details.append(AuditDetail("request", id))
    details.append(AuditDetail("state", [UInt8](state)))
    details.append(AuditDetail("action", target.binding.action))
    details.append(AuditDetail("repository", target.binding.repository))
    details.append(AuditDetail("head", target.binding.head))
    return details
  }

  private func note(_ people: List<ApprovalAuthority.Judged>) -> [UInt8] {
    var text = context.now.text
    for person in people { text += [0x20] + person.signer }
    return text + [0x0A]
  }
}
