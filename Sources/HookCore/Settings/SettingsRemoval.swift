// SPDX-License-Identifier: MIT

/// Takes handlers out of a settings text, and what `SettingsAddition` had made for them.
struct SettingsRemoval {
  private let handlers: [SettingsHandler]
  private var edits = TextEdits()
  /// The text without the handlers; nil where none was found.
  private(set) var result: [UInt8]?

  init(_ file: SettingsText, _ handlers: [SettingsHandler]) {
    self.handlers = handlers
    guard let value = file.hooks else { return }
    let root = JSONContainer(file.root)
    let hooks = JSONContainer(value)
    let gone = value.members.map { removeHandlers(of: $0.key, in: JSONContainer($0.value)) }
    if remove(gone, from: hooks) {
      let isHooks = file.root.members.map { $0.key.equals("hooks") }
      if remove(isHooks, from: root) {
        edits.replace(root.inside, with: SettingsRemoval.formerInside(root) ?? [])
      }
    }
    if !edits.isEmpty { result = edits.applied(to: root.text) }
  }

  /// Whether the whole event goes with its handlers.
  private mutating func removeHandlers(of event: JSONValue, in groups: JSONContainer) -> Bool {
    let ours = handlers.filter { event.equals($0.event) }
    guard !ours.isEmpty else { return false }
    let gone = groups.value.elements.map { group in
      guard let entries = group["hooks"] else { return false }
      let matches = entries.elements.map { entry in ours.contains { $0.isSame(as: entry) } }
      guard matches.contains(true) else { return false }
      let isOurs = !matches.contains(false) && SettingsRemoval.holdsOnlyHandlers(group)
      if !isOurs { removeEntries(matches, from: JSONContainer(entries)) }
      return isOurs
    }
    return remove(gone, from: groups)
  }

  /// A group without handlers does nothing; one with keys that we do not know is left.
  private static func holdsOnlyHandlers(_ group: JSONValue) -> Bool {
    group.members.allSatisfy { $0.key.equals("hooks") || $0.key.equals("matcher") }
  }

  private mutating func removeEntries(_ gone: [Bool], from entries: JSONContainer) {
    guard gone.contains(false) else { return edits.replace(entries.inside, with: []) }
    removeRuns(gone, from: entries)
  }

  /// Removes the children for which `gone` says so.
  ///
  /// - Returns: whether `container` holds nothing any more and was not there empty before, so
  ///   that it goes as well; nothing has been removed then.
  private mutating func remove(_ gone: [Bool], from container: JSONContainer) -> Bool {
    guard gone.contains(true) else { return false }
    guard gone.contains(false) else {
      guard let inside = SettingsRemoval.formerInside(container) else { return true }
      edits.replace(container.inside, with: inside)
      return false
    }
    removeRuns(gone, from: container)
    return false
  }

  /// Removes each run of children with the comma that joined it to a neighbour that stays.
  private mutating func removeRuns(_ gone: [Bool], from container: JSONContainer) {
    let children = container.children
    var index = 0
    while index < children.count {
      guard gone[index] else {
        index += 1
        continue
      }
      let first = index
      while index < children.count, gone[index] { index += 1 }
      if first > 0 {
        edits.replace(
          children[first - 1].upperBound..<children[index - 1].upperBound, with: [])
      } else {
        edits.replace(children[0].lowerBound..<children[index].lowerBound, with: [])
      }
    }
  }

  /// The inside of a container that had been empty when it was filled; nil where it was made.
  private static func formerInside(_ container: JSONContainer) -> [UInt8]? {
    let leading = container.leading
    if leading.elementsEqual([0x20]) { return Array(container.trailing) }
    let lineEnds = leading.filter { $0 == 0x0A }.count
    let carriageReturns = leading.filter { $0 == 0x0D }.count
    return max(lineEnds, carriageReturns) >= 2 ? [] : nil
  }
}
