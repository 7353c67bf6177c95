// SPDX-License-Identifier: MIT
import HookCore

/// The stages for people, in the order that the guard goes through them.
extension Explanation {
  /// Columns of a wrapped line.
  private static let width = 96

  func print(_ output: Output) {
    printEvent(output)
    if let judgement {
      if let rejection = judgement.rejection {
        heading("settings and policy", output)
        output.line("  nothing but reads may run")
        output.line("  \(shown(rejection))")
      } else {
        if let command { printCommand(command, output) }
        printEffects(output)
        if let command { printFlows(in: command, output) }
        if let evidence { printEvidence(evidence, output) }
        printRules(judgement, output)
        printRisk(judgement.decision.risk, output)
      }
    } else {
      heading("effects", output)
      output.line("  nothing is about to happen: the guard judges no such event")
    }
    printVerdict(output)
    output.line()
    output.line("took \(microseconds) µs from payload to judgement, in this process")
  }

  private func heading(_ text: String, _ output: Output) {
    output.line()
    output.line(output.styled(text, .strong))
  }

  private func printEvent(_ output: Output) {
    output.line(output.styled("event", .strong))
    output.line("  event      \(event.name.text)")
    if let call { output.line("  tool       \(shown(call.name))") }
    output.line("  directory  \(shown(event.workingDirectory))")
    let project = context.environment.projectDirectory ?? event.workingDirectory
    output.line("  project    \(shown(project))")
    output.line("  home       \(shown(context.environment.home))")
    let unattended = context.environment.unattended
    output.line("  session    \(unattended ? "nobody can be asked" : "attended")")
    printSession(output)
  }

  private func printCommand(_ command: [UInt8], _ output: Output) {
    heading("command", output)
    for line in command.split(separator: 0x0A, omittingEmptySubsequences: false) {
      output.line("  \(shown(Array(line)))")
    }
    heading("syntax", output)
    do throws(ShellSyntaxError) {
      let tree = SyntaxDescription.describe(try ShellParser.parse(command))
      for line in Self.wrapped(shown(tree)) { output.line("  \(line)") }
    } catch {
      output.line("  cannot be parsed: \(error.code) at byte \(error.range.start)")
      underline(error.range, in: command, output)
    }
    heading("commands after expansion", output)
    let commands = expandedCommands(command)
    if commands.isEmpty { output.line("  none") }
    for command in commands { printExpanded(command, output) }
  }

  private func printExpanded(_ command: ExpandedCommand, _ output: Output) {
    let depth = String(repeating: "  ", count: max(0, command.depth - 1))
    let words = command.words.map { word in
      FieldDescription(word).values.map { "\"\(shown($0))\"" }.joined(separator: " or ")
    }
    let inside = command.directory.exact == event.workingDirectory ? "" : directory(command)
    output.line("  \(depth)\(words.joined(separator: " "))\(inside)")
    for word in command.words {
      let description = FieldDescription(word)
      guard word.exact == nil else { continue }
      let values = description.values.map { shown($0) }.joined(separator: ", ")
      output.line("  \(depth)    \(description.kind): \(values)")
    }
  }

  private func directory(_ command: ExpandedCommand) -> String {
    let values = FieldDescription(command.directory).values.map { shown($0) }
    return "  (in \(values.joined(separator: " or ")))"
  }

  private func printEffects(_ output: Output) {
    heading("effects", output)
    let effects = effects
    if effects.isEmpty { output.line("  none that a rule could meet") }
    for effect in effects {
      let names = effect.file.map { FieldDescription($0.name).values } ?? [effect.subject]
      let text = names.filter { !$0.isEmpty }.map { shown($0) }.joined(separator: " or ")
      let doubt = effect.isCertain ? "" : "  (possibly)"
      output.line("  " + Self.joined(effect.kind.words, text) + doubt)
      for path in resolved(effect) where !names.contains(path) {
        output.line("    which is \(shown(path))")
      }
      if let command { underline(effect.range, in: command, output) }
    }
  }

