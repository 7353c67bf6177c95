// SPDX-License-Identifier: MIT

/// The built-in rules as data: one line a rule, sorted by id, one table a family.
///
/// ```
/// hard-reset ask discard-changes discarding uncommitted changes: | commit or stash them first
/// ```
///
/// The columns are the id, the verdict, the wider rule that this is part of (`-` for none), what was
/// refused, and after a bar what to do instead. The verdict `deny/ask` denies where the target is
/// production or cannot be told, and asks elsewhere. A rule is read when it is met, never before.
enum RuleTable {}

/// One built-in rule: what it is called, what it decides, and what it tells people.
package struct Rule: Sendable {
  /// Kebab-case, stable: policies, records and reports name it.
  package let id: CatalogText
  /// The id that this rule and its like share; its own where there are none.
  package let group: CatalogText
  package let verdict: Verdict
  /// The verdict where the target is clearly not production; elsewhere `verdict` holds.
  package let verdictElsewhere: Verdict
  /// What was refused, to be followed by the file or name that it concerns.
  package let title: CatalogText
  /// What to do instead.
  package let advice: CatalogText

  /// The rule with this id; a rule that no table knows denies.
  package init(named id: CatalogText) {
    let name = id.bytes
    var number: UInt8 = 0
    while let family = RuleFamily(rawValue: number) {
      number += 1
      if let line = CatalogText(family.table).line(named: name) {
        self.init(line: line)
        return
      }
    }
    self.init(line: id)
  }

  /// Reads a line of the table.
  init(line: CatalogText) {
    let bar = line.offset(of: 0x7C)
    var words = line.slice(0, bar).split(0x20)
    let id = words.next() ?? line
    let verdict = words.next() ?? "deny"
    let group = words.next() ?? "-"
    self.id = id
    self.group = group == "-" ? id : group
    self.verdict = verdict == "ask" ? .ask : .deny
    verdictElsewhere = verdict == "deny" ? .deny : .ask
    let start = min(bar, id.count + verdict.count + group.count + 3)
    title = line.slice(start, max(start, bar - 1))
    advice = line.slice(min(line.count, bar + 2), line.count)
  }

  /// A rule of a policy document.
  init(id: CatalogText, verdict: Verdict, title: CatalogText, advice: CatalogText) {
    self.id = id
    group = id
    self.verdict = verdict
    verdictElsewhere = verdict
    self.title = title
    self.advice = advice
  }

  private init(_ rule: Rule, verdict: Verdict, title: CatalogText? = nil) {
    id = rule.id
    group = rule.group
    self.verdict = verdict
    verdictElsewhere = rule.verdictElsewhere
    self.title = title ?? rule.title
    advice = rule.advice
  }

  /// The rule with words before its title: what it was refused for.
  func titled(after words: [UInt8]) -> Rule {
    Rule(self, verdict: verdict, title: CatalogText(lasting: words + title.bytes))
  }

  /// The rule with another verdict.
  func with(_ verdict: Verdict) -> Rule { Rule(self, verdict: verdict) }

  /// The rule with the verdict that holds for a target in `environment`.
  func applied(to environment: TargetEnvironment) -> Rule {
    switch environment {
    case .unknown, .production: self
    case .development, .staging: Rule(self, verdict: verdictElsewhere)
    }
  }
}

/// A rule that met an effect, with the name of what it concerns.
package struct Finding: Sendable {
  package let rule: Rule
  package let subject: [UInt8]
  package let range: SourceRange
  /// Whether it is enforced, told or only recorded.
  package var mode = RuleMode.enforce
  /// The id of the exception that covers it.
  package var exception: [UInt8]?

  /// Whether its verdict counts.
  package var counts: Bool { mode == .enforce && exception == nil }

  package init(_ rule: Rule, _ subject: [UInt8], _ range: SourceRange) {
    self.rule = rule
    self.subject = subject
    self.range = range
  }
}

extension Action {
  /// The rule that judges this action (DESIGN 6, default stance).
  package var rule: Rule { Rule(named: rawValue) }
}
