// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// What a project, a user or a container puts around a hook: variables, directories, a root
/// without `/proc`.
struct HookSurroundingsFaultTests {
  /// Variables that a project's settings can set (CONTRACT 2.3).
  ///
  /// The first ones kill a static executable before its first constructor: glibc reads them.
  private static let hostile: [(name: String, value: String)] =
    [
      "glibc.rtld.optional_static_tls=8000000000", "glibc.malloc.top_pad=1000000000000000",
      "glibc.malloc.mmap_max=0:glibc.malloc.top_pad=100000000000000", "glibc.malloc.hugetlb=2",
      "glibc.malloc.check=3", "glibc.malloc.perturb=255", "glibc.rtld.nns=1000000000000000000",
      "glibc.cpu.hwcaps=-AVX2,-AVX,-SSE4_2", "glibc.cpu.x86_rep_movsb_threshold=1",
    ].map { ("GLIBC_TUNABLES", $0) } + [
      ("MALLOC_TOP_PAD_", "1000000000000000"), ("MALLOC_CHECK_", "3"), ("MALLOC_PERTURB_", "255"),
      ("MALLOC_MMAP_THRESHOLD_", "1"), ("MALLOC_ARENA_MAX", "0"),
      ("LD_PRELOAD", "/nowhere/x.so"), ("LD_LIBRARY_PATH", "/nowhere"), ("LD_DEBUG", "all"),
      ("LD_TRACE_LOADED_OBJECTS", "1"), ("LD_AUDIT", "/nowhere/x.so"),
      ("SWIFT_ROOT", "/nowhere"), ("SWIFT_BACKTRACE", "enable=yes,swift-backtrace=/bin/ls"),
      ("SWIFT_DEBUG_HELP", "1"), ("SWIFT_DEBUG_ENABLE_MALLOC_SCRIBBLE", "1"),
      ("SWIFT_DEBUG_LIB_PRESPECIALIZED_PATH", "/etc/passwd"),
      ("CLAUDE_PROJECT_DIR", ""), ("CLAUDE_PROJECT_DIR", "relative"),
      ("CLAUDE_PROJECT_DIR", String(repeating: "/x", count: 30_000)), ("TZ", ":/dev/full"),
      ("LANG", "\u{FF}"), ("PATH", ""), ("IFS", "/"),
    ]

  @Test func variablesOfAProjectChangeNoVerdict() throws {
    let scene = try HookScene()
    for (name, value) in HookSurroundingsFaultTests.hostile {
      let what = "\(name)=\(value.prefix(60))"
      var run = try scene.run(.hookGuard, .secret)
      run.environment[name] = value
      try run.run().expectBlocked(what)
      run.input = .bytes(HookUnderTest.hookGuard.harmless.bytes)
      let harmless = try run.run()
      harmless.expectLetPass(what)
      #expect(harmless.standardError.isEmpty, "\(what): \(harmless)")
      run = try scene.run(.hookAudit)
      run.environment[name] = value
      try run.run().expectLetPass("audit, \(what)")
      run = try scene.run(.hookDrift)
      run.environment[name] = value
      run.input = .bytes([])
      try run.run().expectBlocked("drift, \(what)")
    }
  }

