// SPDX-License-Identifier: MIT

/// The release that these sources are.
package enum SecurityHooks {
  /// The version in the manner of semver.org.
  package static let version: StaticString = "0.1.0"
}
