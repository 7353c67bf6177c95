// SPDX-License-Identifier: MIT
import HookCore

/// The three executables that settings wire.
enum HookProgram: String, CaseIterable {
  case guardProgram = "hook-guard"
  case audit = "hook-audit"
  case drift = "hook-drift"
}

/// One entry of a settings file that starts one of our hooks.
struct WiredHook {
  let program: HookProgram
  let settings: InspectedSettings
  let event: [UInt8]
  /// The group's matcher, where it has one.
  let matcher: JSONValue?
  let entry: JSONValue
  /// The program's path, or the whole line of the shell where there are no `arguments`.
  let command: [UInt8]
  /// The arguments of the exec form; nil is the shell form.
  let arguments: [[UInt8]]?

  /// Which entry this is, for people.
  var place: String {
    "\(program.rawValue) on \(Output.shown(event)) in \(Output.shown(settings.path))"
  }

  /// The path of the executable.
  var executable: [UInt8] {
    arguments == nil ? Array(command.prefix { $0 != 0x20 }) : command
  }

  /// Whether both start the same program in the same way.
  func startsTheSame(as other: WiredHook) -> Bool {
    command == other.command && arguments == other.arguments
  }

  /// The entries of `settings` that start one of our hooks.
  static func all(in settings: InspectedSettings, projectDirectory: [UInt8]) -> [WiredHook] {
    guard let hooks = settings.root?["hooks"] else { return [] }
    var found: [WiredHook] = []
    for (key, groups) in hooks.members {
      for group in groups.elements {
        guard let entries = group["hooks"] else { continue }
        for entry in entries.elements {
          if let hook = WiredHook(
            entry, event: key.string ?? [], matcher: group["matcher"], settings: settings,
            projectDirectory: projectDirectory)
          {
            found.append(hook)
          }
        }
      }
    }
    return found
  }

  private init?(
    _ entry: JSONValue, event: [UInt8], matcher: JSONValue?, settings: InspectedSettings,
    projectDirectory: [UInt8]
  ) {
    guard let written = entry["command"]?.string else { return nil }
    let command = WiredHook.substituted(written, projectDirectory)
    let executable = entry["args"] == nil ? Array(command.prefix { $0 != 0x20 }) : command
    let name = executable.split(separator: 0x2F).last.map(Array.init) ?? []
    guard let program = HookProgram(rawValue: Output.shown(name)) else { return nil }
    self.program = program
    self.settings = settings
    self.event = event
    self.matcher = matcher
    self.entry = entry
    self.command = command
    arguments = entry["args"].map { list in
      list.elements.map { WiredHook.substituted($0.string ?? [], projectDirectory) }
    }
  }

  /// `text` with `${CLAUDE_PROJECT_DIR}` replaced, as the client does (CONTRACT 2.1).
  private static func substituted(_ text: [UInt8], _ directory: [UInt8]) -> [UInt8] {
    let variable = Array("${CLAUDE_PROJECT_DIR}".utf8)
    var result: [UInt8] = []
    var rest = text[...]
    while !rest.isEmpty {
      if rest.starts(with: variable) {
        result += directory
        rest = rest.dropFirst(variable.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
