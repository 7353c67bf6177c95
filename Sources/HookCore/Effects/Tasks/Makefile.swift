// SPDX-License-Identifier: MIT

/// Bounds for the reading of one makefile.
enum MakeLimits {
  /// Variables and functions expanded; a build of a thousand files needs some ten thousand.
  static let expansions = 200_000
  /// Expansions inside each other; variables that name themselves end here.
  static let depth = 48
  /// Bytes of one expanded text.
  static let textSize = 128 * 1024
  /// Targets made in one run; larger builds are not judged to the end, but asked about.
  static let targets = 1_500
  /// Ways through conditions that cannot be decided.
  static let variants = 6
  /// Files that one makefile includes.
  static let includes = 32
}

/// What a makefile says, as far as it was read: variables and rules.
///
/// Conditions that cannot be decided are taken in turn: `variant` says which way this reading goes.
struct Makefile {
  struct Variable {
    var name: [UInt8]
    var value: [UInt8]
    /// Its value was expanded when it was assigned.
    var isSimple = false
    /// Given on the command line: assignments in the file do not change it.
    var isFixed = false
    /// What its value expanded to when the file was in this `generation`.
    var expanded: [UInt8] = []
    var generation = -1

    init(name: [UInt8], value: [UInt8], isSimple: Bool = false, isFixed: Bool = false) {
      self.name = name
      self.value = value
      self.isSimple = isSimple
      self.isFixed = isFixed
    }
  }

  struct Rule {
    var targets: List<[UInt8]>
    var prerequisites: List<[UInt8]>
    /// `targets: pattern: prerequisites`.
    var pattern: [UInt8]?
    var recipe = List<[UInt8]>()
  }

  /// `target: name = value`.
  struct TargetVariable {
    var target: [UInt8]
    var text: [UInt8]
  }

  /// One `if…` whose `endif` is still to come.
  struct Condition {
    var isActive: Bool
    /// A branch was taken.
    var isDone: Bool
    /// Branches so far whose condition cannot be decided.
    var undecided = 0
    /// The whole is inside of a branch that is not taken.
    var isSkipped: Bool
  }

  var variables = MakeVariables()
  /// Counts the changes of variables.
  var generation = 0
  /// Automatic variables, arguments of `call`, the variable of `foreach`: the innermost is last.
  var locals = List<Variable>()
  /// A local one was looked up since this was set to false.
  var usesLocals = false
  var targetVariables = List<TargetVariable>()
  var rules = List<Rule>()
  var exported = List<[UInt8]>()
  var firstTarget: [UInt8]?
  var exportsAll = false
  var isOneShell = false
  /// Some variables come from a file that is not read.
  var hasUnknownVariables = false
  /// What `$(shell …)` and recipes start in.
  var state: ShellState
  let range: SourceRange
  let variant: Int
  /// How many variants there are, as far as is known.
  var variants = 1
  var expansions = 0
  var includes = 0
  var conditions = List<Condition>()
  /// The rules that the next lines of a recipe belong to.
  var openRule: Int?
  var recipePrefix: UInt8 = 0x09

  init(_ state: ShellState, _ range: SourceRange, variant: Int) {
    self.state = state
    self.range = range
    self.variant = variant
    var download = Field()
    download.appendGap(.downloaded)
    self.state.assign([UInt8]("SECURITY_HOOKS_DOWNLOAD"), download)
  }

  func variable(_ name: [UInt8]) -> Variable? {
    variables.index(of: name).map { variables.value(at: $0) }
  }

  mutating func set(_ variable: Variable) {
    generation += 1
    variables.set(variable)
  }

  mutating func setLocal(_ name: [UInt8], _ value: [UInt8]) {
    locals.append(Variable(name: name, value: value, isSimple: true))
  }

  /// Forgets the local variables from the one at `count` on.
  mutating func endLocals(at count: Int) {
    while locals.count > count { _ = locals.popLast() }
  }

  /// The innermost local variable `name`.
  mutating func local(_ name: [UInt8]) -> [UInt8]? {
    var index = locals.count
    while index > 0 {
      index -= 1
      guard locals[index].name == name else { continue }
      usesLocals = true
      return locals[index].value
    }
    return nil
  }

  /// One of `count` possibilities that cannot be told apart, as this variant has it.
  mutating func choice(of count: Int) -> Int {
    variants = Swift.max(variants, Swift.min(count, MakeLimits.variants))
    return Swift.min(variant, count - 1)
  }

  /// The value of `name` where the file does not assign it.
  mutating func inherited(_ name: [UInt8]) -> [UInt8] {
    if let variable = state.variable(name), variable.isSet {
      let choices = variable.value.choices
      return MakeText.text(choices[choice(of: choices.count)])
    }
    if let value = Makefile.builtIn(name) { return [UInt8](value) }
    if name.equals("CURDIR") || name.equals("PWD") { return MakeText.text(state.directory) }
    if name.equals("HOME") { return state.home }
    return hasUnknownVariables || Makefile.isFromSurroundings(name) ? [MakeText.gap] : []
  }

  /// Variables that most surroundings set.
  private static func isFromSurroundings(_ name: [UInt8]) -> Bool {
    name.equals("USER") || name.equals("LOGNAME") || name.equals("PATH") || name.equals("TMPDIR")
      || name.equals("GOPATH") || name.equals("VIRTUAL_ENV") || name.equals("HOSTNAME")
      || name.equals("EDITOR") || name.hasPrefix("XDG_")
  }

  private static func builtIn(_ name: [UInt8]) -> StaticString? {
    if name.equals("MAKE") { return "make" }
    if name.equals("RM") { return "rm -f" }
    if name.equals("CC") { return "cc" }
    if name.equals("CXX") { return "g++" }
    if name.equals("CPP") { return "cc -E" }
    if name.equals("AR") { return "ar" }
    if name.equals("LD") { return "ld" }
    if name.equals("SHELL") { return "/bin/sh" }
    if name.equals(".SHELLFLAGS") { return "-c" }
    if name.equals("COMPILE.c") { return "cc -c" }
    if name.equals("LINK.o") { return "cc" }
    return nil
  }
}
