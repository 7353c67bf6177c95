// SPDX-License-Identifier: MIT

/// The bounds of the audit log.
package enum AuditLimits {
  /// Bytes of one segment: small enough to copy and verify at once, large enough for a busy day.
  package static let segment = 16 << 20
  /// Bytes of one record's line; the bounds below keep every record under it.
  package static let record = 64 << 10
  /// JSON bytes of the fields of an input; further fields are counted only.
  static let input = 16 << 10
  /// JSON bytes of the fields of an outcome.
  static let outcome = 8 << 10
  /// Bytes of one text of an input; a longer one is cut and its digest added.
  static let text = 4 << 10
  /// Bytes of a text that is searched for secrets and shown; of a longer one only the digest stays.
  static let redacted = 64 << 10
  /// Bytes of a name: field, tool, agent, mode, identifier, rule.
  static let name = 128
  /// Bytes of the working directory, the intent, the reason.
  static let sentence = 1_000
  /// Rules that are named in one decision.
  static let rules = 16
  /// Fields of one input or outcome: real ones have below 20.
  static let fields = 64
  /// Objects and arrays in each other that are shown field by field; deeper ones as a digest.
  static let depth = 3
  /// Elements of an array that are shown one by one.
  static let elements = 16
  /// Milliseconds to wait for the lock: 64 writers take 2, a stuck one must not hold up the client.
  static let lockWait = 250
  /// Bytes before the end of a segment in which its last record has to begin.
  static let tail = 1 << 20
}
