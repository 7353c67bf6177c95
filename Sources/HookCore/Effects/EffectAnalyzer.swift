// SPDX-License-Identifier: MIT

/// Walks a command's syntax tree and collects what it would do, without running anything.
package struct EffectAnalyzer {
  /// In the order found; a loop's body is walked twice, so effects can repeat.
  package internal(set) var effects = List<Effect>()
  let files: any FileSystem
  let terms: AnalysisTerms
  /// Commands walked so far, over all nesting.
  private(set) var steps = 0
  /// Commands inside commands: `bash -c`, `eval`, functions, substitutions.
  private var nesting = 0
  /// Position in the outermost text that effects of nested texts are reported at.
  private(set) var outerRange: SourceRange?
  /// Scripts read so far.
  var scripts = 0
  /// What this command line itself writes into files, to be judged when it runs them.
  var written = List<WrittenFile>()
  /// How far makefiles and the like were followed.
  var tasks = TaskProgress()
  /// Directories that this command line fills with the files of others.
  var foreignTrees = List<ForeignTree>()
  /// Where values are from, by number; see `Provenance`.
  var sources = List<FlowSource>()
  /// What reaches a host, an interpreter or a file, in the order found.
  package internal(set) var flows = List<Flow>()
  /// Every command as it is run, in that order; nil where nobody asked for it.
  package private(set) var trace: List<ExpandedCommand>?

  /// What shells have set to be run when they end; those of this shell begin at `firstTrap`.
  var traps = List<Trap>()
  var firstTrap = 0
  var isInTrap = false

  /// The host that Bash's `/dev/tcp` was opened to last.
  var connectedPeer: Peer?
  /// Links that this command line makes.
  var links = List<MadeLink>()
  /// Remotes of git that this command line gives an address.
  var newRemotes = List<[UInt8]>()
  /// Whether this command line makes a named pipe.
  var makesPipe = false

  /// Constants that a program prints.
  var printed = List<Field>()
  /// The fields of the line that awk is given.
  var inputFields = List<Field>()
  /// The words of the command that is being looked at.
  var words = List<Field>()
  /// Targets that commands of this line chose for those after them.
  var selections = List<TargetSelection>()
  /// Where the session works: what a `cd` added to it says where a command acts.
  var startDirectory: [UInt8] = []

  /// Entries that were looked up before.
  var knownPrograms = List<KnownProgram>()

  struct KnownProgram {
    var name: [UInt8]
    var entry: CatalogEntry
  }

  /// A file and the text that the command line writes into it.
  struct WrittenFile {
    var path: [UInt8]
    var text: Field?
    var origins: CommandStream.Origins = .command
    /// What was in it before stays.
    var appends = false
    var provenance = Provenance()
  }

  /// The bounds of one analysis.
  enum Limits {
    /// Commands walked; a line that people write has below 100.
    static let steps = 20_000
    /// Commands inside commands; more is not analysed but judged as too large.
    static let nesting = 24
    /// Effects kept; with more the command is too large to judge.
    static let effects = 4_096
    /// Programs whose entries are kept; more would take as long to find here as in the tables.
    static let knownPrograms = 16
  }

  /// - Parameter tracing: whether to keep every command for people to see.
  package init(
    files: any FileSystem, terms: AnalysisTerms = AnalysisTerms(), tracing: Bool = false
  ) {
    self.files = files
    self.terms = terms
    if tracing { trace = List() }
  }

  /// Analyses the command text of a Bash or Monitor call.
  package mutating func analyze(_ text: [UInt8], _ state: ShellState) {
    var state = state
    startDirectory = state.directory.exact ?? []
    let whole = SourceRange(0, text.count)
    let output = run(text: text, &state, CommandStream(), at: whole)
    show(output, at: whole)
    if !traps.isEmpty { show(runTraps(), at: whole) }
    noteShellOnConnection(at: whole)
  }

  /// What nothing takes up is shown: it must hold no credential.
  mutating func show(_ output: CommandStream, at range: SourceRange) {
    if output.origins.contains(.credential) {
      perform(.printSecretVariable, subject: [UInt8]("a credential"), at: range)
    }
  }

  /// Adds an effect, reported at `range` or at the place of the text that it is nested in.
  mutating func add(_ effect: Effect) {
    guard effects.count <= Limits.effects else { return }
    var effect = effects.count < Limits.effects ? effect : Effect(.performs(.tooLarge))
    if let outerRange { effect.range = outerRange }
    effects.append(effect)
    if !links.isEmpty { addBehindLinks(effect) }
  }

  /// Forgets effects from `first` on whose target cannot be told.
  mutating func dropUnknown(from first: Int) {
    guard first < effects.count else { return }
    var kept = List<Effect>()
    for index in 0..<effects.count {
      let effect = effects[index]
      let isUnknown =
        effect.kind == .performs(.unknownCommand) || effect.kind == .performs(.unknownCode)
        || effect.file?.name.hasGap == true
      if index < first || !isUnknown { kept.append(effect) }
    }
    effects = kept
  }

  /// Forgets what has been taken note of from `first` on as `action`.
  mutating func drop(_ action: Action, from first: Int) {
    var kept = List<Effect>()
    for index in 0..<effects.count
    where index < first || effects[index].kind != .performs(action) {
      kept.append(effects[index])
    }
    if kept.count < effects.count { effects = kept }
  }

  mutating func perform(
    _ action: Action, subject: [UInt8] = [], certain: Bool = true, at range: SourceRange
  ) {
    add(Effect(.performs(action), subject: subject, isCertain: certain, range: range))
  }

  /// Performs what rules judge by what it is done to.
  mutating func perform(
    _ action: Action, subject: [UInt8], on state: ShellState, at range: SourceRange
  ) {
    var effect = Effect(.performs(action), subject: subject, range: range)
    effect.hasTarget = true
    effect.evidence = evidence(on: state)
    effect.environment = terms.environments.environment(of: effect.evidence)
    if TestData.isMade(by: action), effect.environment != .production,
      TestData.isMeant(by: words, state)
    {
      return
    }
    add(effect)
  }

  /// What the command that is being looked at says of its target.
  func evidence(on state: ShellState) -> List<EnvironmentEvidence> {
    var evidence = TargetEvidence()
    evidence.note(words, state, below: startDirectory)
    evidence.noteFiles(words, state, files)
    evidence.note(selections, words)
    return evidence.pieces
  }

  mutating func touch(
    _ kind: EffectKind, _ name: Field, _ state: ShellState, at range: SourceRange
  ) {
    add(Effect(kind, file: FileTarget(name, in: state.directory), range: range))
  }

  /// Keeps a command that is about to be run, where somebody wants to see it.
  mutating func noteExpanded(_ words: List<Field>, _ state: ShellState, at range: SourceRange) {
    guard let kept = trace?.count, kept < Limits.effects else { return }
    var evidence = TargetEvidence()
    evidence.note(words, state, below: startDirectory)
    evidence.noteFiles(words, state, files)
    evidence.note(selections, words)
    let range = outerRange ?? range
    var command = ExpandedCommand(
      words: words, directory: state.directory, range: range, depth: nesting,
      evidence: evidence.pieces)
    command.models = EffectAnalyzer.models(of: words, state, at: range)
    trace?.append(command)
  }

  /// Whether another command may be walked; notes the excess once.
  mutating func mayStep(at range: SourceRange) -> Bool {
    steps += 1
    if steps == Limits.steps { perform(.tooLarge, at: range) }
    return steps < Limits.steps
  }

  /// Runs `body` one level deeper, or notes that it is too deep.
  // Not inlined: the optimiser of Swift 6.3 fails on loops that drop its result.
  @inline(never)
  mutating func nested(
    at range: SourceRange, _ body: (inout EffectAnalyzer) -> CommandStream
  ) -> CommandStream {
    guard nesting < Limits.nesting else {
      perform(.tooLarge, at: range)
      return .unknown
    }
    nesting += 1
    defer { nesting -= 1 }
    return body(&self)
  }

  /// Parses and runs a text that is code by now: the whole command, `bash -c`, `eval`.
  mutating func run(
    text: [UInt8], _ state: inout ShellState, _ input: CommandStream, at range: SourceRange
  ) -> CommandStream {
    let commands: CommandList
    do throws(ShellSyntaxError) {
      commands = try ShellParser.parse(text)
    } catch {
      perform(.unparsable, at: error.range)
      return .unknown
    }
    let isOutermost = nesting == 0
    let formerRange = outerRange
    if !isOutermost, outerRange == nil { outerRange = range }
    defer { outerRange = formerRange }
    nesting += 1
    defer { nesting -= 1 }
    return run(commands, &state, input)
  }
}

