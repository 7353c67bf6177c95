// SPDX-License-Identifier: MIT

/// Makes targets of a makefile: judges the recipes of what they depend on, then their own.
struct RecipeRunner {
  var makefile: Makefile
  let isDryRun: Bool
  private var made = List<[UInt8]>()
  private var depth = 0

  /// Targets that depend on targets.
  private static let depthLimit = 64

  init(_ makefile: Makefile, isDryRun: Bool) {
    self.makefile = makefile
    self.isDryRun = isDryRun
  }

  /// A rule as it applies to one target.
  private struct Match {
    var prerequisites = List<[UInt8]>()
    var stem: [UInt8] = []
    var recipe: List<[UInt8]>?
  }

  /// Judges what making `target` runs.
  mutating func make(_ target: [UInt8], _ runner: inout EffectAnalyzer) {
    for done in made where done == target { return }
    guard made.count < MakeLimits.targets, depth < RecipeRunner.depthLimit else {
      if made.count == MakeLimits.targets || depth == RecipeRunner.depthLimit {
        runner.perform(.tooLarge, subject: [UInt8]("make"), at: makefile.range)
        made.append(target)
      }
      return
    }
    made.append(target)
    var former: MakeVariables?
    for own in makefile.targetVariables where own.target == target {
      guard let found = Makefile.targetAssignment(own.text) else { continue }
      if former == nil { former = makefile.variables }
      makefile.assign(found.name, found.operation, found.value, &runner)
      makefile.exported.append(found.name)
    }
    depth += 1
    for match in matches(target) {
      for prerequisite in match.prerequisites { make(prerequisite, &runner) }
      if let recipe = match.recipe { run(recipe, of: target, match, &runner) }
    }
    depth -= 1
    if let former {
      makefile.variables = former
      makefile.generation += 1
    }
  }

  /// The rules for `target`: those that name it, else the first pattern that it matches.
  private func matches(_ target: [UInt8]) -> List<Match> {
    var found = List<Match>()
    var prerequisites = List<[UInt8]>()
    var isNamed = false
    var hasRecipe = false
    for rule in makefile.rules {
      var isOwn = false
      for name in rule.targets where name == target { isOwn = true }
      guard isOwn else { continue }
      isNamed = true
      var match = Match(prerequisites: rule.prerequisites)
      if let pattern = rule.pattern, let stem = MakeText.stem(target, pattern) {
        match.stem = stem
        match.prerequisites = List()
        for name in rule.prerequisites { match.prerequisites.append(MakeText.filled(name, stem)) }
      }
      if rule.recipe.isEmpty {
        prerequisites.append(contentsOf: match.prerequisites)
        continue
      }
      hasRecipe = true
      match.recipe = rule.recipe
      found.append(match)
    }
    // Prerequisites of rules without a recipe come after those of the rule that has one.
    if found.count == 1 {
      found[0].prerequisites.append(contentsOf: prerequisites)
    } else if isNamed {
      found.append(Match(prerequisites: prerequisites))
    }
    if !hasRecipe, !isPhony(target), let match = implicit(target) {
      var match = match
      match.prerequisites.append(contentsOf: prerequisites)
      return List(match)
    }
    return found
  }

  private func isPhony(_ target: [UInt8]) -> Bool {
    for rule in makefile.rules where rule.targets.first?.equals(".PHONY") == true {
      for name in rule.prerequisites where name == target { return true }
    }
    return false
  }

  /// The first pattern or suffix rule for `target`, or `.DEFAULT`.
  private func implicit(_ target: [UInt8]) -> Match? {
    var fallback: Match?
    for rule in makefile.rules where !rule.recipe.isEmpty && rule.pattern == nil {
      for name in rule.targets {
        if name.equals(".DEFAULT") { fallback = Match(recipe: rule.recipe) }
        guard let pattern = RecipeRunner.pattern(of: name),
          let stem = MakeText.stem(target, pattern.target)
        else { continue }
        var match = Match(stem: stem, recipe: rule.recipe)
        if let source = pattern.source { match.prerequisites.append(MakeText.filled(source, stem)) }
        for name in rule.prerequisites { match.prerequisites.append(MakeText.filled(name, stem)) }
        return match
      }
    }
    return fallback
  }

