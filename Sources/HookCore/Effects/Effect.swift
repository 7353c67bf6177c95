// SPDX-License-Identifier: MIT

/// One thing that a tool call would do.
package struct Effect: Sendable {
  package var kind: EffectKind
  /// The file that it concerns, where it concerns one.
  package var file: FileTarget?
  /// What else it names: a host, a package, a branch; for messages.
  package var subject: [UInt8]
  /// False where it may happen, true where it will if the command is reached.
  package var isCertain: Bool
  /// What it is done to, where rules differ by that.
  package var environment = TargetEnvironment.unknown
  /// Whether it acts on what `evidence` is looked for: infrastructure, a data store, a service.
  package var hasTarget = false
  /// The names that `environment` follows from.
  package var evidence = List<EnvironmentEvidence>()
  /// The part of the command text that causes it; empty for other tools.
  package var range: SourceRange

  package init(
    _ kind: EffectKind, file: FileTarget? = nil, subject: [UInt8] = [], isCertain: Bool = true,
    range: SourceRange = SourceRange(0, 0)
  ) {
    self.kind = kind
    self.file = file
    self.subject = subject
    self.isCertain = isCertain
    self.range = range
  }
}

/// A file as a command names it: the name, and the directory that it is relative to.
package struct FileTarget: Sendable {
  package var name: Field
  package var directory: Field

  package init(_ name: Field, in directory: Field) {
    self.name = name
    self.directory = directory
  }
}

/// The kinds of effects.
package enum EffectKind: Sendable, Equatable {
  /// The content of a file becomes visible or is copied.
  case reads
  /// The content of everything below a directory becomes visible or is copied.
  case readsTree
  /// A file is made, changed or overwritten.
  case writes
  /// A file is emptied or cut off.
  case truncates
  /// A file is deleted.
  case deletes
  /// A directory is deleted with all that is in it.
  case deletesTree
  /// A file or directory gets another name or place: it is read, and no longer where it was.
  case moves
  /// Another name is made for a file: who reads that name reads the file.
  case links
  /// Mode, owner or attributes change; `inTree` for all below a directory.
  case changesMode(inTree: Bool)
  /// A name is handed to a program of which we know nothing.
  case uses
  /// The file is run as a program or script.
  case executes
  /// A text is run as code: by a shell or another interpreter.
  case evaluates
  /// A connection to another host, or to a service of this machine.
  case connects
  /// Something with a name of its own, which one rule judges.
  case performs(Action)
}
