// SPDX-License-Identifier: MIT

/// Lists, pipelines and compound commands (POSIX 2.9).
extension EffectAnalyzer {
  /// Runs a list; returns what it prints.
  mutating func run(
    _ list: CommandList, _ state: inout ShellState, _ input: CommandStream
  ) -> CommandStream {
    var output = CommandStream.empty
    let firstTrap = traps.count
    for item in list.items {
      if item.isAsynchronous {
        var background = state
        output = output.followed(by: run(item.andOr, &background, input))
      } else {
        output = output.followed(by: run(item.andOr, &state, input))
      }
    }
    if traps.count > firstTrap { carryTraps(from: firstTrap, state) }
    return output
  }

  private mutating func run(
    _ list: AndOrList, _ state: inout ShellState, _ input: CommandStream
  ) -> CommandStream {
    state.reachedDirectory = nil
    var output = run(list.first, &state, input)
    if list.rest.isEmpty { return output }
    // The states in which the list can be when its last command succeeded, and when it failed.
    var succeeded = AndOrOutcome.succeeds(list.first) == false ? nil : state
    if AndOrOutcome.changesDirectory(list.first) { succeeded?.enterReachedDirectory() }
    var failed = AndOrOutcome.succeeds(list.first) == true ? nil : state
    for step in list.rest {
      // What cannot be reached is walked all the same: the outcome is only a guess at a shell.
      state = (step.isAnd ? succeeded : failed) ?? state
      state.reachedDirectory = nil
      let more = run(step.pipeline, &state, input)
      output = step.isAnd ? output.followed(by: more) : EffectAnalyzer.either(output, more)
      let outcome = AndOrOutcome.succeeds(step.pipeline)
      let skipped = step.isAnd ? failed : succeeded
      succeeded = outcome == false ? nil : state
      if AndOrOutcome.changesDirectory(step.pipeline) { succeeded?.enterReachedDirectory() }
      failed = outcome == true ? nil : state
      guard let skipped else { continue }
      if step.isAnd {
        failed = failed.map { $0.joined(with: skipped) } ?? skipped
      } else {
        succeeded = succeeded.map { $0.joined(with: skipped) } ?? skipped
      }
    }
    guard let succeeded else {
      state = failed ?? state
      return output
    }
    state = failed.map { succeeded.joined(with: $0) } ?? succeeded
    return output
  }

  /// The output of one of two commands.
  static func either(_ left: CommandStream, _ right: CommandStream) -> CommandStream {
    let origins = left.origins.union(right.origins)
    let provenance = left.provenance.union(right.provenance)
    if left.text == nil, right.text == nil {
      return CommandStream(origins: origins, provenance: provenance)
    }
    // What is not known of the one does not make the other unknown.
    let text = (left.text ?? left.gap).or(right.text ?? right.gap)
    return CommandStream(text: text, origins: origins, provenance: provenance)
  }

  private mutating func run(
    _ pipeline: Pipeline, _ state: inout ShellState, _ input: CommandStream
  ) -> CommandStream {
    if pipeline.commands.count == 1 { return run(pipeline.commands[0].command, &state, input) }
    var stream = input
    for index in 0..<pipeline.commands.count {
      // Each command of a pipeline has a subshell of its own.
      var inner = state
      let first = effects.count
      let command = pipeline.commands[index].command
      stream = run(command, &inner, stream)
      if index + 1 < pipeline.commands.count,
        EnvironmentNames.areAllThatIsShown(
          of: command, by: pipeline.commands[index + 1].command)
      {
        drop(.printEnvironment, from: first)
      }
    }
    return stream
  }

