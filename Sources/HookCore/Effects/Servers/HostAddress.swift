// SPDX-License-Identifier: MIT

/// The host of an address, as a program that opens it finds it (WHATWG URL, 4.4).
enum HostAddress {
  /// The host in `address`, a URL or `host[:port][/path]`: without user and port, in small letters.
  static func host(of address: [UInt8]) -> [UInt8] {
    // Blanks at the ends and line breaks anywhere are dropped before anything is looked at.
    var rest = address.filter { $0 > 0x20 }
    if let colon = rest.firstIndex(of: 0x3A), isScheme(rest[..<colon]),
      colon + 1 < rest.count, isSlash(rest[colon + 1])
    {
      rest.removeFirst(colon + 1)
      rest = Array(rest.drop(while: isSlash))
    } else if rest.hasPrefix("//") {
      rest.removeFirst(2)
    }
    var host: [UInt8] = []
    for byte in rest {
      if isSlash(byte) || byte == 0x3F || byte == 0x23 { break }
      host.append(byte)
    }
    if let at = host.lastIndex(of: 0x40) { host.removeFirst(at + 1) }
    if let close = host.lastIndex(of: 0x5D) {
      host = Array(host[..<close])
      if host.first == 0x5B { host.removeFirst() }
    } else if let colon = host.firstIndex(of: 0x3A), host.lastIndex(of: 0x3A) == colon {
      host = Array(host[..<colon])
    }
    host = PercentEncoding.decoded(host).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if host.last == 0x2E { host.removeLast() }
    return host
  }

  /// Whether `address` is a URL with a scheme and a host.
  static func isURL(_ address: [UInt8]) -> Bool {
    guard let place = address.firstRange(of: "://"), place.lowerBound > 0 else { return false }
    return isScheme(address[..<place.lowerBound])
  }

  /// Whether `address` names a file: `file:///x`, `file:/x`.
  static func isFile(_ address: [UInt8]) -> Bool {
    address.count > 5 && address[4] == 0x3A
      && address.prefix(4).map { $0 | 0x20 }.equals("file")
  }

  /// The query of a URL, where a token has no place; nil where there is none.
  static func query(of address: [UInt8]) -> [UInt8]? {
    address.firstIndex(of: 0x3F).map { Array(address[$0...]) }
  }

  private static func isScheme(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, (0x61...0x7A).contains(first | 0x20) else { return false }
    return text.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || Byte.isDigit($0) || $0 == 0x2B || $0 == 0x2D
        || $0 == 0x2E
    }
  }

  private static func isSlash(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x5C }
}

/// `%2E` for a dot (RFC 3986, 2.1).
enum PercentEncoding {
  static func decoded(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x25) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == 0x25, index + 2 < text.count, let high = digit(text[index + 1]),
        let low = digit(text[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  static func digit(_ byte: UInt8) -> UInt8? {
    if Byte.isDigit(byte) { return byte - 0x30 }
    let letter = byte | 0x20
    return (0x61...0x66).contains(letter) ? letter - 0x61 + 10 : nil
  }
}
