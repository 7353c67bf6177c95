// SPDX-License-Identifier: MIT

/// PreToolUse: judges the call before it runs; abstains or denies, never allows.
package struct GuardHook: Hook {
  package static let name: StaticString = "hook-guard"

  package init() {}

  package func respond(to input: HookInput, context: HookContext) -> HookResponse {
    switch input {
    case .unreadable(let error): .deny(reason: GuardHook.refusal(of: error))
    case .undecodable(_, let error): .deny(reason: GuardHook.refusal(error.words))
    case .event(let event): respond(to: event, context: context)
    }
  }

  private func respond(to event: HookEvent, context: HookContext) -> HookResponse {
    switch event.body {
    case .preToolUse: .silent
    default: .silent
    }
  }

  private static func refusal(of error: SystemError) -> [UInt8] {
    refusal([UInt8](error.code == .tooLarge ? "payload is larger than 64 MiB" : error.code.words))
  }

  private static func refusal(_ cause: [UInt8]) -> [UInt8] {
    cause + [UInt8]("; blocked because the call cannot be judged")
  }
}
