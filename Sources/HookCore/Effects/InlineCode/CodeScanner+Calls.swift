// SPDX-License-Identifier: MIT

/// Names, calls, and what calls do.
extension CodeScanner {
  /// A name with what stands behind its full stops, as a call or as a value.
  mutating func name(_ depth: Int) -> CodeValue {
    guard var path = word() else { return .unknown }
    position += 1
    if let meant = meaning(of: path) { path = meant }
    if let known = value(of: path) { return known }
    var last = path
    while true {
      let skip = isMark(0x3A) && isMark(0x3A, 1) ? 2 : isMark(0x2D) && isMark(0x3E, 1) ? 2 : 1
      guard isMark(0x2E) || skip == 2, !(language.joinsWithStop && isMark(0x2E)),
        let next = word(skip)
      else { break }
      if CodeScanner.isEnvironment(path) { break }
      path.append(contentsOf: skip == 2 ? [0x3A, 0x3A] : [0x2E])
      path.append(contentsOf: next)
      last = next
      position += skip + 1
    }
    if path.firstRange(of: "ocket") != nil || last.equals("fsockopen")
      || last.equals("createConnection") || path.hasPrefix("net.")
      || last.equals("connect") && language == .javascript
    {
      opensSocket = true
    }
    if last.equals("eval") || path.equals("Function") || path.equals("vm.runInThisContext") {
      namesEvaluation = true
    }
    if language == .perl, path.equals("%ENV") {
      note(.showsEnvironment)
      return .unknown
    }
    if path.equals("process"), isMark(0x5B) {
      position += 1
      guard list(until: 0x5D, depth + 1).first?.exact?.equals("env") == true else {
        return .unknown
      }
      return environment(depth)
    }
    if path.equals("of"), language == .javascript {
      // `for (const pair of Object.entries(process.env))`.
      if expression(depth + 1).isEnvironment { note(.showsEnvironment) }
      return .unknown
    }
    if CodeScanner.isEnvironment(path), !isMark(0x28) { return environment(depth) }
    if CodeScanner.isHome(path) {
      if takeMark(0x28) { _ = list(until: 0x29, depth) }
      return CodeValue(text: Field(home))
    }
    return call(path, last, receiver: nil, depth) ?? .unknown
  }

  private static func isEnvironment(_ path: [UInt8]) -> Bool {
    path.equals("os.environ") || path.equals("process.env") || path.equals("ENV")
      || path.equals("%ENV") || path.equals("$ENV") || path.equals("$_ENV")
      || path.equals("ENVIRON") || path.equals("environ") || path.equals("$_SERVER")
      || path.equals("posix.environ") || path.equals("Bun.env") || path.equals("os.environb")
  }

  /// What a name was given another name for: `from os import environ as e`.
  private func meaning(of name: [UInt8]) -> [UInt8]? {
    for alias in aliases where alias.name == name { return alias.meaning }
    return nil
  }

  /// Whether code in a string is the environment, or one credential of it.
  static func namesEnvironment(_ code: [UInt8]) -> Bool {
    var start = code.firstRange(of: "process.env")?.upperBound
    start = start ?? code.firstRange(of: "os.environ")?.upperBound
    start = start ?? (code.hasPrefix("ENV") ? 3 : nil)
    start = start ?? (code.hasPrefix("$ENV{") ? 4 : nil)
    guard let start else { return false }
    let rest = code[start...]
    guard let first = rest.first, first == 0x2E || first == 0x5B || first == 0x7B else {
      return rest.isEmpty
    }
    var name: [UInt8] = []
    for byte in rest where Invocation.isWordByte(byte) || byte == 0x5F { name.append(byte) }
    return name.isEmpty || CredentialName.contains(name) || name.equals("to_h")
      || name.equals("inspect")
  }

  private static func isHome(_ path: [UInt8]) -> Bool {
    path.equals("Path.home") || path.equals("os.homedir") || path.equals("homedir")
      || path.equals("Dir.home") || path.equals("pathlib.Path.home")
  }

