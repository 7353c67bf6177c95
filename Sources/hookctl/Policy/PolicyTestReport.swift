// SPDX-License-Identifier: MIT
import HookCore

/// What came of the examples of policy documents: for people, for programs, and as JUnit has it.
struct PolicyTestReport {
  let cases: [PolicyTest.Case]

  var failures: [PolicyTest.Case] { cases.filter { $0.failure != nil } }

  private var examples: Int { cases.count { $0.name == "triggers" || $0.name == "passes" } }
  private var respellings: Int {
    cases.count { !$0.example.isEmpty && $0.name != "triggers" && $0.name != "passes" }
  }

  func print(_ output: Output) {
    for failed in failures {
      let place = Output.shown(failed.rule.isEmpty ? failed.path : failed.rule)
      let example = failed.example.isEmpty ? "" : " \(Output.shown(failed.example))"
      output.line("\(place):\(example): \(failed.failure ?? "")")
    }
    output.line(
      "\(examples) examples and \(respellings) other spellings of them, \(failures.count) failures")
  }

  func printJSON(_ output: Output) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("examples")
    writer.integer(examples)
    writer.key("failures")
    writer.beginArray()
    for failed in failures {
      writer.beginObject()
      writer.key("cause")
      writer.string(Array((failed.failure ?? "").utf8))
      writer.key("example")
      writer.string(failed.example)
      writer.key("path")
      writer.string(failed.path)
      writer.key("rule")
      writer.string(failed.rule)
      writer.key("test")
      writer.string(Array(failed.name.utf8))
      writer.endObject()
    }
    writer.endArray()
    writer.key("spellings")
    writer.integer(respellings)
    writer.endObject()
    output.write(writer.bytes + [0x0A])
  }

  /// One suite a document, one case an example.
  var junit: [UInt8] {
    var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
    text += "<testsuites tests=\"\(cases.count)\" failures=\"\(failures.count)\">\n"
    var paths: [[UInt8]] = []
    for tried in cases where !paths.contains(tried.path) { paths.append(tried.path) }
    for path in paths {
      let suite = cases.filter { $0.path == path }
      let failed = suite.count { $0.failure != nil }
      text += "  <testsuite name=\"\(Self.escaped(path))\" tests=\"\(suite.count)\""
      text += " failures=\"\(failed)\">\n"
      for tried in suite { text += Self.testCase(tried) }
      text += "  </testsuite>\n"
    }
    return Array((text + "</testsuites>\n").utf8)
  }

  private static func testCase(_ tried: PolicyTest.Case) -> String {
    var name = tried.name
    if !tried.example.isEmpty { name += ": " + Output.shown(tried.example) }
    let rule = tried.rule.isEmpty ? Array("document".utf8) : tried.rule
    let start = "    <testcase classname=\"\(escaped(rule))\" name=\"\(escaped(name))\""
    guard let failure = tried.failure else { return start + "/>\n" }
    return start + "><failure message=\"\(escaped(failure))\"/></testcase>\n"
  }

  private static func escaped(_ bytes: [UInt8]) -> String { escaped(Output.shown(bytes)) }

  /// Text for an attribute; what XML 1.0 has no place for at all is left out.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
