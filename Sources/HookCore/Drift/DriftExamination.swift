// SPDX-License-Identifier: MIT

/// One comparison of what is on disk with what was accepted, before anything is done about it.
struct DriftExamination {
  let snapshot: SettingsSnapshot
  private(set) var findings = List<DriftFinding>()
  /// The accepted files of all scopes; where nothing was accepted yet, those on disk.
  private var accepted = List<SettingsFile>()
  private var newScopes = List<BaselineScope>()

  init(
    snapshot: SettingsSnapshot, scopes: List<BaselineScope>, store: BaselineStore,
    occasion: DriftDetector.Occasion
  ) {
    self.snapshot = snapshot
    for scope in scopes {
      switch store.load(scope) {
      case .found(let baseline): accepted.append(contentsOf: baseline.files)
      case .missing: learn(scope, occasion)
      case .unusable:
        accepted.append(contentsOf: DriftDetector.files(of: snapshot.files, in: scope))
        findings.append(
          DriftExamination.unusable(scope, store.path(of: scope)))
      }
    }
    findings.append(
      contentsOf: DriftClassifier(accepted: accepted, current: snapshot.files).findings())
  }

  /// Takes what is on disk for accepted; in the middle of a session only above the floor.
  private mutating func learn(_ scope: BaselineScope, _ occasion: DriftDetector.Occasion) {
    let files = DriftDetector.files(of: snapshot.files, in: scope)
    newScopes.append(scope)
    accepted.append(contentsOf: files)
    switch occasion {
    case .start: break
    case .change:
      findings.append(contentsOf: DriftFloor.findings(files))
      if scope == .shared, let finding = DriftFloor.missingHook(snapshot) {
        findings.append(finding)
      }
    }
  }

  private static func unusable(_ scope: BaselineScope, _ path: [UInt8]) -> DriftFinding {
    DriftFinding(
      layer: scope == .shared ? .user : .project, file: path,
      change: SettingsChange(path: [], before: nil, after: nil),
      judgement: .weakens("the baseline is gone, damaged or not ours alone"))
  }

  var report: DriftReport {
    var outcome: DriftOutcome = newScopes.isEmpty ? .unchanged : .learned
    for finding in findings {
      if finding.isRejected {
        outcome = .rejected
        break
      }
      if outcome == .unchanged { outcome = .accepted }
    }
    return DriftReport(outcome: outcome, findings: findings, snapshot: snapshot)
  }

  /// Whether nothing was accepted in `scope` before.
  func isNew(_ scope: BaselineScope) -> Bool {
    for new in newScopes where new == scope { return true }
    return false
  }

  func acceptedFiles(of scope: BaselineScope) -> List<SettingsFile> {
    DriftDetector.files(of: accepted, in: scope)
  }

  /// The files that the next baseline of `scope` holds.
  ///
  /// A managed file that weakened cannot be blocked, but nobody has accepted it either.
  func nextFiles(of scope: BaselineScope) -> List<SettingsFile> {
    var files = List<SettingsFile>()
    for file in snapshot.files where scope.includes(file.layer) {
      guard isWeakened(file.path) else {
        files.append(file)
        continue
      }
      for old in accepted where old.path == file.path { files.append(old) }
    }
    for old in accepted
    where scope.includes(old.layer) && isWeakened(old.path) && snapshot.file(old.path) == nil {
      files.append(old)
    }
    return files
  }

  private func isWeakened(_ path: [UInt8]) -> Bool {
    for finding in findings where finding.judgement.verdict == .weakens && finding.file == path {
      return true
    }
    return false
  }
}

/// What is too weak to be learned in the middle of a session, where nothing says what was before.
enum DriftFloor {
  /// The settings of `files` that no session with our hooks would have been started with.
  static func findings(_ files: List<SettingsFile>) -> List<DriftFinding> {
    var findings = List<DriftFinding>()
    func add(_ file: SettingsFile, _ path: [UInt8], _ reason: StaticString) {
      findings.append(
        DriftFinding(
          layer: file.layer, file: file.path,
          change: SettingsChange(path: path, before: nil, after: nil),
          judgement: .weakens(reason)))
    }
    for file in files {
      if case .broken(let defect) = file.state { add(file, defect.place, defect.code.words) }
      let off = Setting(path: [UInt8]("disableAllHooks"), value: [UInt8]("true"))
      if file.holds(off) { add(file, off.path, "all hooks are switched off") }
      let bypass = Setting(
        path: [UInt8]("permissions.defaultMode"), value: [UInt8]("\"bypassPermissions\""))
      if file.holds(bypass) { add(file, bypass.path, "nothing is asked any more") }
    }
    return findings
  }

  /// The finding that no file names us: we are asked, so one did before this change.
  static func missingHook(_ snapshot: SettingsSnapshot) -> DriftFinding? {
    for file in snapshot.files {
      for setting in file.settings where setting.path == [UInt8]("hooks.ConfigChange") {
        if RecordedHandler(setting.value)?.isOurs == true { return nil }
      }
    }
    return DriftFinding(
      layer: .user, file: snapshot.locations.userFile,
      change: SettingsChange(path: [UInt8]("hooks.ConfigChange"), before: nil, after: nil),
      judgement: .weakens("no settings file names hook-drift any more"))
  }
}
