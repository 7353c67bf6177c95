// SPDX-License-Identifier: MIT

/// Names that a program gives, lists and takes: imports, members, directories.
extension CodeScanner {
  /// `import a.b as c` and `from a import b as c, d`.
  mutating func takeImport() -> Bool {
    guard language == .python, let first = word(),
      first.equals("import") || first.equals("from"), let module = word(1)
    else { return false }
    position += 1
    var name: [UInt8] = []
    var prefix: [UInt8] = []
    if first.equals("from") {
      position += 1
      while isMark(0x2E) { position += word(1) == nil ? 1 : 2 }
      guard word()?.equals("import") == true else { return true }
      position += 1
      // `os.environ` is known by its whole name.
      if module.equals("os") || module.equals("posix") || module.equals("subprocess") {
        prefix = module + [0x2E]
      }
    }
    while let token = token() {
      switch token {
      case .word(let word):
        if word.equals("as"), let alias = self.word(1) {
          aliases.append((alias, prefix + name))
          position += 1
        } else {
          name = word
          if !prefix.isEmpty { aliases.append((word, prefix + word)) }
        }
      case .mark(0x2E), .mark(0x2C), .mark(0x28), .mark(0x29): break
      case .string, .command, .number, .mark, .newline: return true
      }
      position += 1
    }
    return true
  }

  /// `const {a, b: c} = object`.
  mutating func takeMembers() -> Bool {
    guard language == .javascript, let first = word(),
      first.equals("const") || first.equals("let") || first.equals("var"), isMark(0x7B, 1)
    else { return false }
    var index = 2
    var names = List<(name: [UInt8], meaning: [UInt8])>()
    while let name = word(index) {
      if isMark(0x3A, index + 1), let alias = word(index + 2) {
        names.append((alias, name))
        index += 3
      } else {
        names.append((name, name))
        index += 1
      }
      if isMark(0x2C, index) { index += 1 }
    }
    guard isMark(0x7D, index), isMark(0x3D, index + 1) else { return false }
    let isProcess = word(index + 2)?.equals("process") == true
    let isEnvironment =
      isProcess && isMark(0x2E, index + 3) && word(index + 4)?.equals("env") == true
    for name in names {
      if isEnvironment {
        variables.append((name.name, CodeScanner.variable(name.meaning)))
      } else if isProcess, name.meaning.equals("env") {
        aliases.append((name.name, [UInt8]("process.env")))
      } else if name.name != name.meaning {
        aliases.append(name)
      }
    }
    // What they are taken out of is looked at as any expression.
    position += index + 2
    return true
  }

  /// Archives that Python makes: what is put into one is read.
  mutating func noteArchive(_ path: [UInt8], _ last: [UInt8], _ values: List<CodeValue>) {
    if last.equals("ZipFile") || path.hasPrefix("tarfile.") { makesArchive = true }
    if last.equals("make_archive") {
      let directory = values.count > 2 ? values[2].text : Field([0x2E])
      if let directory { note(.readsTree(directory, names: [])) }
    }
    guard makesArchive, last.equals("write") || last.equals("add"), let name = values.first?.text
    else { return }
    note(last.equals("add") ? .readsTree(name, names: []) : .reads(name))
  }

  /// A pattern of names: `?` and `[…]` count in it as `*` does.
  mutating func notePattern(_ value: CodeValue) {
    guard let text = value.exact else { return }
    var pattern = Field()
    for byte in text { pattern.append(byte, Field.isSpecial(byte) ? .pattern : .literal) }
    note(.uses(pattern))
  }

  /// A call that lists a directory, one that narrows what was listed, one for each of its names.
  mutating func noteListing(
    _ path: [UInt8], _ last: [UInt8], _ receiver: CodeValue?, _ values: List<CodeValue>
  ) {
    if CodeCall.lists(path, last: last) {
      var directory = Field([0x2E])
      if last.equals("rglob") || last.equals("iterdir") {
        directory = receiver?.text ?? directory
        if last.equals("rglob"), let pattern = values.first?.exact, pattern != [0x2A],
          !pattern.contains(0x2F)
        {
          narrowing = pattern
        }
      } else if last.equals("opendir"), values.count > 1 {
        directory = values[1].text ?? directory
      } else {
        directory = values.first?.text ?? directory
      }
      listed = directory.hasGap ? listed : directory
    } else if last.equals("glob") || last.equals("iglob"), let pattern = values.first?.exact,
      CodeCall.isEverything(pattern)
    {
      listed = listed ?? Field([0x2E])
    } else if CodeCall.narrows(last) {
      let pattern = values.first?.exact ?? []
      let isEnd = last.hasPrefix("end")
      let isPlain = pattern.count > 1 && !pattern.contains(0x20)
      narrowing =
        isPlain && (isEnd || last.hasPrefix("start"))
        ? (isEnd ? [0x2A] + pattern : pattern + [0x2A]) : narrowing ?? []
    } else if CodeCall.iterates(last), let list = receiver?.list {
      for element in list { note(.uses(element)) }
    }
  }

  /// Longest text that another command may take for a name.
  private static let printedLimit = 64

  /// Whether a text that is printed may be the name of a file.
  static func isName(_ text: Field) -> Bool {
    guard let bytes = text.exact, !bytes.isEmpty, bytes.count <= printedLimit else { return false }
    return !bytes.contains { $0 <= 0x20 }
  }

  /// The module `name`, by the name that the table of functions has for it.
  static func module(_ name: [UInt8]) -> CodeValue {
    var name = name.hasPrefix("node:") ? Array(name.dropFirst(5)) : name
    if name.hasPrefix("fs-extra") || name.hasPrefix("fs/") { name = [UInt8]("fs") }
    var value = CodeValue()
    value.module = name
    return value
  }

  /// What a call says by its name alone: sockets, functions that are called for each name.
  mutating func noteName(
    _ last: [UInt8], _ receiver: CodeValue?, _ values: List<CodeValue>
  ) {
    let first = values.first?.exact
    if last.equals("require"), let first {
      if first.equals("net") || first.equals("tls") || first.equals("socket") { opensSocket = true }
    } else if last.equals("array_map") || last.equals("array_walk") || last.equals("map") {
      if first?.equals("unlink") == true || first?.equals("rmdir") == true {
        deletesUnknown = true
        if values.count > 1, let names = values[1].text { note(.deletes(names, isTree: false)) }
      }
    } else if last.equals("urlretrieve"), values.count > 1, let name = values[1].text {
      note(.downloads(name))
    } else if last.equals("post") || last.equals("put"), let address = first,
      address.hasPrefix("http")
    {
      note(.sends(Field(address)))
      if sendsEnvironment { note(.showsEnvironment) }
    } else if last.equals("rename"), language == .python, let text = receiver?.text {
      note(.deletes(text, isTree: true))
    }
  }
}
