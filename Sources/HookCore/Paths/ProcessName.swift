// SPDX-License-Identifier: MIT

/// What a name means that the kernel answers differently to every process.
///
/// `/proc/self` would name the hook, not the command that is judged, so its links are answered from
/// what is known of that command: its working directory, the root, and nothing of its open files.
enum ProcessName: Equatable {
  case none
  /// `/proc/self`, `/proc/thread-self` and their threads: kept by this name, as rules speak of it.
  case own
  /// `/proc/<process>/cwd`.
  case workingDirectory(own: Bool)
  /// `/proc/<process>/root`.
  case root
  /// `/proc/<process>/fd/<number>`, `exe` and `map_files`.
  case descriptor(own: Bool)
  /// `/.vol` of macOS: a directory of all files by number.
  case fileNumber

  init(_ path: [UInt8]) {
    self = .none
    if Self.equals(path[...], "/.vol") { self = .fileNumber }
    guard path.count > 6, Self.equals(path[..<6], "/proc/") else { return }
    var components = PathComponents(path[6...])
    guard let process = components.next() else { return }
    let own = Self.equals(process, "self") || Self.equals(process, "thread-self")
    guard own || process.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return }
    guard var member = components.next() else {
      if own { self = .own }
      return
    }
    if Self.equals(member, "task") {
      let isThread = components.next() != nil
      guard isThread, let inner = components.next() else {
        if own { self = .own }
        return
      }
      member = inner
    }
    let entry = components.next()
    guard components.next() == nil else { return }
    if entry == nil {
      if Self.equals(member, "cwd") { self = .workingDirectory(own: own) }
      if Self.equals(member, "root") { self = .root }
      if Self.equals(member, "exe") { self = .descriptor(own: own) }
    } else if Self.equals(member, "fd") || Self.equals(member, "map_files") {
      self = .descriptor(own: own)
    }
  }

  private static func equals(_ name: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
    guard name.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(name) }
  }
}
