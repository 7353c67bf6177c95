// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: no warning reaches a commit.
let swift: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  // Copies and destroys of our types are compiled out in full; by type layout they would ask the
  // runtime for generic metadata, whose first use costs a tenth of a start.
  .unsafeFlags(
    ["-Xfrontend", "-disable-type-layout", "-Xfrontend", "-function-sections"],
    .when(configuration: .release)),
]

/// Release executables on Linux are static and stripped.
///
/// Nothing is loaded at start, and `LD_PRELOAD` has nothing to hold on to. What a start touches is
/// laid side by side, which spares half of its page faults; `Tests/Benchmarks/start-order` writes
/// the list. Debug and test builds stay dynamic.
let linker: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-executable", "-use-ld=lld", "-Xlinker", "-s", "-Xlinker", "--gc-sections",
      "-Xlinker", "--no-warn-symbol-ordering", "-Xlinker",
      "--symbol-ordering-file=\(Context.packageDirectory)/Sources/CHookStart/start-order.txt",
      "-Xlinker", "-T\(Context.packageDirectory)/Sources/CHookStart/start-order.ld",
    ],
    .when(platforms: [.linux], configuration: .release))
]

/// The hooks start before the C library does: a project can set variables that kill it.
let start: [LinkerSetting] = [
  .unsafeFlags(
    ["-Xlinker", "--entry=hook_start_entry"],
    .when(platforms: [.linux], configuration: .release))
]

/// One of the three executables that the client starts.
func hook(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: ["HookCore", "CHookStart"], swiftSettings: swift,
    linkerSettings: linker + start)
}

let package = Package(
  name: "security-hooks",
  platforms: [.macOS(.v13)],
  products: [
    .executable(name: "hook-guard", targets: ["hook-guard"]),
    .executable(name: "hook-audit", targets: ["hook-audit"]),
    .executable(name: "hook-drift", targets: ["hook-drift"]),
    .executable(name: "hookctl", targets: ["hookctl"]),
  ],
  targets: [
    .target(name: "CHookStart", exclude: ["start-order.ld", "start-order.txt"]),
    .target(name: "HookCore", swiftSettings: swift),
    .target(name: "RuleExamples", dependencies: ["HookCore"], swiftSettings: swift),
    hook("hook-guard"),
    hook("hook-audit"),
    hook("hook-drift"),
    .executableTarget(
      name: "hookctl", dependencies: ["HookCore", "RuleExamples"], swiftSettings: swift,
      linkerSettings: linker),
    .testTarget(
      name: "HookCoreTests", dependencies: ["HookCore", "RuleExamples"], exclude: ["Vectors"],
      swiftSettings: swift),
    .testTarget(name: "ExecutableTests", dependencies: ["HookCore"], swiftSettings: swift),
  ],
  swiftLanguageModes: [.v6]
)
