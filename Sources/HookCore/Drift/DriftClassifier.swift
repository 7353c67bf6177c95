// SPDX-License-Identifier: MIT

/// Judges every difference between the accepted settings and those on disk.
///
/// Each file is compared with itself. A rule that only moved, to a file that counts wherever the
/// old one did, is neutral: lists add up across files.
package struct DriftClassifier: Sendable {
  let accepted: List<SettingsFile>
  let current: List<SettingsFile>

  package init(accepted: List<SettingsFile>, current: List<SettingsFile>) {
    self.accepted = accepted
    self.current = current
  }

  /// The findings of all files, in the order of the files, then of the key paths.
  package func findings() -> List<DriftFinding> {
    var findings = List<DriftFinding>()
    for file in current {
      let before = DriftClassifier.file(file.path, accepted)
      compare(
        before ?? SettingsFile(layer: file.layer, path: file.path, state: .absent), file, &findings)
    }
    for file in accepted where DriftClassifier.file(file.path, current) == nil {
      // A drop-in that is gone is not read any more, not even as absent.
      compare(file, SettingsFile(layer: file.layer, path: file.path, state: .absent), &findings)
    }
    return findings
  }

  private static func file(_ path: [UInt8], _ files: List<SettingsFile>) -> SettingsFile? {
    for file in files where file.path == path { return file }
    return nil
  }

  private func compare(
    _ before: SettingsFile, _ after: SettingsFile, _ findings: inout List<DriftFinding>
  ) {
    func add(_ change: SettingsChange, _ judgement: DriftJudgement) {
      findings.append(
        DriftFinding(layer: after.layer, file: after.path, change: change, judgement: judgement))
    }
    if let judgement = DriftClassifier.judgeAccess(before, after) {
      add(SettingsChange(path: [], before: nil, after: nil), judgement)
    }
    if case .broken(let defect) = after.state {
      if before.state != after.state || before.digest != after.digest || after.digest.isEmpty {
        add(
          SettingsChange(path: defect.place, before: nil, after: nil),
          .weakens(defect.code.words))
      }
      // All that was in force there is lost; the one finding stands for it.
      return
    }
    for change in SettingsDifference.between(before.settings, after.settings) {
      add(change, judge(change, before, after))
    }
  }

  /// Who may write the file, where that changed for the worse.
  private static func judgeAccess(
    _ before: SettingsFile, _ after: SettingsFile
  ) -> DriftJudgement? {
    guard after.state != .absent else { return nil }
    let anybody: UInt16 = 0o002
    if after.mode & anybody != 0, before.mode & anybody == 0 {
      return .weakens("anybody can write the file")
    }
    if after.layer == .managed, after.owner != 0, before.owner == 0 {
      return .weakens("the file does not belong to root")
    }
    return nil
  }

  private func judge(
    _ change: SettingsChange, _ before: SettingsFile, _ after: SettingsFile
  ) -> DriftJudgement {
    guard let key = SettingsCatalog.owner(of: change.path) else {
      return .unknown("not a key we know; the client may act on it")
    }
    if key.isManagedOnly, after.layer != .managed {
      return .unknown("honoured only in managed settings; here it does nothing")
    }
    switch key.direction {
    case .comfort: return .neutral("comfort, display or cost")
    case .reach: return .unknown("changes what the model is told or may reach")
    case .deny, .replaces, .allow, .limit:
      return key.shape == .list
        ? judgeEntry(change, key.direction, before, after) : judgeGrant(change, key.direction)
    case .lockTrue, .lockOn, .lockFalse, .lockOff, .lockWord, .mode, .inbound, .isolation, .keep:
      return ScalarJudgement.judge(change, key.direction)
    case .either: return .weakens("either direction can weaken; a person has to look")
    case .program: return .weakens("says what runs, or where traffic and credentials go")
    case .display:
      return change.after == nil
        ? .neutral("a program for display is no longer run")
        : .weakens("names a program that the client runs again and again")
    case .plugins: return DriftClassifier.judgePlugin(change)
    case .env: return DriftClassifier.judgeVariable(change)
    case .hooks: return judgeHook(change, before.layer)
    }
  }

  /// A value that forbids or permits, taken as a whole.
  private func judgeGrant(
    _ change: SettingsChange, _ direction: SettingsDirection
  ) -> DriftJudgement {
    if direction == .deny {
      return change.before == nil
        ? .strengthens("a restriction is added") : .weakens("a restriction is gone or changed")
    }
    return change.after == nil
      ? .strengthens("a permission is gone") : .weakens("a permission is added or changed")
  }

  private static func judgePlugin(_ change: SettingsChange) -> DriftJudgement {
    let off = [UInt8]("false")
    let wasOff = change.before.map { $0 == off } ?? true
    let isOff = change.after.map { $0 == off } ?? true
    if wasOff && isOff { return .neutral("the plugin was and is off") }
    return isOff
      ? .weakens("a plugin that may protect is turned off")
      : .weakens("a plugin is turned on, with its hooks, servers and commands")
  }

  private static func judgeVariable(_ change: SettingsChange) -> DriftJudgement {
    // `env.NAME`; a name that is not plain is no variable that any program reads.
    switch EnvironmentName(Array(change.path.dropFirst(4))) {
    case .redirects: return .weakens("says where traffic goes, or switches the client's behaviour")
    case .subverts:
      return change.after == nil
        ? .strengthens("processes are no longer subverted")
        : .weakens("puts other code into hooks and tools, or in their place")
    case .other: return .unknown("a variable for the client, its tools and hooks")
    }
  }
}

