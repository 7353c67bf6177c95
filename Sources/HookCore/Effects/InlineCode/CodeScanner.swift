// SPDX-License-Identifier: MIT

/// Reads a program's text for constants and calls: what it names, runs, deletes and shows.
///
/// It is no interpreter: every expression is looked at once, in the order of the text, whether it
/// would be reached or not, and what it does not understand it steps over.
package struct CodeScanner {
  let language: CodeLanguage
  let home: [UInt8]
  let tokens: List<CodeToken>
  var position = 0
  var variables = List<(name: [UInt8], value: CodeValue)>()
  private(set) var findings = List<CodeFinding>()
  /// Names that the text mentions, as far as rules ask for them.
  var opensSocket = false
  var startsShell = false
  var fetches = false
  var namesEvaluation = false
  /// Whether an archive is made.
  var makesArchive = false
  /// Whether an argument by name is the environment.
  var sendsEnvironment = false
  /// Names that stand for others: of modules, functions and members.
  var aliases = List<(name: [UInt8], meaning: [UInt8])>()
  /// The directory whose names are listed, and what is done with names that are not known.
  var listed: Field?
  var narrowing: [UInt8]?
  /// Whether the call at hand has anything but an empty object in its parentheses.
  var hasCondition = false
  var readsUnknown = false
  var deletesUnknown = false

  /// Expressions inside each other.
  private static let depthLimit = 64
  /// Findings kept; more say nothing new.
  private static let findingLimit = 1_024

  /// What `text` does.
  ///
  /// - Parameter printsResult: whether the last value is printed, as by `node -p`.
  package static func findings(
    in text: [UInt8], _ language: CodeLanguage, home: [UInt8], printsResult: Bool = false,
    variables: List<(name: [UInt8], value: CodeValue)> = List()
  ) -> List<CodeFinding> {
    var scanner = CodeScanner(text, language, home)
    scanner.variables = variables
    while scanner.position < scanner.tokens.count { scanner.statement(printsResult) }
    if scanner.opensSocket, scanner.startsShell { scanner.note(.runsDownload) }
    if scanner.fetches, scanner.namesEvaluation { scanner.note(.runsDownload) }
    scanner.noteListing()
    return scanner.findings
  }

  private init(_ text: [UInt8], _ language: CodeLanguage, _ home: [UInt8]) {
    self.language = language
    self.home = home
    tokens = CodeLexer.tokens(of: text, in: language)
  }

  /// A listing whose names are then read or deleted, all of them where nothing narrows it.
  private mutating func noteListing() {
    guard let listed else { return }
    if readsUnknown { note(.readsTree(listed, names: narrowing ?? [])) }
    if deletesUnknown, narrowing == nil { note(.deletes(listed, isTree: true)) }
  }

  mutating func note(_ finding: CodeFinding) {
    if findings.count < CodeScanner.findingLimit { findings.append(finding) }
  }

  // MARK: Tokens

  func token(_ offset: Int = 0) -> CodeToken? {
    position + offset < tokens.count ? tokens[position + offset] : nil
  }

  func isMark(_ byte: UInt8, _ offset: Int = 0) -> Bool {
    if case .mark(let mark)? = token(offset) { return mark == byte }
    return false
  }

  func word(_ offset: Int = 0) -> [UInt8]? {
    if case .word(let word)? = token(offset) { return word }
    return nil
  }

  func isString(_ offset: Int = 0) -> Bool {
    if case .string? = token(offset) { return true }
    return false
  }

  mutating func takeMark(_ byte: UInt8) -> Bool {
    guard isMark(byte) else { return false }
    position += 1
    return true
  }

  // MARK: Statements

  private mutating func statement(_ printsResult: Bool) {
    if takeImport() || takeMembers() { return }
    if let name = word(), isMark(0x3D, 1), !isMark(0x3D, 2), !isMark(0x3E, 2), !isMark(0x7E, 2) {
      position += 2
      let value = expression(0)
      variables.append((CodeScanner.bare(name), value))
      consume(value, shows: false)
      return
    }
    let before = position
    let value = expression(0)
    consume(value, shows: printsResult)
    if position == before { position += 1 }
  }

  /// A variable without its sigil: `@x` and `$x` are taken for one.
  private static func bare(_ name: [UInt8]) -> [UInt8] {
    guard let first = name.first, first == 0x24 || first == 0x40 || first == 0x25 else {
      return name
    }
    return Array(name.dropFirst())
  }

  /// A value that ends where it stands: its constants count.
  mutating func consume(_ value: CodeValue, shows: Bool) {
    if let text = value.text, !value.isData { note(.uses(text)) }
    if let list = value.list {
      for element in list { note(.uses(element)) }
    }
    if shows, value.isEnvironment { note(.showsEnvironment) }
  }

  // MARK: Expressions

  mutating func expression(_ depth: Int) -> CodeValue {
    var left = operand(depth)
    while true {
      if isMark(0x2B), !isMark(0x2B, 1), !isMark(0x3D, 1) {
        position += 1
        left = CodeScanner.joined(left, operand(depth))
      } else if isMark(0x2E), language.joinsWithStop || isMark(0x2E, 1) {
        position += isMark(0x2E, 1) ? 2 : 1
        left = CodeScanner.joined(left, operand(depth))
      } else if language.joinsNeighbours, left.text != nil, isString() || isKnownVariable() {
        left = CodeScanner.joined(left, operand(depth))
      } else if isMark(0x25), left.text != nil, language == .python || language == .ruby {
        position += 1
        let values = operand(depth)
        left = CodeScanner.formatted(left, arguments(from: values))
        left.isEnvironment = left.isEnvironment || values.isEnvironment
      } else if isMark(0x2F), left.text != nil, language == .python || language == .ruby {
        position += 1
        left = CodeScanner.pathJoined(left, operand(depth))
      } else if isMark(0x3F), !isMark(0x2E, 1), !isMark(0x3F, 1), language == .javascript {
        // What a condition asks for is not shown.
        position += 1
        consume(left, shows: false)
        left = expression(depth + 1)
        if takeMark(0x3A) {
          consume(left, shows: false)
          let isEnvironment = left.isEnvironment
          left = expression(depth + 1)
          left.isEnvironment = left.isEnvironment || isEnvironment
        }
      } else if word()?.equals("is") == true, language == .python {
        position += word(1)?.equals("not") == true ? 2 : 1
        _ = operand(depth)
        left = .unknown
      } else if isComparison() {
        position += 2
        _ = operand(depth)
        left = .unknown
      } else if word()?.equals("in") == true, left.text != nil {
        position += 1
        _ = operand(depth)
        left = .unknown  // only looked for
      } else if language == .awk, awkStream(&left, depth) {
        continue
      } else {
        return left
      }
    }
  }

  private func isKnownVariable() -> Bool {
    guard language == .awk, let name = word() else { return false }
    return value(of: name) != nil
  }

  private func isComparison() -> Bool {
    (isMark(0x3D) || isMark(0x21)) && (isMark(0x3D, 1) || isMark(0x7E, 1))
  }

  private func arguments(from value: CodeValue) -> List<CodeValue> {
    guard let list = value.list else { return List(value) }
    var values = List<CodeValue>()
    for element in list { values.append(CodeValue(text: element)) }
    return values
  }

  /// `"command" | getline`, `print | "command"`, `getline < "file"`, `print > "file"`.
  private mutating func awkStream(_ left: inout CodeValue, _ depth: Int) -> Bool {
    if isMark(0x7C), !isMark(0x7C, 1) {
      position += 1
      if let text = left.text {
        note(.command(text))
        if CodeScanner.fetchesText(text) { fetches = true }
      }
      let right = operand(depth)
      if let text = right.text { note(.command(text)) }
      left = .unknown
      return true
    }
    guard isMark(0x3C) || isMark(0x3E) else { return false }
    let isRead = isMark(0x3C)
    position += isMark(0x3E, 1) ? 2 : 1
    var right = operand(depth)
    while isString() || isKnownVariable() {
      right = CodeScanner.joined(right, operand(depth))
    }
    if let text = right.text { note(isRead ? .reads(text) : .writes(text)) }
    left = .unknown
    return true
  }

  private mutating func operand(_ depth: Int) -> CodeValue {
    guard depth < CodeScanner.depthLimit else {
      position += 1
      return .unknown
    }
    return suffixes(of: primary(depth), depth)
  }

  private mutating func primary(_ depth: Int) -> CodeValue {
    guard let token = token() else { return .unknown }
    switch token {
    case .string(let parts):
      position += 1
      var value = CodeValue(text: text(of: parts))
      value.isEnvironment = showsEnvironment(parts)
      return value
    case .command(let parts):
      position += 1
      let command = text(of: parts)
      note(.command(command))
      noteShell(command.bytes)
      if command.hasGap {
        readsUnknown = true
        if command.mark(0).isGap { startsShell = true }
      }
      var value = CodeValue()
      value.isFromNetwork = CodeScanner.fetchesText(command)
      return value
    case .number(let number):
      position += 1
      var digits: [UInt8] = []
      digits.append(decimal: number)
      var value = CodeValue(text: Field(digits))
      value.list = nil
      return value
    case .word(let word) where word.equals("not") && language == .python:
      return asked(depth)
    case .mark(0x21): return asked(depth)
    case .word: return name(depth)
    case .mark(0x24) where language == .javascript && isString(1):
      position += 1
      if let command = primary(depth + 1).text { note(.command(command)) }
      return .unknown
    case .mark(0x28):
      position += 1
      let values = list(until: 0x29, depth)
      return values.count == 1 ? values[0] : CodeScanner.asList(values)
    case .mark(0x5B):
      position += 1
      let value = CodeScanner.asList(list(until: 0x5D, depth))
      // Numbers that are characters: `bytes([46, 101, 110, 118])`.
      if let text = CodeFunctions.text(ofCharacters: value) { note(.uses(text)) }
      return value
    case .mark(0x7B):
      position += 1
      let values = list(until: 0x7D, depth)
      var object = CodeValue()
      for value in values {
        consume(value, shows: false)
        object.isEnvironment = object.isEnvironment || value.isEnvironment
      }
      return object
    case .mark, .newline:
      position += 1
      return .unknown
    }
  }

  /// `!value`, `not value`: true or false, and nothing of the value.
  private mutating func asked(_ depth: Int) -> CodeValue {
    position += 1
    consume(operand(depth + 1), shows: false)
    return .unknown
  }

  /// The values up to the closing mark; those after `key:` or `key=` among them.
  mutating func list(until end: UInt8, _ depth: Int) -> List<CodeValue> {
    var values = List<CodeValue>()
    var isOpen = false
    while position < tokens.count, !takeMark(end) {
      if takeMark(0x2C) {
        isOpen = false
        continue
      }
      if isKeyword() {
        position += 2
        let value = expression(depth + 1)
        sendsEnvironment = sendsEnvironment || value.isEnvironment
        consume(value, shows: false)
        continue
      }
      if case .newline? = token() {
        position += 1
        continue
      }
      if language == .python, word()?.equals("if") == true {
        position += 1
        consume(expression(depth + 1), shows: false)
        continue
      }
      let before = position
      let value = expression(depth + 1)
      if position == before { position += 1 }
      if takeMark(0x3A) { continue }  // a key, or the first part of a condition
      if !isOpen {
        values.append(value)
        isOpen = true
      } else if value.text != nil || value.list != nil || value.isEnvironment {
        values.append(value)
      }
    }
    return values
  }

  /// `name=value` and `name: value` among arguments.
  private func isKeyword() -> Bool {
    guard word() != nil else { return false }
    if isMark(0x3A, 1), !isMark(0x3A, 2) { return true }
    return isMark(0x3D, 1) && !isMark(0x3D, 2) && !isMark(0x3E, 2) && language == .python
  }

  private static func asList(_ values: List<CodeValue>) -> CodeValue {
    var elements = List<Field>()
    var result = CodeValue()
    for value in values {
      elements.append(value.text ?? .unknown)
      result.isEnvironment = result.isEnvironment || value.isEnvironment
      result.isFromNetwork = result.isFromNetwork || value.isFromNetwork
    }
    result.list = elements
    return result
  }

  private func text(of parts: List<CodeStringPart>) -> Field {
    var text = Field()
    for part in parts {
      switch part {
      case .text(let bytes): text.append(Field(bytes), quoted: true)
      case .variable(let name) where name.equals("$ENV{HOME}"): text.append(home)
      case .variable(let name): text.append(value(of: name)?.text ?? .unknown, quoted: true)
      }
    }
    return text
  }

  /// Whether a string has the environment in it, or a credential of it: `${process.env.X_TOKEN}`.
  private func showsEnvironment(_ parts: List<CodeStringPart>) -> Bool {
    for part in parts {
      guard case .variable(let code) = part else { continue }
      if value(of: code)?.isEnvironment == true || CodeScanner.namesEnvironment(code) {
        return true
      }
    }
    return false
  }

  func value(of name: [UInt8]) -> CodeValue? {
    let bare = CodeScanner.bare(name)
    var index = variables.count - 1
    while index >= 0 {
      if variables[index].name == bare { return variables[index].value }
      index -= 1
    }
    return nil
  }

  // MARK: Values

  static func joined(_ left: CodeValue, _ right: CodeValue) -> CodeValue {
    var result = CodeValue()
    result.isFromNetwork = left.isFromNetwork || right.isFromNetwork
    result.isDecoded = left.isDecoded || right.isDecoded
    result.isEnvironment = left.isEnvironment || right.isEnvironment
    guard left.text != nil || right.text != nil else { return result }
    var text = left.text ?? .unknown
    text.append(right.text ?? .unknown, quoted: true)
    result.text = text
    return result
  }

  static func pathJoined(_ left: CodeValue, _ right: CodeValue) -> CodeValue {
    guard var text = left.text else { return .unknown }
    text.append(Field([0x2F]), quoted: true)
    text.append(right.text ?? .unknown, quoted: true)
    return CodeValue(text: text)
  }

  /// `"%s" % value` and `"{}".format(value)`: each place takes the next value.
  static func formatted(_ template: CodeValue, _ values: List<CodeValue>) -> CodeValue {
    guard let bytes = template.exact else { return .unknown }
    var text = Field()
    var position = 0
    var next = 0
    while position < bytes.count {
      let byte = bytes[position]
      let isPlace =
        byte == 0x25 && position + 1 < bytes.count && bytes[position + 1] == 0x73
        || byte == 0x7B
      guard isPlace else {
        text.append(Field([byte]), quoted: true)
        position += 1
        continue
      }
      if byte == 0x25 {
        position += 2
      } else {
        while position < bytes.count, bytes[position] != 0x7D { position += 1 }
        position += 1
      }
      text.append(next < values.count ? values[next].text ?? .unknown : .unknown, quoted: true)
      next += 1
    }
    return CodeValue(text: text)
  }
}
