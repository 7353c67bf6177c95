// SPDX-License-Identifier: MIT
import HookCore

/// `hookctl policy`: the policy documents of an organisation.
enum PolicyCommand {
  static let usage = Usage(
    command: "policy", summary: "Check, test, show or import policy documents",
    synopsis: [
      "check [--json] [FILE ...]", "test [--json] [FILE ...]", "show [--json]", "schema",
      "import FILE",
    ],
    details: """
      options:
        --json  print one object
        --stage NAME, --phase NAME, --scope PATH[:PATH], --ticket ID
                test in such a session, as on the wired command line of hook-guard

      Without FILE the documents that hold for the user in this directory are taken:
      managed, the user's, and the repository's.

      check reads the documents as hook-guard would, and names the first error of each
      by line and JSON pointer, and every exception that has expired.
      test runs the examples of every rule: those under trigger must meet it, those
      under pass must meet no rule at all. An example is a command, or a call such as
      Write(infra/prod/main.tf), WebFetch(https://example.com/) or mcp__db__query.
      show lists what the documents decide, the highest layer first.
      schema prints a JSON Schema for editors.
      import prints a document of the governance guide (allowed_tools, blocked_tools,
      allowed_mcp_servers, max_model, file_restrictions.blocked_paths) as a policy; what
      of it cannot be carried is named on stderr, and the exit status is 1.

      Exit status: 0 nothing to report, 1 errors or failed examples.
      """)

  static func run(
    _ arguments: ArraySlice<[UInt8]>, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    var reader = ArgumentReader(arguments, usage: usage)
    var asJSON = false
    var session = SessionTerms()
    var operands: [[UInt8]] = []
    while let argument = try reader.next() {
      switch argument {
      case .option("--json"): asJSON = true
      case .option(let option):
        guard try reader.takeSession(option, &session) else { throw reader.unknown(option) }
      case .operand(let operand): operands.append(operand)
      }
    }
    guard let action = operands.first else {
      throw .usage("say check, test, show, schema or import", usage)
    }
    let files = Array(operands.dropFirst())
    switch Output.shown(action) {
    case "check": return check(files, asJSON: asJSON, output)
    case "test": return PolicyTest.run(load(files), session, asJSON: asJSON, output)
    case "show" where files.isEmpty:
      PolicyListing(load([])).print(asJSON: asJSON, output)
      return .success
    case "schema" where files.isEmpty:
      output.write(Array(PolicySchema.text.utf8))
      return .success
    case "import" where files.count == 1: return try importGuide(files[0], output)
    default: throw reader.unexpected(files.first ?? action)
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

  private static func check(
    _ files: [[UInt8]], asJSON: Bool, _ output: Output
  ) -> ExitStatus {
    let loaded = load(files)
    var problems = loaded.failures.map { ($0.path, $0.words) }
    for policy in loaded.policies {
      for exception in policy.document.exceptions {
        guard let problem = ExceptionReport(exception, of: policy).problem else { continue }
        let words = "line \(exception.line): exception \(Output.shown(exception.id)) \(problem)"
        problems.append((policy.path, Array(words.utf8)))
      }
    }
    if asJSON {
      printJSON(loaded, problems, output)
    } else {
      for (path, words) in problems {
        output.line("\(Output.shown(path)): \(Output.shown(words))")
      }
      for policy in loaded.policies {
        let document = policy.document
        output.line(
          "\(Output.shown(policy.path)): \(policy.layer.name), \(document.rules.count) rules, "
            + "\(document.adjustments.count) adjustments, \(document.exceptions.count) exceptions")
      }
      if loaded.isEmpty { output.line("no policy document; the built-in rules hold") }
    }
    return problems.isEmpty ? .success : .findings
  }

  private static func printJSON(
    _ loaded: PolicyFiles, _ problems: [([UInt8], [UInt8])], _ output: Output
  ) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("documents")
    writer.beginArray()
    for policy in loaded.policies { PolicyListing.write(policy, to: &writer) }
    writer.endArray()
    writer.key("problems")
    writer.beginArray()
    for (path, words) in problems {
      writer.beginObject()
      writer.key("message")
      writer.string(words)
      writer.key("path")
      writer.string(path)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    output.write(writer.bytes + [0x0A])
  }
}
