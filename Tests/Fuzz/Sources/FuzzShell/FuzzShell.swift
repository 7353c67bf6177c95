// SPDX-License-Identifier: MIT
import HookCore

/// Whatever the bytes are, the parser ends with a tree whose ranges nest, or an error inside them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzShell(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = [UInt8](UnsafeBufferPointer(start: start, count: count))
  do throws(ShellSyntaxError) {
    let tree = try ShellParser.parse(text)
    precondition(SyntaxRanges.areNested(tree, in: text), "a node outside its parent")
    precondition(!SyntaxDescription.describe(tree).isEmpty || tree.items.count == 0)
    try checkGroup(text, tree)
  } catch {
    precondition(error.range.start >= 0 && error.range.end <= count, "a place outside the text")
  }
  return 0
}

/// What is a program is also the body of a subshell, with the same tree, unless its last line
/// takes the closing parenthesis in.
private func checkGroup(_ text: [UInt8], _ tree: CommandList) throws(ShellSyntaxError) {
  guard tree.items.count > 0, !endsOpen(text) else { return }
  let open = Array("( ".utf8)
  let wrapped = open + text + Array("\n)".utf8)
  do throws(ShellSyntaxError) {
    let outer = try ShellParser.parse(wrapped)
    let inside = SyntaxDescription.describe(tree)
    let expected = Array("(subshell ".utf8) + inside + Array(")".utf8)
    precondition(SyntaxDescription.describe(outer) == expected, "another tree in a subshell")
  } catch {
    switch error.code {
    case .tooDeep, .tooMany, .tooLong: return
    case .unterminated, .unexpectedToken, .unexpectedEnd, .badExpansion, .badName, .nulByte:
      preconditionFailure("refused in a subshell")
    }
  }
}

/// Whether the text ends in a backslash, or has a here-document that may not be closed.
private func endsOpen(_ text: [UInt8]) -> Bool {
  guard text.last != UInt8(ascii: "\\") else { return true }
  for index in text.indices.dropFirst()
  where text[index] == UInt8(ascii: "<") && text[index - 1] == text[index] {
    return true
  }
  for index in text.indices.dropLast() where text[index] == UInt8(ascii: "\\") {
    if text[index + 1] == UInt8(ascii: "\n"), text[..<index].contains(UInt8(ascii: "<")) {
      return true
    }
  }
  return false
}
