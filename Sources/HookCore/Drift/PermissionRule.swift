// SPDX-License-Identifier: MIT

/// A permission rule of the client: a tool, and what of its calls it means.
///
/// `Bash` and `Bash(*)` mean all calls, `Bash(git log *)` and `Bash(git log:*)` those that begin
/// so. What is not understood covers only itself.
struct PermissionRule: Equatable {
  let tool: ArraySlice<UInt8>
  /// Nil where the rule means all calls of the tool.
  let pattern: ArraySlice<UInt8>?

  /// Reads a rule from an entry of a permission list, which is a canonical JSON string.
  init?(entry: [UInt8]) {
    guard entry.count > 2, entry.first == 0x22, !entry.contains(0x5C) else { return nil }
    let text = entry[1..<entry.count - 1]
    guard let open = text.firstIndex(of: 0x28) else {
      tool = text
      pattern = nil
      return
    }
    guard text.last == 0x29, open > text.startIndex else { return nil }
    tool = text[..<open]
    let inner = text[(open + 1)..<(text.endIndex - 1)]
    let isAll = inner.isEmpty || (inner.count == 1 && inner.first == 0x2A)
    pattern = isAll ? nil : inner
  }

  /// Whether the rule permits little: one file or host, one MCP tool, or one plain command's calls.
  ///
  /// The client saves such rules by itself when a person answers "always allow", and the guard
  /// judges the calls all the same; to refuse all work until somebody accepts them would only
  /// teach people to switch the guard off. Commands that run other code permit everything.
  var isNarrow: Bool {
    guard let pattern else {
      return tool.starts(with: [UInt8]("mcp__")) && !tool.contains(0x2A)
        && Array(tool.dropFirst(5)).firstRange(of: "__") != nil
    }
    guard tool.elementsEqual([UInt8]("Bash")) else {
      return pattern.first != 0x2A && !pattern.elementsEqual([UInt8]("//**"))
        && !pattern.elementsEqual([UInt8]("~/**")) && !pattern.elementsEqual([UInt8]("/**"))
    }
    for byte in pattern {
      switch byte {
      // An operator or a substitution: more than one command.
      case 0x26, 0x7C, 0x3B, 0x3C, 0x3E, 0x24, 0x28, 0x29, 0x60, 0x5C, 0x0A: return false
      default: continue
      }
    }
    let words = pattern.split { $0 == 0x20 || $0 == 0x3A }
    guard let name = words.first, !name.contains(0x2A) else { return false }
    return !PermissionRule.runsOtherCode(Array(name), hasMore: words.count > 2)
  }

  /// Whether a command of this name runs whatever it is given.
  private static func runsOtherCode(_ name: [UInt8], hasMore: Bool) -> Bool {
    if name.contains(0x2F) { return false }
    if isWrapper(name) { return true }
    // `docker *` and `kubectl *` run anything, `docker ps *` does not.
    return !hasMore
      && (name.equals("docker") || name.equals("podman") || name.equals("kubectl")
        || name.equals("npm") || name.equals("git") || name.equals("make"))
  }

  private static func isWrapper(_ name: [UInt8]) -> Bool {
    name.equals("sudo") || name.equals("doas") || name.equals("su") || name.equals("env")
      || name.equals("eval") || name.equals("exec") || name.equals("sh") || name.equals("bash")
      || name.equals("zsh") || name.equals("dash") || name.equals("fish")
      || name.hasPrefix("python")
      || name.equals("node") || name.equals("deno") || name.equals("bun") || name.equals("perl")
      || name.equals("ruby") || name.equals("php") || name.equals("npx") || name.equals("uvx")
      || name.equals("pipx") || name.equals("xargs") || name.equals("find") || name.equals("ssh")
      || name.equals("timeout") || name.equals("nice") || name.equals("nohup")
      || name.equals("watch") || name.equals("parallel") || name.equals("command")
      || name.equals("awk") || name.equals("osascript") || name.equals("source")
      || name.equals("rm") || name.equals("curl") || name.equals("wget") || name.equals("chmod")
      || name.equals("claude") || name.equals("hookctl")
  }

  /// Whether every call that `other` means is certainly meant by `self` too.
  func covers(_ other: PermissionRule) -> Bool {
    // A tool's name with a star is a pattern over names; it covers only itself here.
    guard tool.elementsEqual(other.tool) else { return false }
    guard let pattern else { return true }
    guard let narrower = other.pattern else { return false }
    if pattern.elementsEqual(narrower) { return true }
    guard tool.elementsEqual([UInt8]("Bash")), let prefix = Prefix(of: pattern) else {
      return false
    }
    return prefix.covers(narrower)
  }

  /// The words that a pattern of a command begins with, where a star stands for all that follows.
  private struct Prefix {
    let words: ArraySlice<UInt8>
    /// `git:*` means `git` alone too, `git *` only with something after it.
    let meansBareWords: Bool

    /// Reads `pattern`; nil where it has no star at its end or others before that.
    init?(of pattern: ArraySlice<UInt8>) {
      guard pattern.count > 2, pattern.last == 0x2A else { return nil }
      let body = pattern.dropLast()
      guard let last = body.last, last == 0x3A || last == 0x20, !body.contains(0x2A) else {
        return nil
      }
      words = body.dropLast()
      meansBareWords = last == 0x3A
    }

    /// Whether every command that `pattern` means begins with these words.
    func covers(_ pattern: ArraySlice<UInt8>) -> Bool {
      // The client takes compound commands apart, so a rule with an operator means something else.
      for byte in pattern {
        switch byte {
        case 0x26, 0x7C, 0x3B, 0x3C, 0x3E, 0x24, 0x28, 0x29, 0x60, 0x5C, 0x0A: return false
        default: continue
        }
      }
      let other = Prefix(of: pattern)
      let start = other?.words ?? pattern
      guard start.starts(with: words) else { return false }
      guard start.count == words.count else {
        // `git *` is met by whole words only.
        return start[start.startIndex + words.count] == 0x20
      }
      return meansBareWords || other?.meansBareWords == false
    }
  }
}
