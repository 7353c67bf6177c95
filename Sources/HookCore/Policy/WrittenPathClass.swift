// SPDX-License-Identifier: MIT

/// The classes of path that overwriting or deleting is refused for, whatever the file holds.
enum WrittenPathClass {
  /// The strictest rule on writing `path`, by its name as given and by where it leads.
  static func rule(of path: ResolvedPath, _ places: PathPlaces) -> FileRule? {
    // The process's own streams, through whatever links the system makes of them.
    if isOwnStream(path.given.bytes) { return nil }
    let first = rule(path.resolved, places)
    if path.given == path.resolved { return first }
    let second = rule(path.given, places)
    guard let first, let second else { return first ?? second }
    return first.rule.verdict >= second.rule.verdict ? first : second
  }

  /// The rule that forbids writing `path`, or nil.
  private static func rule(_ path: AbsolutePath, _ places: PathPlaces) -> FileRule? {
    let bytes = path.bytes
    if isOrdinary(bytes, places), places.isInProject(path) { return nil }
    if let rule = protection(bytes, places) { return rule }
    if bytes.hasPrefix("/dev/") { return isHarmlessDevice(bytes) ? nil : .overwriteDevice }
    if bytes.hasPrefix("/proc/") || bytes.hasPrefix("/sys/") { return .changeKernelFile }
    if let rule = access(bytes) ?? persistence(bytes, places) { return rule }
    if isGitInternal(bytes) { return .overwriteGit }
    if places.isDisposable(path) || places.isInProject(path) { return nil }
    if bytes.hasPrefix("/var/") {
      return bytes.hasPrefix("/var/spool/") || isRecord(bytes) ? .changeSystem : nil
    }
    guard places.isSystem(path) else { return nil }
    if bytes.equals("/etc/hosts") || bytes.equals("/etc/resolv.conf")
      || bytes.equals("/etc/nsswitch.conf")
    {
      return .changeNameResolution
    }
    return bytes.hasPrefix("/etc/") || bytes.hasPrefix("/private/etc/") ? .changeEtc : .changeSystem
  }

  /// Whether none of the names below can be in `bytes`: most files of a project are told by that.
  private static func isOrdinary(_ bytes: [UInt8], _ places: PathPlaces) -> Bool {
    if let state = places.state, bytes.starts(with: state) { return false }
    if let approvals = places.approvals, bytes.starts(with: approvals) { return false }
    if bytes.firstRange(of: "/.") != nil || bytes.firstRange(of: "/L") != nil
      || bytes.firstRange(of: "/libexec/") != nil
    {
      return false
    }
    return !bytes.hasPrefix("/etc/") && !bytes.hasPrefix("/var/") && !bytes.hasPrefix("/dev/")
      && !bytes.hasPrefix("/proc/") && !bytes.hasPrefix("/sys/") && !bytes.hasPrefix("/private/")
  }

  /// The rule on the client's settings and our own files, or nil for any other.
  static func protection(_ bytes: [UInt8], _ places: PathPlaces) -> FileRule? {
    if bytes.hasSuffix("/.claude/security-hooks.json") || bytes.equals("/etc/security-hooks")
      || bytes.hasPrefix("/etc/security-hooks/")
      || bytes.hasPrefix("/Library/Application Support/security-hooks/")
    {
      return .changePolicy
    }
    if bytes.hasSuffix("/.claude/settings.json") || bytes.hasSuffix("/.claude/settings.local.json")
      || bytes.hasSuffix("/.claude") || bytes.equals("/etc/claude-code")
      || bytes.hasPrefix("/etc/claude-code/")
      || bytes.hasPrefix("/Library/Application Support/ClaudeCode/")
    {
      return .changeClientSettings
    }
    if bytes.firstRange(of: "/libexec/security-hooks/") != nil
      || bytes.hasSuffix("/libexec/security-hooks")
    {
      return .changeHookFiles
    }
    if bytes.hasPrefix("/var/lib/security-hooks/") { return .changeRecord }
    if let state = places.state, bytes.starts(with: state) { return .changeRecord }
    if let approvals = places.approvals, bytes.starts(with: approvals) { return .changeRecord }
    let home = places.home.bytes
    guard bytes.starts(with: home) else { return nil }
    let rest = Array(bytes[home.count...])
    if rest.hasPrefix("/.config/security-hooks") { return .changePolicy }
    if rest.hasPrefix("/.local/state/security-hooks") { return .changeRecord }
    if rest.equals("/.local/bin/hookctl") { return .changeHookFiles }
    return rest.equals("/.claude") ? .changeClientSettings : nil
  }

  /// Logs in which the system keeps who did what.
  private static func isRecord(_ bytes: [UInt8]) -> Bool {
    bytes.equals("/var/log/auth.log") || bytes.equals("/var/log/syslog")
      || bytes.equals("/var/log/secure") || bytes.equals("/var/log/messages")
      || bytes.equals("/var/log/wtmp") || bytes.equals("/var/log/btmp")
      || bytes.equals("/var/log/lastlog") || bytes.hasPrefix("/var/log/audit/")
  }

  private static func isOwnStream(_ bytes: [UInt8]) -> Bool {
    bytes.hasPrefix("/dev/fd/") || bytes.hasPrefix("/proc/self/fd/") || bytes.equals("/dev/stdout")
      || bytes.equals("/dev/stderr") || bytes.equals("/dev/stdin")
  }

