// SPDX-License-Identifier: MIT

/// What tools keep in files as the target of their next call; read only where a command has an
/// effect on such a target.
extension TargetEvidence {
  /// Bytes of such a file that are looked at; real ones have some kilobytes.
  private static let sizeLimit = 1 << 20

  /// Adds the current context of Kubernetes, or the workspace of Terraform, where `words` run a
  /// tool that goes by it and do not name another.
  mutating func noteFiles(_ words: List<Field>, _ state: ShellState, _ files: any FileSystem) {
    guard let first = words.first?.exact, let tool = TargetTool(program: first) else { return }
    switch tool {
    case .cluster: if !has(.context) { noteCluster(state, files) }
    case .terraform: if !has(.workspace) { noteWorkspace(state, files) }
    case .gcloud, .azure: break
    }
  }

  /// Adds what earlier commands of the same line chose for the tool that `words` run.
  mutating func note(_ selections: List<TargetSelection>, _ words: List<Field>) {
    guard let first = words.first?.exact, let tool = TargetTool(program: first) else { return }
    for selection in selections where selection.tool == tool { add(selection.evidence) }
  }

  private func has(_ kind: EvidenceKind) -> Bool {
    for piece in pieces where piece.kind == kind { return true }
    return false
  }

  /// The file that names the context: `--kubeconfig`, `KUBECONFIG`, or the one in the home.
  private mutating func noteCluster(_ state: ShellState, _ files: any FileSystem) {
    var path = state.home + [UInt8]("/.kube/config")
    for piece in pieces
    where piece.kind == .path
      && (piece.source.equals("KUBECONFIG") || piece.source.equals("--kubeconfig"))
    {
      if piece.isOpen { return }
      // Of several files the first that sets the context counts.
      path = Array(piece.value.prefix { $0 != 0x3A })
    }
    guard path.first == 0x2F,
      let text = try? files.contents(path, limit: TargetEvidence.sizeLimit)
    else { return }
    let config = ClusterConfig(text)
    guard !config.context.isEmpty else { return }
    add(EnvironmentEvidence(.context, named: config.context, source: path))
    if !config.cluster.isEmpty, config.cluster != config.context {
      add(EnvironmentEvidence(.context, named: config.cluster, source: path))
    }
    if !config.namespace.isEmpty, !has(.namespace) {
      add(EnvironmentEvidence(.namespace, named: config.namespace, source: path))
    }
  }

  /// What `terraform workspace select` has written below the directory of the configuration.
  private mutating func noteWorkspace(_ state: ShellState, _ files: any FileSystem) {
    var directory = state.directory.exact
    for piece in pieces where piece.kind == .path && piece.source.equals("-chdir") {
      directory = piece.isOpen ? nil : piece.value
    }
    guard let directory else { return }
    let path = directory + [UInt8]("/.terraform/environment")
    guard let text = try? files.contents(path, limit: TargetEvidence.sizeLimit) else { return }
    let name = text.prefix { $0 != 0x0A && $0 != 0x0D }
    // The workspace that every configuration begins with says nothing.
    guard !name.isEmpty, !Array(name).equals("default") else { return }
    add(EnvironmentEvidence(.workspace, named: Array(name), source: path))
  }
}

/// Tools that keep the target of their next call.
enum TargetTool: UInt8 {
  case cluster
  case terraform
  case gcloud
  case azure

  init?(program path: [UInt8]) {
    let program = EffectAnalyzer.lastComponent(path)
    if TargetName.isWord(program, of: TargetTool.clusterPrograms) {
      self = .cluster
    } else if TargetName.isWord(program, of: "terraform tofu terragrunt") {
      self = .terraform
    } else if program.equals("gcloud") {
      self = .gcloud
    } else if program.equals("az") {
      self = .azure
    } else {
      return nil
    }
  }

  private static var clusterPrograms: StaticString {
    """
    kubectl k oc helm flux istioctl linkerd velero skaffold cilium ko kustomize argocd kubectx \
    kubens
    """
  }
}

/// A target that a command chose for those that come after it.
struct TargetSelection {
  let tool: TargetTool
  let evidence: EnvironmentEvidence

