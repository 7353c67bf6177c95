// SPDX-License-Identifier: MIT

/// Parameter expansion (POSIX 2.6.2 and the Bash manual, Shell Parameter Expansion).
enum ParameterExpander {
  /// Longer values are not searched for patterns: every start would be tried with every length.
  private static let searchLimit = 512

  /// The values of `$…`; several only for `$@`, `$*` and whole arrays.
  static func values<Runner: CommandSubstituting>(
    of expansion: ParameterExpansion, _ state: inout ShellState, _ runner: inout Runner
  ) -> List<Field> {
    if let index = expansion.index { _ = Expander.value(of: index, &state, &runner) }
    let values = plainValues(of: expansion, &state, &runner)
    if case .value = expansion.operation { return values }
    if case .length = expansion.operation, expansion.keepsFieldsInQuotes || isAll(expansion) {
      return List(decimal(values.count))
    }
    if case .substring(let offset, let length) = expansion.operation,
      expansion.keepsFieldsInQuotes || isAll(expansion)
    {
      return slice(values, expansion, offset, length, &state, &runner)
    }
    if values.isEmpty {
      return List(apply(expansion, to: Field(), isSet: .no, &state, &runner))
    }
    var results = List<Field>()
    let known = whetherSet(expansion, state)
    for value in values {
      var result = apply(expansion, to: value, isSet: known, &state, &runner)
      if !value.provenance.isEmpty, keepsContent(expansion.operation) {
        result.provenance.formUnion(value.provenance)
      }
      results.append(result)
    }
    return results
  }

  /// Whether the bytes of the value, or some of them, are in the result.
  private static func keepsContent(_ operation: ParameterOperation) -> Bool {
    switch operation {
    case .value, .useDefault, .assignDefault, .failIfUnset, .removePrefix, .removeSuffix, .replace,
      .substring, .changeCase, .transform:
      true
    case .length, .useAlternative, .namesWithPrefix, .subscripts: false
    }
  }

  /// `${@:first:count}`: parameters count from 1, elements of an array from 0.
  private static func slice<Runner: CommandSubstituting>(
    _ values: List<Field>, _ expansion: ParameterExpansion, _ offset: Word, _ length: Word?,
    _ state: inout ShellState, _ runner: inout Runner
  ) -> List<Field> {
    let startText = Expander.value(of: offset, &state, &runner)
    let lengthText = length.map { Expander.value(of: $0, &state, &runner) }
    guard let start = startText.exact.flatMap({ Arithmetic.value(of: $0, &state) }), start >= 0,
      lengthText == nil || lengthText?.exact != nil
    else { return values }
    let count = lengthText?.exact.flatMap { Arithmetic.value(of: $0, &state) } ?? values.count
    let first = expansion.index == nil ? Swift.max(0, start &- 1) : start
    var part = List<Field>()
    for index in 0..<values.count where index >= first && part.count < count {
      part.append(values[index])
    }
    return part
  }

  private enum Known {
    case yes
    case no
    case unknown
  }

  private static func whetherSet(_ expansion: ParameterExpansion, _ state: ShellState) -> Known {
    if expansion.isIndirect { return .unknown }
    if let variable = state.variable(expansion.name) {
      if variable.isSet { return .yes }
      return variable.value.bytes.isEmpty && variable.value.alternatives.isEmpty ? .no : .unknown
    }
    if expansion.name.equals("HOME") || expansion.name.equals("PWD") { return .yes }
    if let number = position(expansion.name), let parameters = state.parameters {
      return number == 0 || number <= parameters.count ? .yes : .no
    }
    return .unknown
  }

  private static func isAll(_ expansion: ParameterExpansion) -> Bool {
    if expansion.name == [0x2A] { return true }
    return expansion.index?.unquotedText == [0x2A]
  }

