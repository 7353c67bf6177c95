// SPDX-License-Identifier: MIT

/// What the tests of `find` leave of a tree: patterns of last components, or everything.
///
/// Where an expression is not understood it leaves everything: more names than there are.
struct FindExpression {
  /// Patterns of which a found name matches one; nil where any name may be found.
  private(set) var patterns: List<Field>?
  /// Patterns of names that are not found: `! -name x`, `-name x -prune -o …`.
  private(set) var leftOut = List<Field>()
  /// The only type that is found, as `-type` writes it; nil where there may be several.
  private(set) var type: UInt8?

  private let arguments: List<Field>
  private var position: Int
  private var depth = 0

  /// Deeper parentheses than anybody writes leave everything.
  private static let depthLimit = 32

  /// Reads the expression that begins at `start`.
  init(_ arguments: List<Field>, from start: Int) {
    self.arguments = arguments
    position = start
    let result = alternatives(dropsPruned: FindExpression.hasAction(arguments, from: start))
    // What was not read could be another branch.
    guard position == arguments.count else { return }
    patterns = result.patterns
    leftOut = result.leftOut
    type = result.type
  }

  fileprivate struct Branch {
    var patterns: List<Field>?
    var leftOut = List<Field>()
    var type: UInt8?
    /// Whether the patterns say exactly what is found, so that `!` before them leaves out that.
    var isExact = false
    /// No test at all: `-a`.
    var isNeutral = false
    var prunes = false
    /// Something is done with what it finds.
    var acts = false
  }

  private func isNext(_ word: StaticString) -> Bool {
    position < arguments.count && arguments[position].bytes.equals(word)
  }

  /// Branches between `-o` and `,`.
  ///
  /// One that prunes finds nothing where only others act.
  private mutating func alternatives(dropsPruned: Bool) -> Branch {
    var all = Branch(patterns: List<Field>(), isExact: true)
    var pruned = List<Field>()
    var count = 0
    while true {
      let branch = conjunction(dropsPruned: dropsPruned)
      if !branch.prunes || branch.acts || !dropsPruned {
        count += 1
        all.add(branch.patterns)
        all.isExact = all.isExact && branch.isExact
        // Of several branches each may find what another leaves out.
        all.leftOut = count == 1 ? branch.leftOut : List()
        all.type = count == 1 ? branch.type : nil
      } else if branch.isExact, count == 0, let patterns = branch.patterns {
        pruned.append(contentsOf: patterns)
      }
      guard isNext("-o") || isNext("-or") || isNext(",") else { break }
      if isNext(",") {
        all = Branch()
        count += 1
        pruned = List()
      }
      position += 1
    }
    all.leftOut.append(contentsOf: pruned)
    return all
  }

  /// Tests that all have to hold: the first that names patterns stands for all.
  private mutating func conjunction(dropsPruned: Bool) -> Branch {
    var all = Branch()
    var tests = 0
    while position < arguments.count, !isNext("-o"), !isNext("-or"), !isNext(","), !isNext(")") {
      let next = primary(dropsPruned: dropsPruned)
      // What is done before a test is done with what the test would leave out.
      if !all.acts {
        if all.patterns == nil { all.patterns = next.patterns }
        all.leftOut.append(contentsOf: next.leftOut)
        all.type = all.type ?? next.type
        if !next.prunes, !next.acts, !next.isNeutral {
          tests += 1
          all.isExact = tests == 1 && next.isExact
        }
      }
      all.prunes = all.prunes || next.prunes
      all.acts = all.acts || next.acts
    }
    return all
  }

  /// Whether what is negated here are paths with a hidden name: `-path '*/.*'`.
  private func leavesOutHidden() -> Bool {
    guard position + 1 < arguments.count, let pattern = arguments[position + 1].exact,
      arguments[position].bytes.equals("-path") || arguments[position].bytes.equals("-wholename")
    else { return false }
    return pattern.equals("*/.*") || pattern.equals("*/\\.*")
  }

