// SPDX-License-Identifier: MIT

/// What the guard makes of one event, before it is recorded and answered.
package struct GuardJudgement: Sendable {
  package private(set) var effects = List<Effect>()
  package private(set) var decision = Decision()
  /// Why nothing but reads may run: rejected settings, or a policy that cannot be used.
  package private(set) var rejection: [UInt8]?
  private var rejectionRule: StaticString = "settings-rejected"
  /// What the session is bound to.
  package private(set) var session = SessionTerms()
  /// The policy documents of the session.
  package private(set) var policies: PolicyFiles?
  /// What the decision was made by: the digest of the documents, or the built-in rules alone.
  package var policyName: [UInt8] {
    if let policies { return policies.digest }
    return rejection == nil ? SecurityHooks.builtinPolicy : []
  }
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
    let documents =
      context.policies
      ?? PolicyFiles(
        home: policy.home, project: policy.project, chosen: context.options.policy,
        userID: context.environment.userID, fileSystem: context.fileSystem)
    effects = ToolCallEffects.effects(
      of: call, in: event.workingDirectory, home: policy.home, files: context.fileSystem,
      terms: documents.terms(home: policy.home, project: policy.project))
    let builtin = PolicyEngine.decide(effects, policy)
    decision = builtin
    session = context.options.session
    if !documents.isEmpty {
      policies = documents
      session.append(documents.session)
    }
    if !documents.isEmpty || session.binds || !builtin.findings.isEmpty || context.assessesRisk {
      apply(documents, to: call, event, policy, context)
    }
    if rejection == nil, decision.verdict == .deny, decision.ruleIDs == builtin.ruleIDs {
      narrowedInput = SearchNarrowing.input(of: call, decision, policy)
    }
  }

  /// Takes the policy documents into account, and what the session is for; a document that cannot be
  /// used lets only reads run.
  private mutating func apply(
    _ documents: PolicyFiles, to call: ToolCall, _ event: HookEvent, _ policy: PolicyContext,
    _ context: HookContext
  ) {
    var standing = documents
    if let failure = documents.failures.first {
      guard policy.isReadInProject(call, effects) else {
        rejectionRule = "policy-unusable"
        rejection = failure.reason
        return
      }
      // What the other documents forbid stays forbidden, and what this one did when it was good.
      standing = documents.withLastGood(in: policy.state)
    }
    let profiles = documents.profiles(session)
    var namesCommands = documents.namesCommands
    for chosen in profiles where chosen.profile.namesCommands { namesCommands = true }
    let commands =
      namesCommands
      ? ToolCallEffects.commands(
        of: call, in: event.workingDirectory, home: policy.home, files: context.fileSystem,
        terms: documents.terms(home: policy.home, project: policy.project))
      : List()
    var subject = PolicySubject(
      call, effects, commands, policy, isAttended: !context.environment.unattended,
      isSubagent: event.agentID != nil)
    subject.session = session
    if documents.namesEnvironments {
      subject.surroundings = GitRepository.evidence(
        at: policy.project, files: context.fileSystem)
    }
    if session.binds {
      let stages = StageJudgement(subject, policy)
      for chosen in profiles { stages.judge(chosen.profile, chosen.words, &decision) }
      for scope in session.scopes { stages.judge(scope, &decision) }
    }
    guard documents.isEmpty else {
      var judgement = PolicyJudgement(standing, subject, now: context.now, state: policy.state)
      let judged = judgement.decide(decision)
      // While a document cannot be used nothing may become milder.
      if documents.failures.isEmpty || judged.verdict > decision.verdict { decision = judged }
      return
    }
    decision.risk = subject.risk(decision, PolicyView())
    decision.risk.isMarked = decision.risk.tier > .low
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

  /// Whether somebody has to be asked.
  var asks: Bool { rejection == nil && narrowedInput == nil && decision.verdict == .ask }

  /// What the client is told where the call may run.
  var passingResponse: HookResponse { warning.map { .warn(message: $0) } ?? .silent }

  /// What people are told of rules that only warn.
  private var warning: [UInt8]? {
    var text: [UInt8] = []
    for finding in decision.warnings {
      text.append(text.isEmpty ? "policy warns: " : "; ")
      text += finding.rule.title.bytes
      text.append(" (rule ")
      text += finding.rule.id.bytes
      text.append(")")
    }
    return text.isEmpty ? nil : text
  }

  /// The rules that were met, for the record.
  package var ruleIDs: List<[UInt8]> {
    rejection == nil ? decision.ruleIDs : List([UInt8](rejectionRule))
  }

  /// What the client is told.
  package func response(unattended: Bool) -> HookResponse {
    if let narrowedInput { return .updateInput(narrowedInput) }
    switch verdict(unattended: unattended) {
    case .allow: return passingResponse
    case .ask: return .ask(reason: reason(unattended: unattended))
    case .deny: return .deny(reason: reason(unattended: unattended))
    }
  }
}

extension PolicyContext {
  init(_ event: HookEvent, _ stateDirectory: [UInt8]?, _ context: HookContext) {
    self.init(
      home: context.environment.home,
      project: context.environment.projectDirectory ?? event.workingDirectory,
      state: stateDirectory, approvals: context.options.approvals, files: context.fileSystem,
      trees: context.trees)
  }
}

extension PolicyContext {
  /// Whether `call` only looks at files of the project, none of them by a link that leads out.
  fileprivate func isReadInProject(_ call: ToolCall, _ effects: List<Effect>) -> Bool {
    guard call.tool.isRead, let root = AbsolutePath(project) else { return false }
    for effect in effects {
      guard let file = effect.file, let name = file.name.exact, let base = file.directory.exact,
        let path = try? PathResolver.resolve(name, in: base, files: files),
        path.resolved.isSame(as: root) || path.resolved.isInside(directory: root)
      else { return false }
    }
    return true
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
