// SPDX-License-Identifier: MIT

/// How a settings file is written: its line ends, its indentation, its blanks.
struct SettingsStyle {
  /// LF, CR LF or CR, whichever the file has first; LF where it has none.
  let newline: [UInt8]
  /// One level of indentation.
  let unit: [UInt8]
  /// What follows a colon or a comma inside one line.
  let gap: [UInt8]

  /// The style of `root`, an object.
  init(_ root: JSONContainer) {
    let text = root.text
    newline = SettingsStyle.firstLineEnd(text)
    var members = root.value.members
    guard let member = members.next() else {
      unit = [0x20, 0x20]
      gap = [0x20]
      return
    }
    unit = root.leading.lastLine.map { Array($0) } ?? [0x20, 0x20]
    let between = text[member.key.range.upperBound..<member.value.range.lowerBound]
    gap = between.last == 0x3A ? [] : [0x20]
  }

  private static func firstLineEnd(_ text: [UInt8]) -> [UInt8] {
    guard let first = text.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return [0x0A] }
    guard text[first] == 0x0D else { return [0x0A] }
    return first + 1 < text.count && text[first + 1] == 0x0A ? [0x0D, 0x0A] : [0x0D]
  }
}

extension ArraySlice<UInt8> {
  /// What follows the last line end in these bytes; nil where they are on one line.
  fileprivate var lastLine: ArraySlice<UInt8>? {
    guard let end = lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
    return self[(end + 1)...]
  }
}

/// An object or array in a text, with its children and the white space around them.
struct JSONContainer {
  let value: JSONValue
  let text: [UInt8]
  /// Where each member (key to value) or element stands.
  let children: [Range<Int>]

  init(_ value: JSONValue) {
    self.value = value
    text = value.document.bytes
    children =
      value.kind == .object
      ? value.members.map { $0.key.range.lowerBound..<$0.value.range.upperBound }
      : value.elements.map(\.range)
  }

  /// The inside, between the brackets.
  var inside: Range<Int> { value.range.lowerBound + 1..<value.range.upperBound - 1 }

  /// White space from the opening bracket to the first child, or all of the inside.
  var leading: ArraySlice<UInt8> {
    text[inside.lowerBound..<(children.first?.lowerBound ?? inside.upperBound)]
  }

  /// White space from the last child to the closing bracket, or all of the inside.
  var trailing: ArraySlice<UInt8> {
    text[(children.last?.upperBound ?? inside.lowerBound)..<inside.upperBound]
  }

  /// White space directly before the last child.
  private var beforeLast: ArraySlice<UInt8> {
    guard children.count > 1, let last = children.last else { return leading }
    var start = last.lowerBound
    while text[start - 1] != 0x2C { start -= 1 }
    return text[start..<last.lowerBound]
  }

  /// How a child added here is written; `parent` is asked where there is none to copy.
  func layout(_ style: SettingsStyle, parent: ChildLayout) -> ChildLayout {
    guard !children.isEmpty else { return parent.inner(style) }
    if let indent = beforeLast.lastLine {
      return ChildLayout(isMultiline: true, indent: Array(indent), gap: [])
    }
    let gap = children.count > 1 ? Array(beforeLast) : style.gap
    return ChildLayout(isMultiline: false, indent: [], gap: gap)
  }
}

/// How the children of a container are written: each on its own line, or all on one.
struct ChildLayout {
  let isMultiline: Bool
  let indent: [UInt8]
  /// What follows a comma on one line.
  let gap: [UInt8]

  /// The layout of children one level down, in a container that has none yet.
  func inner(_ style: SettingsStyle) -> ChildLayout {
    ChildLayout(isMultiline: isMultiline, indent: indent + style.unit, gap: style.gap)
  }

  /// What stands between a comma and the next child.
  func separator(_ style: SettingsStyle) -> [UInt8] {
    isMultiline ? style.newline + indent : gap
  }
}
