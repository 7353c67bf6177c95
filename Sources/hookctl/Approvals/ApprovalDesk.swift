// SPDX-License-Identifier: MIT
import HookCore

/// The requests of this user, and what the policy of this machine makes of their approvals.
struct ApprovalDesk {
  private let context: HookContext
  private let state: StateDirectory
  /// Nil where no managed document names signers, or their file cannot be used.
  let terms: ApprovalTerms?
  let signers: AllowedSigners?
  /// Why approvals cannot count here, or nil.
  let fault: String?

  init(stateDirectory: [UInt8]?) throws(CommandError) {
    let environment = UserEnvironment.current()
    var options = HookOptions()
    options.stateDirectory = stateDirectory
    context = HookContext(
      environment: environment, fileSystem: LiveFileSystem(), now: .now(), options: options)
    do throws(SystemError) {
      state = try StateDirectory.locate(
        environment, chosen: stateDirectory, fileSystem: LiveFileSystem())
    } catch {
      throw .system(error)
    }
    terms =
      PolicyFiles(
        home: environment.home, project: nil, chosen: nil, userID: environment.userID,
        fileSystem: LiveFileSystem()
      ).approvals
    guard let terms else {
      signers = nil
      fault = "no managed policy names who may approve"
      return
    }
    do throws(SystemError) {
      signers = try AllowedSigners(managed: terms.signers, files: LiveFileSystem())
      fault = nil
    } catch {
      signers = nil
      fault = "\(Output.shown(error.path)): \(error.code.words)"
    }
  }

  private func store() throws(CommandError) -> ApprovalStore {
    do throws(SystemError) {
      return try ApprovalStore(state)
    } catch {
      throw .system(error)
    }
  }

  /// Whether `name` is a request's file and not its id.
  private static func isFile(_ name: [UInt8]) -> Bool { !ApprovalBinding.isID(name) }

  /// The request called `name`, or in the file `name`.
  func request(_ name: [UInt8]) throws(CommandError) -> ApprovalRequest {
    guard ApprovalDesk.isFile(name) else {
      guard let request = try store().request(name) else {
        throw .failure(.noInput, "no request \(Output.shown(name)); see hookctl approvals list")
      }
      return request
    }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try LiveFileSystem().contents(name, limit: ApprovalRequest.sizeLimit)
    } catch {
      throw .system(error)
    }
    guard let request = ApprovalRequest(bytes) else {
      throw .failure(.dataError, "\(Output.shown(name)): no request, or changed")
    }
    return request
  }

  /// Every request, the oldest first.
  func requests() -> List<ApprovalRequest> { (try? store())?.requests() ?? List() }

  /// What a request has come to.
  func status(_ request: ApprovalRequest, now: Timestamp) -> String {
    guard let store = try? store() else { return "unknown" }
    if store.isUsed(request.id) { return "used" }
    if store.denial(of: request.id) != nil { return "denied" }
    if request.expires <= now { return "expired" }
    let people = ApprovalAuthority.distinct(judged(request, now: now))
    let isReady =
      people.count >= request.quorum
      || people.contains { $0.approval.statement.breakGlass != nil }
    return isReady ? "approved" : "waiting"
  }

  /// The approvals of `request` with what they are worth here.
  func judged(_ request: ApprovalRequest, now: Timestamp) -> List<ApprovalAuthority.Judged> {
    var judged = List<ApprovalAuthority.Judged>()
    guard let store = try? store() else { return judged }
    for approval in ApprovalStore.approvals(in: store.path)
    where approval.statement.request == request.id {
      judged.append(
        ApprovalAuthority.Judged(
          approval: approval,
          standing: standing(of: approval, request, now: now)
            ?? .refused("no managed policy names who may approve")))
    }
    return judged
  }

  /// What `approval` is worth; nil where this machine has no policy to tell.
  func standing(
    of approval: Approval, _ request: ApprovalRequest, now: Timestamp
  ) -> ApprovalAuthority.Standing? {
    guard let terms, let signers else { return nil }
    var names = List(request.requester)
    for requester in terms.requesters where requester.user == request.requester {
      names.append(contentsOf: requester.principals)
    }
    return ApprovalAuthority(terms, signers, ApprovalAuthority.Requester(names: names))
      .judge(approval, request.binding, id: request.id, now: now)
  }

  /// Writes an approval where the guard or whoever hands it in finds it.
  ///
  /// - Returns: the path of the file.
  func keep(
    _ bytes: [UInt8], of request: ApprovalRequest, _ approval: Approval, _ name: [UInt8],
    output: [UInt8]?
  ) throws(CommandError) -> [UInt8] {
    let file = request.id + [0x2E] + ApprovalStore.name(of: approval.signature.key)
    var directory = output
    if directory == nil, ApprovalDesk.isFile(name) {
      directory = name.lastIndex(of: 0x2F).map { Array(name[...$0]) } ?? Array("./".utf8)
    }
    guard let directory else {
      let store = try store()
      do throws(ApprovalStore.Fault) {
        try store.write(bytes, of: request.id, by: approval.signature.key)
      } catch {
        throw .failure(.cannotCreate, "\(Output.shown(store.path)): \(error.words)")
      }
      return store.path + [0x2F] + file
    }
    let path = directory.last == 0x2F ? directory + file : directory + [0x2F] + file
    do throws(SystemError) {
      try AtomicFile.write(bytes, to: path, mode: 0o644)
    } catch {
      throw .system(error)
    }
    return path
  }

  /// Marks `request` as denied.
  func deny(_ request: ApprovalRequest, _ reason: [UInt8]) throws(CommandError) {
    let store = try store()
    do throws(ApprovalStore.Fault) {
      try store.deny(request.id, reason: reason)
    } catch {
      throw .failure(.cannotCreate, "\(Output.shown(store.path)): \(error.words)")
    }
  }

  /// Records what a person decided.
  func record(
    _ act: StaticString, _ request: ApprovalRequest, signer: [UInt8]?, reason: [UInt8]?,
    _ output: Output
  ) {
    var details = List<AuditDetail>()
    details.append(AuditDetail("request", request.id))
    details.append(AuditDetail("action", request.binding.action))
    if let signer { details.append(AuditDetail("signer", signer)) }
    do throws(AuditError) {
      let trail = try AuditTrail(.hookctl, context)
      try trail.append(act: act, details: details, reason: reason)
    } catch {
      output.warning("\(Output.shown(error.words)); this was not recorded")
    }
  }
}
