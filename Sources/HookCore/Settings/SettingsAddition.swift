// SPDX-License-Identifier: MIT

/// Writes groups of handlers into a settings text, in the manner of what surrounds them.
struct SettingsAddition {
  private let file: SettingsText
  private let root: JSONContainer
  private let style: SettingsStyle
  private let rootLayout: ChildLayout

  init(_ file: SettingsText) {
    self.file = file
    root = JSONContainer(file.root)
    style = SettingsStyle(root)
    let outside = ChildLayout(isMultiline: true, indent: [], gap: [])
    rootLayout = root.layout(style, parent: outside)
  }

  /// The text with one group more for each event of `handlers`.
  func adding(_ handlers: [SettingsHandler]) -> [UInt8] {
    var edits = TextEdits()
    guard let value = file.hooks else {
      let hooks = SettingsFragment.object(
        SettingsAddition.events(of: handlers).map { ($0, .array([group(handlers, $0)])) })
      insert([member(Array("hooks".utf8), hooks, rootLayout)], into: root, rootLayout, &edits)
      return edits.applied(to: root.text)
    }
    let hooks = JSONContainer(value)
    let layout = hooks.layout(style, parent: rootLayout)
    var members: [[UInt8]] = []
    for event in SettingsAddition.events(of: handlers) {
      let fragment = group(handlers, event)
      guard let array = value.member(event) else {
        members.append(member(event, .array([fragment]), layout))
        continue
      }
      let groups = JSONContainer(array)
      let groupLayout = groups.layout(style, parent: layout)
      let text = fragment.text(
        style, isMultiline: groupLayout.isMultiline, indent: groupLayout.indent)
      insert([text], into: groups, groupLayout, &edits)
    }
    if !members.isEmpty { insert(members, into: hooks, layout, &edits) }
    return edits.applied(to: root.text)
  }

  private static func events(of handlers: [SettingsHandler]) -> [[UInt8]] {
    var events: [[UInt8]] = []
    for handler in handlers where !events.contains(handler.event) { events.append(handler.event) }
    return events
  }

  private func group(_ handlers: [SettingsHandler], _ event: [UInt8]) -> SettingsFragment {
    let entries = handlers.filter { $0.event == event }.map(\.fragment)
    return .object([(Array("hooks".utf8), .array(entries))])
  }

  private func member(
    _ key: [UInt8], _ value: SettingsFragment, _ layout: ChildLayout
  ) -> [UInt8] {
    SettingsFragment.member(
      key, value, style, isMultiline: layout.isMultiline, indent: layout.indent)
  }

  /// Adds children at the end of `container`.
  private func insert(
    _ children: [[UInt8]], into container: JSONContainer, _ layout: ChildLayout,
    _ edits: inout TextEdits
  ) {
    let separator = layout.separator(style)
    if let last = container.children.last {
      let text = children.map { [0x2C] + separator + $0 }.joined()
      edits.replace(last.upperBound..<last.upperBound, with: Array(text))
      return
    }
    let text = Array(children.joined(separator: [0x2C] + separator))
    edits.replace(container.inside, with: filled(text, container, layout))
  }

  /// The inside of a container that was empty, in a form that tells `SettingsRemoval` so.
  ///
  /// One blank after the bracket, or an empty line, says that the container itself was there;
  /// what stands before the closing bracket is the former inside, or a line of its own.
  private func filled(
    _ text: [UInt8], _ container: JSONContainer, _ layout: ChildLayout
  ) -> [UInt8] {
    let isRoot = container.inside == root.inside
    guard container.leading.isEmpty else { return [0x20] + text + container.leading }
    guard layout.isMultiline else { return (isRoot ? [] : [0x20]) + text }
    let outer = layout.indent.dropLast(style.unit.count)
    return (isRoot ? [] : style.newline) + style.newline + layout.indent + text + style.newline
      + outer
  }
}
