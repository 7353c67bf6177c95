// SPDX-License-Identifier: MIT
import HookCore

/// Picks the subcommand and runs it.
private func run(
  _ arguments: ArraySlice<[UInt8]>, _ output: Output
) throws(CommandError) -> ExitStatus {
  guard let first = arguments.first else { throw .usage("no subcommand given", .top) }
  guard first.first == 0x2D else {
    return try Subcommand.named(first).run(arguments.dropFirst(), output)
  }
  var reader = ArgumentReader(arguments, usage: .top)
  guard case .option(let option) = try reader.next() else {
    throw .usage("no subcommand given", .top)
  }
  guard option == "--version" else { throw reader.unknown(option) }
  try reader.end()
  output.line("hookctl \(SecurityHooks.version)")
  return .success
}

/// Turns what ended the command into text and a status.
private func conclude(_ error: CommandError, _ output: Output) -> ExitStatus {
  switch error {
  case .help(let usage):
    output.write(Array(usage.text.utf8))
    return .success
  case .usage(let message, let usage):
    let command = usage.command.isEmpty ? "" : " \(usage.command)"
    output.error("\(message); see hookctl\(command) --help")
    return .usage
  case .failure(let status, let message):
    output.error(message)
    return status
  }
}

/// The command line after the name of the program, as bytes: a path need not be UTF-8.
private func words() -> [[UInt8]] {
  let arguments = CommandArguments.all()
  return (0..<arguments.count).map { arguments[$0] }
}

let output = Output()
var status: ExitStatus
do throws(CommandError) {
  status = try run(words()[...], output)
} catch {
  status = conclude(error, output)
}
if !output.flush() {
  output.error("cannot write to standard output")
  status = .inputOutput
}
StandardStream.exit(status.rawValue)
