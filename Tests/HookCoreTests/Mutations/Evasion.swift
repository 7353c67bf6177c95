// SPDX-License-Identifier: MIT
@testable import HookCore

/// The kinds of spelling a command otherwise so that it does the same.
enum Evasion: CaseIterable {
  case quotes
  case backslashes
  case absolutePath
  case environmentPrefix
  case wrapper
  case nestedShell
  case substitution
  case variable
  case ansiC
  case braces
  case newlines
  case hereDocument

  /// Every mutation of this kind that applies to the command.
  func mutants(of sites: CommandSites) -> [[UInt8]] {
    switch self {
    case .quotes: Self.respelled(sites, WordSpelling.quotings)
    case .backslashes: Self.respelled(sites, WordSpelling.backslashes)
    case .absolutePath: Self.absolutePaths(sites)
    case .environmentPrefix: Self.environmentPrefixes(sites)
    case .wrapper: Self.wrapped(sites)
    case .nestedShell: Self.nestedShells(sites.text)
    case .substitution: Self.respelled(sites, WordSpelling.substitutions)
    case .variable: Self.variables(sites)
    case .ansiC: Self.respelled(sites, WordSpelling.ansiC)
    case .braces: Self.braces(sites)
    case .newlines: Self.newlines(sites)
    case .hereDocument: Self.hereDocuments(sites.text)
    }
  }

  static func bytes(_ string: String) -> [UInt8] { Array(string.utf8) }
}

/// Mutations of words.
extension Evasion {
  /// The names of the commands, and then all other words, in each spelling.
  private static func respelled(
    _ sites: CommandSites, _ spell: ([UInt8]) -> [[UInt8]]
  ) -> [[UInt8]] {
    var found: [[UInt8]] = []
    for isName in [true, false] {
      let words = sites.constants.filter { ($0.role == .name) == isName }
        .map { ($0.range, spell($0.value)) }.filter { !$0.1.isEmpty }
      for variant in 0..<(words.map(\.1.count).max() ?? 0) {
        found.append(sites.replacing(words.map { ($0.0, $0.1[variant % $0.1.count]) }))
      }
    }
    return found
  }

  private static func variables(_ sites: CommandSites) -> [[UInt8]] {
    var found: [[UInt8]] = []
    // A text that was changed before has such variables.
    let isSecond = sites.text.firstRange(of: bytes("mutated_")) != nil
    let prefix = isSecond ? "again_" : "mutated_"
    for isName in [true, false] {
      let words = sites.constants.filter { ($0.role == .name) == isName }
      for spelling in VariableSpelling.allCases {
        var setup: [UInt8] = []
        var replacements: [(SourceRange, [UInt8])] = []
        for (number, word) in words.enumerated() {
          guard let spelled = spelling.spell(word.value, "\(prefix)\(number)") else { continue }
          setup += spelled.setup
          replacements.append((word.range, spelled.word))
        }
        if !replacements.isEmpty { found.append(setup + sites.replacing(replacements)) }
      }
    }
    return found
  }

  private static func braces(_ sites: CommandSites) -> [[UInt8]] {
    var words = sites
    words.keepBraceable()
    var found = respelled(words, WordSpelling.braces)
    // The whole command as one word.
    let joined = sites.simple.compactMap { command -> (SourceRange, [UInt8])? in
      let values = command.constants.compactMap { $0?.value }
      guard command.isConstant, values.count > 1, values.allSatisfy(WordSpelling.isBraceable),
        let first = command.words.first, let last = command.words.last,
        sites.isUninterrupted(command)
      else { return nil }
      let word = bytes("{") + Array(values.joined(separator: bytes(","))) + bytes("}")
      return (SourceRange(first.range.start, last.range.end), word)
    }
    if !joined.isEmpty { found.append(sites.replacing(joined)) }
    return found
  }
}

/// Mutations of simple commands.
extension Evasion {
  private static func absolutePaths(_ sites: CommandSites) -> [[UInt8]] {
    let names = sites.simple.filter {
      sites.runsProgram($0) && $0.name?.contains(UInt8(ascii: "/")) == false
        && WordSpelling.isPlain($0.name ?? [])
    }.compactMap { $0.constants[0] }
    // A program that PATH was changed for is another one than that of the system.
    guard !names.isEmpty, sites.text.firstRange(of: "PATH=") == nil else { return [] }
    return ["/bin/", "/usr/bin/", "/usr/local/bin/", "//bin/", "/bin/./", "/usr/../bin/"].map {
      directory in
      sites.replacing(names.map { ($0.range, bytes(directory) + $0.value) })
    }
  }

  private static func environmentPrefixes(_ sites: CommandSites) -> [[UInt8]] {
    let before = sites.simple.map { SourceRange($0.range.start, $0.range.start) }
    guard !before.isEmpty else { return [] }
    return inserted(["env X1=1 ", "env -u X1 ", "env -- "], sites, sites.runsProgram)
      + ["X1=1 ", "X1= Y1='a b' "].map { prefix in
        sites.replacing(before.map { ($0, bytes(prefix)) })
      }
  }

  private static func wrapped(_ sites: CommandSites) -> [[UInt8]] {
    let programs = [
      "nice ", "nice -n 5 ", "timeout 5 ", "timeout -s KILL 5s ", "nohup ", "stdbuf -o0 ",
      "setsid ", "setsid -w ", "ionice -c 3 ", "flock /tmp/lock ", "chrt -b 0 ", "taskset 1 ",
      "strace -f ", "setarch -R ", "prlimit --nofile=64 ", "command -p ", "time -p ",
      "timeout --signal=KILL 5 nice -5 ", "nohup nice stdbuf -oL ",
    ]
    return inserted(programs, sites, sites.runsProgram)
      + inserted(["command ", "command -- "], sites) {
        $0.name.map { !sites.functions.contains($0) } ?? false
      }
      + (sites.pipelines.isEmpty ? [] : ["time "]).map { prefix in
        sites.replacing(sites.pipelines.map { (SourceRange($0, $0), bytes(prefix)) })
      }
  }

