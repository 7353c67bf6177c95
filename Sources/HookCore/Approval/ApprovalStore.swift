// SPDX-License-Identifier: MIT

/// Requests, approvals and marks in the state directory.
///
/// `ID.request` waits for approval, `ID.KEY.approval` is a signed one, `ID.denied` says that a person
/// refused, `ID.used` that the call has been let through.
package struct ApprovalStore: ~Copyable {
  package static let folder: StaticString = "approvals"

  /// Why no request could be written.
  package enum Fault: Error {
    /// There are too many open requests.
    case full
    case system(SystemError)

    package var words: StaticString {
      switch self {
      case .full: "too many requests are open"
      case .system(let error): error.code.words
      }
    }
  }

  /// Open requests of one user: whoever asks for more is not waiting for any of them.
  private static let requestLimit = 256
  /// Files that are looked at in one directory.
  private static let entryLimit = 2_048
  /// Approvals of one directory that are read; the quorum is never near.
  private static let approvalLimit = 256
  /// Uses of one and the same call that are remembered.
  private static let roundLimit = 64
  /// Seconds for which it is remembered that a request was used: longer than any approval holds.
  private static let memory = (ApprovalTerms.longestLifetime + 24 * 60) * 60

  private let directory: PrivateDirectory

  /// Opens the directory in `state`; makes it where there is none.
  package init(_ state: StateDirectory) throws(SystemError) {
    directory = try state.open(ApprovalStore.folder)
  }

  package var path: [UInt8] { directory.path }

  private func path(_ id: [UInt8], _ ending: StaticString) -> [UInt8] {
    directory.path + [0x2F] + id + [UInt8](ending)
  }

  private func exists(_ path: [UInt8]) -> Bool {
    do throws(SystemError) {
      _ = try LiveFileSystem().status(path)
      return true
    } catch {
      // What cannot be looked at counts as there: a mark of use must not be overlooked.
      return error.code != .notFound
    }
  }

  /// How many requests for `binding` have been used; nil where it is too often.
  package func round(of binding: ApprovalBinding) -> Int? {
    for round in 0..<ApprovalStore.roundLimit
    where !exists(path(binding.requestID(round: round), ".used")) {
      return round
    }
    return nil
  }

  package func isUsed(_ id: [UInt8]) -> Bool { exists(path(id, ".used")) }

  /// The request called `id`.
  package func request(_ id: [UInt8]) -> ApprovalRequest? {
    guard
      let bytes = try? LiveFileSystem().contents(
        path(id, ".request"), limit: ApprovalRequest.sizeLimit),
      let request = ApprovalRequest(bytes), request.id == id
    else { return nil }
    return request
  }

  /// Every request, the oldest first.
  package func requests() -> List<ApprovalRequest> {
    var found: [ApprovalRequest] = []
    for name in names(ending: ".request") {
      if let request = request(Array(name.dropLast(8))) { found.append(request) }
    }
    found.sort { $0.requested < $1.requested }
    return List(copying: found)
  }

  /// Keeps `request`, and forgets what is over.
  package func write(_ request: ApprovalRequest, now: Timestamp, lifetime: Int) throws(Fault) {
    forget(before: now, lifetime: lifetime)
    guard names(ending: ".request").count < ApprovalStore.requestLimit else { throw .full }
    try write(request.bytes, to: path(request.id, ".request"))
  }

  /// Keeps an approval of `request`; a second one with the same key takes the place of the first.
  package func write(_ approval: [UInt8], of request: [UInt8], by key: SSHPublicKey) throws(Fault) {
    try write(approval, to: path(request, ".") + ApprovalStore.name(of: key))
  }

  /// The name of a file for an approval signed with `key`, after the request's id and a dot.
  package static func name(of key: SSHPublicKey) -> [UInt8] {
    SHA256.digest(of: key.blob).hex.prefix(16) + [UInt8](".approval")
  }

  /// Remembers that a person refused the request `id`.
  package func deny(_ id: [UInt8], reason: [UInt8]) throws(Fault) {
    try write(reason, to: path(id, ".denied"))
  }

  /// Why a person refused the request `id`; nil where nobody did.
  package func denial(of id: [UInt8]) -> [UInt8]? {
    let path = path(id, ".denied")
    guard exists(path) else { return nil }
    let reason = try? LiveFileSystem().contents(path, limit: ApprovalRequest.sizeLimit)
    return reason ?? []
  }

  /// Marks the request `id` as used, before its call is let through.
  ///
  /// - Returns: false where it had been used: of two that try at the same time one gets true.
  package func consume(_ id: [UInt8], _ note: [UInt8]) throws(SystemError) -> Bool {
    do throws(SystemError) {
      let mark = try directory.open(id + [UInt8](".used"), for: .claiming)
      try mark.writeAll(note)
      try mark.sync()
      return true
    } catch {
      if error.code == .exists { return false }
      throw error
    }
  }

  private func write(_ bytes: [UInt8], to path: [UInt8]) throws(Fault) {
    do throws(SystemError) {
      try AtomicFile.write(bytes, to: path, mode: 0o600)
    } catch {
      throw .system(error)
    }
  }

  private func names(ending: StaticString) -> List<[UInt8]> {
    ApprovalStore.names(in: directory.path, ending: ending)
  }

  private static func names(in directory: [UInt8], ending: StaticString) -> List<[UInt8]> {
    var names = List<[UInt8]>()
    let entries = try? LiveFileSystem().entries(directory, limit: entryLimit)
    for entry in entries ?? List() where entry.name.hasSuffix(ending) { names.append(entry.name) }
    return names
  }

  /// Removes requests that have ended, what belongs to them, and marks that are no longer needed.
  private func forget(before now: Timestamp, lifetime: Int) {
    let files = LiveFileSystem()
    let entries = try? files.entries(directory.path, limit: ApprovalStore.entryLimit)
    for entry in entries ?? List() {
      let path = directory.path + [0x2F] + entry.name
      guard let status = try? files.status(path) else { continue }
      let kept = entry.name.hasSuffix(".used") ? ApprovalStore.memory : lifetime
      let changed = Timestamp(microseconds: status.modified / 1_000)
      if changed.adding(seconds: kept) < now { try? AtomicFile.remove(path) }
    }
  }

  /// The approvals in a directory, whoever put them there: their signatures say what they are worth.
  package static func approvals(in directory: [UInt8]) -> List<Approval> {
    var found = List<Approval>()
    for name in names(in: directory, ending: ".approval") where found.count < approvalLimit {
      let path = directory + [0x2F] + name
      if let bytes = try? LiveFileSystem().contents(path, limit: Approval.sizeLimit),
        let approval = Approval(bytes)
      {
        found.append(approval)
      }
    }
    return found
  }
}
