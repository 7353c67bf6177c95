// SPDX-License-Identifier: MIT

/// An absolute name of a file in its shortest lexical form.
///
/// It begins with `/`, has no empty, `.` or `..` component and no trailing slash, and no NUL.
/// The form is made from the text alone: where a component is a symbolic link, `..` after it means
/// something else to the kernel. `PathResolver` answers what the kernel would do; both names are judged.
package struct AbsolutePath: Sendable, Equatable {
  package let bytes: [UInt8]

  /// The root directory.
  package static var root: AbsolutePath { AbsolutePath(normal: [slash]) }

  /// The name `name` as seen from `directory`; nil where either holds a NUL, `directory` is needed
  /// and not absolute, or `name` is empty.
  ///
  /// `~` is an ordinary character here; see `expandingHome`.
  package init?(_ name: [UInt8], in directory: [UInt8]) {
    guard let first = name.first, !name.contains(0) else { return nil }
    if first == Self.slash {
      bytes = Self.isNormal(name) ? name : Self.normalised(name)
    } else {
      guard directory.first == Self.slash, !directory.contains(0) else { return nil }
      var full: [UInt8] = []
      full.reserveCapacity(directory.count + name.count + 1)
      full += directory
      full.append(Self.slash)
      full += name
      bytes = Self.isNormal(full) ? full : Self.normalised(full)
    }
  }

  /// The name `name`, which is absolute already.
  package init?(_ name: [UInt8]) {
    self.init(name, in: [])
  }

  /// Trusts `bytes` to be in normal form.
  init(normal bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// `name` with a leading `~` or `~/` replaced by `home`, as a payload or a shell means it.
  ///
  /// `~user` stays as it is: whose home that is cannot be told from the text.
  package static func expandingHome(_ name: [UInt8], home: [UInt8]) -> [UInt8] {
    guard name.first == 0x7E, name.count == 1 || name[1] == slash else { return name }
    return home + name[1...]
  }

  /// What stands after the last slash; empty for the root.
  package var lastComponent: ArraySlice<UInt8> { bytes[lastComponentStart...] }

  /// Offset of the last component.
  package var lastComponentStart: Int {
    var start = bytes.count
    while start > 0, bytes[start - 1] != Self.slash { start -= 1 }
    return start
  }

  /// The directory that holds this name; the root is its own parent.
  package var parent: AbsolutePath {
    let start = lastComponentStart
    return start <= 1 ? .root : AbsolutePath(normal: Array(bytes[..<(start - 1)]))
  }

  /// The components from the root down, without an array being made.
  package var components: PathComponents { PathComponents(bytes[...]) }

  /// Whether this name is below `directory`; a directory is not inside itself.
  package func isInside(
    directory: AbsolutePath, foldingCase: Bool = AbsolutePath.volumesFoldCase
  ) -> Bool {
    let outer = directory.bytes
    if outer.count == 1 { return bytes.count > 1 }
    guard bytes.count > outer.count, bytes[outer.count] == Self.slash else { return false }
    return Self.agree(bytes, outer, count: outer.count, foldingCase: foldingCase)
  }

  /// Whether both names are the same to the file system of this machine.
  package func isSame(
    as other: AbsolutePath, foldingCase: Bool = AbsolutePath.volumesFoldCase
  ) -> Bool {
    bytes.count == other.bytes.count
      && Self.agree(bytes, other.bytes, count: bytes.count, foldingCase: foldingCase)
  }

  /// Whether volumes of this system usually ignore case in names.
  package static var volumesFoldCase: Bool {
    #if os(macOS)
      true
    #else
      false
    #endif
  }

  static var slash: UInt8 { 0x2F }
  static var dot: UInt8 { 0x2E }

  private static func agree(
    _ left: [UInt8], _ right: [UInt8], count: Int, foldingCase: Bool
  ) -> Bool {
    for index in 0..<count where left[index] != right[index] {
      guard foldingCase, Glob.folded(left[index]) == Glob.folded(right[index]) else { return false }
    }
    return true
  }

  /// Whether `name`, which begins with a slash, needs no change; most names do not.
  private static func isNormal(_ name: [UInt8]) -> Bool {
    if name.count == 1 { return true }
    var start = 1
    for index in 1...name.count where index == name.count || name[index] == slash {
      switch index - start {
      case 0: return false
      case 1 where name[start] == dot: return false
      case 2 where name[start] == dot && name[start + 1] == dot: return false
      default: start = index + 1
      }
    }
    return true
  }

  private static func normalised(_ name: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(name.count + 1)
    for component in PathComponents(name[...]) {
      if component.count == 1, component.first == dot { continue }
      if component.count == 2, component.first == dot, component.last == dot {
        removeLastComponent(of: &result)
      } else {
        result.append(slash)
        result.append(contentsOf: component)
      }
    }
    if result.isEmpty { result.append(slash) }
    return result
  }

  /// Cuts `result` before its last slash; the empty text stands for the root.
  static func removeLastComponent(of result: inout [UInt8]) {
    while let byte = result.popLast(), byte != slash {}
  }
}

/// The parts of a name between slashes, in order; empty parts are left out.
package struct PathComponents: Sequence, IteratorProtocol {
  private let path: ArraySlice<UInt8>
  private var position: Int

  package init(_ path: ArraySlice<UInt8>) {
    self.path = path
    position = path.startIndex
  }

  /// What is left of the name, from the next component on.
  package var remainder: ArraySlice<UInt8> { path[position...] }

  package mutating func next() -> ArraySlice<UInt8>? {
    while position < path.endIndex, path[position] == AbsolutePath.slash { position += 1 }
    let start = position
    while position < path.endIndex, path[position] != AbsolutePath.slash { position += 1 }
    return start == position ? nil : path[start..<position]
  }
}
