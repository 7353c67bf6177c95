// SPDX-License-Identifier: MIT

/// Assignments, redirections and words.
extension SyntaxDescription {
  mutating func add(_ assignment: Assignment) {
    node(assignment.appends ? "+=" : "=") {
      $0.atom(assignment.name)
      if let index = assignment.index { $0.node("at") { $0.add(index) } }
      switch assignment.value {
      case .word(let word): $0.add(word)
      case .array(let elements): $0.add(elements)
      }
    }
  }

  private mutating func add(_ elements: List<ArrayElement>) {
    node("array") {
      for element in elements {
        guard let index = element.index else {
          $0.add(element.value)
          continue
        }
        $0.node(element.appends ? "+=" : "=") {
          $0.add(index)
          $0.add(element.value)
        }
      }
    }
  }

  mutating func add(_ redirection: Redirection) {
    var name: [UInt8] = []
    switch redirection.descriptor {
    case .standard: break
    case .number(let number): name = Array(String(number).utf8)
    case .variable(let variable): name = [Byte.openBrace] + variable + [Byte.closeBrace]
    }
    name += Array(Self.spelling(of: redirection.operation).utf8)
    node(String(decoding: name, as: UTF8.self)) {
      $0.add(redirection.target)
      if let document = redirection.document {
        $0.node(document.isQuoted ? "text" : "expanded") { $0.add(document.body) }
      }
    }
  }

  private static func spelling(of operation: RedirectionOperator) -> String {
    switch operation {
    case .input: "<"
    case .output: ">"
    case .clobber: ">|"
    case .append: ">>"
    case .readWrite: "<>"
    case .duplicateInput: "<&"
    case .duplicateOutput: ">&"
    case .outputAndErrors: "&>"
    case .appendOutputAndErrors: "&>>"
    case .hereDocument(let stripsTabs): stripsTabs ? "<<-" : "<<"
    case .hereString: "<<<"
    }
  }

  mutating func add(_ word: Word) {
    switch word.parts.count {
    case 0: quote([])
    case 1: add(word.parts[0])
    default: node("word") { for part in word.parts { $0.add(part) } }
    }
  }

  private mutating func add(_ part: WordPart) {
    switch part {
    case .literal(let text, _): quote(text)
    case .escaped(let byte, _): node("escaped") { $0.quote([byte]) }
    case .singleQuoted(let text, _): node("single") { $0.quote(text) }
    case .dollarSingleQuoted(let text, _): node("ansi") { $0.quote(text) }
    case .doubleQuoted(let parts, _): node("double") { for part in parts { $0.add(part) } }
    case .parameter(let expansion): add(expansion)
    case .commandSubstitution(let commands, _): node("output") { $0.add(commands) }
    case .arithmetic(let expression, _): node("number") { $0.add(expression) }
    case .processSubstitution(let commands, let reads, _):
      node(reads ? "read-from" : "write-to") { $0.add(commands) }
    case .extendedGlob(let kind, let alternatives, _):
      node("glob") {
        $0.atom([kind])
        for alternative in alternatives { $0.add(alternative) }
      }
    case .array(let elements, _): add(elements)
    }
  }

  private mutating func add(_ expansion: ParameterExpansion) {
    var name = expansion.name
    if expansion.isIndirect { name = [Byte.exclamation] + name }
    node("$") {
      $0.atom(name)
      if let index = expansion.index { $0.node("at") { $0.add(index) } }
      $0.add(expansion.operation)
    }
  }

  private mutating func add(_ operation: ParameterOperation) {
    switch operation {
    case .value: break
    case .length: atom("length")
    case .useDefault(let word, let orEmpty): add(orEmpty ? ":-" : "-", word)
    case .assignDefault(let word, let orEmpty): add(orEmpty ? ":=" : "=", word)
    case .failIfUnset(let word, let orEmpty): add(orEmpty ? ":?" : "?", word)
    case .useAlternative(let word, let orEmpty): add(orEmpty ? ":+" : "+", word)
    case .removePrefix(let word, let longest): add(longest ? "##" : "#", word)
    case .removeSuffix(let word, let longest): add(longest ? "%%" : "%", word)
    case .replace(let pattern, let word, let place):
      add(Self.spelling(of: place), pattern)
      if let word { add(word) }
    case .substring(let offset, let length):
      add(":", offset)
      if let length { add(length) }
    case .changeCase(let upper, let all, let pattern):
      atom(upper ? (all ? "^^" : "^") : (all ? ",," : ","))
      if let pattern { add(pattern) }
    case .transform(let letter): atom([Byte.at, letter])
    case .namesWithPrefix: atom("names")
    case .subscripts: atom("subscripts")
    }
  }

  private mutating func add(_ name: String, _ word: Word) {
    atom(name)
    add(word)
  }

  private static func spelling(of place: ReplacementPlace) -> String {
    switch place {
    case .first: "/"
    case .all: "//"
    case .prefix: "/#"
    case .suffix: "/%"
    }
  }
}
