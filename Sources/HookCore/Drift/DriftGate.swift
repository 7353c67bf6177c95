// SPDX-License-Identifier: MIT

/// Tells the guard whether rejected settings are on disk (CONTRACT 7.4).
///
/// A block of the client is not sticky: the next allowed change, or the client's own saving of a
/// rule, brings rejected settings into force. While they are there, nothing but reads may run.
package enum DriftGate {
  /// Why nothing but reads may run, or nil.
  ///
  /// Costs one look at a name that usually does not exist. Where there is a mark the settings are
  /// read and judged again: a restored file opens the gate, before anybody takes the mark away.
  package static func rejection(
    stateDirectory: [UInt8], environment: UserEnvironment, workingDirectory: [UInt8]?,
    fileSystem: any FileSystem
  ) -> [UInt8]? {
    let store = BaselineStore(
      stateDirectory: stateDirectory, userID: environment.userID, fileSystem: fileSystem)
    guard store.hasMarks else { return nil }
    return rejection(
      DriftDetector(
        stateDirectory: stateDirectory, environment: environment,
        workingDirectory: workingDirectory, fileSystem: fileSystem))
  }

  static func rejection(_ detector: DriftDetector) -> [UInt8]? {
    var isMarked = false
    for scope in detector.scopes where detector.store.isMarked(scope) { isMarked = true }
    guard isMarked, let finding = detector.inspect().rejection else { return nil }
    return text(finding, project: detector.locations.project)
  }

  /// The reason for people and the model: what is weaker, and the two ways out.
  ///
  /// - Parameter project: named, because a person may stand in another directory.
  static func text(_ finding: DriftFinding, project: [UInt8]?) -> [UInt8] {
    var text = [UInt8]("settings are weaker than accepted: ")
    text.append(contentsOf: finding.line)
    text.append("; restore the file, or have a person run: hookctl drift accept")
    // A name with a quote would need a shell's care; the person can find the way alone.
    if let project, !project.contains(0x27) {
      text.append(" --project '")
      text.append(contentsOf: project)
      text.append("'")
    }
    return text
  }
}