  /// The environment as a whole, or one variable of it.
  private mutating func environment(_ depth: Int) -> CodeValue {
    if isMark(0x5B) || isMark(0x7B) {
      let end: UInt8 = isMark(0x5B) ? 0x5D : 0x7D
      position += 1
      // A word between braces is a name there: `$ENV{PATH}`.
      if language == .perl, end == 0x7D, let name = word(), isMark(0x7D, 1) {
        position += 2
        if name.equals("HOME") { return CodeValue(text: Field(home)) }
        let value = CodeScanner.variable(name)
        if value.isEnvironment { note(.showsEnvironment) }
        return value
      }
      let index = list(until: end, depth + 1).first
      if index?.exact?.equals("HOME") == true || index == nil {
        return CodeValue(text: Field(home))
      }
      if index?.exact == nil, language != .python { note(.showsEnvironment) }
      let value = CodeScanner.variable(index?.exact)
      // `print` has no parentheses there.
      if value.isEnvironment, language == .awk { note(.showsEnvironment) }
      return value
    }
    if isMark(0x2E), let member = word(1) {
      position += 2
      if member.equals("HOME") { return CodeValue(text: Field(home)) }
      let isWhole =
        member.equals("items") || member.equals("values") || member.equals("copy")
        || member.equals("to_h") || member.equals("each") || member.equals("inspect")
        || member.equals("__dict__") || member.equals("to_hash") || member.equals("to_a")
        || member.equals("map")
        || member.equals("each_pair")
      guard takeMark(0x28) else {
        if isWhole, language == .ruby { note(.showsEnvironment) }
        var value = CodeScanner.variable(language == .javascript ? member : nil)
        value.isEnvironment = value.isEnvironment || isWhole
        return value
      }
      let name = list(until: 0x29, depth + 1).first
      if name?.exact?.equals("HOME") == true { return CodeValue(text: Field(home)) }
      var value = CodeScanner.variable(name?.exact)
      value.isEnvironment = value.isEnvironment || isWhole
      if isWhole, !member.equals("copy") { note(.showsEnvironment) }
      return value
    }
    var value = CodeValue()
    value.isEnvironment = true
    return value
  }

  /// One variable of the environment: as good as all of them where its name is a credential's.
  static func variable(_ name: [UInt8]?) -> CodeValue {
    var value = CodeValue()
    if let name { value.isEnvironment = CredentialName.contains(name) }
    return value
  }

  /// Whether a command's output comes over the network.
  static func fetchesText(_ command: Field) -> Bool {
    command.bytes.hasPrefix("curl ") || command.bytes.hasPrefix("wget ")
  }

  /// Methods, indices and further calls behind a value.
  mutating func suffixes(of value: CodeValue, _ depth: Int) -> CodeValue {
    var value = value
    while true {
      if (isMark(0x2E) && !language.joinsWithStop) || isMark(0x3A), let member = word(1) {
        position += 2
        let path = value.module.map { $0 + [0x2E] + member } ?? member
        value = call(path, member, receiver: value, depth) ?? .unknown
      } else if let module = value.module, isMark(0x28) {
        value = call(module, module, receiver: nil, depth) ?? .unknown
      } else if isMark(0x2D), isMark(0x3E, 1), let member = word(2) {
        position += 3
        value = call(member, member, receiver: value, depth) ?? .unknown
      } else if isMark(0x5B), value.text != nil || value.list != nil {
        value = element(of: value, depth)
      } else if isMark(0x28), value.text == nil {
        position += 1
        for argument in list(until: 0x29, depth + 1) { consume(argument, shows: false) }
        value = .unknown
      } else {
        return value
      }
    }
  }

  /// `[::-1]` turns round; one element of a list may be any of them.
  private mutating func element(of value: CodeValue, _ depth: Int) -> CodeValue {
    if isMark(0x3A, 1), isMark(0x3A, 2), isMark(0x2D, 3), let text = value.exact {
      position += 4
      while position < tokens.count, !takeMark(0x5D) { position += 1 }
      return CodeValue(text: Field(Array(text.reversed())))
    }
    position += 1
    _ = list(until: 0x5D, depth + 1)
    guard let list = value.list else { return .unknown }
    return CodeValue(text: Field.oneOf(list))
  }

