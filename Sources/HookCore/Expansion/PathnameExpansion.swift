// SPDX-License-Identifier: MIT

/// Pathname expansion against the real directories (POSIX 2.6.6, 2.13.3), bounded.
enum PathnameExpansion {
  /// More names than this from one pattern: the pattern itself is judged instead.
  private static let matchLimit = 512

  /// Appends what `field` becomes to `fields`: the names it matches, or itself.
  static func append<Runner: CommandSubstituting>(
    _ field: Field, to fields: inout List<Field>, _ state: ShellState, _ runner: inout Runner
  ) {
    var field = field
    field.settleBrackets()
    guard field.alternatives.isEmpty, field.hasPattern, !field.hasGap, !state.isGlobbingOff,
      let directory = state.directory.exact,
      let names = matches(field, in: directory, state, &runner), !names.isEmpty
    else {
      fields.append(field)
      return
    }
    for name in names { fields.append(Field(name)) }
    // "All of them" means more than the names that are there now.
    if isAllOfDirectory(field) { fields.append(field) }
  }

  /// Whether the last component is nothing but pattern bytes: `*`, `build/*`, `**`.
  private static func isAllOfDirectory(_ field: Field) -> Bool {
    var index = field.bytes.count
    while index > 0, field.bytes[index - 1] != 0x2F {
      if field.mark(index - 1) != .pattern { return false }
      index -= 1
    }
    return true
  }

  /// The names that match, as the shell would write them; nil where that is too much to tell.
  private static func matches<Runner: CommandSubstituting>(
    _ field: Field, in directory: [UInt8], _ state: ShellState, _ runner: inout Runner
  ) -> List<[UInt8]>? {
    var found = List<[UInt8]>([])
    var start = 0
    if field.bytes.first == 0x2F { found = List([0x2F]) }
    while start < field.bytes.count {
      while start < field.bytes.count, field.bytes[start] == 0x2F { start += 1 }
      let end = field.bytes[start...].firstIndex(of: 0x2F) ?? field.bytes.count
      guard end > start else { break }
      let component = field.slice(start..<end)
      let isLast = end == field.bytes.count
      var next = List<[UInt8]>()
      for prefix in found {
        guard
          append(component, under: prefix, isLast: isLast, directory, to: &next, state, &runner)
        else { return nil }
      }
      found = next
      start = end
    }
    return found
  }

  /// Appends the names under `prefix` that match one component; false above the limit.
  private static func append<Runner: CommandSubstituting>(
    _ component: Field, under prefix: [UInt8], isLast: Bool, _ directory: [UInt8],
    to names: inout List<[UInt8]>, _ state: ShellState, _ runner: inout Runner
  ) -> Bool {
    guard component.hasPattern else {
      names.append(joined(prefix, component.bytes))
      return true
    }
    let place = prefix.first == 0x2F ? prefix : joined(directory, prefix)
    guard let entries = runner.entries(of: place) else { return true }
    let pattern = component.pattern
    let options = Glob.Options(pathname: false, period: !state.matchesDotFiles, foldsCase: false)
    for entry in entries where Glob.matches(pattern, entry.name, options) {
      if !isLast, entry.kind == .regular { continue }
      guard names.count < matchLimit else { return false }
      names.append(joined(prefix, entry.name))
    }
    return true
  }

  private static func joined(_ directory: [UInt8], _ name: [UInt8]) -> [UInt8] {
    if directory.isEmpty { return name }
    if name.isEmpty { return directory }
    return directory.last == 0x2F ? directory + name : directory + [0x2F] + name
  }
}
