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
    if isProtection(bytes, places) { return .changeProtection }
    if bytes.hasPrefix("/dev/") { return isHarmlessDevice(bytes) ? nil : .overwriteDevice }
    if bytes.hasPrefix("/proc/") || bytes.hasPrefix("/sys/") { return .changeKernelFile }
    if isAccess(bytes) { return .changeAccess }
    if isPersistence(bytes, places) { return .changePersistence }
    if isGitInternal(bytes) { return .overwriteGit }
    if places.isDisposable(path) || places.isInProject(path) { return nil }
    if bytes.hasPrefix("/var/") { return bytes.hasPrefix("/var/spool/") ? .changeSystem : nil }
    return places.isSystem(path) ? .changeSystem : nil
  }

  /// The client's settings, and our own files.
  static func isProtection(_ bytes: [UInt8], _ places: PathPlaces) -> Bool {
    if bytes.hasSuffix("/.claude/settings.json") || bytes.hasSuffix("/.claude/settings.local.json")
      || bytes.hasSuffix("/.claude/security-hooks.json") || bytes.hasSuffix("/.claude")
    {
      return true
    }
    if bytes.hasPrefix("/etc/claude-code/") || bytes.hasPrefix("/etc/security-hooks/")
      || bytes.hasPrefix("/var/lib/security-hooks/")
      || bytes.hasPrefix("/Library/Application Support/ClaudeCode/")
      || bytes.hasPrefix("/Library/Application Support/security-hooks/")
      || bytes.equals("/etc/claude-code") || bytes.equals("/etc/security-hooks")
    {
      return true
    }
    if bytes.firstRange(of: "/libexec/security-hooks/") != nil
      || bytes.hasSuffix("/libexec/security-hooks")
    {
      return true
    }
    if let state = places.state, bytes.starts(with: state) { return true }
    let home = places.home.bytes
    guard bytes.starts(with: home) else { return false }
    let rest = Array(bytes[home.count...])
    return rest.hasPrefix("/.config/security-hooks")
      || rest.hasPrefix("/.local/state/security-hooks")
      || rest.equals("/.local/bin/hookctl") || rest.equals("/.claude")
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
  private static func isAccess(_ bytes: [UInt8]) -> Bool {
    bytes.hasSuffix("/.ssh/authorized_keys") || bytes.hasSuffix("/.ssh/authorized_keys2")
      || bytes.hasPrefix("/etc/sudoers") || bytes.hasPrefix("/etc/pam.d/")
      || bytes.equals("/etc/passwd") || bytes.equals("/etc/shadow") || bytes.equals("/etc/group")
  }

  /// What the system, a shell or git runs by itself.
  private static func isPersistence(_ bytes: [UInt8], _ places: PathPlaces) -> Bool {
    if bytes.firstRange(of: "/.git/hooks/") != nil || bytes.hasSuffix("/.git/config")
      || bytes.firstRange(of: "/.claude/hooks/") != nil || bytes.hasSuffix("/.mcp.json")
    {
      return true
    }
    if bytes.hasPrefix("/etc/cron") || bytes.hasPrefix("/var/spool/cron")
      || bytes.hasPrefix("/etc/systemd/") || bytes.hasPrefix("/etc/init.d/")
      || bytes.hasPrefix("/etc/profile") || bytes.equals("/etc/bash.bashrc")
      || bytes.equals("/etc/rc.local") || bytes.firstRange(of: "/LaunchAgents/") != nil
      || bytes.firstRange(of: "/LaunchDaemons/") != nil
    {
      return true
    }
    let home = places.home.bytes
    guard bytes.starts(with: home) else { return false }
    let rest = Array(bytes[home.count...])
    return rest.equals("/.bashrc") || rest.equals("/.bash_profile") || rest.equals("/.bash_login")
      || rest.equals("/.bash_logout") || rest.equals("/.profile") || rest.equals("/.zshrc")
      || rest.equals("/.zshenv") || rest.equals("/.zprofile") || rest.equals("/.zlogin")
      || rest.equals("/.gitconfig") || rest.equals("/.ssh/config") || rest.equals("/.ssh/rc")
      || rest.equals("/.config/git/config") || rest.equals("/.config/fish/config.fish")
      || rest.equals("/.inputrc") || rest.equals("/.vimrc") || rest.equals("/.npmrc")
      || rest.hasPrefix("/.config/systemd/") || rest.hasPrefix("/.config/autostart/")
      || rest.hasPrefix("/.config/environment.d/") || isProgramSetup(rest)
  }

  /// What programs of every day run when they start, below the home directory.
  private static func isProgramSetup(_ rest: [UInt8]) -> Bool {
    rest.equals("/.bash_aliases") || rest.equals("/.zlogout") || rest.equals("/.xinitrc")
      || rest.equals("/.xprofile") || rest.equals("/.pam_environment")
      || rest.hasPrefix("/.config/fish/conf.d/") || rest.hasPrefix("/.config/nvim/init.")
      || rest.equals("/.emacs") || rest.equals("/.emacs.d/init.el") || rest.equals("/.tmux.conf")
      || rest.equals("/.screenrc") || rest.equals("/.curlrc") || rest.equals("/.wgetrc")
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
