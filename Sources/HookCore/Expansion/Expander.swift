// SPDX-License-Identifier: MIT

/// Expands words in the order of POSIX 2.6, without running anything.
///
/// Brace expansion; then tilde, parameter, command and arithmetic expansion; field splitting;
/// pathname expansion; quote removal. `Runner` says what a command substitution prints.
package enum Expander {
  /// More fields than this from one word are not followed, which is taken note of.
  static let fieldLimit = 4_096

  /// The fields that `word` becomes as an argument.
  package static func fields<Runner: CommandSubstituting>(
    of word: Word, _ state: inout ShellState, _ runner: inout Runner
  ) -> List<Field> {
    var all = List<Field>()
    append(word, to: &all, &state, &runner)
    return all
  }

  /// Appends the fields that `word` becomes to `all`.
  static func append<Runner: CommandSubstituting>(
    _ word: Word, to all: inout List<Field>, _ state: inout ShellState, _ runner: inout Runner
  ) {
    if let text = word.plainText { return all.append(Field(text)) }
    let limit = all.count + fieldLimit
    guard let words = BraceExpansion.words(of: word) else {
      runner.noteExcess(of: word)
      return all.append(.unknown)
    }
    for index in 0..<words.count {
      var splitter = FieldSplitter(separators: separators(state))
      expand(words[index].parts, atStart: true, into: &splitter, &state, &runner)
      let fields = splitter.finish()
      for position in 0..<fields.count {
        guard all.count < limit else { return runner.noteExcess(of: word) }
        PathnameExpansion.append(fields[position], to: &all, state, &runner)
      }
    }
  }

  /// The one value of `word` where no splitting happens: assignments, here-strings, subjects.
  package static func value<Runner: CommandSubstituting>(
    of word: Word, _ state: inout ShellState, _ runner: inout Runner
  ) -> Field {
    if let text = word.plainText { return Field(text) }
    var splitter = FieldSplitter(separators: nil)
    expand(word.parts, atStart: true, into: &splitter, &state, &runner)
    return splitter.joined()
  }

  /// The value of `word` as a pattern: unquoted special bytes stay special.
  static func pattern<Runner: CommandSubstituting>(
    of word: Word, _ state: inout ShellState, _ runner: inout Runner
  ) -> Field {
    var splitter = FieldSplitter(separators: [])
    expand(word.parts, atStart: false, into: &splitter, &state, &runner)
    let fields = splitter.finish()
    return fields.isEmpty ? Field() : fields[0]
  }

  /// The bytes that separate fields.
  ///
  /// Of several values of `IFS` all bytes count: what may be split is.
  private static func separators(_ state: ShellState) -> [UInt8] {
    let usual = [UInt8](" \t\n")
    guard let variable = state.variable([0x49, 0x46, 0x53]) else { return usual }
    var separators: [UInt8] = []
    for choice in variable.value.choices { separators += choice.exact ?? usual }
    return separators
  }

  private static func expand<Runner: CommandSubstituting>(
    _ parts: List<WordPart>, atStart: Bool, into splitter: inout FieldSplitter,
    _ state: inout ShellState, _ runner: inout Runner
  ) {
    for index in 0..<parts.count {
      switch parts[index] {
      case .literal(let text, _):
        let rest =
          atStart && index == 0
          ? Tilde.expand(text, isWholeWord: parts.count == 1, state, into: &splitter) : 0
        splitter.appendUnquoted(text[rest...])
      case .escaped(let byte, _): splitter.appendQuoted([byte])
      case .singleQuoted(let text, _), .dollarSingleQuoted(let text, _):
        splitter.appendQuoted(text)
      case .doubleQuoted(let inner, _):
        splitter.beginQuotes()
        expandQuoted(inner, into: &splitter, &state, &runner)
      case .parameter(let expansion):
        let values = ParameterExpander.values(of: expansion, &state, &runner)
        splitter.appendUnquoted(values)
      case .commandSubstitution(let commands, _):
        splitter.appendUnquoted(List(runner.output(of: commands, state)))
      case .arithmetic(let expression, _):
        splitter.appendUnquoted(List(arithmetic(expression, &state, &runner)))
      case .processSubstitution(let commands, _, _):
        splitter.appendQuoted(
          List(runner.substitution(of: commands, state)), separately: false)
      case .extendedGlob(let operation, let alternatives, _):
        appendExtendedGlob(
          operation, alternatives, isName: atStart, into: &splitter, &state, &runner)
      case .array: break
      }
    }
  }

  private static func expandQuoted<Runner: CommandSubstituting>(
    _ parts: List<WordPart>, into splitter: inout FieldSplitter,
    _ state: inout ShellState, _ runner: inout Runner
  ) {
    for index in 0..<parts.count {
      switch parts[index] {
      case .literal(let text, _), .singleQuoted(let text, _), .dollarSingleQuoted(let text, _):
        splitter.appendQuoted(text)
      case .escaped(let byte, _): splitter.appendQuoted([byte])
      case .doubleQuoted(let inner, _): expandQuoted(inner, into: &splitter, &state, &runner)
      case .parameter(let expansion):
        let values = ParameterExpander.values(of: expansion, &state, &runner)
        splitter.appendQuoted(values, separately: expansion.keepsFieldsInQuotes)
      case .commandSubstitution(let commands, _):
        splitter.appendQuoted(List(runner.output(of: commands, state)), separately: false)
      case .arithmetic(let expression, _):
        splitter.appendQuoted(List(arithmetic(expression, &state, &runner)), separately: false)
      case .processSubstitution, .extendedGlob, .array: break
      }
    }
  }

  /// The number that an arithmetic expansion yields, or a gap.
  static func arithmetic<Runner: CommandSubstituting>(
    _ expression: Word, _ state: inout ShellState, _ runner: inout Runner
  ) -> Field {
    let text = value(of: expression, &state, &runner)
    guard let exact = text.exact, let number = Arithmetic.value(of: exact, &state) else {
      return .unknown
    }
    var digits: [UInt8] = []
    digits.append(decimal: number)
    return Field(digits)
  }

  /// `@(a|b)` and `?(a|b)` of plain words are one of these words; the others may match anything.
  private static func appendExtendedGlob<Runner: CommandSubstituting>(
    _ operation: UInt8, _ alternatives: List<Word>, isName: Bool,
    into splitter: inout FieldSplitter,
    _ state: inout ShellState, _ runner: inout Runner
  ) {
    var choices = List<Field>()
    for index in 0..<alternatives.count {
      choices.append(value(of: alternatives[index], &state, &runner))
    }
    let isOneOfThem = operation == 0x40 || operation == 0x3F
    // Among names that are there `!(x)` is as good as a star.
    if isName, !isOneOfThem { return splitter.appendUnquoted([0x2A][...]) }
    if !isOneOfThem { choices.append(.unknown) }
    if operation == 0x3F || operation == 0x2A { choices.append(Field()) }
    splitter.appendQuoted(List(Field.oneOf(choices)), separately: false)
  }
}

