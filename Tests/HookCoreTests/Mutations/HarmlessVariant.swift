// SPDX-License-Identifier: MIT
@testable import HookCore

/// The kinds of changes that leave a command as harmless as it was.
enum HarmlessVariant: CaseIterable {
  case blanksAndComment
  case quotes
  case group
  case prefix

  /// Every variant of this kind that applies to the command.
  func variants(of sites: CommandSites) -> [[UInt8]] {
    switch self {
    case .blanksAndComment: Self.spaced(sites)
    case .quotes: Self.quoted(sites)
    case .group: Self.grouped(sites.text)
    case .prefix: Self.prefixed(sites)
    }
  }

  private static func spaced(_ sites: CommandSites) -> [[UInt8]] {
    let between = sites.simple.flatMap { $0.words.dropFirst() }.map(\.range.start)
      .filter { sites.followsBlank($0) }.map { SourceRange($0, $0) }
    let wide = sites.replacing(between.map { ($0, bytes(" \t ")) })
    let comment = "\n  # rm -rf / is what this is not; cat .env neither"
    return [
      bytes("  ") + wide, wide + bytes(comment), bytes("# first\n\n") + sites.text + bytes(comment),
    ]
  }

  private static func quoted(_ sites: CommandSites) -> [[UInt8]] {
    [WordSpelling.quoted, WordSpelling.doubleQuoted].flatMap { quote in
      [true, false].compactMap { isName in
        let words = sites.constants.filter { ($0.role == .name) == isName }
        return words.isEmpty ? nil : sites.replacing(words.map { ($0.range, quote($0.value)) })
      }
    }
  }

  private static func grouped(_ text: [UInt8]) -> [[UInt8]] {
    [
      bytes("( ") + text + bytes("\n)"), bytes("{ ") + text + bytes("\n}"),
      bytes("true && ") + text, bytes("if true; then ") + text + bytes("\nfi"),
      text + bytes("\ntrue"), bytes("set -euo pipefail\n") + text,
    ]
  }

  private static func prefixed(_ sites: CommandSites) -> [[UInt8]] {
    let quoted = WordSpelling.quoted(sites.text)
    let programs = sites.simple.filter(sites.runsProgram).map(\.words[0].range.start)
    let commands = sites.simple.map(\.range.start)
    return ["bash -c ", "sh -c ", "timeout 60 bash -c "].map { bytes($0) + quoted }
      + ["env X1=1 ", "nice ", "timeout 60 ", "command "].map { prefix in
        sites.replacing(programs.map { (SourceRange($0, $0), bytes(prefix)) })
      } + [
        sites.replacing(commands.map { (SourceRange($0, $0), bytes("X1=1 ")) }),
        sites.replacing(sites.pipelines.map { (SourceRange($0, $0), bytes("time ")) }),
      ]
  }

  private static func bytes(_ string: String) -> [UInt8] { Array(string.utf8) }
}
