// SPDX-License-Identifier: MIT

/// Scripts of `package.json`, and of `composer.json`.
extension EffectAnalyzer {
  /// npm, pnpm, yarn and bun; nil where the catalogue says all there is to say.
  mutating func packageScripts(
    _ name: [UInt8], _ arguments: List<Field>, _ range: SourceRange, _ state: ShellState,
    _ input: CommandStream
  ) -> CommandStream? {
    guard let request = PackageRequest(name, arguments, state) else { return nil }
    var isFound = false
    for directory in request.directory.choices {
      guard directory.exact != nil else { continue }
      if run(request, directory, range, state, input) { isFound = true }
    }
    return isFound ? .unknown : nil
  }

  /// Whether a script was found that the call names.
  private mutating func run(
    _ request: PackageRequest, _ directory: Field, _ range: SourceRange, _ state: ShellState,
    _ input: CommandStream
  ) -> Bool {
    switch request.task {
    case .none: return false
    case .change(let settings):
      changeScripts(settings, directory)
      return true
    case .script, .restart:
      if noteForeign(FileTarget(Field([0x2E]), in: directory), at: range) { return true }
    case .installation: break
    }
    guard let root = projectRoot(directory, "package.json"),
      let package = package(request, in: root, at: range)
    else { return false }
    var inner = state
    inner.directory = Field(package.directory)
    switch request.task {
    case .none, .change: return false
    case .script(let name):
      if request.isGuess, script(name, package) == nil { return false }
      return runScripts(name, request.arguments, package, range, inner, input)
    case .restart:
      if runScripts([UInt8]("restart"), List(), package, range, inner, input) { return true }
      let stops = runScripts([UInt8]("stop"), List(), package, range, inner, input)
      return runScripts([UInt8]("start"), List(), package, range, inner, input) || stops
    case .installation:
      runLifecycle(package, range, inner)
      return false
    }
  }

  /// A `package.json` and where it lies.
  struct Package {
    var path: [UInt8]
    var directory: [UInt8]
    var scripts: JSONValue?
    var isWrittenHere: Bool
  }

  /// The nearest directory at or above `directory` that holds `name`.
  func projectRoot(_ directory: Field, _ name: StaticString) -> [UInt8]? {
    guard var place = directory.exact else { return nil }
    var last: [UInt8] = [0x2F]
    last.append(name)
    for _ in 0..<TaskLimits.parents {
      let path = place == [0x2F] ? last : place + last
      if writtenContent(of: path) != nil || (try? files.status(path)) != nil { return place }
      for script in tasks.packageScripts where script.path == path { return place }
      guard let slash = place.lastIndex(of: 0x2F), place.count > 1 else { return nil }
      place = slash == 0 ? [0x2F] : Array(place[..<slash])
    }
    return nil
  }

  private mutating func package(
    _ request: PackageRequest, in root: [UInt8], at range: SourceRange
  ) -> Package? {
    guard let workspace = request.workspace?.exact else {
      return package(in: root, "package.json", at: range)
    }
    // A workspace is named by its directory, or by a name whose last part most often is that.
    let last = EffectAnalyzer.lastComponent(workspace)
    if let found = packageHere(workspace, in: root, at: range) { return found }
    if let found = packageHere([UInt8]("packages/") + last, in: root, at: range) { return found }
    if let found = packageHere([UInt8]("apps/") + last, in: root, at: range) { return found }
    if let found = packageHere([UInt8]("libs/") + last, in: root, at: range) { return found }
    return packageHere(last, in: root, at: range)
  }

  private mutating func packageHere(
    _ name: [UInt8], in root: [UInt8], at range: SourceRange
  ) -> Package? {
    guard let directory = AbsolutePath(name, in: root)?.bytes else { return nil }
    return package(in: directory, "package.json", at: range)
  }

  /// Reads a file of scripts; nil where there is none, or nothing can be told of it.
  mutating func package(
    in directory: [UInt8], _ name: StaticString, at range: SourceRange
  ) -> Package? {
    var path: [UInt8] = directory == [0x2F] ? [] : directory
    path.append(0x2F)
    path.append(name)
    var package = Package(
      path: path, directory: directory, scripts: nil, isWrittenHere: writtenContent(of: path) != nil
    )
    switch taskText(path, at: range) {
    case .absent:
      for script in tasks.packageScripts where script.path == path { return package }
      return nil
    case .unknown: return nil
    case .known(var text):
      if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
      if MakeText.stripped(text).isEmpty { return package }
      do throws(JSONError) {
        package.scripts = try JSONDocument(parsing: text).root["scripts"]
      } catch {
        perform(.unparsable, subject: path, at: range)
        return nil
      }
      return package
    }
  }

