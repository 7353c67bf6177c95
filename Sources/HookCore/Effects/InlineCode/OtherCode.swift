// SPDX-License-Identifier: MIT

/// What can be told of code in languages that are not looked through: by signs in its text.
struct OtherCode {
  private let text: [UInt8]

  init(_ text: [UInt8]) { self.text = text }

  private func has(_ sign: StaticString) -> Bool { text.firstRange(of: sign) != nil }

  /// Whether all variables of the environment are shown, or one that holds a credential.
  var showsEnvironment: Bool {
    has("Sys.getenv()") || has("array get env") || has("System.get_env()") || has("os:getenv()")
      || has("process-environment") || has("environ()") || has("show environment")
      || has("println(ENV)") || has("gci env:") || has("ls env:") || has("dir env:")
      || has("ChildItem Env:") || has("ChildItem env:") || has("gci Env:") || showsCredential
  }

  /// `echo $GITHUB_TOKEN` and `echo $env:GITHUB_TOKEN`.
  private var showsCredential: Bool {
    namesCredential(after: "echo $") || namesCredential(after: "$env:")
      || namesCredential(after: "getenv(\"")
      || namesCredential(after: "getenv \"") || namesCredential(after: "ENV[\"")
  }

  private func namesCredential(after sign: StaticString) -> Bool {
    guard let place = text.firstRange(of: sign) else { return false }
    let name = text[place.upperBound...].prefix { Invocation.isWordByte($0) || $0 == 0x5F }
    return CredentialName.contains(Array(name))
  }

  /// Whether PowerShell runs what it fetches.
  var runsDownload: Bool {
    if has("(load \"http") { return true }
    return (has("iex") || has("Invoke-Expression"))
      && (has("iwr") || has("irm") || has("DownloadString") || has("Invoke-WebRequest")
        || has("Invoke-RestMethod"))
  }

  /// Whether a program of awk makes connections, and whether it runs what comes over them.
  var connects: Bool { has("/inet/tcp/") || has("/inet/udp/") || has("/inet/0/") }
  var runsInput: Bool { has("system(") || has("| \"sh") || has("|\"sh") || has("| \"bash") }
  var runsConnection: Bool { connects && has("getline") }

  /// Whether all rows of a table go, as frameworks write it.
  var emptiesTable: Bool {
    has(".all().delete()") || has("::truncate()") || has("->truncate()") || has("_raw_delete(")
  }

  /// Whether a process starts itself again and again.
  var forksWithoutEnd: Bool {
    has("fork while") || has("loop{fork") || has("loop { fork") || has("while 1: os.fork")
      || has("while True: os.fork")
  }

  /// Names beside a deletion: `unlink("~")`, `(delete-directory "~")`, `file delete ~`.
  var deletedNames: List<[UInt8]> {
    var names = List<[UInt8]>()
    let deletes =
      has("unlink(") || has("delete-directory") || has("delete-file") || has("file delete")
      || has("Remove-Item") || has("removeItem") || has("call delete(") || has("rm_rf")
      || has("rm(") || has("rm -") || has("Directory.Delete") || has("File.rm")
    guard deletes else { return names }
    for part in text.split(whereSeparator: { OtherCode.isBetweenWords($0) }) {
      let name = Array(part)
      let isPlace =
        name.first == 0x2F || name.first == 0x7E || name.equals(".") || name.equals("..")
        || name.equals(".git") || name.equals("*")
      if isPlace { names.append(name) }
    }
    return names
  }

  private static func isBetweenWords(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x22 || byte == 0x27 || byte == 0x28 || byte == 0x29 || byte == 0x2C
      || byte == 0x5B || byte == 0x5D
  }

  /// Whether an item is added to what starts with the session.
  var addsLoginItem: Bool { has("make login item") || has("make new login item") }

  /// What an editor hands to a shell: `:!command`.
  var shellCommand: [UInt8]? {
    var rest = text.drop { $0 == 0x3A || $0 == 0x20 }
    if Array(rest).hasPrefix("silent ") { rest = rest.dropFirst(7) }
    guard rest.first == 0x21 else { return nil }
    return Array(rest.drop { $0 == 0x21 || $0 == 0x20 })
  }
}
