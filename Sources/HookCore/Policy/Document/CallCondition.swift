// SPDX-License-Identifier: MIT

/// What a condition says of tools of servers and of agents; every member that is given has to hold.
package struct CallCondition: Sendable {
  /// Names of servers, with `*`.
  package var servers = List<[UInt8]>()
  /// Classes of the call: `read`, `write`, `destructive`.
  package var verbs = List<VerbClass>()
  /// How a statement for a database begins, with `*`: `drop *`, `delete from`.
  package var statements = List<[UInt8]>()
  package var arguments = List<ArgumentCondition>()
  /// Kinds of agents that are started, with `*`.
  package var agents = List<[UInt8]>()
  /// Models that are asked for, with `*`; `unknown` for what cannot be told.
  package var models = List<[UInt8]>()

  package init() {}

  package var isEmpty: Bool {
    !namesServer && agents.isEmpty && models.isEmpty
  }

  /// Whether only calls of servers meet it.
  var namesServer: Bool {
    !servers.isEmpty || !verbs.isEmpty || !statements.isEmpty || !arguments.isEmpty
  }

  static let keys: StaticString = "server verb statement argument agent model"
}

/// What an argument has to be: one of the values, wherever it stands under that name.
package struct ArgumentCondition: Sendable {
  /// A key at any depth, or a JSON pointer: `database`, `/options/host`.
  package let name: [UInt8]
  package let values: List<[UInt8]>

  /// Whether `argument` is the one that is meant; keys and pointers in any case of letters.
  func names(_ argument: ServerArgument) -> Bool {
    Words.areSame(name.first == 0x2F ? argument.pointer : argument.name, name)
  }
}
