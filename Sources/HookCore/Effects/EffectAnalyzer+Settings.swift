// SPDX-License-Identifier: MIT

/// Files that commands write under names of their own: into directories, from patches, into images.
extension EffectAnalyzer {
  /// `cp name directory`: the file that comes to lie there.
  mutating func writeInto(
    _ entry: CatalogEntry, _ invocation: Invocation, _ state: ShellState, at range: SourceRange
  ) {
    let name = entry.name
    guard
      name.equals("cp") || name.equals("mv") || name.equals("ln") || name.equals("install")
        || name.equals("rsync") || name.equals("scp") || name.equals("ditto")
    else { return }
    for target in invocation.operands {
      guard target.role == .write || target.role == .targetDirectory,
        target.role == .targetDirectory || isDirectory(target.value, state)
      else { continue }
      for source in invocation.operands {
        switch source.role {
        case .read, .readTree, .move, .link: break
        case .write, .delete, .truncate, .execute, .mode, .use, .targetDirectory, .pattern,
          .plain, .command, .commandText, .query, .code, .host, .include, .exclude:
          continue
        }
        for choice in source.value.choices {
          guard let path = choice.exact else { continue }
          let last = EffectAnalyzer.lastComponent(path)
          if last.isEmpty || last.equals(".") || last.equals("..") {
            noteSpread(over: target.value, state, at: range)
            continue
          }
          touch(
            .writes, EffectAnalyzer.joined(target.value, Field(last)), state, at: range)
        }
      }
    }
  }

  /// `cp -r x/. ~`: files of any name come to lie in the home.
  private mutating func noteSpread(
    over target: Field, _ state: ShellState, at range: SourceRange
  ) {
    for path in EffectAnalyzer.paths(of: FileTarget(target, in: state.directory)) {
      if path.count == 1 || path == state.home {
        perform(.unpackOverHome, subject: path, at: range)
      }
    }
  }

  private func isDirectory(_ name: Field, _ state: ShellState) -> Bool {
    if name.bytes.last == 0x2F { return true }
    guard let path = EffectAnalyzer.path(of: FileTarget(name, in: state.directory)),
      let status = try? files.status(path)
    else { return false }
    return status.kind == .directory
  }

  /// A name that a command would write if it belongs to the client's settings.
  mutating func touchIfSettings(_ name: Field, _ state: ShellState, at range: SourceRange) {
    guard name.bytes.firstRange(of: ".claude") != nil || name.bytes.firstRange(of: ".mcp.") != nil
    else { return }
    touch(.writes, EffectAnalyzer.asPattern(name), state, at: range)
    // A pattern that the program expands: `.claude/*`.
    let settings = [UInt8](".claude/settings.json")
    if name.bytes.contains(0x2A), Glob.matches(name.pattern, settings, Glob.Options()) {
      touch(.writes, Field(settings), state, at: range)
    }
  }

  /// The files that a patch names, as far as they are settings.
  mutating func patch(
    _ arguments: List<Field>, _ range: SourceRange, _ state: ShellState, _ input: CommandStream
  ) {
    if let text = input.text?.exact { notePatch(text, state, at: range) }
    for argument in arguments where argument.bytes.first != 0x2D {
      guard let path = EffectAnalyzer.path(of: FileTarget(argument, in: state.directory))
      else { continue }
      if let text = writtenContent(of: path)?.text?.exact {
        notePatch(text, state, at: range)
      } else if let text = try? files.contents(path, limit: ScriptLimits.size) {
        notePatch(text, state, at: range)
      }
    }
  }

  private mutating func notePatch(_ text: [UInt8], _ state: ShellState, at range: SourceRange) {
    for line in text.split(separator: 0x0A) {
      let line = Array(line)
      guard line.hasPrefix("+++ ") || line.hasPrefix("rename to ") || line.hasPrefix("--- ") else {
        continue
      }
      var name = Array(line.split(separator: 0x20).last ?? [])
      if name.hasPrefix("a/") || name.hasPrefix("b/") { name.removeFirst(2) }
      touchIfSettings(Field(name), state, at: range)
    }
  }

  /// An image: what its recipe copies by name, and the whole context where it is sent away.
  mutating func build(_ invocation: Invocation, _ range: SourceRange, _ state: ShellState) {
    var context = Field([0x2E])
    var recipe: Field?
    for operand in invocation.operands {
      if operand.role == .host { context = operand.value }
      if operand.role == .read { recipe = operand.value }
    }
    let filter = contextFilter(context, state)
    let isPushed = invocation.has(0x50)  // P
    let name = recipe ?? EffectAnalyzer.joined(context, Field([UInt8]("Dockerfile")))
    let path = EffectAnalyzer.path(of: FileTarget(name, in: state.directory))
    let text = path.flatMap {
      writtenContent(of: $0)?.text?.exact ?? (try? files.contents($0, limit: ScriptLimits.size))
    }
    // The daemon gets all of it, whatever the recipe takes of it.
    let file = FileTarget(context, in: state.directory)
    add(Effect(.readsTree, file: file, subject: filter, isCertain: isPushed, range: range))
    for line in (text ?? []).split(separator: 0x0A) {
      noteStep(Array(line), context, range, state)
    }
  }

