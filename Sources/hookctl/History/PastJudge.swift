// SPDX-License-Identifier: MIT
import HookCore

/// Judges past calls as hook-guard would judge them now, with the files as they are now.
///
/// Each is used by one thread at a time, which is why what it remembers needs no lock.
final class PastJudge: @unchecked Sendable {
  private let base: HookContext
  private let files = RunFiles()
  private var documents: [[UInt8]: PolicyFiles] = [:]

  /// - Parameter session: what the calls' sessions are taken to be bound to.
  init(session: SessionTerms) {
    var options = HookOptions()
    options.session = session
    let current = UserEnvironment.current()
    var context = HookContext(
      environment: UserEnvironment(
        home: current.home, userID: current.userID, unattended: false, projectDirectory: nil),
      fileSystem: files, now: .now(), options: options)
    context.assessesRisk = true
    context.trees = TreeMemory()
    base = context
  }

  var home: [UInt8] { base.environment.home }

  /// The event of `call`, or nil where it is none that is judged.
  func event(_ call: PastCall) -> HookEvent? { try? HookEvent(decoding: call.payload) }

  /// What the guard makes of `event` under `policies`, or under those that hold in its project.
  func judge(_ event: HookEvent, _ policies: PolicyFiles?) -> GuardJudgement? {
    guard case .preToolUse(let call) = event.body else { return nil }
    var context = base
    context.policies = policies ?? inForce(event.workingDirectory)
    // Settings rejected today say nothing of a call then: no state directory is looked at.
    return GuardJudgement(call, event, stateDirectory: [UInt8]("/nonexistent"), context)
  }

  private func inForce(_ project: [UInt8]) -> PolicyFiles {
    if let known = documents[project] { return known }
    let found = PolicyFiles(
      home: base.environment.home, project: project, chosen: nil,
      userID: base.environment.userID, fileSystem: files)
    documents[project] = found
    return found
  }
}