  /// The values before any operation.
  private static func plainValues<Runner: CommandSubstituting>(
    of expansion: ParameterExpansion, _ state: inout ShellState, _ runner: inout Runner
  ) -> List<Field> {
    if expansion.isIndirect {
      var values = List<Field>()
      for name in state.value(expansion.name).choices {
        guard let name = name.exact, !name.isEmpty else {
          values.append(.unknown)
          continue
        }
        let value = position(name).map { parameter($0, state) } ?? state.value(name)
        values.append(contentsOf: value.choices)
      }
      return List(Field.oneOf(values))
    }
    let name = expansion.name
    if name == [0x40] || name == [0x2A] { return state.parameters ?? List(.unknown) }
    if name == [0x23] {
      return List(state.parameters.map { decimal($0.count) } ?? .unknown)
    }
    if let number = position(name) { return List(parameter(number, state)) }
    guard let first = name.first, isNameByte(first) else { return List(.unknown) }
    if let index = expansion.index { return elements(name, index, &state, &runner) }
    var value = state.value(name)
    if state.variable(name) == nil {
      value.provenance = runner.provenance(ofVariable: name, at: expansion.range)
    }
    return List(value)
  }

  private static func parameter(_ number: Int, _ state: ShellState) -> Field {
    if number == 0 { return state.scriptName }
    guard let parameters = state.parameters else { return .unknown }
    return number <= parameters.count ? parameters[number - 1] : Field()
  }

  private static func elements<Runner: CommandSubstituting>(
    _ name: [UInt8], _ index: Word, _ state: inout ShellState, _ runner: inout Runner
  ) -> List<Field> {
    guard let elements = state.variable(name)?.elements else { return List(state.value(name)) }
    if index.unquotedText == [0x40] || index.unquotedText == [0x2A] { return elements }
    let text = Expander.value(of: index, &state, &runner)
    guard let exact = text.exact, let number = Arithmetic.value(of: exact, &state) else {
      return List(Field.oneOf(elements))
    }
    let place = number < 0 ? elements.count + number : number
    return List(place >= 0 && place < elements.count ? elements[place] : Field())
  }

