// SPDX-License-Identifier: MIT

/// An object of a policy document whose keys are a closed set.
struct PolicyFields {
  /// Entries of one list: far more than people write by hand.
  static let listLimit = 4_096

  let value: JSONValue

  /// - Parameter keys: the known keys, apart by blanks.
  /// - Throws: `.wrongType` where `value` is no object, `.unknownKey` for the first key unknown.
  init(_ value: JSONValue, keys: StaticString) throws(PolicyError) {
    self.value = value
    guard value.kind == .object else { throw PolicyFields.wrongType(value, "an object") }
    for member in value.members {
      guard !Words(keys).contains(member.key) else { continue }
      let key = member.key.string ?? []
      throw PolicyError(
        .unknownKey, at: value.pointer(to: key), line: member.key.line,
        suggestion: Words(keys).nearest(to: key))
    }
  }

  /// The string under `key`, or nil where there is none.
  func string(_ key: StaticString) throws(PolicyError) -> [UInt8]? {
    guard let member = value[key] else { return nil }
    guard let text = member.string else {
      throw PolicyFields.wrongType(member, "a string")
    }
    return text
  }

  /// The string under `key`, which has to be there.
  func required(_ key: StaticString) throws(PolicyError) -> [UInt8] {
    guard let text = try string(key) else {
      throw PolicyError(.missingKey, at: child(key), line: value.line)
    }
    return text
  }

  /// The boolean under `key`, or nil where there is none.
  func boolean(_ key: StaticString) throws(PolicyError) -> Bool? {
    guard let member = value[key] else { return nil }
    guard let boolean = member.boolean else {
      throw PolicyFields.wrongType(member, "true or false")
    }
    return boolean
  }

  /// The whole number, at least 0, under `key`, or nil where there is none.
  func number(_ key: StaticString) throws(PolicyError) -> Int? {
    guard let member = value[key] else { return nil }
    guard let number = member.integer, number >= 0 else {
      throw PolicyFields.wrongType(member, "a whole number")
    }
    return number
  }

  /// The strings in the array under `key`; a single string counts as an array of one.
  func strings(_ key: StaticString) throws(PolicyError) -> List<[UInt8]> {
    guard let member = value[key] else { return List() }
    if let single = member.string { return List(single) }
    var strings = List<[UInt8]>()
    for element in try elements(key) {
      guard let text = element.string else {
        throw PolicyFields.wrongType(element, "a string")
      }
      strings.append(text)
    }
    return strings
  }

  /// The elements of the array under `key`; none where there is no such key.
  func elements(_ key: StaticString) throws(PolicyError) -> List<JSONValue> {
    var elements = List<JSONValue>()
    guard let member = value[key] else { return elements }
    guard member.kind == .array else { throw PolicyFields.wrongType(member, "an array") }
    for element in member.elements {
      guard elements.count < PolicyFields.listLimit else {
        throw PolicyError(.tooMany, at: child(key), line: member.line, [UInt8]("4096"))
      }
      elements.append(element)
    }
    return elements
  }

  /// Makes sure that `key` holds a string, where it is there.
  func requireString(_ key: StaticString) throws(PolicyError) {
    guard let member = value[key], member.kind != .string else { return }
    throw PolicyFields.wrongType(member, "a string")
  }

  /// Makes sure that `key` holds strings as `strings` takes them, where it is there.
  func requireStrings(_ key: StaticString) throws(PolicyError) {
    guard let member = value[key], member.kind != .string else { return }
    guard member.kind == .array else { throw PolicyFields.wrongType(member, "an array") }
    for element in member.elements where element.kind != .string {
      throw PolicyFields.wrongType(element, "a string")
    }
  }

  /// Where the member `key` is.
  func child(_ key: StaticString) -> [UInt8] { value.pointer(to: [UInt8](key)) }

  /// The error that `key` holds what is none of `words`.
  func unknownValue(_ key: StaticString, _ found: [UInt8], of words: StaticString) -> PolicyError {
    PolicyError(
      .unknownValue, at: child(key), line: value[key]?.line ?? value.line, found,
      suggestion: Words(words).nearest(to: found))
  }

  static func wrongType(_ value: JSONValue, _ expected: StaticString) -> PolicyError {
    PolicyError(.wrongType, at: value.pointer, line: value.line, [UInt8](expected))
  }
}

extension JSONValue {
  /// The line of the text that the value begins in, from 1 on.
  package var line: Int {
    var line = 1
    for byte in document.bytes[..<range.lowerBound] where byte == 0x0A { line += 1 }
    return line
  }
}
