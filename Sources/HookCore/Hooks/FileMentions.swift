// SPDX-License-Identifier: MIT

/// The files that a prompt mentions as `@name`; the client puts their content before the model.
enum FileMentions {
  /// The names after `@` in `prompt`, quotes and closing punctuation removed.
  static func names(in prompt: [UInt8]) -> List<[UInt8]> {
    var names = List<[UInt8]>()
    var position = 0
    while position < prompt.count {
      guard prompt[position] == 0x40, position == 0 || isBoundary(prompt[position - 1]) else {
        position += 1
        continue
      }
      let (name, next) = name(in: prompt, from: position + 1)
      if !name.isEmpty, names.last != name { names.append(name) }
      position = next
    }
    return names
  }

  private static func isBoundary(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x28 || byte == 0x5B || byte == 0x22 || byte == 0x27 || byte == 0x60
      || byte == 0x3C || byte == 0x2C || byte == 0x3A || byte == 0x3B
  }

  private static func name(
    in prompt: [UInt8], from start: Int
  ) -> (name: [UInt8], next: Int) {
    guard start < prompt.count else { return ([], start) }
    if prompt[start] == 0x22 {
      let end = prompt[(start + 1)...].firstIndex(of: 0x22) ?? prompt.count
      return (Array(prompt[(start + 1)..<end]), end)
    }
    var end = start
    while end < prompt.count, prompt[end] > 0x20 {
      if prompt[end] == 0x5C, end + 1 < prompt.count { end += 1 }
      end += 1
    }
    end = min(end, prompt.count)
    var name: [UInt8] = []
    for byte in prompt[start..<end] where byte != 0x5C { name.append(byte) }
    // `@file#L10-20` names lines of a file.
    if let hash = name.firstIndex(of: 0x23), hash > 0 { name = Array(name[..<hash]) }
    while let last = name.last, isClosing(last) { name.removeLast() }
    return (name, end)
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x29, 0x5D, 0x3E, 0x22, 0x27, 0x60: true
    default: false
    }
  }
}
