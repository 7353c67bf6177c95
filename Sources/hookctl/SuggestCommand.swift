// SPDX-License-Identifier: MIT
import HookCore

/// `hookctl suggest`: exceptions that past work would have needed.
enum SuggestCommand {
  static let usage = Usage(
    command: "suggest", summary: "Propose exceptions from past sessions, for a person to accept",
    synopsis: ["[OPTION]... [PATH]..."],
    details: """
      options:
        --policy FILE  the document to try, in the place of those that hold here
        --marked FILE  calls that a person found wrongly stopped, a command or the
                       client's id of the call a line, beside those that went well then
        --min COUNT    propose nothing for what happened less often (default: 1)
        --log          the hooks' own log, beside what PATH names

      PATH is a history as hookctl replay takes it (default: ~/.claude/projects). For
      calls that would be stopped now and went well then a policy document is printed
      with the narrowest exceptions that let exactly them through: this rule, for this
      command, file or host. Nothing is installed. A person decides on each, gives it a
      reason and an owner, and puts it into the document of the highest layer; every one
      ends after 30 days unless that is changed. What no exception can cover, and what
      holds a secret, is counted on stderr and not proposed.

      Exit status: 0 done, 66 no history.
      """)

  private struct Options {
    var policy: [UInt8]?
    var marked: [UInt8]?
    var least = 1
    var paths: [[UInt8]] = []
  }

  static func run(
    _ arguments: ArraySlice<[UInt8]>, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    let options = try options(arguments)
    let files = try HistoryOptions.files(options.paths)
    let policies = try options.policy.map { path throws(CommandError) in
      try HistoryOptions.document(path)
    }
    var marks: Set<[UInt8]> = []
    if let marked = options.marked { marks = try lines(of: marked) }
    var suggestions = Suggestions()
    var run = HistoryRun<StoppedCall?>(output)
    run.run(files) { call, judge in
      StoppedCall(call, judge, policies)
    } fold: { call, outcome, stopped in
      guard let stopped,
        outcome == .succeeded || marks.contains(call.subject) || marks.contains(call.id)
      else { return }
      suggestions.add(stopped)
    }
    for gap in run.summary.gaps { output.say("hookctl: \(gap)") }
    suggestions.print(least: options.least, output)
    return .success
  }

  private static func options(_ arguments: ArraySlice<[UInt8]>) throws(CommandError) -> Options {
    var reader = ArgumentReader(arguments, usage: usage)
    var options = Options()
    while let argument = try reader.next() {
      switch argument {
      case .option("--policy"): options.policy = try reader.path()
      case .option("--marked"): options.marked = try reader.path()
      case .option("--log"): options.paths.append(try HistoryOptions.log())
      case .option("--min"):
        guard let count = Int(Output.shown(try reader.value())), count > 0 else {
          throw .usage("--min needs a whole number above 0", usage)
        }
        options.least = count
      case .option(let option): throw reader.unknown(option)
      case .operand(let operand): options.paths.append(operand)
      }
    }
    return options
  }

  /// Bytes of a list of marked calls.
  private static let markLimit = 16 << 20

  private static func lines(of path: [UInt8]) throws(CommandError) -> Set<[UInt8]> {
    do throws(SystemError) {
      let bytes = try LiveFileSystem().contents(path, limit: markLimit)
      return Set(bytes.split(separator: 0x0A).map(Array.init))
    } catch {
      throw .system(error)
    }
  }
}
