// SPDX-License-Identifier: MIT

/// Commands with arguments, or an input, that can be one of several values.
extension EffectAnalyzer {
  /// Runs the command once for each combination of what its arguments can be; nil where that
  /// makes no difference.
  ///
  /// Any value may be the option or the subcommand that decides what the command does.
  mutating func invokeEach(
    _ path: [UInt8], _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange,
    _ state: inout ShellState, _ input: CommandStream
  ) -> CommandStream? {
    var combinations = 1
    var longest = 1
    var hasOption = false
    for argument in arguments where !argument.alternatives.isEmpty {
      let count = argument.alternatives.count + 1
      longest = Swift.max(longest, count)
      combinations = Swift.min(combinations * count, Field.choiceLimit + 1)
      for choice in argument.choices where choice.bytes.first == 0x2D { hasOption = true }
    }
    let hasFormat = name.equals("printf") && arguments.first?.alternatives.isEmpty == false
    var texts = List<Field>()
    if EffectAnalyzer.isFilter(name), let text = input.text {
      texts.append(contentsOf: text.choices)
    }
    if texts.count > 1 {
      longest = Swift.max(longest, texts.count)
      combinations = Swift.min(combinations * texts.count, Field.choiceLimit + 1)
    }
    guard longest > 1,
      texts.count > 1 || hasFormat || !EffectAnalyzer.takesChoices(name, hasOption: hasOption)
    else { return nil }
    // Beyond the limit every value is tried, but not with every other.
    let isProduct = combinations <= Field.choiceLimit
    var output: CommandStream?
    var result: ShellState?
    for index in 0..<(isProduct ? combinations : longest) {
      guard mayStep(at: range) else { break }
      var place = index
      var chosen = List<Field>()
      for argument in arguments {
        let choices = argument.choices
        chosen.append(choices[place % choices.count])
        if isProduct { place /= choices.count }
      }
      var inner = state
      var text = input
      if texts.count > 1 { text.text = texts[place % texts.count] }
      let printed = invoke(path, chosen, range, &inner, text)
      output = output.map { EffectAnalyzer.either($0, printed) } ?? printed
      result = result.map { $0.joined(with: inner) } ?? inner
    }
    state = result ?? state
    return output ?? .unknown
  }

  /// Whether the command is judged with all values of an argument at once: what it does with one
  /// does not depend on the others.
  private static func takesChoices(_ name: [UInt8], hasOption: Bool) -> Bool {
    if contains(builtinNames, name) { return true }
    return !hasOption && contains(plainNames, name)
  }

  /// Whether what the command prints is computed from its input.
  private static func isFilter(_ name: [UInt8]) -> Bool {
    name.equals("sed") || name.equals("gsed") || name.equals("tr") || name.equals("cut")
      || name.equals("rev") || name.equals("base64") || name.equals("base32") || name.equals("xxd")
      || picksLines(name)
  }

  private static func contains(_ names: StaticString, _ name: [UInt8]) -> Bool {
    for word in CatalogText(names).split(0x20) where word.equals(name) { return true }
    return false
  }

  private static var builtinNames: StaticString {
    ": [ cd declare echo export false local popd printf pushd readonly set shift test true typeset unset"
  }

  private static var plainNames: StaticString {
    "cat chmod chown cp curl du file kill ln ls mkdir mv rm rmdir stat tee touch wc wget"
  }
}
