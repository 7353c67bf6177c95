// SPDX-License-Identifier: MIT

/// The release that these sources are.
package enum SecurityHooks {
  /// The version in the manner of semver.org.
  package static let version: StaticString = "0.1.0"

  /// The name in records of the rules that hold without a policy document.
  static var builtinPolicy: [UInt8] { [UInt8]("built-in ") + [UInt8](version) }
}
