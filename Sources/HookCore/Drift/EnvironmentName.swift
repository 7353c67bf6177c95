// SPDX-License-Identifier: MIT

/// What a variable in an `env` block can do; it reaches the client, its tools and its hooks.
enum EnvironmentName: Sendable, Equatable {
  /// Says where conversations, keys or telemetry go, or switches the client's behaviour.
  case redirects
  /// Puts other code into processes or in their place; without it they are as they were.
  case subverts
  /// Everything else.
  case other

  /// The kind of the variable `name`.
  init(_ name: [UInt8]) {
    if EnvironmentName.subverting(name) {
      self = .subverts
    } else if EnvironmentName.redirecting(name) {
      self = .redirects
    } else {
      self = .other
    }
  }

  private static func subverting(_ name: [UInt8]) -> Bool {
    begins(name, "LD_") || begins(name, "DYLD_") || begins(name, "PYTHON")
      || begins(name, "GIT_") || begins(name, "PERL") || begins(name, "RUBY")
      || begins(name, "NODE_OPTIONS") || begins(name, "NODE_PATH") || isName(name, "PATH")
      || isName(name, "BASH_ENV") || isName(name, "ENV") || isName(name, "SHELL")
      || isName(name, "SHELLOPTS") || isName(name, "BASHOPTS") || isName(name, "IFS")
      || isName(name, "PROMPT_COMMAND") || isName(name, "ZDOTDIR") || isName(name, "EDITOR")
      || isName(name, "VISUAL") || isName(name, "PAGER") || isName(name, "BROWSER")
      || isName(name, "JAVA_TOOL_OPTIONS") || isName(name, "_JAVA_OPTIONS")
      || begins(name, "BASH_FUNC_") || isName(name, "HOME") || begins(name, "XDG_")
      || isName(name, "CLAUDE_PROJECT_DIR")
  }

  private static func redirecting(_ name: [UInt8]) -> Bool {
    if begins(name, "CLAUDE_CODE_DISABLE_") { return false }
    return begins(name, "ANTHROPIC_") || begins(name, "CLAUDE_") || begins(name, "OTEL_")
      || begins(name, "AWS_") || begins(name, "GOOGLE_") || begins(name, "CLOUD_ML_")
      || begins(name, "VERTEX_") || begins(name, "SSL_CERT_") || begins(name, "NODE_EXTRA_CA_")
      || begins(name, "NODE_TLS_") || begins(name, "REQUESTS_CA_") || begins(name, "CURL_CA_")
      || isProxy(name)
  }

  /// Proxy variables count in both cases of letters.
  private static func isProxy(_ name: [UInt8]) -> Bool {
    var upper = name
    for index in upper.indices where upper[index] >= 0x61 && upper[index] <= 0x7A {
      upper[index] &-= 0x20
    }
    return upper.count >= 6 && upper.suffix(6).elementsEqual([UInt8]("_PROXY"))
  }

  private static func isName(_ name: [UInt8], _ wanted: StaticString) -> Bool {
    name.count == wanted.utf8CodeUnitCount && begins(name, wanted)
  }

  private static func begins(_ name: [UInt8], _ start: StaticString) -> Bool {
    guard name.count >= start.utf8CodeUnitCount else { return false }
    return start.withUTF8Buffer { start in
      for index in 0..<start.count where name[index] != start[index] { return false }
      return true
    }
  }
}
