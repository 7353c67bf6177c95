// SPDX-License-Identifier: MIT

/// What documents say of the class that tools of servers are of.
package struct ToolVerbs: Sendable {
  private struct Entry: Sendable {
    let pattern: [UInt8]
    let verb: VerbClass
    /// Whether it counts only where it is stricter.
    let onlyRaises: Bool
  }

  private var entries = List<Entry>()

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }

  /// Adds that tools whose names match `pattern` are of class `verb`.
  package mutating func append(_ pattern: [UInt8], _ verb: VerbClass, onlyRaises: Bool) {
    entries.append(Entry(pattern: pattern, verb: verb, onlyRaises: onlyRaises))
  }

  /// Adds what a document of the highest layer says, or of one below it.
  package mutating func append(_ other: ToolVerbs, onlyRaises: Bool) {
    for entry in other.entries { append(entry.pattern, entry.verb, onlyRaises: onlyRaises) }
  }

  /// The class of a tool that is `known` as one; of several that are given the strictest counts.
  ///
  /// - Parameter raising: whether those that only raise count too.
  func verb(of tool: [UInt8], _ known: VerbClass?, raising: Bool = true) -> VerbClass? {
    var given: VerbClass?
    var raised: VerbClass?
    for entry in entries where Glob.matches(entry.pattern, tool, Glob.Options()) {
      if entry.onlyRaises {
        raised = max(raised ?? entry.verb, entry.verb)
      } else {
        given = max(given ?? entry.verb, entry.verb)
      }
    }
    let verb = given ?? known
    guard raising, let raised else { return verb }
    // Unknown counts as a write.
    return max(verb ?? .write, raised)
  }
}
