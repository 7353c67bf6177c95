// SPDX-License-Identifier: MIT

/// Who may approve what nobody can be asked about, from a managed document.
package struct ApprovalTerms: Sendable {
  /// The `allowed_signers` file, an absolute path.
  package let signers: [UInt8]
  /// People who have to approve a call.
  package let quorum: Int
  /// People who have to approve what reaches a protected branch.
  package let mergeQuorum: Int
  /// Seconds from a request to its end.
  package let lifetime: Int
  /// The names under which users of machines sign, as `user` and the names.
  package let requesters: List<RequesterNames>

  /// A merge that everybody gets needs two people, whatever the document says.
  package static let leastMergeQuorum = 2
  /// More people than this are never asked for one call.
  static let quorumLimit = 9
  private static let usualLifetime = 60
  /// A week: what is older has to be asked for again.
  static let longestLifetime = 7 * 24 * 60

  init(
    signers: [UInt8], quorum: Int?, mergeQuorum: Int?, minutes: Int?,
    requesters: List<RequesterNames>
  ) {
    self.signers = signers
    self.quorum = quorum ?? 1
    self.mergeQuorum = max(self.quorum, mergeQuorum ?? ApprovalTerms.leastMergeQuorum)
    lifetime = (minutes ?? ApprovalTerms.usualLifetime) * 60
    self.requesters = requesters
  }
}

/// The names under which one user of a machine signs.
package struct RequesterNames: Sendable {
  package let user: [UInt8]
  package let principals: List<[UInt8]>
}

extension PolicyReader {
  /// The section `approvals`.
  static func approvals(in root: PolicyFields) throws(PolicyError) -> ApprovalTerms? {
    guard let value = root.value["approvals"] else { return nil }
    let fields = try PolicyFields(
      value,
      keys: "allowedSigners quorum mergeQuorum lifetimeMinutes requesters")
    let signers = try fields.required("allowedSigners")
    guard signers.first == 0x2F else {
      throw PolicyError(
        .badPath, at: fields.child("allowedSigners"), line: value.line, signers)
    }
    return ApprovalTerms(
      signers: signers,
      quorum: try number(fields, "quorum", 1...ApprovalTerms.quorumLimit),
      mergeQuorum: try number(
        fields, "mergeQuorum", ApprovalTerms.leastMergeQuorum...ApprovalTerms.quorumLimit),
      minutes: try number(fields, "lifetimeMinutes", 1...ApprovalTerms.longestLifetime),
      requesters: try requesters(fields))
  }

  /// The whole number under `key`, which has to be in `range`.
  static func number(
    _ fields: PolicyFields, _ key: StaticString, _ range: ClosedRange<Int>
  ) throws(PolicyError) -> Int? {
    guard let number = try fields.number(key) else { return nil }
    guard range.contains(number) else {
      var bounds: [UInt8] = []
      bounds.append(decimal: range.lowerBound)
      bounds.append(" to ")
      bounds.append(decimal: range.upperBound)
      throw PolicyError(
        .outOfRange, at: fields.child(key), line: fields.value[key]?.line ?? 1, bounds)
    }
    return number
  }

  private static func requesters(
    _ fields: PolicyFields
  ) throws(PolicyError) -> List<RequesterNames> {
    var found = List<RequesterNames>()
    guard let value = fields.value["requesters"] else { return found }
    guard value.kind == .object else { throw PolicyFields.wrongType(value, "an object") }
    for member in value.members {
      let user = member.key.string ?? []
      guard member.value.kind == .array else {
        throw PolicyFields.wrongType(member.value, "an array")
      }
      var principals = List<[UInt8]>()
      for element in member.value.elements {
        guard let name = element.string, !name.isEmpty else {
          throw PolicyFields.wrongType(element, "a string")
        }
        principals.append(name)
      }
      found.append(RequesterNames(user: user, principals: principals))
    }
    return found
  }
}
