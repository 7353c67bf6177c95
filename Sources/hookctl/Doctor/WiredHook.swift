// SPDX-License-Identifier: MIT
import HookCore

extension HookProgram {
  /// The executable's name, for people.
  var title: String { "\(name)" }
}

/// One entry of a settings file that starts one of our hooks.
struct WiredHook {
  /// What the client replaces by the directory it was started in (CONTRACT 2.1).
  static let projectVariable = Array("${CLAUDE_PROJECT_DIR}".utf8)

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
    "\(program.title) on \(Output.shown(event)) in \(Output.shown(settings.path))"
  }

  /// The path of the executable.
  let executable: [UInt8]

  /// The directory of the executable, without a slash at the end.
  var directory: [UInt8] {
    Array(executable[..<(executable.lastIndex(of: 0x2F) ?? executable.startIndex)])
  }

  /// What follows the last `--state-dir`, where there is one.
  var stateDirectory: [UInt8]? {
    guard let arguments, let option = arguments.lastIndex(of: Array("--state-dir".utf8)),
      option + 1 < arguments.count
    else { return nil }
    return arguments[option + 1]
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
    let isExecForm = entry["args"] != nil
    guard let named = WiredHook.program(named: command, isExecForm: isExecForm) else { return nil }
    program = named.program
    executable = named.path
    self.settings = settings
    self.event = event
    self.matcher = matcher
    self.entry = entry
    self.command = command
    arguments = entry["args"].map { list in
      list.elements.map { WiredHook.substituted($0.string ?? [], projectDirectory) }
    }
  }

  /// The program of ours that `command` starts, and its path.
  ///
  /// A line for the shell is looked through for the name; quotes before the path are left out.
  private static func program(
    named command: [UInt8], isExecForm: Bool
  ) -> (program: HookProgram, path: [UInt8])? {
    let endings: [UInt8] = [0x20, 0x22, 0x27, 0x3B, 0x7C, 0x26]  // blank " ' ; | &
    let line = [0x2F] + command  // a bare name, which PATH would find, is one of ours too
    for program in HookProgram.allCases {
      let name = Array("/\(program.name)".utf8)
      for end in line.indices where line[...end].suffix(name.count) == name[...] {
        let isLast = end == line.count - 1
        guard isLast || (!isExecForm && endings.contains(line[end + 1])) else { continue }
        return (program, unquoted(Array(line[1...end])))
      }
    }
    return nil
  }

  private static func unquoted(_ path: [UInt8]) -> [UInt8] {
    path.first == 0x22 || path.first == 0x27 ? Array(path.dropFirst()) : path
  }

  /// `text` with `${CLAUDE_PROJECT_DIR}` replaced, as the client does (CONTRACT 2.1).
  private static func substituted(_ text: [UInt8], _ directory: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text[...]
    while !rest.isEmpty {
      if rest.starts(with: projectVariable) {
        result += directory
        rest = rest.dropFirst(projectVariable.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
