// SPDX-License-Identifier: MIT

/// Puts hook handlers into the text of a client's settings file, and takes them out again.
///
/// Only the bytes of the handlers change: keys, order, indentation, line ends, a byte-order mark
/// and what follows the value stay. Taking out what was put in gives the former bytes.
package enum SettingsEditor {
  /// The text with all of `handlers` wired on every call of their events, or nil where they are.
  ///
  /// A handler that is there but runs differently, or under a matcher, is replaced. Bytes that
  /// hold nothing but white space count as an absent file.
  package static func adding(
    _ handlers: [SettingsHandler], to bytes: [UInt8]
  ) throws(SettingsError) -> [UInt8]? {
    let file = try SettingsText(bytes)
    try file.checkGroups(of: handlers)
    let missing = handlers.filter { !file.isWired($0) }
    guard !missing.isEmpty else { return nil }
    let rest = try removing(missing, from: bytes).map(SettingsText.init) ?? file
    return rest.mark + SettingsAddition(rest).adding(missing)
  }

  /// The text without `handlers`, or nil where none of them is wired.
  ///
  /// Groups, events and the object `hooks` go with their last handler, unless they were there
  /// empty before.
  package static func removing(
    _ handlers: [SettingsHandler], from bytes: [UInt8]
  ) throws(SettingsError) -> [UInt8]? {
    let file = try SettingsText(bytes)
    guard let text = SettingsRemoval(file, handlers).result else { return nil }
    return file.mark + text
  }
}

/// A settings file as a JSON object, whose `hooks` are one too where there are any.
struct SettingsText {
  /// The byte-order mark, where there is one; the client tolerates it.
  let mark: [UInt8]
  let root: JSONValue
  let hooks: JSONValue?

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let emptyObject = Array("{}\n".utf8)

  init(_ bytes: [UInt8]) throws(SettingsError) {
    mark = bytes.starts(with: SettingsText.byteOrderMark) ? SettingsText.byteOrderMark : []
    var text = Array(bytes.dropFirst(mark.count))
    let isBlank = text.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    if isBlank { text = SettingsText.emptyObject }
    do throws(JSONError) {
      root = try JSONDocument(parsing: text).root
    } catch {
      throw SettingsError(.invalidJSON(error.code), at: mark.count + error.offset)
    }
    guard root.kind == .object else { throw SettingsError(.rootIsNoObject, at: mark.count) }
    hooks = root["hooks"]
    if let hooks, hooks.kind != .object { throw error(.hooksAreNoObject, hooks) }
  }

  /// Refuses to add to events where the client would drop what is added.
  ///
  /// A malformed group under PreToolUse makes it ignore the whole file, one under another event
  /// that event.
  func checkGroups(of handlers: [SettingsHandler]) throws(SettingsError) {
    guard let hooks else { return }
    for event in hooks.members where handlers.contains(where: { event.key.equals($0.event) }) {
      guard event.value.kind == .array else { throw error(.eventIsNoArray, event.value) }
      for group in event.value.elements {
        guard let entries = group["hooks"], entries.kind == .array,
          entries.elements.allSatisfy({ $0.kind == .object })
        else { throw error(.malformedGroup, group) }
      }
    }
  }

  private func error(_ code: SettingsError.Code, _ value: JSONValue) -> SettingsError {
    SettingsError(code, at: mark.count + value.range.lowerBound)
  }

  /// Whether `handler` runs on every call of its event, exactly as it should, and once.
  func isWired(_ handler: SettingsHandler) -> Bool {
    guard let groups = hooks?.member(handler.event) else { return false }
    var exact = 0
    for group in groups.elements {
      guard let entries = group["hooks"] else { continue }
      for entry in entries.elements where handler.isSame(as: entry) {
        guard SettingsText.matchesEverything(group), handler.isExactly(entry) else { return false }
        exact += 1
      }
    }
    return exact == 1
  }

  private static func matchesEverything(_ group: JSONValue) -> Bool {
    guard let matcher = group["matcher"] else { return true }
    return matcher.equals("") || matcher.equals("*")
  }
}
