// SPDX-License-Identifier: MIT

/// A permission rule as the client's settings have them: a tool, and what of its calls it means.
package struct ClientRule: Sendable, Equatable {
  package let tool: [UInt8]
  /// Nil where the rule means all calls of the tool.
  package let pattern: [UInt8]?

  /// Reads `Tool`, `Tool(pattern)` or `mcp__server__*`; nil for what has neither form.
  package init?(_ text: [UInt8]) {
    guard let open = text.firstIndex(of: 0x28) else {
      guard !text.isEmpty, !text.contains(0x29), !text.contains(0x20) else { return nil }
      tool = text
      pattern = nil
      return
    }
    guard open > 0, text.last == 0x29 else { return nil }
    tool = Array(text[..<open])
    let inner = Array(text[(open + 1)..<(text.count - 1)])
    pattern = inner.isEmpty || inner == [0x2A] ? nil : inner
  }

  /// Whether `command`, one simple command as it is written, is meant by `pattern`.
  ///
  /// `git push *` and `git push:*` mean `git push` and all that goes on after a blank; a `*`
  /// elsewhere stands for any text (the client's permissions documentation).
  package static func matches(command: [UInt8], _ pattern: [UInt8]) -> Bool {
    guard begins(command, pattern) else { return false }
    var pattern = pattern
    if pattern.hasSuffix(":*") {
      pattern.removeLast(2)
      pattern.append(" *")
    }
    if pattern.hasSuffix(" *") {
      let words = Array(pattern.dropLast(2))
      if Glob.matches(escaped(words), command, Glob.Options()) { return true }
    }
    return Glob.matches(escaped(pattern), command, Glob.Options())
  }

  /// Whether `command` begins with what stands before the first `*`: of hundreds of patterns few
  /// are left.
  private static func begins(_ command: [UInt8], _ pattern: [UInt8]) -> Bool {
    var index = 0
    while index < pattern.count, pattern[index] != 0x2A {
      // The blank or colon before the last star may be missing.
      let isOptional = index + 1 < pattern.count && pattern[index + 1] == 0x2A
      if index >= command.count || command[index] != pattern[index] { return isOptional }
      index += 1
    }
    return true
  }

  /// The pattern with all but `*` standing for itself.
  private static func escaped(_ pattern: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in pattern {
      if byte == 0x3F || byte == 0x5B || byte == 0x5C { result.append(0x5C) }
      result.append(byte)
    }
    return result
  }
}
