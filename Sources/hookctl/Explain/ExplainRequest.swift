// SPDX-License-Identifier: MIT
import HookCore

/// What `hookctl explain` was asked to explain, and in which surroundings.
struct ExplainRequest {
  /// What is explained.
  enum Subject {
    /// A command; a word that was not marked as one may be the id of a rule.
    case command([UInt8], mayBeRule: Bool)
    /// The file that holds an event; `-` is stdin.
    case payload([UInt8])
    case tool([UInt8], path: [UInt8])
  }

  let subject: Subject
  let asJSON: Bool
  private let directory: [UInt8]
  private let project: [UInt8]?
  private let home: [UInt8]?
  private let unattended: Bool
  private let session: SessionTerms

  init(_ arguments: ArraySlice<[UInt8]>) throws(CommandError) {
    var reader = ArgumentReader(arguments, usage: ExplainCommand.usage)
    var subjects: [Subject] = []
    var tool: [UInt8]?
    var path: [UInt8]?
    var directory: [UInt8]?
    var project: [UInt8]?
    var home: [UInt8]?
    var unattended = false
    var session = SessionTerms()
    var asJSON = false
    while let argument = try reader.next() {
      switch argument {
      case .option("--command"): subjects.append(.command(try reader.value(), mayBeRule: false))
      case .option("--payload"): subjects.append(.payload(try reader.value()))
      case .option("--tool"): tool = try reader.value()
      case .option("--path"): path = try reader.value()
      case .option("--cwd"): directory = try Self.directory(reader.path())
      case .option("--project"): project = try Self.directory(reader.path())
      case .option("--home"): home = try Self.directory(reader.path())
      case .option("--unattended"): unattended = true
      case .option("--json"): asJSON = true
      case .option(let option):
        guard try reader.takeSession(option, &session) else { throw reader.unknown(option) }
      case .operand(let word): subjects.append(.command(word, mayBeRule: true))
      }
    }
    if let tool {
      guard let path else { throw Self.misused("--tool needs --path") }
      subjects.append(.tool(tool, path: path))
    } else if path != nil {
      throw Self.misused("--path needs --tool")
    }
    guard let subject = subjects.first else { throw Self.misused("nothing to explain") }
    guard subjects.count == 1 else {
      throw Self.misused("one thing at a time, a command as one quoted word")
    }
    if case .payload = subject, directory != nil {
      throw Self.misused("--cwd has no meaning for a payload, which names its own directory")
    }
    self.subject = subject
    self.asJSON = asJSON
    self.project = project
    self.home = home
    self.unattended = unattended
    self.session = session
    self.directory = directory ?? UserEnvironment.currentDirectory() ?? [0x2F]
  }

  private static func misused(_ message: String) -> CommandError {
    .usage(message, ExplainCommand.usage)
  }

  /// A directory without `.`, `..` and a slash at the end.
  private static func directory(_ path: [UInt8]) -> [UInt8] { AbsolutePath(path)?.bytes ?? path }

  /// What the hook would know beside the event.
  var context: HookContext {
    let current = UserEnvironment.current()
    var options = HookOptions()
    options.session = session
    return HookContext(
      environment: UserEnvironment(
        home: home ?? current.home, userID: current.userID,
        unattended: unattended || current.unattended,
        projectDirectory: project ?? current.projectDirectory),
      fileSystem: LiveFileSystem(), now: .now(), options: options)
  }

  /// The event, as the client would send it.
  func payload() throws(CommandError) -> [UInt8] {
    switch subject {
    case .command(let text, _):
      return event("Bash") {
        $0.key("command")
        $0.string(text)
      }
    case .tool(let name, let path): return try event(tool: name, path)
    case .payload(let file):
      do throws(SystemError) {
        if file == [0x2D] { return try StandardStream.readInput(limit: HookRunner.inputLimit) }
        return try LiveFileSystem().contents(file, limit: HookRunner.inputLimit)
      } catch {
        throw .system(error)
      }
    }
  }

  private func event(tool: [UInt8], _ path: [UInt8]) throws(CommandError) -> [UInt8] {
    switch Output.shown(tool) {
    case "Read": return fileEvent("Read", path)
    case "Write": return fileEvent("Write", path, text: "content")
    case "Edit": return fileEvent("Edit", path, text: "new_string")
    case "NotebookEdit":
      return event("NotebookEdit") {
        $0.key("notebook_path")
        $0.string(path)
      }
    case "Grep": return searchEvent("Grep", path)
    case "Glob": return searchEvent("Glob", path)
    case let name: throw Self.misused("no --path can be given to \(name); use --payload")
    }
  }

  private func fileEvent(
    _ tool: StaticString, _ path: [UInt8], text: StaticString? = nil
  ) -> [UInt8] {
    event(tool) {
      $0.key("file_path")
      $0.string(path)
      if let text {
        $0.key(text)
        $0.string("")
      }
    }
  }

  private func searchEvent(_ tool: StaticString, _ path: [UInt8]) -> [UInt8] {
    event(tool) {
      $0.key("path")
      $0.string(path)
      $0.key("pattern")
      $0.string("*")
    }
  }

  private func event(_ tool: StaticString, _ input: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("cwd")
    writer.string(directory)
    writer.key("hook_event_name")
    writer.string("PreToolUse")
    writer.key("session_id")
    writer.string("explain")
    writer.key("tool_input")
    writer.beginObject()
    input(&writer)
    writer.endObject()
    writer.key("tool_name")
    writer.string(tool)
    writer.endObject()
    return writer.bytes
  }
}
