// SPDX-License-Identifier: MIT

/// What is known at one point of a script: variables, functions, working directory, parameters.
package struct ShellState: Sendable {
  /// One variable; an array's elements are all in `elements`, the first one in `value` too.
  package struct Variable: Sendable {
    package var name: [UInt8]
    package var value: Field
    package var elements: List<Field>?
    /// False where it may not be set at all.
    package var isSet: Bool
    /// The variable that this name stands for (`declare -n`); nil for a variable of its own.
    package var target: [UInt8]?
  }

  /// One function or alias.
  package struct Function: Sendable {
    package var name: [UInt8]
    package var body: Command
  }

  package private(set) var variables = List<Variable>()
  /// Absolute; with a gap where it cannot be told.
  package var directory: Field
  /// Where the last `cd` led if it succeeded; nil after any other command.
  package var reachedDirectory: Field?
  private var seldom: SeldomChanged
  /// `set -f`: no pathname expansion.
  package var isGlobbingOff = false
  /// `shopt -s dotglob`: patterns match a leading dot.
  package var matchesDotFiles = false
  /// `$_`: the last word of the command before.
  package var lastArgument: Field

  package init(directory: [UInt8], home: [UInt8]) {
    self.directory = Field(directory)
    seldom = SeldomChanged(home)
    lastArgument = .unknown
  }

  /// References that are followed one after the other; Bash refuses circles.
  private static let referenceLimit = 8

  /// The variable `name`, or nil where nothing was assigned here.
  package func variable(_ name: [UInt8]) -> Variable? { stored(resolved(name)) }

  private func stored(_ name: [UInt8]) -> Variable? {
    for variable in variables where variable.name == name { return variable }
    return nil
  }

  /// The name of the variable that `name` stands for.
  private func resolved(_ name: [UInt8]) -> [UInt8] {
    var name = name
    for _ in 0..<ShellState.referenceLimit {
      guard let target = stored(name)?.target else { break }
      name = target
    }
    return name
  }

  /// Makes `name` stand for the variable `target`.
  package mutating func refer(_ name: [UInt8], to target: [UInt8]) {
    var variable = Variable(name: name, value: Field(target), elements: nil, isSet: true)
    variable.target = target == name ? nil : target
    store(variable)
  }

  /// Gives `name` a value.
  package mutating func assign(_ name: [UInt8], _ value: Field) {
    store(Variable(name: resolved(name), value: value, elements: nil, isSet: true))
  }

  /// Makes `name` an array.
  package mutating func assign(_ name: [UInt8], elements: List<Field>) {
    store(
      Variable(
        name: resolved(name), value: elements.first ?? Field(), elements: elements,
        isSet: true))
  }

  /// Forgets `name`; it then counts as unset.
  package mutating func unset(_ name: [UInt8]) {
    store(Variable(name: name, value: Field(), elements: nil, isSet: false))
    for index in 0..<functions.count where functions[index].name == name {
      functions[index].name = []
    }
  }

  /// Gives `name` the value that it has in `former`, or none.
  package mutating func restore(_ name: [UInt8], from former: ShellState) {
    if let variable = former.stored(name) { return store(variable) }
    for index in 0..<variables.count where variables[index].name == name {
      variables[index].name = []
    }
  }

  private mutating func store(_ variable: Variable) {
    for index in 0..<variables.count where variables[index].name == variable.name {
      variables[index] = variable
      return
    }
    variables.append(variable)
  }

  /// The body of the function `name`, or nil.
  package func function(_ name: [UInt8]) -> Command? {
    for function in functions where function.name == name && !name.isEmpty { return function.body }
    return nil
  }

  /// Defines or replaces a function.
  package mutating func define(_ name: [UInt8], _ body: Command) {
    for index in 0..<functions.count where functions[index].name == name {
      functions[index].body = body
      return
    }
    functions.append(Function(name: name, body: body))
  }

  /// What is known where this state or `other` may hold.
  package func joined(with other: ShellState) -> ShellState {
    var result = self
    if !variables.isSame(as: other.variables) { result.joinVariables(self, other) }
    if seldom !== other.seldom {
      for function in other.functions where self.function(function.name) == nil {
        result.functions.append(function)
      }
      result.previousDirectory = previousDirectory.or(other.previousDirectory)
    }
    result.directory = directory.or(other.directory)
    result.lastArgument = lastArgument.or(other.lastArgument)
    result.isGlobbingOff = isGlobbingOff && other.isGlobbingOff
    result.matchesDotFiles = matchesDotFiles || other.matchesDotFiles
    return result
  }

  /// Takes over what the variables of either of two states can be.
  private mutating func joinVariables(_ one: ShellState, _ other: ShellState) {
    for theirs in other.variables {
      guard let ours = one.stored(theirs.name) else {
        store(
          Variable(
            name: theirs.name, value: theirs.value.or(one.inherited(theirs.name)),
            elements: theirs.elements, isSet: false))
        continue
      }
      store(ShellState.joined(ours, theirs))
    }
    for ours in one.variables where other.stored(ours.name) == nil {
      var mixed = ours
      mixed.value = ours.value.or(one.inherited(ours.name))
      mixed.isSet = false
      store(mixed)
    }
  }

  /// This state, with the values that `former` knows for certain of variables that may be unset here.
  package func completed(by former: ShellState) -> ShellState {
    var result = self
    for variable in former.variables where variable.isSet {
      if stored(variable.name)?.isSet == false { result.store(variable) }
    }
    return result
  }

  private static func joined(_ left: Variable, _ right: Variable) -> Variable {
    var result = left
    result.value = left.value.or(right.value)
    result.isSet = left.isSet && right.isSet
    if let theirs = right.elements {
      var elements = left.elements ?? List()
      for element in theirs { elements.append(element) }
      result.elements = elements
    }
    return result
  }

  /// Takes it that the last `cd` succeeded.
  package mutating func enterReachedDirectory() {
    if let reachedDirectory { directory = reachedDirectory }
  }

  /// The value that a variable has from the surroundings, where that is known.
  package func inherited(_ name: [UInt8]) -> Field {
    if name == [UInt8]("HOME") { return Field(home) }
    if name == [UInt8]("PWD") { return directory }
    if name == [UInt8]("OLDPWD") { return previousDirectory }
    if name == [0x5F] { return lastArgument }
    if name == [UInt8]("BASH_SOURCE"), scriptName.bytes.contains(0x2F) { return scriptName }
    if name == [UInt8]("SHELL") { return Field([UInt8]("/bin/bash")) }
    if name == [UInt8]("IFS") { return Field([0x20, 0x09, 0x0A]) }
    return .unknown(CredentialName.contains(name) ? .credential : .gap)
  }

  /// The value of the variable `name`.
  package func value(_ name: [UInt8]) -> Field {
    guard let variable = variable(name) else { return inherited(resolved(name)) }
    return variable.isSet || !variable.value.bytes.isEmpty ? variable.value : Field()
  }
}

