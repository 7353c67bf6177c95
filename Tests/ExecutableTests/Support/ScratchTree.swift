// SPDX-License-Identifier: MIT
import Foundation

/// A directory of one test, removed with it; its name has a blank, as names of people's have.
final class ScratchTree {
  /// A file, directory or link below the root, as a test compares it.
  struct Entry: Equatable, CustomStringConvertible {
    var mode: UInt16
    var content: String

    var description: String { "\(String(mode, radix: 8)) \(content.prefix(200))" }
  }

  let root: String

  init() throws {
    let path = NSTemporaryDirectory() + "/security hooks \(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    root = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// The absolute path of `name`.
  func path(_ name: String) -> String { "\(root)/\(name)" }

  /// Writes a file and makes its directories; executable for a text that names its interpreter.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let path = path(name)
    let directory = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
    // A child that is spawned meanwhile would inherit the open file, and it could not be run.
    try Streams.spawning.withLock {
      try text.write(toFile: path, atomically: false, encoding: .utf8)
    }
    let mode = text.hasPrefix("#!") ? 0o755 : 0o644
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    return path
  }

  /// The text of a file, or nil where there is none.
  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Everything below `name`, by relative path.
  func entries(_ name: String) throws -> [String: Entry] {
    let base = path(name)
    var found: [String: Entry] = [:]
    for case let relative as String in FileManager.default.enumerator(atPath: base) ?? .init() {
      let path = "\(base)/\(relative)"
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      let content =
        switch attributes[.type] as? FileAttributeType {
        case .typeDirectory: "directory"
        case .typeSymbolicLink:
          "link to \(try FileManager.default.destinationOfSymbolicLink(atPath: path))"
        default: (FileManager.default.contents(atPath: path) ?? Data()).base64EncodedString()
        }
      let mode = (attributes[.posixPermissions] as? NSNumber)?.uint16Value ?? 0
      found[relative] = Entry(mode: mode, content: content)
    }
    return found
  }

  /// The inode of every file below `name`: a file that was written anew has another one.
  func inodes(_ name: String) throws -> [String: UInt64] {
    try entries(name).keys.reduce(into: [:]) { inodes, relative in
      let attributes = try FileManager.default.attributesOfItem(atPath: path("\(name)/\(relative)"))
      inodes[relative] = (attributes[.systemFileNumber] as? NSNumber)?.uint64Value
    }
  }
}
