// SPDX-License-Identifier: MIT
import HookCore

/// `hookctl explain`: what the guard makes of a call, stage by stage; or what a rule says.
enum ExplainCommand {
  static let usage = Usage(
    command: "explain", summary: "Show how the guard judges a command, a call or a rule",
    synopsis: [
      "[OPTION ...] COMMAND", "[OPTION ...] --payload FILE", "[OPTION ...] --tool NAME --path FILE",
      "[--json] RULE-ID",
    ],
    details: """
      options:
        --command TEXT  a command, even where its text is the id of a rule
        --payload FILE  an event as the client sends it to a hook; - reads stdin
        --tool NAME     Read, Write, Edit, NotebookEdit, Grep or Glob, with --path
        --path FILE     the file or directory that the tool is called with
        --cwd DIR       the directory that the call is made in (default: here)
        --project DIR   the project (default: that of the session, or --cwd)
        --home DIR      the home directory (default: yours)
        --unattended    answer as in a session where nobody can be asked
        --stage NAME, --phase NAME, --scope PATH[:PATH], --ticket ID
                        as on the wired command line of hook-guard
        --json          print one object

      Runs what hook-guard runs, on the files as they are now, and shows each stage:
      event, syntax, commands with what their words can become, effects, flows, rules,
      verdict, and what the client is told. Nothing is run, written or recorded. A word
      with blanks has to be quoted as one: hookctl explain 'cat .env'.

      A word that is the id of a rule, as the guard's messages name it, shows that rule;
      hookctl rules lists them all.

      Exit status: 0 the call passes or the rule is shown, 1 it is asked about or denied,
      65 the payload is no event that can be judged (the guard denies it).
      """)

  static func run(
    _ arguments: ArraySlice<[UInt8]>, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    let request = try ExplainRequest(arguments)
    if case .command(let word, mayBeRule: true) = request.subject,
      let rule = CatalogedRule.named(word)
    {
      request.asJSON ? rule.printJSON(output) : rule.print(output)
      return .success
    }
    if case .command(let word, mayBeRule: true) = request.subject {
      let parts = CatalogedRule.parts(of: word)
      if !parts.isEmpty {
        request.asJSON
          ? RulesCommand.printJSON(parts, output) : RulesCommand.print(parts, output)
        return .success
      }
    }
    let context = request.context
    let payload = try request.payload()
    let start = Timestamp.now()
    let event: HookEvent
    do throws(HookEventError) {
      event = try HookEvent(decoding: payload)
    } catch {
      let words = Output.shown(error.words)
      throw .failure(.dataError, "\(words); the guard denies what it cannot judge")
    }
    let judgement = GuardHook.judgement(of: event, context)
    let microseconds = Int(Timestamp.now().microseconds - start.microseconds)
    let explanation = Explanation(
      event: event, judgement: judgement, context: context, microseconds: microseconds)
    if request.asJSON {
      explanation.printJSON(output)
    } else {
      explanation.print(output)
    }
    return explanation.verdict == .allow ? .success : .findings
  }
}
