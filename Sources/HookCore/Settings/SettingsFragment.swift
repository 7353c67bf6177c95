// SPDX-License-Identifier: MIT

/// A value to be put into a settings file, written the way the file is written.
enum SettingsFragment {
  case object([(key: [UInt8], value: SettingsFragment)])
  case array([SettingsFragment])
  /// An array of strings, on one line in every layout.
  case strings([[UInt8]])
  case string([UInt8])
  case integer(Int)

  /// The text of the value; `indent` is that of the line on which it begins.
  ///
  /// Calls itself as deep as the fragment, which is the depth of a handler.
  func text(_ style: SettingsStyle, isMultiline: Bool, indent: [UInt8]) -> [UInt8] {
    switch self {
    case .object(let members):
      let items = members.map {
        SettingsFragment.member(
          $0.key, $0.value, style, isMultiline: isMultiline, indent: indent + style.unit)
      }
      return SettingsFragment.enclosed(items, 0x7B, 0x7D, style, isMultiline, indent)
    case .array(let elements):
      let items = elements.map {
        $0.text(style, isMultiline: isMultiline, indent: indent + style.unit)
      }
      return SettingsFragment.enclosed(items, 0x5B, 0x5D, style, isMultiline, indent)
    case .strings(let strings):
      let items = strings.map(SettingsFragment.quoted)
      let gap: [UInt8] = isMultiline ? [0x20] : style.gap
      return [0x5B] + items.joined(separator: [0x2C] + gap) + [0x5D]
    case .string(let string): return SettingsFragment.quoted(string)
    case .integer(let value):
      var digits: [UInt8] = []
      digits.append(decimal: value)
      return digits
    }
  }

  /// The text of a member of an object.
  static func member(
    _ key: [UInt8], _ value: SettingsFragment, _ style: SettingsStyle, isMultiline: Bool,
    indent: [UInt8]
  ) -> [UInt8] {
    let colon = [0x3A] + (isMultiline ? [0x20] : style.gap)
    return quoted(key) + colon + value.text(style, isMultiline: isMultiline, indent: indent)
  }

  private static func enclosed(
    _ items: [[UInt8]], _ open: UInt8, _ close: UInt8, _ style: SettingsStyle,
    _ isMultiline: Bool, _ indent: [UInt8]
  ) -> [UInt8] {
    guard isMultiline else {
      return [open] + items.joined(separator: [0x2C] + style.gap) + [close]
    }
    let line = style.newline + indent + style.unit
    return [open] + line + items.joined(separator: [0x2C] + line) + style.newline + indent
      + [close]
  }

  private static func quoted(_ string: [UInt8]) -> [UInt8] {
    var writer = JSONWriter()
    writer.string(string)
    return writer.bytes
  }
}
