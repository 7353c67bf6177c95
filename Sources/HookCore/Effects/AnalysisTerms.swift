// SPDX-License-Identifier: MIT

/// What an organisation's documents add to the analysis: it can only find more, but for what the
/// highest layer says that names stand for.
package struct AnalysisTerms: Sendable {
  /// Programs of their own that run the command after their options.
  package var wrappers = List<[UInt8]>()
  /// Branches that only merges change, as patterns, beside the usual ones.
  package var protectedBranches = List<[UInt8]>()
  /// What names stand for.
  package var environments = EnvironmentTerms()

  /// The classes that tools of servers are of.
  package var verbs = ToolVerbs()

  package init() {}

  func isWrapper(_ name: [UInt8]) -> Bool {
    for wrapper in wrappers where wrapper == name { return true }
    return false
  }

  func isProtected(_ branch: [UInt8]) -> Bool {
    for pattern in protectedBranches where Glob.matches(pattern, branch, Glob.Options()) {
      return true
    }
    return false
  }
}