  private mutating func primary(dropsPruned: Bool) -> Branch {
    let word = arguments[position].bytes
    position += 1
    if word.equals("!") || word.equals("-not") {
      guard position < arguments.count else { return Branch() }
      if leavesOutHidden() {
        position += 2
        return Branch(leftOut: List(Field([0x2E, 0x2A])))
      }
      let left = primary(dropsPruned: dropsPruned)
      return Branch(leftOut: left.isExact ? left.patterns ?? List() : List(), acts: left.acts)
    }
    if word.equals("-a") || word.equals("-and") { return Branch(isNeutral: true) }
    if word.equals("(") {
      depth += 1
      defer { depth -= 1 }
      guard depth < FindExpression.depthLimit else { return Branch() }
      var inner = alternatives(dropsPruned: false)
      inner.prunes = false
      if isNext(")") { position += 1 }
      return inner
    }
    if word.equals("-prune") { return Branch(prunes: true) }
    if FindExpression.isExec(word) {
      while position < arguments.count {
        let argument = arguments[position].bytes
        let endsBatch = argument.equals("+") && arguments[position - 1].bytes.equals("{}")
        position += 1
        if argument.equals(";") || endsBatch { break }
      }
      return Branch(acts: true)
    }
    if FindExpression.isOutput(word) {
      position = min(position + (FindExpression.valueCount(word) ?? 0), arguments.count)
      return Branch(acts: true)
    }
    guard let count = FindExpression.valueCount(word) else { return Branch() }
    guard count > 0, position < arguments.count else { return Branch() }
    let value = arguments[position]
    position = min(position + count, arguments.count)
    if word.equals("-name") || word.equals("-iname") {
      return Branch(patterns: List(FindExpression.asPattern(value)), isExact: value.exact != nil)
    }
    if word.equals("-type") || word.equals("-xtype") {
      return Branch(type: value.bytes.count == 1 ? value.exact?.first : nil)
    }
    if word.equals("-path") || word.equals("-ipath") || word.equals("-wholename")
      || word.equals("-iwholename")
    {
      return Branch(patterns: FindExpression.ending(ofPath: value).map { List($0) })
    }
    if word.equals("-regex") || word.equals("-iregex") {
      return Branch(patterns: FindExpression.endings(ofExpression: value))
    }
    return Branch()
  }

  /// What the pattern of `fd` says of names: a glob, or an expression for the ending; else nil.
  static func patterns(ofFd value: Field?, _ isGlob: Bool) -> List<Field>? {
    guard let value, let text = value.exact else { return nil }
    if isGlob { return List(asPattern(value)) }
    return text.last == 0x24 ? endings(ofExpression: value) : nil
  }

  /// What a regular expression for whole paths says of the file's ending: `.*\.tsx?` gives `*.ts*`,
  /// `.*\.\(c\|h\)` gives `*.c` and `*.h`.
  ///
  /// Anything else than words after the last `\.` may match every name.
  private static func endings(ofExpression value: Field) -> List<Field>? {
    guard var text = value.exact else { return nil }
    if text.last == 0x24 { text.removeLast() }
    var words = List<[UInt8]>()
    if text.last == 0x29, let open = text.lastIndex(of: 0x28) {
      for word in text[(open + 1)...].dropLast().split(separator: 0x7C) {
        words.append(word.last == 0x5C ? Array(word.dropLast()) : Array(word))
      }
      text.removeSubrange(open...)
      if text.hasSuffix("\\.\\") { text.removeLast() }
    } else {
      var start = text.count
      while start > 0, Invocation.isWordByte(text[start - 1]) || text[start - 1] == 0x3F {
        start -= 1
      }
      words.append(Array(text[start...]))
      text.removeSubrange(start...)
    }
    guard text.count > 2, text.hasSuffix("\\."), text[text.count - 3] != 0x5C,
      !text.contains(0x7C), !words.isEmpty
    else { return nil }
    var patterns = List<Field>()
    for word in words {
      guard let pattern = pattern(ofEnding: word) else { return nil }
      patterns.append(pattern)
    }
    return patterns
  }