  /// Each prefix in front of the names of all commands that `applies` to.
  private static func inserted(
    _ prefixes: [String], _ sites: CommandSites, _ applies: (CommandSites.Simple) -> Bool
  ) -> [[UInt8]] {
    let places = sites.simple.filter(applies).map(\.words[0].range.start)
    guard !places.isEmpty else { return [] }
    return prefixes.map { prefix in
      sites.replacing(places.map { (SourceRange($0, $0), bytes(prefix)) })
    }
  }
}

/// Mutations of the whole text.
extension Evasion {
  private static func nestedShells(_ text: [UInt8]) -> [[UInt8]] {
    let quoted = WordSpelling.quoted(text)
    let once = ["bash -c ", "sh -c ", "eval ", "bash -lc ", "/bin/bash --norc -xc ", "zsh -c "].map
    {
      bytes($0) + quoted
    }
    return once + [
      bytes("bash -c ") + WordSpelling.doubleQuoted(text),
      bytes("bash -c ") + WordSpelling.quoted(bytes("sh -c ") + quoted),
      bytes("eval ") + WordSpelling.quoted(bytes("eval ") + quoted),
      bytes("mutated_code=") + quoted + bytes("; bash -c \"$mutated_code\""),
      bytes("mutated_code=") + quoted + bytes("; eval \"$mutated_code\""),
      bytes("bash -o pipefail -c ") + quoted + bytes(" name one two"),
      bytes("trap ") + quoted + bytes(" EXIT"),
      bytes("env bash -c ") + quoted,
      bytes("xargs -0 bash -c ") + quoted + bytes(" < /dev/null"),
    ]
  }

  private static func newlines(_ sites: CommandSites) -> [[UInt8]] {
    let text = sites.text
    var found = [
      bytes("\n") + text + bytes("\n"), bytes("true; ") + text, bytes(": && ") + text,
      bytes("false || ") + text, bytes("{ ") + text + bytes("\n}"),
      bytes("( ") + text + bytes("\n)"), bytes("if true; then ") + text + bytes("\nfi"),
      bytes("for mutated_round in 1; do ") + text + bytes("\ndone"),
      bytes("until false; do ") + text + bytes("\nbreak; done"),
      bytes("case a in a) ") + text + bytes("\n;; esac"),
      bytes("mutated() { ") + text + bytes("\n}; mutated"),
      bytes("# a comment\n") + text, bytes("echo \"$( ") + text + bytes("\n)\""),
      bytes("{ ") + text + bytes("\n} &\nwait"), bytes("{ ") + text + bytes("\n} | cat"),
    ]
    let inside = sites.constants.filter { sites.isPlain($0) && $0.value.count > 1 }
      .map { SourceRange($0.range.start + 1, $0.range.start + 1) }
    let between = sites.simple.flatMap { $0.words.dropFirst() }.map(\.range.start)
      .filter { sites.followsBlank($0) }.map { SourceRange($0, $0) }
    for places in [inside, between] where !places.isEmpty {
      found.append(sites.replacing(places.map { ($0, bytes("\\\n")) }))
    }
    return found
  }

  private static func hereDocuments(_ text: [UInt8]) -> [[UInt8]] {
    let quoted = WordSpelling.quoted(text)
    let body = bytes("\n") + text + bytes("\nMUTATED\n")
    let escaped = text.flatMap { byte in
      Array("\\$`".utf8).contains(byte) ? bytes("\\") + [byte] : [byte]
    }
    return [
      bytes("bash <<'MUTATED'") + body, bytes("sh -s <<\\MUTATED") + body,
      bytes("bash <<MUTATED\n") + escaped + bytes("\nMUTATED\n"),
      bytes("cat <<'MUTATED' | bash") + body, bytes("bash <<< ") + quoted,
      bytes("source /dev/stdin <<'MUTATED'") + body,
      bytes("bash <(cat <<'MUTATED'") + body + bytes(")"),
      bytes("eval \"$(cat <<'MUTATED'") + body + bytes(")\""),
      bytes("printf '%s\\n' ") + quoted + bytes(" | sh"),
      bytes("cat > /tmp/x.sh <<'MUTATED'") + body + bytes("bash /tmp/x.sh"),
      bytes("printf %s ") + quoted + bytes(" > x.sh; chmod +x x.sh; ./x.sh"),
      bytes("tee x.sh <<'MUTATED' | sh") + body,
    ]
  }
}

extension CommandSites {
  /// Keeps the words that brace expansion is done on.
  mutating func keepBraceable() {
    keepConstants { $0.role == .name || $0.role == .argument }
  }

  /// Whether the word is spelled as its value is.
  func isPlain(_ constant: Constant) -> Bool {
    Array(text[constant.range.start..<constant.range.end]) == constant.value
  }

  func followsBlank(_ place: Int) -> Bool { place > 0 && text[place - 1] == UInt8(ascii: " ") }

  /// Whether only blanks stand between the words of `command`.
  func isUninterrupted(_ command: Simple) -> Bool {
    zip(command.words, command.words.dropFirst()).allSatisfy { left, right in
      left.range.end <= right.range.start
        && text[left.range.end..<right.range.start].allSatisfy { $0 == UInt8(ascii: " ") }
    }
  }
}
