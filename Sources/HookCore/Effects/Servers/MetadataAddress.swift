// SPDX-License-Identifier: MIT

/// Addresses at which clouds hand their machines credentials, in every spelling.
package enum MetadataAddress {
  /// Whether `target`, a URL or `host[:port]`, is one of them.
  package static func isHost(of target: [UInt8]) -> Bool {
    let host = HostAddress.host(of: plainDots(target))
    if host.isEmpty { return false }
    if let address = IPv4Address(host) { return isKnown(address) }
    if let bytes = IPv6Address.bytes(of: host) { return isKnown(bytes) }
    return isName(host)
  }

  private static func isName(_ host: [UInt8]) -> Bool {
    if host.equals("metadata") || host.equals("instance-data")
      || host.equals("metadata.google.internal") || host.equals("metadata.goog")
      || host.equals("instance-data.ec2.internal") || host.equals("metadata.azure.internal")
    {
      return true
    }
    // Names that resolve to the address in them: 169.254.169.254.nip.io, a9fea9fe.nip.io.
    guard host.contains(0x2E) else { return false }
    return host.firstRange(of: "169.254.169.254.") != nil
      || host.firstRange(of: "169-254-169-254.") != nil || host.firstRange(of: "a9fea9fe.") != nil
  }

  private static func isKnown(_ address: IPv4Address) -> Bool {
    switch address.value {
    case 0xA9FE_A9FE,  // 169.254.169.254: most clouds
      0xA9FE_AA02,  // 169.254.170.2: tasks of ECS
      0xA9FE_AA17,  // 169.254.170.23: pods of EKS
      0x6464_64C8,  // 100.100.100.200: Alibaba
      0xC000_00C0,  // 192.0.0.192: Oracle
      0xA83F_8110:  // 168.63.129.16: Azure
      true
    default: false
    }
  }

  private static func isKnown(_ address: [UInt8]) -> Bool {
    let zeros = address.prefix { $0 == 0 }.count
    let isMapped = zeros == 10 && address[10] == 0xFF && address[11] == 0xFF
    let isTranslated = address.starts(with: [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0])
    if zeros == 12 || isMapped || isTranslated {
      return isKnown(IPv4Address(bytes: address[12...]))
    }
    if address[0] == 0x20, address[1] == 0x02 { return isKnown(IPv4Address(bytes: address[2..<6])) }
    let middle = address[4..<14].allSatisfy { $0 == 0 }
    guard middle else { return false }
    let isAmazon = address.starts(with: [0xFD, 0x00, 0x0E, 0xC2])
    let isGoogle = address.starts(with: [0xFD, 0x20, 0x00, 0xCE])
    let last = (address[14], address[15])
    return isAmazon && (last == (0x02, 0x54) || last == (0, 0x23))
      || isGoogle && last == (0x02, 0x54)
  }

  /// Full-width digits and dots, which resolvers take for the plain ones.
  private static func plainDots(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 >= 0x80 }) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      let rest = text[index...]
      if rest.starts(with: [0xE3, 0x80, 0x82]) || rest.starts(with: [0xEF, 0xBC, 0x8E])
        || rest.starts(with: [0xEF, 0xBD, 0xA1])
      {
        result.append(0x2E)
        index += 3
      } else if rest.count > 2, rest.starts(with: [0xEF, 0xBC]),
        (0x90...0x99).contains(text[index + 2])
      {
        result.append(text[index + 2] - 0x60)
        index += 3
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }
}

/// An address as `inet_aton` reads it: 1 to 4 numbers, each decimal, octal or hexadecimal.
private struct IPv4Address {
  let value: UInt32

  init(bytes: ArraySlice<UInt8>) {
    var value: UInt32 = 0
    for byte in bytes.prefix(4) { value = value << 8 | UInt32(byte) }
    self.value = value
  }

  init?(_ host: [UInt8]) {
    var value: UInt32 = 0
    let parts = host.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count <= 4 else { return nil }
    for (index, part) in parts.enumerated() {
      guard let number = IPv4Address.number(part) else { return nil }
      // The last number fills all that is left; those before it are one byte each.
      let isLast = index == parts.count - 1
      let bits = isLast ? UInt32(8 * (4 - index)) : 8
      guard bits == 32 || number < 1 << bits else { return nil }
      value = bits == 32 ? number : value << bits | number
    }
    self.value = value
  }

  private static func number(_ text: ArraySlice<UInt8>) -> UInt32? {
    var digits = text
    var base: UInt32 = 10
    if digits.count > 1, digits.first == 0x30 {
      base = 8
      digits = digits.dropFirst()
      if let letter = digits.first, letter | 0x20 == 0x78 {
        base = 16
        digits = digits.dropFirst()
        if digits.isEmpty { return 0 }
      }
    }
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      guard let digit = PercentEncoding.digit(byte), UInt32(digit) < base else { return nil }
      let (scaled, first) = value.multipliedReportingOverflow(by: base)
      let (sum, second) = scaled.addingReportingOverflow(UInt32(digit))
      guard !first, !second else { return nil }
      value = sum
    }
    return value
  }
}

/// An address of IPv6 in any of its spellings (RFC 4291, 2.2).
private enum IPv6Address {
  /// Its 16 bytes, or nil where `host` is none.
  static func bytes(of host: [UInt8]) -> [UInt8]? {
    let text = Array(host.prefix { $0 != 0x25 })  // without the zone
    guard text.contains(0x3A) else { return nil }
    guard let gap = text.firstRange(of: "::") else {
      let all = groups(text[...])
      return all?.count == 16 ? all : nil
    }
    guard var result = groups(text[..<gap.lowerBound]), let tail = groups(text[gap.upperBound...]),
      result.count + tail.count <= 14
    else { return nil }
    while result.count + tail.count < 16 { result.append(0) }
    return result + tail
  }

  /// Numbers apart by colons, the last of which may be an address of IPv4.
  private static func groups(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    guard !text.isEmpty else { return bytes }
    for group in text.split(separator: 0x3A, omittingEmptySubsequences: false) {
      if group.contains(0x2E) {
        guard let address = IPv4Address(Array(group)) else { return nil }
        for shift in 0..<4 {
          bytes.append(UInt8(truncatingIfNeeded: address.value >> UInt32(24 - 8 * shift)))
        }
        continue
      }
      guard !group.isEmpty, group.count <= 4 else { return nil }
      var value: UInt16 = 0
      for byte in group {
        guard let digit = PercentEncoding.digit(byte) else { return nil }
        value = value << 4 | UInt16(digit)
      }
      bytes.append(UInt8(truncatingIfNeeded: value >> 8))
      bytes.append(UInt8(truncatingIfNeeded: value))
    }
    return bytes
  }
}
