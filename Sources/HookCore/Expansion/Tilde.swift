// SPDX-License-Identifier: MIT

/// Tilde expansion (POSIX 2.6.1).
enum Tilde {
  /// Expands a prefix `~`, `~+`, `~-` or `~name` of the unquoted `text` into `splitter`.
  ///
  /// - Returns: how many bytes of `text` it stands for; 0 where there is no such prefix.
  static func expand(
    _ text: [UInt8], isWholeWord: Bool, _ state: ShellState, into splitter: inout FieldSplitter
  ) -> Int {
    guard text.first == 0x7E else { return 0 }
    let end = text.firstIndex(of: 0x2F) ?? text.count
    // A quoted part right after the name makes the tilde an ordinary byte.
    guard end < text.count || isWholeWord else { return 0 }
    let name = text[1..<end]
    guard let home = directory(Array(name), state) else { return 0 }
    splitter.appendQuoted(List(home), separately: false)
    return end
  }

  private static func directory(_ name: [UInt8], _ state: ShellState) -> Field? {
    if name.isEmpty { return state.value([UInt8]("HOME")) }
    if name == [0x2B] { return state.directory }
    if name == [0x2D] { return state.previousDirectory }
    for byte in name where !isNameByte(byte) { return nil }
    if name == [UInt8]("root") { return Field([UInt8]("/root")) }
    // Another user's home, or our own by name: where it is cannot be told without the user
    // database, but the last part of the path is the name nearly everywhere.
    return Field([UInt8]("/home/") + name)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}
