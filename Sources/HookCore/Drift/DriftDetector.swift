// SPDX-License-Identifier: MIT

/// What a run of the detector came to.
package enum DriftOutcome: Sendable, Equatable {
  /// Nothing differs from what was accepted.
  case unchanged
  /// What differs does not weaken, or cannot be blocked; the baseline has moved on.
  case accepted
  /// There was no baseline; what is on disk now is it.
  case learned
  /// Weaker settings are on disk; nothing may be reloaded.
  case rejected

  /// The word for people and files.
  package var name: StaticString {
    switch self {
    case .unchanged: "unchanged"
    case .accepted: "accepted"
    case .learned: "learned"
    case .rejected: "rejected"
    }
  }
}

/// The findings and what was made of them.
package struct DriftReport: Sendable {
  package let outcome: DriftOutcome
  package let findings: List<DriftFinding>
  package let snapshot: SettingsSnapshot

  /// The first finding that weakens, managed settings included.
  package var weakening: DriftFinding? {
    for finding in findings where finding.judgement.verdict == .weakens { return finding }
    return nil
  }

  /// What was rejected and what to do about it, for people.
  package var rejectionText: [UInt8]? {
    rejection.map { DriftGate.text($0, project: snapshot.locations.project) }
  }

  /// The first finding that was rejected.
  package var rejection: DriftFinding? {
    for finding in findings where finding.isRejected { return finding }
    return nil
  }
}

/// Compares the settings on disk with the baselines, and keeps baselines and marks.
package struct DriftDetector: Sendable {
  /// What makes the detector run.
  package enum Occasion: Sendable {
    /// A session starts: what is there is learned where nothing was.
    case start
    /// A file changed in a session that began before there was a baseline, or after.
    case change
  }

  package let locations: SettingsLocations
  package let store: BaselineStore
  let fileSystem: any FileSystem

  package init(
    stateDirectory: [UInt8], environment: UserEnvironment, workingDirectory: [UInt8]?,
    fileSystem: any FileSystem
  ) {
    self.init(
      locations: SettingsLocations(
        environment: environment, workingDirectory: workingDirectory, fileSystem: fileSystem),
      store: BaselineStore(
        stateDirectory: stateDirectory, userID: environment.userID, fileSystem: fileSystem),
      fileSystem: fileSystem)
  }

  init(locations: SettingsLocations, store: BaselineStore, fileSystem: any FileSystem) {
    self.locations = locations
    self.store = store
    self.fileSystem = fileSystem
  }

  /// The scopes of this session: the shared one, and the project's where there is one.
  package var scopes: List<BaselineScope> {
    var scopes = List<BaselineScope>(.shared)
    if let project = locations.project { scopes.append(.project(project)) }
    return scopes
  }

  /// Judges what is on disk; moves the baselines on or marks what is rejected.
  ///
  /// - Throws: what kept the state directory from being used; nothing may be let through then.
  package func run(_ occasion: Occasion, now: Timestamp) throws(SystemError) -> DriftReport {
    try store.locked { () throws(SystemError) -> DriftReport in
      let examination = examine(occasion)
      let report = examination.report
      if report.outcome == .rejected {
        try markRejected(report)
      } else {
        try advance(examination, by: "hook-drift", reason: "no change weakened", now)
      }
      return report
    }
  }

  /// Judges what is on disk and writes nothing.
  package func inspect() -> DriftReport { examine(.start).report }

  /// Makes what is on disk the baseline, whatever it is, and takes the marks away.
  ///
  /// - Returns: the findings that were accepted by it.
  package func accept(
    by who: [UInt8], reason: [UInt8], now: Timestamp
  ) throws(SystemError) -> DriftReport {
    try store.locked { () throws(SystemError) -> DriftReport in
      let report = examine(.start).report
      for scope in scopes {
        let files = DriftDetector.files(of: report.snapshot.files, in: scope)
        try store.save(
          Baseline(
            scope: scope, files: files, acceptedBy: who, acceptedAt: now.text, reason: reason))
        try store.unmark(scope)
      }
      return report
    }
  }

  /// The files of `scope` among `files`.
  static func files(of files: List<SettingsFile>, in scope: BaselineScope) -> List<SettingsFile> {
    var result = List<SettingsFile>()
    for file in files where scope.includes(file.layer) { result.append(file) }
    return result
  }

  private func markRejected(_ report: DriftReport) throws(SystemError) {
    for scope in scopes {
      var writer = JSONWriter()
      var isRejected = false
      writer.beginArray()
      for finding in report.findings where finding.isRejected && scope.includes(finding.layer) {
        isRejected = true
        writer.string(finding.line)
      }
      writer.endArray()
      if isRejected { try store.mark(scope, writer.bytes + [0x0A]) }
    }
  }

  /// Writes the baselines that what is on disk changes, and takes the marks away.
  private func advance(
    _ examination: DriftExamination, by who: StaticString, reason: StaticString, _ now: Timestamp
  ) throws(SystemError) {
    for scope in scopes {
      let files = examination.nextFiles(of: scope)
      if examination.isNew(scope) || files != examination.acceptedFiles(of: scope) {
        try store.save(
          Baseline(
            scope: scope, files: files, acceptedBy: [UInt8](who), acceptedAt: now.text,
            reason: [UInt8](examination.isNew(scope) ? "learned" : reason)))
      }
      try store.unmark(scope)
    }
  }

  private func examine(_ occasion: Occasion) -> DriftExamination {
    let snapshot = SettingsSnapshot(reading: locations, fileSystem)
    return DriftExamination(snapshot: snapshot, scopes: scopes, store: store, occasion: occasion)
  }
}
