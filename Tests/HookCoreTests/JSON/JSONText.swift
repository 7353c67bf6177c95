// SPDX-License-Identifier: MIT

/// The notation of the JSON vectors: text in which `<…>` states bytes.
///
/// `<EF BB BF>` is these bytes, `<5B * 128>` the byte 5B 128 times; a `<` itself is `<3C>`.
enum JSONText {
  struct Malformed: Error {
    let piece: String
  }

  static func bytes(_ text: [UInt8]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      bytes += rest[..<open]
      guard let close = rest[open...].firstIndex(of: UInt8(ascii: ">")) else {
        throw Malformed(piece: String(decoding: rest[open...], as: UTF8.self))
      }
      bytes += try piece(String(decoding: rest[(open + 1)..<close], as: UTF8.self))
      rest = rest[(close + 1)...]
    }
    return bytes + rest
  }

  private static func piece(_ piece: String) throws -> [UInt8] {
    let parts = piece.split(separator: "*").map { $0.split(separator: " ") }
    guard let digits = parts.first, parts.count <= 2, !digits.isEmpty else {
      throw Malformed(piece: piece)
    }
    let bytes = digits.compactMap { $0.count == 2 ? UInt8($0, radix: 16) : nil }
    let count = parts.count == 2 ? parts[1].first.flatMap { Int($0) } : 1
    guard bytes.count == digits.count, let count else { throw Malformed(piece: piece) }
    var repeated: [UInt8] = []
    for _ in 0..<count { repeated += bytes }
    return repeated
  }
}
