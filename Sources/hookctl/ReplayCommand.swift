// SPDX-License-Identifier: MIT
import HookCore

/// `hookctl replay`: what the guard would have made of past calls.
enum ReplayCommand {
  static let usage = Usage(
    command: "replay", summary: "Run the rules over past sessions",
    synopsis: [
      "[OPTION]... [PATH]..."
    ],
    details: """
      options:
        --policy FILE   the document to try, in the place of those that hold here
        --unattended    as where nobody can be asked: an ask is a denial
        --fail-on WHAT  exit with 1 on false-block, on miss, or where more than so many
                        percent of the calls would be stopped; can be given again
        --log           the hooks' own log, beside what PATH names
        --stage NAME, --phase NAME, --scope PATH[:PATH], --ticket ID
                        as in such a session, as on the wired command line of hook-guard
        --json          print one object

      PATH is a transcript of the client, a segment of the hooks' log, a file of events
      as hooks get them (one, or one a line), or a directory with such files below it
      (default: ~/.claude/projects). Every tool call in them is judged as hook-guard
      would judge it now, with the files as they are now; nothing is run or recorded.
      What went well then and is stopped now is a likely false block; what a person
      refused then and passes now is a likely miss. The log has neither secrets nor
      contents: what cannot be judged for that is counted. Commands are shown as they
      are: what is printed can hold what the sessions held.

      Exit status: 0 done, 1 what --fail-on names was found, 66 no history.
      """)

  private struct Options {
    var asJSON = false
    var isUnattended = false
    var session = SessionTerms()
    var policy: [UInt8]?
    var limits: [ReplayReport.Limit] = []
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
    let isUnattended = options.isUnattended
    var report = ReplayReport()
    var run = HistoryRun<ReplayReport.Judged>(output, session: options.session)
    run.run(files) { call, judge in
      let start = Timestamp.now()
      let judgement = judge.event(call).flatMap { judge.judge($0, policies) }
      return ReplayReport.Judged(
        judgement, unattended: isUnattended,
        microseconds: Int(Timestamp.now().microseconds - start.microseconds))
    } fold: { call, outcome, judged in
      report.add(call, outcome, judged)
    }
    report.summary = run.summary
    options.asJSON ? report.printJSON(output) : report.print(output)
    return options.limits.contains(where: report.exceeds) ? .findings : .success
  }

  private static func options(_ arguments: ArraySlice<[UInt8]>) throws(CommandError) -> Options {
    var reader = ArgumentReader(arguments, usage: usage)
    var options = Options()
    while let argument = try reader.next() {
      switch argument {
      case .option("--json"): options.asJSON = true
      case .option("--unattended"): options.isUnattended = true
      case .option("--policy"): options.policy = try reader.path()
      case .option("--fail-on"): options.limits.append(try limit(reader.value()))
      case .option("--log"): options.paths.append(try HistoryOptions.log())
      case .option(let option):
        guard try reader.takeSession(option, &options.session) else { throw reader.unknown(option) }
      case .operand(let operand): options.paths.append(operand)
      }
    }
    return options
  }

  private static func limit(_ text: [UInt8]) throws(CommandError) -> ReplayReport.Limit {
    switch Output.shown(text) {
    case "false-block": return .falseBlock
    case "miss": return .miss
    case let word:
      guard let number = Int(word), (0...100).contains(number) else {
        throw .usage("--fail-on needs false-block, miss, or a whole number from 0 to 100", usage)
      }
      return .stopped(percent: number)
    }
  }
}
