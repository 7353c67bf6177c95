// SPDX-License-Identifier: MIT

/// One value of a settings file: where it stands and what it is.
///
/// A file becomes a sorted list of these, one for every scalar, member of an open map, entry of a
/// set-like list and hook handler. Order, white space and repetition are gone, so two files mean
/// the same exactly when their lists are equal. Values that may hold a secret are digests.
package struct Setting: Sendable, Equatable {
  /// The key path: `permissions.deny`, `env.PATH`, `enabledPlugins["a@b.c"]`.
  package let path: [UInt8]
  /// Canonical JSON, or `"sha256:…"` of it.
  package let value: [UInt8]

  package init(path: [UInt8], value: [UInt8]) {
    self.path = path
    self.value = value
  }

  /// Whether `left` comes before `right`: by path, then by value, both as bytes.
  static func precedes(_ left: Setting, _ right: Setting) -> Bool {
    switch order(left.path, right.path) {
    case ..<0: true
    case 0: order(left.value, right.value) < 0
    default: false
    }
  }

  /// Below zero where `left` comes first, zero where they are equal.
  static func order(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let count = min(left.count, right.count)
    for index in 0..<count where left[index] != right[index] {
      return Int(left[index]) - Int(right[index])
    }
    return left.count - right.count
  }
}

/// What became of a settings file when it was read.
package enum SettingsState: Sendable, Equatable {
  case absent
  case valid
  /// The client drops it as a whole, or might read it in another way than we do.
  case broken(SettingsDefect)
}

/// A settings file as it was read, or as it was accepted.
package struct SettingsFile: Sendable, Equatable {
  package let layer: SettingsLayer
  package let path: [UInt8]
  package let state: SettingsState
  /// SHA-256 of the bytes in hexadecimal; empty where they could not be read.
  package let digest: [UInt8]
  package let owner: UInt32
  package let mode: UInt16
  /// Sorted, each once; empty unless the file is valid.
  package let settings: List<Setting>

  package init(
    layer: SettingsLayer, path: [UInt8], state: SettingsState, digest: [UInt8] = [],
    owner: UInt32 = 0, mode: UInt16 = 0, settings: List<Setting> = List()
  ) {
    self.layer = layer
    self.path = path
    self.state = state
    self.digest = digest
    self.owner = owner
    self.mode = mode
    self.settings = settings
  }

  /// Whether this file holds exactly `setting`.
  func holds(_ setting: Setting) -> Bool {
    let index = firstIndex(of: setting)
    return index < settings.count && settings[index] == setting
  }

  /// Whether this file says anything under exactly `path`.
  func mentions(_ path: [UInt8]) -> Bool {
    let index = firstIndex(of: Setting(path: path, value: []))
    return index < settings.count && settings[index].path == path
  }

  /// The index of the first setting that does not come before `wanted`.
  func firstIndex(of wanted: Setting) -> Int {
    var low = 0
    var high = settings.count
    while low < high {
      let middle = (low + high) / 2
      if Setting.precedes(settings[middle], wanted) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Settings while they are collected from a file.
struct SettingsCollector {
  /// More than this in one file is not judged: no real file has a tenth of it.
  static let limit = 20_000

  private(set) var settings = List<Setting>()

  var isFull: Bool { settings.count >= SettingsCollector.limit }

  mutating func add(_ path: [UInt8], _ value: [UInt8]) {
    settings.append(Setting(path: path, value: value))
  }

  /// The settings in order, each once.
  func sorted() -> List<Setting> {
    // Sorting indices needs no metadata for our own type.
    var order = [Int](0..<settings.count)
    order.sort { Setting.precedes(settings[$0], settings[$1]) }
    var result = List<Setting>()
    for index in order {
      if let last = result.last, last == settings[index] { continue }
      result.append(settings[index])
    }
    return result
  }
}
