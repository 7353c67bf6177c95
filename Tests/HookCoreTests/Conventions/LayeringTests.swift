// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// The direction of dependencies and the rules of the house, read from the sources themselves.
struct LayeringTests {
  /// Every folder of `HookCore` and the folders whose types it may name.
  private static let knows: [String: Set<String>] = [
    "Collections": [],
    "System": ["Collections"],
    "JSON": ["Collections"],
    "Digest": ["Collections"],
    "Signature": ["Collections", "System", "Digest", "Paths"],
    "Shell": ["Collections"],
    "HookProtocol": ["Collections", "JSON"],
    "Paths": ["Collections", "System"],
    "Secrets": ["Collections", "Digest"],
    "Expansion": ["Collections", "Shell", "Paths", "System"],
    "Settings": ["Collections", "JSON", "HookProtocol"],
    "Effects": [
      "Collections", "System", "JSON", "HookProtocol", "Shell", "Expansion", "Paths",
      "Secrets",
    ],
    "Policy": [
      "Digest",
      "Collections", "System", "JSON", "Shell", "Expansion", "Paths", "HookProtocol", "Effects",
    ],
    "Approval": [
      "Collections", "System", "JSON", "Digest", "Secrets", "Signature", "Policy",
    ],
    "Audit": ["Collections", "System", "JSON", "Digest", "Secrets"],
    "Drift": ["Collections", "System", "JSON", "Digest"],
    "Hooks": [
      "Collections", "System", "JSON", "Digest", "Shell", "HookProtocol", "Paths", "Secrets",
      "Expansion", "Settings", "Effects", "Policy", "Audit", "Drift", "Signature", "Approval",
    ],
  ]

  /// Modules that cost milliseconds at every start, or bring threads.
  private static let forbiddenModules: Set<String> = [
    "Foundation", "FoundationEssentials", "Dispatch", "RegexBuilder", "_StringProcessing",
    "Observation", "Synchronization", "Distributed",
  ]
  private static let libraries: Set<String> = ["Glibc", "Musl", "Darwin", "Android"]

  /// Files that may end the process on a broken promise of our own code, and with what words.
  private static let mayTrap: [String: Set<String>] = [
    "Collections/List.swift": ["precondition", "preconditionFailure"],
    "Effects/CatalogText.swift": ["precondition"],
    "System/FileDescriptor.swift": ["unsafelyUnwrapped"],
    "Hooks/FaultInjection.swift": ["precondition", "as!", "!"],
  ]

  private static let lineLimit = 500
  private static let lineAim = 400

  @Test func everyFolderHasItsPlace() throws {
    let folders = Set(try SourceFile.core().map(\.folder))
    #expect(folders == Set(LayeringTests.knows.keys))
    for (folder, known) in LayeringTests.knows {
      for other in known {
        #expect(
          LayeringTests.knows[other]?.contains(folder) == false, "\(folder) and \(other) in a ring")
      }
    }
  }

  @Test func typesAreNamedOnlyWhereTheirFolderIsKnown() throws {
    let files = try SourceFile.core()
    var owners: [String: String] = [:]
    for file in files {
      for type in file.types(indented: false) {
        #expect(owners[type, default: file.folder] == file.folder, "\(type) is declared twice")
        owners[type] = file.folder
      }
    }
    #expect(owners.count > 100)
    // A type inside another may share its name with one elsewhere: `AuditRecord.Verdict`.
    var inner: [String: Set<String>] = [:]
    for file in files { inner[file.folder, default: []].formUnion(file.types(indented: true)) }
    for file in files {
      let allowed = LayeringTests.knows[file.folder, default: []].union([file.folder])
      for name in file.names {
        guard let owner = owners[name], !allowed.contains(owner),
          inner[file.folder]?.contains(name) != true
        else { continue }
        Issue.record("\(file.path) names \(name) of \(owner)")
      }
    }
  }

  @Test func libraryImportsStayInSystem() throws {
    for file in try SourceFile.all() {
      for module in file.imports {
        #expect(!LayeringTests.forbiddenModules.contains(module), "\(file.path) imports \(module)")
        if LayeringTests.libraries.contains(module) {
          #expect(file.path.hasPrefix("HookCore/System/"), "\(file.path) imports \(module)")
        }
      }
    }
  }

  @Test func nothingEndsTheProcessUnannounced() throws {
    for file in try SourceFile.all() {
      let short = file.path.replacingOccurrences(of: "HookCore/", with: "")
      let allowed = LayeringTests.mayTrap[short, default: []]
      for (line, word) in file.traps where !allowed.contains(word) {
        Issue.record("\(file.path):\(line) has \(word)")
      }
    }
  }

  @Test func filesAreShort() throws {
    for file in try SourceFile.all() {
      #expect(file.lineCount <= LayeringTests.lineLimit, "\(file.path) has \(file.lineCount) lines")
      if file.lineCount > LayeringTests.lineAim {
        print("long: \(file.path) has \(file.lineCount) lines")
      }
    }
  }

  @Test func literalsAndCommentsAreNoCode() {
    let text = SourceFile.code(
      of:
        "a /* b! */ c // d!\n\"e! \\\" f\" g\n\"\"\"\n  h! \"\n  \"\"\"\n#\"i! \" j\"# k \"\\(l!)\""
    )
    #expect(text.split { " \n".contains($0) }.joined(separator: " ") == "a c g k")
    let file = SourceFile(path: "X/Y.swift", text: "let a = b!\nlet c = d != e, f = !g\ntry! h()")
    #expect(file.traps.map(\.line) == [1, 3])
  }
}

