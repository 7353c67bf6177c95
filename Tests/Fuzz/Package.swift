// swift-tools-version: 6.2
import PackageDescription

// Fuzz targets, in a package of their own so that the root builds plainly. To run one:
//
//   cd Tests/Fuzz
//   swift build -c release --sanitize=fuzzer -Xswiftc -sanitize=fuzzer,address --product FuzzJSON
//   mkdir -p .build/corpus && .build/release/FuzzJSON -max_total_time=300 .build/corpus
//
// Both sanitizers must stand in one option: of two, the compiler takes the last, and libFuzzer
// then sees no coverage (its log has to say "Loaded 1 modules").
//
// `FuzzShell` starts from the shell vectors, one file each:
//
//   mkdir -p .build/shell && awk -v RS= -F '\n' '{ f = ".build/shell/" NR
//     for (i = 2; i <= NF && $i != "---"; i++) print $i > f; close(f) }' \
//     ../HookCoreTests/Vectors/Shell/*.txt
//   .build/release/FuzzShell -max_total_time=600 .build/shell
//
// `Sources/HookCore` is a link to the library: its declarations are visible inside one package.

/// A program that libFuzzer drives: it brings its own `main`.
func fuzzer(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: ["HookCore"],
    swiftSettings: [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
  name: "security-hooks-fuzz",
  platforms: [.macOS(.v13)],
  targets: [
    .target(name: "HookCore"),
    fuzzer("FuzzJSON"),
    fuzzer("FuzzSettings"),
    fuzzer("FuzzShell"),
  ],
  swiftLanguageModes: [.v6]
)
