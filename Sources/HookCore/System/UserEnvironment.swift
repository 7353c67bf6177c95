// SPDX-License-Identifier: MIT

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Who runs the hook and where their files are.
///
/// A project's settings can set variables for hooks (CONTRACT 2.3), so nothing here is taken
/// from them but `HOME`, which the client protects, and what can only make the guard stricter.
package struct UserEnvironment: Sendable {
  /// The home directory: absolute, without a trailing slash.
  package let home: [UInt8]
  package let userID: UInt32
  /// True where nobody can be asked.
  package let unattended: Bool
  /// The project the client was started in, as it says itself.
  package let projectDirectory: [UInt8]?

  package init(
    home: [UInt8], userID: UInt32, unattended: Bool, projectDirectory: [UInt8]?
  ) {
    self.home = home
    self.userID = userID
    self.unattended = unattended
    self.projectDirectory = projectDirectory
  }

  /// The environment of this process.
  package static func current() -> UserEnvironment {
    let user = geteuid()
    return UserEnvironment(
      home: home(of: user), userID: user, unattended: isUnattended(),
      projectDirectory: variable("CLAUDE_PROJECT_DIR"))
  }

  /// `HOME` where it is an absolute path to a directory, else the entry of `/etc/passwd`.
  private static func home(of user: UInt32) -> [UInt8] {
    if let home = variable("HOME"), home.first == 0x2F {
      var record = stat()
      if withCString(home, { stat($0, &record) }) == 0,
        UInt32(record.st_mode) & UInt32(S_IFMT) == UInt32(S_IFDIR)
      {
        return withoutTrailingSlashes(home)
      }
    }
    return PasswordFile.home(of: user) ?? [0x2F]
  }

  private static func withoutTrailingSlashes(_ path: [UInt8]) -> [UInt8] {
    var path = path
    while path.count > 1, path.last == 0x2F { path.removeLast() }
    return path
  }

  /// Whether nobody can answer a question (DESIGN 3); these variables only make us stricter.
  private static func isUnattended() -> Bool {
    if let value = variable("CI"), !value.isEmpty { return true }
    if variable("CLAUDE_CODE_SESSION_ATTENDED") == [0x30] { return true }
    guard let entry = variable("CLAUDE_CODE_ENTRYPOINT") else { return false }
    return entry.starts(with: [0x73, 0x64, 0x6B])  // sdk
  }

  /// Whether this process was started by the client or by what it started; for `hookctl` alone.
  package static var isInsideClient: Bool { variable("CLAUDECODE").map { !$0.isEmpty } ?? false }

  /// Whether the user asked for output without colours (no-color.org); for `hookctl` alone.
  package static var prefersNoColour: Bool { variable("NO_COLOR").map { !$0.isEmpty } ?? false }

  /// Where this process was started, or nil where it cannot be told.
  package static func currentDirectory() -> [UInt8]? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
      guard let path = getcwd(buffer.baseAddress, buffer.count) else { return nil }
      return bytes(of: path)
    }
  }

  /// What `ssh-keygen` needs to reach keys and people, as `NAME=value`; for `hookctl` alone.
  package static func variablesForSigning() -> [[UInt8]] {
    var found: [[UInt8]] = []
    for name in [
      "HOME", "PATH", "SSH_AUTH_SOCK", "SSH_ASKPASS", "DISPLAY", "WAYLAND_DISPLAY", "TERM",
    ]
      as [StaticString]
    {
      if let value = variable(name) { found.append([UInt8](name) + [0x3D] + value) }
    }
    return found
  }

  private static func variable(_ name: StaticString) -> [UInt8]? {
    name.withUTF8Buffer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { name in
        guard let start = name.baseAddress, let value = getenv(start) else { return nil }
        return bytes(of: value)
      }
    }
  }

  private static func bytes(of text: UnsafePointer<CChar>) -> [UInt8] {
    let count = strlen(text)
    return text.withMemoryRebound(to: UInt8.self, capacity: count) {
      [UInt8](UnsafeBufferPointer(start: $0, count: count))
    }
  }
}

/// `/etc/passwd` read as a file: a static executable must not call the name service.
enum PasswordFile {
  /// More than any real one; a larger file is not searched.
  private static let sizeLimit = 4 << 20

  /// The sixth field of the line whose third is `user`.
  static func home(of user: UInt32) -> [UInt8]? {
    guard let text = try? LiveFileSystem().contents(Array("/etc/passwd".utf8), limit: sizeLimit)
    else { return nil }
    return home(of: user, in: text)
  }

  /// The name of `user`; nil where the file has none.
  static func name(of user: UInt32) -> [UInt8]? {
    guard let text = try? LiveFileSystem().contents(Array("/etc/passwd".utf8), limit: sizeLimit)
    else { return nil }
    return fields(of: user, in: text)?[0]
  }

  /// The home of `user` in the text of a password file, where it is an absolute path.
  static func home(of user: UInt32, in text: [UInt8]) -> [UInt8]? {
    guard let home = fields(of: user, in: text)?[5] else { return nil }
    return home.first == 0x2F ? home : nil
  }

  /// The seven fields of the line whose third is `user`.
  private static func fields(of user: UInt32, in text: [UInt8]) -> [[UInt8]]? {
    let wanted = Array(String(user).utf8)
    for line in text.split(separator: 0x0A) {
      let fields = line.split(separator: 0x3A, omittingEmptySubsequences: false)
      if fields.count >= 7, Array(fields[2]) == wanted { return fields.map { Array($0) } }
    }
    return nil
  }
}
