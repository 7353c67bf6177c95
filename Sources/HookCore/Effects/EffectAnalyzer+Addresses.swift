// SPDX-License-Identifier: MIT

/// Connections that are only named: the remotes of git, addresses in the code of other languages.
extension EffectAnalyzer {
  /// The hosts that a subcommand of git talks to, as far as its arguments name them.
  mutating func noteRemotes(
    _ sub: [UInt8], _ arguments: List<Field>, at range: SourceRange
  ) {
    guard
      sub.equals("clone") || sub.equals("fetch") || sub.equals("pull") || sub.equals("push")
        || sub.equals("ls-remote") || sub.equals("remote") || sub.equals("submodule")
        || sub.equals("archive")
    else { return }
    for argument in arguments {
      for choice in argument.choices {
        if let host = EffectAnalyzer.remoteHost(ofRepository: choice.bytes) {
          add(Effect(.connects, subject: host, range: range))
        }
      }
    }
  }

  /// The host of `https://host/path`, `user@host:path`; nil for a directory or a name.
  private static func remoteHost(ofRepository address: [UInt8]) -> [UInt8]? {
    if HostAddress.isURL(address) {
      return HostAddress.isFile(address) ? nil : HostAddress.host(of: address)
    }
    guard let colon = address.firstIndex(of: 0x3A),
      let at = address[..<colon].firstIndex(of: 0x40), !address[..<colon].contains(0x2F)
    else { return nil }
    return Array(address[(at + 1)..<colon])
  }

  /// A constant of a program that is given as code, where it is an address.
  mutating func noteAddress(_ constant: Field, in code: [UInt8], at range: SourceRange) {
    guard let address = constant.exact else { return }
    if MetadataAddress.isHost(of: address) {
      perform(.reachMetadata, subject: address, at: range)
    } else if HostAddress.isURL(address), !HostAddress.isFile(address),
      EffectAnalyzer.opensAddresses(code)
    {
      add(Effect(.connects, subject: HostAddress.host(of: address), range: range))
    }
  }

  /// Whether the text of a program calls what opens addresses; others only mention them.
  private static func opensAddresses(_ code: [UInt8]) -> Bool {
    for number in UInt8(0)..<12 {
      let sign: StaticString =
        switch number {
        case 0: "urlopen"
        case 1: "requests."
        case 2: "httpx"
        case 3: "fetch("
        case 4: "http.get"
        case 5: "https.get"
        case 6: "axios"
        case 7: "Net::HTTP"
        case 8: "LWP"
        case 9: "file_get_contents"
        case 10: "open-uri"
        default: "curl_"
        }
      if code.firstRange(of: sign) != nil { return true }
    }
    return false
  }
}
