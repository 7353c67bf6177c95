// SPDX-License-Identifier: MIT

/// One entry of a settings file that starts a program on an event, in exec form.
///
/// Two handlers are the same one when event, command and arguments are; the rest is how it runs.
package struct SettingsHandler: Sendable, Equatable {
  /// The event's name, as in the client's settings.
  package var event: [UInt8]
  /// Absolute path of the program.
  package var command: [UInt8]
  package var arguments: [[UInt8]]
  /// Seconds after which the client gives up.
  package var timeout: Int
  /// Whether the client blocks the action where the program gave no answer.
  package var blocksOnFailure: Bool

  package init(
    event: [UInt8], command: [UInt8], arguments: [[UInt8]] = [], timeout: Int,
    blocksOnFailure: Bool
  ) {
    self.event = event
    self.command = command
    self.arguments = arguments
    self.timeout = timeout
    self.blocksOnFailure = blocksOnFailure
  }

  /// Whether `entry`, found under the same event, is this handler, however it runs.
  func isSame(as entry: JSONValue) -> Bool {
    guard entry["type"]?.equals("command") == true, entry["command"]?.equals(command) == true,
      let list = entry["args"], list.kind == .array
    else { return false }
    var index = 0
    for argument in list.elements {
      guard index < arguments.count, argument.equals(arguments[index]) else { return false }
      index += 1
    }
    return index == arguments.count
  }

  /// Whether `entry` is this handler and runs as it should, with nothing added.
  func isExactly(_ entry: JSONValue) -> Bool {
    guard isSame(as: entry), entry["timeout"]?.integer == timeout else { return false }
    var count = 0
    for _ in entry.members { count += 1 }
    guard blocksOnFailure else { return count == 4 && entry["onFailure"] == nil }
    return count == 5 && entry["onFailure"]?.equals("block") == true
  }

  /// The handler as the client reads it.
  var fragment: SettingsFragment {
    var members: [(key: [UInt8], value: SettingsFragment)] = [
      (Array("type".utf8), .string(Array("command".utf8))),
      (Array("command".utf8), .string(command)),
      (Array("args".utf8), .strings(arguments)),
      (Array("timeout".utf8), .integer(timeout)),
    ]
    if blocksOnFailure {
      members.append((Array("onFailure".utf8), .string(Array("block".utf8))))
    }
    return .object(members)
  }
}
