// SPDX-License-Identifier: MIT
import HookCore

/// Which decisions on past calls change from one policy to another, weaker and stricter apart.
struct PolicyDifference {
  /// What both policies make of a call.
  struct Judged: Sendable {
    let before: Verdict
    let after: Verdict
    /// The rule that decided the stricter of both.
    let rule: [UInt8]
  }

  /// What makes a comparison fail.
  enum Limit {
    case weaker
    case any
  }

  /// A kind of change: from what to what, and by which rule.
  private struct Change: Hashable {
    let before: Verdict
    let after: Verdict
    let rule: [UInt8]
  }

  private var calls = 0
  private var weaker: [Change: ReplayReport.Group] = [:]
  private var stricter: [Change: ReplayReport.Group] = [:]
  private var summary = HistorySummary()

  /// Compares two policies, nil for the built-in rules alone, over a history.
  static func compare(
    _ before: PolicyFiles, _ after: PolicyFiles, over files: HistoryFiles, _ output: Output
  ) -> PolicyDifference {
    var difference = PolicyDifference()
    var run = HistoryRun<Judged?>(output)
    run.run(files) { call, judge in
      guard let event = judge.event(call), let first = judge.judge(event, before),
        let second = judge.judge(event, after)
      else { return nil }
      let verdicts = (first.verdict(unattended: false), second.verdict(unattended: false))
      guard verdicts.0 != verdicts.1 else { return nil }
      let decided = verdicts.0 > verdicts.1 ? first : second
      return Judged(
        before: verdicts.0, after: verdicts.1, rule: decided.decision.deciding?.rule.id.bytes ?? [])
    } fold: { call, _, judged in
      difference.add(call, judged)
    }
    difference.summary = run.summary
    return difference
  }

  private mutating func add(_ call: PastCall, _ judged: Judged?) {
    calls += 1
    guard let judged else { return }
    let change = Change(before: judged.before, after: judged.after, rule: judged.rule)
    if judged.after < judged.before {
      weaker[change, default: .init()].add(judged.rule, call)
    } else {
      stricter[change, default: .init()].add(judged.rule, call)
    }
  }

  func exceeds(_ limit: Limit) -> Bool {
    switch limit {
    case .weaker: !weaker.isEmpty
    case .any: !weaker.isEmpty || !stricter.isEmpty
    }
  }

  /// The changes with the most frequent first.
  private static func ranked(
    _ changes: [Change: ReplayReport.Group]
  ) -> [(change: Change, group: ReplayReport.Group)] {
    changes.map { ($0.key, $0.value) }.sorted { left, right in
      guard left.group.count == right.group.count else {
        return left.group.count > right.group.count
      }
      guard left.change.rule == right.change.rule else {
        return left.change.rule.lexicographicallyPrecedes(right.change.rule)
      }
      return (left.change.before, left.change.after) < (right.change.before, right.change.after)
    }
  }

  private static func total(_ changes: [Change: ReplayReport.Group]) -> Int {
    changes.values.reduce(0) { $0 + $1.count }
  }

  func print(_ output: Output) {
    output.line(
      "\(calls) calls, \(Self.total(weaker)) decided weaker, \(Self.total(stricter)) stricter")
    for gap in summary.gaps { output.line("  \(gap)") }
    print("weaker", weaker, output)
    print("stricter", stricter, output)
  }

  private func print(
    _ title: String, _ changes: [Change: ReplayReport.Group], _ output: Output
  ) {
    guard !changes.isEmpty else { return }
    output.line("\n\(title)")
    let shown = 5
    let width = 100
    for (change, group) in Self.ranked(changes) {
      output.line(
        "  \(group.count)  \(change.before.word) to \(change.after.word), "
          + Output.shown(change.rule))
      for example in group.examples.prefix(shown) {
        output.line("       \(Output.shown(Array(example.subject.prefix(width))))")
      }
    }
  }

  func printJSON(_ output: Output) {
    var writer = JSONWriter()
    writer.beginObject()
    summary.write(to: &writer)
    writer.key("calls")
    writer.integer(calls)
    writer.key("stricter")
    Self.write(stricter, to: &writer)
    writer.key("weaker")
    Self.write(weaker, to: &writer)
    writer.endObject()
    output.write(writer.bytes + [0x0A])
  }

  private static func write(
    _ changes: [Change: ReplayReport.Group], to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("changes")
    writer.beginArray()
    for (change, group) in ranked(changes) {
      writer.beginObject()
      writer.key("after")
      writer.string(change.after.word)
      writer.key("before")
      writer.string(change.before.word)
      writer.key("calls")
      group.write(to: &writer)
      writer.key("rule")
      writer.string(change.rule)
      writer.endObject()
    }
    writer.endArray()
    writer.key("count")
    writer.integer(total(changes))
    writer.endObject()
  }
}
