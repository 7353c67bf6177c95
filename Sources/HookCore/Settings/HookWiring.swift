// SPDX-License-Identifier: MIT

/// The three executables that the client starts.
package enum HookProgram: Sendable, Equatable, CaseIterable {
  case `guard`
  case audit
  case drift

  /// The name of the executable.
  package var name: StaticString {
    switch self {
    case .guard: "hook-guard"
    case .audit: "hook-audit"
    case .drift: "hook-drift"
    }
  }

  /// Whether the client has to block where the program gave no answer.
  ///
  /// Audit does not stop work: where a record is required, its own exit status says so.
  package var blocksOnFailure: Bool {
    switch self {
    case .guard, .drift: true
    case .audit: false
    }
  }
}

/// Which program runs on which event: what `hookctl settings merge` writes and `doctor` expects.
///
/// No entry has a matcher: a guard that must see every tool decides by the tool's name itself.
package enum HookWiring {
  /// The oldest client supported: 2.1.71 drops a whole settings file for an event it does not know.
  package static let oldestClient: StaticString = "2.1.294"

  /// Seconds that the client waits.
  ///
  /// The hooks end by themselves after two; SessionEnd has 1.5 in all unless a timeout is written.
  package static let timeout = 10

  /// The programs that run on `event`.
  ///
  /// Audit takes whatever costs nothing to record; the guard records its own decisions.
  package static func programs(on event: HookEventName) -> [HookProgram] {
    switch event {
    case .preToolUse: [.guard]
    case .userPromptSubmit: [.guard, .audit]
    case .configChange, .sessionStart: [.drift, .audit]
    case .postToolUse, .postToolUseFailure, .postToolBatch: [.audit]
    case .permissionRequest, .permissionDenied: [.audit]
    case .notification, .userPromptExpansion, .instructionsLoaded: [.audit]
    case .sessionEnd, .stop, .stopFailure, .setup: [.audit]
    case .subagentStart, .subagentStop, .teammateIdle: [.audit]
    case .preCompact, .postCompact, .preModelSwitch, .postModelSwitch: [.audit]
    case .taskCreated, .taskCompleted, .elicitation, .elicitationResult: [.audit]
    case .cwdChanged, .directoryAdded: [.audit]
    // A hook here replaces the client's own work.
    case .worktreeCreate, .worktreeRemove: []
    // Needs a matcher that names a file.
    case .fileChanged: []
    // Fires while text is shown, and holds nothing that the other events lack.
    case .messageDisplay: []
    }
  }

  /// The handlers of the whole table, with the programs in `directory`.
  ///
  /// `arguments` are passed to each program, such as `--state-dir` and a path.
  package static func handlers(
    directory: [UInt8], arguments: [[UInt8]] = []
  ) -> [SettingsHandler] {
    HookEventName.allCases.flatMap { event in
      programs(on: event).map { program in
        SettingsHandler(
          event: bytes(event.text), command: directory + [0x2F] + bytes(program.name),
          arguments: arguments, timeout: timeout, blocksOnFailure: program.blocksOnFailure)
      }
    }
  }

  private static func bytes(_ text: StaticString) -> [UInt8] {
    text.withUTF8Buffer { [UInt8]($0) }
  }
}
