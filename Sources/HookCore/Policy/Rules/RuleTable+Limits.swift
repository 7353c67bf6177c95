// SPDX-License-Identifier: MIT

extension RuleTable {
  static var limits: StaticString {
    """
    host-refused deny - connecting to a host that the policy refuses: | use another source, or ask the owner of the policy
    host-untrusted ask - connecting to a host that the policy does not name: | use a host that it names, or ask the user
    model-refused deny - asking for a model above what the policy allows: | use a smaller model
    model-unknown ask - asking for a model that cannot be told: | name haiku, sonnet or opus, as far as the policy allows
    server-refused deny - calling a server that the policy does not allow: | use another tool, or ask the owner of the policy
    tool-refused deny - calling a tool that the policy does not allow: | use another tool, or ask the owner of the policy
    """
  }
}
