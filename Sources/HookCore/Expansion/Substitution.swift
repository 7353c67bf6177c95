// SPDX-License-Identifier: MIT

/// Whoever can tell what a command substitution prints, and takes note of what it does.
package protocol CommandSubstituting {
  /// The output of `commands` run in a copy of `state`, trailing newlines removed.
  mutating func output(of commands: CommandList, _ state: ShellState) -> Field
  /// The name under which a command's output can be read, or its input written.
  mutating func substitution(of commands: CommandList, _ state: ShellState) -> Field
  /// The names in `directory`, or nil where it cannot be listed.
  mutating func entries(of directory: [UInt8]) -> List<DirectoryEntry>?
  /// What is known of where the value of a variable of the surroundings is from.
  mutating func provenance(ofVariable name: [UInt8], at range: SourceRange) -> Provenance
  /// Takes note that a word becomes more than is followed.
  mutating func noteExcess(of word: Word)
}
