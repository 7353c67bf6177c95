// SPDX-License-Identifier: MIT

/// Who may approve, and who may not because the call is their own.
package struct ApprovalAuthority: Sendable {
  package let terms: ApprovalTerms
  package let signers: AllowedSigners
  private let requester: Requester

  /// Who makes the call that is to be approved.
  package struct Requester: Sendable {
    /// The names of the user, each of which can be a principal's.
    package let names: List<[UInt8]>
    /// The user's own public keys.
    let keys: List<SSHPublicKey>

    package init(names: List<[UInt8]>, keys: List<SSHPublicKey> = List()) {
      self.names = names
      self.keys = keys
    }
  }

  package init(_ terms: ApprovalTerms, _ signers: AllowedSigners, _ requester: Requester) {
    self.terms = terms
    self.signers = signers
    self.requester = requester
  }

  /// What one approval is worth.
  package enum Standing: Sendable {
    case counts(AllowedSigner)
    /// Why it does not count.
    case refused(StaticString)
  }

  /// An approval with what it is worth.
  package struct Judged: Sendable {
    package let approval: Approval
    package let standing: Standing

    package init(approval: Approval, standing: Standing) {
      self.approval = approval
      self.standing = standing
    }

    /// The signer's name and key, as far as they are known.
    package var signer: [UInt8] {
      var text: [UInt8] = []
      if case .counts(let signer) = standing, let name = signer.principals.first {
        text = name + [0x20]
      }
      return text + approval.signature.key.fingerprint
    }
  }

  /// Clocks of two machines are seldom further apart.
  private static let skew = 60
  /// An approval by one person in an emergency is used at once or not at all.
  private static let breakGlassLifetime = 60 * 60

  /// What `approval` is worth for the request `id` of `binding`.
  package func judge(
    _ approval: Approval, _ binding: ApprovalBinding, id: [UInt8], now: Timestamp
  ) -> Standing {
    let statement = approval.statement
    if let words = binding.difference(from: statement.binding) { return .refused(words) }
    guard statement.request == id else { return .refused("it has been used") }
    if let words = timeFault(of: statement, now) { return .refused(words) }
    if let reason = statement.breakGlass, reason.isEmpty {
      return .refused("it breaks the glass without a reason")
    }
    do throws(SSHSignature.Fault) {
      try approval.check()
    } catch {
      return .refused(error.words)
    }
    return standing(of: approval.signature.key, now)
  }

  private func timeFault(of statement: ApprovalStatement, _ now: Timestamp) -> StaticString? {
    let lifetime =
      statement.breakGlass == nil
      ? terms.lifetime : min(terms.lifetime, ApprovalAuthority.breakGlassLifetime)
    if statement.expires <= now { return "it has expired" }
    if statement.issued > now.adding(seconds: ApprovalAuthority.skew) {
      return "it is dated in the future"
    }
    return statement.expires > statement.issued.adding(seconds: lifetime)
      ? "it holds for longer than the policy allows" : nil
  }

  private func standing(of key: SSHPublicKey, _ now: Timestamp) -> Standing {
    var fault: StaticString = "it is signed by nobody whom the policy names"
    for signer in signers.signers where signer.key == key {
      if isRequester(signer) { return .refused("it is signed by who asks for it") }
      if let words = signer.fault(for: Approval.namespace, at: now) {
        fault = words
      } else {
        return .counts(signer)
      }
    }
    return .refused(fault)
  }

  /// Whether the signer is who makes the call: one of their keys, or one of their names.
  ///
  /// `alice@example.com` is taken for the user `alice` of the machine.
  private func isRequester(_ signer: AllowedSigner) -> Bool {
    for key in requester.keys where key == signer.key { return true }
    for principal in signer.principals {
      let local = Array(principal.prefix { $0 != 0x40 })
      for name in requester.names
      where ApprovalAuthority.isSame(principal, name) || ApprovalAuthority.isSame(local, name) {
        return true
      }
    }
    return false
  }

  private static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count, !left.isEmpty else { return false }
    for index in 0..<left.count where folded(left[index]) != folded(right[index]) { return false }
    return true
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }

  /// The approvals that count, each of another person with another key.
  package static func distinct(_ judged: List<Judged>) -> List<Judged> {
    var people = List<Judged>()
    for candidate in judged {
      guard case .counts(let signer) = candidate.standing else { continue }
      var isKnown = false
      for other in people {
        guard case .counts(let known) = other.standing else { continue }
        if known.key == signer.key || shareName(known, signer) { isKnown = true }
      }
      if !isKnown { people.append(candidate) }
    }
    return people
  }

  private static func shareName(_ left: AllowedSigner, _ right: AllowedSigner) -> Bool {
    for name in left.principals {
      for other in right.principals where isSame(name, other) { return true }
    }
    return false
  }
}
