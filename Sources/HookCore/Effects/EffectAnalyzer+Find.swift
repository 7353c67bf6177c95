// SPDX-License-Identifier: MIT

/// `find` and `fd`: names found, and what is done with them.
extension EffectAnalyzer {
  mutating func find(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    if !name.equals("find") { return fd(arguments, range, &state) }
    var position = 0
    var roots = List<Field>()
    while position < arguments.count {
      let argument = arguments[position]
      let first = argument.bytes.first
      if first == 0x2D, argument.bytes.count == 2, [0x48, 0x4C, 0x50].contains(argument.bytes[1]) {
        position += 1
        continue
      }
      if first == 0x2D || first == 0x28 || first == 0x21 || first == 0x29 { break }
      roots.append(contentsOf: argument.choices)
      position += 1
    }
    if roots.isEmpty { roots.append(Field([0x2E])) }
    let expression = FindExpression(arguments, from: position)
    let names = EffectAnalyzer.foundNames(roots, arguments, expression, from: position)
    noteFoundSettings(arguments, from: position, range, state)
    // A name that ends in a slash is a directory.
    let ending: [UInt8] = expression.type == 0x64 ? [0x2F] : []
    while position < arguments.count {
      let word = arguments[position].bytes
      position += 1
      if word.equals("-delete") {
        delete(names, ofType: expression.type, range, state)
      } else if word.equals("-exec") || word.equals("-execdir") || word.equals("-ok")
        || word.equals("-okdir")
      {
        let (command, next) = EffectAnalyzer.execCommand(arguments, from: position)
        position = next
        let program = command.first?.bytes ?? []
        if program.equals("rm") || program.equals("shred") || program.equals("unlink") {
          for found in names where !found.isNarrowed {
            touch(.deletesTree, found.root, state, at: range)
          }
        }
        for found in names {
          _ = invoke(
            EffectAnalyzer.replacingBraces(in: command, with: found.name.followed(by: ending)),
            range, &state, .empty)
        }
      } else if word.hasPrefix("-fprint") || word.equals("-fls") {
        if position < arguments.count { touch(.writes, arguments[position], state, at: range) }
      } else if word.equals("-files0-from"), position < arguments.count {
        touch(.reads, arguments[position], state, at: range)
      }
    }
    var text = List<Field>()
    for found in names {
      text.append(found.name.followed(by: ending))
      if found.isNarrowed { continue }
      // To be deleted it is everything, to be read any of it.
      var all = EffectAnalyzer.joined(found.root, Field())
      EffectAnalyzer.appendOthers(than: expression.leftOut, to: &all)
      text.append(all.followed(by: ending))
    }
    return CommandStream(
      text: text.isEmpty ? Field() : Field.oneOf(text), origins: .command)
  }

  /// `find . -path '*/.claude/*' -delete`: the client's settings are found and not only read.
  private mutating func noteFoundSettings(
    _ arguments: List<Field>, from start: Int, _ range: SourceRange, _ state: ShellState
  ) {
    var isFound = false
    for index in start..<max(start, arguments.count) {
      let word = arguments[index].bytes
      let isAction = word.equals("-delete") || word.hasPrefix("-exec") || word.hasPrefix("-ok")
      if isFound, isAction {
        let (command, _) = EffectAnalyzer.execCommand(arguments, from: index + 1)
        let program = command.first?.bytes ?? []
        if word.equals("-delete") || program.equals("rm") || program.equals("mv")
          || program.equals("sed") || program.equals("chmod") || program.equals("truncate")
        {
          touch(.writes, Field([UInt8](".claude/settings.json")), state, at: range)
        }
      }
      guard index > start, arguments[index - 1].bytes.hasSuffix("path"),
        !(index > start + 1 && EffectAnalyzer.isNot(arguments[index - 2].bytes))
      else { continue }
      isFound =
        isFound || Glob.matches(word, [UInt8]("./.claude/settings.json"), Glob.Options())
    }
  }

  /// A name that `find` may print, and whether any test narrows the tree below its root.
  struct FoundName {
    var root: Field
    var name: Field
    var isNarrowed: Bool
  }

