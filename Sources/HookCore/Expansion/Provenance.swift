// SPDX-License-Identifier: MIT

/// Where the bytes of a value are from: the numbers of sources that the analysis keeps.
package struct Provenance: OptionSet, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Sources that are told apart; the last stands for all further ones.
  package static let limit = 64

  /// The source with this number alone.
  package init(number: Int) {
    rawValue = 1 << UInt64(truncatingIfNeeded: min(max(number, 0), Provenance.limit - 1))
  }

  /// Whether the source with this number is among them.
  package func has(number: Int) -> Bool { !isDisjoint(with: Provenance(number: number)) }
}
