// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

@Suite struct JSONWriterTests {
  private func written(_ text: [UInt8]) -> [UInt8] {
    var writer = JSONWriter()
    writer.string(text)
    return writer.bytes
  }

  @Test func everyStringSurvivesWritingAndReading() throws {
    var generator = JSONGenerator(seed: 8785)
    for _ in 0..<5_000 {
      var content = String.UnicodeScalarView()
      content.append(contentsOf: generator.content())
      let bytes = Array(String(content).utf8)
      #expect(try JSONDocument(parsing: written(bytes)).root.string == bytes)
    }
  }

  /// RFC 8785, 3.2.2.2: seven short escapes, `\u00xx` in small letters below U+0020, no others.
  @Test func everyCharacterHasItsOneSpelling() {
    let short: [UInt8: String] = [
      8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 0x22: "\\\"", 0x5C: "\\\\",
    ]
    for byte in UInt8(0)..<0x80 {
      let digits = (byte < 16 ? "0" : "") + String(byte, radix: 16)
      let plain = byte < 0x20 ? "\\u00" + digits : String(Unicode.Scalar(byte))
      #expect(written([byte]) == Array("\"\(short[byte] ?? plain)\"".utf8), "byte \(byte)")
    }
    #expect(written(Array("é€😀\u{2028}\u{FEFF}".utf8)) == Array("\"é€😀\u{2028}\u{FEFF}\"".utf8))
  }

  @Test func bytesThatAreNoUTF8BecomeReplacementCharacters() {
    #expect(written([0x61, 0xFF, 0x62]) == Array("\"a\u{FFFD}b\"".utf8))
    #expect(written([0xE2, 0x82]) == Array("\"\u{FFFD}\u{FFFD}\"".utf8))
    #expect(written([0xED, 0xA0, 0x80]) == Array("\"\u{FFFD}\u{FFFD}\u{FFFD}\"".utf8))
  }

  @Test func integersOfEverySizeAreExact() throws {
    for value in [0, 1, -1, 9, 10, -10, 1 << 53, Int.max, Int.min] {
      var writer = JSONWriter()
      writer.integer(value)
      #expect(writer.bytes == Array("\(value)".utf8))
      #expect(try JSONDocument(parsing: writer.bytes).root.integer == value)
    }
  }

  @Test func commasStandBetweenValuesAndNowhereElse() throws {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("a")
    writer.beginArray()
    writer.null()
    writer.boolean(true)
    writer.beginObject()
    writer.endObject()
    writer.endArray()
    writer.key(Array("b\n".utf8))
    writer.string("x")
    writer.key("c")
    writer.raw(Array("[1]".utf8))
    writer.endObject()
    #expect(writer.bytes == Array(#"{"a":[null,true,{}],"b\n":"x","c":[1]}"#.utf8))
    let document = try JSONDocument(parsing: writer.bytes)
    #expect(JSONCanonical.write(document.root) == writer.bytes)
  }
}
