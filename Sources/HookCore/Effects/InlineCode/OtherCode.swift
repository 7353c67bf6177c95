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
    (has("iex") || has("Invoke-Expression"))
      && (has("iwr") || has("irm") || has("DownloadString") || has("Invoke-WebRequest")
        || has("Invoke-RestMethod"))
  }

  /// What an editor hands to a shell: `:!command`.
  var shellCommand: [UInt8]? {
    var rest = text.drop { $0 == 0x3A || $0 == 0x20 }
    if Array(rest).hasPrefix("silent ") { rest = rest.dropFirst(7) }
    guard rest.first == 0x21 else { return nil }
    return Array(rest.drop { $0 == 0x21 || $0 == 0x20 })
  }
}