/// The judgement of values that have an order of strictness.
enum ScalarJudgement {
  /// Compares how strict the value was and is.
  static func judge(_ change: SettingsChange, _ direction: SettingsDirection) -> DriftJudgement {
    let before = strictness(change.before, direction)
    let after = strictness(change.after, direction)
    if after < before { return .weakens(words(direction)) }
    return after > before
      ? .strengthens("stricter than it was") : .neutral("means the same as before")
  }

  /// A rank, the larger the stricter; a key that is not there has the rank of its default.
  private static func strictness(_ value: [UInt8]?, _ direction: SettingsDirection) -> Int {
    let parsed = value.flatMap { try? JSONDocument(parsing: $0).root }
    switch direction {
    case .lockTrue: return parsed?.boolean == true ? 1 : 0
    case .lockOn: return parsed?.boolean == false ? 0 : 1
    case .lockFalse: return parsed?.boolean == true ? 0 : 1
    case .lockOff: return parsed?.boolean == false ? 1 : 0
    case .lockWord: return parsed?.equals("disable") == true ? 1 : 0
    case .isolation: return parsed?.equals("none") == true ? 0 : 1
    case .mode:
      let mode = parsed.map { PermissionMode($0) ?? .bypassPermissions } ?? .standard
      return -mode.rawValue
    case .inbound:
      guard let parsed else { return 0 }
      return parsed.equals("refuse") ? 2 : parsed.equals("hold") ? 1 : 0
    case .keep: return days(parsed)
    case .comfort, .reach, .deny, .replaces, .allow, .limit, .either, .program, .display, .hooks,
      .env,
      .plugins:
      return 0
    }
  }

  /// Days that transcripts are kept: 30 where nothing is said, none for an odd value.
  private static func days(_ value: JSONValue?) -> Int {
    value.map { CanonicalValue.wholeNumber($0) } ?? 30
  }

  private static func words(_ direction: SettingsDirection) -> StaticString {
    switch direction {
    case .lockTrue, .lockOn, .lockOff, .lockWord: "a lock is gone"
    case .lockFalse: "a protection is switched off"
    case .mode: "the permission mode asks less often"
    case .inbound: "other sessions may send more"
    case .isolation: "background jobs work outside their own copy"
    case .keep: "the record of sessions is destroyed sooner"
    case .comfort, .reach, .deny, .replaces, .allow, .limit, .either, .program, .display, .hooks,
      .env,
      .plugins:
      "weaker than it was"
    }
  }
}
