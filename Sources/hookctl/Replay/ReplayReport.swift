// SPDX-License-Identifier: MIT
import HookCore

/// What the guard would have made of past calls, summed up.
struct ReplayReport {
  /// What a thread made of one call.
  struct Judged: Sendable {
    let verdict: Verdict
    /// The rules that were met; those that did not count say why.
    let rules: [[UInt8]]
    let deciding: [UInt8]
    let risk: RiskTier
    let microseconds: Int

    init(_ judgement: GuardJudgement?, unattended: Bool, microseconds: Int) {
      verdict = judgement?.verdict(unattended: unattended) ?? .allow
      rules = judgement.map { Array($0.ruleIDs) } ?? []
      deciding = judgement?.decision.deciding?.rule.id.bytes ?? rules.first ?? []
      risk = judgement?.decision.risk.tier ?? .low
      self.microseconds = microseconds
    }
  }

  /// What makes a replay fail.
  enum Limit {
    case falseBlock
    case miss
    case stopped(percent: Int)
  }

  /// A call worth a look, with the rule that decided.
  struct Example {
    let rule: [UInt8]
    let subject: [UInt8]
  }

  /// Calls of one kind: how many, and some of them.
  struct Group {
    private static let exampleLimit = 20
    private static let subjectLimit = 200

    private(set) var count = 0
    private(set) var examples: [Example] = []

    mutating func add(_ rule: [UInt8], _ call: PastCall) {
      count += 1
      guard examples.count < Self.exampleLimit else { return }
      let subject = call.subject.isEmpty ? call.tool : call.subject
      examples.append(Example(rule: rule, subject: Array(subject.prefix(Self.subjectLimit))))
    }
  }

  private(set) var calls = 0
  private(set) var verdicts: [Verdict: Int] = [:]
  private(set) var rules: [[UInt8]: Int] = [:]
  private(set) var risks: [RiskTier: Int] = [:]
  /// Stopped now, and went well then.
  private(set) var falseBlocks = Group()
  /// Passes now, and a person said no then.
  private(set) var misses = Group()
  /// What the guard recorded then; only its log says that.
  private(set) var recordedRules: [[UInt8]: Int] = [:]
  /// Recorded then as what a rule in simulation would have stopped.
  private(set) var simulated = Group()
  private var microseconds: [Int] = []
  var summary = HistorySummary()

  mutating func add(_ call: PastCall, _ outcome: PastCall.Outcome, _ judged: Judged) {
    calls += 1
    microseconds.append(judged.microseconds)
    verdicts[judged.verdict, default: 0] += 1
    risks[judged.risk, default: 0] += 1
    for id in judged.rules { rules[id, default: 0] += 1 }
    if judged.verdict != .allow, outcome == .succeeded { falseBlocks.add(judged.deciding, call) }
    if judged.verdict == .allow, outcome == .refused { misses.add([], call) }
    for id in call.recorded?.rules ?? [] {
      recordedRules[id, default: 0] += 1
      if id.firstRange(of: " (simulated)") != nil { simulated.add(id, call) }
    }
  }

  private static let tiers: [RiskTier] = [.low, .medium, .high, .critical]

  /// The share of calls that would be asked about or denied, in hundredths of a percent.
  var stoppedShare: Int {
    calls == 0 ? 0 : (calls - verdicts[.allow, default: 0]) * 10_000 / calls
  }

  func exceeds(_ limit: Limit) -> Bool {
    switch limit {
    case .falseBlock: falseBlocks.count > 0
    case .miss: misses.count > 0
    case .stopped(let percent): stoppedShare > percent * 100
    }
  }

  /// Microseconds per decision: half of them, 99 of a hundred, and all took no longer.
  var times: (half: Int, most: Int, all: Int) {
    let sorted = microseconds.sorted()
    guard let last = sorted.last else { return (0, 0, 0) }
    return (sorted[sorted.count / 2], sorted[sorted.count * 99 / 100], last)
  }

  var callsPerSecond: Int { calls * 1_000_000 / max(1, summary.microseconds) }
}

