// SPDX-License-Identifier: MIT

/// What a known key is: the shape of its value and how a change of it is judged.
package struct SettingsKey: Sendable, Equatable {
  package let shape: SettingsShape
  package let direction: SettingsDirection
  /// Honoured only in managed settings; elsewhere it does nothing.
  package let isManagedOnly: Bool
}

/// The shapes of values: which JSON is of the right type, and into what settings it is taken apart.
package enum SettingsShape: Sendable, Equatable {
  /// True or false.
  case flag
  case text
  case number
  /// The permission mode, one of a closed set of words.
  case mode
  /// Entries without an order; one setting each, and one that says that the list is there, where
  /// that means something.
  case list
  /// Members with free names; one setting each.
  case map
  /// Members with known names.
  case object
  /// An object that names a command.
  case status
  /// Text that is never kept, only its digest.
  case secret
  /// Anything; kept as its digest.
  case value
  case hooks
}

/// The directions: which changes of a key weaken.
package enum SettingsDirection: Sendable, Equatable, CaseIterable {
  /// Never.
  case comfort
  /// Weak or indirect: recorded, never blocked.
  case reach
  /// What it names is forbidden: losing it weakens.
  case deny
  /// The same, in place of built-in rules unless it names those too.
  case replaces
  /// What it names is permitted: gaining it weakens.
  case allow
  /// An allowlist whose absence means no limit.
  case limit
  /// True is strict, absent means false.
  case lockTrue
  /// True is strict, absent means true.
  case lockOn
  /// True is weak, absent means false.
  case lockFalse
  /// False is strict, absent means true.
  case lockOff
  /// The word `disable` is strict.
  case lockWord
  /// Any change.
  case either
  /// Names what runs or where traffic and credentials go: any change.
  case program
  /// Runs for display: any change but its removal.
  case display
  /// The ladder of permission modes.
  case mode
  /// The ladder of what other sessions may send: accept, hold, refuse.
  case inbound
  /// The word `none` takes background jobs out of their own copy.
  case isolation
  /// A number of days; less destroys the record sooner.
  case keep
  case hooks
  case env
  case plugins
}

/// The classes of `settings-keys`: how bad a change of the key can be.
package enum SettingsClass: Sendable, Equatable {
  case gainWeakens
  case lossWeakens
  case eitherWeakens
  case executes
  case indirect
  case cosmetic
}