  /// `kubectl config use-context`, `kubectx`, `kubens`, `terraform workspace select`,
  /// `gcloud config set project`, `az account set`; nil for other commands.
  init?(_ program: [UInt8], _ arguments: List<Field>) {
    // Few commands hold one of these words: asked first, since it is asked of every command.
    var mayChoose = program.hasSuffix("kubectx") || program.hasSuffix("kubens")
    for argument in arguments {
      let word = argument.bytes
      mayChoose =
        mayChoose || word.equals("config") || word.equals("workspace") || word.equals("account")
    }
    guard mayChoose, let tool = TargetTool(program: program) else { return nil }
    var operands = List<Field>()
    for argument in arguments where argument.bytes.first != 0x2D { operands.append(argument) }
    func says(_ index: Int, _ word: StaticString) -> Bool {
      index < operands.count && operands[index].bytes.equals(word)
    }
    var chosen: (kind: EvidenceKind, place: Int)?
    switch tool {
    case .cluster:
      if program.hasSuffix("kubectx") {
        chosen = (.context, 0)
      } else if program.hasSuffix("kubens") {
        chosen = (.namespace, 0)
      } else if says(0, "config"), says(1, "use-context") || says(1, "use") {
        chosen = (.context, 2)
      }
    case .terraform:
      if says(0, "workspace"), says(1, "select") || says(1, "new") { chosen = (.workspace, 2) }
    case .gcloud:
      if says(0, "config"), says(1, "set"), says(2, "project") || says(2, "core/project") {
        chosen = (.project, 3)
      }
    case .azure:
      if says(0, "account"), says(1, "set") { chosen = (.subscription, 2) }
    }
    guard let chosen, chosen.place < operands.count else { return nil }
    let value = operands[chosen.place]
    var environment = TargetEnvironment.development
    for choice in value.choices {
      environment = max(environment, TargetName.environment(of: choice.bytes))
    }
    self.tool = tool
    evidence = EnvironmentEvidence(
      chosen.kind, value.shown, source: program, environment, isOpen: value.exact == nil)
  }
}

/// The current context of a kubeconfig with its cluster and namespace; as far as it is the YAML
/// that the tools write.
struct ClusterConfig {
  private(set) var context: [UInt8] = []
  private(set) var cluster: [UInt8] = []
  private(set) var namespace: [UInt8] = []

  init(_ text: [UInt8]) {
    var entries = List<ClusterConfig>()
    var entry = ClusterConfig()
    var isInContexts = false
    for line in text.split(separator: 0x0A) {
      let body = line.drop { $0 == 0x20 }
      let isTop = body.count == line.count
      if isTop, body.first != 0x2D, body.first != 0x23 {
        isInContexts = body.starts(with: [UInt8]("contexts:"))
        if let value = ClusterConfig.value(of: "current-context", in: body) { context = value }
        continue
      }
      guard isInContexts else { continue }
      var rest = body
      if body.first == 0x2D {
        entries.append(entry)
        entry = ClusterConfig()
        rest = body.dropFirst().drop { $0 == 0x20 }
      }
      if let value = ClusterConfig.value(of: "name", in: rest) { entry.context = value }
      if let value = ClusterConfig.value(of: "cluster", in: rest) { entry.cluster = value }
      if let value = ClusterConfig.value(of: "namespace", in: rest) { entry.namespace = value }
    }
    entries.append(entry)
    for entry in entries where entry.context == context && !context.isEmpty {
      cluster = entry.cluster
      namespace = entry.namespace
    }
  }

  private init() {}

  /// The value after `key:`, without quotes.
  private static func value(of key: StaticString, in line: ArraySlice<UInt8>) -> [UInt8]? {
    let name = [UInt8](key)
    guard line.starts(with: name), line.dropFirst(name.count).first == 0x3A else { return nil }
    var value = line.dropFirst(name.count + 1).drop { $0 == 0x20 }
    while let last = value.last, last == 0x20 || last == 0x0D { value.removeLast() }
    if let quote = value.first, quote == 0x22 || quote == 0x27, value.count > 1,
      value.last == quote
    {
      value = value.dropFirst().dropLast()
    }
    return Array(value)
  }
}
