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

  /// Whether every call that `other` means is certainly meant by `self` too.
  func covers(_ other: PermissionRule) -> Bool {
    // A tool's name with a star is a pattern over names; it covers only itself here.
    guard tool.elementsEqual(other.tool) else { return false }
    guard let pattern else { return true }
    guard let narrower = other.pattern else { return false }
    if pattern.elementsEqual(narrower) { return true }
    guard tool.elementsEqual([UInt8]("Bash")), let prefix = prefix(of: pattern) else {
      return false
    }
    let start = self.prefix(of: narrower) ?? narrower
    guard start.count >= prefix.count, start.starts(with: prefix) else { return false }
    // `git log*` would be met by `git logx`, but `git log *` only by whole words.
    return start.count == prefix.count || start[start.startIndex + prefix.count] == 0x20
  }

  /// The words before the star that ends `pattern`; nil where it has another one or none.
  private func prefix(of pattern: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard pattern.count > 2, pattern.last == 0x2A else { return nil }
    let body = pattern.dropLast()
    guard let last = body.last, last == 0x3A || last == 0x20, !body.contains(0x2A) else {
      return nil
    }
    return body.dropLast()
  }
}
