// SPDX-License-Identifier: MIT

/// The rules on what a session is for: stage, phase, scope, risk; they hold where one is chosen.
///
/// The raw value is the rule's id.
package enum SessionRule: CatalogText, Sendable, CaseIterable {
  case outsideScope = "outside-scope"
  case riskLow = "risk-low"
  case riskMedium = "risk-medium"
  case riskHigh = "risk-high"
  case riskCritical = "risk-critical"
  case stageAsked = "stage-asked"
  case stageCommand = "stage-command"
  case stageRefused = "stage-refused"
  case stageTool = "stage-tool"
  case stageWrite = "stage-write"

  /// What this rule says.
  package var rule: Rule { Rule(named: rawValue) }
}
