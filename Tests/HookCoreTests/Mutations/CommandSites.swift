// SPDX-License-Identifier: MIT
@testable import HookCore

/// The places of a command text that a mutation can change without changing what it does.
///
/// Found by parsing. Bodies of here-documents, backquotes and the inside of `${…}` are left
/// alone: another quoting holds there.
struct CommandSites {
  /// A word whose value follows from its spelling alone.
  struct Constant {
    enum Role {
      case name
      case argument
      /// What is assigned, or the text of a here-string.
      case value
      /// What a redirection names.
      case target
    }

    let range: SourceRange
    let value: [UInt8]
    let role: Role
  }

  /// A simple command that has a name.
  struct Simple {
    let range: SourceRange
    let words: [Word]
    /// As many as there are words; nil where a value is not constant.
    let constants: [Constant?]
    var name: [UInt8]? { constants[0]?.value }
    /// Whether every word has a known value.
    var isConstant: Bool { constants.allSatisfy { $0 != nil } }
  }

  let text: [UInt8]
  private(set) var simple: [Simple] = []
  private(set) var constants: [Constant] = []
  private(set) var functions: [[UInt8]] = []
  /// Where pipelines of the outermost list begin.
  private(set) var pipelines: [Int] = []

  /// Nil for a text that is outside the grammar: nothing is known of its meaning.
  init?(_ text: [UInt8]) {
    self.text = text
    guard let tree = try? ShellParser.parse(text) else { return nil }
    for item in tree.items {
      for pipeline in [item.andOr.first] + item.andOr.rest.map(\.pipeline)
      where !pipeline.isTimed && !pipeline.isNegated {
        pipelines.append(pipeline.range.start)
      }
    }
    collect(tree)
  }

  /// Whether `command` runs a program, as far as the text tells: neither a builtin that no
  /// program stands for nor a function.
  func runsProgram(_ command: Simple) -> Bool {
    guard let name = command.name, !functions.contains(name) else { return false }
    if name == Array("printf".utf8), command.constants.dropFirst().first??.value == Array("-v".utf8)
    {
      return false
    }
    return !Self.builtins.contains(String(decoding: name, as: UTF8.self))
  }

  /// The text with `replacements` in the places of their ranges.
  func replacing(_ replacements: [(SourceRange, [UInt8])]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    for (range, bytes) in replacements.sorted(by: { $0.0.start < $1.0.start }) {
      guard range.start >= at else { continue }
      result += text[at..<range.start] + bytes
      at = range.end
    }
    return result + text[at...]
  }

  /// Forgets the constants that `isWanted` does not want.
  mutating func keepConstants(where isWanted: (Constant) -> Bool) {
    constants = constants.filter(isWanted)
  }

  /// Keeps one constant and one command, so that only they are changed.
  mutating func keepSome(_ random: inout SeededGenerator) {
    if !constants.isEmpty { constants = [random.pick(constants)] }
    if !simple.isEmpty { simple = [random.pick(simple)] }
  }

  /// Builtins that do what no program of that name does: they change the shell itself.
  private static let builtins: Set<String> = [
    ".", ":", "alias", "bg", "bind", "break", "builtin", "caller", "cd", "command", "compgen",
    "complete", "compopt", "continue", "declare", "dirs", "disown", "enable", "eval", "exec",
    "exit", "export", "fc", "fg", "getopts", "hash", "help", "history", "jobs", "let", "local",
    "logout", "mapfile", "popd", "pushd", "read", "readarray", "readonly", "return", "set",
    "shift", "shopt", "source", "suspend", "times", "trap", "type", "typeset", "ulimit", "umask",
    "unalias", "unset", "wait",
  ]

  /// Builtins whose arguments are read as assignments when their name is plain.
  private static let declarations: Set<String> = [
    "alias", "declare", "export", "local", "readonly", "typeset",
  ]
}

extension CommandSites {
  private mutating func collect(_ list: CommandList) {
    for item in list.items {
      collect(item.andOr.first)
      for step in item.andOr.rest { collect(step.pipeline) }
    }
  }

  private mutating func collect(_ pipeline: Pipeline) {
    for part in pipeline.commands { collect(part.command) }
  }

