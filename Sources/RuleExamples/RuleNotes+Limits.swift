// SPDX-License-Identifier: MIT

extension RuleNotes {
  // Only documents have lists: the examples are in the tests of policy documents.
  static var limits: StaticString {
    #"""
    host-refused
    = The owner of the policy has reasons to keep this host out.
    host-untrusted
    = What is fetched from a host that nobody has named is read by the model like any instruction.
    model-refused
    = Stronger models cost more, and the owner of the policy pays.
    model-unknown
    = What cannot be told may be above what the policy allows.
    server-refused
    = A server acts with its own rights; the owner of the policy says which ones may be used.
    tool-refused
    = What a task does not need it cannot misuse.
    """#
  }
}
