// SPDX-License-Identifier: MIT

/// What a statement or a tool of a server does, by how much of it can be taken back.
package enum VerbClass: UInt8, Sendable, Equatable, Comparable {
  case read
  case write
  /// What is there is deleted, as a whole or beyond what the call itself names.
  case destructive

  package static func < (left: VerbClass, right: VerbClass) -> Bool {
    left.rawValue < right.rawValue
  }

  package var word: StaticString {
    switch self {
    case .read: "read"
    case .write: "write"
    case .destructive: "destructive"
    }
  }

  package static var words: StaticString { "read write destructive" }

  package init?(word: some Collection<UInt8>) {
    let known = CatalogText(VerbClass.words)
    var number: UInt8 = 0
    for text in known.split(0x20) {
      if text.equals(word) {
        self.init(rawValue: number)
        return
      }
      number += 1
    }
    return nil
  }
}
