// SPDX-License-Identifier: MIT

/// An exception that a call needs and that holds for a number of calls only.
package struct ExceptionUse: Sendable, Equatable {
  package let id: [UInt8]
  /// The name of the file that counts its uses: a byte for each, so that no count is ever torn.
  private let file: [UInt8]
  private let most: Int

  /// More uses than this are no exception any more.
  static let limit = 100_000
  private static let folder: StaticString = "uses"
  /// Milliseconds to wait for another call that counts.
  private static let patience = 250

  /// Nil where `exception` holds for any number of calls.
  package init?(_ exception: PolicyException, of policy: LoadedPolicy) {
    guard let most = exception.maxUses else { return nil }
    self.most = most
    id = exception.id
    file = SHA256.digest(of: policy.path + [0] + exception.id).hex
  }

  /// How many calls it has let through; nil where that cannot be told.
  package func count(in state: [UInt8]) -> Int? {
    let path = state + [0x2F] + [UInt8](ExceptionUse.folder) + [0x2F] + file
    do throws(SystemError) {
      return try LiveFileSystem().status(path).size
    } catch {
      return error.code == .notFound ? 0 : nil
    }
  }

  /// Whether it still holds; without a directory to count in it does not.
  func isLeft(in state: [UInt8]?) -> Bool {
    guard let state, let count = count(in: state) else { return false }
    return count < most
  }

  /// Counts one call.
  ///
  /// - Returns: false where all uses are gone: of two calls at once that need the last, one gets it.
  package func take(in state: StateDirectory) throws(SystemError) -> Bool {
    let directory = try state.open(ExceptionUse.folder)
    let counter = try directory.open(file, for: .appending)
    try FileLock.acquire(counter, path: directory.path, milliseconds: ExceptionUse.patience)
    guard try counter.size() < most else { return false }
    try counter.writeAll([0x2E])
    return true
  }
}
