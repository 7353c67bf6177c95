// SPDX-License-Identifier: MIT

/// One thing that is not in a settings file as it was accepted.
package struct SettingsChange: Sendable, Equatable {
  /// The key path.
  package let path: [UInt8]
  /// The value that was accepted; nil where the setting is new.
  package let before: [UInt8]?
  /// The value now; nil where the setting is gone.
  package let after: [UInt8]?
}

/// What differs between two lists of settings, by key path.
package enum SettingsDifference {
  /// The changes from `before` to `after`, both sorted, in the order of their paths.
  package static func between(
    _ before: List<Setting>, _ after: List<Setting>
  ) -> List<SettingsChange> {
    var changes = List<SettingsChange>()
    var removed = List<Setting>()
    var added = List<Setting>()
    var left = 0
    var right = 0
    while left < before.count || right < after.count {
      let path = firstPath(before, left, after, right)
      removed.removeAll()
      added.removeAll()
      while true {
        let hasLeft = left < before.count && before[left].path == path
        let hasRight = right < after.count && after[right].path == path
        if hasLeft, hasRight, before[left] == after[right] {
          left += 1
          right += 1
        } else if hasLeft, !hasRight || Setting.precedes(before[left], after[right]) {
          removed.append(before[left])
          left += 1
        } else if hasRight {
          added.append(after[right])
          right += 1
        } else {
          break
        }
      }
      pair(removed, added, at: path, into: &changes)
    }
    return changes
  }

  /// The smaller of the next paths; one of the lists has not ended.
  private static func firstPath(
    _ before: List<Setting>, _ left: Int, _ after: List<Setting>, _ right: Int
  ) -> [UInt8] {
    guard left < before.count else { return after[right].path }
    guard right < after.count else { return before[left].path }
    let precedes = Setting.order(before[left].path, after[right].path) < 0
    return precedes ? before[left].path : after[right].path
  }

  /// Tells what was changed from what went and what came, at one path.
  ///
  /// Entries of a list have no identity but their value; hook handlers have their program.
  private static func pair(
    _ removed: List<Setting>, _ added: List<Setting>, at path: [UInt8],
    into changes: inout List<SettingsChange>
  ) {
    let shape = SettingsCatalog.owner(of: path)?.shape
    if shape == .list {
      for old in removed {
        changes.append(SettingsChange(path: path, before: old.value, after: nil))
      }
      for new in added {
        changes.append(SettingsChange(path: path, before: nil, after: new.value))
      }
      return
    }
    var isTaken = [Bool](repeating: false, count: added.count)
    for old in removed {
      var partner: Int?
      for index in 0..<added.count where !isTaken[index] && partner == nil {
        if isSame(old.value, added[index].value, shape) { partner = index }
      }
      if let partner { isTaken[partner] = true }
      changes.append(
        SettingsChange(path: path, before: old.value, after: partner.map { added[$0].value }))
    }
    for index in 0..<added.count where !isTaken[index] {
      changes.append(SettingsChange(path: path, before: nil, after: added[index].value))
    }
  }

  /// Whether two values at one path are the same thing before and after its change.
  private static func isSame(
    _ before: [UInt8], _ after: [UInt8], _ shape: SettingsShape?
  ) -> Bool {
    switch shape {
    case .hooks: RecordedHandler(before)?.program == RecordedHandler(after)?.program
    case .flag, .text, .number, .mode, .list, .map, .object, .status, .secret, .value, nil: true
    }
  }
}
