// SPDX-License-Identifier: MIT

/// Changes shell texts a little: what parsers get wrong is mostly one token away from right.
struct ScriptMutator {
  private static let tokens = [
    "a", "$x", "${x}", "\"", "'", "`", "$(", ")", "(", "((", "))", "{", "}", "[[", "]]", "[", "]",
    "if", "then", "fi", "else", "elif", "for", "in", "do", "done", "while", "case", "esac", ";;",
    ";", "&", "&&", "||", "|", "|&", "<", ">", ">>", "<<E", "\nE\n", "\n", " ", "#", "\\", "\\\n",
    "=", "a=", "a[0]=", "(b)", "!", "time", "coproc", "function", "f()", "$((", "2>", "&>", "<(",
    ">(", "<<<", "$'", "$\"", "*", "?(", "~", "-f", "==", "=~", "select", "{x}>", ">&-", "$[",
    "${x:-", "${x#", "${x/", "declare ", "\t", "-", "+=", "%",
  ].map { Array($0.utf8) }

  private let texts: [[UInt8]]
  private var random: SeededGenerator

  init(_ texts: [[UInt8]], seed: UInt64) {
    self.texts = texts
    random = SeededGenerator(seed: seed)
  }

  /// One of the texts with one to three changes.
  mutating func next() -> [UInt8] {
    var text = random.pick(texts)
    for _ in 0..<Int.random(in: 1...3, using: &random) { change(&text) }
    return text
  }

  private mutating func change(_ text: inout [UInt8]) {
    let start = Int.random(in: 0...text.count, using: &random)
    let end = min(text.count, start + Int.random(in: 0...6, using: &random))
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<3: text.removeSubrange(start..<min(text.count, start + 1))
    case 3..<7: text.insert(contentsOf: random.pick(Self.tokens), at: start)
    case 7:
      let other = random.pick(texts)
      let from = Int.random(in: 0...other.count, using: &random)
      text.insert(contentsOf: other[from..<min(other.count, from + 12)], at: start)
    case 8: text.removeSubrange(start..<end)
    default: text.insert(contentsOf: text[start..<end], at: start)
    }
  }
}
