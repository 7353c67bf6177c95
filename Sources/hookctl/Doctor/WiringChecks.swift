// SPDX-License-Identifier: MIT
import HookCore

/// What can be seen in the settings and on the disk without running anything.
struct WiringChecks {
  let sources: [InspectedSettings]
  let hooks: [WiredHook]
  let userID: UInt32

  /// What `timeout` may be: above the hook's own deadline of 2 s, and short enough to wait for.
  private static let saneTimeouts = 3...60

  /// All of them, in the order in which they are printed.
  func run() -> [Check] {
    var checks = sources.map(validity)
    checks += switches()
    for program in HookProgram.allCases { checks += presence(of: program) }
    for program in HookProgram.allCases {
      let wired = hooks.filter { $0.program == program }
      guard !wired.isEmpty else { continue }
      checks += summary("executable", program, wired.map(executable))
      checks += summary("exec-form", program, wired.map(form))
      checks += summary("all-calls", program, wired.map(reach))
      checks += summary("timeout", program, wired.map(timeout))
      if program.blocksOnFailure { checks += summary("on-failure", program, wired.map(onFailure)) }
    }
    return checks
  }

  /// One line where every entry is in order, else one for each that is not.
  private func summary(_ id: String, _ program: HookProgram, _ found: [Check?]) -> [Check] {
    var problems: [Check] = []
    for case let check? in found where !problems.contains(where: { $0.subject == check.subject }) {
      problems.append(check)
    }
    return problems.isEmpty ? [.ok(id, program.title)] : problems
  }

  private func validity(of source: InspectedSettings) -> Check {
    let path = Output.shown(source.path)
    guard !source.defect.isEmpty else { return .ok("settings", path) }
    return .fail("settings", path, "\(source.defect); repair it")
  }

  // MARK: switches

  /// What turns hooks off in whole layers (CONTRACT 3.5).
  private func switches() -> [Check] {
    var problems: [Check] = []
    let onlyManaged = hooks.allSatisfy { $0.settings.layer == .managed }
    for source in sources {
      let path = Output.shown(source.path)
      if source.root?["disableAllHooks"]?.boolean == true {
        if source.layer == .managed || !onlyManaged {
          problems.append(.fail("switches", path, "disableAllHooks is set; remove it"))
        } else {
          problems.append(
            .warn("switches", path, "disableAllHooks is set; only the managed hooks run"))
        }
      }
      let managedOnly = source.root?["allowManagedHooksOnly"]?.boolean == true
      if source.layer == .managed, managedOnly, !onlyManaged {
        problems.append(
          .fail("switches", path, "allowManagedHooksOnly is set; wire the hooks there"))
      }
    }
    return problems.isEmpty ? [.ok("switches", "nothing turns the hooks off")] : problems
  }

  // MARK: presence

  /// Whether `program` is wired on every event it should be.
  private func presence(of program: HookProgram) -> [Check] {
    var missing: [String] = []
    var isVital = false
    for event in HookEventName.allCases where HookWiring.programs(on: event).contains(program) {
      let name = "\(event.text)"
      guard !hooks.contains(where: { $0.program == program && $0.event == Array(name.utf8) }) else {
        continue
      }
      missing.append(name)
      if event == .preToolUse || event == .configChange, program.blocksOnFailure { isVital = true }
    }
    guard !missing.isEmpty else { return [.ok("wired", program.title)] }
    let advice = "not on \(missing.joined(separator: ", ")); run hookctl settings merge"
    return [isVital ? .fail("wired", program.title, advice) : .warn("wired", program.title, advice)]
  }

  // MARK: one entry

  private func executable(of hook: WiredHook) -> Check? {
    let path = hook.executable
    let shown = Output.shown(path)
    func fail(_ advice: String) -> Check { .fail("executable", shown, advice) }
    guard path.first == 0x2F else {
      return fail("not an absolute path; a project's PATH would decide what runs")
    }
    do throws(SystemError) {
      let status = try LiveFileSystem().status(path)
      if status.kind == .symbolicLink {
        return .warn("executable", shown, "is a symbolic link; wire the file it points to")
      }
      guard status.kind == .regular else { return fail("not a regular file; reinstall") }
      guard status.mode & 0o111 != 0 else { return fail("not executable; reinstall") }
      return try ownership(path, status, isManaged: hook.settings.layer == .managed)
    } catch {
      return fail("\(Output.shown(error.path)): \(error.code.words); reinstall")
    }
  }

  /// Who could replace the file: its owner, and whoever can write to it or to a directory above.
  private func ownership(
    _ path: [UInt8], _ status: FileStatus, isManaged: Bool
  ) throws(SystemError) -> Check? {
    var path = path
    var status = status
    let shown = Output.shown(path)
    while true {
      let isTrusted = status.owner == 0 || (!isManaged && status.owner == userID)
      let place = Output.shown(path)
      guard isTrusted else {
        return .fail("executable", shown, "\(place) belongs to another user; change its owner")
      }
      let isSticky = status.kind == .directory && status.mode & 0o1000 != 0
      if status.mode & 0o002 != 0, !isSticky {
        return .fail("executable", shown, "anybody can write to \(place); run chmod o-w")
      }
      if status.mode & 0o020 != 0, !isSticky, status.kind != .symbolicLink {
        return .warn("executable", shown, "a group can write to \(place); run chmod g-w")
      }
      guard path.count > 1, let slash = path.lastIndex(of: 0x2F) else { return nil }
      path = slash == 0 ? [0x2F] : Array(path[..<slash])
      status = try LiveFileSystem().status(path)
      // A link's own bits mean nothing; the directories above it are judged next.
      if status.kind == .symbolicLink { status.mode = 0o755 }
    }
  }

  private func form(of hook: WiredHook) -> Check? {
    guard hook.arguments == nil else { return nil }
    return .fail("exec-form", hook.place, "a shell starts it; add \"args\": []")
  }

  private func reach(of hook: WiredHook) -> Check? {
    if hook.entry["async"]?.boolean == true || hook.entry["asyncRewake"]?.boolean == true {
      return .fail("all-calls", hook.place, "async: the client does not wait for it; remove async")
    }
    if hook.entry["if"] != nil {
      return .fail("all-calls", hook.place, "if leaves calls out; remove it")
    }
    if let matcher = hook.matcher, !matcher.equals(""), !matcher.equals("*") {
      let advice = "the matcher leaves calls out; remove it"
      return hook.program == .audit
        ? .warn("all-calls", hook.place, advice) : .fail("all-calls", hook.place, advice)
    }
    return nil
  }

  private func timeout(of hook: WiredHook) -> Check? {
    guard let timeout = hook.entry["timeout"] else {
      return .warn("timeout", hook.place, "the default is ten minutes; set \"timeout\": 10")
    }
    if let seconds = timeout.integer, WiringChecks.saneTimeouts.contains(seconds) { return nil }
    return .fail("timeout", hook.place, "set \"timeout\": 10")
  }

  private func onFailure(of hook: WiredHook) -> Check? {
    guard hook.entry["onFailure"]?.equals("block") != true else { return nil }
    return .fail(
      "on-failure", hook.place,
      "a hook that cannot start lets the call run; set \"onFailure\": \"block\"")
  }
}