  private mutating func call(
    _ path: [UInt8], _ last: [UInt8], receiver: CodeValue?, _ depth: Int
  ) -> CodeValue? {
    var values = List<CodeValue>()
    hasCondition = !(isMark(0x28) && isMark(0x7B, 1) && isMark(0x7D, 2) || isMark(0x29, 1))
    let hadCondition = hasCondition
    if takeMark(0x28) {
      values = list(until: 0x29, depth + 1)
    } else if language.callsWithoutParentheses,
      startsArgument() || (last.equals("eval") || last.equals("unlink")) && startsCall()
        || last.equals("eval") && startsList()
    {
      repeat { values.append(expression(depth + 1)) } while takeMark(0x2C)
    } else if receiver == nil {
      if last.equals("delete_all") || last.equals("destroy_all") { note(.destroysData) }
      return nil
    }
    noteListing(path, last, receiver, values)
    noteName(last, receiver, values)
    if last.equals("homedir") { return CodeValue(text: Field(home)) }
    if last.equals("require"), language == .javascript, let module = values.first?.exact {
      if module.first != 0x2E, module.first != 0x2F { return CodeScanner.module(module) }
    }
    if last.equals("open"), language == .perl, values.count > 1 {
      openPerl(values)
      return .unknown
    }
    if last.equals("glob") || last.equals("iglob") {
      for value in values { notePattern(value) }
    }
    if let computed = CodeFunctions.value(of: path, last, receiver, values, home) {
      return computed
    }
    if CodeCall.shows(last) {
      for value in values where value.isEnvironment { note(.showsEnvironment) }
      let isShown = !last.equals("write") || path.hasSuffix("stdout.write")
      if isShown, let text = values.first?.text, CodeScanner.isName(text) { note(.prints(text)) }
    }
    if let receiver, receiver.isEnvironment, CodeCall.shows(last) || last.equals("to_h") {
      note(.showsEnvironment)
    }
    hasCondition = hadCondition
    perform(path, last, receiver, values)
    var result = CodeValue()
    result.isFromNetwork = receiver?.isFromNetwork ?? false || CodeCall.fetches(path, last: last)
    if let first = values.first?.text {
      let isAddress = first.bytes.hasPrefix("http:") || first.bytes.hasPrefix("https:")
      let fetches =
        last.equals("get") || last.equals("URI") || last.equals("open") && language == .ruby
      if CodeScanner.fetchesText(first) || isAddress && fetches {
        result.isFromNetwork = true
      }
      if last.equals("import"), isAddress, language == .javascript { note(.runsDownload) }
    }
    fetches = fetches || result.isFromNetwork
    result.isDecoded = receiver?.isDecoded ?? false || CodeCall.decodes(last)
    if last.equals("file_get_contents"), values.first?.exact?.hasPrefix("http") == true {
      result.isFromNetwork = true
    }
    for value in values {
      result.isFromNetwork = result.isFromNetwork || value.isFromNetwork
      result.isDecoded = result.isDecoded || value.isDecoded
      result.isEnvironment =
        result.isEnvironment
        || value.isEnvironment
          && (last.equals("dict") || last.equals("list") || last.equals("str")
            || last.equals("repr") || last.equals("dumps") || last.equals("stringify")
            || last.equals("entries") || last.equals("sorted") || last.equals("values"))
    }
    if last.equals("getattr"), values.count > 1, values[1].exact?.equals("environ") == true {
      result.isEnvironment = true
    }
    if last.equals("getenv") || last.equals("toObject"), values.isEmpty {
      result.isEnvironment = true
    } else if last.equals("getenv") {
      result.isEnvironment = CodeScanner.variable(values.first?.exact).isEnvironment
      if result.isEnvironment, language == .php { note(.showsEnvironment) }
    }
    if let receiver, receiver.isEnvironment, CodeCall.iterates(last) { note(.showsEnvironment) }
    if last.equals("dotenv_values"), values.isEmpty { note(.reads(Field([UInt8](".env")))) }
    if last.equals("phpinfo") { note(.showsEnvironment) }
    return result
  }

  /// Whether an argument without parentheses begins here.
  private func startsArgument() -> Bool {
    guard let token = token() else { return false }
    switch token {
    case .string: return true
    case .word(let word):
      return word.first == 0x24 || word.first == 0x40 || word.first == 0x25
        || (language == .ruby || language == .perl || language == .php)
          && (word.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false)
    case .command: return true
    case .number, .mark, .newline: return false
    }
  }

  /// Whether the result of another call is the argument: `eval decode_base64("x")`.
  private func startsCall() -> Bool {
    guard language == .perl || language == .ruby, word() != nil else { return false }
    return isMark(0x28, 1) || isString(1)
  }

  /// `eval ["7072"].pack("H*")`.
  private func startsList() -> Bool { language == .ruby && isMark(0x5B) }

  /// `open F, "name"`, `open F, "<", "name"`, `open F, "command|"`, `open F, "-|", "command"`.
  private mutating func openPerl(_ values: List<CodeValue>) {
    guard let second = values[1].exact else {
      readsUnknown = true
      return
    }
    if values.count > 2, let target = values[2].text {
      if second.contains(0x7C) {
        note(.command(target))
      } else {
        note(second.first == 0x3C ? .reads(target) : .writes(target))
      }
      return
    }
    if second.last == 0x7C { return note(.command(Field(Array(second.dropLast())))) }
    if second.first == 0x7C { return note(.command(Field(Array(second.dropFirst())))) }
    let name = second.drop { $0 == 0x3C || $0 == 0x3E || $0 == 0x2B || $0 == 0x20 }
    note(second.first == 0x3E ? .writes(Field(Array(name))) : .reads(Field(Array(name))))
  }

