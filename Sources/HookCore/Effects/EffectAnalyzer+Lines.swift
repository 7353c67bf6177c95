// SPDX-License-Identifier: MIT

/// Commands that list names, and filters that pick some of the lines that they are given.
extension EffectAnalyzer {
  /// Names that one listing is followed for.
  private static let listingLimit = 24

  /// What `ls` prints where that is a few names of one directory; nil leaves it unknown.
  mutating func listing(_ arguments: List<Field>, _ state: ShellState) -> CommandStream? {
    var showsHidden = false
    var directory = state.directory
    var operands = List<Field>()
    for argument in arguments {
      if argument.bytes.first == 0x2D, argument.isLiteral {
        if argument.bytes.contains(0x6C) { return nil }  // l: more than names
        showsHidden = showsHidden || argument.bytes.contains(0x61) || argument.bytes.contains(0x41)
      } else {
        operands.append(argument)
      }
    }
    var text: [UInt8] = []
    if operands.count > 1 || operands.first.map({ isNoDirectory($0, state) }) == true {
      for operand in operands {
        guard let name = operand.exact, isNoDirectory(operand, state) else { return nil }
        text += name + [0x0A]
      }
      return CommandStream(text: Field(text))
    }
    if let operand = operands.first {
      directory = EffectAnalyzer.joined(state.directory, operand)
    }
    guard let path = directory.exact, let entries = entries(of: path) else { return nil }
    // Of a long listing the hidden names stand for all: secret files are among them.
    let isLong = entries.count > EffectAnalyzer.listingLimit
    if isLong, !showsHidden { return nil }
    var count = 0
    for entry in entries {
      let isHidden = entry.name.first == 0x2E
      if isHidden ? !showsHidden : isLong { continue }
      count += 1
      text += entry.name + [0x0A]
    }
    if count > EffectAnalyzer.listingLimit { return nil }
    guard operands.isEmpty else { return CommandStream(text: Field(text)) }
    // To be deleted, all names that are there now are everything.
    return CommandStream(text: Field(text).or(EffectAnalyzer.allNames))
  }

  /// `git ls-files` and its like, where nothing narrows what they list.
  static func listsEverything(_ name: [UInt8], _ arguments: List<Field>) -> Bool {
    var first: StaticString = "-"
    if name.equals("git") {
      first = "ls-files"
    } else if name.equals("rg") {
      first = "--files"
    } else if !name.equals("tree"), !name.equals("fd") {
      return false
    }
    guard name.equals("tree") || name.equals("fd") || arguments.first?.bytes.equals(first) == true
    else { return false }
    for argument in arguments.dropFirst(name.equals("tree") || name.equals("fd") ? 0 : 1) {
      let word = argument.bytes
      let leavesAll =
        word.equals("-z") || word.equals("-0") || word.equals("-o")
        || word.equals("-c") || word.equals("-fi") || word.equals("-if") || word.equals(".")
        || word.equals("--hidden") || word.equals("--others") || word.equals("--cached")
        || word.equals("-H") || word.equals("-t") || word.equals("f")
        || word.equals("--exclude-standard")
      if !leavesAll { return false }
    }
    return true
  }

  private func isNoDirectory(_ name: Field, _ state: ShellState) -> Bool {
    guard let path = EffectAnalyzer.path(of: FileTarget(name, in: state.directory)),
      let status = try? files.status(path)
    else { return false }
    return status.kind != .directory
  }

  /// Commands whose output is lines of their input.
  static func picksLines(_ name: [UInt8]) -> Bool {
    name.equals("grep") || name.equals("egrep") || name.equals("fgrep") || name.equals("head")
      || name.equals("tail") || name.equals("sort") || name.equals("uniq") || name.equals("shuf")
      || name.equals("tac")
  }

  /// One of the lines of an input that is known; for `grep` of a plain word those that hold it.
  func picked(
    _ name: [UInt8], _ arguments: List<Field>, _ input: CommandStream
  ) -> CommandStream? {
    // Some of all names are not everything.
    if let text = input.text, text.hasPattern, text.bytes.count == 1 { return .empty }
    if let text = input.text, text.exact == nil {
      return pickedNames(name, arguments, text, input)
    }
    guard let text = input.text?.exact else { return nil }
    let isSearch = name.hasSuffix("grep")
    var operands = List<Field>()
    var keepsOthers = false
    for argument in arguments {
      guard argument.bytes.first == 0x2D else {
        operands.append(argument)
        continue
      }
      // Anything but plain picking, such as counting, is left unknown.
      if argument.bytes.contains(0x63) { return headBytes(name, arguments, text, input) }
      if isSearch, !EffectAnalyzer.searchesInput(argument) { return nil }
      keepsOthers = keepsOthers || argument.bytes.contains(0x76) || argument.bytes.contains(0x69)
    }
    let word = isSearch && !keepsOthers ? operands.first?.exact : nil
    if operands.count > (isSearch ? 1 : 0), isSearch || !EffectAnalyzer.isCount(operands) {
      return nil
    }
    let isPlain = word?.allSatisfy { Invocation.isWordByte($0) } ?? false
    var lines = List<Field>()
    for line in text.split(separator: 0x0A) {
      let line = Array(line)
      if let word, isPlain, EffectAnalyzer.split(line, at: word) == nil { continue }
      lines.append(Field(line))
    }
    return CommandStream(text: Field.oneOf(lines), origins: input.origins)
  }

