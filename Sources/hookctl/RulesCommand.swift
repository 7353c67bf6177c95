// SPDX-License-Identifier: MIT
import HookCore

/// `hookctl rules`: the built-in rules, or one with its reasons and examples.
enum RulesCommand {
  static let usage = Usage(
    command: "rules", summary: "List the built-in rules, or show one with its examples",
    synopsis: ["[--json]", "[--json] RULE-ID"],
    details: """
      options:
        --json  print one object

      The rules stand by family, each with what it does: deny, or ask, which is a denial
      where nobody can be asked. With the id of a rule: what it refuses and why, what to
      do instead, commands that it meets, and commands like them that it does not. The id
      of a wider rule, such as discard-changes, lists its parts.

      Exit status: 0 the rules are shown.
      """)

  static func run(
    _ arguments: ArraySlice<[UInt8]>, _ output: Output
  ) throws(CommandError) -> ExitStatus {
    var reader = ArgumentReader(arguments, usage: usage)
    var asJSON = false
    var id: [UInt8]?
    while let argument = try reader.next() {
      switch argument {
      case .option("--json"): asJSON = true
      case .option(let option): throw reader.unknown(option)
      case .operand(let word):
        guard id == nil else { throw reader.unexpected(word) }
        id = word
      }
    }
    guard let id else {
      asJSON ? printJSON(CatalogedRule.all, output) : print(CatalogedRule.all, output)
      return .success
    }
    let parts = CatalogedRule.parts(of: id)
    if let rule = CatalogedRule.named(id) {
      asJSON ? rule.printJSON(output) : rule.print(output)
    } else if !parts.isEmpty {
      asJSON ? printJSON(parts, output) : print(parts, output)
    } else {
      throw unknown(id)
    }
    return .success
  }

  private static func unknown(_ id: [UInt8]) -> CommandError {
    let name = Output.shown(id)
    let ids = CatalogedRule.all.map { $0.rule.id.description }
    let hint = Usage.nearest(to: name, among: ids).map { ", the nearest is \($0)" } ?? ""
    return .usage("no rule is called \(name)\(hint)", usage)
  }

  /// One line a rule, by family.
  static func print(_ rules: [CatalogedRule], _ output: Output) {
    let width = rules.map { $0.rule.id.count }.max() ?? 0
    var family: RuleFamily?
    for rule in rules {
      if rule.family != family {
        if family != nil { output.line() }
        output.line(output.styled("\(rule.family.name)", .strong))
        family = rule.family
      }
      let id = rule.rule.id.description
      let gap = String(repeating: " ", count: width - id.count + 2)
      let depends = rule.rule.verdict == rule.rule.verdictElsewhere ? "" : " (production)"
      let verdict = "\(rule.rule.verdict.word)"
      let space = verdict == "ask" ? "   " : "  "
      output.line(
        "  \(id)\(gap)" + output.styled(verdict, rule.rule.verdict.style)
          + "\(space)\(rule.title)\(depends)")
    }
  }

  static func printJSON(_ rules: [CatalogedRule], _ output: Output) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("rules")
    writer.beginArray()
    for rule in rules { rule.write(to: &writer, withNotes: false) }
    writer.endArray()
    writer.endObject()
    output.write(writer.bytes + [0x0A])
  }
}
