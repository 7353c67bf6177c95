// SPDX-License-Identifier: MIT

/// The lines of a makefile: assignments, rules, conditions, `include`, `define`.
extension Makefile {
  /// Reads `text`, in the order of its lines.
  mutating func read(_ text: [UInt8], _ runner: inout EffectAnalyzer) {
    var position = 0
    var definition: (name: [UInt8], operation: [UInt8], text: [UInt8])?
    let outerConditions = conditions
    while position < text.count {
      let isRecipe = openRule != nil && text[position] == recipePrefix && definition == nil
      var line = logicalLine(text, &position, isRecipe: isRecipe || definition != nil)
      for index in line.indices where line[index] <= MakeText.download { line[index] = 0x20 }
      if var open = definition {
        if MakeText.words(line).first?.equals("endef") == true {
          if isActive { assign(open.name, open.operation, open.text, &runner) }
          definition = nil
        } else {
          if !open.text.isEmpty { open.text.append(0x0A) }
          open.text.append(contentsOf: line)
          definition = open
        }
        continue
      }
      if isRecipe {
        if isActive, let rule = openRule { rules[rule].recipe.append(Array(line.dropFirst())) }
        continue
      }
      let plain = MakeText.stripped(Makefile.withoutComment(line))
      if plain.isEmpty { continue }
      if takeCondition(plain, &runner) || !isActive { continue }
      if let found = Makefile.definition(plain) {
        definition = (expanded(found.name, &runner), found.operation, [])
        continue
      }
      take(plain, &runner)
    }
    conditions = outerConditions
  }

  private var isActive: Bool {
    guard let last = conditions.last else { return true }
    return last.isActive && !last.isSkipped
  }

  /// The line at `position` and those that a backslash joins to it.
  private func logicalLine(_ text: [UInt8], _ position: inout Int, isRecipe: Bool) -> [UInt8] {
    var line: [UInt8] = []
    while position < text.count {
      var end = text[position...].firstIndex(of: 0x0A) ?? text.count
      let next = end + 1
      if end > position, text[end - 1] == 0x0D { end -= 1 }
      let slashes = text[position..<end].reversed().prefix { $0 == 0x5C }.count
      let isJoined = slashes % 2 == 1 && next < text.count
      if !isJoined {
        line.append(contentsOf: text[position..<end])
        position = next
        break
      }
      if isRecipe {
        line.append(contentsOf: text[position..<end])
        line.append(0x0A)
        position = next
        if position < text.count, text[position] == recipePrefix { position += 1 }
      } else {
        line.append(contentsOf: text[position..<end - 1])
        line.append(0x20)
        position = next
      }
    }
    return line
  }

  private static func withoutComment(_ line: [UInt8]) -> [UInt8] {
    guard line.contains(0x23) else { return line }
    var result: [UInt8] = []
    for index in line.indices {
      if line[index] == 0x23 {
        guard result.last == 0x5C else { return result }
        result.removeLast()
      }
      result.append(line[index])
    }
    return result
  }

  /// `define name [=]`.
  private static func definition(_ line: [UInt8]) -> (name: [UInt8], operation: [UInt8])? {
    var words = MakeText.words(line)
    while let first = words.first, first.equals("override") || first.equals("export") {
      words = List(copying: words.dropFirst())
    }
    guard words.first?.equals("define") == true, words.count > 1 else { return nil }
    return (words[1], words.count > 2 ? words[2] : [0x3D])
  }

  // MARK: Conditions

  /// Takes `ifeq`, `else`, `endif` and their kin; false where the line is none.
  private mutating func takeCondition(_ line: [UInt8], _ runner: inout EffectAnalyzer) -> Bool {
    let word = Array(line.prefix { !MakeText.isBlank($0) && $0 != 0x28 })
    let rest = MakeText.stripped(Array(line[word.count...]))
    if word.equals("endif") {
      _ = conditions.popLast()
      return true
    }
    if word.equals("else") {
      guard var last = conditions.popLast() else { return true }
      if last.isDone || last.isSkipped {
        last.isActive = false
      } else if rest.isEmpty {
        last.isActive = true
        last.isDone = true
      } else {
        decide(rest, &last, &runner)
      }
      conditions.append(last)
      return true
    }
    guard
      word.equals("ifeq") || word.equals("ifneq") || word.equals("ifdef") || word.equals("ifndef")
    else { return false }
    openRule = conditions.isEmpty && openRule == nil ? nil : openRule
    var condition = Condition(isActive: false, isDone: false, isSkipped: !isActive)
    if !condition.isSkipped { decide(line, &condition, &runner) }
    conditions.append(condition)
    return true
  }

