// SPDX-License-Identifier: MIT

/// Bounds for task files: makefiles, `package.json`, justfiles.
enum TaskLimits {
  /// Bytes of one task file; larger ones are asked about.
  static let size = 256 * 1024
  /// Tasks that run tasks.
  static let depth = 4
  /// Tasks that one command line leads to.
  static let runs = 64
  /// Task files read for one command line.
  static let files = 48
  /// Bytes of the longest name of a runner: `npm-run-all`.
  static let nameLength = 11
  /// Directories above the working directory in which a task file is looked for.
  static let parents = 32
}

/// How far task files were followed.
struct TaskProgress {
  var depth = 0
  var runs = 0
  var files = 0
  /// The tasks that are being run: one that leads to itself is not followed again.
  var open = List<[UInt8]>()
  /// A task file that was there before names programs in ways that cannot all be followed.
  var toleratesUnknownNames = false
  /// A task file that was read last is one that this command line wrote.
  var isWrittenHere = false
  /// Scripts that `npm pkg set` writes, and the `package.json` that they are for.
  var packageScripts = List<PackageScript>()

  struct PackageScript {
    var path: [UInt8]
    var name: [UInt8]
    var text: Field
  }
}

/// The text of a task file.
enum TaskText {
  case absent
  case known([UInt8])
  /// It is there, but cannot be told; what is to be said of it is said.
  case unknown
}

/// Programs that run what a file of the project says.
extension EffectAnalyzer {
  /// Runs the task runner `name`; nil where it is none, or where its file is not there.
  mutating func taskRunner(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: inout ShellState,
    _ input: CommandStream
  ) -> CommandStream? {
    guard name.count <= TaskLimits.nameLength else { return nil }
    noteForeignTree(name, arguments, state, input, at: range)
    if name.equals("make") || name.equals("gmake") || name.equals("bmake") {
      return make(name, arguments, range, state, input)
    }
    if name.equals("run-s") || name.equals("run-p") || name.equals("npm-run-all") {
      return runAll(arguments, range, state, input)
    }
    if name.hasSuffix("npm"), arguments.count > 1, arguments[1].bytes.equals("env"),
      arguments[0].bytes.hasPrefix("run")
    {
      perform(.printEnvironment, subject: name, at: range)
    }
    if name.equals("just") { return just(arguments, range, state, input) }
    // Asked here, because the rest of it is large and few commands need it in memory.
    guard name.equals("npm") || name.equals("pnpm") || name.equals("yarn") || name.equals("bun")
    else { return nil }
    return packageScripts(name, arguments, range, state, input)
  }

  /// The text of the task file at `path`: as this command line wrote it, else as it is on disk.
  mutating func taskText(_ path: [UInt8], at range: SourceRange) -> TaskText {
    if let stream = writtenContent(of: path) {
      tasks.isWrittenHere = true
      if stream.origins.contains(.network) {
        perform(.downloadedCode, subject: path, at: range)
        return .unknown
      }
      if stream.origins.contains(.decoded) { perform(.decodedCode, subject: path, at: range) }
      guard let text = stream.text?.exact else {
        perform(.unknownCode, subject: path, certain: false, at: range)
        return .unknown
      }
      return .known(text)
    }
    guard tasks.files < TaskLimits.files else {
      perform(.tooLarge, subject: path, at: range)
      return .unknown
    }
    do throws(SystemError) {
      let text = try files.contents(path, limit: TaskLimits.size)
      tasks.files += 1
      return .known(text)
    } catch {
      guard error.code == .tooLarge else { return .absent }
      perform(.tooLarge, subject: path, at: range)
      return .unknown
    }
  }

  /// Runs one task, identified by `key`, unless it is being run already or there are too many.
  mutating func runTask(
    _ key: [UInt8], at range: SourceRange, _ body: (inout EffectAnalyzer) -> Void
  ) {
    for open in tasks.open where open == key { return }
    tasks.runs += 1
    guard tasks.depth < TaskLimits.depth, tasks.runs <= TaskLimits.runs else {
      return perform(.tooLarge, subject: [UInt8]("task"), at: range)
    }
    tasks.depth += 1
    tasks.open.append(key)
    _ = nested(at: range) { analyzer in
      body(&analyzer)
      return .empty
    }
    _ = tasks.open.popLast()
    tasks.depth -= 1
  }

  /// The names that `name` stands for where it is a pattern; else itself.
  mutating func names(matching name: [UInt8], _ state: ShellState) -> List<[UInt8]> {
    guard name.contains(0x2A) || name.contains(0x3F) else { return List(name) }
    var pattern = Field()
    for byte in name { pattern.append(byte, Field.isSpecial(byte) ? .pattern : .literal) }
    var fields = List<Field>()
    PathnameExpansion.append(pattern, to: &fields, state, &self)
    var names = List<[UInt8]>()
    for field in fields {
      if let exact = field.exact { names.append(exact) }
    }
    return names
  }
}
