// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// One case of a vector file: what is expected of a text, and where that is written.
struct VectorCase: Sendable, CustomTestStringConvertible {
  let file: String
  let line: Int
  /// First word of the heading.
  let expectation: String
  /// Second word of the heading, where there is one.
  let subject: String
  /// What follows the colon: the name of the case.
  let reason: String
  let text: [UInt8]
  /// What follows a line `---`.
  let detail: String

  var string: String { String(decoding: text, as: UTF8.self) }
  var testDescription: String { "\(file):\(line) \(expectation) \(subject): \(reason)" }
  /// Makes a failure point at the case's own line.
  var location: SourceLocation {
    SourceLocation(
      fileID: "Vectors/\(file)", filePath: Corpus.root.appendingPathComponent(file).path,
      line: line, column: 1)
  }
}

/// Reads the plain vector files under `Vectors/`.
///
/// A case is a heading `# expectation [subject]: reason`, then the text exactly as a person would
/// type it, then, where a test needs it, a line `---` and more. One blank line ends it. A file may
/// begin with comment lines `## …`.
enum Corpus {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Vectors")

  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  /// The cases of the file or of all `.txt` files in the folder `path`, in order.
  ///
  /// - Throws: `Malformed` for a heading whose expectation is not in `allowed`, or an empty file.
  static func cases(_ path: String, allowed: Set<String>) throws -> [VectorCase] {
    let url = root.appendingPathComponent(path)
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) else {
      throw Malformed(description: "no vectors at \(path)")
    }
    guard isDirectory.boolValue else { return try read(path, allowed: allowed) }
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
    return try names.filter { $0.hasSuffix(".txt") }.sorted().flatMap {
      try read("\(path)/\($0)", allowed: allowed)
    }
  }

  private static func read(_ file: String, allowed: Set<String>) throws -> [VectorCase] {
    let content = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
    var cases: [VectorCase] = []
    var block: [String] = []
    var start = 1
    let lines = content.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, line) in (lines + [""]).enumerated() {
      if line.isEmpty {
        if let found = try parse(block, file: file, line: start, allowed: allowed) {
          cases.append(found)
        }
        block = []
        start = index + 2
      } else {
        block.append(line)
      }
    }
    guard !cases.isEmpty else { throw Malformed(description: "\(file) holds no case") }
    return cases
  }

  private static func parse(
    _ block: [String], file: String, line: Int, allowed: Set<String>
  ) throws -> VectorCase? {
    let comments = block.prefix { $0.hasPrefix("##") }.count
    let block = block.dropFirst(comments)
    guard let heading = block.first else { return nil }
    let place = "\(file):\(line + comments)"
    guard heading.hasPrefix("# "), let colon = heading.firstIndex(of: ":") else {
      throw Malformed(description: "\(place): not a heading: \(heading)")
    }
    let words = heading[heading.index(heading.startIndex, offsetBy: 2)..<colon].split(
      separator: " ")
    guard let expectation = words.first, allowed.contains(String(expectation)), words.count <= 2
    else { throw Malformed(description: "\(place): unknown expectation: \(heading)") }
    let body = block.dropFirst()
    let rule = body.firstIndex(of: "---") ?? body.endIndex
    return VectorCase(
      file: file, line: line + comments, expectation: String(expectation),
      subject: words.count == 2 ? String(words[1]) : "",
      reason: heading[heading.index(after: colon)...].trimmingCharacters(in: .whitespaces),
      text: Array(body[..<rule].joined(separator: "\n").utf8),
      detail: body[rule...].dropFirst().joined(separator: "\n"))
  }
}
