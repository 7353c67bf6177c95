// SPDX-License-Identifier: MIT

/// Commands that the catalogue describes.
extension EffectAnalyzer {
  /// Effects of `entry` with `arguments`; subcommands are looked up one after the other.
  mutating func run(
    _ entry: CatalogEntry, _ arguments: List<Field>, _ range: SourceRange,
    _ state: inout ShellState, _ input: CommandStream
  ) -> CommandStream {
    if let alias = alias(of: entry) {
      return run(alias, arguments, range, &state, input)
    }
    if let language = entry.language {
      return runInterpreter(entry, language, arguments, range, &state, input)
    }
    guard entry.hasSubcommands else {
      if EffectAnalyzer.asksForNothingElse(arguments) { return .unknown }
      let invocation = Invocation(arguments, as: entry)
      if entry.isRemote { reach(invocation, arguments, input, entry, at: range) }
      return apply(entry, invocation, range, &state, input)
    }
    let isOptional = !entry.operands.equals("/")
    guard let (sub, rest) = subcommand(entry, arguments, &state),
      let inner = CommandCatalog.entry(entry.name, sub: sub)
    else {
      if isOptional {
        return apply(entry, Invocation(arguments, as: entry), range, &state, input)
      }
      guard let (sub, rest) = subcommand(entry, arguments, &state) else { return .unknown }
      // What a service of many has in common: `aws/*`; its own name is one of the operands.
      if let any = CommandCatalog.entry(entry.name, sub: [0x2A]) {
        var all = List(Field(sub))
        all.append(contentsOf: rest)
        return apply(any, Invocation(all, as: any), range, &state, input)
      }
      if entry.name.equals("yarn") || entry.name.equals("pnpm") || entry.name.equals("bun"),
        CommandCatalog.entry(sub) != nil
      {
        var command = List(Field(sub))
        command.append(contentsOf: rest)
        return runPackage(command, range, &state, input)
      }
      useAll(rest, state, at: range)
      return .unknown
    }
    if EffectAnalyzer.asksForHelp(rest), !inner.takesCommand { return .unknown }
    return run(inner, rest, range, &state, input)
  }

  /// Whether a subcommand prints its help and nothing else: `--help` at the end, where no option
  /// before it can take it for a value.
  static func asksForHelp(_ arguments: List<Field>) -> Bool {
    for index in 0..<arguments.count {
      guard let text = arguments[index].exact else { return false }
      if text.first != 0x2D { continue }
      return index == arguments.count - 1 && (text.equals("--help") || text.equals("-help"))
    }
    return false
  }

  /// Whether a program prints its help or version and nothing else.
  static func asksForNothingElse(_ arguments: List<Field>) -> Bool {
    guard arguments.count == 1, let text = arguments[0].exact else { return false }
    return text.equals("--help") || text.equals("--version")
  }

  /// `&name` in the second column stands for that entry.
  private func alias(of entry: CatalogEntry) -> CatalogEntry? {
    let operands = entry.operands
    guard operands.count > 1, operands[0] == 0x26 else { return nil }
    return CommandCatalog.entry(operands.slice(1, operands.count).bytes)
  }

  /// The first operand, and all arguments but it; options before it are the command's own.
  private mutating func subcommand(
    _ entry: CatalogEntry, _ arguments: List<Field>, _ state: inout ShellState
  ) -> (name: [UInt8], rest: List<Field>)? {
    var position = 0
    while position < arguments.count {
      let argument = arguments[position]
      guard let bytes = argument.exact, bytes.first == 0x2D, bytes.count > 1 else { break }
      position += 1
      let end = bytes.firstIndex(of: 0x3D) ?? bytes.count
      guard end == bytes.count, let option = entry.option(bytes[..<end]), option.kind == 0x3D
      else { continue }
      position += 1
    }
    guard position < arguments.count, let name = arguments[position].exact else { return nil }
    return (name, Invocation.rest(arguments, from: position + 1))
  }

  /// The effects of operands and flags.
  mutating func apply(
    _ entry: CatalogEntry, _ invocation: Invocation, _ range: SourceRange,
    _ state: inout ShellState, _ input: CommandStream
  ) -> CommandStream {
    let invocation = entry.name.equals("gradle") ? withoutProjects(invocation) : invocation
    let showsNothing = EffectAnalyzer.showsNoContent(entry.name, invocation)
    let recurses = invocation.has(0x52) && !showsNothing  // R
    let isHelp = invocation.has(0x3F)  // ?
    let names = invocation.nameFilter(PathPatterns(entry, invocation))
    if entry.name.equals("npm/install") { noteShortRepository(invocation, at: range) }
    if entry.name.equals("terraform/output") { noteOutputs(invocation, state, at: range) }
    if entry.name.hasSuffix("/install") { notePackages(of: entry, invocation, state, at: range) }
    if entry.name.equals("docker/build") { build(invocation, range, state) }
    for operand in invocation.operands {
      for choice in operand.value.choices {
        // What a search found: sums, counts and names of it tell no secret.
        if operand.role == .write, entry.name.equals("cp"), fills(choice, invocation, state) {
          continue
        }
        if showsNothing, operand.role == .read, EffectAnalyzer.hidesName(choice) { continue }
        apply(operand.role, choice, recurses: recurses, names, state, at: range)
        if operand.role == .read, invocation.has(0x69) {  // i: edited in place
          touch(.writes, choice, state, at: range)
        }
        // X: what is not in the source is deleted at the target.
        if operand.role == .write, invocation.has(0x58) {
          touch(.deletesTree, choice, state, at: range)
        }
      }
      if operand.role == .commandText {
        var inner = state
        _ = run(code: operand.value, range, &inner, .empty)
      } else if operand.role == .query {
        query(operand.value, range, &state)
      }
    }
    if takesQueries(entry), let text = input.text { query(text, range, &state) }
    if !showsNothing { applyDefault(of: entry, invocation, names, state, at: range) }
    writeInto(entry, invocation, state, at: range)
    followContent(invocation, entry, state, input)
    if entry.name.equals("scp") || entry.name.equals("rsync"), !invocation.has(0x6E) {
      sendCopies(invocation, at: range)
    }
    if !isHelp { performActions(of: entry, invocation, state, at: range) }
    if entry.name.equals("npx") || entry.name.equals("uvx") {
      return runPackage(invocation.command, range, &state, input)
    }
    if !invocation.command.isEmpty { return invoke(invocation.command, range, &state, input) }
    return CommandStream(text: nil, origins: outputOrigins(of: entry, invocation, input))
  }

