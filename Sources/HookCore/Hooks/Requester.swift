// SPDX-License-Identifier: MIT

/// Who makes the calls of a session.
enum Requester {
  /// Public keys in the user's directory that are looked at.
  private static let keyLimit = 64
  private static let keySize = 16 * 1024

  /// The name of the user on this machine, or the number where it has none.
  static func user(_ context: HookContext) -> [UInt8] {
    if let name = PasswordFile.name(of: context.environment.userID) { return name }
    var text: [UInt8] = []
    text.append(decimal: Int(context.environment.userID))
    return text
  }

  /// The user, what the policy says they sign as, and who the wired command line names.
  static func current(
    _ context: HookContext, _ terms: ApprovalTerms
  ) -> ApprovalAuthority.Requester {
    let user = user(context)
    var names = List(user)
    if let name = context.options.requester { names.append(name) }
    for requester in terms.requesters
    where requester.user == user || requester.user == context.options.requester {
      names.append(contentsOf: requester.principals)
    }
    return ApprovalAuthority.Requester(names: names, keys: keys(context))
  }

  private static func keys(_ context: HookContext) -> List<SSHPublicKey> {
    let directory = context.environment.home + [UInt8]("/.ssh")
    var keys = List<SSHPublicKey>()
    let entries = try? context.fileSystem.entries(directory, limit: keyLimit)
    for entry in entries ?? List() where entry.name.hasSuffix(".pub") {
      let path = directory + [0x2F] + entry.name
      if let text = try? context.fileSystem.contents(path, limit: keySize),
        let key = SSHPublicKey(line: text)
      {
        keys.append(key)
      }
    }
    return keys
  }
}
