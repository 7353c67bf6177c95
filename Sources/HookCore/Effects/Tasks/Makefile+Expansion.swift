// SPDX-License-Identifier: MIT

/// `$(name)`, `$(name:a=b)` and functions of make.
extension Makefile {
  /// `text` with its variables and functions replaced; what cannot be told is a gap.
  mutating func expanded(
    _ text: [UInt8], depth: Int = 0, _ runner: inout EffectAnalyzer
  ) -> [UInt8] {
    guard text.contains(0x24) else { return text }
    guard mayExpand(depth, &runner) else { return [MakeText.gap] }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      guard text[index] == 0x24, index + 1 < text.count else {
        let start = index
        index += 1
        while index < text.count, text[index] != 0x24 { index += 1 }
        result.append(contentsOf: text[start..<index])
        continue
      }
      let next = text[index + 1]
      if next == 0x24 {
        result.append(0x24)
        index += 2
      } else if next == 0x28 || next == 0x7B {
        guard let end = MakeText.closing(text, from: index + 2, next) else { break }
        let body = Array(text[(index + 2)..<end])
        result.append(contentsOf: reference(body, depth + 1, &runner))
        index = end + 1
      } else {
        result.append(contentsOf: value([next], depth + 1, &runner))
        index += 2
      }
      if result.count > MakeLimits.textSize {
        runner.perform(.tooLarge, subject: [UInt8]("make"), at: range)
        return [MakeText.gap]
      }
    }
    return result
  }

  private mutating func mayExpand(_ depth: Int, _ runner: inout EffectAnalyzer) -> Bool {
    expansions += 1
    if expansions == MakeLimits.expansions {
      runner.perform(.tooLarge, subject: [UInt8]("make"), at: range)
    }
    return expansions < MakeLimits.expansions && depth < MakeLimits.depth
  }

  /// What stands between the parentheses.
  private mutating func reference(
    _ body: [UInt8], _ depth: Int, _ runner: inout EffectAnalyzer
  ) -> [UInt8] {
    if let end = body.firstIndex(where: { MakeText.isBlank($0) }) {
      let rest = Array(body[(end + 1)...])
      let name = Array(body[..<end])
      if let result = function(name, rest, depth, &runner) { return result }
    }
    let name = expanded(body, depth: depth, &runner)
    if let colon = name.firstIndex(of: 0x3A), let equals = name[colon...].firstIndex(of: 0x3D) {
      var from = Array(name[(colon + 1)..<equals])
      var to = Array(name[(equals + 1)...])
      if !from.contains(0x25) {
        from.insert(0x25, at: 0)
        to.insert(0x25, at: 0)
      }
      let text = value(Array(name[..<colon]), depth, &runner)
      return MakeText.substituted(text, from, to)
    }
    return value(name, depth, &runner)
  }

  /// The value of the variable `name`.
  mutating func value(
    _ name: [UInt8], _ depth: Int, _ runner: inout EffectAnalyzer
  ) -> [UInt8] {
    guard mayExpand(depth, &runner), !MakeText.hasGap(name) else { return [MakeText.gap] }
    if let value = local(name) { return value }
    if let index = variables.index(of: name) {
      let variable = variables.value(at: index)
      if variable.isSimple { return variable.value }
      if variable.generation == generation { return variable.expanded }
      let before = generation
      let usedLocals = usesLocals
      usesLocals = false
      let text = expanded(variable.value, depth: depth + 1, &runner)
      if !usesLocals, before == generation { variables.remember(text, at: index, generation) }
      usesLocals = usesLocals || usedLocals
      return text
    }
    if name.count == 2, name[1] == 0x44 || name[1] == 0x46, !isLetter(name[0]) {
      let words = value([name[0]], depth + 1, &runner)
      return name[1] == 0x44 ? directories(words, slash: false) : names(words)
    }
    return inherited(name)
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  /// The function `name` of make; nil where it is none.
  private mutating func function(
    _ name: [UInt8], _ rest: [UInt8], _ depth: Int, _ runner: inout EffectAnalyzer
  ) -> [UInt8]? {
    if name.equals("shell") { return shell(expanded(rest, depth: depth, &runner), &runner) }
    if name.equals("call") { return call(rest, depth, &runner) }
    if name.equals("foreach") { return forEach(rest, depth, &runner) }
    if name.equals("if") || name.equals("or") || name.equals("and") {
      return condition(name, rest, depth, &runner)
    }
    if name.equals("eval") {
      let text = expanded(rest, depth: depth, &runner)
      if depth < MakeLimits.depth / 2 { read(text, &runner) }
      return []
    }
    if name.equals("info") || name.equals("warning") || name.equals("error") || name.equals("file")
    {
      _ = expanded(rest, depth: depth, &runner)
      return []
    }
    if name.equals("value") { return variable(rest)?.value ?? inherited(rest) }
    if name.equals("origin") || name.equals("flavor") || name.equals("guile") {
      return [MakeText.gap]
    }
    return textFunction(name, rest, depth, &runner)
  }

  private mutating func textFunction(
    _ name: [UInt8], _ rest: [UInt8], _ depth: Int, _ runner: inout EffectAnalyzer
  ) -> [UInt8]? {
    guard let count = Makefile.argumentCount(name) else { return nil }
    var arguments = List<[UInt8]>()
    for part in MakeText.arguments(rest, limit: count) {
      arguments.append(expanded(part, depth: depth, &runner))
    }
    guard arguments.count == count else { return [] }
    let last = arguments[count - 1]
    if name.equals("subst") { return MakeText.replaced(last, arguments[0], arguments[1]) }
    if name.equals("patsubst") { return MakeText.substituted(last, arguments[0], arguments[1]) }
    if name.equals("strip") || name.equals("sort") || name.equals("wildcard")
      || name.equals("realpath")
    {
      return MakeText.joined(MakeText.words(last))
    }
    if name.equals("findstring") {
      if MakeText.hasGap(last) || MakeText.hasGap(arguments[0]) { return [MakeText.gap] }
      return EffectAnalyzer.split(last, at: arguments[0]) == nil ? [] : arguments[0]
    }
    if name.equals("filter") || name.equals("filter-out") {
      return filtered(last, arguments[0], keeps: name.count == 6)
    }
    if name.equals("dir") { return directories(last, slash: true) }
    if name.equals("notdir") { return names(last) }
    if name.equals("addprefix") { return each(last) { arguments[0] + $0 } }
    if name.equals("addsuffix") { return each(last) { $0 + arguments[0] } }
    if name.equals("basename") { return each(last) { Array($0[..<MakeText.suffixStart($0)]) } }
    if name.equals("suffix") { return each(last) { Array($0[MakeText.suffixStart($0)...]) } }
    if name.equals("abspath") {
      let directory = MakeText.text(state.directory)
      return each(last) { $0.first == 0x2F ? $0 : directory + [0x2F] + $0 }
    }
    return counted(name, arguments)
  }

  /// Functions that count words.
  private func counted(_ name: [UInt8], _ arguments: List<[UInt8]>) -> [UInt8] {
    let last = arguments[arguments.count - 1]
    let words = MakeText.words(last)
    if name.equals("words") {
      if MakeText.hasGap(last) { return [MakeText.gap] }
      var text: [UInt8] = []
      text.append(decimal: words.count)
      return text
    }
    if name.equals("firstword") { return words.first ?? [] }
    if name.equals("lastword") { return words.last ?? [] }
    if name.equals("word"), !MakeText.hasGap(last), arguments[0].count < 6 {
      var number = 0
      for byte in arguments[0] where (0x30...0x39).contains(byte) {
        number = number * 10 + Int(byte - 0x30)
      }
      return number >= 1 && number <= words.count ? words[number - 1] : []
    }
    return [MakeText.gap]
  }

  /// How many arguments a function of texts takes; nil for other names.
  private static func argumentCount(_ name: [UInt8]) -> Int? {
    if name.equals("subst") || name.equals("patsubst") || name.equals("wordlist") { return 3 }
    if name.equals("findstring") || name.equals("filter") || name.equals("filter-out")
      || name.equals("addprefix") || name.equals("addsuffix") || name.equals("word")
      || name.equals("join")
    {
      return 2
    }
    if name.equals("strip") || name.equals("sort") || name.equals("wildcard")
      || name.equals("realpath") || name.equals("dir") || name.equals("notdir")
      || name.equals("basename") || name.equals("suffix") || name.equals("abspath")
      || name.equals("words") || name.equals("firstword") || name.equals("lastword")
    {
      return 1
    }
    return nil
  }

  private func each(_ text: [UInt8], _ body: ([UInt8]) -> [UInt8]) -> [UInt8] {
    var result = List<[UInt8]>()
    for word in MakeText.words(text) { result.append(body(word)) }
    return MakeText.joined(result)
  }

  private func directories(_ text: [UInt8], slash: Bool) -> [UInt8] {
    each(text) { word in
      let start = MakeText.nameStart(word)
      if start == 0 { return slash ? [0x2E, 0x2F] : [0x2E] }
      return Array(word[..<(slash ? start : Swift.max(1, start - 1))])
    }
  }

  private func names(_ text: [UInt8]) -> [UInt8] {
    each(text) { Array($0[MakeText.nameStart($0)...]) }
  }

  private func filtered(_ text: [UInt8], _ patterns: [UInt8], keeps: Bool) -> [UInt8] {
    var result = List<[UInt8]>()
    for word in MakeText.words(text) {
      var matches = false
      for pattern in MakeText.words(patterns) where MakeText.stem(word, pattern) != nil {
        matches = true
      }
      if matches == keeps || MakeText.hasGap(word) { result.append(word) }
    }
    return MakeText.joined(result)
  }

  /// `$(call name,arguments…)`.
  private mutating func call(
    _ rest: [UInt8], _ depth: Int, _ runner: inout EffectAnalyzer
  ) -> [UInt8] {
    let parts = MakeText.arguments(rest, limit: 32)
    guard let first = parts.first else { return [] }
    let name = MakeText.stripped(expanded(first, depth: depth, &runner))
    var arguments = List<[UInt8]>()
    for part in parts.dropFirst() { arguments.append(expanded(part, depth: depth, &runner)) }
    let count = locals.count
    setLocal([0x30], name)
    for index in 0..<9 {
      setLocal([0x31 + UInt8(index)], index < arguments.count ? arguments[index] : [])
    }
    let result = value(name, depth + 1, &runner)
    endLocals(at: count)
    return result
  }

  /// `$(foreach name,words,text)`.
  private mutating func forEach(
    _ rest: [UInt8], _ depth: Int, _ runner: inout EffectAnalyzer
  ) -> [UInt8] {
    let parts = MakeText.arguments(rest, limit: 3)
    guard parts.count == 3 else { return [] }
    let name = MakeText.stripped(expanded(parts[0], depth: depth, &runner))
    let count = locals.count
    defer { endLocals(at: count) }
    var result: [UInt8] = []
    for word in MakeText.words(expanded(parts[1], depth: depth, &runner)) {
      endLocals(at: count)
      setLocal(name, word)
      if !result.isEmpty { result.append(0x20) }
      result.append(contentsOf: expanded(parts[2], depth: depth, &runner))
      if result.count > MakeLimits.textSize { return [MakeText.gap] }
    }
    return result
  }

  /// `$(if condition,then,else)`, `$(or …)`, `$(and …)`.
  private mutating func condition(
    _ name: [UInt8], _ rest: [UInt8], _ depth: Int, _ runner: inout EffectAnalyzer
  ) -> [UInt8] {
    let isIf = name.equals("if")
    let parts = MakeText.arguments(rest, limit: isIf ? 3 : 16)
    var last: [UInt8] = []
    for index in 0..<parts.count {
      last = MakeText.stripped(expanded(parts[index], depth: depth, &runner))
      guard isIf else {
        if name.equals("or"), !last.isEmpty { return last }
        if name.equals("and"), last.isEmpty { return [] }
        continue
      }
      var isTrue = !last.isEmpty
      if last == [MakeText.gap] { isTrue = choice(of: 2) == 0 }
      let taken = isTrue ? 1 : 2
      return taken < parts.count ? expanded(parts[taken], depth: depth, &runner) : []
    }
    return last
  }

  /// `$(shell text)`: judged, and its output where that can be told.
  mutating func shell(_ text: [UInt8], _ runner: inout EffectAnalyzer) -> [UInt8] {
    let text = MakeText.stripped(text)
    if text.isEmpty { return [] }
    var inner = state
    let code = MakeText.shellText(text)
    let place = range
    let stream = runner.nested(at: place) { $0.run(text: code, &inner, .empty, at: place) }
    if let known = Makefile.wellKnownOutput(text) { return known }
    guard let output = stream.text else {
      return [stream.origins.contains(.network) ? MakeText.download : MakeText.gap]
    }
    let choices = output.choices
    var result = MakeText.text(choices[choice(of: choices.count)])
    while result.last == 0x0A { result.removeLast() }
    for index in result.indices where result[index] == 0x0A { result[index] = 0x20 }
    return result
  }

  /// What makefiles ask of the machine most often: its system, and where a program is.
  private static func wellKnownOutput(_ text: [UInt8]) -> [UInt8]? {
    let words = MakeText.words(text)
    guard let first = words.first else { return nil }
    if first.equals("uname"), words.count == 1 || words[1].equals("-s") || words[1].hasPrefix("2>")
    {
      #if os(macOS)
        return [UInt8]("Darwin")
      #else
        return [UInt8]("Linux")
      #endif
    }
    let isWhich = first.equals("which")
    guard isWhich || first.equals("command") else { return nil }
    let place = isWhich ? 1 : 2
    guard place < words.count else { return nil }
    for byte in words[place] where !(0x2B...0x7A).contains(byte) || byte == 0x3B { return nil }
    return words[place]
  }
}
