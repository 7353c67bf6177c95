// SPDX-License-Identifier: MIT

/// The events of the client (CONTRACT 3.2).
package enum HookEventName: UInt8, Sendable, Equatable, CaseIterable {
  case preToolUse
  case postToolUse
  case postToolUseFailure
  case postToolBatch
  case notification
  case userPromptSubmit
  case userPromptExpansion
  case sessionStart
  case sessionEnd
  case stop
  case stopFailure
  case subagentStart
  case subagentStop
  case preCompact
  case postCompact
  case preModelSwitch
  case postModelSwitch
  case permissionRequest
  case permissionDenied
  case setup
  case teammateIdle
  case taskCreated
  case taskCompleted
  case elicitation
  case elicitationResult
  case configChange
  case worktreeCreate
  case worktreeRemove
  case instructionsLoaded
  case cwdChanged
  case fileChanged
  case directoryAdded
  case messageDisplay

  /// The name as the client writes it.
  package var text: StaticString {
    switch self {
    case .preToolUse: "PreToolUse"
    case .postToolUse: "PostToolUse"
    case .postToolUseFailure: "PostToolUseFailure"
    case .postToolBatch: "PostToolBatch"
    case .notification: "Notification"
    case .userPromptSubmit: "UserPromptSubmit"
    case .userPromptExpansion: "UserPromptExpansion"
    case .sessionStart: "SessionStart"
    case .sessionEnd: "SessionEnd"
    case .stop: "Stop"
    case .stopFailure: "StopFailure"
    case .subagentStart: "SubagentStart"
    case .subagentStop: "SubagentStop"
    case .preCompact: "PreCompact"
    case .postCompact: "PostCompact"
    case .preModelSwitch: "PreModelSwitch"
    case .postModelSwitch: "PostModelSwitch"
    case .permissionRequest: "PermissionRequest"
    case .permissionDenied: "PermissionDenied"
    case .setup: "Setup"
    case .teammateIdle: "TeammateIdle"
    case .taskCreated: "TaskCreated"
    case .taskCompleted: "TaskCompleted"
    case .elicitation: "Elicitation"
    case .elicitationResult: "ElicitationResult"
    case .configChange: "ConfigChange"
    case .worktreeCreate: "WorktreeCreate"
    case .worktreeRemove: "WorktreeRemove"
    case .instructionsLoaded: "InstructionsLoaded"
    case .cwdChanged: "CwdChanged"
    case .fileChanged: "FileChanged"
    case .directoryAdded: "DirectoryAdded"
    case .messageDisplay: "MessageDisplay"
    }
  }

  /// The event that `value` names, or nil.
  init?(_ value: JSONValue) {
    var number: UInt8 = 0
    while let name = HookEventName(rawValue: number) {
      if value.equals(name.text) {
        self = name
        return
      }
      number += 1
    }
    return nil
  }
}