  private mutating func collect(_ command: Command) {
    for redirection in command.redirections {
      switch redirection.operation {
      case .hereDocument: break
      case .duplicateInput, .duplicateOutput: collect(inside: redirection.target)
      case .hereString: note(redirection.target, .value)
      case .input, .output, .clobber, .append, .readWrite, .outputAndErrors,
        .appendOutputAndErrors:
        note(redirection.target, .target)
      }
    }
    collect(command.body, command.range)
  }

  private mutating func collect(_ body: CommandBody, _ range: SourceRange) {
    switch body {
    case .simple(let command): collect(command, range)
    case .group(let list), .subshell(let list), .arithmeticFor(_, _, _, let list): collect(list)
    case .forLoop(_, let words, let list), .select(_, let words, let list):
      for word in words ?? List() { note(word, .argument) }
      collect(list)
    case .whileLoop(let condition, _, let list):
      collect(condition)
      collect(list)
    case .ifClause(let branches, let otherwise):
      for branch in branches {
        collect(branch.condition)
        collect(branch.body)
      }
      if let otherwise { collect(otherwise) }
    case .caseClause(_, let items): for item in items { collect(item.body) }
    case .function(let name, let command):
      if let name = name.unquotedText { functions.append(name) }
      collect(command)
    case .coprocess(_, let command): collect(command)
    case .arithmetic, .conditional: break
    }
  }

  private mutating func collect(_ command: SimpleCommand, _ range: SourceRange) {
    for assignment in command.assignments {
      switch assignment.value {
      case .word(let word): note(word, .value)
      case .array(let elements): for element in elements { note(element.value, .argument) }
      }
    }
    guard let first = command.words.first else { return }
    let words = Array(command.words)
    let arguments = words.dropFirst().map { constant($0, .argument) }
    var name = constant(first, .name)
    if let known = name, arguments.contains(where: { $0 == nil }),
      Self.declarations.contains(String(decoding: known.value, as: UTF8.self))
    {
      name = nil
    }
    for word in words { collect(inside: word) }
    let known = [name] + arguments
    constants += known.compactMap { $0 }
    guard Self.isPlace(range, in: text) else { return }
    simple.append(Simple(range: range, words: words, constants: known))
  }

  private static func isPlace(_ range: SourceRange, in text: [UInt8]) -> Bool {
    range.start < range.end && range.end <= text.count
  }

  private mutating func note(_ word: Word, _ role: Constant.Role) {
    collect(inside: word)
    if let constant = constant(word, role) { constants.append(constant) }
  }

  /// The commands in the expansions of `word`.
  private mutating func collect(inside word: Word) {
    for part in word.parts { collect(inside: part) }
  }

  private mutating func collect(inside part: WordPart) {
    switch part {
    case .doubleQuoted(let parts, _): for part in parts { collect(inside: part) }
    case .commandSubstitution(let list, let range):
      if text[range.start] == UInt8(ascii: "$") { collect(list) }
    case .processSubstitution(let list, _, _): collect(list)
    case .array(let elements, _): for element in elements { note(element.value, .argument) }
    case .literal, .escaped, .singleQuoted, .dollarSingleQuoted, .parameter, .arithmetic,
      .extendedGlob:
      break
    }
  }

  private func constant(_ word: Word, _ role: Constant.Role) -> Constant? {
    guard Self.isPlace(word.range, in: text), let value = Self.value(of: word.parts) else {
      return nil
    }
    return value.isEmpty ? nil : Constant(range: word.range, value: value, role: role)
  }

  /// The value of a word without expansions, patterns, tildes and braces.
  private static func value(of parts: List<WordPart>) -> [UInt8]? {
    var value: [UInt8] = []
    for part in parts {
      switch part {
      case .literal(let bytes, _):
        guard bytes.allSatisfy(WordSpelling.isPlain) else { return nil }
        value += bytes
      case .escaped(let byte, _): value.append(byte)
      case .singleQuoted(let bytes, _), .dollarSingleQuoted(let bytes, _): value += bytes
      case .doubleQuoted(let parts, _):
        for part in parts {
          switch part {
          case .literal(let bytes, _): value += bytes
          case .escaped(let byte, _): value.append(byte)
          default: return nil
          }
        }
      case .parameter, .commandSubstitution, .arithmetic, .processSubstitution, .extendedGlob,
        .array:
        return nil
      }
    }
    return value
  }
}
