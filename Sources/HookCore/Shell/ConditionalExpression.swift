// SPDX-License-Identifier: MIT

/// What stands between `[[` and `]]` (Bash manual, Conditional Constructs); parentheses are dissolved.
package indirect enum ConditionalExpression: Sendable {
  /// `[[ word ]]`: true when not empty.
  case word(Word)
  /// `-f word` and kin: the letter of the operator.
  case unary(UInt8, Word)
  /// `left operator right`.
  case binary(Word, ConditionalOperator, Word)
  /// `! expression`.
  case not(ConditionalExpression)
  /// Expressions joined by `&&`.
  case all(List<ConditionalExpression>)
  /// Expressions joined by `||`.
  case any(List<ConditionalExpression>)
}

/// The binary operators of `[[ … ]]`.
package enum ConditionalOperator: Sendable, Equatable, CaseIterable {
  /// `==` and `=`: the right side is a pattern.
  case matchesPattern
  /// `!=`.
  case differsFromPattern
  /// `=~`.
  case matchesExpression
  /// `<`
  case sortsBefore
  /// `>`
  case sortsAfter
  /// `-nt`
  case newerThan
  /// `-ot`
  case olderThan
  /// `-ef`
  case sameFile
  /// `-eq`: this and the following evaluate both sides as arithmetic.
  case numericEqual
  /// `-ne`
  case numericUnequal
  /// `-lt`
  case numericLess
  /// `-le`
  case numericLessOrEqual
  /// `-gt`
  case numericGreater
  /// `-ge`
  case numericGreaterOrEqual
}
