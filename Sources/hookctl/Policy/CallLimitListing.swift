// SPDX-License-Identifier: MIT
import HookCore

/// The lists of a document, for people.
enum CallLimitListing {
  static func lines(of limits: CallLimits) -> [String] {
    var lines: [String] = []
    func add(_ words: String, _ entries: List<[UInt8]>?) {
      guard let entries else { return }
      let names = entries.map { Output.shown($0) }.joined(separator: " ")
      lines.append("\(words) \(names.isEmpty ? "none" : names)")
    }
    func add(_ words: String, some entries: List<[UInt8]>) {
      if !entries.isEmpty { add(words, entries) }
    }
    add("tools     only", limits.allowedTools.map(names))
    add("tools     not", some: names(limits.deniedTools))
    add("servers   only", limits.allowedServers)
    add("servers   not", some: limits.deniedServers)
    add("mcp tools only", limits.allowedServerTools)
    add("mcp tools not", some: limits.deniedServerTools)
    add("hosts     trusted", limits.trustedHosts)
    add("hosts     not", some: limits.deniedHosts)
    if let most = limits.maxModel { lines.append("models    up to \(most.word)") }
    return lines
  }

  private static func names(_ rules: List<ClientRule>) -> List<[UInt8]> {
    var names = List<[UInt8]>()
    for rule in rules {
      names.append(rule.tool + (rule.pattern.map { [0x28] + $0 + [0x29] } ?? []))
    }
    return names
  }
}