  /// `%.o` of a pattern rule; `%.o` and `%.c` of the suffix rule `.c.o`.
  private static func pattern(of name: [UInt8]) -> (target: [UInt8], source: [UInt8]?)? {
    if name.contains(0x25) { return (name, nil) }
    guard name.first == 0x2E, !name.contains(0x2F),
      let second = name.dropFirst().firstIndex(of: 0x2E)
    else { return nil }
    return ([0x25] + name[second...], [0x25] + name[..<second])
  }

  // MARK: Recipes

  private mutating func run(
    _ recipe: List<[UInt8]>, of target: [UInt8], _ match: Match, _ runner: inout EffectAnalyzer
  ) {
    let count = makefile.locals.count
    setAutomatic(0x40, target)
    setAutomatic(0x3C, match.prerequisites.first ?? [])
    setAutomatic(0x5E, MakeText.joined(match.prerequisites))
    setAutomatic(0x2B, MakeText.joined(match.prerequisites))
    setAutomatic(0x3F, MakeText.joined(match.prerequisites))
    setAutomatic(0x2A, match.stem)
    var whole: [UInt8] = []
    for line in recipe {
      // `make -n` still makes what is below, and what is marked with a plus.
      var isForced = line.firstRange(of: "$(MAKE)") != nil || line.firstRange(of: "${MAKE}") != nil
      for text in RecipeRunner.lines(of: makefile.expanded(line, &runner)) {
        let command = RecipeRunner.withoutMarks(text, isForced: &isForced)
        if isDryRun, !isForced { continue }
        if !makefile.isOneShell {
          run(command, &runner)
          continue
        }
        if !whole.isEmpty { whole.append(0x0A) }
        whole.append(contentsOf: command)
      }
    }
    if !whole.isEmpty { run(whole, &runner) }
    makefile.endLocals(at: count)
  }

  private mutating func setAutomatic(_ name: UInt8, _ value: [UInt8]) {
    makefile.setLocal([name], value)
  }

  /// The lines of an expanded text; a backslash joins two.
  private static func lines(of text: [UInt8]) -> List<[UInt8]> {
    var lines = List<[UInt8]>()
    var line: [UInt8] = []
    var isEscaped = false
    for byte in text {
      if byte == 0x0A, !isEscaped {
        lines.append(line)
        line = []
      } else {
        line.append(byte)
      }
      isEscaped = byte == 0x5C && !isEscaped
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// A line without `@`, `-` and `+` before it.
  private static func withoutMarks(_ text: [UInt8], isForced: inout Bool) -> [UInt8] {
    var start = 0
    while start < text.count,
      MakeText.isBlank(text[start]) || text[start] == 0x40 || text[start] == 0x2D
        || text[start] == 0x2B
    {
      if text[start] == 0x2B { isForced = true }
      start += 1
    }
    return Array(text[start...])
  }

  /// Gives `text` to the shell of the makefile.
  private mutating func run(_ text: [UInt8], _ runner: inout EffectAnalyzer) {
    if text.isEmpty { return }
    var inner = makefile.state
    var names = makefile.exported
    if makefile.exportsAll {
      for variable in makefile.variables.all where variable.name.count > 1 {
        names.append(variable.name)
      }
    }
    for name in names where !MakeText.hasGap(name) {
      let value = makefile.value(name, 0, &runner)
      inner.assign(name, MakeText.field(value))
    }
    let code = MakeText.shellText(text)
    let range = makefile.range
    let shell = MakeText.words(makefile.value([UInt8]("SHELL"), 0, &runner))
    let program = shell.first.map { EffectAnalyzer.lastComponent($0) } ?? []
    if shell.isEmpty || EffectAnalyzer.isShell(program) || MakeText.hasGap(program)
      || program.equals("env")
    {
      _ = runner.nested(at: range) { $0.run(text: code, &inner, .empty, at: range) }
      return
    }
    var words = List<Field>()
    for word in shell { words.append(MakeText.field(word)) }
    for flag in MakeText.words(makefile.value([UInt8](".SHELLFLAGS"), 0, &runner)) {
      words.append(MakeText.field(flag))
    }
    words.append(MakeText.field(text))
    _ = runner.invoke(words, range, &inner, .empty)
  }
}
