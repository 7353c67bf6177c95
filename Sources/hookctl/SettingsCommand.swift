// SPDX-License-Identifier: MIT
import HookCore

/// `hookctl settings merge`: wires the hooks into a settings file, and takes them out again.
enum SettingsCommand {
  static let usage = Usage(
    command: "settings", summary: "Wire the hooks into a settings file",
    synopsis: ["merge [--remove] [--dry-run] [OPTION ...]"],
    details: """
      subcommands:
        merge  add our hooks to a settings file, or take them out

      hookctl settings merge --help tells more.
      """)

  private static let mergeUsage = Usage(
    command: "settings merge",
    summary: "Add the hooks to a settings file and touch nothing else in it",
    synopsis: [
      "[--file FILE | --user | --project DIR | --managed]",
      "[--libexec DIR] [--remove] [--dry-run] [--json]",
    ],
    details: """
      options:
        --file FILE    the settings file
        --user         ~/.claude/settings.json (default)
        --project DIR  DIR/.claude/settings.json
        --managed      the drop-in 50-security-hooks.json of the managed settings
        --libexec DIR  where the hooks are (default: ../libexec/security-hooks, seen
                       from hookctl)
        --remove       take our hooks out, wherever they are installed
        --dry-run      print the lines that would change, write nothing
        --json         print one object

      Keys, order, indentation, line endings and other hooks stay as they are; a second
      run changes nothing. A file that is not valid JSON is refused.
      """)

  /// Where the settings are and what is to be done with them.
  private struct Request {
    var file: [UInt8]
    var libexec: [UInt8]?
    var removes = false
    var isDryRun = false
    var asJSON = false
  }

  static func run(
    _ arguments: ArraySlice<[UInt8]>, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    guard let first = arguments.first else { throw .usage("no subcommand given", usage) }
    guard first.first == 0x2D || first == Array("merge".utf8) else {
      let name = Output.shown(first)
      let hint = Usage.nearest(to: name, among: ["merge"]).map { ", the nearest is \($0)" } ?? ""
      throw .usage("unknown subcommand \(name)\(hint)", usage)
    }
    guard first.first != 0x2D else {
      var reader = ArgumentReader(arguments, usage: usage)
      try reader.end()
      return .success
    }
    return try merge(request(arguments.dropFirst()), output)
  }

  private static func request(
    _ arguments: ArraySlice<[UInt8]>
  ) throws(CommandError) -> Request {
    var reader = ArgumentReader(arguments, usage: mergeUsage)
    let settings = Array("/.claude/settings.json".utf8)
    var request = Request(file: UserEnvironment.current().home + settings)
    var hasFile = false
    while let argument = try reader.next() {
      guard case .option(let option) = argument else {
        if case .operand(let operand) = argument { throw reader.unexpected(operand) }
        continue
      }
      switch option {
      case "--file", "--user", "--project", "--managed":
        guard !hasFile else {
          throw .usage("--file, --user, --project and --managed exclude each other", mergeUsage)
        }
        hasFile = true
        if option == "--file" { request.file = try reader.path() }
        if option == "--project" { request.file = try reader.path() + settings }
        if option == "--managed" { request.file = InspectedSettings.managedDropIn }
      case "--libexec": request.libexec = try reader.path()
      case "--remove": request.removes = true
      case "--dry-run": request.isDryRun = true
      case "--json": request.asJSON = true
      default: throw reader.unknown(option)
      }
    }
    return request
  }

  private static func merge(
    _ request: Request, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    let file = try SettingsFile(request.file)
    let edited = try edit(request, file.content ?? [])
    if let edited, !request.isDryRun { try file.write(edited) }
    let changes = edited != nil
    if request.asJSON {
      printJSON(request, changes: changes, output)
    } else if edited == nil {
      output.line("unchanged \(Output.shown(request.file))")
    } else if request.isDryRun {
      output.line("would change \(Output.shown(request.file)):")
      LineDifference(from: file.content ?? [], to: edited ?? []).print(output)
    } else {
      let verb = request.removes ? "took the hooks out of" : "wired the hooks in"
      output.line("\(verb) \(Output.shown(request.file))")
    }
    return .success
  }

  /// The new content, or nil where nothing has to change.
  private static func edit(
    _ request: Request, _ content: [UInt8]
  ) throws(CommandError) -> [UInt8]? {
    if request.removes { return try removing(from: content, request) }
    let directory: [UInt8]
    if let chosen = request.libexec { directory = chosen } else { directory = try ownLibexec() }
    do throws(SettingsError) {
      return try SettingsEditor.adding(HookWiring.handlers(directory: directory), to: content)
    } catch {
      throw refusal(error, request)
    }
  }

  /// The content without any handler that starts one of our programs, wherever they are.
  private static func removing(
    from content: [UInt8], _ request: Request
  ) throws(CommandError) -> [UInt8]? {
    do throws(SettingsError) {
      var removed = try SettingsEditor.removing([], from: content)
      let settings = InspectedSettings(request.file, layer: .named, content: content)
      // The variable is taken for itself: the text of the file is what counts.
      let hooks = WiredHook.all(in: settings, projectDirectory: WiredHook.projectVariable)
      for (index, hook) in hooks.enumerated() {
        // Each place is taken out with all its events at once.
        let isKnown = hooks[..<index].contains {
          $0.directory == hook.directory && $0.arguments == hook.arguments
        }
        if isKnown { continue }
        let handlers = HookWiring.handlers(
          directory: hook.directory, arguments: hook.arguments ?? [])
        removed = try SettingsEditor.removing(handlers, from: removed ?? content) ?? removed
      }
      return removed
    } catch {
      throw refusal(error, request)
    }
  }

  private static func refusal(_ error: SettingsError, _ request: Request) -> CommandError {
    .failure(
      .dataError,
      "\(Output.shown(request.file)): \(error.code.words) at byte \(error.offset); "
        + "nothing was changed")
  }

  /// `../libexec/security-hooks` beside the directory of this executable.
  private static func ownLibexec() throws(CommandError) -> [UInt8] {
    let path = ExecutablePath.current() ?? []
    let directories = path.split(separator: 0x2F).dropLast(2)
    guard path.first == 0x2F, directories.count == path.split(separator: 0x2F).count - 2 else {
      throw .usage("cannot tell where the hooks are; give --libexec DIR", mergeUsage)
    }
    return Array(directories.map { [0x2F] + $0 }.joined())
      + Array("/libexec/security-hooks".utf8)
  }

  private static func printJSON(_ request: Request, changes: Bool, _ output: Output) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("changed")
    writer.boolean(changes)
    writer.key("file")
    writer.string(request.file)
    writer.key("written")
    writer.boolean(changes && !request.isDryRun)
    writer.endObject()
    output.write(writer.bytes + [0x0A])
  }
}
