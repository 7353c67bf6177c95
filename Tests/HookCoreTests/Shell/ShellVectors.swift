// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

/// The shell vectors: command texts by section of POSIX XCU 2, and what the parser makes of them.
///
/// `accept` and `reject` say what both the parser and Bash do. In `bash-disagreements.txt` the
/// second word says that Bash does otherwise, and the reason why.
enum ShellVectors {
  static let all = Result {
    try Corpus.cases("Shell", allowed: ["accept", "reject"])
  }

  static func cases() throws -> [VectorCase] { try all.get() }
}

extension VectorCase {
  /// Whether Bash accepts the text.
  var isAcceptedByBash: Bool { (expectation == "accept") != subject.hasPrefix("bash-") }
}
