// SPDX-License-Identifier: MIT

/// A list of and-or lists in the order they are written (2.9.3): a program, or a compound body.
package struct CommandList: Sendable {
  package var items: List<ListItem>
  package var range: SourceRange

  package init(_ items: List<ListItem>, _ range: SourceRange) {
    self.items = items
    self.range = range
  }
}

/// One and-or list and whether `&` follows it.
package struct ListItem: Sendable {
  package var andOr: AndOrList
  package var isAsynchronous: Bool

  package init(_ andOr: AndOrList, isAsynchronous: Bool) {
    self.andOr = andOr
    self.isAsynchronous = isAsynchronous
  }
}

/// Pipelines joined by `&&` and `||` (2.9.3).
package struct AndOrList: Sendable {
  package var first: Pipeline
  package var rest: List<AndOrStep>
  package var range: SourceRange

  package init(_ first: Pipeline, _ rest: List<AndOrStep>, _ range: SourceRange) {
    self.first = first
    self.rest = rest
    self.range = range
  }
}

/// `&& pipeline` or `|| pipeline`.
package struct AndOrStep: Sendable {
  package var isAnd: Bool
  package var pipeline: Pipeline

  package init(isAnd: Bool, _ pipeline: Pipeline) {
    self.isAnd = isAnd
    self.pipeline = pipeline
  }
}

/// Commands joined by `|` and `|&` (2.9.2), with `!` and `time` before them.
package struct Pipeline: Sendable {
  package var isNegated: Bool
  package var isTimed: Bool
  package var commands: List<PipelineCommand>
  package var range: SourceRange

  package init(
    isNegated: Bool, isTimed: Bool, _ commands: List<PipelineCommand>, _ range: SourceRange
  ) {
    self.isNegated = isNegated
    self.isTimed = isTimed
    self.commands = commands
    self.range = range
  }
}

/// One command of a pipeline and whether `|&` follows it.
package struct PipelineCommand: Sendable {
  package var command: Command
  package var pipesErrors: Bool

  package init(_ command: Command, pipesErrors: Bool) {
    self.command = command
    self.pipesErrors = pipesErrors
  }
}

/// A command (2.9) with the redirections that apply to all of it.
package struct Command: Sendable {
  package var body: CommandBody
  /// In the order written; a simple command's redirections are here too.
  package var redirections: List<Redirection>
  package var range: SourceRange

  package init(_ body: CommandBody, _ redirections: List<Redirection>, _ range: SourceRange) {
    self.body = body
    self.redirections = redirections
    self.range = range
  }

  /// Whether it is nothing but redirections: `>file`, `<file`.
  package var isOnlyRedirections: Bool {
    guard case .simple(let simple) = body else { return false }
    return simple.words.isEmpty && simple.assignments.isEmpty
  }
}

/// The kinds of commands.
package indirect enum CommandBody: Sendable {
  case simple(SimpleCommand)
  /// `{ …; }`.
  case group(CommandList)
  /// `( … )`.
  case subshell(CommandList)
  /// `for name [in words]; do …; done`; nil words stand for `"$@"`.
  case forLoop(variable: [UInt8], words: List<Word>?, CommandList)
  /// `for ((a; b; c)); do …; done`: each part a word, empty where left out.
  case arithmeticFor(Word, Word, Word, CommandList)
  /// `select name [in words]; do …; done`.
  case select(variable: [UInt8], words: List<Word>?, CommandList)
  /// `while …; do …; done`; `until` where `isUntil`.
  case whileLoop(condition: CommandList, isUntil: Bool, CommandList)
  /// `if …; then …; elif …; else …; fi`: the branches in order, then the rest.
  case ifClause(List<IfBranch>, otherwise: CommandList?)
  /// `case word in …; esac`.
  case caseClause(Word, List<CaseItem>)
  /// `name() body` or `function name body`.
  case function(name: Word, Command)
  /// `(( expression ))`.
  case arithmetic(Word)
  /// `[[ expression ]]`.
  case conditional(ConditionalExpression)
  /// `coproc [name] command`.
  case coprocess(name: [UInt8]?, Command)
}

/// `if`/`elif` condition and its commands.
package struct IfBranch: Sendable {
  package var condition: CommandList
  package var body: CommandList

  package init(condition: CommandList, body: CommandList) {
    self.condition = condition
    self.body = body
  }
}

/// One item of a `case` clause.
package struct CaseItem: Sendable {
  package var patterns: List<Word>
  package var body: CommandList
  package var terminator: CaseTerminator

  package init(patterns: List<Word>, body: CommandList, terminator: CaseTerminator) {
    self.patterns = patterns
    self.body = body
    self.terminator = terminator
  }
}

/// What follows the body of a `case` item.
package enum CaseTerminator: Sendable, Equatable {
  /// `;;`, or nothing before `esac`: the clause ends.
  case leave
  /// `;&`: the next body runs too.
  case fallThrough
  /// `;;&`: the next patterns are tried too.
  case continueMatching
}