  private func printFlows(in command: [UInt8], _ output: Output) {
    heading("flows", output)
    let flows = analysis(of: command).flows
    if flows.isEmpty { output.line("  nothing that is read goes to a host, a program or a file") }
    for flow in flows {
      let from = Self.joined(flow.source.words, shown(flow.source.name))
      let to = Self.joined(flow.target.words, shown(flow.target.name))
      output.line("  from \(from)\(flow.source.isPicked ? "  (in part)" : "")")
      underline(flow.source.range, in: command, output)
      output.line("    to \(to)")
      underline(flow.target.range, in: command, output)
    }
  }

  private static func joined(_ words: String, _ name: String) -> String {
    name.isEmpty ? words : "\(words) \(name)"
  }

  /// Shows the line of `text` that holds the start of `range`, with carets below the range.
  private func underline(_ range: SourceRange, in text: [UInt8], _ output: Output) {
    guard range.start >= 0, range.start <= range.end, range.end <= text.count else { return }
    var start = range.start
    while start > 0, text[start - 1] != 0x0A { start -= 1 }
    let end = text[range.start...].firstIndex(of: 0x0A) ?? text.count
    let line = Array(text[start..<end])
    let whole = shown(line)
    // Where something had to be hidden the columns no longer agree.
    guard whole == Output.shown(line) else { return output.line("    | \(whole)") }
    let before = Output.shown(Array(text[start..<range.start])).count
    let marked = Output.shown(Array(text[range.start..<min(range.end, end)])).count
    let first = max(0, before - Self.width / 2)
    output.line("    | \(String(whole.dropFirst(first).prefix(Self.width)))")
    let carets = min(max(1, marked), Self.width - (before - first))
    output.line(
      "    | " + String(repeating: " ", count: before - first)
        + output.styled(String(repeating: "^", count: carets), .doubtful))
  }

  private func printRules(_ judgement: GuardJudgement, _ output: Output) {
    heading("rules", output)
    if judgement.decision.findings.isEmpty { output.line("  none was met") }
    for finding in judgement.decision.findings {
      let verdict = output.styled("\(finding.rule.verdict.word)", finding.rule.verdict.style)
      let gap = finding.rule.verdict == .ask ? "   " : "  "
      let title = Self.joined("\(finding.rule.title)", shown(finding.subject))
      output.line("  \(verdict)\(gap)\(finding.rule.id): \(title)")
      output.line("        instead: \(finding.rule.advice)")
      if let exception = finding.exception {
        output.line("        covered by the exception \(shown(exception))")
      } else if finding.mode != .enforce {
        output.line("        not enforced: \(finding.mode.word)")
      }
    }
  }

  private func printVerdict(_ output: Output) {
    heading("verdict", output)
    let words = judgement?.narrowedInput == nil ? "\(verdict.word)" : "allow, narrowed"
    output.line("  \(output.styled(words, verdict.style))")
    let isUnattended = context.environment.unattended
    let asked = judgement?.decision.verdict == .ask && judgement?.rejection == nil
    if asked, !isUnattended { printAnswer("the client is told, when attended", false, output) }
    printAnswer(
      asked ? "the client is told, when unattended" : "the client is told", true, output)
  }

  private func printAnswer(_ title: String, _ unattended: Bool, _ output: Output) {
    let answer = answer(unattended: unattended)
    heading(title, output)
    output.line("  exit    \(answer.status)\(answer.status == 2 ? ", which blocks" : "")")
    output.line("  stdout  \(stream(answer.standardOutput))")
    output.line("  stderr  \(stream(answer.standardError))")
  }

  private func stream(_ bytes: [UInt8]) -> String {
    let text = bytes.last == 0x0A ? Array(bytes.dropLast()) : bytes
    return text.isEmpty ? "nothing" : shown(text)
  }

  /// Text from outside: without secrets, and safe on a terminal.
  func shown(_ bytes: [UInt8]) -> String {
    Output.shown(RedactedText(bytes, by: Redactor(tagKey: nil)).bytes)
  }

  /// Lines of at most `width` characters, broken at blanks that are not in quotation marks.
  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    var word = ""
    var isQuoted = false
    var isEscaped = false
    func take() {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = "  " + word
      } else {
        line += line.isEmpty ? word : " " + word
      }
      word = ""
    }
    for character in text {
      if character == " ", !isQuoted {
        take()
        continue
      }
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = character == "\\" && !isEscaped
      word.append(character)
    }
    take()
    lines.append(line)
    return lines
  }
}
