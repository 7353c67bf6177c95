// SPDX-License-Identifier: MIT

/// The subcommands, in the order of the help.
///
/// A new one is a case here and a file of its own with `usage` and `run`.
enum Subcommand: String, CaseIterable {
  case explain
  case rules
  case policy
  case replay
  case suggest
  case approvals
  case audit
  case drift
  case settings
  case doctor
  case help

  /// The help text.
  var usage: Usage {
    switch self {
    case .audit: AuditCommand.usage
    case .drift: DriftCommand.usage
    case .settings: SettingsCommand.usage
    case .doctor: DoctorCommand.usage
    case .explain: ExplainCommand.usage
    case .rules: RulesCommand.usage
    case .policy: PolicyCommand.usage
    case .replay: ReplayCommand.usage
    case .suggest: SuggestCommand.usage
    case .approvals: ApprovalsCommand.usage
    case .help: HelpCommand.usage
    }
  }

  /// Runs the subcommand on the words after its name.
  func run(_ arguments: ArraySlice<[UInt8]>, _ output: Output) throws(CommandError) -> ExitStatus {
    switch self {
    case .audit: try AuditCommand.run(arguments, output)
    case .drift: try DriftCommand.run(arguments, output)
    case .settings: try SettingsCommand.run(arguments, output)
    case .doctor: try DoctorCommand.run(arguments, output)
    case .explain: try ExplainCommand.run(arguments, output)
    case .rules: try RulesCommand.run(arguments, output)
    case .policy: try PolicyCommand.run(arguments, output)
    case .replay: try ReplayCommand.run(arguments, output)
    case .suggest: try SuggestCommand.run(arguments, output)
    case .approvals: try ApprovalsCommand.run(arguments, output)
    case .help: try HelpCommand.run(arguments, output)
    }
  }

  /// The subcommand named by `word`.
  static func named(_ word: [UInt8]) throws(CommandError) -> Subcommand {
    let name = Output.shown(word)
    if let found = Subcommand(rawValue: name) { return found }
    let guess = Usage.nearest(to: name, among: allCases.map(\.rawValue))
    let hint = guess.map { ", the nearest is \($0)" } ?? ""
    throw .usage("unknown subcommand \(name)\(hint)", .top)
  }
}
