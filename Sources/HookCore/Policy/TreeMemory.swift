// SPDX-License-Identifier: MIT

/// The secret files that walks of trees found, for a run over many calls in the same trees.
///
/// Serves one thread. A hook judges one call and has none.
package final class TreeMemory: @unchecked Sendable {
  private struct Tree {
    let root: [UInt8]
    /// Nil where the tree holds more than a walk looks at: each search has its own end then.
    let secrets: List<AbsolutePath>?
  }

  private struct Search {
    let key: [UInt8]
    let found: List<AbsolutePath>
  }

  /// Trees and searches kept: the projects of a team, and what is looked for in them.
  private static let limit = 512

  private var trees = List<Tree>()
  private var searches = List<Search>()

  package init() {}

  /// All secrets below `root`, found by `walk` the first time; nil where a walk does not see all.
  func secrets(
    below root: AbsolutePath, _ walk: () -> List<AbsolutePath>?
  ) -> List<AbsolutePath>? {
    for tree in trees where tree.root == root.bytes { return tree.secrets }
    let secrets = walk()
    if trees.count < TreeMemory.limit { trees.append(Tree(root: root.bytes, secrets: secrets)) }
    return secrets
  }

  /// What the search called `key` finds, by `walk` the first time.
  func found(by key: [UInt8], _ walk: () -> List<AbsolutePath>) -> List<AbsolutePath> {
    for search in searches where search.key == key { return search.found }
    let found = walk()
    if searches.count < TreeMemory.limit { searches.append(Search(key: key, found: found)) }
    return found
  }
}