  /// What a call does, by its letters in the table.
  private mutating func perform(
    _ path: [UInt8], _ last: [UInt8], _ receiver: CodeValue?, _ values: List<CodeValue>
  ) {
    if last.equals("open"), let text = receiver?.text, values.first?.exact?.first != 0x77 {
      note(.reads(text))
    }
    if last.equals("load_file") || last.equals("binread"),
      let text = values.first?.text
    {
      note(.reads(text))
    }
    if language == .python { noteArchive(path, last, values) }
    guard var roles = CodeCall.roles(of: path, last: last, language) else {
      for value in values { consume(value, shows: false) }
      return
    }
    if let first = roles.first, first == 0x3C || first == 0x3E || first == 0x2D {
      roles.removeFirst()
      if receiver?.text == nil, receiver != nil || path.count > last.count {
        if first == 0x3C { readsUnknown = true }
        if first == 0x2D { deletesUnknown = true }
      }
      if let text = receiver?.text {
        note(
          first == 0x3C
            ? .reads(text) : first == 0x3E ? .writes(text) : .deletes(text, isTree: false))
      }
    }
    if roles.first == 0x43 { return run(last, values) }
    if roles.first == 0x58 {  // X
      // With a condition it is work on some rows.
      let takesCondition = last.equals("deleteMany") || last.equals("remove")
      guard !takesCondition || values.first?.text == nil && !hasCondition else { return }
      return note(.destroysData)
    }
    for index in 0..<values.count {
      let role = roles.isEmpty ? 0x75 : roles[min(index, roles.count - 1)]
      perform(role, values[index], index + 1 < values.count ? values[index + 1] : nil)
    }
  }

  private mutating func perform(_ role: UInt8, _ value: CodeValue, _ next: CodeValue?) {
    if role == 0x49 {  // I
      if value.exact?.hasPrefix("http") == true { note(.runsDownload) }
      if let text = value.text { note(.reads(text)) }
      return
    }
    if role == 0x70 { return }
    if role == 0x45 {  // E
      if value.isFromNetwork || value.exact?.hasPrefix("http") == true { note(.runsDownload) }
      if value.isDecoded { note(.runsDecoded) }
      if let text = value.exact { note(.code(text)) }
      return
    }
    let known = value.text ?? value.list.map { Field.oneOf($0) }
    if known?.exact == nil {
      if role == 0x72 || role == 0x6F { readsUnknown = true }
      if role == 0x64 || role == 0x44 { deletesUnknown = true }
    }
    guard let text = known else { return }
    switch role {
    case 0x72: note(.reads(text))
    case 0x77: note(.writes(text))
    case 0x73: note(.readsTree(text, names: []))
    case 0x64: note(.deletes(text, isTree: false))
    case 0x44: note(.deletes(text, isTree: true))
    case 0x6D:
      note(.reads(text))
      note(.deletes(text, isTree: true))
    case 0x6F:
      let mode = next?.exact ?? [0x72]
      let writes = mode.contains(0x77) || mode.contains(0x61) || mode.contains(0x78)
      note(writes && mode.count < 5 ? .writes(text) : .reads(text))
    default: note(.uses(text))
    }
  }

  /// A process: one text for a shell, or a list of words.
  private mutating func run(_ last: [UInt8], _ values: List<CodeValue>) {
    guard let first = values.first else { return }
    // Names that a command lists: `io.popen("ls -A"):lines()`.
    if let text = first.exact, text.equals("ls") || text.hasPrefix("ls -"), !text.contains(0x7C) {
      listed = listed ?? Field([0x2E])
    }
    if first.isDecoded { note(.runsDecoded) }
    if first.text == nil, first.list == nil, opensSocket { startsShell = true }
    if first.isFromNetwork || first.text == nil && first.list == nil && fetches {
      note(.runsDownload)
    }
    var words = List<Field>()
    if let list = first.list {
      words = list
    } else if let program = first.text {
      if values.count > 1, let list = values[1].list, !last.equals("exec"), !last.equals("execSync")
      {
        if !last.hasPrefix("execv") { words.append(program) }
        words.append(contentsOf: list)
      } else if language == .perl || language == .ruby || last.hasPrefix("execl")
        || last.hasPrefix("spawn"), values.count > 1
      {
        for value in values { words.append(value.text ?? .unknown) }
      } else {
        noteShell(program.bytes)
        return note(.command(program))
      }
    }
    if let program = words.first { noteShell(program.bytes) }
    if words.count > 0 { note(.words(words)) }
  }

  mutating func noteShell(_ text: [UInt8]) {
    let end = text.firstIndex(of: 0x20) ?? text.count
    if EffectAnalyzer.isShell(EffectAnalyzer.lastComponent(Array(text[..<end]))) {
      startsShell = true
    }
  }
}