  /// `*.` and the letters of `word`, a star for each that may be missing; nil for other bytes.
  private static func pattern(ofEnding word: [UInt8]) -> Field? {
    guard let first = word.first, first != 0x3F else { return nil }
    var pattern = Field()
    pattern.append(0x2A, .pattern)
    pattern.append(0x2E, .literal)
    for index in word.indices {
      if index + 1 < word.count, word[index + 1] == 0x3F {
        pattern.append(0x2A, .pattern)
      } else if Invocation.isWordByte(word[index]) {
        pattern.append(word[index], .literal)
      } else if word[index] != 0x3F {
        return nil
      }
    }
    return pattern
  }

  /// Pattern bytes that quotes kept from the shell are patterns for `find`.
  private static func asPattern(_ value: Field) -> Field {
    var pattern = Field()
    for index in value.bytes.indices {
      let byte = value.bytes[index]
      pattern.append(byte, Field.isSpecial(byte) ? .pattern : value.mark(index))
    }
    return pattern
  }

  /// The end of a path's pattern as a pattern of last components, nil where any may match: a star
  /// matches slashes too.
  private static func ending(ofPath value: Field) -> Field? {
    guard let text = value.exact else { return nil }
    var start = text.count
    while start > 0, !Field.isSpecial(text[start - 1]), text[start - 1] != 0x5C,
      text[start - 1] != 0x2F
    {
      start -= 1
    }
    guard start < text.count else { return nil }
    var pattern = Field()
    if start > 0, text[start - 1] != 0x2F { pattern.append(0x2A, .pattern) }
    pattern.append(text[start...])
    return pattern
  }

  private static func isExec(_ word: [UInt8]) -> Bool {
    word.equals("-exec") || word.equals("-execdir") || word.equals("-ok") || word.equals("-okdir")
  }

  private static func isOutput(_ word: [UInt8]) -> Bool {
    word.hasPrefix("-print") || word.hasPrefix("-fprint") || word.equals("-delete")
      || word.equals("-ls") || word.equals("-fls")
  }

  /// Whether something is done explicitly, so that pruned names are not printed.
  private static func hasAction(_ arguments: List<Field>, from start: Int) -> Bool {
    var index = start
    while index < arguments.count {
      let word = arguments[index].bytes
      if isOutput(word) || isExec(word) { return true }
      index += 1
    }
    return false
  }

  /// How many arguments a test or action takes; nil for what is not known.
  private static func valueCount(_ word: [UInt8]) -> Int? {
    if word.equals("-fprintf") { return 2 }
    if word.equals("-name") || word.equals("-iname") || word.equals("-path")
      || word.equals("-ipath") || word.equals("-wholename") || word.equals("-iwholename")
      || word.equals("-regex") || word.equals("-iregex") || word.equals("-regextype")
      || word.equals("-type") || word.equals("-xtype") || word.equals("-size")
      || word.equals("-maxdepth") || word.equals("-mindepth") || word.equals("-perm")
      || word.equals("-user") || word.equals("-group") || word.equals("-uid")
      || word.equals("-gid") || word.equals("-links") || word.equals("-inum")
      || word.equals("-samefile") || word.equals("-fstype") || word.equals("-lname")
      || word.equals("-ilname") || word.equals("-used") || word.equals("-context")
      || word.equals("-printf") || word.equals("-fprint") || word.equals("-fprint0")
      || word.equals("-fls") || word.equals("-files0-from") || word.hasPrefix("-newer")
      || word.hasSuffix("time") || word.hasSuffix("min")
    {
      return 1
    }
    return nil
  }
}

extension FindExpression.Branch {
  fileprivate mutating func add(_ more: List<Field>?) {
    guard let more else {
      patterns = nil
      return
    }
    patterns?.append(contentsOf: more)
  }
}
