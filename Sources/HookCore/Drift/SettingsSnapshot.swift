// SPDX-License-Identifier: MIT

/// All settings files that the client reads, as they are on disk now.
package struct SettingsSnapshot: Sendable {
  /// Larger files are dropped by the client somewhere between 1.2 and 3 MB (CONTRACT 3.4).
  static let sizeLimit = 1 << 20
  /// Drop-ins of managed settings; no real fleet has a tenth of it.
  static let fileLimit = 256
  /// Links followed from a settings file to its content, as the system does.
  private static let linkLimit = 40

  package let locations: SettingsLocations
  /// Managed files first, then user, project and local; absent ones too.
  package let files: List<SettingsFile>

  /// Reads every file through `fileSystem`.
  package init(reading locations: SettingsLocations, _ fileSystem: any FileSystem) {
    self.locations = locations
    let reader = SettingsFileReader(fileSystem: fileSystem)
    var files = List<SettingsFile>()
    files.append(reader.file(.managed, locations.managedFile))
    reader.appendDropIns(locations.dropInDirectory, to: &files)
    files.append(reader.file(.user, locations.userFile))
    if let path = locations.projectFile { files.append(reader.file(.project, path)) }
    if let path = locations.localFile { files.append(reader.file(.local, path)) }
    self.files = files
  }

  init(locations: SettingsLocations, files: List<SettingsFile>) {
    self.locations = locations
    self.files = files
  }

  /// The file at `path`, or nil where the client would not look there any more.
  func file(_ path: [UInt8]) -> SettingsFile? {
    for file in files where file.path == path { return file }
    return nil
  }

  /// The status of what `path` leads to, and nil where there is nothing.
  static func target(
    of path: [UInt8], _ fileSystem: any FileSystem
  ) throws(SystemError) -> FileStatus? {
    var path = path
    for _ in 0..<linkLimit {
      let status: FileStatus
      do throws(SystemError) {
        status = try fileSystem.status(path)
      } catch {
        if error.code == .notFound || error.code == .notDirectory { return nil }
        throw error
      }
      guard status.kind == .symbolicLink else { return status }
      let target = try fileSystem.linkTarget(path)
      if target.first == 0x2F {
        path = target
      } else {
        path.removeLast(path.count - (path.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0))
        path.append(contentsOf: target)
      }
    }
    throw SystemError(.tooManyLinks, .status, path)
  }
}

/// Reads one settings file after the other; nothing it meets is an error of its own.
private struct SettingsFileReader {
  let fileSystem: any FileSystem

  func file(_ layer: SettingsLayer, _ path: [UInt8]) -> SettingsFile {
    let name = SettingsFileReader.textual(path)
    let status: FileStatus?
    do throws(SystemError) {
      status = try SettingsSnapshot.target(of: path, fileSystem)
    } catch {
      return SettingsFile(layer: layer, path: name, state: .broken(SettingsDefect(.unreadable)))
    }
    guard let status else { return SettingsFile(layer: layer, path: name, state: .absent) }
    do throws(SystemError) {
      let text = try fileSystem.contents(path, limit: SettingsSnapshot.sizeLimit)
      return judged(text, layer, name, status)
    } catch {
      switch error.code {
      case .notFound, .notDirectory: return SettingsFile(layer: layer, path: name, state: .absent)
      default:
        let code: SettingsDefect.Code = error.code == .tooLarge ? .tooLarge : .unreadable
        return SettingsFile(
          layer: layer, path: name, state: .broken(SettingsDefect(code)), owner: status.owner,
          mode: status.mode)
      }
    }
  }

  /// `path` as a baseline can hold it: JSON has no room for bytes that are not UTF-8.
  private static func textual(_ path: [UInt8]) -> [UInt8] {
    guard path.contains(where: { $0 >= 0x80 }) else { return path }
    return (try? JSONDocument(parsing: CanonicalValue.string(path)).root.string) ?? path
  }

  private func judged(
    _ text: [UInt8], _ layer: SettingsLayer, _ path: [UInt8], _ status: FileStatus
  ) -> SettingsFile {
    var settings = List<Setting>()
    var state = SettingsState.valid
    do throws(SettingsDefect) {
      settings = try SettingsReader.settings(in: text)
    } catch {
      state = .broken(error)
    }
    return SettingsFile(
      layer: layer, path: path, state: state, digest: SHA256.digest(of: text).hex,
      owner: status.owner, mode: status.mode, settings: settings)
  }

  /// Adds the drop-ins in the order of their names; hidden files and others than `.json` do not count.
  func appendDropIns(_ directory: [UInt8], to files: inout List<SettingsFile>) {
    let entries: List<DirectoryEntry>
    do throws(SystemError) {
      entries = try fileSystem.entries(directory, limit: SettingsSnapshot.fileLimit)
    } catch {
      if error.code != .notFound && error.code != .notDirectory {
        files.append(broken(directory, .unreadable))
      }
      return
    }
    if entries.count >= SettingsSnapshot.fileLimit {
      files.append(broken(directory, .tooManyFiles))
      return
    }
    var order = [Int](0..<entries.count)
    order.sort { Setting.order(entries[$0].name, entries[$1].name) < 0 }
    for index in order {
      let name = entries[index].name
      guard name.first != 0x2E, name.count > 5, name.suffix(5).elementsEqual([UInt8](".json"))
      else { continue }
      files.append(file(.managed, directory + [0x2F] + name))
    }
  }

  private func broken(_ path: [UInt8], _ code: SettingsDefect.Code) -> SettingsFile {
    SettingsFile(layer: .managed, path: path, state: .broken(SettingsDefect(code)))
  }
}
