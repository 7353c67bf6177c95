// SPDX-License-Identifier: MIT
import HookCore

/// The exceptions that many calls would need, each once.
struct Suggestions {
  private var counts: [StoppedCall.Scope: Int] = [:]
  private var uncovered = 0
  private var secrets = 0

  mutating func add(_ call: StoppedCall) {
    if call.scopes.isEmpty {
      uncovered += 1
    } else if call.holdsSecret {
      secrets += 1
    } else {
      for scope in call.scopes { counts[scope, default: 0] += 1 }
    }
  }

  /// Prints the document on stdout, and what it leaves out on stderr.
  ///
  /// Exceptions that differ in their command alone become one with several commands.
  func print(least: Int, _ output: Output) {
    var joined: [StoppedCall.Scope: Proposal] = [:]
    for (scope, count) in counts where count >= least {
      var common = scope
      common.command = nil
      joined[common, default: Proposal(common)].add(scope.command, count)
    }
    let proposals = joined.values.sorted { ($1.count, $0.key) < ($0.count, $1.key) }
    let month = 30 * 86_400
    let day = 10  // 2026-12-31
    let expires = Array(Timestamp.now().adding(seconds: month).text.prefix(day))
    output.write(Proposal.document(proposals, expires: expires))
    if uncovered > 0 { output.say("hookctl: \(uncovered) calls that no exception can cover alone") }
    if secrets > 0 { output.say("hookctl: \(secrets) calls that hold a secret, not proposed") }
    let rare = counts.count { $0.value < least }
    if rare > 0 { output.say("hookctl: \(rare) exceptions seen less than \(least) times") }
  }
}

/// One exception that a person may accept.
struct Proposal {
  /// What it covers beside commands.
  private let scope: StoppedCall.Scope
  private var commands: [[UInt8]] = []
  private(set) var count = 0

  init(_ scope: StoppedCall.Scope) { self.scope = scope }

  mutating func add(_ command: [UInt8]?, _ count: Int) {
    if let command { commands.append(command) }
    self.count += count
  }

  /// What equal counts are sorted by.
  var key: String {
    [scope.rule, scope.tool, scope.path ?? [], scope.host ?? []]
      .map { Output.shown($0) }.joined(separator: "\u{1}")
  }

  /// A policy document of exceptions, laid out for people to edit.
  static func document(_ proposals: [Proposal], expires: [UInt8]?) -> [UInt8] {
    var text = "{\n  \"version\": 1,\n  \"exceptions\": ["
    for (index, proposal) in proposals.enumerated() {
      text += index == 0 ? "\n" : ",\n"
      text += proposal.text(number: index + 1, expires)
    }
    text += proposals.isEmpty ? "]\n}\n" : "\n  ]\n}\n"
    return Array(text.utf8)
  }

  private func text(number: Int, _ expires: [UInt8]?) -> String {
    let placeholder = "\(PolicyFiles.placeholder)"
    var members = [
      ("id", Self.quoted(Array("suggested-\(number)".utf8))), ("rule", Self.quoted(scope.rule)),
      ("when", when),
      (
        "reason",
        Self.quoted(Array("\(placeholder): why; \(count) such calls".utf8))
      ),
      ("owner", Self.quoted(Array("\(placeholder): who answers for it".utf8))),
    ]
    if let expires { members.append(("expires", Self.quoted(expires))) }
    let lines = members.map { "      \"\($0.0)\": \($0.1)" }
    return "    {\n" + lines.joined(separator: ",\n") + "\n    }"
  }

  private var when: String {
    var members = ["\"tool\": \(Self.quoted(scope.tool))"]
    let sorted = commands.sorted { $0.lexicographicallyPrecedes($1) }.map(Self.quoted)
    if let first = sorted.first {
      let list = sorted.joined(separator: ",\n        ")
      members.append("\"command\": " + (sorted.count == 1 ? first : "[\n        \(list)]"))
    }
    if let path = scope.path { members.append("\"path\": \(Self.quoted(path))") }
    if let host = scope.host { members.append("\"host\": \(Self.quoted(host))") }
    return "{ " + members.joined(separator: ", ") + " }"
  }

  private static func quoted(_ text: [UInt8]) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
