// SPDX-License-Identifier: MIT

/// Whether `git log` and `git diff` show what is in files, or names and counts only.
enum GitOutput {
  /// Strict: an option that is not known to show names or counts may show content.
  static func mayShowContent(_ command: [UInt8], _ arguments: List<Field>) -> Bool {
    let isLog = command.equals("log")
    guard isLog || command.equals("diff") else { return true }
    var namesOnly = isLog
    for argument in arguments {
      guard let text = argument.exact else { return true }
      if text.equals("--") { break }
      guard text.first == 0x2D else { continue }
      if isSummary(text) {
        namesOnly = true
      } else if !isHarmless(text) {
        return true
      }
    }
    return !namesOnly
  }

  private static func isSummary(_ option: [UInt8]) -> Bool {
    option.equals("--stat") || option.hasPrefix("--stat=") || option.equals("--name-only")
      || option.equals("--name-status") || option.equals("--shortstat")
      || option.equals("--numstat") || option.equals("--summary") || option.equals("--quiet")
      || option.equals("--no-patch") || option.equals("-s")
  }

  /// Options that choose commits and files, or the form of what is shown of a commit.
  private static func isHarmless(_ option: [UInt8]) -> Bool {
    // `-5`: so many commits.
    if option.count > 1, option.dropFirst().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return true }
    return option.equals("--oneline") || option.equals("--all") || option.equals("--follow")
      || option.equals("--graph") || option.equals("--reverse") || option.equals("--decorate")
      || option.equals("--no-merges") || option.equals("--merges") || option.equals("--cached")
      || option.equals("--staged") || option.equals("--first-parent") || option.equals("--no-color")
      || option.equals("--no-renames") || option.equals("--abbrev-commit") || option.equals("-M")
      || option.equals("-n") || option.equals("--exit-code") || option.equals("--branches")
      || option.equals("--tags")
      || option.hasPrefix("--format=") || option.hasPrefix("--pretty=")
      || option.hasPrefix("--since=") || option.hasPrefix("--until=")
      || option.hasPrefix("--author=") || option.hasPrefix("--grep=")
      || option.hasPrefix("--date=") || option.hasPrefix("--diff-filter=")
      || option.hasPrefix("--max-count=")
  }
}
