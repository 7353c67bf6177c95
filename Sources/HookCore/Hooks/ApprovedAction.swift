// SPDX-License-Identifier: MIT

/// A call as an approval is bound to it.
struct ApprovedAction {
  /// The canonical bytes of the tool, its input, where it runs, and what the rules found.
  let action: [UInt8]
  let binding: ApprovalBinding

  /// Commands of a call whose directories and names are looked at.
  private static let commandLimit = 64
  /// Names in a call that are looked up as branches and tags.
  private static let nameLimit = 256

  /// Nil where the repository cannot be read: nothing could be bound to its head.
  init?(_ call: ToolCall, _ event: HookEvent, _ judgement: GuardJudgement, _ context: HookContext) {
    let directory = event.workingDirectory
    let files = context.fileSystem
    let repository = GitRepository(holding: directory, files: files)
    let head = repository?.head
    // A branch without a commit has nothing that could move; what cannot be read might.
    if let repository, head == nil, repository.branch == nil { return nil }
    let place = ApprovedAction.place(directory, in: repository)
    action = ApprovedAction.bytes(call, place, judgement.decision)
    binding = ApprovalBinding(
      action: SHA256.digest(of: action).hex, repository: repository?.identity ?? place,
      branch: repository?.branch ?? [], head: head ?? [],
      commits: ApprovedAction.commits(in: call, event, repository, judgement, context),
      stage: judgement.session.words, policy: judgement.policyName)
  }

  /// Where a call runs, seen from the top of its repository: a checkout may lie elsewhere next time.
  private static func place(_ directory: [UInt8], in repository: GitRepository?) -> [UInt8] {
    guard let root = repository?.root, directory.starts(with: root) else { return directory }
    let inside = Array(directory.dropFirst(root.count == 1 ? 0 : root.count))
    return inside.isEmpty ? [0x2E] : [0x2E] + inside
  }

  private static func bytes(_ call: ToolCall, _ place: [UInt8], _ decision: Decision) -> [UInt8] {
    var writer = JSONWriter(capacity: 1_024)
    writer.beginObject()
    writer.key("directory")
    writer.string(place)
    writer.key("found")
    writer.beginArray()
    for finding in decision.findings where finding.counts {
      let subject = finding.subject.isEmpty ? [] : [0x20] + finding.subject
      writer.string(finding.rule.id.bytes + subject)
    }
    writer.endArray()
    writer.key("input")
    write(call, to: &writer)
    writer.key("tool")
    writer.string(call.name)
    writer.endObject()
    return writer.bytes
  }

  /// The input without the description of a command, which does nothing and is worded anew each time.
  private static func write(_ call: ToolCall, to writer: inout JSONWriter) {
    let runsCommand: Bool
    switch call.tool {
    case .bash, .monitor: runsCommand = true
    case .read, .write, .edit, .notebookEdit, .grep, .glob, .webFetch, .webSearch, .agent, .skill,
      .cronCreate, .scheduleWakeup, .sendMessage, .enterWorktree, .exitWorktree, .bookkeeping,
      .mcp, .unknown:
      runsCommand = false
    }
    guard let whole = JSONCanonical.write(call.input),
      let canonical = try? JSONDocument(parsing: whole).root
    else { return writer.string(Array(call.input.source)) }
    writer.beginObject()
    for member in canonical.members where !(runsCommand && member.key.equals("description")) {
      writer.key(member.key.string ?? [])
      writer.raw(member.value.source)
    }
    writer.endObject()
  }

  /// What the commands of the call name that can move until it is approved.
  ///
  /// Branches and tags among their words, and the heads of other repositories that they run in.
  private static func commits(
    in call: ToolCall, _ event: HookEvent, _ repository: GitRepository?,
    _ judgement: GuardJudgement, _ context: HookContext
  ) -> List<[UInt8]> {
    let commands = ToolCallEffects.commands(
      of: call, in: event.workingDirectory, home: context.environment.home,
      files: context.fileSystem, terms: judgement.policies?.terms ?? AnalysisTerms())
    var found = List<[UInt8]>()
    var names = 0
    for command in commands.prefix(commandLimit) {
      for place in places(of: command) {
        guard let other = GitRepository(holding: place, files: context.fileSystem) else { continue }
        if other.root != repository?.root {
          add(other.identity + [0x20] + (other.head ?? [UInt8]("unknown")), to: &found)
        }
        for word in command.words where names < nameLimit {
          for choice in word.choices where choice.isLiteral {
            names += 1
            // The branch that is checked out is bound by itself.
            if other.root == repository?.root, choice.bytes == repository?.branch { continue }
            if let named = commit(named: choice.bytes, in: other) { add(named, to: &found) }
          }
        }
      }
    }
    return found
  }

  /// The directories that a command works in: its own, and those that options of git name.
  private static func places(of command: ExpandedCommand) -> List<[UInt8]> {
    var places = List<[UInt8]>()
    guard let directory = command.directory.exact else { return places }
    places.append(directory)
    guard let program = command.words.first?.exact, program.hasSuffix("git") else { return places }
    var takesNext = false
    for word in command.words {
      guard let text = word.exact else { continue }
      var name: [UInt8]?
      if takesNext { name = text }
      takesNext =
        text.equals("-C") || text.equals("--git-dir") || text.equals("--work-tree")
      if text.hasPrefix("--git-dir=") { name = Array(text.dropFirst(10)) }
      if text.hasPrefix("--work-tree=") { name = Array(text.dropFirst(12)) }
      if let name, let path = AbsolutePath(name, in: directory) { places.append(path.bytes) }
    }
    return places
  }

  /// `name commit` where `word` names a branch or tag; of `from:to` it is the first.
  private static func commit(named word: [UInt8], in repository: GitRepository) -> [UInt8]? {
    var name = Array(word.prefix { $0 != 0x3A })
    if name.first == 0x2B { name.removeFirst() }
    let longest = 255
    guard !name.isEmpty, name.count <= longest, name.first != 0x2D, !name.equals("HEAD") else {
      return nil
    }
    for prefix in ["refs/heads/", "refs/tags/", "refs/remotes/", ""] as [StaticString] {
      if prefix.utf8CodeUnitCount == 0, !name.hasPrefix("refs/") { return nil }
      if let commit = repository.commit(of: [UInt8](prefix) + name) {
        return name + [0x20] + commit
      }
    }
    return nil
  }

  private static func add(_ text: [UInt8], to found: inout List<[UInt8]>) {
    for known in found where known == text { return }
    found.append(text)
  }
}