  @Test func homesThatAreNoneChangeNoVerdict() throws {
    let scene = try HookScene()
    let file = scene.directory.path + "/file"
    try Data().write(to: URL(fileURLWithPath: file))
    let options = ["--state-dir", scene.directory.path + "/state"]
    try FileManager.default.createDirectory(
      atPath: options[1], withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for home in [
      nil, "", "relative", file, "/nowhere", "/dev/null",
      "/" + String(repeating: "x/", count: 4_000),
    ] {
      for hook in HookUnderTest.allCases {
        var run = try scene.run(hook, hook == .hookGuard ? .secret : nil, options)
        run.environment["HOME"] = home
        if hook == .hookDrift { run.input = .bytes([]) }
        let what = "\(hook.rawValue), \(home?.prefix(20) ?? "unset")"
        if hook == .hookAudit {
          try run.run().expectLetPass(what)
        } else {
          try run.run().expectBlocked(what)
        }
      }
    }
  }

  /// Makes a state directory that cannot be used at a path; false where the test may not.
  private static let unusable: [(name: String, make: @Sendable (String) throws -> Bool)] = [
    ("a file", { FileManager.default.createFile(atPath: $0, contents: nil) }),
    (
      "a symbolic link",
      { path in
        try HookSurroundingsFaultTests.makeDirectory(path + "-real", 0o700)
        try FileManager.default.createSymbolicLink(
          atPath: path, withDestinationPath: path + "-real")
        return true
      }
    ),
    (
      "open to others",
      { path in
        try HookSurroundingsFaultTests.makeDirectory(path, 0o777)
        return true
      }
    ),
    (
      "somebody else's",
      { path in
        try HookSurroundingsFaultTests.makeDirectory(path, 0o700)
        return chown(path, 65_534, 65_534) == 0
      }
    ),
    (
      "read-only",
      { path in
        try HookSurroundingsFaultTests.makeDirectory(path, 0o500)
        return geteuid() != 0
      }
    ),
    (
      "a file where the log's directory should be",
      { path in
        try HookSurroundingsFaultTests.makeDirectory(path, 0o700)
        return FileManager.default.createFile(atPath: path + "/audit", contents: nil)
      }
    ),
    (
      "a pipe where the log's head should be",
      { path in
        try HookSurroundingsFaultTests.makeDirectory(path + "/audit/main", 0o700)
        return mkfifo(path + "/audit/main/head", 0o600) == 0
      }
    ),
    (
      "a directory where the log's file should be",
      { path in
        try HookSurroundingsFaultTests.makeDirectory(path + "/audit/main/000001.jsonl", 0o700)
        return true
      }
    ),
  ]

  /// Those where nobody can say that no settings were rejected: the guard lets only reads pass.
  private static let untrusted: Set<String> = [
    "a file", "a symbolic link", "open to others", "somebody else's",
  ]

  private static func makeDirectory(_ path: String, _ mode: mode_t) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    chmod(path, mode)
  }

  @Test func stateThatCannotBeKeptStopsNobodyUnlessItIsRequired() throws {
    for (name, make) in HookSurroundingsFaultTests.unusable {
      let scene = try HookScene()
      let options = ["--state-dir", scene.directory.path + "/state"]
      guard try make(options[1]) else {
        print("skipped: state directory \(name) cannot be made by this user")
        continue
      }
      try scene.run(.hookGuard, .secret, options).run().expectBlocked(name)
      let harmless = try scene.run(.hookGuard, nil, options).run()
      if HookSurroundingsFaultTests.untrusted.contains(name) {
        harmless.expectBlocked("guard, \(name)")
      } else {
        harmless.expectLetPass("guard, \(name)")
      }
      try scene.run(.hookAudit, nil, options).run().expectLetPass("audit, \(name)")
      for hook in [HookUnderTest.hookGuard, .hookAudit] {
        try scene.run(hook, nil, options + ["--audit-required"]).run()
          .expectBlocked("\(hook), required, \(name)")
      }
    }
  }

  @Test func settingsThatCannotBeComparedBlock() throws {
    for (name, make) in HookSurroundingsFaultTests.unusable.prefix(5) {
      let scene = try HookScene()
      let options = ["--state-dir", scene.directory.path + "/state"]
      guard try make(options[1]) else { continue }
      try scene.run(.hookDrift, .change, options).run().expectBlocked(name)
    }
  }

  @Test func logsThatSomebodyHoldsLockedHoldNobodyUp() throws {
    let scene = try HookScene()
    try scene.run(.hookAudit).run().expectLetPass("makes the log")
    let head = open(scene.state + "/audit/main/head", O_RDWR | O_CLOEXEC)
    #expect(head >= 0 && flock(head, LOCK_EX) == 0)
    defer { close(head) }
    try scene.run(.hookGuard, .secret).run().expectBlocked("locked")
    try scene.run(.hookGuard).run().expectLetPass("locked")
    try scene.run(.hookAudit).run().expectLetPass("locked")
    try scene.run(.hookAudit, nil, ["--audit-required"]).run().expectBlocked("locked, required")
  }

