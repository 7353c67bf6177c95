// SPDX-License-Identifier: MIT

/// Takes the text of a settings file apart into settings, or says why the client would not.
package enum SettingsReader {
  /// The bytes that some editors put before UTF-8; the client tolerates them (CONTRACT 3.4).
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The settings in `text`, sorted, each once.
  ///
  /// - Throws: the defect that makes the client drop the file, or us unsure how it reads it.
  package static func settings(in text: [UInt8]) throws(SettingsDefect) -> List<Setting> {
    let root = try parse(text).root
    guard root.kind == .object else { throw SettingsDefect(.notAnObject) }
    var collector = SettingsCollector()
    try collect(object: root, at: [], into: &collector)
    guard !collector.isFull else { throw SettingsDefect(.tooManySettings) }
    return collector.sorted()
  }

  private static func parse(_ text: [UInt8]) throws(SettingsDefect) -> JSONDocument {
    let marked = text.starts(with: byteOrderMark)
    do throws(JSONError) {
      return try JSONDocument(parsing: marked ? Array(text.dropFirst(3)) : text)
    } catch {
      throw SettingsDefect(error.code == .duplicateKey ? .duplicateKey : .notJSON)
    }
  }

  /// The members of the file itself, or of an object whose members have known names.
  private static func collect(
    object: JSONValue, at path: [UInt8], into collector: inout SettingsCollector
  ) throws(SettingsDefect) {
    for member in object.members {
      guard !collector.isFull else { return }
      let place = KeyPath.appending(member.key.string ?? [], to: path)
      if let key = SettingsCatalog.key(place[...]) {
        try collect(member.value, as: key, at: place, into: &collector)
      } else {
        // Unknown to us: what it holds may be a secret.
        collector.add(
          place, CanonicalValue.digest(of: CanonicalValue.bytes(member.value), at: place))
      }
    }
  }

  private static func collect(
    _ value: JSONValue, as key: SettingsKey, at path: [UInt8],
    into collector: inout SettingsCollector
  ) throws(SettingsDefect) {
    guard key.shape.admits(value) else { throw SettingsDefect(.wrongType, at: path) }
    switch key.shape {
    case .flag, .number, .text, .mode: collector.add(path, CanonicalValue.bytes(value))
    case .list:
      if key.distinguishesEmpty { collector.add(path, [UInt8]("[]")) }
      for element in value.elements where !collector.isFull {
        collector.add(path, CanonicalValue.bytes(element))
      }
    case .map: collect(map: value, at: path, into: &collector)
    case .object: try collect(object: value, at: path, into: &collector)
    case .status, .secret, .value:
      collector.add(path, CanonicalValue.digest(of: CanonicalValue.bytes(value), at: path))
    case .hooks: try HookSettings.collect(value, at: path, into: &collector)
    }
  }

  /// One setting for every member; only flags are kept as they are.
  private static func collect(
    map: JSONValue, at path: [UInt8], into collector: inout SettingsCollector
  ) {
    for member in map.members where !collector.isFull {
      let place = KeyPath.appending(member.key.string ?? [], to: path)
      let value = CanonicalValue.bytes(member.value)
      let isFlag = member.value.boolean != nil
      collector.add(place, isFlag ? value : CanonicalValue.digest(of: value, at: place))
    }
  }
}

extension SettingsShape {
  /// Whether the client takes `value` for a value of this shape.
  func admits(_ value: JSONValue) -> Bool {
    switch self {
    case .flag: value.boolean != nil
    case .text, .secret: value.kind == .string
    case .number: value.kind == .number
    case .mode: PermissionMode(value) != nil
    case .list: value.kind == .array
    case .map, .object: value.kind == .object
    case .status: value.kind == .object && value["command"]?.kind == .string
    case .value: true
    // Anything but an object there costs the hooks alone, not the file (CONTRACT 3.4).
    case .hooks: true
    }
  }
}

/// The permission modes, from the strictest to the weakest.
enum PermissionMode: Int, Sendable {
  case plan
  case dontAsk
  case standard
  case acceptEdits
  case auto
  case bypassPermissions

  init?(_ value: JSONValue) {
    if value.equals("plan") {
      self = .plan
    } else if value.equals("dontAsk") {
      self = .dontAsk
    } else if value.equals("default") || value.equals("manual") {
      self = .standard
    } else if value.equals("acceptEdits") {
      self = .acceptEdits
    } else if value.equals("auto") {
      self = .auto
    } else if value.equals("bypassPermissions") {
      self = .bypassPermissions
    } else {
      return nil
    }
  }
}

/// Key paths as they are written: `permissions.deny`, `enabledPlugins["a@b.c"]`.
///
/// A name that is not plain is quoted, so that no two places share a path.
enum KeyPath {
  static func appending(_ name: [UInt8], to path: [UInt8]) -> [UInt8] {
    guard isPlain(name) else { return path + [0x5B] + CanonicalValue.string(name) + [0x5D] }
    return path.isEmpty ? name : path + [0x2E] + name
  }

  private static func isPlain(_ name: [UInt8]) -> Bool {
    guard !name.isEmpty else { return false }
    for byte in name {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x24, 0x2D, 0x5F: continue
      default: return false
      }
    }
    return true
  }
}
