// SPDX-License-Identifier: MIT

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The name of this machine as the kernel has it; no name service is asked.
package enum HostName {
  /// POSIX allows 255 bytes.
  private static let longest = 256

  /// The name, or empty where there is none.
  package static func current() -> [UInt8] {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: longest) { buffer in
      guard let start = buffer.baseAddress, gethostname(start, buffer.count - 1) == 0 else {
        return []
      }
      buffer[buffer.count - 1] = 0
      return buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    }
  }
}