  /// Runs a command with its redirections.
  mutating func run(
    _ command: Command, _ state: inout ShellState, _ input: CommandStream
  ) -> CommandStream {
    guard mayStep(at: command.range) else { return .unknown }
    var streams = redirect(command.redirections, &state, input)
    var output = runBody(command, &state, streams.input)
    if command.isOnlyRedirections, let file = streams.inputFile {
      // `$(<file)` is what the file holds.
      output = streams.input
      if output.text == nil, let text = fileText(file) {
        let provenance = output.provenance
        output.text = text
        output.provenance = provenance
      }
    } else if command.isOnlyRedirections, streams.isSubstituted {
      output = streams.input
    }
    for target in streams.outputFiles {
      flow(output.provenance, to: FlowTarget(.file, target.name.bytes, at: streams.outputRange))
      remember(output, in: target, appends: streams.appendsOutput)
    }
    if let peer = streams.outputPeer { send(output, to: peer, at: streams.outputRange) }
    streams.input = .empty
    return streams.hidesOutput ? .empty : output
  }

  private mutating func runBody(
    _ command: Command, _ state: inout ShellState, _ input: CommandStream
  ) -> CommandStream {
    switch command.body {
    case .simple(let simple): return run(simple, command.range, &state, input)
    case .group(let list): return nested(at: command.range) { $0.run(list, &state, input) }
    case .subshell(let list):
      return nested(at: command.range) { analyzer in
        analyzer.inOwnShell(state) { $0.run(list, &$1, input) }
      }
    case .forLoop(let variable, let words, let body), .select(let variable, let words, let body):
      return nested(at: command.range) { $0.loop(variable, words, body, &state, input) }
    case .arithmeticFor(let first, let second, let third, let body):
      for word in [first, second, third] { _ = Expander.value(of: word, &state, &self) }
      return nested(at: command.range) { $0.repeatedly(body, &state, input) }
    case .whileLoop(let condition, _, let body):
      return nested(at: command.range) { analyzer in
        let first = analyzer.run(condition, &state, input)
        return first.followed(by: analyzer.repeatedly(body, &state, input))
      }
    case .ifClause(let branches, let otherwise):
      return nested(at: command.range) { $0.branch(branches, otherwise, &state, input) }
    case .caseClause(let subject, let items):
      return nested(at: command.range) { $0.choose(subject, items, &state, input) }
    case .function(let name, let body):
      if let name = Expander.value(of: name, &state, &self).exact {
        noteForkBomb(name, body)
        state.define(name, body)
      }
      return .empty
    case .arithmetic(let expression):
      _ = Expander.value(of: expression, &state, &self)
      return .empty
    case .conditional(let expression):
      test(expression, &state)
      return .empty
    case .coprocess(_, let inner):
      var background = state
      return nested(at: command.range) { $0.run(inner, &background, .unknown) }
    }
  }

  /// `for` and `select`: the body with the variable as any of the words.
  private mutating func loop(
    _ variable: [UInt8], _ words: List<Word>?, _ body: CommandList, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    var values = List<Field>()
    if let words {
      for word in words {
        values.append(contentsOf: Expander.fields(of: word, &state, &self))
      }
    } else {
      values = state.parameters ?? List(.unknown)
    }
    if values.isEmpty { return .empty }
    // As many values at once as can be told apart.
    var output = CommandStream.empty
    var position = 0
    while position < values.count {
      var some = List<Field>()
      while position < values.count, some.count < Field.choiceLimit {
        some.append(values[position])
        position += 1
      }
      state.assign(variable, Field.oneOf(some))
      output = output.followed(by: repeatedly(body, &state, input))
    }
    return output
  }

  /// A body that runs any number of times: twice, so that what one round leaves is seen by the next.
  private mutating func repeatedly(
    _ body: CommandList, _ state: inout ShellState, _ input: CommandStream
  ) -> CommandStream {
    let before = state
    let first = run(body, &state, input)
    state = state.joined(with: before)
    let second = run(body, &state, input)
    state = state.joined(with: before)
    return CommandStream(
      origins: first.origins.union(second.origins).union(.command),
      provenance: first.provenance.union(second.provenance))
  }