/// The part of a state that few commands change: a state is copied often, this is shared.
private final class SeldomChanged: @unchecked Sendable {
  var functions = List<ShellState.Function>()
  var previousDirectory = Field.unknown
  var directoryStack = List<Field>()
  var scriptName = Field([UInt8]("bash"))
  var parameters: List<Field>? = List()
  let home: [UInt8]

  init(_ home: [UInt8]) { self.home = home }

  func copy() -> SeldomChanged {
    let copy = SeldomChanged(home)
    copy.functions = functions
    copy.previousDirectory = previousDirectory
    copy.directoryStack = directoryStack
    copy.scriptName = scriptName
    copy.parameters = parameters
    return copy
  }
}

extension ShellState {
  /// The seldom changed part, which no other state shares from here on.
  private var own: SeldomChanged {
    mutating get {
      if !isKnownUniquelyReferenced(&seldom) { seldom = seldom.copy() }
      return seldom
    }
  }

  package private(set) var functions: List<Function> {
    get { seldom.functions }
    set { own.functions = newValue }
  }

  /// Where `cd -` goes.
  package var previousDirectory: Field {
    get { seldom.previousDirectory }
    set { own.previousDirectory = newValue }
  }

  package var directoryStack: List<Field> {
    get { seldom.directoryStack }
    set { own.directoryStack = newValue }
  }

  /// `$0`.
  package var scriptName: Field {
    get { seldom.scriptName }
    set { own.scriptName = newValue }
  }

  /// `$1`, `$2`, …; nil where they cannot be told.
  package var parameters: List<Field>? {
    get { seldom.parameters }
    set { own.parameters = newValue }
  }

  /// Variables of the surroundings that count as unset unknowns are not stored at all.
  package var home: [UInt8] { seldom.home }
}