// For people.
extension ReplayReport {
  func print(_ output: Output) {
    let stopped = "\(stoppedShare / 100).\(String(stoppedShare % 100 + 100).dropFirst())"
    output.line("\(calls) calls, \(stopped) % stopped")
    for gap in summary.gaps { output.line("  \(gap)") }
    for verdict in [Verdict.allow, .ask, .deny] {
      output.line("  \(verdict.word)  \(verdicts[verdict, default: 0])")
    }
    printRisks(output)
    print("by rule", rules, output)
    print("recorded then, by rule", recordedRules, output)
    print("recorded in simulation: would have been stopped", simulated, output)
    print("likely false blocks: stopped now, went well then", falseBlocks, output)
    print("likely misses: pass now, refused by a person then", misses, output)
    let times = times
    output.line(
      "\ntime per decision: p50 \(times.half) µs, p99 \(times.most) µs, max \(times.all) µs; "
        + "\(callsPerSecond) calls per second")
  }

  /// A bar for each tier, as long as its share.
  private func printRisks(_ output: Output) {
    output.line("\nby risk")
    let width = 40
    let longestTier = 10
    for tier in Self.tiers {
      let count = risks[tier, default: 0]
      let length = count == 0 ? 0 : max(1, count * width / max(1, calls))
      let bar = String(repeating: "#", count: length)
      let word = "\(tier.word)"
      let space = String(repeating: " ", count: max(1, longestTier - word.count))
      output.line("  \(word)\(space)\(bar)\(bar.isEmpty ? "" : " ")\(count)")
    }
  }

  /// The rules with their counts, the most frequent first.
  private func print(_ title: String, _ counts: [[UInt8]: Int], _ output: Output) {
    guard !counts.isEmpty else { return }
    output.line("\n\(title)")
    let ranked = counts.map { ($0.value, Output.shown($0.key)) }
      .sorted { ($1.0, $0.1) < ($0.0, $1.1) }
    for (count, rule) in ranked { output.line("  \(count)  \(rule)") }
  }

  private func print(_ title: String, _ group: Group, _ output: Output) {
    guard group.count > 0 else { return }
    output.line("\n\(title): \(group.count)")
    let width = 100
    for example in group.examples {
      let subject = Output.shown(Array(example.subject.prefix(width)))
      let rule = Output.shown(example.rule)
      output.line(rule.isEmpty ? "  \(subject)" : "  \(rule): \(subject)")
    }
  }
}

// For programs.
extension ReplayReport {
  func printJSON(_ output: Output) {
    let times = times
    var writer = JSONWriter()
    writer.beginObject()
    summary.write(to: &writer)
    writer.key("calls")
    writer.integer(calls)
    writer.key("calls_per_second")
    writer.integer(callsPerSecond)
    writer.key("false_blocks")
    falseBlocks.write(to: &writer)
    writer.key("max_us")
    writer.integer(times.all)
    writer.key("misses")
    misses.write(to: &writer)
    writer.key("p50_us")
    writer.integer(times.half)
    writer.key("p99_us")
    writer.integer(times.most)
    writer.key("recorded_rules")
    Self.write(recordedRules, to: &writer)
    writer.key("risks")
    writer.beginObject()
    for tier in Self.tiers.sorted(by: { "\($0.word)" < "\($1.word)" }) {
      writer.key(tier.word)
      writer.integer(risks[tier, default: 0])
    }
    writer.endObject()
    writer.key("rules")
    Self.write(rules, to: &writer)
    writer.key("simulated")
    simulated.write(to: &writer)
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

  private static func write(_ counts: [[UInt8]: Int], to writer: inout JSONWriter) {
    writer.beginObject()
    for (name, count) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      writer.key(name)
      writer.integer(count)
    }
    writer.endObject()
  }
}

extension ReplayReport.Group {
  /// The number and the examples as an object.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("count")
    writer.integer(count)
    writer.key("examples")
    writer.beginArray()
    for example in examples {
      writer.beginObject()
      writer.key("rule")
      writer.string(example.rule)
      writer.key("subject")
      writer.string(example.subject)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}