/// What every known key of a settings file means for the user's protection.
///
/// The keys are those of client 2.1.329. A key that is not here is unmanaged: recorded, neither
/// blocked nor taken for harmless.
package enum SettingsCatalog {
  /// The columns of a row; a line feed follows.
  private static let shapeColumn = 58
  private static let directionColumn = 66
  static let classColumn = 76
  private static let scopeColumn = 79
  static let rowLength = 81
  /// Shorter beginnings than this stand for no family of keys.
  private static let shortestFamily = 8

  /// The number of keys.
  static var count: Int { (table.utf8CodeUnitCount + 1) / rowLength }

  /// The key with exactly this path, or the family (`workflow*`) that it belongs to.
  package static func key(_ path: ArraySlice<UInt8>) -> SettingsKey? {
    if let row = row(path, isFamily: false) { return key(at: row) }
    var length = path.count
    while length >= shortestFamily {
      if let row = row(path.prefix(length), isFamily: true) { return key(at: row) }
      length -= 1
    }
    return nil
  }

  /// The key that `path` is, or is a member of.
  ///
  /// The names of known keys hold neither dots nor quotes, so the longest known beginning that ends
  /// before a `.` or `[` is the one.
  package static func owner(of path: [UInt8]) -> SettingsKey? {
    if let found = key(path[...]) { return found }
    var end = path.count
    while end > 0 {
      end -= 1
      guard path[end] == 0x2E || path[end] == 0x5B, let found = key(path[..<end]) else { continue }
      // A member that an object of known names does not know is an unknown key.
      return found.shape == .object ? nil : found
    }
    return nil
  }

  /// Binary search for `path`, followed by a star where a family is wanted.
  private static func row(_ path: ArraySlice<UInt8>, isFamily: Bool) -> Int? {
    // Blanks fill the column; no key has one.
    guard !path.isEmpty, path.count + 1 < shapeColumn, !path.contains(0x20) else { return nil }
    return table.withUTF8Buffer { table in
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        let order = compare(path, isFamily, table, at: middle * rowLength)
        if order == 0 { return middle }
        if order > 0 { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }

  /// Above zero where the wanted key comes after the one at `start`.
  private static func compare(
    _ path: ArraySlice<UInt8>, _ isFamily: Bool, _ table: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Int {
    var position = start
    for byte in path {
      // A blank ends the key of the row and is below all bytes of a key.
      if byte != table[position] { return Int(byte) - Int(table[position]) }
      position += 1
    }
    let last: UInt8 = isFamily ? 0x2A : 0x20
    return Int(last) - Int(table[position])
  }

  private static func key(at row: Int) -> SettingsKey? {
    table.withUTF8Buffer { table in
      let start = row * rowLength
      guard let shape = SettingsShape(table, start + shapeColumn),
        let direction = SettingsDirection(table, start + directionColumn)
      else { return nil }
      return SettingsKey(
        shape: shape, direction: direction, isManagedOnly: table[start + scopeColumn] == 0x6D)
    }
  }
}

extension SettingsKey {
  /// Whether an empty list says something else than none.
  var distinguishesEmpty: Bool { direction == .limit || direction == .replaces }

  /// The class of a change to the key.
  package var classification: SettingsClass {
    switch direction {
    case .comfort: .cosmetic
    case .reach: .indirect
    case .deny, .replaces, .lockTrue, .lockOn, .lockWord, .keep: .lossWeakens
    case .allow, .lockFalse, .lockOff, .mode, .inbound, .isolation: .gainWeakens
    case .limit, .either: .eitherWeakens
    case .program, .display, .hooks, .env, .plugins: .executes
    }
  }
}

/// Whether the bytes of `table` at `position` are `word` and then a blank.
private func stands(
  _ word: StaticString, _ table: UnsafeBufferPointer<UInt8>, _ position: Int
) -> Bool {
  let count = word.utf8CodeUnitCount
  guard table[position + count] == 0x20 else { return false }
  return word.withUTF8Buffer { word in
    for index in 0..<count where word[index] != table[position + index] { return false }
    return true
  }
}

extension SettingsShape {
  fileprivate init?(_ table: UnsafeBufferPointer<UInt8>, _ position: Int) {
    if stands("flag", table, position) {
      self = .flag
    } else if stands("text", table, position) {
      self = .text
    } else if stands("number", table, position) {
      self = .number
    } else if stands("mode", table, position) {
      self = .mode
    } else if stands("list", table, position) {
      self = .list
    } else if stands("map", table, position) {
      self = .map
    } else if stands("object", table, position) {
      self = .object
    } else if stands("status", table, position) {
      self = .status
    } else if stands("secret", table, position) {
      self = .secret
    } else if stands("value", table, position) {
      self = .value
    } else if stands("hooks", table, position) {
      self = .hooks
    } else {
      return nil
    }
  }
}

extension SettingsDirection {
  /// The word in the table.
  var word: StaticString {
    switch self {
    case .comfort: "comfort"
    case .reach: "reach"
    case .deny: "deny"
    case .replaces: "replaces"
    case .allow: "allow"
    case .limit: "limit"
    case .lockTrue: "lockTrue"
    case .lockOn: "lockOn"
    case .lockFalse: "lockFalse"
    case .lockOff: "lockOff"
    case .lockWord: "lockWord"
    case .either: "either"
    case .program: "program"
    case .display: "display"
    case .mode: "mode"
    case .inbound: "inbound"
    case .isolation: "isolation"
    case .keep: "keep"
    case .hooks: "hooks"
    case .env: "env"
    case .plugins: "plugins"
    }
  }

  fileprivate init?(_ table: UnsafeBufferPointer<UInt8>, _ position: Int) {
    for direction in SettingsDirection.allCases where stands(direction.word, table, position) {
      self = direction
      return
    }
    return nil
  }
}
