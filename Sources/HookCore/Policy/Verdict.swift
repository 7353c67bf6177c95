// SPDX-License-Identifier: MIT

/// What is decided of a call; of several verdicts the strictest wins.
package enum Verdict: UInt8, Sendable, Equatable, Comparable {
  case allow
  case ask
  case deny

  package static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }

  package var word: StaticString {
    switch self {
    case .allow: "allow"
    case .ask: "ask"
    case .deny: "deny"
    }
  }
}
