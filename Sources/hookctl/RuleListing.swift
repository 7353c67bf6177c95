// SPDX-License-Identifier: MIT
import HookCore
import RuleExamples

/// A built-in rule with the family that it belongs to, as `hookctl` shows it.
struct CatalogedRule {
  let rule: Rule
  let family: RuleFamily

  /// Every built-in rule, family by family.
  static var all: [CatalogedRule] {
    RuleFamily.allCases.flatMap { family in
      family.rules.map { CatalogedRule(rule: $0, family: family) }
    }
  }

  /// The rule with this id, or nil.
  static func named(_ id: [UInt8]) -> CatalogedRule? { all.first { $0.rule.id.bytes == id } }

  /// The rules that are parts of the wider rule with this id.
  static func parts(of id: [UInt8]) -> [CatalogedRule] {
    all.filter { $0.rule.group.bytes == id && $0.rule.id.bytes != id }
  }

  /// The verdict, and where it depends on the target, the one elsewhere.
  var verdict: String {
    rule.verdict == rule.verdictElsewhere
      ? "\(rule.verdict.word)"
      : "\(rule.verdict.word), \(rule.verdictElsewhere.word) where the target is not production"
  }

  /// The title without the colon that a name would follow.
  var title: String {
    let title = rule.title.description
    return title.hasSuffix(":") ? String(title.dropLast()) : title
  }

  /// Prints the rule for people, with its examples.
  func print(_ output: Output) {
    output.line(output.styled(rule.id.description, .strong))
    output.line("  verdict  " + output.styled(verdict, rule.verdict.style))
    output.line("  family   \(family.name)")
    if rule.group != rule.id { output.line("  part of  \(rule.group)") }
    output.line("  refuses  \(title)")
    output.line("  instead  \(rule.advice)")
    if rule.verdict == .ask {
      output.line("  note     where nobody can be asked, it is denied")
    }
    guard let notes = RuleNotes.notes(on: rule) else { return }
    output.line("  why      \(Output.shown(notes.rationale))")
    print("meets", notes, output) { $0 == .meets }
    print("does not meet", notes, output) { $0 != .meets }
  }

  private func print(
    _ heading: String, _ notes: RuleNotes, _ output: Output,
    where isWanted: (RuleNotes.Example.Expectation) -> Bool
  ) {
    output.line()
    output.line("  \(heading)")
    for example in notes.examples where isWanted(example.expectation) {
      for line in example.command.split(separator: 0x0A, omittingEmptySubsequences: false) {
        output.line("    \(Output.shown(Array(line)))")
      }
    }
  }

  /// Prints the rule as one object.
  func printJSON(_ output: Output) {
    var writer = JSONWriter()
    write(to: &writer, withNotes: true)
    output.write(writer.bytes + [0x0A])
  }

  /// Writes the rule as an object; keys in canonical order.
  func write(to writer: inout JSONWriter, withNotes: Bool) {
    let notes = withNotes ? RuleNotes.notes(on: rule) : nil
    writer.beginObject()
    writer.key("advice")
    writer.string(rule.advice.bytes)
    if let notes {
      write("allows", notes, to: &writer) { $0 != .meets }
    }
    writer.key("family")
    writer.string(family.name)
    writer.key("group")
    writer.string(rule.group.bytes)
    writer.key("id")
    writer.string(rule.id.bytes)
    if let notes {
      write("meets", notes, to: &writer) { $0 == .meets }
      writer.key("rationale")
      writer.string(notes.rationale)
    }
    writer.key("title")
    writer.string(Array(title.utf8))
    writer.key("verdict")
    writer.string(rule.verdict.word)
    writer.key("verdict_elsewhere")
    writer.string(rule.verdictElsewhere.word)
    writer.endObject()
  }

  private func write(
    _ key: StaticString, _ notes: RuleNotes, to writer: inout JSONWriter,
    where isWanted: (RuleNotes.Example.Expectation) -> Bool
  ) {
    writer.key(key)
    writer.beginArray()
    for example in notes.examples where isWanted(example.expectation) {
      writer.string(example.command)
    }
    writer.endArray()
  }
}

extension Verdict {
  /// The colour that the verdict is shown in.
  var style: Output.Style {
    switch self {
    case .allow: .good
    case .ask: .doubtful
    case .deny: .bad
    }
  }
}