  /// Devices that take anything and keep nothing, and this process's own streams.
  private static func isHarmlessDevice(_ bytes: [UInt8]) -> Bool {
    bytes.equals("/dev/null") || bytes.equals("/dev/zero") || bytes.equals("/dev/full")
      || bytes.equals("/dev/tty") || bytes.equals("/dev/stdout") || bytes.equals("/dev/stderr")
      || bytes.equals("/dev/stdin") || bytes.hasPrefix("/dev/fd/") || bytes.hasPrefix("/dev/pts/")
      || bytes.hasPrefix("/dev/shm/") || bytes.equals("/dev/random")
      || bytes.equals("/dev/urandom") || bytes.equals("/dev/ptmx")
  }

  /// Who may log in or become another user.
  private static func access(_ bytes: [UInt8]) -> FileRule? {
    if bytes.hasSuffix("/.ssh/authorized_keys") || bytes.hasSuffix("/.ssh/authorized_keys2") {
      return .changeAuthorizedKeys
    }
    if bytes.hasPrefix("/etc/sudoers") { return .changeSudoers }
    if bytes.hasPrefix("/etc/pam.d/") { return .changeLoginChecks }
    return bytes.equals("/etc/passwd") || bytes.equals("/etc/shadow") || bytes.equals("/etc/group")
      ? .changeAccounts : nil
  }

  /// What the system, a shell or git runs by itself.
  ///
  /// A directory itself counts too: what is copied into it gets its place there.
  private static func persistence(_ path: [UInt8], _ places: PathPlaces) -> FileRule? {
    var bytes = path
    bytes.append(AbsolutePath.slash)
    if bytes.firstRange(of: "/.git/hooks/") != nil { return .changeGitHook }
    if bytes.firstRange(of: "/.claude/hooks/") != nil || path.hasSuffix("/.mcp.json") {
      return .changeProgramStartup
    }
    if bytes.hasPrefix("/etc/cron") || bytes.hasPrefix("/var/spool/cron") { return .changeCronFile }
    if bytes.hasPrefix("/etc/systemd/") || bytes.hasPrefix("/etc/init.d/")
      || path.equals("/etc/rc.local") || bytes.firstRange(of: "/LaunchDaemons/") != nil
    {
      return .changeServiceUnit
    }
    if bytes.hasPrefix("/etc/profile") || path.equals("/etc/bash.bashrc") {
      return .changeShellProfile
    }
    if bytes.firstRange(of: "/LaunchAgents/") != nil { return .changeLoginItem }
    let home = places.home.bytes
    guard path.starts(with: home) else { return nil }
    return persistence(inHome: Array(path[home.count...]))
  }

  private static func persistence(inHome rest: [UInt8]) -> FileRule? {
    if rest.equals("/.bashrc") || rest.equals("/.bash_profile") || rest.equals("/.bash_login")
      || rest.equals("/.bash_logout") || rest.equals("/.profile") || rest.equals("/.zshrc")
      || rest.equals("/.zshenv") || rest.equals("/.zprofile") || rest.equals("/.zlogin")
      || rest.equals("/.config/fish/config.fish")
    {
      return .changeShellProfile
    }
    if rest.equals("/.gitconfig") || rest.equals("/.config/git/config") {
      return .changeGitSettings
    }
    if rest.equals("/.ssh/config") || rest.equals("/.ssh/rc") { return .changeSshSettings }
    if rest.hasPrefix("/.config/systemd/user") { return .changeServiceUnit }
    if rest.hasPrefix("/.config/autostart") || rest.hasPrefix("/.config/environment.d") {
      return .changeLoginItem
    }
    return rest.equals("/.inputrc") || rest.equals("/.vimrc") || rest.equals("/.npmrc")
      || isProgramSetup(rest) ? .changeProgramStartup : nil
  }

  /// What programs of every day run when they start, below the home directory.
  private static func isProgramSetup(_ rest: [UInt8]) -> Bool {
    rest.equals("/.bash_aliases") || rest.equals("/.zlogout") || rest.equals("/.xinitrc")
      || rest.equals("/.xprofile") || rest.equals("/.pam_environment")
      || rest.hasPrefix("/.config/fish/conf.d/") || rest.hasPrefix("/.config/nvim/init.")
      || rest.equals("/.emacs") || rest.equals("/.emacs.d/init.el") || rest.equals("/.tmux.conf")
      || rest.equals("/.screenrc") || rest.equals("/.curlrc") || rest.equals("/.wgetrc")
      || rest.equals("/.psqlrc") || rest.equals("/.gdbinit") || rest.equals("/.lldbinit")
      || rest.equals("/.sqliterc") || rest.equals("/.irbrc") || rest.equals("/.pryrc")
      || rest.equals("/.Rprofile") || rest.equals("/.mongoshrc.js")
      || rest.hasPrefix("/.ipython/profile_default/startup/")
      || rest.hasPrefix("/.local/lib/python")
        && (rest.hasSuffix("customize.py") || rest.hasSuffix(".pth"))
      || rest.equals("/.pip/pip.conf") || rest.equals("/.config/pip/pip.conf")
  }

  /// What git keeps, apart from lock files and what people edit by hand.
  static func isGitInternal(_ bytes: [UInt8]) -> Bool {
    guard let range = bytes.firstRange(of: "/.git/") else { return bytes.hasSuffix("/.git") }
    let rest = Array(bytes[range.upperBound...])
    if rest.hasSuffix(".lock") || rest.hasPrefix("info/") || rest.hasPrefix("COMMIT_EDITMSG") {
      return false
    }
    return !rest.hasPrefix("MERGE_MSG") && !rest.hasPrefix("hooks/")
  }
}