  /// What the tests of the expression leave of the trees below `roots`.
  private static func foundNames(
    _ roots: List<Field>, _ arguments: List<Field>, _ expression: FindExpression, from start: Int
  ) -> List<FoundName> {
    var patterns = expression.patterns
    var isNarrowed = false
    var position = start
    while position < arguments.count {
      let word = arguments[position].bytes
      // What is deleted before a test is deleted whatever the test says.
      if word.equals("-delete") { break }
      // `-name '*'` leaves everything.
      let isAll = position + 1 < arguments.count && arguments[position + 1].bytes.equals("*")
      // What one name is spared from is nearly everything.
      let isNegated = position > start && isNot(arguments[position - 1].bytes)
      if isTest(word), !(isNegated && isName(word)),
        !(isAll && (word.equals("-name") || word.equals("-iname")))
      {
        isNarrowed = true
      }
      position += 1
    }
    // Too many values to judge each: any of them may leave everything.
    for index in start..<max(start, arguments.count) where arguments[index].choices.count > 1 {
      isNarrowed = false
    }
    if patterns == nil, !hasOtherTest(arguments, from: start) { isNarrowed = false }
    if !isNarrowed { patterns = nil }
    var names = List<FoundName>()
    for root in roots {
      guard let patterns else {
        var name = root
        if isNarrowed || !arguments.isEmpty {
          name.append(0x2F)
          name.appendGap()
          if !expression.leftOut.isEmpty {
            name.append(0x2F)
            appendOthers(than: expression.leftOut, to: &name)
          }
        }
        names.append(FoundName(root: root, name: name, isNarrowed: isNarrowed))
        continue
      }
      for pattern in patterns {
        var name = root
        name.append(0x2F)
        name.appendGap()
        name.append(0x2F)
        for index in pattern.bytes.indices {
          name.append(pattern.bytes[index], pattern.mark(index))
        }
        names.append(FoundName(root: root, name: name, isNarrowed: true))
      }
    }
    return names
  }

