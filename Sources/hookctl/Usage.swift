// SPDX-License-Identifier: MIT
import HookCore

/// The help text of one command line.
///
/// A text is written for a terminal of 80 columns: the summary, the synopsis, then what the
/// options mean.
struct Usage: Sendable {
  /// The words after `hookctl`.
  let command: String
  /// One line without a full stop; the list of subcommands shows it.
  let summary: String
  /// The options and operands, one line for each form.
  let synopsis: [String]
  /// The options, one per line, and what else has to be known.
  let details: String

  /// The whole text as `--help` prints it.
  var text: String {
    var text = "\(summary)\n\n"
    for (index, form) in synopsis.enumerated() {
      let start = index == 0 ? "usage: " : "       "
      text += start + "hookctl" + (command.isEmpty ? "" : " \(command)")
      text += (form.isEmpty ? "" : " \(form)") + "\n"
    }
    return details.isEmpty ? text : text + "\n" + details + "\n"
  }

  /// The help of `hookctl` itself: every subcommand with its summary.
  static let top = Usage(
    command: "", summary: "Work with the security hooks of a coding agent",
    synopsis: ["SUBCOMMAND [ARGUMENT ...]", "--help | --version"],
    details: """
      subcommands:
      \(table(Subcommand.allCases.map { ($0.rawValue, $0.usage.summary) }))

      hookctl SUBCOMMAND --help tells more about each.
      Exit status: 0 done, 1 done with findings, 64 and above as in sysexits(3).
      """)

  /// Two columns, indented.
  static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, text in
      "  " + name + String(repeating: " ", count: width - name.count + 2) + text
    }.joined(separator: "\n")
  }

  /// The one of `names` that `word` was probably meant to be: at most two letters away.
  static func nearest(to word: String, among names: [String]) -> String? {
    let longest = 32  // no name of ours is longer, and the distance costs the square of it
    guard word.utf8.count <= longest else { return nil }
    let ranked = names.map { (distance(Array(word.utf8), Array($0.utf8)), $0) }
    guard let best = ranked.min(by: { $0.0 < $1.0 }), best.0 <= 2, best.0 < word.utf8.count else {
      return nil
    }
    return best.1
  }

  /// Letters to insert, delete, replace or swap with their neighbour to turn `left` into `right`.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, a) in left.enumerated() {
      var current = [row + 1]
      for (column, b) in right.enumerated() {
        var cost = min(last[column] + (a == b ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
