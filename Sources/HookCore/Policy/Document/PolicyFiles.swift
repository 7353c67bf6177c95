// SPDX-License-Identifier: MIT

/// Who a policy document comes from; the lower layers only tighten what the higher decided.
package enum PolicyLayer: UInt8, Sendable, Equatable, Comparable {
  case managed
  case user
  case repository

  package var name: StaticString {
    switch self {
    case .managed: "managed"
    case .user: "user"
    case .repository: "repository"
    }
  }

  package static func < (left: PolicyLayer, right: PolicyLayer) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A document with the file that it comes from.
package struct LoadedPolicy: Sendable {
  package let layer: PolicyLayer
  package let path: [UInt8]
  package let document: PolicyDocument
  /// What the file holds.
  let bytes: [UInt8]

  /// Of the file's bytes; no decision needs it.
  package var digest: SHA256Digest { SHA256.digest(of: bytes) }

  /// The line of the file, from 1 on, that the byte at `offset` is in.
  package func line(at offset: Int) -> Int {
    var line = 1
    for byte in bytes.prefix(offset) where byte == 0x0A { line += 1 }
    return line
  }
}

/// A policy file that is there and cannot be used: nothing but reads may run.
package struct PolicyFailure: Sendable, Equatable {
  package let path: [UInt8]
  let layer: PolicyLayer
  /// Lower case, no full stop.
  package let words: [UInt8]

  /// Why nothing but reads may run, for people and the model.
  var reason: [UInt8] {
    var reason = [UInt8]("the policy ")
    reason += path
    reason.append(" cannot be used: ")
    reason += words
    reason.append(
      "; only reads inside the project may run (rule policy-unusable); ask the user to repair it, hookctl policy check says more"
    )
    return reason
  }
}

/// The policy files of a session, the highest layer first.
package struct PolicyFiles: Sendable {
  package private(set) var policies = List<LoadedPolicy>()
  package private(set) var failures = List<PolicyFailure>()

  private static let user: StaticString = "/.config/security-hooks/policy.json"
  private static let repository: StaticString = "/.claude/security-hooks.json"
  /// Documents in `policy.d`: a central team's parts, not a database.
  private static let folderLimit = 256

  private let fileSystem: any FileSystem
  private let userID: UInt32

  /// Reads the files of a session; where there are none this costs four looks.
  ///
  /// - Parameters:
  ///   - project: the root of the project; nil where there is none.
  ///   - chosen: the file named by `--policy`, in the place of the user's.
  package init(
    home: [UInt8], project: [UInt8]?, chosen: [UInt8]?, userID: UInt32,
    fileSystem: any FileSystem
  ) {
    self.fileSystem = fileSystem
    self.userID = userID
    readManaged([UInt8](ManagedDirectory.path))
    if let chosen {
      read(chosen, .user, isRequired: true)
    } else {
      read(home + [UInt8](PolicyFiles.user), .user)
    }
    if let project { read(project + [UInt8](PolicyFiles.repository), .repository) }
  }

  /// These documents with `document` added to those of the highest layer.
  package func adding(_ document: PolicyDocument) -> PolicyFiles {
    let layer = top ?? .managed
    var all = List(LoadedPolicy(layer: layer, path: [], document: document, bytes: []))
    all.append(contentsOf: policies)
    return PolicyFiles(all)
  }

  /// The documents in `paths` as if they were managed, whoever they belong to.
  package init(reading paths: [[UInt8]], fileSystem: any FileSystem) {
    self.fileSystem = fileSystem
    userID = 0
    for path in paths { read(path, .managed, isTrusted: true) }
  }

  /// These documents, the highest layer first; for the operator's tool and tests.
  package init(_ policies: List<LoadedPolicy>) {
    fileSystem = LiveFileSystem()
    userID = 0
    self.policies = policies
  }

  /// Whether there is no policy beside the built-in rules.
  package var isEmpty: Bool { policies.isEmpty && failures.isEmpty }

  /// The highest layer that there is a document of: it alone may loosen.
  package var top: PolicyLayer? { policies.first?.layer }

  /// What all documents add to the analysis.
  package var terms: AnalysisTerms {
    var terms = AnalysisTerms()
    for policy in policies {
      terms.wrappers.append(contentsOf: policy.document.terms.wrappers)
      terms.protectedBranches.append(contentsOf: policy.document.terms.protectedBranches)
      for entry in policy.document.environments {
        terms.environments.append(entry, onlyRaises: policy.layer != top)
      }
      terms.verbs.append(policy.document.limits.verbs, onlyRaises: policy.layer != top)
    }
    return terms
  }

  /// Who may approve what nobody can be asked about: the last managed document that says so.
  package var approvals: ApprovalTerms? {
    var terms: ApprovalTerms?
    for policy in policies where policy.layer == .managed {
      terms = policy.document.approvals ?? terms
    }
    return terms
  }

  /// The classes of tools as the documents of `layer` see them: by what these and the higher ones say.
  func verbs(for layer: PolicyLayer) -> ToolVerbs {
    var verbs = ToolVerbs()
    for policy in policies where policy.layer <= layer {
      verbs.append(policy.document.limits.verbs, onlyRaises: policy.layer != top)
    }
    return verbs
  }

  /// What tells the rules of this session from others: the digest of its documents, in order.
  package var digest: [UInt8] {
    var text: [UInt8] = []
    for policy in policies {
      text.append(policy.layer.name)
      text.append(0x20)
      policy.digest.appendHex(to: &text)
      text.append(0x0A)
    }
    return SHA256.digest(of: text).hex
  }

  /// The same for a session in these places.
  package func terms(home: [UInt8], project: [UInt8]) -> AnalysisTerms {
    var terms = terms
    terms.environments.home = home
    terms.environments.project = project
    return terms
  }

  /// What names stand for to the documents of `layer`: what these and the higher ones say.
  func environments(for layer: PolicyLayer) -> EnvironmentTerms {
    var terms = EnvironmentTerms()
    for policy in policies where policy.layer <= layer {
      for entry in policy.document.environments { terms.append(entry) }
    }
    return terms
  }

  /// Whether any document has to know what the session's own place says of an environment.
  var namesEnvironments: Bool {
    for policy in policies {
      if policy.document.risk != nil { return true }
      for rule in policy.document.rules where rule.condition.namesEnvironment { return true }
      for exception in policy.document.exceptions where exception.condition.namesEnvironment {
        return true
      }
    }
    return false
  }

  /// Whether any condition speaks of commands.
  var namesCommands: Bool {
    for policy in policies {
      if policy.document.limits.namesCommands { return true }
      for rule in policy.document.rules where rule.condition.namesCommands { return true }
      for exception in policy.document.exceptions where exception.condition.namesCommands {
        return true
      }
    }
    return false
  }

  /// One look where there is no such directory, as on most machines.
  private mutating func readManaged(_ directory: [UInt8]) {
    do throws(SystemError) {
      _ = try fileSystem.status(directory)
    } catch {
      if error.code == .notFound { return }
    }
    read(directory + [UInt8]("/policy.json"), .managed)
    readFolder(directory + [UInt8]("/policy.d"))
  }

  private mutating func readFolder(_ folder: [UInt8]) {
    let entries: List<DirectoryEntry>
    do throws(SystemError) {
      entries = try fileSystem.entries(folder, limit: PolicyFiles.folderLimit)
    } catch {
      if error.code != .notFound { fail(folder, .managed, error.code.words) }
      return
    }
    var names: [[UInt8]] = []
    for entry in entries where entry.name.hasSuffix(".json") && entry.name.first != 0x2E {
      names.append(entry.name)
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    for name in names { read(folder + [0x2F] + name, .managed) }
  }

  private mutating func read(
    _ path: [UInt8], _ layer: PolicyLayer, isRequired: Bool = false, isTrusted: Bool = false
  ) {
    let bytes: [UInt8]
    do throws(SystemError) {
      if !isTrusted, let words = distrust(try fileSystem.status(path), layer) {
        return fail(path, layer, words)
      }
      bytes = try fileSystem.contents(path, limit: PolicyReader.sizeLimit)
    } catch {
      if isRequired || isTrusted || !PolicyFiles.isAbsence(error.code, layer) {
        fail(path, layer, error.code.words)
      }
      return
    }
    do throws(PolicyError) {
      policies.append(
        LoadedPolicy(
          layer: layer, path: path, document: try PolicyReader.read(bytes),
          bytes: bytes))
    } catch {
      failures.append(PolicyFailure(path: path, layer: layer, words: error.words))
    }
  }

  /// Whether an error says that there is no such document: in a project that cannot be there neither.
  private static func isAbsence(_ code: SystemError.Code, _ layer: PolicyLayer) -> Bool {
    switch layer {
    case .managed, .user: code == .notFound
    case .repository: code == .notFound || code == .notDirectory || code == .nameTooLong
    }
  }

  private mutating func fail(
    _ path: [UInt8], _ layer: PolicyLayer, _ words: StaticString
  ) {
    failures.append(PolicyFailure(path: path, layer: layer, words: [UInt8](words)))
  }

  /// Why a file of this status is not to be believed, or nil.
  private func distrust(_ status: FileStatus, _ layer: PolicyLayer) -> StaticString? {
    guard status.kind == .regular else { return "is no regular file" }
    switch layer {
    case .managed:
      if status.owner != 0 { return "does not belong to root" }
      if status.mode & 0o022 != 0 { return "can be written by others than root" }
    case .user:
      if status.owner != userID, status.owner != 0 { return "belongs to another user" }
      if status.mode & 0o022 != 0 { return "can be written by other users" }
    case .repository:
      // Checkouts are often writable by a group; all the same it can only tighten.
      if status.mode & 0o002 != 0 { return "can be written by every user" }
    }
    return nil
  }
}
