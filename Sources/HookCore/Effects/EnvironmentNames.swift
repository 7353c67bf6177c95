// SPDX-License-Identifier: MIT

/// `env | cut -d= -f1`: the environment is listed, and only names, counts or one harmless variable
/// of it are shown.
enum EnvironmentNames {
  /// Whether `filter` shows no values of what `listing` prints.
  static func areAllThatIsShown(of listing: Command, by filter: Command) -> Bool {
    // What goes elsewhere than into the pipe is not filtered.
    guard listing.redirections.isEmpty, let listed = constants(of: listing),
      let name = listed.first,
      name.equals("env") || name.equals("printenv") || name.equals("export")
        || name.equals("declare") || name.equals("set"),
      let words = constants(of: filter), let program = words.first
    else { return false }
    let arguments = words.dropFirst()
    if program.equals("wc") { return arguments.count <= 1 }
    if program.equals("cut") { return showsFirstField(arguments) }
    if program.equals("grep") || program.equals("egrep") { return picksHarmless(arguments) }
    if program.equals("sed") {
      return arguments.count == 1 && arguments.first?.equals("s/=.*//") == true
    }
    guard program.equals("awk") else { return false }
    var separator = false
    for word in arguments {
      if word.equals("-F=") || word.equals("=") {
        separator = true
      } else if word.equals("{print $1}") || word.equals("{ print $1 }") {
        return separator
      } else if !word.equals("-F") {
        return false
      }
    }
    return false
  }

  /// `cut -d= -f1`.
  private static func showsFirstField(_ words: Slice<List<[UInt8]>>) -> Bool {
    var text: [UInt8] = []
    for word in words { text += word.filter { $0 != 0x20 } }
    return text.equals("-d=-f1") || text.equals("-f1-d=")
  }

  /// `grep -c x`, `grep -q x`, `grep '^NAME='` of a variable that holds no credential.
  private static func picksHarmless(_ words: Slice<List<[UInt8]>>) -> Bool {
    var pattern: [UInt8]?
    for word in words {
      if word.equals("-c") || word.equals("-q") || word.equals("-qc") { return true }
      if word.equals("-E") || word.equals("-i") { continue }
      guard pattern == nil, word.first != 0x2D else { return false }
      pattern = word
    }
    guard let pattern, pattern.first == 0x5E, pattern.last == 0x3D else { return false }
    let name = Array(pattern.dropFirst().dropLast())
    return name.allSatisfy { Invocation.isWordByte($0) || $0 == 0x5F }
      && !SecretName.mayHoldSecret(variable: name)
  }

  /// The words of a simple command where they are written out; nil for any other.
  private static func constants(of command: Command) -> List<[UInt8]>? {
    guard case .simple(let simple) = command.body else { return nil }
    var words = List<[UInt8]>()
    for word in simple.words {
      var text: [UInt8] = []
      for part in word.parts {
        switch part {
        case .literal(let more, _), .singleQuoted(let more, _): text += more
        case .escaped(let byte, _): text.append(byte)
        case .doubleQuoted(let inner, _):
          guard inner.count == 1, case .literal(let more, _) = inner[0] else { return nil }
          text += more
        case .dollarSingleQuoted, .parameter, .commandSubstitution, .arithmetic,
          .processSubstitution, .extendedGlob, .array:
          return nil
        }
      }
      words.append(text)
    }
    return withoutWrappers(words)
  }

  /// What `nice`, `timeout 5`, `command` and `env A=b` run.
  private static func withoutWrappers(_ words: List<[UInt8]>) -> List<[UInt8]> {
    var start = 0
    while start + 1 < words.count {
      let word = words[start]
      if word.equals("nice") || word.equals("command") || word.equals("nohup") {
        start += 1
      } else if word.equals("timeout") || word.equals("env") && words[start + 1].contains(0x3D) {
        start += 2
      } else {
        break
      }
    }
    var rest = List<[UInt8]>()
    for index in start..<max(start, words.count) { rest.append(words[index]) }
    return rest
  }
}
