// SPDX-License-Identifier: MIT

/// Something that one part of a command line takes up and another lets go: a file that reaches a
/// host, a download that reaches an interpreter, output that reaches a file.
package struct Flow: Sendable {
  package let source: FlowSource
  package let target: FlowTarget
}

/// Where a flow begins.
package struct FlowSource: Sendable {
  /// The kinds of places that bytes come from.
  package enum Kind: Sendable {
    /// The content of a file.
    case file
    /// A variable of the surroundings whose name says that it is secret.
    case variable
    /// The environment as a whole.
    case environment
    /// What a secret store prints.
    case secretStore
    case download
    /// Text that was encoded.
    case decoder
    /// Numbers of processes.
    case process
  }

  package var kind: Kind
  /// The file, variable, host or command.
  package let name: [UInt8]
  /// The part of the command text that takes it up.
  package let range: SourceRange
  /// Whether only lines or fields of it go on.
  package var isPicked = false
  let file: FileTarget?

  init(_ kind: Kind, _ name: [UInt8], file: FileTarget? = nil, at range: SourceRange) {
    self.kind = kind
    self.name = name
    self.file = file
    self.range = range
  }

  /// What a command takes up that has this effect, or nil where it takes nothing up.
  init?(_ effect: Effect) {
    switch effect.kind {
    case .reads, .readsTree, .links:
      guard let file = effect.file else { return nil }
      self.init(.file, file.name.bytes, file: file, at: effect.range)
    case .performs(.printEnvironment):
      self.init(.environment, effect.subject, at: effect.range)
    case .performs(let action) where action.printsSecretStore:
      self.init(.secretStore, effect.subject, at: effect.range)
    case .writes, .truncates, .deletes, .deletesTree, .moves, .changesMode, .uses, .executes,
      .evaluates, .connects, .performs:
      return nil
    }
  }

  func isSame(as other: FlowSource) -> Bool {
    kind == other.kind && isPicked == other.isPicked && range.start == other.range.start
      && range.end == other.range.end && name == other.name
  }
}

/// Where a flow ends.
package struct FlowTarget: Sendable {
  /// The kinds of places that bytes go to.
  package enum Kind: Sendable {
    case host
    /// A shell or another interpreter, which runs them.
    case interpreter
    case file
  }

  package let kind: Kind
  package let name: [UInt8]
  /// The part of the command text that lets it go.
  package let range: SourceRange

  init(_ kind: Kind, _ name: [UInt8], at range: SourceRange) {
    self.kind = kind
    self.name = name
    self.range = range
  }
}

extension Action {
  /// Whether it prints what a store of secrets holds.
  var printsSecretStore: Bool {
    rawValue.hasPrefix([UInt8]("print-")) || self == .decryptSecretFile || self == .exportPrivateKey
  }
}
