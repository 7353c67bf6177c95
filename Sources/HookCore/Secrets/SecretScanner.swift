// SPDX-License-Identifier: MIT

/// Finds the secrets in a text: one pass from left to right, linear time.
package struct SecretScanner {
  let text: UnsafeBufferPointer<UInt8>
  private var spans = List<SecretSpan>()
  private var position = 0

  /// The secrets in `text`, in order, none overlapping another.
  package static func spans(in text: [UInt8]) -> List<SecretSpan> {
    text.withUnsafeBufferPointer { text in
      var scanner = SecretScanner(text: text)
      scanner.scan()
      return scanner.spans
    }
  }

  private init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  private mutating func scan() {
    while position < text.count {
      guard let span = secret() else {
        position += 1
        continue
      }
      spans.append(span)
      position = span.end
    }
  }

  /// The secret that is recognised by the byte at `position`; it may begin some bytes later.
  private func secret() -> SecretSpan? {
    switch text[position] {
    case 0x3D: return assignment()  // NAME=value
    case 0x3A: return urlCredentials() ?? assignment()  // scheme://…, name: value
    case 0x20, 0x09: return valueOfFlag()  // --name value, -u name:value
    case 0x2D: return privateKey()
    case 0x42, 0x62: return isTokenStart ? bearerToken() : nil
    case 0x65: return isTokenStart ? jsonWebToken() : nil
    case 0x41, 0x47, 0x53, 0x67, 0x68, 0x6E, 0x70, 0x72, 0x73, 0x78, 0x79:
      return isTokenStart ? prefixedToken() : nil
    default: return nil
    }
  }

  /// Whether no token can have begun before `position`.
  private var isTokenStart: Bool {
    guard position > 0 else { return true }
    let before = text[position - 1]
    return !before.isASCIILetterOrDigit && before != 0x5F
  }

  private func prefixedToken() -> SecretSpan? {
    guard position + 2 < text.count,
      TokenShape.mayBegin(text[position], text[position + 1], text[position + 2])
    else { return nil }
    var index = 0
    while let shape = TokenShape.at(index) {
      if let end = shape.end(in: text, from: position) {
        return SecretSpan(kind: shape.kind, start: position, end: end)
      }
      index += 1
    }
    return nil
  }

  /// Three parts in base64url, the first of which is an object (RFC 7519).
  private func jsonWebToken() -> SecretSpan? {
    // After a dash it is the inside of a token, which was looked at from its start.
    guard matches("eyJ", at: position), position == 0 || text[position - 1] != 0x2D
    else { return nil }
    var end = position
    var dots = 0
    while end < text.count {
      let byte = text[end]
      if byte == 0x2E {
        dots += 1
        if dots > 2 { break }
      } else if !byte.isASCIILetterOrDigit, byte != 0x2D, byte != 0x5F {
        break
      }
      end += 1
    }
    let shortest = 30  // a header with an algorithm alone is 20
    guard dots >= 2, end - position >= shortest else { return nil }
    return SecretSpan(kind: .jsonWebToken, start: position, end: end)
  }

  /// The body of a private key in PEM: up to its end line, or to the end of the text.
  private func privateKey() -> SecretSpan? {
    guard matches("-----BEGIN ", at: position) else { return nil }
    let longestLabel = 40
    let header = position + 11
    guard let label = find("-----", from: header, within: longestLabel),
      find("PRIVATE KEY", from: header, within: label - header) != nil
    else { return nil }
    let start = label + 5
    let end = find("-----END ", from: start, within: text.count) ?? text.count
    guard end > start else { return nil }
    return SecretSpan(kind: .privateKey, start: start, end: end)
  }

  /// `Bearer` and a token, wherever it stands.
  private func bearerToken() -> SecretSpan? {
    guard matchesIgnoringCase("bearer ", at: position) else { return nil }
    let start = position + 7
    let shortest = 8
    let end = valueEnd(from: start, quote: nil)
    guard end - start >= shortest, !isReference(start, end) else { return nil }
    return SecretSpan(kind: .authorization, start: start, end: end)
  }
}

// Secrets that are known by what stands before them.
extension SecretScanner {
  /// The password of `scheme://user:password@host`, or the user where that is all there is.
  private func urlCredentials() -> SecretSpan? {
    guard matches("://", at: position) else { return nil }
    let start = position + 3
    var end = start
    var at: Int?
    while end < text.count, !endsAuthority(text[end]) {
      if text[end] == 0x40 { at = end }
      end += 1
    }
    guard let at else { return nil }
    let colon = text[start..<at].firstIndex(of: 0x3A)
    let secret = colon.map { $0 + 1 } ?? start
    let shortestUser = 16  // git@, deploy@ and the like are names, not tokens
    guard at > secret, colon != nil || at - secret >= shortestUser, !isReference(secret, at)
    else { return nil }
    return SecretSpan(kind: .urlCredentials, start: secret, end: at)
  }