  mutating func apply(
    _ role: OperandRole, _ value: Field, recurses: Bool, _ names: [UInt8], _ state: ShellState,
    at range: SourceRange
  ) {
    if value.bytes.isEmpty { return }
    switch role {
    case .read where recurses, .readTree:
      let file = FileTarget(value, in: state.directory)
      add(Effect(.readsTree, file: file, subject: names, range: range))
    case .use where recurses:
      touch(.readsTree, value, state, at: range)
    case .read: touch(.reads, value, state, at: range)
    case .write, .targetDirectory:
      touch(.writes, value, state, at: range)
      // Some programs expand patterns themselves: `unzip x.zip '.claude/*'`.
      if value.isLiteral, value.bytes.contains(0x2A) {
        touchIfSettings(EffectAnalyzer.asPattern(value), state, at: range)
      }
    case .delete:
      touch(recurses ? .deletesTree : .deletes, everything(value), state, at: range)
    case .move: touch(.moves, value, state, at: range)
    case .truncate: touch(.truncates, value, state, at: range)
    case .execute: touch(.executes, value, state, at: range)
    case .mode: touch(.changesMode(inTree: recurses), value, state, at: range)
    case .link: touch(.links, value, state, at: range)
    case .use: touch(.uses, value, state, at: range)
    case .pattern, .plain, .command, .code, .query, .commandText, .host, .include, .exclude: break
    }
  }

  /// `*` that went through a variable or a pipe beside the names that it matches.
  private func everything(_ name: Field) -> Field {
    guard name.isLiteral, name.bytes.last == 0x2A,
      name.bytes.count == 1 || name.bytes.hasSuffix("/*")
    else { return name }
    return EffectAnalyzer.asPattern(name)
  }

  /// Performs the actions that the entry's `@` clauses name.
  mutating func performActions(
    of entry: CatalogEntry, _ invocation: Invocation, _ state: ShellState, at range: SourceRange
  ) {
    for clause in entry.clauses(0x40) {
      let colon = clause.lastOffset(of: 0x3A)
      let hasCondition = colon < clause.count
      let word = clause.slice(hasCondition ? colon + 1 : 1, clause.count)
      if hasCondition, !holds(clause.slice(1, colon), invocation) { continue }
      if let action = Action(rawValue: word) {
        if action == .sendRaw || action == .sendMail || action == .shareFile,
          peer(of: invocation, or: [], hasPorts: true).isLocal
        {
          continue
        }
        if action == .installLocalArchive, areOfProject(invocation, state) { continue }
        if action == .changeAws || action == .deleteInAws || action == .deleteBucket,
          callsEmulator()
        {
          continue
        }
        if action == .listen, EffectAnalyzer.listensHereOnly(invocation) { continue }
        perform(action, subject: entry.name.bytes, on: state, at: range)
      }
    }
  }

  /// Whether the condition of a clause holds: flags that are up, `!` for down, `=` for an operand.
  private func holds(_ condition: CatalogText, _ invocation: Invocation) -> Bool {
    let end = condition.offset(of: 0x3D)
    if end < condition.count {
      let word = condition.slice(end + 1, condition.count)
      let bang = word.offset(of: 0x21)
      let prefix = word.slice(0, bang).bytes
      let harmless = bang < word.count ? word.slice(bang + 1, word.count).bytes : []
      var isNamed = false
      for operand in invocation.operands {
        for choice in operand.value.choices where choice.bytes.starts(with: prefix) {
          let isHarmless =
            !harmless.isEmpty && choice.exact?.suffix(harmless.count) == harmless[...]
          if !isHarmless { isNamed = true }
        }
      }
      if !isNamed { return false }
    }
    var wantsUp = true
    for index in 0..<end {
      if condition[index] == 0x21 {
        wantsUp = false
        continue
      }
      if invocation.has(condition[index]) != wantsUp { return false }
      wantsUp = true
    }
    return true
  }

  /// What a command prints comes from where it reads; filters pass their input on.
  private func outputOrigins(
    of entry: CatalogEntry, _ invocation: Invocation, _ input: CommandStream
  ) -> CommandStream.Origins {
    var origins = input.origins.union(.command)
    // What takes a credential, such as a login, does not print it; a filter does.
    if !CommandCatalog.isFilter(entry.name) { origins.remove(.credential) }
    for clause in entry.clauses(0x3E) {
      if clause.equals(">network") { origins.insert(.network) }
      if clause.equals(">decoded") { origins.insert(.decoded) }
      if clause.equals(">d:decoded"), invocation.has(0x64) { origins.insert(.decoded) }
    }
    return origins
  }
}
