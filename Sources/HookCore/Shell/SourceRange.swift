// SPDX-License-Identifier: MIT

/// A half-open range of byte offsets in the text that was parsed.
package struct SourceRange: Sendable, Equatable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The smallest range that holds this one and `other`.
  package func joined(with other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }
}
