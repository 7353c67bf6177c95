// SPDX-License-Identifier: MIT

/// Which settings files one baseline is about.
package enum BaselineScope: Sendable, Equatable {
  /// The files that count in every project: managed and the user's.
  case shared
  /// The files of the project in this directory.
  case project([UInt8])

  /// The scope of a file of `layer`; nil where there is no project to speak of.
  func includes(_ layer: SettingsLayer) -> Bool {
    switch self {
    case .shared: layer.isShared
    case .project: !layer.isShared
    }
  }

  /// The part of a file's name that stands for the scope.
  var name: [UInt8] {
    switch self {
    case .shared: [UInt8]("shared")
    // Half of the digest tells projects apart and keeps the name short.
    case .project(let directory): Array(SHA256.digest(of: directory).hex.prefix(32))
    }
  }
}

/// The settings that were accepted, by whom, when and why.
///
/// Written as canonical JSON with the digest of its content (`DriftFormat.md`); values that may
/// hold secrets are digests already when they get here.
package struct Baseline: Sendable, Equatable {
  /// The format that this code reads and writes.
  static let version = 1

  package let scope: BaselineScope
  package let files: List<SettingsFile>
  package let acceptedBy: [UInt8]
  package let acceptedAt: [UInt8]
  package let reason: [UInt8]

  package init(
    scope: BaselineScope, files: List<SettingsFile>, acceptedBy: [UInt8], acceptedAt: [UInt8],
    reason: [UInt8]
  ) {
    self.scope = scope
    self.files = files
    self.acceptedBy = acceptedBy
    self.acceptedAt = acceptedAt
    self.reason = reason
  }

  /// The bytes of the file.
  package var encoded: [UInt8] {
    let content = encodedContent
    var writer = JSONWriter(capacity: content.count + 128)
    writer.beginObject()
    writer.key("content")
    writer.raw(content)
    writer.key("digest")
    writer.string(SHA256.digest(of: content).hex)
    writer.endObject()
    return writer.bytes + [0x0A]
  }

  private var encodedContent: [UInt8] {
    var writer = JSONWriter(capacity: 4_096)
    writer.beginObject()
    writer.key("acceptedAt")
    writer.string(acceptedAt)
    writer.key("acceptedBy")
    writer.string(acceptedBy)
    writer.key("files")
    writer.beginArray()
    for file in files { file.encode(to: &writer) }
    writer.endArray()
    if case .project(let directory) = scope {
      writer.key("project")
      writer.string(directory)
    }
    writer.key("reason")
    writer.string(reason)
    writer.key("version")
    writer.integer(Baseline.version)
    writer.endObject()
    return writer.bytes
  }

  /// Reads a baseline of `scope`; nil where a byte of it is not as it was written.
  package init?(decoding bytes: [UInt8], scope: BaselineScope) {
    guard let root = try? JSONDocument(parsing: bytes).root, let content = root["content"],
      let digest = root["digest"]?.string,
      digest == SHA256.digest(of: Array(content.source)).hex,
      content["version"]?.integer == Baseline.version,
      let acceptedAt = content["acceptedAt"]?.string,
      let acceptedBy = content["acceptedBy"]?.string, let reason = content["reason"]?.string,
      let entries = content["files"], entries.kind == .array
    else { return nil }
    var files = List<SettingsFile>()
    for entry in entries.elements {
      guard let file = SettingsFile(decoding: entry), scope.includes(file.layer) else { return nil }
      files.append(file)
    }
    self.init(
      scope: scope, files: files, acceptedBy: acceptedBy, acceptedAt: acceptedAt, reason: reason)
    // What else the file may say, beside the content or in another spelling, was not written by us.
    guard encoded == bytes else { return nil }
  }
}

extension SettingsFile {
  /// The states by the words that files use; the defects have words of their own.
  private static let absentWord: StaticString = "absent"
  private static let validWord: StaticString = "valid"

  fileprivate func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("digest")
    writer.string(digest)
    writer.key("layer")
    writer.string(layer.name)
    writer.key("mode")
    writer.integer(Int(mode))
    writer.key("owner")
    writer.integer(Int(owner))
    writer.key("path")
    writer.string(path)
    writer.key("settings")
    writer.beginArray()
    for setting in settings {
      writer.beginArray()
      writer.string(setting.path)
      writer.raw(setting.value)
      writer.endArray()
    }
    writer.endArray()
    writer.key("state")
    switch state {
    case .absent: writer.string(SettingsFile.absentWord)
    case .valid: writer.string(SettingsFile.validWord)
    case .broken(let defect): writer.string(defect.code.name)
    }
    writer.endObject()
  }

  fileprivate init?(decoding value: JSONValue) {
    guard let digest = value["digest"]?.string, let layer = value["layer"],
      let layer = SettingsLayer(name: layer), let mode = value["mode"]?.integer,
      let mode = UInt16(exactly: mode), let owner = value["owner"]?.integer,
      let owner = UInt32(exactly: owner), let path = value["path"]?.string,
      let state = value["state"].flatMap({ SettingsFile.state(named: $0) }),
      let entries = value["settings"]
    else { return nil }
    var settings = List<Setting>()
    for entry in entries.elements {
      var parts = entry.elements
      guard let path = parts.next()?.string, let value = parts.next(), parts.next() == nil else {
        return nil
      }
      settings.append(Setting(path: path, value: Array(value.source)))
    }
    self.init(
      layer: layer, path: path, state: state, digest: digest, owner: owner, mode: mode,
      settings: settings)
  }

  private static func state(named word: JSONValue) -> SettingsState? {
    if word.equals(absentWord) { return .absent }
    if word.equals(validWord) { return .valid }
    for code in SettingsDefect.Code.allCases where word.equals(code.name) {
      return .broken(SettingsDefect(code))
    }
    return nil
  }
}
