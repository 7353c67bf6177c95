// SPDX-License-Identifier: MIT
import HookCore

/// `hookctl replay`: what the guard would have made of past sessions.
enum ReplayCommand {
  static let usage = Usage(
    command: "replay", summary: "Run the rules over past sessions",
    synopsis: ["[--policy FILE] [--fail-on PERCENT] [--json] [PATH ...]"],
    details: """
      options:
        --policy FILE      the document to try, in the place of those that hold here
        --fail-on PERCENT  exit with 1 where more of the calls would be stopped
        --json             print one object

      PATH is a transcript of the client, or a directory with such files below it
      (default: ~/.claude/projects). Every tool call in them is judged as hook-guard
      would judge it now, with the files as they are now; nothing is run or recorded.
      What went well then and is stopped now is a likely false block; what a person
      refused then and passes now is a likely miss. Commands are shown as they are: what
      is printed can hold what the sessions held.

      Exit status: 0 done, 1 more was stopped than --fail-on allows, 66 no transcript.
      """)

  /// Directories inside each other.
  private static let depthLimit = 8
  private static let fileLimit = 100_000

  static func run(
    _ arguments: ArraySlice<[UInt8]>, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    var reader = ArgumentReader(arguments, usage: usage)
    var asJSON = false
    var policy: [UInt8]?
    var limit: Int?
    var paths: [[UInt8]] = []
    while let argument = try reader.next() {
      switch argument {
      case .option("--json"): asJSON = true
      case .option("--policy"): policy = try reader.path()
      case .option("--fail-on"): limit = try percent(reader.value())
      case .option(let option): throw reader.unknown(option)
      case .operand(let operand): paths.append(operand)
      }
    }
    let environment = UserEnvironment.current()
    if paths.isEmpty { paths = [environment.home + [UInt8]("/.claude/projects")] }
    let files = paths.flatMap { transcripts(at: $0, depth: 0) }
    guard !files.isEmpty else { throw .failure(.noInput, "no transcript found") }
    let report = replay(files, try documents(policy, environment), output)
    asJSON ? report.printJSON(output) : report.print(output)
    guard let limit, report.stoppedShare > limit * 100 else { return .success }
    return .findings
  }

  private static func percent(_ text: [UInt8]) throws(CommandError) -> Int {
    guard let number = Int(Output.shown(text)), (0...100).contains(number) else {
      throw .usage("--fail-on needs a whole number from 0 to 100", usage)
    }
    return number
  }

  /// The document to try; one that cannot be used is an error and not a denial of every call.
  private static func documents(
    _ policy: [UInt8]?, _ environment: UserEnvironment
  ) throws(CommandError) -> PolicyFiles? {
    guard let policy else { return nil }
    let files = PolicyFiles(reading: [policy], fileSystem: LiveFileSystem())
    if let failure = files.failures.first {
      throw .failure(.dataError, "\(Output.shown(failure.path)): \(Output.shown(failure.words))")
    }
    return files
  }

  /// The files at `path`, or below it.
  private static func transcripts(at path: [UInt8], depth: Int) -> [[UInt8]] {
    guard let entries = try? LiveFileSystem().entries(path, limit: fileLimit) else {
      return (try? LiveFileSystem().status(path))?.kind == .regular ? [path] : []
    }
    var found: [[UInt8]] = []
    let names = entries.map(\.name).sorted { $0.lexicographicallyPrecedes($1) }
    for name in names {
      let inner = path + [0x2F] + name
      if name.suffix(6).elementsEqual([UInt8](".jsonl")) {
        found.append(inner)
      } else if depth < depthLimit, (try? LiveFileSystem().status(inner))?.kind == .directory {
        found += transcripts(at: inner, depth: depth + 1)
      }
    }
    return found
  }

  private static func replay(
    _ files: [[UInt8]], _ policies: PolicyFiles?, _ output: Output
  ) -> ReplayReport {
    let current = UserEnvironment.current()
    var context = HookContext(
      environment: UserEnvironment(
        home: current.home, userID: current.userID, unattended: false, projectDirectory: nil),
      fileSystem: LiveFileSystem(), now: .now(), options: HookOptions())
    context.policies = policies
    var report = ReplayReport()
    for (number, file) in files.enumerated() {
      output.progress("replayed \(number) of \(files.count) transcripts, \(report.calls) calls")
      guard let transcript = try? Transcript(path: file) else {
        report.unreadable += 1
        continue
      }
      report.unreadable += transcript.brokenLines
      for call in transcript.calls {
        let start = Timestamp.now()
        let judgement = judge(call, context)
        report.add(
          call, judgement, microseconds: Timestamp.now().microseconds - start.microseconds)
      }
    }
    output.progress("")
    return report
  }

  /// Settings rejected today say nothing of a call then: no state directory is looked at.
  private static func judge(_ call: PastCall, _ context: HookContext) -> GuardJudgement? {
    guard let event = try? HookEvent(decoding: call.payload),
      case .preToolUse(let toolCall) = event.body
    else { return nil }
    return GuardJudgement(
      toolCall, event, stateDirectory: [UInt8]("/nonexistent"), context)
  }
}
