// SPDX-License-Identifier: MIT

/// What the text of a database's client says that matters here.
struct SQLText {
  /// Whether tables, databases or all rows of one are deleted.
  private(set) var destroys = false
  /// Whether all that it names is in the database that the client was called with.
  private(set) var staysInDatabase = true
  /// Texts for a shell: `\! command`, `.shell command`, `system command`.
  private(set) var commands = List<[UInt8]>()
  /// Constants, which may name files.
  private(set) var names = List<[UInt8]>()

  init(_ text: [UInt8]) {
    var statements: [UInt8] = []
    for line in text.split(separator: 0x0A) {
      noteCommand(Array(line))
      // Commands of the client and comments would hide how the statement after them begins.
      if line.first == 0x5C || line.starts(with: [0x2D, 0x2D]) { continue }
      statements += line
      statements.append(0x0A)
    }
    for statement in statements.split(separator: 0x3B) { note(Array(statement)) }
  }

  private mutating func noteCommand(_ line: [UInt8]) {
    let line = Array(line.drop { $0 == 0x20 || $0 == 0x09 })
    for prefix in 0..<4 {
      let word: StaticString =
        switch prefix {
        case 0: "\\!"
        case 1: ".shell "
        case 2: ".system "
        default: "system "
        }
      if line.hasPrefix(word) { commands.append(Array(line[word.utf8CodeUnitCount...])) }
    }
    guard line.first == 0x2E || line.first == 0x5C || line.hasPrefix("source ") else { return }
    staysInDatabase = false
    // Commands of the client itself name files without quotes: `.read x`, `\\copy t from x`.
    for word in line.split(separator: 0x20).dropFirst() {
      names.append(word.filter { $0 != 0x27 && $0 != 0x22 })
    }
  }

  /// Whether a constant may be a file's name; a sentence is none.
  private static func mayName(_ constant: [UInt8]) -> Bool {
    let start = constant.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0
    return !constant.isEmpty && !constant[start...].contains(0x20)
  }

  /// `where true` and `where 1=1`, and nothing after it.
  private static func isAlwaysTrue(_ words: List<[UInt8]>, from start: Int) -> Bool {
    let count = words.count - start
    if count == 1 { return words[start].equals("true") || words[start].equals("1") }
    return count == 2 && words[start] == words[start + 1]
  }

  private mutating func note(_ statement: [UInt8]) {
    var words = List<[UInt8]>()
    var word: [UInt8] = []
    var quote: UInt8 = 0
    for byte in statement + [0x20] {
      if quote != 0 {
        if byte == quote {
          if quote == 0x27, SQLText.mayName(word) { names.append(word) }
          word = []
          quote = 0
        } else {
          word.append(byte)
        }
      } else if byte == 0x27 || byte == 0x22 {
        quote = byte
        word = []
      } else if (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x2E
      {
        word.append(byte)
      } else {
        if !word.isEmpty { words.append(word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }) }
        word = []
      }
    }
    guard let first = words.first else { return }
    var hasCondition = false
    for index in 0..<words.count {
      let word = words[index]
      if word.equals("where") { hasCondition = !SQLText.isAlwaysTrue(words, from: index + 1) }
      if word.equals("database") || word.equals("schema") || word.equals("use")
        || word.equals("attach") || word.equals("keyspace") || word.contains(0x2E)
      {
        staysInDatabase = false
      }
    }
    if first.equals("drop"), words.count > 1 {
      let what = words[1]
      destroys =
        destroys
        || !what.equals("temporary") && !what.equals("index")
          && !what.equals("trigger")
    } else if first.equals("alter"), words.count > 1, words[1].equals("table") {
      for word in words where word.equals("drop") { destroys = true }
    } else if first.equals("update"), !hasCondition {
      for word in words where word.equals("set") { destroys = true }
    } else if first.equals("truncate") || first.equals("delete") && !hasCondition {
      destroys = destroys || words.count > 1
    }
  }
}