  /// The number of a positional parameter, or nil.
  private static func position(_ name: [UInt8]) -> Int? {
    guard !name.isEmpty, name.count <= 6 else { return nil }
    var number = 0
    for byte in name {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  private static func decimal(_ number: Int) -> Field {
    var digits: [UInt8] = []
    digits.append(decimal: number)
    return Field(digits)
  }

  /// The value after the operation of `expansion`.
  private static func apply<Runner: CommandSubstituting>(
    _ expansion: ParameterExpansion, to value: Field, isSet: Known, _ state: inout ShellState,
    _ runner: inout Runner
  ) -> Field {
    switch expansion.operation {
    case .value: return value
    case .length: return value.exact.map { decimal($0.count) } ?? .unknown
    case .useDefault(let word, let orEmpty):
      // `${TMPDIR:-/tmp}`: the surroundings' own place for what may be thrown away.
      if orEmpty, expansion.name.equals("TMPDIR"), state.variable(expansion.name) == nil {
        return Expander.value(of: word, &state, &runner)
      }
      return chosen(value, isSet, orEmpty, Expander.value(of: word, &state, &runner))
    case .assignDefault(let word, let orEmpty):
      let result = chosen(value, isSet, orEmpty, Expander.value(of: word, &state, &runner))
      state.assign(expansion.name, result)
      return result
    case .failIfUnset(let word, _):
      _ = Expander.value(of: word, &state, &runner)
      return value
    case .useAlternative(let word, let orEmpty):
      let alternative = Expander.value(of: word, &state, &runner)
      switch isSet {
      case .no: return Field()
      case .unknown: return alternative.or(Field())
      case .yes:
        guard orEmpty else { return alternative }
        guard let exact = value.exact else { return alternative.or(Field()) }
        return exact.isEmpty ? Field() : alternative
      }
    case .removePrefix(let word, let longest):
      return trimmed(value, Expander.pattern(of: word, &state, &runner)) {
        Trim.prefix($0, $1, longest: longest)
      }
    case .removeSuffix(let word, let longest):
      return trimmed(value, Expander.pattern(of: word, &state, &runner)) {
        Trim.suffix($0, $1, longest: longest)
      }
    case .replace(let word, let with, let place):
      let pattern = Expander.pattern(of: word, &state, &runner)
      let text = with.map { Expander.value(of: $0, &state, &runner) } ?? Field()
      guard let replacement = text.exact else { return .unknown }
      return trimmed(value, pattern) { Trim.replace($0, $1, with: replacement, place) }
    case .substring(let offset, let length):
      return substring(value, offset, length, &state, &runner)
    case .changeCase(let upper, let all, let word):
      if let word { _ = Expander.value(of: word, &state, &runner) }
      return mapped(value) { Trim.changedCase($0, upper: upper, all: all) }
    case .transform(let operation): return transformed(value, operation)
    case .namesWithPrefix, .subscripts: return .unknown
    }
  }

  /// `value` where it is set (and not empty), else `other`; both where that cannot be told.
  private static func chosen(
    _ value: Field, _ isSet: Known, _ orEmpty: Bool, _ other: Field
  ) -> Field {
    switch isSet {
    case .no: return other
    case .unknown: return other.or(value)
    case .yes:
      guard orEmpty else { return value }
      guard let exact = value.exact else { return other.or(value) }
      return exact.isEmpty ? other : value
    }
  }

  /// `change` applied to every value that is known; a gap for the others.
  private static func mapped(_ value: Field, _ change: ([UInt8]) -> [UInt8]) -> Field {
    var results = List<Field>()
    for choice in value.choices {
      // A part of a credential is one still.
      let gap: Field.Mark = choice.mayHave(.credential) ? .credential : .gap
      results.append(choice.hasGap ? .unknown(gap) : Field(change(choice.bytes)))
    }
    return Field.oneOf(results)
  }

  private static func trimmed(
    _ value: Field, _ pattern: Field, _ change: ([UInt8], [UInt8]) -> [UInt8]
  ) -> Field {
    guard pattern.alternatives.isEmpty, !pattern.hasGap else { return .unknown }
    let pattern = pattern.pattern
    var results = List<Field>()
    for choice in value.choices {
      let isKnown = !choice.hasGap && choice.bytes.count <= searchLimit
      results.append(isKnown ? Field(change(choice.bytes, pattern)) : .unknown)
    }
    return Field.oneOf(results)
  }

  private static func substring<Runner: CommandSubstituting>(
    _ value: Field, _ offset: Word, _ length: Word?, _ state: inout ShellState,
    _ runner: inout Runner
  ) -> Field {
    let startText = Expander.value(of: offset, &state, &runner)
    let lengthText = length.map { Expander.value(of: $0, &state, &runner) }
    let unknown = value.mayHave(.credential) ? Field.unknown(.credential) : .unknown
    // `${x::4}` begins at the first byte.
    guard let startBytes = startText.exact,
      let start = startBytes.isEmpty ? 0 : Arithmetic.value(of: startBytes, &state)
    else { return unknown }
    var wanted = Int.max
    if let lengthText {
      guard let bytes = lengthText.exact, let number = Arithmetic.value(of: bytes, &state) else {
        return unknown
      }
      wanted = number
    }
    return mapped(value) { bytes in
      let first = min(bytes.count, start < 0 ? max(0, bytes.count &+ start) : start)
      let end =
        wanted < 0 ? bytes.count &+ wanted : first.addingReportingOverflow(wanted).partialValue
      let last = wanted == Int.max || end > bytes.count ? bytes.count : end
      return last > first ? Array(bytes[first..<last]) : []
    }
  }

  private static func transformed(_ value: Field, _ operation: UInt8) -> Field {
    switch operation {
    case 0x55: mapped(value) { Trim.changedCase($0, upper: true, all: true) }
    case 0x4C: mapped(value) { Trim.changedCase($0, upper: false, all: true) }
    case 0x75: mapped(value) { Trim.changedCase($0, upper: true, all: false) }
    default: value.mayHave(.credential) ? .unknown(.credential) : .unknown
    }
  }

  /// Whether `byte` can be in a variable's name.
  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    default: false
    }
  }
}
