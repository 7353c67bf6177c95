// SPDX-License-Identifier: MIT

/// The outer shape of a record's line, `{"body":{…},"hash":"…"}`, and where its parts stand.
enum RecordLine {
  private static let opening: StaticString = "{\"body\":"
  private static let middle: StaticString = ",\"hash\":\""
  private static let closing: StaticString = "\"}"

  /// Bytes of a line beside its body.
  private static var frame: Int {
    opening.utf8CodeUnitCount + middle.utf8CodeUnitCount + SHA256Digest.hexSize
      + closing.utf8CodeUnitCount
  }

  /// The places of body and hash in `line`, or nil where it does not have the shape.
  ///
  /// A line that a writer did not finish never has it.
  static func parts(
    of line: UnsafeRawBufferPointer
  ) -> (body: Range<Int>, hash: Range<Int>)? {
    guard line.count >= frame + 2, matches(line, opening, at: 0) else { return nil }
    let hashEnd = line.count - closing.utf8CodeUnitCount
    let hashStart = hashEnd - SHA256Digest.hexSize
    let bodyStart = opening.utf8CodeUnitCount
    let bodyEnd = hashStart - middle.utf8CodeUnitCount
    guard matches(line, closing, at: hashEnd), matches(line, middle, at: bodyEnd),
      line[bodyStart] == 0x7B, line[bodyEnd - 1] == 0x7D
    else { return nil }
    for byte in line[hashStart..<hashEnd] where !isHexDigit(byte) { return nil }
    return (bodyStart..<bodyEnd, hashStart..<hashEnd)
  }

  /// The integer after the last `key` in `body`.
  ///
  /// A quote inside a string is escaped, so these bytes are nowhere but at a member's name.
  static func integer(_ key: StaticString, in body: UnsafeRawBufferPointer) -> Int? {
    guard var position = valuePosition(key, in: body) else { return nil }
    var value = 0
    let start = position
    while position < body.count, body[position] >= 0x30, body[position] <= 0x39 {
      let (scaled, first) = value.multipliedReportingOverflow(by: 10)
      let (sum, second) = scaled.addingReportingOverflow(Int(body[position] - 0x30))
      guard !first, !second else { return nil }
      value = sum
      position += 1
    }
    return position > start ? value : nil
  }

  /// The string after the last `key` in `body`, as it is written.
  static func string(_ key: StaticString, in body: UnsafeRawBufferPointer) -> [UInt8]? {
    guard let position = valuePosition(key, in: body), position < body.count,
      body[position] == 0x22
    else { return nil }
    var end = position + 1
    while end < body.count, body[end] != 0x22 { end += 1 }
    return [UInt8](body[(position + 1)..<end])
  }

  private static func valuePosition(
    _ key: StaticString, in body: UnsafeRawBufferPointer
  ) -> Int? {
    var position = body.count - key.utf8CodeUnitCount
    while position >= 0 {
      if matches(body, key, at: position) { return position + key.utf8CodeUnitCount }
      position -= 1
    }
    return nil
  }

  private static func matches(
    _ bytes: UnsafeRawBufferPointer, _ text: StaticString, at start: Int
  ) -> Bool {
    guard start >= 0, start + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where bytes[start + offset] != text.utf8Start[offset] { return false }
    return true
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x66: true
    default: false
    }
  }
}