  private mutating func decide(
    _ line: [UInt8], _ condition: inout Condition, _ runner: inout EffectAnalyzer
  ) {
    var isTrue = true
    if let known = truth(of: line, &runner) {
      isTrue = known
    } else {
      // This variant takes the branch that has its number; the last takes none of them.
      variants = Swift.max(variants, Swift.min(condition.undecided + 2, MakeLimits.variants))
      isTrue = condition.undecided == variant
      condition.undecided += 1
    }
    condition.isActive = isTrue
    condition.isDone = isTrue
  }

  /// Whether the condition of `line` holds; nil where it cannot be told.
  private mutating func truth(of line: [UInt8], _ runner: inout EffectAnalyzer) -> Bool? {
    let word = Array(line.prefix { !MakeText.isBlank($0) && $0 != 0x28 })
    let rest = MakeText.stripped(Array(line[word.count...]))
    if word.equals("ifdef") || word.equals("ifndef") {
      let name = MakeText.stripped(expanded(rest, &runner))
      let value = variable(name)?.value ?? inherited(name)
      if value == [MakeText.gap] { return nil }
      return value.isEmpty == word.equals("ifndef")
    }
    guard word.equals("ifeq") || word.equals("ifneq"), let sides = Makefile.sides(rest) else {
      return nil
    }
    let left = MakeText.stripped(expanded(sides.left, &runner))
    let right = MakeText.stripped(expanded(sides.right, &runner))
    if MakeText.hasGap(left) || MakeText.hasGap(right) { return nil }
    return (left == right) == word.equals("ifeq")
  }

