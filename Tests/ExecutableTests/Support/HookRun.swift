// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// One of the hooks with the payload of an event that it works on.
enum HookUnderTest: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case hookGuard = "hook-guard"
  case hookDrift = "hook-drift"
  case hookAudit = "hook-audit"

  /// Those whose failure must block.
  static let deciding: [HookUnderTest] = [.hookGuard, .hookDrift]

  var testDescription: String { rawValue }

  /// The fields of a payload that the hook has nothing against: keys and JSON texts.
  var harmless: Payload {
    var fields = Payload([
      ("session_id", #""s""#), ("transcript_path", #""/tmp/t.jsonl""#), ("cwd", #""/tmp""#),
    ])
    switch self {
    case .hookGuard:
      fields["hook_event_name"] = #""PreToolUse""#
      fields["tool_name"] = #""Bash""#
      fields["tool_input"] = #"{"command":"ls -l"}"#
    case .hookAudit:
      fields["hook_event_name"] = #""PostToolUse""#
      fields["tool_name"] = #""Bash""#
      fields["tool_input"] = #"{"command":"ls -l"}"#
      fields["tool_response"] = #"{"stdout":"x"}"#
    case .hookDrift:
      fields["hook_event_name"] = #""SessionStart""#
      fields["source"] = #""startup""#
    }
    return fields
  }

  /// The fields that it cannot work without.
  var neededFields: [String] {
    switch self {
    case .hookGuard, .hookAudit:
      ["session_id", "cwd", "hook_event_name", "tool_name", "tool_input"]
    case .hookDrift: ["session_id", "cwd", "hook_event_name", "source"]
    }
  }
}

/// The text of a payload, field by field.
struct Payload: Sendable {
  private var fields: [(key: String, value: String)]

  init(_ fields: [(String, String)]) { self.fields = fields.map { (key: $0.0, value: $0.1) } }

  subscript(key: String) -> String? {
    get { fields.first { $0.key == key }?.value }
    set {
      fields.removeAll { $0.key == key }
      if let newValue { fields.append((key: key, value: newValue)) }
    }
  }

  var text: String {
    "{" + fields.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}\n"
  }
  var bytes: [UInt8] { Array(text.utf8) }

  /// This payload with another command, given as JSON.
  func command(_ command: String) -> Payload {
    var payload = self
    payload["tool_input"] = "{\"command\":\(command)}"
    return payload
  }

  /// A guard's payload that is always denied.
  static let secret = HookUnderTest.hookGuard.harmless.command(#""cat .env""#)
  /// A change of settings, which drift has to judge.
  static let change: Payload = {
    var payload = HookUnderTest.hookDrift.harmless
    payload["hook_event_name"] = #""ConfigChange""#
    payload["source"] = #""user_settings""#
    return payload
  }()
  /// A guard's payload that is asked about where somebody can be asked.
  static let question = HookUnderTest.hookGuard.harmless.command(#""rm -rf \"$TARGET\"/""#)
}

/// A directory of a test's own, with a home in it.
final class HookScene {
  let directory: URL
  var home: String { directory.appendingPathComponent("home").path }
  /// Where the hooks keep their state unless they are told otherwise.
  var state: String { home + "/.local/state/security-hooks" }

  init() throws {
    // Both builds come first: a run is not timed while a compiler has the processors.
    _ = try BuiltExecutables.faultyPath("hook-guard")
    _ = try BuiltExecutables.directory()
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("hook-faults-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      atPath: directory.path + "/home", withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  /// A run of `hook` with an environment that holds nothing but `HOME`.
  func run(
    _ hook: HookUnderTest, _ payload: Payload? = nil, _ arguments: [String] = []
  ) throws -> RunExecutable {
    var run = try RunExecutable(
      hook.rawValue, arguments, input: .bytes((payload ?? hook.harmless).bytes))
    run.environment = ["HOME": home]
    return run
  }
}

extension RunExecutable.Outcome {
  /// Expects what every failure of a hook that decides must end in.
  func expectBlocked(_ what: String, location: SourceLocation = #_sourceLocation) {
    #expect(status == 2, "\(what): \(self)", sourceLocation: location)
    expectQuiet(what, location: location)
  }

  /// Expects what every failure of a hook that only records must end in.
  func expectLetPass(_ what: String, location: SourceLocation = #_sourceLocation) {
    #expect(status == 0, "\(what): \(self)", sourceLocation: location)
    expectQuiet(what, location: location)
  }

  /// Expects an end in time, nothing on stdout, and one line at most on stderr.
  func expectQuiet(_ what: String, location: SourceLocation = #_sourceLocation) {
    expectNoOutput(what, location: location)
    let lines = standardError.split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(
      standardError.isEmpty || lines.count == 2 && lines[1].isEmpty, "\(what): \(self)",
      sourceLocation: location)
  }

  /// Expects an end in time and nothing on stdout.
  func expectNoOutput(_ what: String, location: SourceLocation = #_sourceLocation) {
    #expect(seconds < 3, "\(what): \(self)", sourceLocation: location)
    #expect(standardOutput.isEmpty, "\(what): \(self)", sourceLocation: location)
  }
}
