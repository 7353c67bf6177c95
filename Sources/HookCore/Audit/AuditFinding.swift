// SPDX-License-Identifier: MIT

/// The first place where a log is not what its writers left, and what is wrong there.
package struct AuditFinding: Sendable, Equatable {
  /// The closed set of what can be wrong.
  package enum Code: Sendable, Equatable, CaseIterable {
    /// A record does not have its own hash, or is no record any more.
    case modified
    /// Records are not there that later ones prove.
    case missing
    /// A record stands before an earlier one.
    case reordered
    /// A record stands here again.
    case duplicated
    /// A record does not follow from the one before it, though each has its own hash.
    case unchained
    /// Bytes between records that no record declares, or declares differently.
    case torn
    /// A record has its own hash and is not written as we write.
    case notCanonical
  }

  package let code: Code
  /// The number of the segment.
  package let segment: Int
  /// Byte offset in the segment's file.
  package let offset: Int
  /// The sequence number that was expected here.
  package let sequence: Int
}

extension AuditFinding.Code {
  /// The name for machines.
  package var name: StaticString {
    switch self {
    case .modified: "modified"
    case .missing: "missing"
    case .reordered: "reordered"
    case .duplicated: "duplicated"
    case .unchained: "unchained"
    case .torn: "torn"
    case .notCanonical: "not-canonical"
    }
  }

  /// The words for people: lower case, no full stop.
  package var words: StaticString {
    switch self {
    case .modified: "the record was modified"
    case .missing: "records are missing before this one"
    case .reordered: "the record stands before an earlier one"
    case .duplicated: "the record is here a second time"
    case .unchained: "the record does not follow from the one before it"
    case .torn: "bytes that no record declares; a writer that died leaves them at the end"
    case .notCanonical: "the record is not canonical json"
    }
  }
}
