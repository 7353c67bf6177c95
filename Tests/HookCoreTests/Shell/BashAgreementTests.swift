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

  @Test func bashAgreesWithGeneratedScripts() async throws {
    var generator = ScriptGenerator(seed: 3)
    let scripts = (0..<100).map { _ in Array(generator.next().utf8) }
    for (script, answer) in zip(scripts, try await Bash.accepts(scripts)) {
      let shown = String(decoding: script, as: UTF8.self)
      #expect(answer, "bash refuses the generated script: \(shown)")
      #expect((try? ShellParser.parse(script)) != nil, "\(shown)")
    }
  }

  /// What Bash prints of a script has the tree of the script: it understood the same.
  @Test func bashPrintsScriptsWithTheSameTree() async throws {
    var generator = ScriptGenerator(seed: 4)
    let scripts = (0..<100).map { _ in Array(generator.next().utf8) }
    for (script, printed) in zip(scripts, try await Bash.prints(scripts)) {
      #expect(describe(printed) == describe(script), "\(String(decoding: script, as: UTF8.self))")
    }
  }

  /// Nothing that Bash refuses is accepted, but for extended patterns; what it accepts and the
  /// parser refuses is of the kinds in `bash-disagreements.txt`.
  @Test func bashAgreesWithMutatedVectorsButForTheListedKinds() async throws {
    let vectors = try ShellVectors.cases().filter { $0.subject.isEmpty }
    var mutator = ScriptMutator(vectors.map(\.text), seed: 5)
    let scripts = (0..<400).map { _ in mutator.next() }
    for (script, answer) in zip(scripts, try await Bash.accepts(scripts)) {
      let shown = String(decoding: script, as: UTF8.self)
      do throws(ShellSyntaxError) {
        let tree = try ShellParser.parse(script)
        let hasGlob = String(decoding: SyntaxDescription.describe(tree), as: UTF8.self)
          .contains("(glob ")
        #expect(answer || hasGlob, "bash refuses: \(shown)")
      } catch {
        #expect(!answer || isListedKind(shown, error), "bash accepts, \(error.code): \(shown)")
      }
    }
  }

  /// Whether a refusal that Bash does not share is one of the listed kinds: errors that it only
  /// finds when it runs, subscripted words and text behind arrays, arithmetic, odd delimiters.
  private func isListedKind(_ script: String, _ error: ShellSyntaxError) -> Bool {
    if error.code == .badExpansion || error.code == .badName { return true }
    return ["`", "<<", "((", "$[", "[[", "coproc", "=("].contains { script.contains($0) }
      || script.contains(/\w\[/)
  }

  private func describe(_ script: [UInt8]) -> String? {
    (try? ShellParser.parse(script)).map {
      String(decoding: SyntaxDescription.describe($0), as: UTF8.self)
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
  /// An error inside `[[` leaves the status 0 and only shows on stderr.
  static func accepts(_ texts: [[UInt8]]) async throws -> [Bool] {
    let check = #"""
      IFS= read -r -d '' text <"$i"
      answer=yes
      errors=$(LC_ALL=C "$BASH" --norc -n -c -- "$text" 2>&1) || answer=no
      while IFS= read -r line; do
        [[ -z $line || $line == *warning:* ]] || answer=no
      done <<<"$errors"
      printf '%s\0' "$answer"
      """#
    return try await run(check, over: texts).map { $0 == Array("yes".utf8) }
  }

  /// Each of `texts` as Bash prints what it parsed.
  static func prints(_ texts: [[UInt8]]) async throws -> [[UInt8]] {
    try await run(#"LC_ALL=C "$BASH" --norc --pretty-print "$i"; printf '\0'"#, over: texts)
  }

  /// Runs `check` in one shell for the file `$i` of each text; each prints up to a NUL byte.
  private static func run(_ check: String, over texts: [[UInt8]]) async throws -> [[UInt8]] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("bash-agreement-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, text) in texts.enumerated() {
      try Data(text).write(to: folder.appendingPathComponent("\(index)"))
    }
    let script = "cd \"$1\" || exit 1\nfor ((i = 0; i < $2; i++)); do\n\(check)\ndone\n"
    let output = try run(script, [folder.path, "\(texts.count)"])
    let answers = output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
    guard answers.count == texts.count else { throw Failed() }
    return answers.map(Array.init)
  }

  private static func run(_ script: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["--norc", "-c", script, "driver"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }
}
