// SPDX-License-Identifier: MIT
import HookCore

/// What the guard would have made of past calls, summed up.
struct ReplayReport {
  /// A call worth a look, with the rule that decided.
  struct Example {
    let rule: String
    let subject: [UInt8]
  }

  /// Examples that are listed of each kind.
  private static let exampleLimit = 20

  private(set) var calls = 0
  private(set) var verdicts: [Verdict: Int] = [:]
  private(set) var rules: [String: Int] = [:]
  /// Blocked now, and went well then.
  private(set) var falseBlocks = 0
  private(set) var falseBlockExamples: [Example] = []
  /// Passes now, and a person said no then.
  private(set) var misses = 0
  private(set) var missExamples: [Example] = []
  private var microseconds: [Int64] = []
  var unreadable = 0

  mutating func add(_ call: PastCall, _ judgement: GuardJudgement?, microseconds: Int64) {
    calls += 1
    self.microseconds.append(microseconds)
    let verdict = judgement?.verdict(unattended: false) ?? .allow
    verdicts[verdict, default: 0] += 1
    for id in judgement?.ruleIDs ?? List() { rules[Output.shown(id), default: 0] += 1 }
    let rule = judgement?.decision.deciding?.rule.id.description ?? ""
    let example = Example(rule: rule, subject: call.subject.isEmpty ? call.tool : call.subject)
    if verdict != .allow, call.outcome == .succeeded {
      falseBlocks += 1
      if falseBlockExamples.count < Self.exampleLimit { falseBlockExamples.append(example) }
    }
    if verdict == .allow, call.outcome == .refused {
      misses += 1
      if missExamples.count < Self.exampleLimit { missExamples.append(example) }
    }
  }

  /// The share of calls that would be asked about or denied, in hundredths of a percent.
  var stoppedShare: Int {
    calls == 0 ? 0 : (calls - verdicts[.allow, default: 0]) * 10_000 / calls
  }

  private func percentile(_ part: Int) -> Int64 {
    let sorted = microseconds.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * part / 100)]
  }

  private var ranked: [(String, Int)] {
    rules.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  func print(_ output: Output) {
    let stopped = "\(stoppedShare / 100).\(String(stoppedShare % 100 + 100).dropFirst())"
    output.line("\(calls) calls, \(stopped) % stopped, \(unreadable) lines not understood")
    for verdict in [Verdict.allow, .ask, .deny] {
      output.line("  \(verdict.word)  \(verdicts[verdict, default: 0])")
    }
    if !rules.isEmpty { output.line("\nby rule") }
    for (rule, count) in ranked { output.line("  \(count)  \(rule)") }
    print(
      "likely false blocks: stopped now, went well then", falseBlocks, falseBlockExamples, output)
    print("likely misses: pass now, refused by a person then", misses, missExamples, output)
    output.line("\ntime per decision: p50 \(percentile(50)) µs, p99 \(percentile(99)) µs")
  }

  private func print(
    _ title: String, _ count: Int, _ examples: [Example], _ output: Output
  ) {
    guard count > 0 else { return }
    output.line("\n\(title): \(count)")
    let width = 100
    for example in examples {
      let subject = Output.shown(Array(example.subject.prefix(width)))
      output.line(example.rule.isEmpty ? "  \(subject)" : "  \(example.rule): \(subject)")
    }
  }

  func printJSON(_ output: Output) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("calls")
    writer.integer(calls)
    writer.key("false_blocks")
    write(falseBlocks, falseBlockExamples, to: &writer)
    writer.key("misses")
    write(misses, missExamples, to: &writer)
    writer.key("p50_us")
    writer.integer(Int(percentile(50)))
    writer.key("p99_us")
    writer.integer(Int(percentile(99)))
    writer.key("rules")
    writer.beginObject()
    for (rule, count) in rules.sorted(by: { $0.key < $1.key }) {
      writer.key(Array(rule.utf8))
      writer.integer(count)
    }
    writer.endObject()
    writer.key("unreadable")
    writer.integer(unreadable)
    writer.key("verdicts")
    writer.beginObject()
    for verdict in [Verdict.allow, .ask, .deny] {
      writer.key(verdict.word)
      writer.integer(verdicts[verdict, default: 0])
    }
    writer.endObject()
    writer.endObject()
    output.write(writer.bytes + [0x0A])
  }

  private func write(_ count: Int, _ examples: [Example], to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("count")
    writer.integer(count)
    writer.key("examples")
    writer.beginArray()
    for example in examples {
      writer.beginObject()
      writer.key("rule")
      writer.string(Array(example.rule.utf8))
      writer.key("subject")
      writer.string(example.subject)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}
