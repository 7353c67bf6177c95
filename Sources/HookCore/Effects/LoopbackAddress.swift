// SPDX-License-Identifier: MIT

/// Addresses of this machine itself, as URLs and clients write them.
enum LoopbackAddress {
  /// Whether the host of `target`, a URL or `host[:port]`, can only be this machine.
  ///
  /// Strict: a user before the host, a second colon or an odd spelling is another host.
  static func isHost(of target: [UInt8]) -> Bool {
    var rest = target[...]
    if target.hasPrefix("http://") { rest = target.dropFirst(7) }
    if target.hasPrefix("https://") { rest = target.dropFirst(8) }
    if target.hasPrefix("ws://") { rest = target.dropFirst(5) }
    let end = rest.firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? rest.endIndex
    var host = Array(rest[..<end])
    while let last = host.last, last >= 0x30, last <= 0x39, host.contains(0x3A) {
      host.removeLast()
    }
    if host.last == 0x3A { host.removeLast() }
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]")
      || host.equals("0.0.0.0")
  }
}
