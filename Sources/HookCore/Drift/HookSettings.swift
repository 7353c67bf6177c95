// SPDX-License-Identifier: MIT

/// The `hooks` block of a settings file: one setting for every handler.
///
/// The value of such a setting is an object with what decides whether the handler does its work
/// (`async`, `if`, `matcher`, `onFailure`, `timeout`), the last part of its program's name, and one
/// digest of everything that says what runs. Handlers run in parallel, and equal ones once, so
/// neither order nor number matters.
enum HookSettings {
  /// Handlers of one file; comparing them costs the square of their number, and real files have
  /// a tenth of it.
  private static let limit = 256

  /// Adds a setting for every handler of `hooks`.
  ///
  /// - Throws: `.malformedHook`. Under PreToolUse the client then drops the file, elsewhere the
  ///   part; both lose handlers without a word.
  static func collect(
    _ hooks: JSONValue, at path: [UInt8], into collector: inout SettingsCollector
  ) throws(SettingsDefect) {
    guard hooks.kind == .object else { return }
    var count = 0
    for event in hooks.members {
      let place = KeyPath.appending(event.key.string ?? [], to: path)
      guard event.value.kind == .array else { throw SettingsDefect(.malformedHook, at: place) }
      for group in event.value.elements {
        guard group.kind == .object, let handlers = group["hooks"], handlers.kind == .array,
          group["matcher"].map({ $0.kind == .string }) ?? true
        else { throw SettingsDefect(.malformedHook, at: place) }
        for handler in handlers.elements where !collector.isFull {
          guard isWellFormed(handler) else { throw SettingsDefect(.malformedHook, at: place) }
          count += 1
          guard count <= limit else { throw SettingsDefect(.tooManySettings, at: place) }
          collector.add(place, value(of: handler, matcher: group["matcher"]))
        }
      }
    }
  }

  private static func isWellFormed(_ handler: JSONValue) -> Bool {
    guard handler.kind == .object, let type = handler["type"] else { return false }
    if type.equals("command") {
      guard handler["command"]?.kind == .string else { return false }
    } else if type.equals("http") {
      guard handler["url"]?.kind == .string else { return false }
    } else if !type.equals("prompt") && !type.equals("agent") && !type.equals("mcp_tool") {
      return false
    }
    if let failure = handler["onFailure"], !failure.equals("block"), !failure.equals("continue") {
      return false
    }
    for key in flags { if let flag = handler.member(key), flag.boolean == nil { return false } }
    return handler["timeout"].map { isPositive($0) } ?? true
  }

  private static var flags: List<[UInt8]> {
    var flags = List<[UInt8]>([UInt8]("async"))
    flags.append([UInt8]("asyncRewake"))
    return flags
  }

  /// Whether `value` is a number above zero; a fraction counts.
  private static func isPositive(_ value: JSONValue) -> Bool {
    guard value.kind == .number, value.source.first != 0x2D else { return false }
    for byte in value.source {
      if byte >= 0x31 && byte <= 0x39 { return true }
      if byte == 0x65 || byte == 0x45 { return false }
    }
    return false
  }

  private static func value(of handler: JSONValue, matcher: JSONValue?) -> [UInt8] {
    var writer = JSONWriter(capacity: 256)
    writer.beginObject()
    if handler["async"]?.boolean == true || handler["asyncRewake"]?.boolean == true {
      writer.key("async")
      writer.boolean(true)
    }
    if let condition = handler["if"] {
      writer.key("if")
      writer.raw(CanonicalValue.bytes(condition))
    }
    if let matcher, !matcher.equals(""), !matcher.equals("*") {
      writer.key("matcher")
      writer.string(matcher.string ?? [])
    }
    writer.key("name")
    writer.string(name(of: handler))
    if let failure = handler["onFailure"], failure.equals("block") {
      writer.key("onFailure")
      writer.string("block")
    }
    writer.key("program")
    writer.raw(program(of: handler))
    if let timeout = handler["timeout"] {
      writer.key("timeout")
      writer.raw(timeout.source)
    }
    writer.endObject()
    return writer.bytes
  }

  /// The digest of all members that say what runs and where its data goes; unknown ones count.
  private static func program(of handler: JSONValue) -> [UInt8] {
    var writer = JSONWriter(capacity: 256)
    writer.beginObject()
    let members = CanonicalValue.sortedMembers(handler)
    for index in 0..<members.count {
      let key = members[index].key
      if key.equals("async") || key.equals("asyncRewake") || key.equals("if")
        || key.equals("onFailure") || key.equals("timeout") || key.equals("once")
        || key.equals("statusMessage")
      {
        continue
      }
      writer.key(key.string ?? [])
      writer.raw(CanonicalValue.bytes(members[index].value))
    }
    writer.endObject()
    return CanonicalValue.digest(of: writer.bytes, at: [UInt8]("hooks"))
  }

  /// The last part of the program's path, for people: the rest of a command may hold a secret.
  private static func name(of handler: JSONValue) -> [UInt8] {
    guard let command = handler["command"]?.string else { return handler["type"]?.string ?? [] }
    let word = command.prefix { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A }
    guard let slash = word.lastIndex(of: 0x2F) else { return Array(word) }
    return Array(word[(slash + 1)...])
  }
}