  private mutating func branch(
    _ branches: List<IfBranch>, _ otherwise: CommandList?, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream {
    var result: ShellState?
    var output: CommandStream?
    for branch in branches {
      _ = run(branch.condition, &state, input)
      var taken = state
      let printed = run(branch.body, &taken, input)
      output = output.map { EffectAnalyzer.either($0, printed) } ?? printed
      result = result?.joined(with: taken) ?? taken
    }
    var last = state
    let printed = otherwise.map { run($0, &last, input) } ?? .empty
    state = result?.joined(with: last) ?? last
    return output.map { EffectAnalyzer.either($0, printed) } ?? printed
  }

  private mutating func choose(
    _ subject: Word, _ items: List<CaseItem>, _ state: inout ShellState, _ input: CommandStream
  ) -> CommandStream {
    _ = Expander.value(of: subject, &state, &self)
    let before = state
    var output = CommandStream.empty
    for item in items {
      for pattern in item.patterns { _ = Expander.value(of: pattern, &state, &self) }
      var taken = before
      let printed = run(item.body, &taken, input)
      output = EffectAnalyzer.either(output, printed)
      state = state.joined(with: taken)
    }
    return output
  }

  private mutating func test(_ expression: ConditionalExpression, _ state: inout ShellState) {
    switch expression {
    case .word(let word), .unary(_, let word): _ = Expander.value(of: word, &state, &self)
    case .binary(let left, _, let right):
      _ = Expander.value(of: left, &state, &self)
      _ = Expander.value(of: right, &state, &self)
    case .not(let inner): test(inner, &state)
    case .all(let parts), .any(let parts):
      for part in parts { test(part, &state) }
    }
  }

  /// `:(){ :|:& };:` and its kin: a function that starts itself twice.
  private mutating func noteForkBomb(_ name: [UInt8], _ body: Command) {
    guard case .group(let list) = body.body else { return }
    for item in list.items {
      var calls = 0
      for part in item.andOr.first.commands {
        if case .simple(let simple) = part.command.body, simple.words.first?.unquotedText == name {
          calls += 1
        }
      }
      if calls >= 2 || (calls == 1 && item.isAsynchronous) { perform(.forkBomb, at: body.range) }
    }
  }
}

/// What can be told of a pipeline's exit status.
private enum AndOrOutcome {
  /// Whether it is `cd` and nothing else: what follows `&&` runs where that led.
  static func changesDirectory(_ pipeline: Pipeline) -> Bool {
    guard pipeline.commands.count == 1, !pipeline.isNegated,
      case .simple(let simple) = pipeline.commands[0].command.body,
      let name = simple.words.first?.unquotedText
    else { return false }
    return name.equals("cd") || name.equals("pushd")
  }

  /// Whether it succeeds; nil where that cannot be told.
  static func succeeds(_ pipeline: Pipeline) -> Bool? {
    guard pipeline.commands.count == 1, !pipeline.isNegated,
      case .simple(let simple) = pipeline.commands[0].command.body,
      pipeline.commands[0].command.redirections.isEmpty
    else { return nil }
    guard let name = simple.words.first else {
      return areConstant(simple.assignments) ? true : nil
    }
    guard let text = name.unquotedText else { return nil }
    if text.equals("true") || text.equals(":") { return true }
    return text.equals("false") ? false : nil
  }

  /// Whether no command's status becomes that of the assignments.
  private static func areConstant(_ assignments: List<Assignment>) -> Bool {
    for assignment in assignments {
      guard assignment.index == nil, case .word(let word) = assignment.value else { return false }
      for part in word.parts {
        switch part {
        case .literal, .escaped, .singleQuoted, .dollarSingleQuoted: continue
        case .doubleQuoted, .parameter, .commandSubstitution, .arithmetic, .processSubstitution,
          .extendedGlob, .array:
          return false
        }
      }
    }
    return true
  }
}