  /// `!(a|b)`: any name but these, as `FileJudge` reads it; every name where they are none.
  private static func appendOthers(than names: List<Field>, to field: inout Field) {
    var pattern: [UInt8] = []
    for name in names {
      let text = name.bytes
      let isPlain = text.allSatisfy {
        Invocation.isWordByte($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2A || $0 == 0x3F
          || $0 == 0x5F
      }
      // Anything else would need quotes: such a name counts as found.
      guard isPlain, !name.hasGap else { continue }
      if !pattern.isEmpty { pattern.append(0x7C) }
      pattern += text
    }
    guard !pattern.isEmpty else { return field.append(0x2A, .pattern) }
    for byte in [UInt8]("!(") + pattern + [0x29] { field.append(byte, .pattern) }
  }

  /// Whether a test narrows that says nothing of names, or a name is left out.
  private static func hasOtherTest(_ arguments: List<Field>, from start: Int) -> Bool {
    for index in start..<max(start, arguments.count) {
      let word = arguments[index].bytes
      if isNot(word) || isTest(word) && !word.equals("-name") && !word.equals("-iname") {
        return true
      }
      if word.equals("-prune") || word.equals("(") { return true }
    }
    return false
  }

  private static func isNot(_ word: [UInt8]) -> Bool { word.equals("!") || word.equals("-not") }

  private static func isName(_ word: [UInt8]) -> Bool {
    word.equals("-name") || word.equals("-iname") || word.equals("-path")
  }

  /// Tests that leave a part of the tree only; `-type f` alone still names every file.
  private static func isTest(_ word: [UInt8]) -> Bool {
    word.equals("-name") || word.equals("-iname") || word.equals("-path") || word.equals("-ipath")
      || word.equals("-wholename") || word.equals("-regex") || word.equals("-iregex")
      || word.equals("-mtime") || word.equals("-mmin") || word.equals("-atime")
      || word.equals("-ctime") || word.hasPrefix("-newer") || word.equals("-used")
      || word.equals("-user") || word.equals("-group") || word.equals("-perm")
      || word.equals("-links") || word.equals("-amin") || word.equals("-cmin")
      || word.equals("-size")
      || word.equals("-empty") || word.equals("-inum") || word.equals("-samefile")
  }

  private mutating func delete(
    _ names: List<FoundName>, ofType type: UInt8?, _ range: SourceRange, _ state: ShellState
  ) {
    // Of directories only the empty ones go, of links not what they lead to.
    let leavesFiles = type == 0x64 || type == 0x6C
    for found in names {
      if found.isNarrowed || leavesFiles {
        touch(.deletes, found.name, state, at: range)
      } else {
        touch(.deletesTree, found.root, state, at: range)
      }
    }
  }

  /// The command up to `;` or `+`, and the position after it.
  private static func execCommand(
    _ arguments: List<Field>, from start: Int
  ) -> (command: List<Field>, next: Int) {
    var command = List<Field>()
    var position = start
    while position < arguments.count {
      let argument = arguments[position]
      position += 1
      if argument.exact == [0x3B] { break }
      if argument.exact == [0x2B], command.last?.exact == [0x7B, 0x7D] { break }
      command.append(argument)
    }
    return (command, position)
  }

  static func replacingBraces(in command: List<Field>, with name: Field) -> List<Field> {
    var replaced = List<Field>()
    for argument in command {
      guard let bytes = argument.exact, let parts = split(bytes, at: [0x7B, 0x7D]) else {
        replaced.append(argument)
        continue
      }
      var field = Field(parts.before)
      field.append(name, quoted: false)
      field.append(Field(parts.after), quoted: true)
      replaced.append(field)
    }
    return replaced
  }

  /// `fd [pattern] [path…] [-x command…]`.
  private mutating func fd(
    _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState
  ) -> CommandStream {
    let (names, rest) = EffectAnalyzer.foundByFd(arguments)
    guard !rest.isEmpty else {
      return CommandStream(text: Field.oneOf(names), origins: .command)
    }
    var command = Invocation.rest(rest, from: 1)
    var hasPlace = false
    for argument in command where argument.bytes.firstRange(of: "{") != nil { hasPlace = true }
    if !hasPlace { command.append(Field([0x7B, 0x7D])) }
    let program = command.first?.bytes ?? []
    let deletes = program.equals("rm") || program.equals("shred") || program.equals("unlink")
    if deletes, EffectAnalyzer.findsEverything(arguments) {
      touch(.deletes, EffectAnalyzer.allNames, state, at: range)
    }
    for name in names {
      _ = invoke(EffectAnalyzer.replacingBraces(in: command, with: name), range, &state, .empty)
    }
    return .unknown
  }

  /// Every name of the working directory.
  static var allNames: Field {
    var all = Field()
    all.append(0x2A, .pattern)
    return all
  }

  /// Whether `fd` is given no more than options that leave all files, and a pattern that does.
  private static func findsEverything(_ arguments: List<Field>) -> Bool {
    for index in 0..<arguments.count {
      let word = arguments[index].bytes
      if word.equals("-x") || word.equals("-X") || word.hasPrefix("--exec") { return true }
      let isFile = index > 0 && arguments[index - 1].bytes.equals("-t") && word.equals("f")
      let leavesAll =
        word.equals("-t") || word.equals("-H") || word.equals("-I")
        || word.equals("-0") || word.equals("-u") || word.equals("-HI") || word.equals(".")
      if !leavesAll, !isFile { return false }
    }
    return false
  }

  /// The names that `fd` may find below its paths, and its arguments from `-x` on.
  private static func foundByFd(
    _ arguments: List<Field>
  ) -> (names: List<Field>, rest: List<Field>) {
    var operands = List<Field>()
    var endings = List<Field>()
    var isGlob = false
    var position = 0
    while position < arguments.count {
      let word = arguments[position].bytes
      if word.equals("-g") || word.equals("--glob") { isGlob = true }
      if word.equals("-x") || word.equals("-X") || word.equals("--exec")
        || word.equals("--exec-batch")
      {
        break
      }
      position += 1
      if word.equals("-e") || word.equals("--extension"), position < arguments.count {
        endings.append(arguments[position])
      }
      if word.equals("-e") || word.equals("--extension") || word.equals("-t") || word.equals("-d")
        || word.equals("-E")
      {
        position += 1
      } else if word.first != 0x2D {
        operands.append(arguments[position - 1])
      }
    }
    let patterns = endings.isEmpty ? FindExpression.patterns(ofFd: operands.first, isGlob) : nil
    var names = List<Field>()
    let paths = Invocation.rest(operands, from: 1)
    for path in paths.isEmpty ? List(Field([0x2E])) : paths {
      var name = path
      name.append(0x2F)
      name.appendGap()
      if let patterns {
        for pattern in patterns {
          var found = name
          found.append(0x2F)
          found.append(pattern, quoted: false)
          names.append(found)
        }
      } else if endings.isEmpty {
        names.append(name)
      }
      for ending in endings {
        var ended = name
        ended.append(0x2E)
        ended.append(ending, quoted: true)
        names.append(ended)
      }
    }
    return (names, Invocation.rest(arguments, from: position))
  }
}
