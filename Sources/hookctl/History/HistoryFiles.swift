// SPDX-License-Identifier: MIT
import HookCore

/// The files of a history, and their stretches that can be read side by side.
struct HistoryFiles {
  struct File {
    let path: [UInt8]
    let size: Int
  }

  /// Directories inside each other.
  private static let depthLimit = 8
  private static let entryLimit = 100_000
  /// Bytes of one file: a longer transcript than anybody has had.
  private static let sizeLimit = 1 << 30
  /// Bytes of one stretch: enough of them keep every processor busy to the end.
  private static let pieceSize = 128 << 10

  private(set) var files: [File] = []
  var size: Int { files.reduce(0) { $0 + $1.size } }

  /// The files named, and those below the directories named.
  init(at paths: [[UInt8]]) {
    for path in paths { add(path, depth: 0, isNamed: true) }
  }

  private mutating func add(_ path: [UInt8], depth: Int, isNamed: Bool) {
    if let entries = try? LiveFileSystem().entries(path, limit: Self.entryLimit) {
      guard depth < Self.depthLimit else { return }
      let names = entries.map(\.name).sorted { $0.lexicographicallyPrecedes($1) }
      for name in names { add(path + [0x2F] + name, depth: depth + 1, isNamed: false) }
      return
    }
    guard isNamed || Self.isHistory(path), let bytes = try? Self.status(path) else { return }
    files.append(File(path: path, size: bytes))
  }

  /// The size of a regular file; what a link that was named leads to counts too.
  private static func status(_ path: [UInt8]) throws(SystemError) -> Int {
    let status = try LiveFileSystem().status(path)
    switch status.kind {
    case .regular: return status.size
    case .symbolicLink: return try LiveFileSystem().contents(path, limit: sizeLimit).count
    case .directory, .other: throw SystemError(.wrongKind, .read, path)
    }
  }

  private static func isHistory(_ path: [UInt8]) -> Bool {
    hasEnding(path, ".jsonl") || hasEnding(path, ".json")
  }

  private static func hasEnding(_ path: [UInt8], _ ending: String) -> Bool {
    path.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  /// A stretch of a file: whole lines, or a document that goes over several.
  enum Piece: Sendable {
    case lines(ArraySlice<UInt8>)
    case document([UInt8])
    case unreadable

    func read() -> HistoryContent {
      var content = HistoryContent()
      switch self {
      case .lines(let bytes): for line in bytes.split(separator: 0x0A) { content.take(line: line) }
      case .document(let bytes): content.take(line: bytes[...])
      case .unreadable: content.addBroken()
      }
      return content
    }
  }

  /// What `file` holds, cut between lines.
  static func pieces(of file: File) -> [Piece] {
    guard let bytes = try? LiveFileSystem().contents(file.path, limit: sizeLimit) else {
      return [.unreadable]
    }
    if isDocument(bytes) { return [.document(bytes)] }
    var pieces: [Piece] = []
    var start = 0
    while start < bytes.count {
      var end = min(start + pieceSize, bytes.count)
      while end < bytes.count, bytes[end - 1] != 0x0A { end += 1 }
      pieces.append(.lines(bytes[start..<end]))
      start = end
    }
    return pieces
  }

  /// Whether one value goes over several lines: its first line alone is no JSON.
  private static func isDocument(_ bytes: [UInt8]) -> Bool {
    guard let end = bytes.firstIndex(of: 0x0A), end + 1 < bytes.count,
      (try? JSONDocument(parsing: Array(bytes[..<end]))) == nil
    else { return false }
    return (try? JSONDocument(parsing: bytes)) != nil
  }
}
