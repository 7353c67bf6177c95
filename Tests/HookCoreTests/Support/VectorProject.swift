// SPDX-License-Identifier: MIT
import HookCore

/// The project that verdict vectors are judged in: what is there decides patterns and searches.
enum VectorProject {
  static let home = "/home/dev"
  static let root = "/home/dev/project"

  static let files: InMemoryFileSystem = {
    var files = InMemoryFileSystem()
    for name in [
      ".env", ".env.example", ".git/HEAD", ".git/config", ".gitignore", "README.md",
      ".git/worktrees/project-main/HEAD",
      "Package.swift",
      "package.json", "src/main.ts", "src/index.js", "src/a.txt", "src/util/b.py", "docs/guide.md",
      "build/out.o", "dist/app.js", "node_modules/left-pad/index.js", "tests/test_a.py",
      "config/server.pem", "infra/main.tf", "infra/prod/main.tf", "scripts/build.sh", "Makefile",
      "api/Dockerfile", "api/.dockerignore", "api/.env", "api/config/tls.pem",
      ".claude/settings.json",
    ] {
      files.add(file: "\(root)/\(name)", contents[name] ?? "")
    }
    files.add(file: "\(home)/.ssh/id_ed25519")
    files.add(file: "\(home)/.aws/credentials")
    files.add(file: "\(home)/.bashrc")
    files.add(link: "\(root)/link-to-env", to: ".env")
    files.add(link: "\(root)/loop", to: "loop")
    files.add(file: "\(root)-main/.git", "gitdir: ../project/.git/worktrees/project-main\n")
    files.add(directory: "/tmp")
    files.add(file: "/usr/bin/git")
    files.add(file: "/usr/bin/ls")
    files.add(file: "\(home)/tracked/.git/index", index(of: [".env", "README.md"]))
    files.add(file: "/etc/passwd", "dev:x:1000:1000::/home/dev:/bin/bash\n")
    let projects = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    add(Array("/\(projects)/Vectors/Projects".utf8), as: Array("\(root)/projects".utf8), to: &files)
    return files
  }()

  /// Adds the directory `source` of this repository as `name`: task files that vectors run.
  private static func add(
    _ source: [UInt8], as name: [UInt8], to files: inout InMemoryFileSystem
  ) {
    let disk = LiveFileSystem()
    for entry in (try? disk.entries(source, limit: 1_000)) ?? List() {
      let path = source + [0x2F] + entry.name
      let target = name + [0x2F] + entry.name
      if entry.kind == .directory { add(path, as: target, to: &files) }
      guard let content = try? disk.contents(path, limit: 1 << 20) else { continue }
      files.add(
        file: String(decoding: target, as: UTF8.self), String(decoding: content, as: UTF8.self))
    }
  }

  private static let contents = [
    ".git/worktrees/project-main/HEAD": "ref: refs/heads/main\n",
    "api/.dockerignore": "# local\n.env\nconfig/\n",
    ".git/HEAD": "ref: refs/heads/feature/x\n",
    "docs/guide.md": "Setup\n\nRun make, then open the page.\n",
    "scripts/build.sh": "#!/bin/sh\nset -e\ncp README.md build/\n",
  ]

  /// What git keeps of files with these names, without their states and contents.
  private static func index(of names: [String]) -> String {
    var text = "DIRC\0\0\0\u{2}\0\0\0" + String(UnicodeScalar(UInt8(names.count)))
    for name in names {
      text += String(repeating: "\0", count: 61) + String(UnicodeScalar(UInt8(name.utf8.count)))
      text += name + String(repeating: "\0", count: 8 - (62 + name.utf8.count) % 8)
    }
    return text
  }

  /// A call of another tool than Bash: its name, a blank, its arguments as JSON.
  static func decide(call text: [UInt8]) throws -> Decision {
    let effects = ToolCallEffects.effects(
      of: try call(text), in: Array(root.utf8), home: Array(home.utf8), files: files)
    return PolicyEngine.decide(effects, context)
  }

  struct NoCall: Error {}

  /// The call of a vector: the tool's name, a blank, its arguments as JSON.
  static func call(_ text: [UInt8]) throws -> ToolCall {
    let name = text.prefix { $0 != 0x20 }
    let payload =
      #"{"session_id":"s","cwd":"\#(root)","hook_event_name":"PreToolUse","tool_name":""#
    let input = String(decoding: text.dropFirst(name.count), as: UTF8.self)
    let event = try HookEvent(
      decoding: Array(
        (payload + String(decoding: name, as: UTF8.self) + #"","tool_input":\#(input)}"#).utf8))
    guard case .preToolUse(let call) = event.body else { throw NoCall() }
    return call
  }

  static let context = PolicyContext(
    home: Array(home.utf8), project: Array(root.utf8),
    state: Array("\(home)/.local/state/security-hooks".utf8), files: files)

  static func decide(_ command: [UInt8], _ terms: AnalysisTerms = AnalysisTerms()) -> Decision {
    var analyzer = EffectAnalyzer(files: files, terms: terms)
    analyzer.analyze(
      command, ShellState(directory: Array(root.utf8), home: Array(home.utf8)))
    return PolicyEngine.decide(analyzer.effects, context)
  }
}
