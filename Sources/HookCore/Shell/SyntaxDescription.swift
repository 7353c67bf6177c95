// SPDX-License-Identifier: MIT

/// A syntax tree as a one-line s-expression, for people and for vectors.
///
/// A plain word stands as its text in quotation marks; a list, pipeline or word of one part
/// stands as that part.
package struct SyntaxDescription {
  private(set) var output: [UInt8] = []

  /// The s-expression of `commands`.
  package static func describe(_ commands: CommandList) -> [UInt8] {
    var description = SyntaxDescription()
    description.add(commands)
    return description.output
  }

  /// Adds `(name …)` around what `content` adds.
  mutating func node(_ name: String, _ content: (inout SyntaxDescription) -> Void) {
    if let last = output.last, last != Byte.openParen { output.append(Byte.space) }
    output.append(Byte.openParen)
    output += Array(name.utf8)
    content(&self)
    output.append(Byte.closeParen)
  }

  /// Adds `text` as it is.
  mutating func atom(_ text: [UInt8]) {
    if let last = output.last, last != Byte.openParen { output.append(Byte.space) }
    output += text
  }

  mutating func atom(_ text: String) { atom(Array(text.utf8)) }

  /// Adds `text` in quotation marks, what cannot be shown as `\xHH`.
  mutating func quote(_ text: [UInt8]) {
    if let last = output.last, last != Byte.openParen { output.append(Byte.space) }
    output.append(Byte.doubleQuote)
    for byte in text {
      switch byte {
      case Byte.newline: output += Array("\\n".utf8)
      case Byte.tab: output += Array("\\t".utf8)
      case Byte.doubleQuote, Byte.backslash: output += [Byte.backslash, byte]
      case 0..<32, 127: output += Array("\\x".utf8) + Self.hexadecimal(byte)
      default: output.append(byte)
      }
    }
    output.append(Byte.doubleQuote)
  }

  private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}

/// Lists, pipelines and commands.
extension SyntaxDescription {
  mutating func add(_ commands: CommandList) {
    if commands.items.count == 1 { return add(commands.items[0]) }
    node("list") { for item in commands.items { $0.add(item) } }
  }

  private mutating func add(_ item: ListItem) {
    guard item.isAsynchronous else { return add(item.andOr) }
    node("async") { $0.add(item.andOr) }
  }

  private mutating func add(_ list: AndOrList) {
    if list.rest.count == 0 { return add(list.first) }
    node("and-or") {
      $0.add(list.first)
      for step in list.rest {
        $0.atom(step.isAnd ? "&&" : "||")
        $0.add(step.pipeline)
      }
    }
  }

  private mutating func add(_ pipeline: Pipeline) {
    if pipeline.isNegated { return node("not") { $0.addTimed(pipeline) } }
    addTimed(pipeline)
  }

  private mutating func addTimed(_ pipeline: Pipeline) {
    if pipeline.isTimed { return node("time") { $0.addCommands(pipeline) } }
    addCommands(pipeline)
  }

  private mutating func addCommands(_ pipeline: Pipeline) {
    if pipeline.commands.count == 1 { return add(pipeline.commands[0].command) }
    if pipeline.commands.count == 0 { return node("run") { _ in } }
    node("pipe") {
      for part in pipeline.commands {
        $0.add(part.command)
        if part.pipesErrors { $0.atom("|&") }
      }
    }
  }

  mutating func add(_ command: Command) {
    guard case .simple(let simple) = command.body else {
      guard command.redirections.count > 0 else { return add(command.body) }
      return node("redirect") {
        $0.add(command.body)
        for redirection in command.redirections { $0.add(redirection) }
      }
    }
    node("run") {
      for assignment in simple.assignments { $0.add(assignment) }
      for word in simple.words { $0.add(word) }
      for redirection in command.redirections { $0.add(redirection) }
    }
  }

  private mutating func add(_ body: CommandBody) {
    switch body {
    case .simple: break
    case .group(let commands): node("group") { $0.add(commands) }
    case .subshell(let commands): node("subshell") { $0.add(commands) }
    case .forLoop(let variable, let words, let commands):
      node("for") { $0.addLoop(variable, words, commands) }
    case .select(let variable, let words, let commands):
      node("select") { $0.addLoop(variable, words, commands) }
    case .arithmeticFor(let first, let condition, let step, let commands):
      node("for-arithmetic") {
        $0.add(first)
        $0.add(condition)
        $0.add(step)
        $0.add(commands)
      }
    case .whileLoop(let condition, let isUntil, let commands):
      node(isUntil ? "until" : "while") {
        $0.add(condition)
        $0.add(commands)
      }
    case .ifClause(let branches, let otherwise): addIf(branches, otherwise)
    case .caseClause(let subject, let items): addCase(subject, items)
    case .function(let name, let command):
      node("function") {
        $0.add(name)
        $0.add(command)
      }
    case .arithmetic(let expression): node("arithmetic") { $0.add(expression) }
    case .conditional(let expression): node("test") { $0.add(expression) }
    case .coprocess(let name, let command):
      node("coproc") {
        if let name { $0.atom(name) }
        $0.add(command)
      }
    }
  }

  private mutating func addLoop(_ variable: [UInt8], _ words: List<Word>?, _ body: CommandList) {
    atom(variable)
    if let words { node("in") { for word in words { $0.add(word) } } }
    add(body)
  }

  private mutating func addIf(_ branches: List<IfBranch>, _ otherwise: CommandList?) {
    node("if") {
      for branch in branches {
        $0.add(branch.condition)
        $0.node("then") { $0.add(branch.body) }
      }
      if let otherwise { $0.node("else") { $0.add(otherwise) } }
    }
  }

  private mutating func addCase(_ subject: Word, _ items: List<CaseItem>) {
    node("case") {
      $0.add(subject)
      for item in items {
        $0.node("when") {
          for pattern in item.patterns { $0.add(pattern) }
          $0.atom("do")
          $0.add(item.body)
          switch item.terminator {
          case .leave: break
          case .fallThrough: $0.atom(";&")
          case .continueMatching: $0.atom(";;&")
          }
        }
      }
    }
  }

  private mutating func add(_ expression: ConditionalExpression) {
    switch expression {
    case .word(let word): add(word)
    case .unary(let letter, let word):
      node("-" + String(decoding: [letter], as: UTF8.self)) { $0.add(word) }
    case .binary(let left, let kind, let right):
      node(Self.spelling(of: kind)) {
        $0.add(left)
        $0.add(right)
      }
    case .not(let inner): node("not") { $0.add(inner) }
    case .all(let parts): node("&&") { for part in parts { $0.add(part) } }
    case .any(let parts): node("||") { for part in parts { $0.add(part) } }
    }
  }

  private static func spelling(of kind: ConditionalOperator) -> String {
    switch kind {
    case .matchesPattern: "=="
    case .differsFromPattern: "!="
    case .matchesExpression: "=~"
    case .sortsBefore: "<"
    case .sortsAfter: ">"
    case .newerThan: "-nt"
    case .olderThan: "-ot"
    case .sameFile: "-ef"
    case .numericEqual: "-eq"
    case .numericUnequal: "-ne"
    case .numericLess: "-lt"
    case .numericLessOrEqual: "-le"
    case .numericGreater: "-gt"
    case .numericGreaterOrEqual: "-ge"
    }
  }
}
