// SPDX-License-Identifier: MIT

/// One word (POSIX 2.3, 2.6): parts in the order they were typed, quoting kept.
///
/// Pathname patterns, tildes and brace expressions stay in the literal parts as they were typed;
/// whether a byte can be special there follows from the kind of its part.
package struct Word: Sendable {
  package var parts: List<WordPart>
  package var range: SourceRange

  package init(_ parts: List<WordPart>, _ range: SourceRange) {
    self.parts = parts
    self.range = range
  }

  /// The text of a word that is one unquoted literal, else nil; an empty word has none.
  package var unquotedText: [UInt8]? {
    guard parts.count == 1, case .literal(let text, _) = parts[0] else { return nil }
    return text
  }
}

/// A part of a word.
package enum WordPart: Sendable {
  /// Unquoted text, line continuations removed: `abc`, `*.txt`, `~`, `{a,b}`.
  case literal([UInt8], SourceRange)
  /// One byte quoted by a backslash, the backslash removed (2.2.1).
  case escaped(UInt8, SourceRange)
  /// `'…'` without its quotes (2.2.2).
  case singleQuoted([UInt8], SourceRange)
  /// `$'…'` with its escapes decoded (2.2.4).
  case dollarSingleQuoted([UInt8], SourceRange)
  /// `"…"` or `$"…"`; the parts are literals and expansions, escapes already removed (2.2.3).
  case doubleQuoted(List<WordPart>, SourceRange)
  /// `$name`, `${…}` (2.6.2).
  indirect case parameter(ParameterExpansion)
  /// `$(…)` or `` `…` `` (2.6.3); Bash: `${ …; }` as well.
  case commandSubstitution(CommandList, SourceRange)
  /// `$((…))` or `$[…]` (2.6.4): the expression as a word, since it is expanded first.
  indirect case arithmetic(Word, SourceRange)
  /// `<(…)` or `>(…)` (Bash).
  indirect case processSubstitution(CommandList, reads: Bool, SourceRange)
  /// `?(…)`, `*(…)`, `+(…)`, `@(…)`, `!(…)` (Bash): the operator byte and the alternatives.
  indirect case extendedGlob(UInt8, List<Word>, SourceRange)
  /// `(…)` at the end of an argument `name=(…)` of a declaration command (Bash).
  case array(List<ArrayElement>, SourceRange)

  /// Where the part stands.
  package var range: SourceRange {
    switch self {
    case .literal(_, let range), .escaped(_, let range), .singleQuoted(_, let range),
      .dollarSingleQuoted(_, let range), .doubleQuoted(_, let range),
      .commandSubstitution(_, let range), .arithmetic(_, let range),
      .processSubstitution(_, _, let range), .extendedGlob(_, _, let range),
      .array(_, let range):
      range
    case .parameter(let expansion): expansion.range
    }
  }
}

/// `$name` or `${…}` (2.6.2 and the Bash manual, Shell Parameter Expansion).
package struct ParameterExpansion: Sendable {
  /// A name, a positional parameter's digits, or one of `@ * # ? - $ ! _`-like specials.
  package var name: [UInt8]
  /// `${name[subscript]}`; `@` and `*` appear as literal words.
  package var index: Word?
  /// `${!name}`: the value is the name of another parameter.
  package var isIndirect: Bool
  package var operation: ParameterOperation
  package var range: SourceRange

  package init(
    name: [UInt8], index: Word? = nil, isIndirect: Bool = false,
    operation: ParameterOperation = .value, range: SourceRange
  ) {
    self.name = name
    self.index = index
    self.isIndirect = isIndirect
    self.operation = operation
    self.range = range
  }
}

/// What `${…}` does with the value.
package indirect enum ParameterOperation: Sendable {
  /// `$x`, `${x}`.
  case value
  /// `${#x}`.
  case length
  /// `${x-word}`; with a colon also when empty.
  case useDefault(Word, orEmpty: Bool)
  /// `${x=word}`.
  case assignDefault(Word, orEmpty: Bool)
  /// `${x?word}`.
  case failIfUnset(Word, orEmpty: Bool)
  /// `${x+word}`.
  case useAlternative(Word, orEmpty: Bool)
  /// `${x#word}`, `${x##word}`.
  case removePrefix(Word, longest: Bool)
  /// `${x%word}`, `${x%%word}`.
  case removeSuffix(Word, longest: Bool)
  /// `${x/pattern/replacement}` and kin.
  case replace(Word, with: Word?, ReplacementPlace)
  /// `${x:offset}`, `${x:offset:length}`: arithmetic expressions as words.
  case substring(Word, length: Word?)
  /// `${x^pattern}`, `${x,,}`: the letter case of what matches.
  case changeCase(upper: Bool, all: Bool, Word?)
  /// `${x@Q}`: the operator byte.
  case transform(UInt8)
  /// `${!prefix*}`, `${!prefix@}`: names that begin so; not counted as indirect.
  case namesWithPrefix
  /// `${!array[@]}`, `${!array[*]}`: the subscripts in use; not counted as indirect.
  case subscripts
}

/// Where `${x/…/…}` replaces.
package enum ReplacementPlace: Sendable {
  case first
  case all
  case prefix
  case suffix
}