  @Test func fullDisksTakeNoVerdict() throws {
    let scene = try HookScene()
    let disk = scene.directory.path + "/disk"
    try HookSurroundingsFaultTests.makeDirectory(disk, 0o700)
    let mount = """
      mount -t tmpfs -o size=4k,mode=700 none "$0" && dd if=/dev/zero of="$0/x" bs=4096 count=1 2>/dev/null
      """
    func onFullDisk(_ hook: HookUnderTest, _ payload: Payload?, _ options: [String]) throws
      -> RunExecutable
    {
      var run = try scene.run(hook, payload)
      run.arguments =
        ["-m", "/bin/sh", "-c", mount + "\nexec \"$@\"", disk, run.path, "--state-dir", disk]
        + options
      run.path = "/usr/bin/unshare"
      return run
    }
    let probe = try? RunExecutable(
      path: "/usr/bin/unshare", ["-m", "/bin/sh", "-c", mount, disk]
    ).run()
    guard probe?.status == 0 else {
      print("skipped: full disk: this user may not mount one")
      return
    }
    try onFullDisk(.hookGuard, .secret, []).run().expectBlocked("full disk")
    try onFullDisk(.hookGuard, nil, []).run().expectLetPass("full disk")
    try onFullDisk(.hookAudit, nil, []).run().expectLetPass("full disk")
    try onFullDisk(.hookAudit, nil, ["--audit-required"]).run().expectBlocked("full disk, required")
  }

  /// A run of `hook` with an empty directory as its root, or nil where that is not permitted.
  private func rooted(_ hook: HookUnderTest, _ payload: Payload?, _ scene: HookScene) throws
    -> RunExecutable?
  {
    let root = scene.directory.path + "/root"
    if !FileManager.default.fileExists(atPath: root) {
      try HookSurroundingsFaultTests.makeDirectory(root, 0o700)
    }
    var run = try scene.run(hook, payload)
    if !FileManager.default.fileExists(atPath: "\(root)/\(hook.rawValue)") {
      // Copied by a process of its own: a child of another test that held our descriptor for
      // writing would make the copy "busy".
      let copy = RunExecutable(path: "/bin/cp", [run.path, "\(root)/\(hook.rawValue)"])
      #expect(try copy.run().status == 0)
    }
    run.arguments = [root, "/" + hook.rawValue]
    run.path = "/usr/sbin/chroot"
    if geteuid() != 0 {
      run.arguments = ["-r", run.path] + run.arguments
      run.path = "/usr/bin/unshare"
    }
    var probe = run
    probe.arguments[probe.arguments.count - 1] = "/nowhere"
    guard let refusal = try? probe.run(), refusal.status == 127 else {
      print("skipped: no /proc: this user may not change the root directory")
      return nil
    }
    return run
  }

  @Test func rootsWithoutProcAndDevChangeNoVerdict() throws {
    let scene = try HookScene()
    for hook in HookUnderTest.allCases {
      guard var run = try rooted(hook, nil, scene) else { return }
      try run.run().expectLetPass("\(hook), empty root")
      run.input = .bytes([])
      let malformed = try run.run()
      if hook == .hookAudit {
        malformed.expectLetPass("no input")
      } else {
        malformed.expectBlocked("\(hook), no input")
      }
    }
    guard var run = try rooted(.hookGuard, .secret, scene) else { return }
    try run.run().expectBlocked("empty root")
    run.standardOutput = .closed
    try run.run().expectBlocked("no /dev/null to stand in for stdout")
    run.input = .closed
    try run.run().expectBlocked("no /dev/null to stand in for stdin")
  }

  @Test func workingDirectoriesThatAreGoneChangeNoVerdict() throws {
    let scene = try HookScene()
    var run = try scene.run(.hookGuard, .secret)
    run.prelude = "mkdir \"$HOME/gone\" && cd \"$HOME/gone\" && /bin/rmdir \"$HOME/gone\""
    run.environment["PATH"] = "/usr/bin:/bin"
    try run.run().expectBlocked("no working directory")
  }
}
