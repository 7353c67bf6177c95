// SPDX-License-Identifier: MIT

/// What a change does to the user's protection.
package enum DriftVerdict: UInt8, Sendable, Equatable, CaseIterable {
  case neutral
  /// Nobody knows, or it is weak and indirect: recorded, not blocked.
  case unknown
  case strengthens
  case weakens

  /// The word for people and files.
  package var name: StaticString {
    switch self {
    case .neutral: "neutral"
    case .unknown: "unknown"
    case .strengthens: "strengthens"
    case .weakens: "weakens"
    }
  }
}

/// A verdict and why.
package struct DriftJudgement: Sendable {
  package let verdict: DriftVerdict
  /// Lower case, no full stop.
  package let reason: StaticString

  static func weakens(_ reason: StaticString) -> DriftJudgement {
    DriftJudgement(verdict: .weakens, reason: reason)
  }

  static func strengthens(_ reason: StaticString) -> DriftJudgement {
    DriftJudgement(verdict: .strengthens, reason: reason)
  }

  static func neutral(_ reason: StaticString) -> DriftJudgement {
    DriftJudgement(verdict: .neutral, reason: reason)
  }

  static func unknown(_ reason: StaticString) -> DriftJudgement {
    DriftJudgement(verdict: .unknown, reason: reason)
  }
}

/// One change of one settings file, judged.
package struct DriftFinding: Sendable {
  package let layer: SettingsLayer
  /// The settings file.
  package let file: [UInt8]
  /// What changed; the path is empty where it is the file as a whole.
  package let change: SettingsChange
  package let judgement: DriftJudgement

  /// Whether the change must not come into force.
  ///
  /// Managed settings are above us: the client ignores a block there (CONTRACT 7.2), and who
  /// writes them may. Their changes are recorded and reported.
  package var isRejected: Bool { judgement.verdict == .weakens && layer != .managed }

  /// What changed, for a record: the verdict, the line, the values before and after.
  package var detail: [UInt8] {
    var detail = [UInt8](judgement.verdict.name)
    detail.append(": ")
    detail.append(contentsOf: line)
    if let before = change.before {
      detail.append(" - ")
      detail.append(contentsOf: before.prefix(DriftFinding.valueLimit))
    }
    if let after = change.after {
      detail.append(" + ")
      detail.append(contentsOf: after.prefix(DriftFinding.valueLimit))
    }
    return detail
  }

  /// Bytes of a value in a detail; enough for a rule or a hook.
  private static let valueLimit = 300

  /// `path/of/settings.json: permissions.deny: a deny rule is gone`.
  package var line: [UInt8] {
    var line = file
    line.append(": ")
    if !change.path.isEmpty {
      line.append(contentsOf: change.path)
      line.append(": ")
    }
    line.append(judgement.reason)
    return line
  }
}
