// SPDX-License-Identifier: MIT

#if canImport(Darwin)
  import Darwin
#endif

/// Where the executable of this process is.
package enum ExecutablePath {
  /// The absolute path, links resolved on Linux; nil where the system does not tell.
  package static func current() -> [UInt8]? {
    #if canImport(Darwin)
      var capacity: UInt32 = 4096
      var path = [UInt8](repeating: 0, count: Int(capacity))
      let result = path.withUnsafeMutableBytes {
        _NSGetExecutablePath($0.assumingMemoryBound(to: CChar.self).baseAddress, &capacity)
      }
      return result == 0 ? Array(path.prefix { $0 != 0 }) : nil
    #else
      return try? LiveFileSystem().linkTarget(Array("/proc/self/exe".utf8))
    #endif
  }
}
