// SPDX-License-Identifier: MIT
import HookCore

/// A built-in rule with the family that it belongs to.
struct CatalogedRule {
  let rule: Rule
  let family: RuleFamily

  /// Every built-in rule, files before actions.
  static var all: [CatalogedRule] {
    FileRule.allCases.map { CatalogedRule(rule: $0.rule, family: $0.family) }
      + Action.allCases.map { CatalogedRule(rule: $0.rule, family: $0.family) }
  }

  /// The rule with this id, or nil.
  static func named(_ id: [UInt8]) -> CatalogedRule? {
    all.first { id.equals($0.rule.id) }
  }

  /// Prints the rule for people.
  func print(_ output: Output) {
    output.line(output.styled("\(rule.id)", .strong))
    output.line("  verdict  " + output.styled("\(rule.verdict.word)", rule.verdict.style))
    output.line("  family   \(family.rawValue)")
    output.line("  refuses  \(title)")
    output.line("  instead  \(rule.advice)")
    if rule.verdict == .ask {
      output.line("  note     where nobody can be asked, it is denied")
    }
  }

  /// Prints the rule as one object.
  func printJSON(_ output: Output) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("advice")
    writer.string(rule.advice)
    writer.key("family")
    writer.string(Array(family.rawValue.utf8))
    writer.key("id")
    writer.string(rule.id)
    writer.key("title")
    writer.string(Array(title.utf8))
    writer.key("verdict")
    writer.string(rule.verdict.word)
    writer.endObject()
    output.write(writer.bytes + [0x0A])
  }

  /// The title without the colon that a name would follow.
  private var title: String {
    let title = "\(rule.title)"
    return title.hasSuffix(":") ? String(title.dropLast()) : title
  }
}

extension Verdict {
  /// The colour that the verdict is shown in.
  var style: Output.Style {
    switch self {
    case .allow: .good
    case .ask: .doubtful
    case .deny: .bad
    }
  }
}

/// What the rules of one kind protect.
enum RuleFamily: String {
  case secrets
  case destruction
  case history = "git work and history"
  case remoteCode = "code from elsewhere"
  case exfiltration
  case disclosure = "environment and secret stores"
  case privilege = "privilege and system"
  case persistence
  case packages
  case infrastructure
  case protection = "self-protection"
  case opaque = "what cannot be judged"
}

extension FileRule {
  /// The family of the rule.
  var family: RuleFamily {
    switch self {
    case .readSecret, .readSecretInTree, .readPossibleSecret, .writeSecret, .deleteSecret: .secrets
    case .unresolvablePath: .opaque
    case .deleteRoot, .deleteHome, .deleteProject, .deleteSystem, .deleteGit, .deleteEverything,
      .deleteOutside, .deleteUnknown, .overwriteDevice, .changeModeOfTree:
      .destruction
    case .overwriteGit: .history
    case .changeSystem, .changeAccess, .changeKernelFile: .privilege
    case .changePersistence: .persistence
    case .changeProtection: .protection
    }
  }
}

extension Action {
  /// The family of the rule that judges the action.
  var family: RuleFamily {
    switch self {
    case .unparsable, .tooLarge, .unknownCommand, .unknownCode: .opaque
    case .downloadedCode, .decodedCode: .remoteCode
    case .printEnvironment, .printSecretStore: .disclosure
    case .sendData, .sendSecret, .listen: .exfiltration
    case .discardChanges, .deleteUntracked, .dropStash, .forceDeleteBranch, .expireReflog,
      .pushProtected, .forcePushWithLease, .forcePush, .deleteRemoteBranch, .rewriteHistory:
      .history
    case .elevate, .setIdBit, .changeUsers, .changeKernel, .changeFirewall, .shutDown,
      .changeService, .killProcesses, .changeShell, .escapeContainer:
      .privilege
    case .formatDevice, .forkBomb: .destruction
    case .scheduleJob, .changeGitHooks: .persistence
    case .installForeign, .publish: .packages
    case .applyInfrastructure, .destroyInfrastructure, .changeCluster, .deleteInCluster,
      .changeCloud, .deleteInCloud, .deploy, .destroyData, .changeContainers, .deleteContainers:
      .infrastructure
    case .startUnprotected, .acceptDrift, .stopHooks: .protection
    }
  }
}
