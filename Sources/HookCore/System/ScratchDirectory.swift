// SPDX-License-Identifier: MIT

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A directory of this process alone, gone when the value goes out of scope.
package struct ScratchDirectory: ~Copyable {
  /// Deeper than anything that is made in one.
  private static let depthLimit = 16
  private static let entryLimit = 10_000

  package let path: [UInt8]

  /// Makes a new empty directory in `/tmp` that only its owner can enter.
  package init(prefix: StaticString) throws(SystemError) {
    var template = [UInt8]("/tmp/".utf8)
    prefix.withUTF8Buffer { template.append(contentsOf: $0) }
    template += Array(".XXXXXX".utf8) + [0]
    let made = template.withUnsafeMutableBytes { buffer in
      guard let name = buffer.assumingMemoryBound(to: CChar.self).baseAddress else { return false }
      return mkdtemp(name) != nil
    }
    template.removeLast()
    guard made else { throw .last(.makeDirectory, template) }
    path = template
  }

  deinit { ScratchDirectory.remove(path, depth: 0) }

  /// The path of `name` inside.
  package func path(of name: StaticString) -> [UInt8] {
    var path = path + [0x2F]
    name.withUTF8Buffer { path.append(contentsOf: $0) }
    return path
  }

  /// Removes what is at `path`; links are removed, not followed.
  private static func remove(_ path: [UInt8], depth: Int) {
    guard let status = try? LiveFileSystem().status(path) else { return }
    if status.kind == .directory {
      guard depth < depthLimit else { return }
      let entries = try? LiveFileSystem().entries(path, limit: entryLimit)
      for entry in entries ?? List() { remove(path + [0x2F] + entry.name, depth: depth + 1) }
      _ = withCString(path) { rmdir($0) }
    } else {
      _ = withCString(path) { unlink($0) }
    }
  }
}
