// SPDX-License-Identifier: MIT
import HookCore

/// A file system made of values: what a test says is there, and nothing else.
struct InMemoryFileSystem: FileSystem {
  enum Node: Sendable {
    case file([UInt8])
    case directory
    case link([UInt8])
  }

  private var nodes: [String: Node] = ["/": .directory]

  init() {}

  /// Adds a file and its parents.
  mutating func add(file path: String, _ content: String = "") {
    addParents(of: path)
    nodes[path] = .file(Array(content.utf8))
  }

  /// Adds a directory and its parents.
  mutating func add(directory path: String) {
    addParents(of: path)
    nodes[path] = .directory
  }

  /// Adds a symbolic link and its parents.
  mutating func add(link path: String, to target: String) {
    addParents(of: path)
    nodes[path] = .link(Array(target.utf8))
  }

  /// Takes away what is at `path` and below it.
  mutating func remove(_ path: String) {
    nodes = nodes.filter { $0.key != path && !$0.key.hasPrefix("\(path)/") }
  }

  private mutating func addParents(of path: String) {
    var parent = path
    while let slash = parent.lastIndex(of: "/"), slash != parent.startIndex {
      parent = String(parent[..<slash])
      if nodes[parent] == nil { nodes[parent] = .directory }
    }
  }

  private func node(_ path: [UInt8], _ call: SystemError.Call) throws(SystemError) -> Node {
    guard let node = nodes[String(decoding: path, as: UTF8.self)] else {
      throw SystemError(.notFound, call, path)
    }
    return node
  }

  func status(_ path: [UInt8]) throws(SystemError) -> FileStatus {
    switch try node(path, .status) {
    case .file(let content): FileStatus(kind: .regular, size: content.count)
    case .directory: FileStatus(kind: .directory, mode: 0o755)
    case .link: FileStatus(kind: .symbolicLink, mode: 0o777)
    }
  }

  func linkTarget(_ path: [UInt8]) throws(SystemError) -> [UInt8] {
    guard case .link(let target) = try node(path, .readLink) else {
      throw SystemError(.other, .readLink, path)
    }
    return target
  }

  func entries(_ path: [UInt8], limit: Int) throws(SystemError) -> List<DirectoryEntry> {
    guard case .directory = try node(path, .list) else {
      throw SystemError(.notDirectory, .list, path)
    }
    let prefix = path == [0x2F] ? "/" : String(decoding: path, as: UTF8.self) + "/"
    var found = List<DirectoryEntry>()
    for (name, node) in nodes where name.hasPrefix(prefix) && name.count > prefix.count {
      let rest = name.dropFirst(prefix.count)
      guard !rest.contains("/"), found.count < limit else { continue }
      let kind: FileKind =
        switch node {
        case .file: .regular
        case .directory: .directory
        case .link: .symbolicLink
        }
      found.append(DirectoryEntry(name: Array(rest.utf8), kind: kind))
    }
    return found
  }

  func contents(_ path: [UInt8], limit: Int) throws(SystemError) -> [UInt8] {
    switch try node(path, .read) {
    case .file(let content):
      guard content.count <= limit else { throw SystemError(.tooLarge, .read, path) }
      return content
    case .directory: throw SystemError(.isDirectory, .read, path)
    case .link(let target): return try contents(target, limit: limit)
    }
  }
}
