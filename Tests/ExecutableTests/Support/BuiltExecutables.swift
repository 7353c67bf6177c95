// SPDX-License-Identifier: MIT
import Foundation

/// The executables under test: the release build, static and stripped, as it is shipped.
///
/// They are built on first use into directories of their own, since `swift test` holds the lock
/// of its own one.
enum BuiltExecutables {
  /// A build that failed, with the end of what it printed.
  struct BuildFailure: Error, CustomStringConvertible {
    let description: String
  }

  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let shipped = Result { try build(into: ".build/shipped", []) }
  private static let faulty = Result {
    try build(into: ".build/faults", ["-Xswiftc", "-DFAULT_INJECTION"])
  }

  /// The directory that holds the release executables.
  static func directory() throws -> URL { try shipped.get() }

  /// The path of the release executable `name`.
  static func path(_ name: String) throws -> String {
    try directory().appendingPathComponent(name).path
  }

  /// The path of the hook `name`, built to fail in the ways a test asks for.
  static func faultyPath(_ name: String) throws -> String {
    try faulty.get().appendingPathComponent(name).path
  }

  private static func build(into scratch: String, _ options: [String]) throws -> URL {
    let directory = package.appendingPathComponent(scratch)
    let build = Process()
    build.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    build.arguments =
      [
        "swift", "build", "-c", "release", "--quiet", "--package-path", package.path,
        "--scratch-path", directory.path,
      ] + options
    let output = Pipe()
    build.standardOutput = output
    build.standardError = output
    build.standardInput = FileHandle.nullDevice
    try build.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    build.waitUntilExit()
    guard build.terminationStatus == 0 else {
      throw BuildFailure(description: String(decoding: printed.suffix(4_000), as: UTF8.self))
    }
    return directory.appendingPathComponent("release").resolvingSymlinksInPath()
  }
}
