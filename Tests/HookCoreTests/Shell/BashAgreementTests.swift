// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

/// Gives the vectors to the real Bash, which reads them without running anything (`-n`).
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: Bash.path)))
struct BashAgreementTests {
  @Test func bashAgreesWithEveryVectorThatDoesNotSayOtherwise() async throws {
    let vectors = try ShellVectors.cases()
    for (vector, answer) in zip(vectors, try await Bash.accepts(vectors.map(\.text))) {
      #expect(
        answer == vector.isAcceptedByBash, "bash: \(vector.reason)",
        sourceLocation: vector.location)
    }
  }

  @Test func onlyTheListOfDisagreementsDisagrees() throws {
    for vector in try ShellVectors.cases() {
      let isListed = vector.file.hasSuffix("bash-disagreements.txt")
      let marker = vector.expectation == "accept" ? "bash-rejects" : "bash-accepts"
      #expect(vector.subject == (isListed ? marker : ""), sourceLocation: vector.location)
    }
  }
}

/// The shell whose opinion counts.
enum Bash {
  static let path = "/bin/bash"

  struct Failed: Error {}

  /// For each of `texts`, whether Bash finds no syntax error in it.
  ///
  /// Starting a shell for each would take seconds, so a few drivers read the texts from files
  /// and start the checks; an error inside `[[` leaves the status 0 and only shows on stderr.
  static func accepts(_ texts: [[UInt8]]) async throws -> [Bool] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("bash-agreement-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, text) in texts.enumerated() {
      try Data(text).write(to: folder.appendingPathComponent("\(index)"))
    }
    let report = try run(driver, [folder.path, "\(texts.count)"])
    let answers = report.split(separator: "\n").map { $0 == "yes" }
    guard answers.count == texts.count else { throw Failed() }
    return answers
  }

  private static let driver = #"""
    cd "$1" || exit 1
    for ((i = 0; i < $2; i++)); do
      IFS= read -r -d '' text <"$i"
      answer=yes
      errors=$(LC_ALL=C "$BASH" --norc -n -c -- "$text" 2>&1) || answer=no
      while IFS= read -r line; do
        [[ -z $line || $line == *warning:* ]] || answer=no
      done <<<"$errors"
      echo "$answer"
    done
    """#

  private static func run(_ script: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["--norc", "-c", script, "driver"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
