// SPDX-License-Identifier: MIT

/// Where a call is made: what rules need to know beside its effects.
package struct PolicyContext: Sendable {
  package let home: [UInt8]
  /// The project that the client works in; else the working directory.
  package let project: [UInt8]
  /// The directory of log and baseline.
  package let state: [UInt8]?
  /// The directory of approvals that others hand in; nil where there is none beside the log.
  package let approvals: [UInt8]?
  package let files: any FileSystem
  /// What searches found before, in a run over many calls.
  package let trees: TreeMemory?

  package init(
    home: [UInt8], project: [UInt8], state: [UInt8]?, approvals: [UInt8]? = nil,
    files: any FileSystem, trees: TreeMemory? = nil
  ) {
    self.trees = trees
    self.approvals = approvals
    self.home = home
    self.project = project
    self.state = state
    self.files = files
  }
}

/// The policy decision point: effects in, decision out.
package enum PolicyEngine {
  /// Judges `effects`; all rules that meet one are collected, the strictest wins.
  package static func decide(_ effects: List<Effect>, _ context: PolicyContext) -> Decision {
    var decision = Decision()
    let judge = FileJudge(context, effects: effects.count)
    for effect in effects {
      if case .performs(let action) = effect.kind {
        decision.add(
          Finding(action.rule.applied(to: effect.environment), effect.subject, effect.range))
      } else if effect.kind == .connects {
        guard MetadataAddress.isHost(of: effect.subject) else { continue }
        decision.add(Finding(Action.reachMetadata.rule, effect.subject, effect.range))
      } else {
        judge.judge(effect, &decision)
      }
    }
    return decision
  }
}
