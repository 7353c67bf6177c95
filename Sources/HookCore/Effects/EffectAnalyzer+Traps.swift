// SPDX-License-Identifier: MIT

/// `trap`: code that runs when the shell ends, or at any time before.
///
/// What it does with variables is judged by the values that they have in the end, since most are
/// set after the trap is; and after each assignment where that makes a target known.
extension EffectAnalyzer {
  /// Code that a shell has set to be run later.
  struct Trap {
    var code: Field
    /// The state at the end of the last list that knew of it.
    var state: ShellState
    var range: SourceRange
  }

  /// Keeps `code` for the end of this shell; what it would do now counts as far as it is known.
  mutating func setTrap(_ code: Field, _ state: ShellState, at range: SourceRange) {
    // Code that sets itself again runs once.
    for trap in traps where trap.code.isSame(as: code) && isInTrap { return }
    let trap = Trap(code: code, state: state, range: range)
    traps.append(trap)
    runKnown(of: trap, state)
  }

  /// Runs the traps of this shell for what an assignment has made known.
  mutating func noteAssignment(_ state: ShellState) {
    var index = firstTrap
    while index < traps.count, !isInTrap {
      runKnown(of: traps[index], state)
      index += 1
    }
  }

  /// The traps from `first` on run in `state` if nothing follows.
  ///
  /// One that a branch has set runs only where the branch was taken: what it knew of variables stays.
  mutating func carryTraps(from first: Int, _ state: ShellState) {
    var index = max(first, firstTrap)
    while index < traps.count {
      traps[index].state = state.completed(by: traps[index].state)
      index += 1
    }
  }

  /// Runs `body` in a shell of its own, and its traps at its end.
  mutating func inOwnShell(
    _ state: ShellState, _ body: (inout EffectAnalyzer, inout ShellState) -> CommandStream
  ) -> CommandStream {
    let outer = firstTrap
    firstTrap = traps.count
    defer { firstTrap = outer }
    var inner = state
    let output = body(&self, &inner)
    carryTraps(from: firstTrap, inner)
    return traps.count > firstTrap ? output.followed(by: runTraps()) : output
  }

  /// Runs the traps of a shell that ends.
  mutating func runTraps() -> CommandStream {
    var output = CommandStream.empty
    let wasInTrap = isInTrap
    isInTrap = true
    defer { isInTrap = wasInTrap }
    var index = firstTrap
    while index < traps.count {
      let trap = traps[index]
      var state = trap.state
      output = output.followed(by: run(code: trap.code, trap.range, &state, .unknown))
      index += 1
    }
    while traps.count > firstTrap { _ = traps.popLast() }
    return output
  }

  /// Runs `trap` in `state`, and forgets what it would do to targets that cannot be told yet.
  private mutating func runKnown(of trap: Trap, _ state: ShellState) {
    let wasInTrap = isInTrap
    isInTrap = true
    defer { isInTrap = wasInTrap }
    let first = effects.count
    var inner = state
    show(run(code: trap.code, trap.range, &inner, .unknown), at: trap.range)
    dropUnknown(from: first)
  }
}
