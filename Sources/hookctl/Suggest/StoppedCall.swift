// SPDX-License-Identifier: MIT
import HookCore

/// A past call that is stopped now, with the exceptions that would let it through.
struct StoppedCall: Sendable {
  /// What an exception covers: of each kind the one thing that the call does.
  struct Scope: Hashable, Sendable {
    let rule: [UInt8]
    let tool: [UInt8]
    var command: [UInt8]?
    var path: [UInt8]?
    var host: [UInt8]?
  }

  /// The exceptions that are needed; empty where none can cover the call.
  let scopes: [Scope]
  /// Whether what an exception would have to name holds a secret.
  let holdsSecret: Bool

  /// Nil for a call that passes.
  init?(_ call: PastCall, _ judge: PastJudge, _ policies: PolicyFiles?) {
    guard let event = judge.event(call), let judgement = judge.judge(event, policies),
      judgement.verdict(unattended: false) != .allow
    else { return nil }
    let commands = Self.commands(of: event, judge, judgement.policies)
    var chosen: [Scope] = []
    for finding in judgement.decision.findings where finding.counts {
      let scopes = Self.scopes(for: finding, call.tool, event, judgement, commands, judge)
      let covering = scopes.first { scope in
        Self.covers(chosen + [scope], finding, event, judge, policies, judgement)
      }
      guard let covering else {
        self.scopes = []
        holdsSecret = false
        return
      }
      if !chosen.contains(covering) { chosen.append(covering) }
    }
    holdsSecret = chosen.contains { Self.holdsSecret($0) }
    let document = Self.document(chosen)
    let after = document.flatMap { judge.judge(event, Self.base(policies, judgement).adding($0)) }
    scopes = after?.verdict(unattended: false) == .allow ? chosen : []
  }

  private static func base(_ policies: PolicyFiles?, _ judgement: GuardJudgement) -> PolicyFiles {
    policies ?? judgement.policies ?? PolicyFiles(List())
  }

  /// Whether with the exceptions of `scopes` the finding no longer counts.
  private static func covers(
    _ scopes: [Scope], _ finding: Finding, _ event: HookEvent, _ judge: PastJudge,
    _ policies: PolicyFiles?, _ judgement: GuardJudgement
  ) -> Bool {
    guard let document = document(scopes),
      let after = judge.judge(event, base(policies, judgement).adding(document))
    else { return false }
    return !after.decision.findings.contains {
      $0.counts && $0.rule.id == finding.rule.id && $0.subject == finding.subject
        && $0.range.start == finding.range.start
    }
  }

  private static func document(_ scopes: [Scope]) -> PolicyDocument? {
    let proposals = scopes.map { scope in
      var proposal = Proposal(scope)
      proposal.add(scope.command, 1)
      return proposal
    }
    return try? PolicyReader.read(Proposal.document(proposals, expires: nil))
  }

  // MARK: - Scopes

  /// What an exception of the finding's rule could name, the narrowest first.
  private static func scopes(
    for finding: Finding, _ tool: [UInt8], _ event: HookEvent, _ judgement: GuardJudgement,
    _ commands: [(text: [UInt8], range: SourceRange)], _ judge: PastJudge
  ) -> [Scope] {
    var scope = Scope(rule: finding.rule.id.bytes, tool: tool)
    let around = commands.filter {
      $0.range.start <= finding.range.start && $0.range.end >= finding.range.end
    }
    // The innermost: a command that runs another has a name of its own, and needs an entry too.
    if finding.range.end > finding.range.start { scope.command = around.last?.text }
    let isFile = judgement.effects.contains { effect in
      effect.file?.name.choices.contains { $0.bytes == finding.subject } == true
    }
    let isHost = judgement.effects.contains {
      $0.kind == .connects && $0.subject == finding.subject
    }
    if isFile { scope.path = pattern(for: finding.subject, in: event.workingDirectory, judge.home) }
    if isHost { scope.host = finding.subject }
    var found: [Scope] = []
    if scope.command != nil || scope.path != nil || scope.host != nil { found.append(scope) }
    if scope.command != nil, scope.path != nil || scope.host != nil {
      var wider = scope
      wider.path = nil
      wider.host = nil
      found.append(wider)
    }
    if tool.starts(with: "mcp__".utf8) { found.append(Scope(rule: scope.rule, tool: tool)) }
    return found
  }

  /// A pattern that means this one file.
  private static func pattern(
    for name: [UInt8], in directory: [UInt8], _ home: [UInt8]
  ) -> [UInt8]? {
    guard let path = AbsolutePath(name, in: directory)?.bytes else { return nil }
    let escaped = path.flatMap { [0x2A, 0x3F, 0x5B, 0x5C].contains($0) ? [0x5C, $0] : [$0] }
    for (base, mark) in [(directory, "./"), (home, "~/")]
    where base.count > 1 && path.starts(with: base + [0x2F]) {
      return Array(mark.utf8) + escaped.dropFirst(base.count + 1)
    }
    return [0x2F] + escaped
  }

  /// The commands that are known to the last word, with their places; none has a `*`, which in an
  /// exception would stand for anything.
  private static func commands(
    of event: HookEvent, _ judge: PastJudge, _ policies: PolicyFiles?
  ) -> [(text: [UInt8], range: SourceRange)] {
    guard case .preToolUse(let call) = event.body else { return [] }
    let command: [UInt8]
    switch call.tool {
    case .bash(let text), .monitor(let text): command = text
    default: return []
    }
    var analyzer = EffectAnalyzer(
      files: LiveFileSystem(), terms: policies?.terms ?? AnalysisTerms(), tracing: true)
    analyzer.analyze(command, ShellState(directory: event.workingDirectory, home: judge.home))
    var found: [(text: [UInt8], range: SourceRange)] = []
    for command in analyzer.trace ?? List() {
      let words = command.words.map(\.exact)
      let known = words.compactMap { $0 }
      guard known.count == words.count else { continue }
      let text = Array(known.joined(separator: [0x20]))
      if !text.contains(0x2A), !text.contains(0x0A) { found.append((text, command.range)) }
    }
    return found
  }

  private static func holdsSecret(_ scope: Scope) -> Bool {
    let redactor = Redactor(tagKey: nil)
    return [scope.command, scope.path, scope.host].contains { text in
      guard let text else { return false }
      return RedactedText(text, by: redactor).bytes != text
    }
  }
}
