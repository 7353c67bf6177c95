// SPDX-License-Identifier: MIT

/// The rows of the whole secret table in order, and for every beginning and end of a name the rows
/// that a path with it can meet, as bits.
///
/// For who looks up many paths: a command names thirty, a walk thousands. Making it costs about
/// what two look-ups without it do.
struct SecretIndex: Sendable {
  let entries: List<SecretEntry>
  /// Words of 64 rows each.
  private let width: Int
  /// The rows for each of 64 beginnings, then the rows that leave it open.
  private let byInitial: List<UInt64>
  /// The same for ends.
  private let byFinal: List<UInt64>

  init() {
    var entries = List<SecretEntry>(capacity: SecretIndex.usualCount)
    var rows = SecretEntries()
    while let entry = rows.next() { entries.append(entry) }
    self.entries = entries
    let width = (entries.count + 63) / 64
    self.width = width
    byInitial = SecretIndex.rows(entries, width) { $0.initials }
    byFinal = SecretIndex.rows(entries, width) { $0.finals }
  }

  /// A little more than the table has rows, so that the list need not grow.
  private static let usualCount = 512
  /// Where the rows that leave a beginning or an end open stand.
  private static let open = 64

  private static func rows(
    _ entries: List<SecretEntry>, _ width: Int, _ bits: (SecretEntry) -> UInt64
  ) -> List<UInt64> {
    let count = (open + 1) * width
    var rows = List<UInt64>(capacity: count)
    while rows.count < count { rows.append(0) }
    rows.withUnsafeMutableElements { rows in
      entries.withUnsafeElements { entries in
        for index in 0..<entries.count {
          let bits = bits(entries[index])
          let place = bits == .max ? open : bits.trailingZeroBitCount
          rows[place &* width &+ index &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: index)
        }
      }
    }
    return rows
  }

  /// Calls `body` with each row that a path with these components can meet, in the table's order,
  /// until it returns something.
  @inline(__always)
  func first<Found>(
    initials: UInt64, final: UInt64, _ body: (SecretEntry) -> Found?
  ) -> Found? {
    for word in 0..<width {
      var met = SecretIndex.met(initials, byInitial, width, word)
      if met == 0 { continue }
      met &= SecretIndex.met(final, byFinal, width, word)
      while met != 0 {
        if let found = body(entries[word * 64 + met.trailingZeroBitCount]) { return found }
        met &= met &- 1
      }
    }
    return nil
  }

  /// The rows of one word that are open, or for one of `bits`.
  @inline(__always)
  private static func met(
    _ bits: UInt64, _ rows: List<UInt64>, _ width: Int, _ word: Int
  ) -> UInt64 {
    if bits == .max { return .max }
    return rows.withUnsafeElements { rows in
      var met = rows[open * width + word]
      var bits = bits
      while bits != 0 {
        met |= rows[bits.trailingZeroBitCount * width + word]
        bits &= bits &- 1
      }
      return met
    }
  }
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
