// SPDX-License-Identifier: MIT

/// What git has checked out somewhere, read from its files without running git.
package struct GitRepository: Sendable {
  /// The top of the working tree.
  package let root: [UInt8]
  /// What belongs to this working tree alone, `HEAD` for one.
  private let own: [UInt8]
  /// What all working trees of the repository share.
  private let shared: [UInt8]
  private let files: any FileSystem

  /// A reference, a link to a directory, or `HEAD`.
  private static let smallFile = 4_096
  /// All packed references of a large repository; a larger file is not searched.
  private static let packedLimit = 16 << 20
  private static let settingsLimit = 1 << 20
  /// Symbolic references that name another; git follows five.
  private static let linkLimit = 5

  /// The repository that the directory `place` lies in, or nil.
  package init?(holding place: [UInt8], files: any FileSystem) {
    var directory = place
    while true {
      let base = directory.count == 1 ? [] : directory
      let entry = base + [UInt8]("/.git")
      if let own = GitRepository.ownDirectory(entry, base, files) {
        root = directory
        self.own = own
        self.files = files
        shared = GitRepository.sharedDirectory(of: own, files)
        return
      }
      guard let slash = directory.lastIndex(of: 0x2F), directory.count > 1 else { return nil }
      directory = slash == 0 ? [0x2F] : Array(directory[..<slash])
    }
  }

  /// The directory that `.git` is, or names where it is a file: in linked working trees.
  private static func ownDirectory(
    _ entry: [UInt8], _ base: [UInt8], _ files: any FileSystem
  ) -> [UInt8]? {
    if (try? files.contents(entry + [UInt8]("/HEAD"), limit: smallFile)) != nil { return entry }
    guard let text = try? files.contents(entry, limit: smallFile), text.hasPrefix("gitdir:") else {
      return nil
    }
    let name = trimmed(text.dropFirst(7))
    return AbsolutePath(name, in: base.isEmpty ? [0x2F] : base)?.bytes
  }

  private static func sharedDirectory(of own: [UInt8], _ files: any FileSystem) -> [UInt8] {
    guard let text = try? files.contents(own + [UInt8]("/commondir"), limit: smallFile) else {
      return own
    }
    return AbsolutePath(trimmed(text[...]), in: own)?.bytes ?? own
  }

  /// The branch that is checked out; nil where none is, or it cannot be told.
  package var branch: [UInt8]? {
    guard let text = contents(own, "HEAD"), text.hasPrefix("ref: refs/heads/") else { return nil }
    return GitRepository.trimmed(text.dropFirst(16))
  }

  /// The name of a linked working tree; nil in the main one.
  package var worktree: [UInt8]? {
    guard let slash = own.lastIndex(of: 0x2F), Array(own[..<slash]).hasSuffix("/worktrees") else {
      return nil
    }
    return Array(own[(slash + 1)...])
  }

  /// The commit that is checked out, in hexadecimal; nil where it cannot be told.
  package var head: [UInt8]? { commit(of: [UInt8]("HEAD")) }

  /// The commit that the reference `name` (`refs/heads/main`) stands for.
  package func commit(of name: [UInt8]) -> [UInt8]? {
    var name = name
    for _ in 0..<GitRepository.linkLimit {
      guard name.firstRange(of: "..") == nil, name.first != 0x2F else { return nil }
      let place = name.equals("HEAD") ? own : shared
      guard
        let text = try? files.contents(place + [0x2F] + name, limit: GitRepository.smallFile)
      else { return packedCommit(of: name) }
      if text.hasPrefix("ref:") {
        name = GitRepository.trimmed(text.dropFirst(4))
        continue
      }
      let commit = GitRepository.trimmed(text[...])
      return GitRepository.isCommit(commit) ? commit : nil
    }
    return nil
  }

  private func packedCommit(of name: [UInt8]) -> [UInt8]? {
    let path = shared + [UInt8]("/packed-refs")
    guard let text = try? files.contents(path, limit: GitRepository.packedLimit) else {
      return nil
    }
    for line in text.split(separator: 0x0A) {
      guard line.count > name.count, line.suffix(name.count).elementsEqual(name),
        line[line.endIndex - name.count - 1] == 0x20
      else { continue }
      let commit = Array(line.dropLast(name.count + 1))
      return GitRepository.isCommit(commit) ? commit : nil
    }
    return nil
  }

  /// What the repository is called wherever it lies: the address that is pushed to, without who
  /// asks; where there is none, its place on this machine.
  package var identity: [UInt8] {
    if let address = origin {
      // A path that is seen from here would name another repository elsewhere.
      if address.hasPrefix("."), let path = AbsolutePath(address, in: root) {
        return GitRepository.name(of: path.bytes)
      }
      return GitRepository.name(of: address)
    }
    return shared.hasSuffix("/.git") ? Array(shared.dropLast(5)) : shared
  }

  /// `pushurl` of the remote `origin`, else its `url`.
  private var origin: [UInt8]? {
    let path = shared + [UInt8]("/config")
    guard let text = try? files.contents(path, limit: GitRepository.settingsLimit) else {
      return nil
    }
    var isOrigin = false
    var url: [UInt8]?
    var pushed: [UInt8]?
    for line in text.split(separator: 0x0A) {
      let line = GitRepository.trimmed(line)
      if line.first == 0x5B {
        isOrigin = line.equals("[remote \"origin\"]")
      } else if isOrigin, let equals = line.firstIndex(of: 0x3D) {
        let key = GitRepository.trimmed(line[..<equals])
        if key.equals("url") { url = GitRepository.trimmed(line[(equals + 1)...]) }
        if key.equals("pushurl") { pushed = GitRepository.trimmed(line[(equals + 1)...]) }
      }
    }
    return pushed ?? url
  }

  /// `host/path` of an address; no name and no password of who asks is left in it.
  static func name(of address: [UInt8]) -> [UInt8] {
    var rest = address
    let scheme = rest.firstRange(of: "://")
    if let scheme { rest.removeFirst(scheme.upperBound) }
    let slash = rest.firstIndex(of: 0x2F) ?? rest.count
    if let at = rest[..<slash].lastIndex(of: 0x40) { rest.removeFirst(at + 1) }
    // `host:path`, as ssh has it; behind a scheme a colon is before a port.
    if scheme == nil, let colon = rest.firstIndex(of: 0x3A),
      colon < rest.firstIndex(of: 0x2F) ?? rest.count
    {
      rest[colon] = 0x2F
    }
    while rest.count > 1, rest.last == 0x2F { rest.removeLast() }
    if rest.hasSuffix(".git") { rest.removeLast(4) }
    while rest.count > 1, rest.last == 0x2F { rest.removeLast() }
    return rest
  }

  private func contents(_ directory: [UInt8], _ name: StaticString) -> [UInt8]? {
    try? files.contents(directory + [0x2F] + [UInt8](name), limit: GitRepository.smallFile)
  }

  /// Whether `text` is an object name of SHA-1 or SHA-256.
  private static func isCommit(_ text: [UInt8]) -> Bool {
    guard text.count == 40 || text.count == 64 else { return false }
    for byte in text {
      switch byte {
      case 0x30...0x39, 0x61...0x66: continue
      default: return false
      }
    }
    return true
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var text = text
    while let first = text.first, first <= 0x20 { text.removeFirst() }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return Array(text)
  }
}