/// One file under `Sources`, without its comments and literals.
private struct SourceFile {
  let path: String
  let code: String
  let lineCount: Int

  init(path: String, text: String) {
    self.path = path
    lineCount = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    code = SourceFile.code(of: text)
  }

  /// The folder inside `HookCore`.
  var folder: String { String(path.split(separator: "/")[1]) }

  static func core() throws -> [SourceFile] {
    try all().filter { $0.path.hasPrefix("HookCore/") }
  }

  static func all() throws -> [SourceFile] {
    let root = Corpus.root.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    return try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".swift") }.sorted()
      .map { path in
        SourceFile(
          path: path,
          text: try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
      }
  }

  /// `text` with comments and literals taken out; lines stay lines.
  static func code(of text: String) -> String {
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var position = 0
    func isAt(_ word: String, _ offset: Int) -> Bool { bytes[offset...].starts(with: word.utf8) }
    /// Leaves out everything up to the end of `word`, but keeps the line breaks.
    func skip(past word: String, escapes: Bool) {
      while position < bytes.count, !isAt(word, position) {
        if bytes[position] == 0x0A { kept.append(0x0A) }
        position += escapes && bytes[position] == 0x5C ? 2 : 1
      }
      position += word.utf8.count
    }
    let literals = [
      ("//", "\n", false), ("/*", "*/", false), ("#\"", "\"#", false), ("\"\"\"", "\"\"\"", true),
      ("\"", "\"", true),
    ]
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x22 || byte == 0x23 || byte == 0x2F,
        let (start, end, escapes) = literals.first(where: { isAt($0.0, position) })
      {
        position += start.utf8.count
        skip(past: end, escapes: escapes)
        if end == "\n" { kept.append(0x0A) }
      } else {
        kept.append(byte)
        position += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private var lines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }

  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count else { return nil }
      return words[place + 1].split(separator: ".").first.map(String.init)
    }
  }

  /// Types declared inside others, or at the margin where other files can see them.
  func types(indented: Bool) -> [String] {
    let kinds: Set<Substring> = ["struct", "enum", "class", "protocol", "actor", "typealias"]
    return lines.compactMap { line in
      guard let first = line.first, (first == " ") == indented else { return nil }
      let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      guard let place = words.firstIndex(where: { kinds.contains($0) }), place + 1 < words.count,
        indented || !words[..<place].contains(where: { $0 == "private" || $0 == "fileprivate" })
      else { return nil }
      return String(words[place + 1])
    }
  }

  /// Names with a capital letter that do not follow a dot: types.
  var names: Set<String> {
    var names: Set<String> = []
    var word: [UInt8] = []
    var before: UInt8 = 0
    for byte in Array(code.utf8) + [0x20] {
      if SourceFile.isNamePart(byte) {
        word.append(byte)
        continue
      }
      if let first = word.first, (0x41...0x5A).contains(first), before != 0x2E {
        names.insert(String(decoding: word, as: UTF8.self))
      }
      word = []
      before = byte
    }
    return names
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x5F
  }

  /// Where the process could end on purpose or by a forced unwrap.
  var traps: [(line: Int, word: String)] {
    let words: Set<String> = [
      "fatalError", "precondition", "preconditionFailure", "assert", "assertionFailure",
      "unsafelyUnwrapped", "unsafeBitCast",
    ]
    var found: [(line: Int, word: String)] = []
    for (number, line) in lines.enumerated() {
      let bytes = Array(line.utf8)
      for word in line.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" })
      where words.contains(String(word)) {
        found.append((number + 1, String(word)))
      }
      for (index, byte) in bytes.enumerated() where byte == 0x21 && index > 0 {
        let isComparison = index + 1 < bytes.count && bytes[index + 1] == 0x3D
        let before = bytes[index - 1]
        guard !isComparison, SourceFile.isNamePart(before) || [0x29, 0x5D, 0x7D].contains(before)
        else { continue }
        let word = line.prefix(index + 1).split(separator: " ").last.map(String.init) ?? "!"
        found.append((number + 1, ["as!", "try!"].contains(word) ? word : "!"))
      }
    }
    return found
  }
}
