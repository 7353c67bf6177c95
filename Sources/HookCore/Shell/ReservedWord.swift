// SPDX-License-Identifier: MIT

/// The words that are special where a command can begin (2.4 and Bash).
enum ReservedWord {
  case not
  case openBrace
  case closeBrace
  case openConditional
  case closeConditional
  case caseWord
  case coproc
  case doWord
  case done
  case elif
  case elseWord
  case esac
  case fi
  case forWord
  case function
  case ifWord
  case inWord
  case select
  case then
  case time
  case until
  case whileWord

  /// How the word is written.
  var spelling: StaticString {
    switch self {
    case .not: "!"
    case .openBrace: "{"
    case .closeBrace: "}"
    case .openConditional: "[["
    case .closeConditional: "]]"
    case .caseWord: "case"
    case .coproc: "coproc"
    case .doWord: "do"
    case .done: "done"
    case .elif: "elif"
    case .elseWord: "else"
    case .esac: "esac"
    case .fi: "fi"
    case .forWord: "for"
    case .function: "function"
    case .ifWord: "if"
    case .inWord: "in"
    case .select: "select"
    case .then: "then"
    case .time: "time"
    case .until: "until"
    case .whileWord: "while"
    }
  }

  /// Whether the word ends a list instead of beginning a command.
  var endsList: Bool {
    switch self {
    case .closeBrace, .closeConditional, .doWord, .done, .elif, .elseWord, .esac, .fi, .inWord,
      .then:
      true
    case .not, .openBrace, .openConditional, .caseWord, .coproc, .forWord, .function, .ifWord,
      .select, .time, .until, .whileWord:
      false
    }
  }
}

extension ShellParser {
  /// The reserved word that stands here, unquoted and whole.
  func reservedWord() -> ReservedWord? {
    switch current {
    case Byte.exclamation: only(.not)
    case Byte.openBrace: only(.openBrace)
    case Byte.closeBrace: only(.closeBrace)
    case Byte.openBracket: only(.openConditional)
    case Byte.closeBracket: only(.closeConditional)
    case UInt8(ascii: "c"): only(.caseWord) ?? only(.coproc)
    case UInt8(ascii: "d"): only(.doWord) ?? only(.done)
    case UInt8(ascii: "e"): only(.elif) ?? only(.elseWord) ?? only(.esac)
    case UInt8(ascii: "f"): only(.fi) ?? only(.forWord) ?? only(.function)
    case UInt8(ascii: "i"): only(.ifWord) ?? only(.inWord)
    case UInt8(ascii: "s"): only(.select)
    case UInt8(ascii: "t"): only(.then) ?? only(.time)
    case UInt8(ascii: "u"): only(.until)
    case UInt8(ascii: "w"): only(.whileWord)
    default: nil
    }
  }

  private func only(_ word: ReservedWord) -> ReservedWord? {
    spells(word.spelling) ? word : nil
  }

  /// Whether the token here is exactly `spelling`.
  func spells(_ spelling: StaticString) -> Bool {
    var position = at
    for index in 0..<spelling.utf8CodeUnitCount {
      guard byte(position) == spelling.utf8Start[index] else { return false }
      position = self.position(after: position)
    }
    return endsWord(position)
  }

  /// Whether no word goes on at `position`; a process substitution would go on with it.
  func endsWord(_ position: Int) -> Bool {
    let byte = byte(position)
    guard byte == Byte.less || byte == Byte.greater else { return Byte.endsToken(byte) }
    return self.byte(self.position(after: position)) != Byte.openParen
  }

  /// Reads `word` where a command could begin.
  ///
  /// - Throws: where something else stands, or where a separator would have to come first.
  mutating func expect(_ word: ReservedWord) throws(ShellSyntaxError) {
    skipBlanks()
    guard !needsSeparator, spells(word.spelling) else { throw unexpected() }
    take(word)
  }

  /// Reads `word`, which stands here.
  mutating func take(_ word: ReservedWord) {
    advance(by: word.spelling.utf8CodeUnitCount)
    needsSeparator = false
  }
}