extension ParameterExpansion {
  /// `"$@"` and `"${array[@]}"` stay several fields inside double quotes.
  var keepsFieldsInQuotes: Bool {
    if name == [0x40] { return true }
    return index?.unquotedText == [0x40]
  }
}

extension Word {
  /// The text of a word that no expansion changes, quotes removed; nil for any other.
  fileprivate var plainText: [UInt8]? {
    guard let first = parts.first?.plainText else { return nil }
    var text = first
    for part in parts.dropFirst() {
      guard let more = part.plainText else { return nil }
      text += more
    }
    return text
  }
}

extension WordPart {
  fileprivate var plainText: [UInt8]? {
    switch self {
    case .literal(let text, _):
      for byte in text where Field.isSpecial(byte) || byte == 0x7B || byte == 0x7E { return nil }
      return text
    case .escaped(let byte, _): return [byte]
    case .singleQuoted(let text, _), .dollarSingleQuoted(let text, _): return text
    case .doubleQuoted(let inner, _):
      guard inner.count == 1, case .literal(let text, _) = inner[0] else {
        return inner.isEmpty ? [] : nil
      }
      return text
    case .parameter, .commandSubstitution, .arithmetic, .processSubstitution, .extendedGlob,
      .array:
      return nil
    }
  }
}
