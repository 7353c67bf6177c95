// SPDX-License-Identifier: MIT
import HookCore

/// The lines that differ between two texts, as one block: what is before and after it is equal.
struct LineDifference {
  /// Equal lines shown on either side.
  private static let contextLines = 2

  private let before: [ArraySlice<UInt8>]
  private let removed: [ArraySlice<UInt8>]
  private let added: [ArraySlice<UInt8>]
  private let after: [ArraySlice<UInt8>]

  init(from old: [UInt8], to new: [UInt8]) {
    let old = LineDifference.lines(old)
    let new = LineDifference.lines(new)
    let head = zip(old, new).prefix { $0.elementsEqual($1) }.count
    let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed())
      .prefix { $0.elementsEqual($1) }.count
    before = Array(old[..<head].suffix(LineDifference.contextLines))
    removed = Array(old[head..<(old.count - tail)])
    added = Array(new[head..<(new.count - tail)])
    after = Array(old.suffix(tail).prefix(LineDifference.contextLines))
  }

  private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// Prints the block in the manner of `diff -u`.
  func print(_ output: Output) {
    for line in before { output.line("  " + Output.shown(Array(line))) }
    for line in removed { output.line(output.styled("- " + Output.shown(Array(line)), .bad)) }
    for line in added { output.line(output.styled("+ " + Output.shown(Array(line)), .good)) }
    for line in after { output.line("  " + Output.shown(Array(line))) }
  }
}
