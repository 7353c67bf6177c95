// SPDX-License-Identifier: MIT

import HookCore

/// Whether the ranges of a tree's nodes lie where the grammar puts them.
///
/// Every node lies inside its parent, and a literal as long as its range is the text that stands
/// there. Bodies of here-documents stand behind their command, so they only lie in the text, and
/// lose tabs and gain a last newline.
struct SyntaxRanges {
  private let text: [UInt8]
  private var areNested = true
  private var isInDocument = false

  static func areNested(_ tree: CommandList, in text: [UInt8]) -> Bool {
    var ranges = SyntaxRanges(text: text)
    ranges.check(tree, in: SourceRange(0, text.count))
    return ranges.areNested
  }

  private init(text: [UInt8]) { self.text = text }

  private mutating func check(_ range: SourceRange, in outer: SourceRange) {
    areNested =
      areNested && range.start >= outer.start && range.start <= range.end && range.end <= outer.end
  }

  private mutating func check(_ list: CommandList, in outer: SourceRange) {
    check(list.range, in: outer)
    for item in list.items {
      check(item.andOr.range, in: list.range)
      check(item.andOr.first, in: item.andOr.range)
      for step in item.andOr.rest { check(step.pipeline, in: item.andOr.range) }
    }
  }

  private mutating func check(_ pipeline: Pipeline, in outer: SourceRange) {
    check(pipeline.range, in: outer)
    for part in pipeline.commands { check(part.command, in: pipeline.range) }
  }

  private mutating func check(_ command: Command, in outer: SourceRange) {
    check(command.range, in: outer)
    for redirection in command.redirections {
      check(redirection.range, in: command.range)
      check(redirection.target, in: redirection.range)
      if let document = redirection.document { check(document) }
    }
    check(command.body, in: command.range)
  }

  private mutating func check(_ document: HereDocument) {
    let outer = isInDocument
    isInDocument = true
    check(document.body, in: SourceRange(0, text.count))
    isInDocument = outer
  }

  private mutating func check(_ body: CommandBody, in range: SourceRange) {
    switch body {
    case .simple(let simple):
      for assignment in simple.assignments { check(assignment, in: range) }
      for word in simple.words { check(word, in: range) }
    case .group(let list), .subshell(let list): check(list, in: range)
    case .forLoop(_, let words, let list), .select(_, let words, let list):
      for word in words ?? List() { check(word, in: range) }
      check(list, in: range)
    case .arithmeticFor(let first, let condition, let step, let list):
      for word in [first, condition, step] { check(word, in: range) }
      check(list, in: range)
    case .whileLoop(let condition, _, let list):
      check(condition, in: range)
      check(list, in: range)
    case .ifClause(let branches, let otherwise):
      for branch in branches {
        check(branch.condition, in: range)
        check(branch.body, in: range)
      }
      if let otherwise { check(otherwise, in: range) }
    case .caseClause(let subject, let items):
      check(subject, in: range)
      for item in items {
        for pattern in item.patterns { check(pattern, in: range) }
        check(item.body, in: range)
      }
    case .function(let name, let command):
      check(name, in: range)
      check(command, in: range)
    case .arithmetic(let expression): check(expression, in: range)
    case .conditional(let expression): check(expression, in: range)
    case .coprocess(_, let command): check(command, in: range)
    }
  }

  private mutating func check(_ expression: ConditionalExpression, in range: SourceRange) {
    switch expression {
    case .word(let word), .unary(_, let word): check(word, in: range)
    case .binary(let left, _, let right):
      check(left, in: range)
      check(right, in: range)
    case .not(let inner): check(inner, in: range)
    case .all(let parts), .any(let parts): for part in parts { check(part, in: range) }
    }
  }

  private mutating func check(_ assignment: Assignment, in outer: SourceRange) {
    check(assignment.range, in: outer)
    if let index = assignment.index { check(index, in: assignment.range) }
    switch assignment.value {
    case .word(let word): check(word, in: assignment.range)
    case .array(let elements): check(elements, in: assignment.range)
    }
  }

  private mutating func check(_ elements: List<ArrayElement>, in range: SourceRange) {
    for element in elements {
      if let index = element.index { check(index, in: range) }
      check(element.value, in: range)
    }
  }

  private mutating func check(_ word: Word, in outer: SourceRange) {
    check(word.range, in: outer)
    for part in word.parts { check(part, in: word.range) }
  }

  private mutating func check(_ part: WordPart, in outer: SourceRange) {
    check(part.range, in: outer)
    switch part {
    case .literal(let bytes, let range):
      if bytes.count == range.end - range.start, !isInDocument {
        areNested = areNested && Array(text[range.start..<range.end]) == bytes
      }
    case .escaped, .singleQuoted, .dollarSingleQuoted: break
    case .doubleQuoted(let parts, let range): for part in parts { check(part, in: range) }
    case .parameter(let expansion):
      if let index = expansion.index { check(index, in: expansion.range) }
      for word in Self.words(of: expansion.operation) { check(word, in: expansion.range) }
    case .commandSubstitution(let list, let range), .processSubstitution(let list, _, let range):
      check(list, in: range)
    case .arithmetic(let expression, let range): check(expression, in: range)
    case .extendedGlob(_, let alternatives, let range):
      for alternative in alternatives { check(alternative, in: range) }
    case .array(let elements, let range): check(elements, in: range)
    }
  }

  private static func words(of operation: ParameterOperation) -> [Word] {
    switch operation {
    case .value, .length, .transform, .namesWithPrefix, .subscripts: []
    case .useDefault(let word, _), .assignDefault(let word, _), .failIfUnset(let word, _),
      .useAlternative(let word, _), .removePrefix(let word, _), .removeSuffix(let word, _):
      [word]
    case .replace(let pattern, let word, _): [pattern] + (word.map { [$0] } ?? [])
    case .substring(let offset, let length): [offset] + (length.map { [$0] } ?? [])
    case .changeCase(_, _, let pattern): pattern.map { [$0] } ?? []
    }
  }
}
