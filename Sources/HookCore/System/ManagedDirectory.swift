// SPDX-License-Identifier: MIT

/// Where an administrator keeps what holds for everybody on the machine (DESIGN 6).
package enum ManagedDirectory {
  package static var path: StaticString {
    #if os(macOS)
      "/Library/Application Support/security-hooks"
    #else
      "/etc/security-hooks"
    #endif
  }
}
