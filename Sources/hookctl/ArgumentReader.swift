// SPDX-License-Identifier: MIT
import HookCore

/// The words of a command line, taken one at a time.
///
/// Options may stand before and after operands; `--` ends them. A value follows its option as
/// the next word or after `=`.
struct ArgumentReader {
  /// What a word is.
  enum Argument {
    case option(String)
    case operand([UInt8])
  }

  private let usage: Usage
  private var words: ArraySlice<[UInt8]>
  private var attachedValue: [UInt8]?
  private var lastOption = ""
  private var optionsEnded = false

  init(_ words: ArraySlice<[UInt8]>, usage: Usage) {
    self.words = words
    self.usage = usage
  }

  /// The next word, or nil at the end; `--help` and `-h` end the command with its help.
  mutating func next() throws(CommandError) -> Argument? {
    guard attachedValue == nil else { throw .usage("\(lastOption) takes no value", usage) }
    guard let word = words.popFirst() else { return nil }
    guard !optionsEnded, word.first == 0x2D, word.count > 1 else { return .operand(word) }
    if word == [0x2D, 0x2D] {
      optionsEnded = true
      return try next()
    }
    let end = word.firstIndex(of: 0x3D) ?? word.endIndex
    lastOption = Output.shown(Array(word[..<end]))
    if end < word.endIndex { attachedValue = Array(word[(end + 1)...]) }
    if lastOption == "--help" || lastOption == "-h" { throw .help(usage) }
    return .option(lastOption)
  }

  /// The value of the option just read.
  mutating func value() throws(CommandError) -> [UInt8] {
    if let value = attachedValue {
      attachedValue = nil
      return value
    }
    guard let value = words.popFirst() else { throw .usage("\(lastOption) needs a value", usage) }
    return value
  }

  /// The value of the option just read, as the absolute path of a file; it cannot be empty.
  mutating func path() throws(CommandError) -> [UInt8] {
    let value = try value()
    guard !value.isEmpty else { throw .usage("\(lastOption) needs a value", usage) }
    guard value.first != 0x2F else { return value }
    guard let directory = UserEnvironment.currentDirectory() else {
      throw .failure(.noInput, "the working directory is gone; give absolute paths")
    }
    return directory + [0x2F] + value
  }

  /// Takes the value of `option` where that is one of `--stage`, `--phase`, `--scope` and `--ticket`;
  /// false where it is another.
  mutating func takeSession(
    _ option: String, _ session: inout SessionTerms
  ) throws(CommandError) -> Bool {
    guard ["--stage", "--phase", "--scope", "--ticket"].contains(option) else { return false }
    let value = try value()
    guard session.take(Array(option.utf8), value) else {
      throw .usage("\(Output.shown(value)) is no value for \(option)", usage)
    }
    return true
  }

  /// Makes sure that there are no more words.
  mutating func end() throws(CommandError) {
    switch try next() {
    case .option(let option): throw unknown(option)
    case .operand(let operand): throw unexpected(operand)
    case nil: return
    }
  }

  /// The error for an option that the command does not know.
  func unknown(_ option: String) -> CommandError { .usage("unknown option \(option)", usage) }

  /// The error for an operand too many.
  func unexpected(_ operand: [UInt8]) -> CommandError {
    .usage("unexpected argument \(Output.shown(operand))", usage)
  }
}