  private func endsAuthority(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2F, 0x3F, 0x23, 0x22, 0x27, 0x5C, 0x60, 0x3C, 0x3E, 0...0x20: true
    default: false
    }
  }

  /// The value after `NAME=` or `name:`.
  private func assignment() -> SecretSpan? {
    guard let kind = SecretName.kind(of: nameBefore(position)) else { return nil }
    return value(after: position + 1, kind)
  }

  private func valueOfFlag() -> SecretSpan? {
    let flag = nameBefore(position)
    guard flag.first == 0x2D else { return nil }
    return value(ofFlag: flag) ?? userAndPassword(flag)
  }

  /// The value after `--name `.
  private func value(ofFlag name: Slice<UnsafeBufferPointer<UInt8>>) -> SecretSpan? {
    guard name.count > 2, name[name.startIndex + 1] == 0x2D, let kind = SecretName.kind(of: name)
    else { return nil }
    return value(after: position + 1, kind)
  }

  /// The password of `-u name:password` and `--user name:password`.
  private func userAndPassword(_ flag: Slice<UnsafeBufferPointer<UInt8>>) -> SecretSpan? {
    guard
      equals(flag, "-u") || equals(flag, "--user") || equals(flag, "--proxy-user")
    else { return nil }
    var start = position + 1
    let quote = openingQuote(&start)
    let end = valueEnd(from: start, quote: quote)
    guard let colon = text[start..<end].firstIndex(of: 0x3A), colon + 1 < end,
      !isReference(colon + 1, end),
      text[(colon + 1)..<end].contains(where: { $0 < 0x30 || $0 > 0x39 })
    else { return nil }  // `-u 1000:1000` names a user and a group
    return SecretSpan(kind: .userAndPassword, start: colon + 1, end: end)
  }

  /// The value that begins at `start`, after blanks, quotes, and the scheme of a header.
  private func value(after start: Int, _ kind: SecretKind) -> SecretSpan? {
    var start = start
    while start < text.count, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
    let quote = openingQuote(&start)
    if kind == .authorization { skipScheme(&start) }
    // Asked before the end is looked for: what is found not to be a value is walked once.
    guard !isReference(start, text.count) else { return nil }
    let end = valueEnd(from: start, quote: quote)
    let shortest = 3  // two letters are `no`, `on`, `-1`: switches, not passwords
    guard end - start >= shortest else { return nil }
    return SecretSpan(kind: kind, start: start, end: end)
  }

  private func skipScheme(_ start: inout Int) {
    if matchesIgnoringCase("bearer ", at: start) { start += 7 }
    if matchesIgnoringCase("basic ", at: start) { start += 6 }
    if matchesIgnoringCase("token ", at: start) { start += 6 }
    if matchesIgnoringCase("digest ", at: start) { start += 7 }
  }

  /// The name that ends at `end`: closing quotes are skipped, then letters, digits, `_`, `-`, `.`.
  private func nameBefore(_ end: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    let longest = 64
    var end = end
    while end > 0, text[end - 1] == 0x22 || text[end - 1] == 0x27 || text[end - 1] == 0x5C {
      end -= 1
    }
    var start = end
    while start > 0, end - start < longest, isNameByte(text[start - 1]) { start -= 1 }
    return text[start..<end]
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == 0x5F || byte == 0x2D || byte == 0x2E
  }

  /// Skips an opening quote, which may be escaped or `$'`, and returns it.
  private func openingQuote(_ start: inout Int) -> UInt8? {
    var next = start
    while next < text.count, text[next] == 0x5C || text[next] == 0x24 { next += 1 }
    guard next < text.count, text[next] == 0x22 || text[next] == 0x27 else { return nil }
    start = next + 1
    return text[next]
  }

  /// Where the value that begins at `start` ends: at its quote, or where a word does.
  private func valueEnd(from start: Int, quote: UInt8?) -> Int {
    var end = start
    while end < text.count {
      let byte = text[end]
      if let quote {
        if byte == quote { break }
      } else {
        switch byte {
        case 0...0x20, 0x22, 0x27, 0x26, 0x3B, 0x7C, 0x29, 0x2C, 0x3C, 0x3E, 0x60, 0x7D: return end
        default: break
        }
      }
      end += 1
    }
    while quote != nil, end > start, text[end - 1] == 0x5C { end -= 1 }
    return end
  }

  /// Whether the value only says where the secret comes from: `$NAME`, `${…}`, `<…>`, `{{…}}`.
  private func isReference(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return true }
    switch text[start] {
    case 0x24:
      let next = start + 1
      guard next < end else { return true }
      // `$'…'` and `$"…"` quote a value; `$2y$…` is a password hash.
      return text[next] != 0x27 && text[next] != 0x22 && !(text[next] >= 0x30 && text[next] <= 0x39)
    case 0x3C, 0x7B: return true
    default: return false
    }
  }

  private func matches(_ word: StaticString, at start: Int) -> Bool {
    guard start + word.utf8CodeUnitCount <= text.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where text[start + offset] != word.utf8Start[offset] { return false }
    return true
  }

  private func matchesIgnoringCase(_ word: StaticString, at start: Int) -> Bool {
    guard start + word.utf8CodeUnitCount <= text.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where text[start + offset].asciiLowercased != word.utf8Start[offset] { return false }
    return true
  }

  private func equals(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ word: StaticString) -> Bool {
    name.count == word.utf8CodeUnitCount && matches(word, at: name.startIndex)
  }

  /// The first place of `word` that begins in the `length` bytes from `start` on.
  private func find(_ word: StaticString, from start: Int, within length: Int) -> Int? {
    var place = start
    let last = min(text.count, start + max(0, length))
    while place < last {
      if matches(word, at: place) { return place }
      place += 1
    }
    return nil
  }
}
