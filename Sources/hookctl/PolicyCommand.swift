// SPDX-License-Identifier: MIT
import HookCore

/// `hookctl policy`: the policy documents of an organisation.
enum PolicyCommand {
  static let usage = Usage(
    command: "policy", summary: "Check, test, compare, show or import policy documents",
    synopsis: [
      "check [--json] [FILE ...]", "test [--json] [--junit FILE] [FILE ...]",
      "diff [--against PATH]... [--fail-on WHAT] [--json] FILE FILE", "show [--json]",
      "schema", "import FILE",
    ],
    details: """
      options:
        --json          print one object
        --stage NAME, --phase NAME, --scope PATH[:PATH], --ticket ID
                        test in such a session, as on the wired command line of hook-guard
        --junit FILE    write the results of test to FILE in the form of JUnit
        --against PATH  the history that diff judges (default: ~/.claude/projects), as
                        hookctl replay takes it
        --fail-on WHAT  weaker, any: exit with 1 where diff finds a weaker decision, or
                        any other one

      Without FILE the documents that hold for the user in this directory are taken:
      managed, the user's, and the repository's.

      check reads the documents as hook-guard would, and names the first error of each
      by line and JSON pointer, and every exception that has expired.
      test runs the examples of every rule. Those under trigger must meet it, also when
      they are spelled otherwise: quoted, by a path, through a variable or another shell.
      Those under pass must meet no rule at all, neither of this document nor of the
      others. An example is a command, or a call such as Write(infra/prod/main.tf),
      WebFetch(https://example.com/) or mcp__db__query.
      diff judges past calls by the first document and by the second, and lists the
      decisions that change, weaker and stricter apart; the word builtin in the place of
      a FILE stands for the built-in rules alone.
      show lists what the documents decide, the highest layer first.
      schema prints a JSON Schema for editors.
      import prints a document of the governance guide (allowed_tools, blocked_tools,
      allowed_mcp_servers, max_model, file_restrictions.blocked_paths) as a policy; what
      of it cannot be carried is named on stderr, and the exit status is 1.

      Exit status: 0 nothing to report, 1 errors, failed examples, what --fail-on names.
      """)

  private struct Options {
    var asJSON = false
    var report: [UInt8]?
    var session = SessionTerms()
    var history: [[UInt8]] = []
    var limit: PolicyDifference.Limit?
    var operands: [[UInt8]] = []
  }

  static func run(
    _ arguments: ArraySlice<[UInt8]>, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    var reader = ArgumentReader(arguments, usage: usage)
    let options = try options(&reader)
    guard let action = options.operands.first else {
      throw .usage("say check, test, diff, show, schema or import", usage)
    }
    let files = Array(options.operands.dropFirst())
    let isDiff = Output.shown(action) == "diff"
    guard isDiff || options.history.isEmpty && options.limit == nil else {
      throw .usage("--against and --fail-on go with diff", usage)
    }
    guard options.report == nil || Output.shown(action) == "test" else {
      throw .usage("--junit goes with test", usage)
    }
    switch Output.shown(action) {
    case "check": return PolicyCheck.run(load(files), asJSON: options.asJSON, output)
    case "test":
      return try PolicyTest.run(
        load(files), options.session, asJSON: options.asJSON, junit: options.report, output)
    case "diff" where files.count == 2: return try compare(files[0], files[1], options, output)
    case "diff": throw .usage("diff needs two documents", usage)
    case "show" where files.isEmpty:
      PolicyListing(load([])).print(asJSON: options.asJSON, output)
      return .success
    case "schema" where files.isEmpty:
      output.write(Array(PolicySchema.text.utf8))
      return .success
    case "import" where files.count == 1: return try importGuide(files[0], output)
    default: throw reader.unexpected(files.first ?? action)
    }
  }

  private static func options(_ reader: inout ArgumentReader) throws(CommandError) -> Options {
    var options = Options()
    while let argument = try reader.next() {
      switch argument {
      case .option("--json"): options.asJSON = true
      case .option("--junit"): options.report = try reader.path()
      case .option("--against"): options.history.append(try reader.path())
      case .option("--fail-on"): options.limit = try limit(reader.value())
      case .option(let option):
        guard try reader.takeSession(option, &options.session) else { throw reader.unknown(option) }
      case .operand(let operand): options.operands.append(operand)
      }
    }
    return options
  }

  private static func limit(_ text: [UInt8]) throws(CommandError) -> PolicyDifference.Limit {
    switch Output.shown(text) {
    case "weaker": return .weaker
    case "any": return .any
    default: throw .usage("--fail-on needs weaker or any", usage)
    }
  }

  /// Prints a document of the governance guide as a policy.
  private static func importGuide(
    _ file: [UInt8], _ output: Output
  ) throws(CommandError) -> ExitStatus {
    let text: [UInt8]
    do throws(SystemError) {
      text = try LiveFileSystem().contents(file, limit: PolicyReader.sizeLimit)
    } catch {
      throw .system(error)
    }
    do throws(PolicyError) {
      let imported = try GovernanceImport(text)
      for note in imported.notes {
        output.warning("\(Output.shown(file)): \(Output.shown(note))")
      }
      output.write(imported.document)
      return imported.isIncomplete ? .findings : .success
    } catch {
      throw .failure(.dataError, "\(Output.shown(file)): \(Output.shown(error.words))")
    }
  }

  /// The documents in `files`, or those of this session.
  private static func load(_ files: [[UInt8]]) -> PolicyFiles {
    let environment = UserEnvironment.current()
    guard !files.isEmpty else {
      return PolicyFiles(
        home: environment.home,
        project: environment.projectDirectory ?? UserEnvironment.currentDirectory(), chosen: nil,
        userID: environment.userID, fileSystem: LiveFileSystem())
    }
    return PolicyFiles(reading: files, fileSystem: LiveFileSystem())
  }

  private static func compare(
    _ before: [UInt8], _ after: [UInt8], _ options: Options, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    let policies = try (document(before), document(after))
    let files = try HistoryOptions.files(options.history)
    let difference = PolicyDifference.compare(policies.0, policies.1, over: files, output)
    options.asJSON ? difference.printJSON(output) : difference.print(output)
    guard let limit = options.limit, difference.exceeds(limit) else { return .success }
    return .findings
  }

  private static func document(_ path: [UInt8]) throws(CommandError) -> PolicyFiles {
    if path == [UInt8]("builtin") { return PolicyFiles(List()) }
    return try HistoryOptions.document(path)
  }
}
