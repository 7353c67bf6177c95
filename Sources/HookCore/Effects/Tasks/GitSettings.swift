// SPDX-License-Identifier: MIT

/// Settings of git whose value git runs.
enum GitSettings {
  /// Whether git runs the value of `name`, which is in lower case.
  static func runs(_ name: [UInt8]) -> Bool {
    if name.hasPrefix("core.") {
      return name.equals("core.sshcommand") || name.equals("core.pager")
        || name.equals("core.editor") || name.equals("core.fsmonitor")
        || name.equals("core.askpass") || name.equals("core.gitproxy")
        || name.equals("core.alternaterefscommand")
    }
    if name.hasPrefix("credential.") { return name.hasSuffix(".helper") }
    if name.hasPrefix("diff.") {
      return name.equals("diff.external") || name.hasSuffix(".textconv")
        || name.hasSuffix(".command")
    }
    if name.hasPrefix("filter.") { return !name.hasSuffix(".required") }
    if name.hasPrefix("merge.") { return name.hasSuffix(".driver") }
    if name.hasPrefix("gpg.") {
      return name.hasSuffix("program") || name.hasSuffix("defaultkeycommand")
    }
    return name.equals("sequence.editor") || name.hasPrefix("pager.")
      || name.equals("interactive.difffilter") || name.equals("uploadpack.packobjectshook")
      || name.hasSuffix(".cmd")
        && (name.hasPrefix("difftool.") || name.hasPrefix("mergetool.")
          || name.hasPrefix("browser.") || name.hasPrefix("man.") || name.hasPrefix("trailer."))
      || name.hasPrefix("sendemail.") && name.hasSuffix("cmd")
  }

  /// The host of `https://host/…`, `git@host:…` and `ssh://git@host/…`.
  static func host(_ address: [UInt8]) -> [UInt8] {
    let host = EffectAnalyzer.host(of: address)
    return Array(host.prefix { $0 != 0x3A })
  }

  /// `-c clean.requireForce=false`: `git clean` then needs no `-f`.
  static func cleansUnforced(_ arguments: List<Field>, before end: Int) -> Bool {
    var index = 0
    while index < min(end, arguments.count) {
      let text = arguments[index].bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      if text.equals("clean.requireforce=false") { return true }
      index += 1
    }
    return false
  }

  /// The text of the alias `name` among settings given with `-c`; nil where there is none.
  static func alias(_ name: [UInt8], in arguments: List<Field>) -> [UInt8]? {
    let wanted = [UInt8]("alias.") + name + [0x3D]
    for index in 0..<arguments.count
    where arguments[index].bytes.starts(with: wanted) && index > 0
      && arguments[index - 1].bytes.equals("-c")
    {
      return Array(arguments[index].bytes[wanted.count...])
    }
    return nil
  }
}
