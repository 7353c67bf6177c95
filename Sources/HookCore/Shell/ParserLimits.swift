// SPDX-License-Identifier: MIT

/// The bounds of the shell parser; what exceeds them is refused, never half-parsed.
package enum ParserLimits {
  /// Bytes of one command text: twice the kernel's limit for one argument (`MAX_ARG_STRLEN`,
  /// 128 KiB), below which `bash -c` can be started at all, leaves room for here-documents.
  package static let textSize = 4 << 20
  /// Constructs nested in each other: people write below 10, and each level costs stack.
  package static let depth = 100
  /// Nodes of one tree: bounds memory and time on hostile input of the largest accepted size.
  package static let nodes = 150_000
  /// How often look-ahead may read the text over; people need it once or twice.
  package static let lookAhead = 4
  /// Bytes of look-ahead that every text has, so that a short one can nest as deep as any.
  package static let lookAheadBase = 1 << 16
}
