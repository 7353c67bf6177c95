// SPDX-License-Identifier: MIT
import HookCore

/// Whether the policy documents of this place can be used, and what of them holds no longer.
struct PolicyChecks {
  private let files: PolicyFiles

  init(project: [UInt8], _ environment: UserEnvironment) {
    files = PolicyFiles(
      home: environment.home, project: project, chosen: nil, userID: environment.userID,
      fileSystem: LiveFileSystem())
  }

  func run() -> [Check] {
    var checks = files.failures.map {
      Check.fail(
        "policy", Output.shown($0.path),
        "\(Output.shown($0.words)); until it is repaired only reads in the project run")
    }
    for policy in files.policies {
      checks.append(.ok("policy", Output.shown(policy.path)))
      for exception in policy.document.exceptions {
        guard let problem = ExceptionReport(exception, of: policy).problem else { continue }
        checks.append(
          .warn(
            "exception", Output.shown(exception.id),
            "\(problem); take it out of \(Output.shown(policy.path)), or renew it"))
      }
      if policy.document.approvals != nil, policy.layer != .managed {
        checks.append(
          .warn(
            "approvals", Output.shown(policy.path),
            "only a managed document can name who approves; the section is ignored"))
      }
    }
    return checks + signerChecks()
  }

  private func signerChecks() -> [Check] {
    guard let terms = files.approvals else { return [] }
    let subject = Output.shown(terms.signers)
    do throws(SystemError) {
      let signers = try AllowedSigners(managed: terms.signers, files: LiveFileSystem())
      let left = signers.problems.map {
        Check.warn("approvals", subject, "line \($0.line) is left out: \($0.words)")
      }
      guard signers.signers.count >= terms.mergeQuorum else {
        return left + [
          .warn(
            "approvals", subject,
            "fewer signers than a merge needs: \(signers.signers.count) of \(terms.mergeQuorum)")
        ]
      }
      return left + [.ok("approvals", subject)]
    } catch {
      return [
        .fail("approvals", subject, "\(error.code.words); it has to be root's alone")
      ]
    }
  }
}
