// SPDX-License-Identifier: MIT

/// Every event but PreToolUse: appends one redacted record.
///
/// A record that cannot be written stops nobody, unless the command line says that it must:
/// then the answer is a denial, which the client takes where it still can.
package struct AuditHook: Hook {
  package static let name: StaticString = "hook-audit"

  package init() {}

  /// The exit status of a fault: it blocks only where a record is required.
  package static func faultStatus(_ arguments: List<[UInt8]>) -> Int32 {
    // Read apart from the other arguments: a mistake in one of them must not lift the requirement.
    var position = 0
    while position < arguments.count {
      if arguments[position] == [UInt8]("--audit-required") { return 2 }
      position += 1
    }
    return 0
  }

  package func respond(to input: HookInput, context: HookContext) -> HookResponse {
    do throws(AuditError) {
      let trail = try AuditTrail(.hookAudit, context)
      switch input {
      case .event(let event): try trail.append(event)
      case .undecodable(let payload, let error):
        try trail.append(unreadable: payload, because: error.words)
      case .unreadable(let error):
        try trail.append(unreadable: nil, because: [UInt8](error.code.words))
      }
      return .silent
    } catch {
      return AuditHook.response(to: error, isRequired: context.options.requiresAudit)
    }
  }

  private static func response(to error: AuditError, isRequired: Bool) -> HookResponse {
    var text = error.words
    guard isRequired else {
      text.append("; nothing was recorded; run hookctl doctor")
      return .warn(message: text)
    }
    text.append("; a record is required; run hookctl doctor")
    return .deny(reason: text)
  }
}
