// SPDX-License-Identifier: MIT
import Foundation

/// An empty directory of a test's own, readable by the owner only, gone with this value.
final class TemporaryDirectory: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("hooks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// The path as the library takes it.
  var path: [UInt8] { Array(url.path.utf8) }
}
