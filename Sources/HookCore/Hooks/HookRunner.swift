// SPDX-License-Identifier: MIT

/// One of the three programs: an input in, a response out.
///
/// A hook turns every error of its own into the response that is safe for its events.
package protocol Hook {
  /// The executable's name, which begins its messages.
  static var name: StaticString { get }
  func respond(to input: HookInput, context: HookContext) -> HookResponse
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
    guard let options = HookOptions(CommandArguments.all()) else {
      let reason = [UInt8]("usage: hook [--state-dir DIR] [--audit-required] < event; blocked")
      StandardStream.write(HookAnswer.line(name, reason), to: 2)
      StandardStream.exit(2)
    }
    let context = HookContext(
      environment: .current(), fileSystem: LiveFileSystem(), now: .now(), options: options)
    let input = readInput()
    let event: HookEventName
    switch input {
    case .event(let decoded): event = decoded.name
    case .undecodable, .unreadable: event = .preToolUse
    }
    answer(HookAnswer(hook.respond(to: input, context: context), hook: name, event: event))
  }

  /// Reads and decodes stdin.
  private static func readInput() -> HookInput {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try StandardStream.readInput(limit: inputLimit)
    } catch {
      return .unreadable(error)
    }
    do throws(HookEventError) {
      return .event(try HookEvent(decoding: bytes))
    } catch {
      return .undecodable(bytes, error)
    }
  }

  /// Writes the answer; one that nobody can read must not pass for none.
  private static func answer(_ answer: HookAnswer) -> Never {
    StandardStream.write(answer.standardError, to: 2)
    guard StandardStream.write(answer.standardOutput, to: 1) else {
      StandardStream.exit(answer.standardOutput.isEmpty ? answer.status : 2)
    }
    StandardStream.exit(answer.status)
  }
}
