// SPDX-License-Identifier: MIT
import HookCore

/// Why a rule exists, with commands that it meets and commands like them that it does not.
///
/// They are the documentation and the tests of the rules. They are a module
/// of their own, so that no hook holds them.
///
/// ```
/// hard-reset
/// = Work that was never committed is in no reflog; a reset deletes it for good.
/// + git reset --hard HEAD~1
/// - git reset --soft HEAD~1
/// ~ git reset --hard && git push --force
/// ```
///
/// Rules on what a session is for begin their examples with the options of hook-guard that choose it,
/// and a semicolon; `risk` among them stands for a document that says so.
///
/// A rule's id is followed by its rationale (`=`), commands that it meets (`+`), commands that pass
/// altogether (`-`), and commands that it does not meet but another rule does (`~`). A line that
/// begins with a bar goes on with the one before it, after a line feed.
package struct RuleNotes {
  /// One command with what is expected of it.
  package struct Example {
    package enum Expectation: UInt8 {
      case meets = 0x2B
      case passes = 0x2D
      case meetsOther = 0x7E
    }

    package let expectation: Expectation
    package let command: [UInt8]
  }

  package let id: [UInt8]
  package private(set) var rationale: [UInt8] = []
  package private(set) var examples: [Example] = []

  /// The notes of a family, in the order of the text.
  package static func notes(of family: RuleFamily) -> [RuleNotes] {
    var all: [RuleNotes] = []
    for line in CatalogText(family.notes).split(0x0A) { note(line, &all) }
    return all
  }

  /// The notes on one rule.
  package static func notes(on rule: Rule) -> RuleNotes? {
    for family in RuleFamily.allCases {
      for notes in notes(of: family) where rule.id.equals(notes.id) { return notes }
    }
    return nil
  }

  private static func note(_ line: CatalogText, _ all: inout [RuleNotes]) {
    guard line.count > 2, line[1] == 0x20 else {
      all.append(RuleNotes(id: line.bytes))
      return
    }
    guard let last = all.indices.last else { return }
    let text = line.slice(2, line.count).bytes
    if line[0] == 0x3D {
      all[last].rationale = text
    } else if let expectation = Example.Expectation(rawValue: line[0]) {
      all[last].examples.append(Example(expectation: expectation, command: text))
    } else if line[0] == 0x7C, let example = all[last].examples.popLast() {
      all[last].examples.append(
        Example(expectation: example.expectation, command: example.command + [0x0A] + text))
    }
  }
}

extension RuleFamily {
  /// The rationale and the examples of the family's rules.
  var notes: StaticString {
    switch self {
    case .secrets: RuleNotes.secrets
    case .disclosure: RuleNotes.disclosure
    case .exfiltration: RuleNotes.exfiltration
    case .destruction: RuleNotes.destruction
    case .history: RuleNotes.history
    case .remoteCode: RuleNotes.remoteCode
    case .privilege: RuleNotes.privilege
    case .persistence: RuleNotes.persistence
    case .infrastructure: RuleNotes.infrastructure
    case .protection: RuleNotes.protection
    case .opaque: RuleNotes.opaque
    case .session: RuleNotes.session
    case .limits: RuleNotes.limits
    }
  }
}
