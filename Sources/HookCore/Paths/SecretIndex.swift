// SPDX-License-Identifier: MIT

/// The rows of the whole secret table in order, with what tells at a glance that a path meets none.
///
/// For who looks up many paths: a command names thirty, a walk thousands. Making it costs about
/// what one look-up without it does.
struct SecretIndex: Sendable {
  let entries: List<SecretEntry>

  init() {
    var entries = List<SecretEntry>(capacity: SecretIndex.usualCount)
    var rows = SecretEntries()
    while let entry = rows.next() { entries.append(entry) }
    self.entries = entries
  }

  /// A little more than the table has rows, so that the list need not grow.
  private static let usualCount = 512
}

/// A row of the table with its family, in 24 bytes.
struct SecretEntry: Sendable {
  let family: SecretFamily
  private let mark: UInt8
  private let start: UInt16
  private let end: UInt16
  /// A path can only meet the row where one of its components has one of these initials.
  let initials: UInt64
  /// … and where it has one of these ends.
  let finals: UInt64

  var row: SecretRow { SecretRow(mark: mark, range: Int(start)..<Int(end)) }

  fileprivate init?(_ family: SecretFamily, _ row: SecretRow, _ table: Span<UInt8>) {
    guard let start = UInt16(exactly: row.range.lowerBound),
      let end = UInt16(exactly: row.range.upperBound)
    else { return nil }
    self.family = family
    self.start = start
    self.end = end
    mark = row.mark
    initials = SecretEntry.initials(of: row, table)
    finals = SecretEntry.finals(of: row, table)
  }

  /// One bit for two bytes, in lower case; bits are shared.
  static func bit(_ first: UInt8, _ second: UInt8) -> UInt64 {
    1 << (UInt64(first &* 31 &+ second) & 63)
  }

  /// The initials of the first component of `row`; all where its pattern leaves them open.
  private static func initials(of row: SecretRow, _ table: Span<UInt8>) -> UInt64 {
    var start = row.range.lowerBound
    switch table[start] {
    case AbsolutePath.slash: start += 1
    case 0x7E: start += 2
    case Glob.star: return .max
    default: break
    }
    guard start + 1 < row.range.upperBound, !isSpecial(table[start]), !isSpecial(table[start + 1])
    else { return .max }
    return bit(table[start], table[start + 1])
  }

  /// The end of `row`; all where its pattern leaves it open.
  private static func finals(of row: SecretRow, _ table: Span<UInt8>) -> UInt64 {
    let end = row.range.upperBound
    guard row.range.count > 1, !isSpecial(table[end - 2]), !isSpecial(table[end - 1]) else {
      return .max
    }
    return bit(table[end - 2], table[end - 1])
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == Glob.star || byte == Glob.open || byte == Glob.close || byte == AbsolutePath.slash
  }
}

/// The entries of all families, read from the table one by one.
struct SecretEntries: IteratorProtocol {
  private var family = SecretFamily.dotenv
  private var rows = SecretRows(.dotenv)

  mutating func next() -> SecretEntry? {
    while true {
      if let row = rows.next() {
        // A family's part of the table has some kilobytes: its places fit, as a test makes sure.
        if let entry = SecretEntry(family, row, Span(_unsafeElements: rows.text)) { return entry }
        continue
      }
      guard let following = SecretFamily(rawValue: family.rawValue + 1) else { return nil }
      family = following
      rows = SecretRows(following)
    }
  }
}
