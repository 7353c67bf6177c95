// SPDX-License-Identifier: MIT
import HookCore

/// Which policy documents are in force, and what in them does not do what it says.
struct PolicyChecks {
  private let files: PolicyFiles

  init(_ files: PolicyFiles) { self.files = files }

  /// The checks of the documents that the wired guards of a project take; each set once.
  static func run(
    _ hooks: [WiredHook], project: [UInt8], _ environment: UserEnvironment
  ) -> [Check] {
    var chosen: [[UInt8]?] = []
    for hook in hooks where hook.program == .guard && !chosen.contains(hook.policy) {
      chosen.append(hook.policy)
    }
    if chosen.isEmpty { chosen = [nil] }
    var checks: [Check] = []
    for chosen in chosen {
      let files = PolicyFiles(
        home: environment.home, project: project, chosen: chosen, userID: environment.userID,
        fileSystem: LiveFileSystem())
      for check in PolicyChecks(files).run()
      where !checks.contains(where: { $0.id == check.id && $0.subject == check.subject }) {
        checks.append(check)
      }
    }
    return checks
  }

  func run() -> [Check] {
    if files.isEmpty { return [.ok("policy", "no document; the built-in rules hold")] }
    var checks: [Check] = files.failures.map {
      .fail(
        "policy", Output.shown($0.path),
        "\(Output.shown($0.words)); until it is repaired only reads inside the project run")
    }
    checks += files.policies.map { .ok("policy", Self.describe($0)) }
    checks += files.notices(at: .now()).map(Self.check)
    for policy in files.policies { checks += Self.limitChecks(policy) }
    return checks + signerChecks()
  }

  /// Exceptions without uses left, and approvals where they do not count.
  private static func limitChecks(_ policy: LoadedPolicy) -> [Check] {
    var checks: [Check] = []
    for exception in policy.document.exceptions {
      guard let problem = ExceptionReport(exception, of: policy).problem else { continue }
      checks.append(
        .warn(
          "policy-exception", "\(Output.shown(policy.path)) \(Output.shown(exception.id))",
          "\(problem); renew it or take it out"))
    }
    if policy.document.approvals != nil, policy.layer != .managed {
      checks.append(
        .warn(
          "approvals", Output.shown(policy.path),
          "only a managed document can name who approves; the section is ignored"))
    }
    return checks
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

  /// `managed /etc/…, revision 7, sha256 0123456789abcdef, 4 rules`.
  private static func describe(_ policy: LoadedPolicy) -> String {
    let document = policy.document
    let revision =
      document.revision.isEmpty ? "" : ", revision \(Output.shown(document.revision))"
    let digits = 16
    return "\(policy.layer.name) \(Output.shown(policy.path))\(revision), sha256 "
      + Output.shown(Array(policy.digest.hex.prefix(digits))) + ", \(document.rules.count) rules"
  }

  private static func check(_ notice: PolicyNotice) -> Check {
    let place = "\(Output.shown(notice.path)) \(Output.shown(notice.subject))"
    let words = Output.shown(notice.words)
    switch notice.kind {
    case .expired, .expiresSoon:
      return .warn("policy-exception", place, "\(words); renew it or take it out")
    case .unknownRule, .placeholder: return .warn("policy-exception", place, words)
    case .looseningIgnored:
      return .warn("policy-loosening", place, "\(words); take it out, or ask who owns the layer")
    }
  }
}

extension WiredHook {
  /// What follows the last `--policy`, where there is one.
  fileprivate var policy: [UInt8]? {
    guard let arguments, let option = arguments.lastIndex(of: Array("--policy".utf8)),
      option + 1 < arguments.count
    else { return nil }
    return arguments[option + 1]
  }
}
