// SPDX-License-Identifier: MIT

/// What a hook knows beside the event.
package struct HookContext: Sendable {
  package let environment: UserEnvironment
  package let fileSystem: any FileSystem
  package let now: Timestamp
  package let options: HookOptions
  /// Policy documents in the place of those on disk, for the operator's tool and tests.
  package var policies: PolicyFiles?
  /// What searches found before, in a run over many calls.
  package var trees: TreeMemory?
  /// Whether the risk is told of calls that no rule meets too: only the operator's tool asks.
  package var assessesRisk = false

  package init(
    environment: UserEnvironment, fileSystem: any FileSystem, now: Timestamp, options: HookOptions
  ) {
    self.environment = environment
    self.fileSystem = fileSystem
    self.now = now
    self.options = options
  }
}

/// The options on the wired command line, which only the settings' owner writes.
package struct HookOptions: Sendable, Equatable {
  /// `--state-dir DIR`: where log and baseline are, in place of the usual directory.
  package var stateDirectory: [UInt8]?
  /// `--policy FILE`: the policy document in the place of the user's.
  package var policy: [UInt8]?
  /// `--approvals DIR`: a directory of signed approvals beside those in the state directory.
  package var approvals: [UInt8]?
  /// `--requester NAME`: who started the session, where the user of the machine does not say it.
  package var requester: [UInt8]?
  /// `--stage NAME`, `--phase NAME`, `--scope PATH[:PATH]`, `--ticket ID`: what the session is for.
  package var session = SessionTerms()
  /// `--audit-required`: an action that cannot be recorded does not happen.
  package var requiresAudit = false

  package init() {}

  /// Reads the arguments after the program's name.
  ///
  /// - Returns: nil where one is unknown, lacks its value, or is not an absolute path.
  package init?(_ arguments: List<[UInt8]>) {
    var position = 0
    while position < arguments.count {
      let argument = arguments[position]
      position += 1
      if argument.equals("--audit-required") {
        requiresAudit = true
        continue
      }
      guard position < arguments.count, take(argument, arguments[position]) else { return nil }
      position += 1
    }
  }

  /// Takes an option that has a value; false where it is unknown or the value is none for it.
  private mutating func take(_ option: [UInt8], _ value: [UInt8]) -> Bool {
    if option.equals("--policy") {
      policy = value
      return value.first == 0x2F
    }
    if option.equals("--state-dir") {
      stateDirectory = value
      return value.first == 0x2F
    }
    if option.equals("--approvals") {
      approvals = value
      return value.first == 0x2F
    }
    if option.equals("--requester") {
      requester = value
      return !value.isEmpty
    }
    return session.take(option, value)
  }
}
