// SPDX-License-Identifier: MIT
import HookCore

/// Examples of rules spelled otherwise, so that they do the same.
///
/// A small set of what people and models write; the tests of the rules that are built in have many
/// more.
struct Respelling {
  /// What was changed.
  let kind: String
  let text: [UInt8]

  /// The other spellings of an example: of a command, or of the file that a call names.
  static func of(_ example: [UInt8]) -> [Respelling] {
    if let call = ClientRule(example), let pattern = call.pattern {
      return calls(call.tool, pattern)
    }
    // A name alone is a tool's.
    if ClientRule(example) != nil, !example.contains(0x20), example.starts(with: "mcp__".utf8) {
      return []
    }
    return commands(example)
  }

  private static func calls(_ tool: [UInt8], _ path: [UInt8]) -> [Respelling] {
    guard ["Read", "Write", "Edit"].contains(Output.shown(tool)), path.first != 0x2F,
      path.first != 0x7E, path.first != 0x2E
    else { return [] }
    let variants = [bytes("./") + path, bytes("x/../") + path, bytes(".//") + path]
    return variants.map {
      Respelling(kind: "by another path", text: tool + bytes("(") + $0 + bytes(")"))
    }
  }

  private static func commands(_ text: [UInt8]) -> [Respelling] {
    guard let tree = try? ShellParser.parse(text) else { return [] }
    var words = CommandWords()
    words.collect(tree)
    let quoted = quoted(text)
    var found: [Respelling] = []
    func add(_ kind: String, _ text: [UInt8]) { found.append(Respelling(kind: kind, text: text)) }
    func respell(_ kind: String, _ ranges: [SourceRange], _ spell: ([UInt8]) -> [UInt8]) {
      guard !ranges.isEmpty else { return }
      add(kind, replacing(ranges, in: text, spell))
    }
    for ranges in [words.names, words.arguments] {
      respell("quoted", ranges) { value in
        let middle = value.count / 2
        return Array(value[..<middle]) + bytes("\"\"") + Array(value[middle...])
      }
      respell("in quotes", ranges) { Self.quoted($0) }
      respell("with a backslash", ranges) { bytes("\\") + $0 }
      respell("in ANSI-C quotes", ranges) { ansiC($0) }
      respell("from a substitution", ranges) { bytes("\"$(printf %s ") + $0 + bytes(")\"") }
    }
    if let first = words.names.first {
      let value = Array(text[first.start..<first.end])
      let rest = replacing([first], in: text) { _ in bytes("\"$name\"") }
      add("through a variable", bytes("name=") + value + bytes("; ") + rest)
    }
    respell("by its path", words.programs(in: text)) { bytes("/usr/bin/") + $0 }
    let prefixes = ["env X1=1 ", "timeout 5 ", "nice -n 5 ", "nohup ", "command ", "xargs -I{} "]
    for prefix in prefixes {
      respell("behind \(prefix.split(separator: " ")[0])", words.programs(in: text)) {
        bytes(prefix) + $0
      }
    }
    respell("with a variable set", words.names) { bytes("X1=1 ") + $0 }
    for shell in ["bash -c ", "sh -c ", "eval "] {
      add("in \(shell.split(separator: " ")[0])", bytes(shell) + quoted)
    }
    add("in a here-document", bytes("bash <<'EOT'\n") + text + bytes("\nEOT\n"))
    add("in a pipe", bytes("printf '%s\\n' ") + quoted + bytes(" | sh"))
    add("behind another command", bytes("true && ") + text)
    add("in a subshell", bytes("( ") + text + bytes("\n)"))
    return found
  }

  /// The text with each of `ranges` spelled by `spell`.
  private static func replacing(
    _ ranges: [SourceRange], in text: [UInt8], _ spell: ([UInt8]) -> [UInt8]
  ) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for range in ranges.sorted(by: { $0.start < $1.start }) where range.start >= position {
      result += text[position..<range.start] + spell(Array(text[range.start..<range.end]))
      position = range.end
    }
    return result + text[position...]
  }

  /// `'text'`.
  private static func quoted(_ text: [UInt8]) -> [UInt8] {
    var result = bytes("'")
    for byte in text { result += byte == 0x27 ? bytes("'\\''") : [byte] }
    return result + bytes("'")
  }

  /// `$'\x74ext'`.
  private static func ansiC(_ text: [UInt8]) -> [UInt8] {
    guard let first = text.first else { return text }
    let digits = String(first, radix: 16)
    return bytes("$'\\x\(digits)") + text.dropFirst() + bytes("'")
  }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}

/// The plain words of the commands in a text, those that can be spelled in any way.
private struct CommandWords {
  private(set) var names: [SourceRange] = []
  private(set) var arguments: [SourceRange] = []

  mutating func collect(_ list: CommandList) {
    for item in list.items {
      collect(item.andOr.first)
      for step in item.andOr.rest { collect(step.pipeline) }
    }
  }

  private mutating func collect(_ pipeline: Pipeline) {
    for part in pipeline.commands {
      guard case .simple(let command) = part.command.body else { continue }
      for (index, word) in command.words.enumerated() {
        guard let text = word.unquotedText, text.allSatisfy(Self.isPlain) else { continue }
        if index == 0 { names.append(word.range) } else { arguments.append(word.range) }
      }
    }
  }

  /// The names that are programs: neither a builtin nor given with a directory.
  func programs(in text: [UInt8]) -> [SourceRange] {
    names.filter { range in
      let name = text[range.start..<range.end]
      return !name.contains(0x2F) && !Self.builtins.contains(Output.shown(Array(name)))
    }
  }

  private static let builtins: Set<String> = [
    ".", ":", "[", "alias", "cd", "command", "declare", "echo", "eval", "exec", "exit", "export",
    "false", "local", "popd", "printf", "pushd", "read", "return", "set", "shift", "source",
    "test", "trap", "true", "type", "ulimit", "umask", "unset", "wait",
  ]

  /// Bytes that mean themselves wherever they stand in a word.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x5F, 0x2E, 0x2F, 0x2D, 0x2B, 0x3A, 0x40, 0x25, 0x2C: true
    default: false
    }
  }
}
