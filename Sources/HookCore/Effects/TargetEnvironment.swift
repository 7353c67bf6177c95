// SPDX-License-Identifier: MIT

/// What a command acts on, as far as the command itself says; unknown counts as production.
package enum TargetEnvironment: UInt8, Sendable, Equatable {
  case unknown
  case production
  case nonProduction

  /// Looks at the names of contexts, namespaces, profiles, hosts and the like in `words`, at
  /// variables that name them, and at the directory below `start` that the command is run in.
  init(of words: List<Field>, _ state: ShellState, _ start: [UInt8]) {
    var evidence = TargetEvidence()
    evidence.note(words)
    var number: UInt8 = 0
    while let name = TargetEvidence.variable(number) {
      number += 1
      if let variable = state.variable([UInt8](name)), variable.isSet {
        evidence.note(selector: variable.value)
      }
    }
    if let directory = state.directory.exact, directory.starts(with: start) {
      evidence.note(selector: Field(Array(directory[start.count...])))
    }
    self = evidence.environment
  }
}

/// What the words of a command say of its target.
struct TargetEvidence {
  private var isProduction = false
  private var isElsewhere = false
  private var isUnknown = false

  /// Production on any word's evidence; elsewhere only where nothing is left open.
  var environment: TargetEnvironment {
    if isProduction { return .production }
    return isElsewhere && !isUnknown ? .nonProduction : .unknown
  }

  mutating func note(_ words: List<Field>) {
    guard let first = words.first else { return }
    let program = EffectAnalyzer.lastComponent(first.bytes)
    // The operands are the targets; a database in a file is this machine's.
    let namesTargets =
      program.equals("dropdb") || program.equals("dropuser") || program.equals("cdk")
      || program.equals("cdktf")
    if program.equals("sqlite3") || program.equals("duckdb") || program.equals("litecli") {
      isElsewhere = true
    }
    var selects = false
    for index in 1..<max(1, words.count) {
      let word = words[index]
      let bytes = word.bytes
      for choice in word.choices where TargetEvidence.tells(choice.bytes) == .production {
        isProduction = true
      }
      if selects {
        selects = false
        note(selector: word)
        continue
      }
      if bytes.equals("-A") || bytes.equals("--all-namespaces") { isUnknown = true }
      let end = bytes.firstIndex(of: 0x3D) ?? bytes.count
      if TargetEvidence.isSelector(Array(bytes[..<end])) {
        if end < bytes.count {
          note(selector: word.slice(end + 1..<bytes.count))
        } else {
          selects = true
        }
      } else if let place = bytes.firstRange(of: "://") {
        note(selector: TargetEvidence.host(word, from: place.upperBound))
      } else if namesTargets, bytes.first != 0x2D {
        note(selector: word)
      }
    }
  }

  /// A value that says which target is meant.
  mutating func note(selector value: Field) {
    for choice in value.choices {
      if choice.hasGap || choice.hasPattern { isUnknown = true }
      switch TargetEvidence.tells(choice.bytes) {
      case .production: isProduction = true
      case .nonProduction: isElsewhere = true
      case .unknown: continue
      }
    }
  }

  /// A text that is no name of a target: only what it says of production counts.
  mutating func note(mention text: [UInt8]) {
    if TargetEvidence.tells(text) == .production { isProduction = true }
  }

  /// The host or bucket of an address.
  private static func host(_ word: Field, from start: Int) -> Field {
    var start = start
    var end = start
    while end < word.bytes.count, word.bytes[end] != 0x2F { end += 1 }
    if let at = word.bytes[start..<end].lastIndex(of: 0x40) { start = at + 1 }
    return word.slice(start..<end)
  }

  /// What the words say that a name is made of: `web-prod`, `StagingStack`, `eu_dev_1`.
  private static func tells(_ name: [UInt8]) -> TargetEnvironment {
    var result = name.hasPrefix("127.") ? TargetEnvironment.nonProduction : .unknown
    var isNegated = false
    var start = 0
    while start < name.count {
      var end = start
      while end < name.count, isLetter(name[end]),
        end == start || !(isUpper(name[end]) && !isUpper(name[end - 1]))
      {
        end += 1
      }
      if end == start {
        start += 1
        continue
      }
      let word = name[start..<end].map { $0 | 0x20 }
      if word.equals("prod") || word.equals("production") || word.equals("prd")
        || word.equals("live")
      {
        if !isNegated { return .production }
        result = .nonProduction
      }
      isNegated = word.equals("non") || word.equals("pre")
      if isElsewhere(word) { result = .nonProduction }
      start = end
    }
    return result
  }

  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether `text` is one of the words of a constant.
  private static func isWord(_ text: [UInt8], of words: StaticString) -> Bool {
    for word in CatalogText(words).split(0x20) where word.equals(text) { return true }
    return false
  }

  private static func isElsewhere(_ word: [UInt8]) -> Bool {
    isWord(
      word,
      of: """
        dev devel develop development staging stage stg test tests testing qa uat sandbox local \
        localhost minikube kind preview review ci demo playground ephemeral desktop orbstack colima \
        nonprod preprod
        """)
  }

  /// Options whose value says which target is meant.
  private static func isSelector(_ option: [UInt8]) -> Bool {
    option.first == 0x2D
      && isWord(
        option,
        of: """
          --context --kube-context --kubeconfig --cluster --namespace -n --profile --workspace \
          --stack -s --stage --env --environment -e --var-file -var-file -chdir --project --app -a \
          --project-id --resource-group -g --subscription --host -h --hostname --dbname --database \
          -d -D --server --uri --inventory -i --account --org --url --endpoint-url --cwd -C
          """)
  }

  /// Variables whose value says which target is meant, by number; nil after the last.
  static func variable(_ number: UInt8) -> StaticString? {
    switch number {
    case 0: "AWS_PROFILE"
    case 1: "KUBECONFIG"
    case 2: "TF_WORKSPACE"
    case 3: "NODE_ENV"
    case 4: "RAILS_ENV"
    case 5: "APP_ENV"
    case 6: "ENV"
    case 7: "ENVIRONMENT"
    case 8: "STAGE"
    case 9: "PGHOST"
    case 10: "DATABASE_URL"
    case 11: "CLOUDSDK_CORE_PROJECT"
    case 12: "CLOUDSDK_ACTIVE_CONFIG_NAME"
    case 13: "HELM_NAMESPACE"
    case 14: "PULUMI_STACK"
    case 15: "MYSQL_HOST"
    case 16: "RACK_ENV"
    default: nil
    }
  }
}