  /// The text of the script `name`, as this command line set it or as the file has it.
  private func script(_ name: [UInt8], _ package: Package) -> Field? {
    var found = package.scripts?.member(name)?.string.map { Field($0) }
    for script in tasks.packageScripts where script.path == package.path && script.name == name {
      found = script.text
    }
    return found
  }

  /// Runs `prename`, `name` and `postname`; false where there is no script of that name.
  private mutating func runScripts(
    _ name: [UInt8], _ arguments: List<Field>, _ package: Package, _ range: SourceRange,
    _ state: ShellState, _ input: CommandStream
  ) -> Bool {
    guard let text = script(name, package) else { return false }
    touch(.executes, Field(package.path), state, at: range)
    runOne([UInt8]("pre") + name, List(), package, range, state, input)
    run(text, named: name, arguments, package, range, state, input)
    runOne([UInt8]("post") + name, List(), package, range, state, input)
    return true
  }

  private mutating func runOne(
    _ name: [UInt8], _ arguments: List<Field>, _ package: Package, _ range: SourceRange,
    _ state: ShellState, _ input: CommandStream
  ) {
    guard let text = script(name, package) else { return }
    run(text, named: name, arguments, package, range, state, input)
  }

  /// What `npm install` runs of the project itself.
  private mutating func runLifecycle(
    _ package: Package, _ range: SourceRange, _ state: ShellState
  ) {
    var names: StaticString? = "preinstall"
    while let name = names {
      runOne([UInt8](name), List(), package, range, state, .empty)
      names = EffectAnalyzer.lifecycle(after: [UInt8](name))
    }
  }

  private static func lifecycle(after name: [UInt8]) -> StaticString? {
    if name.equals("preinstall") { return "install" }
    if name.equals("install") { return "postinstall" }
    if name.equals("postinstall") { return "prepublish" }
    if name.equals("prepublish") { return "preprepare" }
    if name.equals("preprepare") { return "prepare" }
    return name.equals("prepare") ? "postprepare" : nil
  }

  /// Runs a script's text with its arguments behind it.
  private mutating func run(
    _ text: Field, named name: [UInt8], _ arguments: List<Field>, _ package: Package,
    _ range: SourceRange, _ state: ShellState, _ input: CommandStream
  ) {
    var code = text
    var key = package.path + [0x20] + name
    for argument in arguments {
      code.append([0x20])
      key.append(0)
      key.append(contentsOf: argument.bytes)
      for choice in argument.choices.prefix(1) {
        if choice.hasGap {
          code.append(choice, quoted: true)
        } else {
          code.append(ShellQuoting.quoted(choice.bytes))
        }
      }
    }
    let tolerated = tasks.toleratesUnknownNames
    tasks.toleratesUnknownNames = !package.isWrittenHere
    runTask(key, at: range) { analyzer in
      var inner = state
      _ = analyzer.run(code: code, range, &inner, input)
    }
    tasks.toleratesUnknownNames = tolerated
  }

  /// `npm pkg set scripts.name=text`.
  private mutating func changeScripts(_ settings: List<Field>, _ directory: Field) {
    guard let root = projectRoot(directory, "package.json") ?? directory.exact else { return }
    let path = (root == [0x2F] ? [UInt8]() : root) + [UInt8]("/package.json")
    for setting in settings {
      guard setting.bytes.hasPrefix("scripts"), setting.bytes.count > 8,
        let equals = setting.bytes.firstIndex(of: 0x3D), equals > 8
      else { continue }
      var name = Array(setting.bytes[8..<equals])
      if name.last == 0x5D { name.removeLast() }
      tasks.packageScripts.append(
        TaskProgress.PackageScript(
          path: path, name: name, text: setting.slice(equals + 1..<setting.bytes.count)))
    }
  }

  /// `run-s a b`, `run-p a b`, `npm-run-all a b`: scripts by name or pattern.
  mutating func runAll(
    _ arguments: List<Field>, _ range: SourceRange, _ state: ShellState, _ input: CommandStream
  ) -> CommandStream {
    guard let root = projectRoot(state.directory, "package.json"),
      let package = package(in: root, "package.json", at: range)
    else { return .unknown }
    for argument in arguments where argument.bytes.first != 0x2D {
      if argument.bytes.contains(0x2A), let scripts = package.scripts {
        for (key, _) in scripts.members {
          guard let name = key.string, Glob.matches(argument.bytes, name, Glob.Options()) else {
            continue
          }
          _ = runScripts(name, List(), package, range, state, input)
        }
      } else if let name = argument.exact {
        _ = runScripts(name, List(), package, range, state, input)
      }
    }
    return .unknown
  }
}
