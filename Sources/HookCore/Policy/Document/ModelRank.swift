// SPDX-License-Identifier: MIT

/// How strong a model is, by the family that its name tells.
package enum ModelRank: UInt8, Sendable, Equatable, Comparable {
  case haiku
  case sonnet
  case opus

  package static func < (left: ModelRank, right: ModelRank) -> Bool {
    left.rawValue < right.rawValue
  }

  package static var words: StaticString { "haiku sonnet opus" }

  package var word: StaticString {
    switch self {
    case .haiku: "haiku"
    case .sonnet: "sonnet"
    case .opus: "opus"
    }
  }

  /// The family in a model's name: `sonnet`, `claude-opus-4-1`; nil where none is known.
  ///
  /// Of two the stronger counts.
  package init?(model: [UInt8]) {
    let name = model.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if name.firstRange(of: "opus") != nil {
      self = .opus
    } else if name.firstRange(of: "sonnet") != nil {
      self = .sonnet
    } else if name.firstRange(of: "haiku") != nil {
      self = .haiku
    } else {
      return nil
    }
  }
}
