// SPDX-License-Identifier: MIT

/// What an approval holds for, and nothing else.
package struct ApprovalBinding: Sendable, Equatable {
  /// SHA-256 of the action: the tool, its whole input, where it runs, and what the rules found.
  package var action: [UInt8]
  package var repository: [UInt8]
  /// Empty where no branch is checked out.
  package var branch: [UInt8]
  /// The commit that is checked out; empty outside of repositories.
  package var head: [UInt8]
  /// What else the call names that can move: `name commit` for branches, tags, other repositories.
  package var commits: List<[UInt8]>
  /// The stage of the pipeline that the session is in; empty where none is given.
  package var stage: [UInt8]
  /// The digest of the policy documents.
  package var policy: [UInt8]

  package init(
    action: [UInt8], repository: [UInt8], branch: [UInt8], head: [UInt8],
    commits: List<[UInt8]>, stage: [UInt8], policy: [UInt8]
  ) {
    self.action = action
    self.repository = repository
    self.branch = branch
    self.head = head
    self.commits = commits
    self.stage = stage
    self.policy = policy
  }

  /// Reads what `write(to:)` wrote.
  init?(_ value: JSONValue) {
    guard let action = value["action"]?.string, let repository = value["repository"]?.string,
      let branch = value["branch"]?.string, let head = value["head"]?.string,
      let stage = value["stage"]?.string, let policy = value["policy"]?.string,
      let named = value["commits"], named.kind == .array
    else { return nil }
    var commits = List<[UInt8]>()
    for element in named.elements {
      guard let commit = element.string else { return nil }
      commits.append(commit)
    }
    self.init(
      action: action, repository: repository, branch: branch, head: head, commits: commits,
      stage: stage, policy: policy)
  }

  /// Appends the canonical object.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("action")
    writer.string(action)
    writer.key("branch")
    writer.string(branch)
    writer.key("commits")
    writer.beginArray()
    for commit in commits { writer.string(commit) }
    writer.endArray()
    writer.key("head")
    writer.string(head)
    writer.key("policy")
    writer.string(policy)
    writer.key("repository")
    writer.string(repository)
    writer.key("stage")
    writer.string(stage)
    writer.endObject()
  }

  /// Letters of a request's id: 60 bits, enough to tell requests apart and short to type.
  private static let idLength = 12

  /// The id of the request for this when `round` of its requests have been used.
  ///
  /// It only names the request: what is approved is the binding itself.
  package func requestID(round: Int) -> [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    var text = writer.bytes
    text.append(0x20)
    text.append(decimal: round)
    let digest = SHA256.digest(of: text).bytes
    var id: [UInt8] = []
    var pending = 0
    var held = 0
    for byte in digest where id.count < ApprovalBinding.idLength {
      pending = (pending << 8 | Int(byte)) & 0xFFFF
      held += 8
      while held >= 5, id.count < ApprovalBinding.idLength {
        held -= 5
        let value = UInt8(truncatingIfNeeded: pending >> held) & 31
        id.append(value < 26 ? 0x41 + value : 0x32 + value - 26)
      }
    }
    return id
  }

  /// Whether `text` can be the id of a request: RFC 4648, 6.
  package static func isID(_ text: [UInt8]) -> Bool {
    guard text.count == idLength else { return false }
    for byte in text {
      switch byte {
      case 0x41...0x5A, 0x32...0x37: continue
      default: return false
      }
    }
    return true
  }

  /// Why an approval of `other` is none of this, or nil.
  func difference(from other: ApprovalBinding) -> StaticString? {
    if repository != other.repository { return "it is for another repository" }
    if branch != other.branch || head != other.head { return "the branch head has moved" }
    if commits != other.commits { return "what the call names has moved" }
    if stage != other.stage { return "it is for another stage" }
    if policy != other.policy { return "the policy has changed" }
    return nil
  }
}
