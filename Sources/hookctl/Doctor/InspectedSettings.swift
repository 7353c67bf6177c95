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
  /// The content, or nil where the file cannot be read as JSON.
  let root: JSONValue?
  /// Why the client does not use the file; empty where it does.
  let defect: String

  /// The managed settings file that is ours.
  static var managedDropIn: [UInt8] {
    SettingsLocations.systemDirectory
      + Array("/managed-settings.d/50-security-hooks.json".utf8)
  }

  /// Reads `path`; nil where there is no such file.
  init?(_ path: [UInt8], layer: Layer) {
    do throws(SystemError) {
      let content = try LiveFileSystem().contents(path, limit: InspectedSettings.sizeLimit)
      self.init(path, layer: layer, content: content)
    } catch {
      if error.code == .notFound || error.code == .notDirectory { return nil }
      self.init(path, layer: layer, root: nil, defect: "\(error.code.words)")
    }
  }

  /// The settings in `content`.
  init(_ path: [UInt8], layer: Layer, content: [UInt8]) {
    self.init(
      path, layer: layer, root: InspectedSettings.root(of: content),
      defect: InspectedSettings.defect(in: content))
  }

  private init(_ path: [UInt8], layer: Layer, root: JSONValue?, defect: String) {
    self.layer = layer
    self.path = path
    self.root = root
    self.defect = defect
  }

  /// What makes the client drop the file; empty where it reads it.
  private static func defect(in bytes: [UInt8]) -> String {
    do throws(SettingsDefect) {
      _ = try SettingsReader.settings(in: bytes)
      return ""
    } catch {
      let place = error.place.isEmpty ? "" : "\(Output.shown(error.place)) "
      return "\(place)\(error.code.words)"
    }
  }

  private static func root(of bytes: [UInt8]) -> JSONValue? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return try? JSONDocument(
      parsing: bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    ).root
  }

  /// Every settings file that counts in `project`, the managed ones first.
  static func all(home: [UInt8], project: [UInt8]) -> [InspectedSettings] {
    let managed = SettingsLocations.systemDirectory
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