extension EffectAnalyzer: CommandSubstituting {
  /// The output of a command substitution; its effects are taken note of.
  package mutating func output(of commands: CommandList, _ state: ShellState) -> Field {
    let stream = nested(at: commands.range) { analyzer in
      analyzer.inOwnShell(state) { $0.run(commands, &$1, .unknown) }
    }
    guard let text = stream.text else { return stream.gap }
    var choices = List<Field>()
    for choice in text.choices { choices.append(EffectAnalyzer.withoutNewlines(choice)) }
    var output = Field.oneOf(choices)
    output.provenance = stream.provenance
    return output
  }

  /// Runs a process substitution; what it prints can be read from the name that it is given.
  package mutating func substitution(of commands: CommandList, _ state: ShellState) -> Field {
    var inner = state
    let stream = nested(at: commands.range) { $0.run(commands, &inner, .unknown) }
    var name = [UInt8]("/dev/fd/")
    name.append(decimal: EffectAnalyzer.firstSubstitution &+ written.count)
    written.append(
      WrittenFile(
        path: name, text: stream.text, origins: stream.origins, provenance: stream.provenance))
    return Field(name)
  }

  /// Descriptors from here on stand for process substitutions.
  private static let firstSubstitution = 1_000

  private static func withoutNewlines(_ field: Field) -> Field {
    var end = field.bytes.count
    while end > 0, field.bytes[end - 1] == 0x0A, field.mark(end - 1) == .literal { end -= 1 }
    return field.slice(0..<end)
  }

  /// The names in a directory; nil where there are more than the bound.
  package mutating func entries(of directory: [UInt8]) -> List<DirectoryEntry>? {
    guard let found = try? files.entries(directory, limit: EffectAnalyzer.directoryLimit),
      found.count < EffectAnalyzer.directoryLimit
    else { return nil }
    return found
  }

  package mutating func noteExcess(of word: Word) { perform(.tooLarge, at: word.range) }

  /// Entries of one directory that a pattern is matched against.
  static let directoryLimit = 10_000
}
