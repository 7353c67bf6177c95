// SPDX-License-Identifier: MIT

/// Copies of policy documents as they were when they could be used last.
///
/// One can be used only to forbid: whoever can write the state directory gains nothing by a copy
/// of their own.
extension PolicyFiles {
  private static let folder: StaticString = "policy"
  /// Documents of one user, in all their repositories.
  private static let copyLimit = 256

  /// Keeps a copy of each document; of one that is kept this costs a look.
  package func keepLastGood(in state: Result<StateDirectory, SystemError>) {
    guard case .success(let state) = state else { return }
    for policy in policies where !policy.bytes.isEmpty {
      let directory = state.path + [0x2F] + [UInt8](PolicyFiles.folder)
      let start = PolicyFiles.start(of: policy.path)
      let path = directory + [0x2F] + start + policy.digest.hex
      if (try? LiveFileSystem().status(path)) != nil { continue }
      guard (try? state.open(PolicyFiles.folder)) != nil else { return }
      let names = PolicyFiles.names(in: directory)
      guard names.count < PolicyFiles.copyLimit,
        (try? AtomicFile.write(policy.bytes, to: path, mode: 0o600)) != nil
      else { continue }
      for name in names where name.starts(with: start) {
        try? AtomicFile.remove(directory + [0x2F] + name)
      }
    }
  }

  /// These documents, and in the place of each that cannot be used its last good copy.
  package func withLastGood(in state: [UInt8]?) -> PolicyFiles {
    guard let state else { return self }
    let directory = state + [0x2F] + [UInt8](PolicyFiles.folder)
    var copies = List<LoadedPolicy>()
    for failure in failures {
      let start = PolicyFiles.start(of: failure.path)
      for name in PolicyFiles.names(in: directory) where name.starts(with: start) {
        let path = directory + [0x2F] + name
        guard
          let bytes = try? LiveFileSystem().contents(path, limit: PolicyReader.sizeLimit),
          SHA256.digest(of: bytes).hex == Array(name.dropFirst(start.count)),
          let document = try? PolicyReader.read(bytes)
        else { continue }
        copies.append(
          LoadedPolicy(
            layer: failure.layer, path: failure.path, document: document,
            bytes: bytes))
      }
    }
    var all = List<LoadedPolicy>()
    for layer in [PolicyLayer.managed, .user, .repository] {
      for policy in policies where policy.layer == layer { all.append(policy) }
      for copy in copies where copy.layer == layer { all.append(copy) }
    }
    return PolicyFiles(all)
  }

  private static func start(of path: [UInt8]) -> [UInt8] {
    SHA256.digest(of: path).hex.prefix(16) + [0x2E]
  }

  private static func names(in directory: [UInt8]) -> List<[UInt8]> {
    var names = List<[UInt8]>()
    let entries = try? LiveFileSystem().entries(directory, limit: copyLimit)
    for entry in entries ?? List() where entry.kind == .regular { names.append(entry.name) }
    return names
  }
}
