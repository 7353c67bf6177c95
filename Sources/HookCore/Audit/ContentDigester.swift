// SPDX-License-Identifier: MIT

/// What a record keeps of a content: how much it was, and a keyed digest to recognise it by.
///
/// The plain digest of a short secret can be found by trying; without the log's key this one
/// cannot.
package struct ContentDigest: Sendable, Equatable {
  package let bytes: Int
  /// Lines, the last one counted also without a line feed.
  package let lines: Int
  package let code: SHA256Digest
}

/// Makes the digests of one log with its key.
package struct ContentDigester: Sendable {
  private let key: [UInt8]

  package init(key: [UInt8]) { self.key = key }

  /// The digest of `content`.
  package func digest(of content: [UInt8]) -> ContentDigest { digest(of: content[...]) }

  /// The digest of `content`.
  package func digest(of content: ArraySlice<UInt8>) -> ContentDigest {
    var code = HMAC(key: key)
    code.update(content)
    return ContentDigest(
      bytes: content.count, lines: ContentDigester.lines(in: content), code: code.finish())
  }

  private static func lines(in content: ArraySlice<UInt8>) -> Int {
    let ended = content.withUnsafeBufferPointer { bytes in
      var count = 0
      for byte in bytes where byte == 0x0A { count &+= 1 }
      return count
    }
    return content.isEmpty || content.last == 0x0A ? ended : ended + 1
  }
}
