// SPDX-License-Identifier: MIT

extension DriftClassifier {
  /// The setting that says that a list is there.
  private static let presence = [UInt8]("[]")
  /// Rules of a larger file are not compared by what they mean, only by their text: comparing costs
  /// the square of their number, and the hook has two seconds.
  private static let coverLimit = 1_000
  /// The entry that keeps the built-in rules of auto mode.
  private static let defaults = [UInt8]("\"$defaults\"")

  /// An entry of a list that came or went, or the list itself.
  func judgeEntry(
    _ change: SettingsChange, _ direction: SettingsDirection, _ before: SettingsFile,
    _ after: SettingsFile
  ) -> DriftJudgement {
    let value = change.after ?? change.before ?? []
    let isAdded = change.after != nil
    if value == DriftClassifier.presence {
      return judgePresence(change.path, direction, isAdded, after)
    }
    let entry = Setting(path: change.path, value: value)
    switch direction {
    case .deny, .replaces:
      if isAdded { return .strengthens("a restriction is added") }
      return isInForce(entry, layer: before.layer)
        ? .neutral("another file or rule still restricts this") : .weakens("a restriction is gone")
    case .limit where !before.mentions(change.path) || !after.mentions(change.path):
      return .neutral("part of a limit that came or went as a whole")
    default:
      if !isAdded { return .strengthens("a permission is gone") }
      if wasInForce(entry, layer: after.layer) {
        return .neutral("another accepted file or rule permits this already")
      }
      if change.path == [UInt8]("permissions.allow"),
        PermissionRule(entry: value)?.isNarrow == true
      {
        return .neutral("a narrow permission is added")
      }
      return .weakens("a permission is added")
    }
  }

  private func judgePresence(
    _ path: [UInt8], _ direction: SettingsDirection, _ isAdded: Bool, _ after: SettingsFile
  ) -> DriftJudgement {
    switch direction {
    case .limit:
      return isAdded ? .strengthens("a limit is set") : .weakens("a limit is lifted")
    case .replaces where isAdded:
      return after.holds(Setting(path: path, value: DriftClassifier.defaults))
        ? .neutral("a list is there") : .weakens("the built-in rules of auto mode are replaced")
    default: return .neutral("a list came or went")
    }
  }

  /// Whether a file on disk that reaches `layer` restricts at least what `entry` did.
  private func isInForce(_ entry: Setting, layer: SettingsLayer) -> Bool {
    DriftClassifier.anyFile(of: current, reaching: layer) { file in
      guard DriftClassifier.means(entry, theSameIn: file, as: layer) else { return false }
      if file.holds(entry) { return true }
      if DriftClassifier.covers(entry, file, at: entry.path) { return true }
      // What was asked about and is now forbidden is not weaker.
      return entry.path == [UInt8]("permissions.ask")
        && DriftClassifier.covers(entry, file, at: [UInt8]("permissions.deny"))
    }
  }

  /// Whether an accepted file that reaches `layer` permitted at least what `entry` does.
  private func wasInForce(_ entry: Setting, layer: SettingsLayer) -> Bool {
    DriftClassifier.anyFile(of: accepted, reaching: layer) { file in
      guard DriftClassifier.means(entry, theSameIn: file, as: layer) else { return false }
      return file.holds(entry) || DriftClassifier.covers(entry, file, at: entry.path)
    }
  }

  /// Whether `entry` of `layer` would mean the same in `file`.
  ///
  /// A pattern that begins with one slash is anchored at the settings file's own root, and so is
  /// every path of a sandbox or directory list that is not absolute.
  private static func means(
    _ entry: Setting, theSameIn file: SettingsFile, as layer: SettingsLayer
  ) -> Bool {
    guard file.layer.isShared != layer.isShared else { return true }
    if entry.path.starts(with: [UInt8]("sandbox.filesystem."))
      || entry.path == [UInt8]("permissions.additionalDirectories")
    {
      return entry.value.starts(with: [UInt8]("\"~/")) || entry.value.starts(with: [UInt8]("\"//"))
    }
    guard let open = entry.value.firstIndex(of: 0x28) else { return true }
    let pattern = entry.value[(open + 1)...]
    return pattern.first != 0x2F || pattern.dropFirst().first == 0x2F
  }

  private static func anyFile(
    of files: List<SettingsFile>, reaching layer: SettingsLayer,
    _ condition: (SettingsFile) -> Bool
  ) -> Bool {
    for file in files where file.state == .valid && file.layer.reaches(layer) {
      if condition(file) { return true }
    }
    return false
  }

  /// Whether a permission rule of `file` under `path` means all that `entry` means.
  private static func covers(_ entry: Setting, _ file: SettingsFile, at path: [UInt8]) -> Bool {
    guard entry.path.starts(with: [UInt8]("permissions.")),
      file.settings.count <= DriftClassifier.coverLimit,
      let wanted = PermissionRule(entry: entry.value)
    else { return false }
    var index = file.firstIndex(of: Setting(path: path, value: []))
    while index < file.settings.count, file.settings[index].path == path {
      if let rule = PermissionRule(entry: file.settings[index].value), rule.covers(wanted) {
        return true
      }
      index += 1
    }
    return false
  }

  /// A hook handler that came, went or changed.
  func judgeHook(_ change: SettingsChange, _ layer: SettingsLayer) -> DriftJudgement {
    if let before = change.before.flatMap({ RecordedHandler($0) }),
      let after = change.after.flatMap({ RecordedHandler($0) })
    {
      return before.judgement(of: after)
    }
    if let before = change.before {
      let setting = Setting(path: change.path, value: before)
      return DriftClassifier.anyFile(of: current, reaching: layer, { $0.holds(setting) })
        ? .neutral("another file still has this hook") : .weakens("a hook is gone")
    }
    guard let after = change.after, let handler = RecordedHandler(after) else {
      return .weakens("a hook that cannot be judged")
    }
    return judgeAddedHook(handler, change.path, layer)
  }

  private func judgeAddedHook(
    _ handler: RecordedHandler, _ path: [UInt8], _ layer: SettingsLayer
  ) -> DriftJudgement {
    var runsAlready = false
    var runsHere = false
    for file in accepted where file.layer.reaches(layer) {
      for setting in file.settings where setting.path.starts(with: [UInt8]("hooks.")) {
        guard RecordedHandler(setting.value)?.program == handler.program else { continue }
        runsAlready = true
        if setting.path == path { runsHere = true }
      }
    }
    if runsHere { return .neutral("an accepted hook, once more") }
    if runsAlready, handler.isOurs { return .strengthens("an accepted hook sees more events") }
    return .weakens("a new program runs with the user's rights")
  }
}
