// SPDX-License-Identifier: MIT

/// `hookctl help`: the same texts as `--help`.
enum HelpCommand {
  static let usage = Usage(
    command: "help", summary: "Show how hookctl or one of its subcommands is used",
    synopsis: ["[SUBCOMMAND]"], details: "")

  static func run(
    _ arguments: ArraySlice<[UInt8]>, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    var reader = ArgumentReader(arguments, usage: usage)
    var subject = Usage.top
    while let argument = try reader.next() {
      switch argument {
      case .option(let option): throw reader.unknown(option)
      case .operand(let name): subject = try Subcommand.named(name).usage
      }
    }
    throw .help(subject)
  }
}
