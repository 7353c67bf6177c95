// SPDX-License-Identifier: MIT

/// One built-in rule: what it is called, what it decides, and what it tells people.
package struct Rule: Sendable {
  /// Kebab-case, stable: policies, records and reports name it.
  package let id: StaticString
  package let verdict: Verdict
  /// What was refused, to be followed by the file or name that it concerns.
  package let title: StaticString
  /// What to do instead.
  package let advice: StaticString

  init(_ id: StaticString, _ verdict: Verdict, _ title: StaticString, _ advice: StaticString) {
    self.id = id
    self.verdict = verdict
    self.title = title
    self.advice = advice
  }
}

/// A rule that met an effect, with the name of what it concerns.
package struct Finding: Sendable {
  package let rule: Rule
  package let subject: [UInt8]
  package let range: SourceRange

  package init(_ rule: Rule, _ subject: [UInt8], _ range: SourceRange) {
    self.rule = rule
    self.subject = subject
    self.range = range
  }
}
