// SPDX-License-Identifier: MIT

/// Whether `git log` and `git diff` show what is in files, or names and counts only.
enum GitOutput {
  /// Strict: an option that is not known to show names or counts may show content.
  static func mayShowContent(_ command: [UInt8], _ arguments: List<Field>) -> Bool {
    let isLog = command.equals("log")
    let isShow = command.equals("show")
    guard isLog || isShow || command.equals("diff") else { return true }
    var namesOnly = isLog
    for argument in arguments {
      guard let text = argument.exact else { return true }
      if text.equals("--") { break }
      guard text.first == 0x2D else {
        // `git show revision:file` prints the file, whatever else is asked for.
        if isShow, text.contains(0x3A) { return true }
        continue
      }
      if isSummary(text) {
        namesOnly = true
      } else if !isHarmless(text) {
        return true
      }
    }
    return !namesOnly
  }

  /// The names that `git ls-files` prints of files that git does not keep; nil where it prints
  /// others, or leaves out what is ignored, as secret files are.
  static func untracked(_ arguments: List<Field>) -> CommandStream? {
    var listsOthers = false
    var leavesOutIgnored = false
    var showsIgnored = false
    for argument in arguments {
      let text = argument.bytes
      if text.first != 0x2D { return nil }
      let isBundle = text.count > 1 && text[1] != 0x2D
      listsOthers = listsOthers || text.equals("--others") || isBundle && text.contains(0x6F)
      showsIgnored = showsIgnored || text.equals("--ignored") || isBundle && text.contains(0x69)
      leavesOutIgnored = leavesOutIgnored || text.hasPrefix("--exclude")
    }
    guard listsOthers, showsIgnored || !leavesOutIgnored else { return nil }
    var all = Field([0x2E, 0x2F])
    all.append(0x2A, .pattern)
    var deeper = Field([0x2E, 0x2F])
    deeper.appendGap()
    return CommandStream(text: deeper.or(all), origins: .command)
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
      || option.equals("--tags") || option.equals("--remotes") || option.equals("--full-history")
      || option.equals("--simplify-merges") || option.equals("--topo-order")
      || option.equals("--date-order") || option.equals("--left-right") || option.equals("-i")
      || option.equals("--no-decorate") || option.equals("-S") || option.equals("-G")
      || option.equals("-w") || option.equals("-z") || option.equals("--")
      || option.hasPrefix("--decorate=") || option.hasPrefix("--color")
      || option.hasPrefix("--after=") || option.hasPrefix("--before=")
      || option.hasPrefix("--committer=") || option.hasPrefix("--skip=")
      || option.hasPrefix("--find-renames") || option.hasPrefix("--pickaxe-")
      || option.hasPrefix("--format=") || option.hasPrefix("--pretty=")
      || option.hasPrefix("--since=") || option.hasPrefix("--until=")
      || option.hasPrefix("--author=") || option.hasPrefix("--grep=")
      || option.hasPrefix("--date=") || option.hasPrefix("--diff-filter=")
      || option.hasPrefix("--max-count=")
  }
}
