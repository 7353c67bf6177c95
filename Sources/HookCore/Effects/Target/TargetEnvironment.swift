// SPDX-License-Identifier: MIT

/// What a call acts on, as far as can be told; unknown counts as production.
///
/// The cases stand from the mildest on.
package enum TargetEnvironment: UInt8, Sendable, Equatable, Comparable {
  case development
  case staging
  case unknown
  case production

  package static func < (left: TargetEnvironment, right: TargetEnvironment) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The words of documents; unknown is none of them.
  package static var words: StaticString { "development staging production" }

  package var word: StaticString {
    switch self {
    case .development: "development"
    case .staging: "staging"
    case .unknown: "unknown"
    case .production: "production"
    }
  }

  /// The environment that documents call `word`.
  package init?(word: [UInt8]) {
    if word.equals("development") {
      self = .development
    } else if word.equals("staging") {
      self = .staging
    } else if word.equals("production") {
      self = .production
    } else {
      return nil
    }
  }
}

/// What a piece of evidence is the name of.
package enum EvidenceKind: UInt8, Sendable, Equatable {
  case branch
  case worktree
  /// A context or cluster of Kubernetes.
  case context
  case namespace
  /// A workspace of Terraform, a stack of Pulumi.
  case workspace
  case varFile
  case profile
  case account
  case project
  case subscription
  case database
  case host
  case url
  case path
  /// An argument of a tool of an MCP server.
  case argument
  /// A word, option or variable of no such kind: documents cannot speak of it.
  case word

  /// The keys of documents, in the order of the cases.
  package static var keys: StaticString {
    """
    branch worktree context namespace workspace varFile profile account project subscription \
    database host url path argument
    """
  }

  /// The kind that documents, and the tables of `TargetEvidence`, call `key`.
  init(key: CatalogText) {
    var number: UInt8 = 0
    for known in CatalogText(EvidenceKind.keys).split(0x20) {
      if known == key {
        self = EvidenceKind(rawValue: number) ?? .word
        return
      }
      number += 1
    }
    self = .word
  }

  package var name: StaticString {
    switch self {
    case .branch: "branch"
    case .worktree: "worktree"
    case .context: "context"
    case .namespace: "namespace"
    case .workspace: "workspace"
    case .varFile: "varFile"
    case .profile: "profile"
    case .account: "account"
    case .project: "project"
    case .subscription: "subscription"
    case .database: "database"
    case .host: "host"
    case .url: "url"
    case .path: "path"
    case .argument: "argument"
    case .word: "word"
    }
  }
}

/// One name that says, or does not say, which environment is meant.
package struct EnvironmentEvidence: Sendable {
  package let kind: EvidenceKind
  /// Where the name is found: an option, a variable, a file; empty for a word by itself.
  package let source: [UInt8]
  /// The name; of paths the absolute form.
  package let value: [UInt8]
  /// What the name says by the words that it is made of.
  package let environment: TargetEnvironment
  /// Whether a part of the name is unknown, which can be anything.
  package let isOpen: Bool

  init(
    _ kind: EvidenceKind, _ value: [UInt8], source: [UInt8] = [],
    _ environment: TargetEnvironment, isOpen: Bool = false
  ) {
    self.kind = kind
    self.value = value
    self.source = source
    self.environment = environment
    self.isOpen = isOpen
  }

  /// A name that says what its words say.
  package init(_ kind: EvidenceKind, named value: [UInt8], source: [UInt8] = []) {
    self.init(kind, value, source: source, TargetName.environment(of: value))
  }
}