  /// `docker compose build` and `up --build`: the contexts that the file in the directory names.
  mutating func noteComposedBuild(
    _ arguments: List<Field>, _ range: SourceRange, _ state: ShellState
  ) {
    var builds = false
    for argument in arguments {
      builds = builds || argument.bytes.equals("build") || argument.bytes.equals("--build")
    }
    guard builds, arguments.first?.bytes.equals("compose") == true else { return }
    var number: UInt8 = 0
    while let name = EffectAnalyzer.composeFile(number) {
      number += 1
      let file = FileTarget(Field([UInt8](name)), in: state.directory)
      guard let path = EffectAnalyzer.path(of: file),
        let text = writtenContent(of: path)?.text?.exact
          ?? (try? files.contents(path, limit: ScriptLimits.size))
      else { continue }
      for line in text.split(separator: 0x0A) { noteContext(Array(line), range, state) }
    }
  }

  private static func composeFile(_ number: UInt8) -> StaticString? {
    switch number {
    case 0: "compose.yaml"
    case 1: "compose.yml"
    case 2: "docker-compose.yml"
    case 3: "docker-compose.yaml"
    default: nil
    }
  }

  /// `build: directory` and `context: directory`.
  private mutating func noteContext(_ line: [UInt8], _ range: SourceRange, _ state: ShellState) {
    let line = Array(line.drop { $0 == 0x20 || $0 == 0x09 })
    guard line.hasPrefix("build: ") || line.hasPrefix("context: ") else { return }
    let value = line.drop { $0 != 0x20 }.filter { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 }
    guard let first = value.first, first == 0x2E || first == 0x2F else { return }
    let context = Field(value)
    add(
      Effect(
        .readsTree, file: FileTarget(context, in: state.directory),
        subject: contextFilter(context, state), isCertain: false, range: range))
  }

  /// `COPY .env /app` and `RUN cat .env`.
  private mutating func noteStep(
    _ line: [UInt8], _ context: Field, _ range: SourceRange, _ state: ShellState
  ) {
    let verb = line.prefix { $0 != 0x20 }.map { $0 | 0x20 }
    let isCopy = verb.equals("copy") || verb.equals("add")
    guard isCopy || line.hasPrefix("RUN cat ") || line.hasPrefix("RUN base64 ") else { return }
    var words = List<[UInt8]>()
    for word in line.split(separator: 0x20).dropFirst() {
      // What another stage made is not of the context.
      if Array(word).hasPrefix("--from=") { return }
      if word.first == 0x2D { continue }
      // Also as a list: `COPY ["a", "b"]`.
      words.append(word.filter { $0 != 0x22 && $0 != 0x5B && $0 != 0x5D && $0 != 0x2C })
    }
    for index in 0..<words.count {
      if isCopy, index == words.count - 1, index > 0 { break }
      let name = EffectAnalyzer.joined(context, EffectAnalyzer.asPattern(Field(words[index])))
      touch(.reads, name, state, at: range)
    }
  }

  /// What `.dockerignore` leaves out of a build's context, in the notation of a Grep call's `glob`.
  private func contextFilter(_ context: Field, _ state: ShellState) -> [UInt8] {
    var filter: [UInt8] = []
    for number in 0..<2 {
      let name: StaticString = number == 0 ? ".dockerignore" : ".containerignore"
      let file = EffectAnalyzer.joined(context, Field([UInt8](name)))
      guard let path = EffectAnalyzer.path(of: FileTarget(file, in: state.directory)),
        let text = try? files.contents(path, limit: ScriptLimits.size)
      else { continue }
      for line in text.split(separator: 0x0A) { appendIgnored(Array(line), to: &filter) }
    }
    return filter
  }

  /// One line: a name that is left out as a file and as a directory.
  private func appendIgnored(_ line: [UInt8], to filter: inout [UInt8]) {
    var line = line.filter { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }
    guard let first = line.first, first != 0x23, first != 0x21 else { return }
    while line.last == 0x2F || line.hasSuffix("/**") { line.removeLast(line.last == 0x2F ? 1 : 3) }
    let last = EffectAnalyzer.lastComponent(line)
    if last.isEmpty { return }
    if !filter.isEmpty { filter.append(0x20) }
    filter += [0x21] + last + [0x20, 0x21] + last + [0x2F]
  }
}
