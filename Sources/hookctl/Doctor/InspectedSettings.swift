// SPDX-License-Identifier: MIT
import HookCore

/// A settings file that the client reads, as `hookctl doctor` found it.
struct InspectedSettings {
  /// Who writes the file.
  enum Layer {
    case managed
    case user
    case project
    case named
  }

  /// The client drops a file somewhere between 1.2 and 3 MB (CONTRACT 3.4).
  private static let sizeLimit = 1_200_000
  private static let dropInLimit = 1_000

  let layer: Layer
  let path: [UInt8]
  /// The content, or nil where the file cannot be used.
  let root: JSONValue?
  /// Why the file cannot be used; empty where it can.
  let defect: String

  #if canImport(Darwin)
    private static let managedDirectory: StaticString =
      "/Library/Application Support/ClaudeCode"
  #else
    private static let managedDirectory: StaticString = "/etc/claude-code"
  #endif

  /// Reads `path`; nil where there is no such file.
  init?(_ path: [UInt8], layer: Layer) {
    self.layer = layer
    self.path = path
    do throws(SystemError) {
      var bytes = try LiveFileSystem().contents(path, limit: InspectedSettings.sizeLimit)
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
      let document = try? JSONDocument(parsing: bytes)
      root = document.flatMap { $0.root.kind == .object ? $0.root : nil }
      defect = root == nil ? "not a json object with unique keys" : ""
    } catch {
      if error.code == .notFound || error.code == .notDirectory { return nil }
      root = nil
      defect = "\(error.code.words)"
    }
  }

  /// Every settings file that counts in `project`, the managed ones first.
  static func all(home: [UInt8], project: [UInt8]) -> [InspectedSettings] {
    let managed = Array("\(managedDirectory)".utf8)
    let dropIns = managed + Array("/managed-settings.d".utf8)
    let entries = try? LiveFileSystem().entries(dropIns, limit: dropInLimit)
    let names = (entries ?? List()).map(\.name)
      .filter { $0.suffix(5).elementsEqual(".json".utf8) && $0.first != 0x2E }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let found =
      [InspectedSettings(managed + Array("/managed-settings.json".utf8), layer: .managed)]
      + names.map { InspectedSettings(dropIns + [0x2F] + $0, layer: .managed) }
      + [
        InspectedSettings(home + Array("/.claude/settings.json".utf8), layer: .user),
        InspectedSettings(project + Array("/.claude/settings.json".utf8), layer: .project),
        InspectedSettings(project + Array("/.claude/settings.local.json".utf8), layer: .project),
      ]
    var sources: [InspectedSettings] = []
    // In the home directory the user's file and the project's are one.
    for source in found {
      if let source, !sources.contains(where: { $0.path == source.path }) { sources.append(source) }
    }
    return sources
  }
}