  /// `(a,b)`, `"a" "b"`, `'a' 'b'`.
  private static func sides(_ text: [UInt8]) -> (left: [UInt8], right: [UInt8])? {
    guard let first = text.first else { return nil }
    if first == 0x28 {
      guard let end = MakeText.closing(text, from: 1, 0x28) else { return nil }
      let parts = MakeText.arguments(Array(text[1..<end]), limit: 2)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
    guard let middle = text.dropFirst().firstIndex(of: first) else { return nil }
    let right = MakeText.stripped(Array(text[(middle + 1)...]))
    guard right.count >= 2 else { return nil }
    return (Array(text[1..<middle]), Array(right[1..<right.count - 1]))
  }

  // MARK: Lines

  /// Any other line: an assignment, a directive or a rule.
  private mutating func take(_ line: [UInt8], _ runner: inout EffectAnalyzer) {
    openRule = nil
    var line = line
    var isExported = false
    while true {
      let word = Array(line.prefix { !MakeText.isBlank($0) })
      let isExport = word.equals("export")
      guard
        isExport || word.equals("override") || word.equals("private") || word.equals("unexport"),
        Makefile.assignment(line) == nil || word.count < line.count
      else { break }
      line = MakeText.stripped(Array(line[word.count...]))
      if isExport { isExported = true }
      if isExport, line.isEmpty { exportsAll = true }
      guard !line.isEmpty else { return }
    }
    if let found = Makefile.assignment(line) {
      let name = MakeText.stripped(expanded(found.name, &runner))
      assign(name, found.operation, found.value, &runner)
      if isExported { exported.append(name) }
      return
    }
    if isExported { return export(line, &runner) }
    let word = Array(line.prefix { !MakeText.isBlank($0) })
    if word.equals("include") || word.equals("-include") || word.equals("sinclude")
      || word.equals(".include")
    {
      return include(expanded(Array(line[word.count...]), &runner), &runner)
    }
    if word.equals("vpath") || word.equals("undefine") { return }
    rule(line, &runner)
  }

  /// `export names…`: where a secret file's names are asked for, nothing of it is shown.
  private mutating func export(_ line: [UInt8], _ runner: inout EffectAnalyzer) {
    var trial = runner
    let before = trial.effects.count
    let names = expanded(line, &trial)
    for index in before..<Swift.max(before, trial.effects.count) {
      switch trial.effects[index].kind {
      case .reads, .uses, .evaluates, .connects: continue
      case .readsTree, .writes, .truncates, .deletes, .deletesTree, .moves, .links, .changesMode,
        .executes, .performs:
        runner = trial
      }
    }
    for name in MakeText.words(names) { exported.append(name) }
  }

  /// The parts of `name op value`; nil where the line is no assignment.
  static func assignment(
    _ line: [UInt8]
  ) -> (name: [UInt8], operation: [UInt8], value: [UInt8])? {
    guard let end = MakeText.first(of: " \t=:?+!#", in: line), end > 0 else { return nil }
    var start = end
    while start < line.count, MakeText.isBlank(line[start]) { start += 1 }
    var equals = start
    while equals < line.count, equals - start < 4,
      line[equals] == 0x3A || line[equals] == 0x3F
        || line[equals] == 0x2B || line[equals] == 0x21
    {
      equals += 1
    }
    guard equals < line.count, line[equals] == 0x3D else { return nil }
    return (
      Array(line[..<end]), Array(line[start...equals]),
      MakeText.stripped(Array(line[(equals + 1)...]))
    )
  }

  mutating func assign(
    _ name: [UInt8], _ operation: [UInt8], _ text: [UInt8], _ runner: inout EffectAnalyzer
  ) {
    let former = variable(name)
    if former?.isFixed == true { return }
    if name.equals(".RECIPEPREFIX") { recipePrefix = text.first ?? 0x09 }
    switch operation.first {
    case 0x3A:
      set(Variable(name: name, value: expanded(text, &runner), isSimple: true))
    case 0x21:
      let command = expanded(text, &runner)
      set(Variable(name: name, value: shell(command, &runner), isSimple: true))
    case 0x3F:
      if former == nil, state.variable(name) == nil { set(Variable(name: name, value: text)) }
    case 0x2B:
      let isSimple = former?.isSimple == true
      let more = isSimple ? expanded(text, &runner) : text
      let value = former?.value ?? inherited(name)
      let joined = value.isEmpty ? more : value + [0x20] + more
      set(Variable(name: name, value: joined, isSimple: isSimple))
    default: set(Variable(name: name, value: text))
    }
  }

  /// `include names…`: files beside the makefile; what is not there is made by a rule, or nothing.
  private mutating func include(_ names: [UInt8], _ runner: inout EffectAnalyzer) {
    var names = MakeText.words(names)
    if names.first?.equals("include") == true { names = List(copying: names.dropFirst()) }
    for name in names {
      // Settings that nobody sees: what they hold is not told, and not read.
      if EffectAnalyzer.lastComponent(name).hasPrefix(".env") || MakeText.hasGap(name) {
        hasUnknownVariables = true
        continue
      }
      for file in runner.names(matching: name, state) {
        includes += 1
        guard includes <= MakeLimits.includes else {
          return runner.perform(.tooLarge, subject: [UInt8]("make"), at: range)
        }
        guard let path = EffectAnalyzer.path(of: FileTarget(Field(file), in: state.directory)),
          case .known(let text) = runner.taskText(path, at: range)
        else { continue }
        let outer = openRule
        openRule = nil
        read(text, &runner)
        openRule = outer
      }
    }
    openRule = nil
  }

  /// `targets: prerequisites ; recipe`, with `::`, `&:` and static patterns.
  private mutating func rule(_ line: [UInt8], _ runner: inout EffectAnalyzer) {
    var line = line
    if MakeText.first(of: ":", in: line) == nil {
      // A variable or function may stand for whole lines.
      let text = expanded(line, &runner)
      guard text.contains(0x3A), text != line, !MakeText.hasGap(text) else { return }
      if text.contains(0x0A) { return read(text, &runner) }
      line = text
    }
    guard let colon = MakeText.first(of: ":", in: line) else { return }
    var start = colon + 1
    if start < line.count, line[start] == 0x3A { start += 1 }
    var head = Array(line[..<colon])
    if head.last == 0x26 { head.removeLast() }
    let targets = MakeText.words(expanded(head, &runner))
    var rest = MakeText.stripped(Array(line[start...]))
    if Makefile.targetAssignment(rest) != nil {
      for target in targets { targetVariables.append(TargetVariable(target: target, text: rest)) }
      return
    }
    var recipe = List<[UInt8]>()
    if let semicolon = MakeText.first(of: ";", in: rest) {
      recipe.append(MakeText.stripped(Array(rest[(semicolon + 1)...])))
      rest = Array(rest[..<semicolon])
    }
    var pattern: [UInt8]?
    if let second = MakeText.first(of: ":", in: rest) {
      pattern = MakeText.stripped(expanded(Array(rest[..<second]), &runner))
      rest = Array(rest[(second + 1)...])
    }
    var prerequisites = List<[UInt8]>()
    for word in MakeText.words(expanded(rest, &runner)) where !word.equals("|") {
      prerequisites.append(word)
    }
    note(targets)
    rules.append(
      Rule(targets: targets, prerequisites: prerequisites, pattern: pattern, recipe: recipe))
    openRule = rules.count - 1
  }

  /// The assignment of `target: [export] name = value`.
  static func targetAssignment(
    _ text: [UInt8]
  ) -> (name: [UInt8], operation: [UInt8], value: [UInt8])? {
    var text = text
    while true {
      let word = Array(text.prefix { !MakeText.isBlank($0) })
      guard word.equals("export") || word.equals("override") || word.equals("private") else {
        break
      }
      text = MakeText.stripped(Array(text[word.count...]))
    }
    return assignment(text)
  }

  /// Special targets, and the first one that is to be made by default.
  private mutating func note(_ targets: List<[UInt8]>) {
    for target in targets {
      if target.equals(".ONESHELL") { isOneShell = true }
      if target.equals(".EXPORT_ALL_VARIABLES") { exportsAll = true }
      guard firstTarget == nil, !target.contains(0x25),
        target.first != 0x2E || target.contains(0x2F)
      else { continue }
      firstTarget = target
    }
  }
}
