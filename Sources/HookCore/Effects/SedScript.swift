// SPDX-License-Identifier: MIT

/// What a constant `sed` script does beside editing: files it reads or writes, commands it runs.
enum SedScript {
  /// Files named by the commands `r`, `R`, `w`, `W` and the flag `w` of `s`.
  static func files(in script: [UInt8]) -> List<(kind: EffectKind, name: [UInt8])> {
    var found = List<(kind: EffectKind, name: [UInt8])>()
    for command in commands(of: script) {
      let body = withoutAddress(command)
      guard let letter = body.first else { continue }
      switch letter {
      case 0x72, 0x52, 0x77, 0x57:
        let name = trimmed(body.dropFirst())
        if !name.isEmpty { found.append((letter | 0x20 == 0x72 ? .reads : .writes, name)) }
      case 0x73:
        guard let flags = substitution(Array(body))?.flags,
          let place = flags.firstIndex(of: 0x77)
        else { continue }
        let name = trimmed(flags[(place + 1)...])
        if !name.isEmpty { found.append((.writes, name)) }
      default: continue
      }
    }
    return found
  }

  /// Whether the command `e`, or the flag `e` of `s`, runs a command (GNU).
  static func runsCommands(_ script: [UInt8]) -> Bool {
    for command in commands(of: script) {
      let body = withoutAddress(command)
      if body.first == 0x65 { return true }
      if body.first == 0x73, let flags = substitution(Array(body))?.flags {
        let end = flags.firstIndex(of: 0x77) ?? flags.endIndex
        if flags[..<end].contains(0x65) { return true }
      }
    }
    return false
  }

  /// The commands that `e` and the flag `e` of `s` run, where they are written out.
  static func commandsRun(by script: [UInt8]) -> List<[UInt8]> {
    var found = List<[UInt8]>()
    for command in commands(of: script) {
      let body = withoutAddress(command)
      if body.first == 0x65 {
        let text = trimmed(body.dropFirst())
        if !text.isEmpty { found.append(text) }
      } else if body.first == 0x73, let parts = substitution(Array(body)) {
        let end = parts.flags.firstIndex(of: 0x77) ?? parts.flags.endIndex
        if parts.flags[..<end].contains(0x65) { found.append(parts.to) }
      }
    }
    return found
  }

  /// The line of `text` that `sed -n 2p` prints; nil for anything more.
  static func printed(_ text: [UInt8], _ arguments: List<Field>) -> [UInt8]? {
    guard arguments.count == 2, arguments[0].bytes.equals("-n"), let script = arguments[1].exact,
      script.last == 0x70, script.count > 1, script.count < lineDigits,
      script.dropLast().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    var number = 0
    for digit in script.dropLast() { number = number * 10 + Int(digit - 0x30) }
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard number > 0 else { return nil }
    return number <= lines.count ? lines[number - 1] + [0x0A] : []
  }

  /// Digits of a line's number that are looked at, and the `p` behind them.
  private static let lineDigits = 8

