// SPDX-License-Identifier: MIT

/// One of the three programs: an input in, a response out.
///
/// A hook turns every error of its own into the response that is safe for its events.
package protocol Hook {
  /// The executable's name, which begins its messages.
  static var name: StaticString { get }
  /// The exit status of a run in which the hook could not do its work.
  static func faultStatus(_ arguments: List<[UInt8]>) -> Int32
  func respond(to input: HookInput, context: HookContext) -> HookResponse
}

extension Hook {
  /// What decides must block where it could not.
  package static func faultStatus(_ arguments: List<[UInt8]>) -> Int32 { 2 }
}

/// What came on stdin.
package enum HookInput: Sendable {
  case event(HookEvent)
  /// Bytes that are no event.
  case undecodable([UInt8], HookEventError)
  /// Nothing that could be read, or more than the limit.
  case unreadable(SystemError)
}

/// Runs one hook from stdin to exit.
///
/// What can fail before, after or below this code ends in the exit status that `CHookStart`
/// holds ready: traps, fatal signals, the deadline.
package enum HookRunner {
  /// More than any real payload (DESIGN 9); a larger one is refused with a reason.
  package static let inputLimit = JSONLimits.size

  /// Reads the event, asks `hook`, answers, and ends the process.
  package static func run(_ hook: some Hook) -> Never {
    let name = type(of: hook).name
    let arguments = CommandArguments.all()
    #if FAULT_INJECTION
      FaultInjection.provoke(arguments)
    #endif
    guard let options = HookOptions(arguments) else {
      let reason = [UInt8](
        "usage: hook [--state-dir DIR] [--policy FILE] [--stage NAME] [--phase NAME] [--scope PATH[:PATH]] [--ticket ID] [--approvals DIR] [--requester NAME] [--audit-required] < event; nothing was done"
      )
      StandardStream.writeIfReady(HookAnswer.line(name, reason), to: 2)
      StandardStream.exit(type(of: hook).faultStatus(arguments))
    }
    let context = HookContext(
      environment: .current(), fileSystem: LiveFileSystem(), now: .now(), options: options)
    answer(answer(of: hook, to: readInput(), context), of: name)
  }

  /// What `hook` answers to `input`: a whole run but for its streams and its end.
  package static func answer<H: Hook>(
    of hook: H, to input: HookInput, _ context: HookContext
  ) -> HookAnswer {
    let event: HookEventName
    switch input {
    case .event(let decoded): event = decoded.name
    case .undecodable, .unreadable: event = .preToolUse
    }
    return HookAnswer(hook.respond(to: input, context: context), hook: H.name, event: event)
  }

  /// Reads and decodes stdin.
  private static func readInput() -> HookInput {
    do throws(SystemError) {
      return input(decoding: try StandardStream.readInput(limit: inputLimit))
    } catch {
      return .unreadable(error)
    }
  }

  /// What came on stdin, from its bytes.
  package static func input(decoding bytes: [UInt8]) -> HookInput {
    do throws(HookEventError) {
      return .event(try HookEvent(decoding: bytes))
    } catch {
      return .undecodable(bytes, error)
    }
  }

  /// Milliseconds for somebody to read stdout: the client's is empty, so it takes an answer at once.
  private static let patience: Int32 = 500

  /// Writes the answer; one that nobody can read must not pass for none.
  private static func answer(_ answer: HookAnswer, of name: StaticString) -> Never {
    StandardStream.writeIfReady(answer.standardError, to: 2)
    if answer.standardOutput.isEmpty { StandardStream.exit(answer.status) }
    guard StandardStream.isWritable(1, milliseconds: patience),
      StandardStream.write(answer.standardOutput, to: 1)
    else {
      let reason = [UInt8]("the answer could not be written; blocked; run hookctl doctor")
      StandardStream.writeIfReady(HookAnswer.line(name, reason), to: 2)
      StandardStream.exit(2)
    }
    StandardStream.exit(answer.status)
  }
}
