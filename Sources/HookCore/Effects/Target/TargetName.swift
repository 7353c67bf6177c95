// SPDX-License-Identifier: MIT

/// What the words say that a name is made of: `web-prod`, `StagingStack`, `eu_dev_1`.
package enum TargetName {
  package static func environment(of name: [UInt8]) -> TargetEnvironment {
    var result = name.hasPrefix("127.") ? TargetEnvironment.development : .unknown
    var isNegated = false
    var start = 0
    while start < name.count {
      var end = start
      while end < name.count, isLetter(name[end]),
        end == start || !(isUpper(name[end]) && !isUpper(name[end - 1]))
      {
        end += 1
      }
      if end == start {
        start += 1
        continue
      }
      let word = name[start..<end].map { $0 | 0x20 }
      if isProduction(word) {
        if !isNegated { return .production }
        result = .staging
      }
      isNegated = word.equals("non") || word.equals("pre")
      if isWord(word, of: staging) {
        result = .staging
      } else if result == .unknown, isWord(word, of: development) {
        result = .development
      }
      start = end
    }
    return result
  }

  /// What a file's place says: fewer words count, as `test` and `live` name sources too.
  package static func environment(ofPath path: [UInt8]) -> TargetEnvironment {
    var result = TargetEnvironment.unknown
    var component: [UInt8] = []
    for byte in path + [0x2F] {
      guard byte == 0x2F || byte == 0x2E || byte == 0x2D || byte == 0x5F else {
        component.append(byte | 0x20)
        continue
      }
      if component.equals("prod") || component.equals("production") || component.equals("prd") {
        return .production
      }
      if component.equals("staging") || component.equals("stg") || component.equals("preprod") {
        result = .staging
      } else if result == .unknown, component.equals("dev") || component.equals("development") {
        result = .development
      }
      component.removeAll()
    }
    return result
  }

  /// What a branch says: those that only merges change lead to production, others do not.
  package static func environment(ofBranch branch: [UInt8]) -> TargetEnvironment {
    if branch.equals("main") || branch.equals("master") || branch.equals("trunk")
      || branch.hasPrefix("release/") || branch.hasPrefix("releases/")
      || branch.hasPrefix("hotfix/")
    {
      return .production
    }
    let named = environment(of: branch)
    // `fix/prod-crash` is somebody's branch and not production.
    if branch.contains(0x2F) { return .development }
    return named == .unknown ? .development : named
  }

  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isProduction(_ word: [UInt8]) -> Bool {
    word.equals("prod") || word.equals("production") || word.equals("prd") || word.equals("live")
  }

  /// Whether `text` is one of the words of a constant.
  static func isWord(_ text: [UInt8], of words: StaticString) -> Bool {
    for word in CatalogText(words).split(0x20) where word.equals(text) { return true }
    return false
  }

  private static var staging: StaticString {
    "staging stage stg qa uat preview nonprod preprod"
  }

  private static var development: StaticString {
    """
    dev devel develop development test tests testing sandbox local localhost minikube kind review \
    ci demo playground ephemeral desktop orbstack colima
    """
  }
}