  /// `text` after one `s/constant/constant/[g]`; nil for anything more.
  static func substituted(_ text: [UInt8], _ script: [UInt8]) -> [UInt8]? {
    guard let parts = substitution(script), !parts.from.isEmpty,
      parts.flags.allSatisfy({ $0 == 0x67 })
    else { return nil }
    for byte in parts.from where isSpecial(byte) { return nil }
    for byte in parts.to where byte == 0x5C || byte == 0x26 { return nil }
    var result: [UInt8] = []
    var isFirst = true
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !isFirst { result.append(0x0A) }
      isFirst = false
      var rest = Array(line)
      while let cut = EffectAnalyzer.split(rest, at: parts.from) {
        result += cut.before + parts.to
        rest = cut.after
        if parts.flags.isEmpty { break }
      }
      result += rest
    }
    return result
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2A, 0x5B, 0x5D, 0x5E, 0x24, 0x5C, 0x2B, 0x3F, 0x28, 0x29, 0x7B, 0x7C: true
    default: false
    }
  }

  /// Commands are apart by newlines and semicolons; those in an `s` or `y` stay in it.
  private static func commands(of script: [UInt8]) -> List<[UInt8]> {
    var commands = List<[UInt8]>()
    var position = 0
    var start = 0
    while position < script.count {
      let byte = script[position]
      if byte == 0x73 || byte == 0x79, isCommandStart(script, start, position),
        let end = substitutionEnd(script, position)
      {
        position = end
        continue
      }
      if byte == 0x0A || byte == 0x3B || byte == 0x7B || byte == 0x7D {
        commands.append(Array(script[start..<position]))
        start = position + 1
      }
      position += 1
    }
    commands.append(Array(script[start...]))
    return commands
  }

  private static func isCommandStart(_ script: [UInt8], _ start: Int, _ position: Int) -> Bool {
    withoutAddress(Array(script[start...])).count == script.count - position
  }

  /// The command without the address before it.
  private static func withoutAddress(_ command: [UInt8]) -> ArraySlice<UInt8> {
    var position = 0
    func skipBlanks() {
      while position < command.count, command[position] == 0x20 || command[position] == 0x09 {
        position += 1
      }
    }
    skipBlanks()
    while position < command.count {
      let byte = command[position]
      if byte == 0x2F || byte == 0x5C {
        if byte == 0x5C { position += 1 }
        let delimiter = position < command.count ? command[position] : 0
        position += 1
        while position < command.count, command[position] != delimiter {
          position += command[position] == 0x5C ? 2 : 1
        }
        position += 1
      } else if (0x30...0x39).contains(byte) || byte == 0x24 || byte == 0x2C || byte == 0x7E
        || byte == 0x21 || byte == 0x2B
      {
        position += 1
      } else {
        break
      }
      skipBlanks()
    }
    return command[min(position, command.count)...]
  }

  private static func substitutionEnd(_ script: [UInt8], _ start: Int) -> Int? {
    guard start + 1 < script.count else { return nil }
    let delimiter = script[start + 1]
    var position = start + 2
    var seen = 0
    while position < script.count, seen < 2 {
      if script[position] == 0x5C {
        position += 2
        continue
      }
      if seen == 0, let end = bracketEnd(script, position) {
        position = end
        continue
      }
      if script[position] == delimiter { seen += 1 }
      position += 1
    }
    return seen == 2 ? position : nil
  }

  /// The end of the bracket expression that begins at `start`: in it the delimiter is a letter.
  private static func bracketEnd(_ script: [UInt8], _ start: Int) -> Int? {
    guard script[start] == 0x5B else { return nil }
    var position = start + 1
    if position < script.count, script[position] == 0x5E { position += 1 }
    if position < script.count, script[position] == 0x5D { position += 1 }
    while position < script.count, script[position] != 0x5D {
      if script[position] == 0x0A { return nil }
      position += 1
    }
    return position < script.count ? position + 1 : nil
  }

  /// The three parts of `s/from/to/flags`.
  private static func substitution(
    _ command: [UInt8]
  ) -> (from: [UInt8], to: [UInt8], flags: [UInt8])? {
    guard command.first == 0x73, command.count > 3, let end = substitutionEnd(command, 0) else {
      return nil
    }
    let delimiter = command[1]
    var middle = 2
    while middle < end, command[middle] != delimiter {
      middle = bracketEnd(command, middle) ?? middle + (command[middle] == 0x5C ? 2 : 1)
    }
    guard middle + 1 < end else { return nil }
    return (
      Array(command[2..<middle]), Array(command[(middle + 1)..<(end - 1)]), Array(command[end...])
    )
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var text = text
    while let first = text.first, first == 0x20 || first == 0x09 { text = text.dropFirst() }
    while let last = text.last, last == 0x20 || last == 0x09 { text = text.dropLast() }
    return Array(text)
  }
}
