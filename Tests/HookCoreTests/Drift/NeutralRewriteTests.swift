// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

/// Generated rewrites that change how settings are written and nothing of what they mean.
@Suite("Neutral rewrites")
struct NeutralRewriteTests {
  /// Rewrites of every text; with the texts of the vectors well over a thousand.
  private static let rewritesPerText = 4

  @Test func neverAreAFinding() throws {
    var rewriter = SettingsRewriter(generator: SeededGenerator(seed: 2_026))
    var count = 0
    for pair in try DriftClassifierTests.pairs() where pair.expectation != "broken" {
      for text in Set([pair.string, pair.detail]) where text != "absent" {
        for _ in 0..<Self.rewritesPerText {
          let root = try JSONDocument(parsing: Array(text.utf8)).root
          let rewrite = rewriter.text(of: root)
          let findings = DriftClassifierTests.findings(text, rewrite)
          #expect(
            findings.isEmpty, "\(text)\n\(rewrite)\n\(findings)", sourceLocation: pair.location)
          count += 1
        }
      }
    }
    #expect(count >= 1_000)
  }
}

/// Writes a settings file with its keys, entries and hooks in another order, some of them twice,
/// other white space and other escapes.
private struct SettingsRewriter {
  var generator: SeededGenerator

  mutating func text(of root: JSONValue) -> String {
    space() + value(root, path: []) + space()
  }

  private mutating func space() -> String {
    let blanks = [" ", "\n", "\t", "\r\n"]
    return (0..<Int.random(in: 0...2, using: &generator)).map { _ in
      blanks.randomElement(using: &generator) ?? " "
    }.joined()
  }

  private mutating func value(_ value: JSONValue, path: [[UInt8]]) -> String {
    switch value.kind {
    case .object: return object(value, path)
    case .array: return array(value, path)
    case .string: return string(value.string ?? [])
    case .number, .true, .false, .null: return String(decoding: value.source, as: UTF8.self)
    }
  }

  private mutating func object(_ value: JSONValue, _ path: [[UInt8]]) -> String {
    var members: [String] = []
    for member in value.members {
      let key = member.key.string ?? []
      members.append(
        space() + string(key) + space() + ":" + space()
          + self.value(member.value, path: path + [key]) + space())
    }
    members.shuffle(using: &generator)
    return "{" + members.joined(separator: ",") + "}"
  }

  private mutating func array(_ value: JSONValue, _ path: [[UInt8]]) -> String {
    let isSet = Self.isSet(path)
    var elements: [String] = []
    for element in value.elements {
      let count = isSet ? Int.random(in: 1...2, using: &generator) : 1
      for _ in 0..<count {
        elements.append(space() + self.value(element, path: path) + space())
      }
    }
    if isSet { elements.shuffle(using: &generator) }
    return "[" + elements.joined(separator: ",") + "]"
  }

  /// Whether the order of what stands at `path` means nothing.
  private static func isSet(_ path: [[UInt8]]) -> Bool {
    if path.first == Array("hooks".utf8) {
      return path.count == 2 || (path.count == 3 && path[2] == Array("hooks".utf8))
    }
    let place = path.reduce([]) { KeyPath.appending($1, to: $0) }
    return SettingsCatalog.key(place[...])?.shape == .list
  }

  private mutating func string(_ text: [UInt8]) -> String {
    var written = "\""
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x20 || Int.random(in: 0..<8, using: &generator) == 0 {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          written += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        written += scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : "\(scalar)"
      }
    }
    return written + "\""
  }
}
