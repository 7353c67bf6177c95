// SPDX-License-Identifier: MIT
import HookCore

/// How much of an exception is left for the user.
struct ExceptionReport {
  private let exception: PolicyException
  private let used: Int?

  init(_ exception: PolicyException, of policy: LoadedPolicy) {
    self.exception = exception
    let state = try? StateDirectory.locate(
      .current(), chosen: nil, fileSystem: LiveFileSystem())
    used = state.flatMap { ExceptionUse(exception, of: policy)?.count(in: $0.path) }
  }

  /// `used 3 of 10`; nil where uses are not counted.
  var words: String? {
    guard let most = exception.maxUses else { return nil }
    guard let used else { return "uses cannot be counted" }
    return used < most ? "used \(used) of \(most)" : "all \(most) uses are gone"
  }

  /// Why its uses no longer let it hold, or nil.
  var problem: String? {
    guard let most = exception.maxUses else { return nil }
    guard let used else { return "has uses that cannot be counted" }
    return used < most ? nil : "has no uses left"
  }
}