  /// `find . | grep word`: of names that are known in part those that hold the word.
  private func pickedNames(
    _ name: [UInt8], _ arguments: List<Field>, _ text: Field, _ input: CommandStream
  ) -> CommandStream? {
    guard name.hasSuffix("grep"), arguments.count == 1, let word = arguments[0].exact else {
      return nil
    }
    let plain = word.filter { $0 != 0x5E && $0 != 0x24 && $0 != 0x5C }
    guard plain.count > 2,
      plain.allSatisfy({ Invocation.isWordByte($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D })
    else { return nil }
    var names = List<Field>()
    for choice in text.choices {
      guard choice.hasGap, choice.bytes.count > 1, choice.mark(choice.bytes.count - 1).isGap else {
        // What is known is looked at line by line.
        guard let known = choice.exact else { continue }
        for line in known.split(separator: 0x0A)
        where EffectAnalyzer.split(Array(line), at: plain) != nil {
          names.append(Field(Array(line)))
        }
        continue
      }
      var found = choice
      found.append(0x2F)
      found.append(0x2A, .pattern)
      for byte in plain { found.append(byte) }
      found.append(0x2A, .pattern)
      names.append(found)
    }
    if names.isEmpty { return nil }
    return CommandStream(text: Field.oneOf(names), origins: input.origins)
  }

  /// `head -n 1`: the number is no file.
  private static func isCount(_ operands: List<Field>) -> Bool {
    operands.count == 1
      && operands[0].bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2B }
  }

  /// Whether `grep` with this option still searches its input for its first operand: not with
  /// `-e`, `-f`, `-r`, `-R`, `-d`, nor with what is written out.
  private static func searchesInput(_ option: Field) -> Bool {
    guard let text = option.exact, text.count > 1, text[1] != 0x2D else { return false }
    for byte in text {
      switch byte {
      case 0x65, 0x66, 0x72, 0x52, 0x64: return false
      default: break
      }
    }
    return true
  }

  /// `head -c 4`, and nothing else: another operand is a file.
  private func headBytes(
    _ name: [UInt8], _ arguments: List<Field>, _ text: [UInt8], _ input: CommandStream
  ) -> CommandStream? {
    guard name.equals("head"), let first = arguments.first?.exact, let last = arguments.last?.exact,
      first.hasPrefix("-c"), arguments.count == (first.count > 2 ? 1 : 2)
    else { return nil }
    var number = 0
    for digit in last where digit >= 0x30 && digit <= 0x39 {
      number = min(number * 10 + Int(digit - 0x30), text.count)
    }
    return CommandStream(text: Field(Array(text.prefix(number))), origins: input.origins)
  }
}

extension Invocation {
  /// Letters and digits, which stand for themselves in every pattern.
  static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

/// `cut -c first-last` and `cut -d x -f n`, one range each.
struct CutFields {
  private var delimiter: UInt8 = 0x09
  private var isFields = false
  private var first = 1
  private var last = Int.max

  /// Nil where the arguments are more than that.
  init?(_ arguments: List<Field>) {
    var position = 0
    var hasRange = false
    while position < arguments.count {
      guard let text = arguments[position].exact, text.count > 1, text[0] == 0x2D else {
        return nil
      }
      position += 1
      var value = Array(text.dropFirst(2))
      if value.isEmpty, position < arguments.count {
        value = arguments[position].bytes
        position += 1
      }
      switch text[1] {
      case 0x64: delimiter = value.first ?? 0x09
      case 0x63, 0x62, 0x66:
        isFields = text[1] == 0x66
        hasRange = true
        guard takeRange(value) else { return nil }
      default: return nil
      }
    }
    guard hasRange else { return nil }
  }

  private mutating func takeRange(_ text: [UInt8]) -> Bool {
    var numbers = List(0)
    for byte in text {
      if byte == 0x2D {
        guard numbers.count == 1 else { return false }
        numbers.append(0)
      } else {
        guard byte >= 0x30, byte <= 0x39, let number = numbers.popLast(), number < 100_000 else {
          return false
        }
        numbers.append(number * 10 + Int(byte - 0x30))
      }
    }
    first = Swift.max(1, numbers[0])
    if numbers.count == 1 {
      last = first
    } else {
      last = numbers[1] == 0 ? Int.max : numbers[1]
    }
    return true
  }

  /// `text` with only these parts of every line.
  func apply(to text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for line in text.split(separator: 0x0A) {
      if isFields {
        let pieces = line.split(separator: delimiter, omittingEmptySubsequences: false)
        var number = first
        while number <= Swift.min(last, pieces.count) {
          if number > first { result.append(delimiter) }
          result += pieces[number - 1]
          number += 1
        }
      } else if first <= line.count {
        result += line.dropFirst(first - 1).prefix(
          last == Int.max ? line.count : Swift.max(0, last - first + 1))
      }
      result.append(0x0A)
    }
    return result
  }
}
