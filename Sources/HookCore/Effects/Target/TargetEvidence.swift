// SPDX-License-Identifier: MIT

/// Collects what a command says of its target: the names of contexts, namespaces, profiles, hosts
/// and the like in its words, variables that name them, the directory that it is run in, and what
/// tools keep in files as the target of the next call.
package struct TargetEvidence {
  package private(set) var pieces = List<EnvironmentEvidence>()

  package init() {}

  /// Names looked at in one command; a line that people write has below ten.
  private static let limit = 64

  /// Looks at the words, the variables and the directory, which has to be below `start`.
  package mutating func note(_ words: List<Field>, _ state: ShellState, below start: [UInt8]) {
    note(words, in: state.directory.exact)
    for variable in state.variables where variable.isSet {
      guard let line = CatalogText(TargetEvidence.variables).line(named: variable.name) else {
        continue
      }
      let kind = EvidenceKind(key: line.slice(variable.name.count + 1, line.count))
      let value = state.variable(variable.name)?.value ?? variable.value
      note(value, kind, source: variable.name, in: state.directory.exact)
    }
    if let directory = state.directory.exact, directory.starts(with: start),
      directory.count > start.count
    {
      let below = Array(directory[start.count...])
      add(
        EnvironmentEvidence(
          .path, directory, source: [UInt8]("directory"),
          TargetName.environment(of: below)))
    }
  }

  /// Adds what another place says.
  package mutating func add(_ piece: EnvironmentEvidence) {
    if pieces.count < TargetEvidence.limit { pieces.append(piece) }
  }

  /// A text that is no name of a target: only what it says of production counts.
  package mutating func note(mention text: [UInt8], source: [UInt8]) {
    guard TargetName.environment(of: text) == .production else { return }
    add(EnvironmentEvidence(.word, text, source: source, .production))
  }

  /// An address: where it leads, and production anywhere in it.
  package mutating func note(address: [UInt8], source: [UInt8]) {
    let host = TargetName.environment(of: HostAddress.host(of: address))
    let whole = TargetName.environment(of: address)
    add(EnvironmentEvidence(.url, address, source: source, whole == .production ? whole : host))
  }

  private mutating func note(_ words: List<Field>, in directory: [UInt8]?) {
    guard let first = words.first else { return }
    let program = EffectAnalyzer.lastComponent(first.bytes)
    // The operands are the targets; a database in a file is this machine's.
    let namesTargets =
      program.equals("dropdb") || program.equals("dropuser") || program.equals("cdk")
      || program.equals("cdktf")
    if program.equals("sqlite3") || program.equals("duckdb") || program.equals("litecli") {
      add(EnvironmentEvidence(.word, program, .development))
    }
    var selector: CatalogText?
    for index in 1..<max(1, words.count) {
      let word = words[index]
      let bytes = word.bytes
      for choice in word.alternatives
      where TargetName.environment(of: choice.bytes) == .production {
        add(EnvironmentEvidence(.word, choice.shown, .production))
      }
      if let option = selector {
        selector = nil
        note(word, TargetEvidence.kind(option), source: TargetEvidence.name(option), in: directory)
        continue
      }
      if bytes.equals("-A") || bytes.equals("--all-namespaces") {
        add(EnvironmentEvidence(.namespace, bytes, .unknown, isOpen: true))
      }
      let end = bytes.firstIndex(of: 0x3D) ?? bytes.count
      if let option = TargetEvidence.selector(bytes[..<end]) {
        guard end < bytes.count else {
          selector = option
          continue
        }
        note(
          word.slice(end + 1..<bytes.count), TargetEvidence.kind(option),
          source: TargetEvidence.name(option), in: directory)
      } else if let place = bytes.firstRange(of: "://") {
        note(url: word, from: place.upperBound)
      } else if namesTargets, bytes.first != 0x2D {
        note(word, program.hasPrefix("cdk") ? .workspace : .database, source: [], in: directory)
      } else {
        noteWord(word)
      }
    }
  }

  /// A value that says which target is meant.
  private mutating func note(
    _ value: Field, _ kind: EvidenceKind, source: [UInt8], in directory: [UInt8]?
  ) {
    for choice in value.choices {
      var text = choice.shown
      if kind == .path, choice.isLiteral, let directory,
        let path = AbsolutePath(choice.bytes, in: directory)
      {
        text = path.bytes
      }
      add(
        EnvironmentEvidence(
          kind, text, source: source, TargetName.environment(of: choice.bytes),
          isOpen: choice.hasGap || choice.hasPattern))
    }
  }

  /// The host or bucket of an address says where it leads.
  private mutating func note(url word: Field, from start: Int) {
    var start = start
    var end = start
    while end < word.bytes.count, word.bytes[end] != 0x2F { end += 1 }
    if let at = word.bytes[start..<end].lastIndex(of: 0x40) { start = at + 1 }
    let host = word.slice(start..<end)
    let whole = TargetName.environment(of: word.bytes)
    for choice in host.choices {
      // Production anywhere in it counts.
      let said = whole == .production ? whole : TargetName.environment(of: choice.bytes)
      add(
        EnvironmentEvidence(
          .url, word.shown, said, isOpen: choice.hasGap || choice.hasPattern))
    }
  }

  /// A word that is nobody's value counts where it says production, or names an account.
  private mutating func noteWord(_ word: Field) {
    for choice in word.choices {
      if TargetName.environment(of: choice.bytes) == .production {
        add(EnvironmentEvidence(.word, choice.shown, .production))
      }
      if choice.bytes.hasPrefix("arn:"), let account = TargetEvidence.account(in: choice.bytes) {
        add(EnvironmentEvidence(.account, account, source: [UInt8]("arn"), .unknown))
      }
    }
  }

  /// The fifth part of `arn:aws:service:region:account:resource`.
  private static func account(in name: [UInt8]) -> [UInt8]? {
    let parts = name.split(separator: 0x3A, maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, !parts[4].isEmpty else { return nil }
    return Array(parts[4])
  }

  // MARK: - Tables

  /// The line of an option whose value says which target is meant.
  private static func selector(_ option: ArraySlice<UInt8>) -> CatalogText? {
    guard option.first == 0x2D else { return nil }
    return CatalogText(TargetEvidence.selectors).line(named: option)
  }

  private static func kind(_ line: CatalogText) -> EvidenceKind {
    EvidenceKind(key: line.slice(min(line.count, line.offset(of: 0x20) + 1), line.count))
  }

  private static func name(_ line: CatalogText) -> [UInt8] {
    line.slice(0, line.offset(of: 0x20)).bytes
  }

  /// Options with what their value names, sorted by their bytes.
  static var selectors: StaticString {
    """
    --account account
    --account-id account
    --app project
    --cluster context
    --context context
    --cwd path
    --database database
    --dbname database
    --endpoint-url url
    --env word
    --environment word
    --host host
    --hostname host
    --inventory path
    --kube-context context
    --kubeconfig path
    --namespace namespace
    --org account
    --profile profile
    --project project
    --project-id project
    --resource-group project
    --server host
    --stack workspace
    --stage word
    --subscription subscription
    --uri url
    --url url
    --var-file varFile
    --workspace workspace
    -C path
    -D database
    -a project
    -chdir path
    -d database
    -e word
    -g project
    -h host
    -i path
    -n namespace
    -s workspace
    -var-file varFile
    """
  }

  /// Variables with what they name, sorted by their bytes.
  static var variables: StaticString {
    """
    APP_ENV word
    ARM_SUBSCRIPTION_ID subscription
    AWS_PROFILE profile
    CLOUDSDK_ACTIVE_CONFIG_NAME profile
    CLOUDSDK_CORE_PROJECT project
    DATABASE_URL url
    ENV word
    ENVIRONMENT word
    HELM_KUBECONTEXT context
    HELM_NAMESPACE namespace
    KUBECONFIG path
    MYSQL_HOST host
    NODE_ENV word
    PGDATABASE database
    PGHOST host
    PULUMI_STACK workspace
    RACK_ENV word
    RAILS_ENV word
    STAGE word
    TF_WORKSPACE workspace
    """
  }
}
