// SPDX-License-Identifier: MIT
import HookCore

/// `hookctl audit`: where the log is, and whether it is what its writers left.
enum AuditCommand {
  static let usage = Usage(
    command: "audit", summary: "Verify the audit log, or show where it is",
    synopsis: ["verify [--state-dir DIR] [--json] [DIR]", "path [--state-dir DIR]"],
    details: """
      options:
        --state-dir DIR  the state directory of the wired hooks (default: the user's)
        --json           print one object

      verify reads every segment in DIR, a log's directory (default: the user's log),
      and names the first record that was modified, moved, repeated or taken out. It
      prints the hash of the last record: keep it elsewhere, because what was cut off
      the end cannot be seen from the log alone.

      Exit status of verify: 0 intact, 1 not; 66 no log, 74 and above unreadable.
      """)

  private struct Options {
    var asJSON = false
    var stateDirectory: [UInt8]?
    var operands: [[UInt8]] = []
  }

  static func run(
    _ arguments: ArraySlice<[UInt8]>, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    var reader = ArgumentReader(arguments, usage: usage)
    var options = Options()
    while let argument = try reader.next() {
      switch argument {
      case .option("--json"): options.asJSON = true
      case .option("--state-dir"): options.stateDirectory = try reader.path()
      case .option(let option): throw reader.unknown(option)
      case .operand(let operand): options.operands.append(operand)
      }
    }
    let operands = options.operands
    guard let action = operands.first else { throw .usage("say verify or path", usage) }
    switch Output.shown(action) {
    case "verify" where operands.count <= 2:
      let path = try operands.count == 2 ? operands[1] : logPath(options)
      return try verify(path, asJSON: options.asJSON, output)
    case "path" where operands.count == 1 && !options.asJSON:
      output.write(try logPath(options) + [0x0A])
      return .success
    case "verify", "path": throw reader.unexpected(operands.last ?? action)
    default: throw reader.unexpected(action)
    }
  }

  private static func logPath(_ options: Options) throws(CommandError) -> [UInt8] {
    do throws(SystemError) {
      let state = try StateDirectory.locate(
        .current(), chosen: options.stateDirectory, fileSystem: LiveFileSystem())
      return AuditLog.path(in: state)
    } catch {
      throw .system(error)
    }
  }

  private static func verify(
    _ path: [UInt8], asJSON: Bool, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    let verification: AuditVerification
    do throws(AuditError) {
      verification = try AuditVerifier.verify(path) { bytes in
        output.progress("verified \(bytes >> 20) MiB")
      }
    } catch {
      throw .failure(status(of: error), Output.shown(error.words))
    }
    if asJSON {
      printJSON(verification, output)
    } else {
      print(verification, path, output)
    }
    return verification.finding == nil ? .success : .findings
  }

  private static func status(of error: AuditError) -> ExitStatus {
    switch error.code {
    case .notFound: .noInput
    case .denied, .unsafeDirectory, .unsafeFile, .readOnly: .noPermission
    case .unreadableTail: .dataError
    case .locked: .unavailable
    case .noSpace, .system: .inputOutput
    }
  }

  private static func print(_ result: AuditVerification, _ path: [UInt8], _ output: Output) {
    let records = count(result.records, "record")
    guard let finding = result.finding else {
      output.line(output.styled("intact", .good) + ": \(records) in \(Output.shown(path))")
      if result.tornPlaces > 0 {
        output.line("\(count(result.tornPlaces, "write")) cut short, declared by the next record")
      }
      output.line("last record: \(Output.shown(result.head))")
      return
    }
    let file = path + [0x2F] + Segment.name(finding.segment)
    output.line(
      output.styled("not intact", .bad)
        + ": record \(finding.sequence) at byte \(finding.offset) of \(Output.shown(file))")
    output.line("\(finding.code.words); \(records) before it intact")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  private static func printJSON(_ result: AuditVerification, _ output: Output) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("bytes")
    writer.integer(result.bytes)
    if let finding = result.finding {
      writer.key("finding")
      writer.beginObject()
      writer.key("code")
      writer.string(finding.code.name)
      writer.key("offset")
      writer.integer(finding.offset)
      writer.key("segment")
      writer.string(Segment.name(finding.segment))
      writer.key("seq")
      writer.integer(finding.sequence)
      writer.endObject()
    }
    writer.key("head")
    writer.string(result.head)
    writer.key("records")
    writer.integer(result.records)
    writer.key("segments")
    writer.integer(result.segments)
    writer.key("torn")
    writer.integer(result.tornPlaces)
    writer.endObject()
    output.write(writer.bytes + [0x0A])
  }
}
