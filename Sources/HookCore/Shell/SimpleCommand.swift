// SPDX-License-Identifier: MIT

/// Assignments and words in the order written (2.9.1).
package struct SimpleCommand: Sendable {
  package var assignments: List<Assignment>
  /// The command's name and arguments; empty where there are only assignments or redirections.
  ///
  /// What a declaration command (`export`, `declare`, …) assigns stands here as words; an array
  /// that it assigns is the word's last part.
  package var words: List<Word>

  package init(assignments: List<Assignment>, words: List<Word>) {
    self.assignments = assignments
    self.words = words
  }
}

/// `name=value`, `name+=value`, `name[i]=value`, `name=(…)`.
package struct Assignment: Sendable {
  package var name: [UInt8]
  package var index: Word?
  package var appends: Bool
  package var value: AssignedValue
  package var range: SourceRange

  package init(
    name: [UInt8], index: Word?, appends: Bool, value: AssignedValue, range: SourceRange
  ) {
    self.name = name
    self.index = index
    self.appends = appends
    self.value = value
    self.range = range
  }
}

/// What is assigned.
package indirect enum AssignedValue: Sendable {
  case word(Word)
  case array(List<ArrayElement>)
}

/// One element of `name=(…)`, with its `[subscript]=` or `[subscript]+=` where there is one.
package struct ArrayElement: Sendable {
  package var index: Word?
  package var appends: Bool
  package var value: Word

  package init(index: Word?, appends: Bool, value: Word) {
    self.index = index
    self.appends = appends
    self.value = value
  }
}
