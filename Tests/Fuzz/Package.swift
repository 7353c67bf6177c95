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
// `FuzzGuard` starts from the verdict vectors and the payloads that the client sent:
//
//   mkdir -p .build/guard && cp ../HookCoreTests/Vectors/Payloads/*.json .build/guard
//   awk -v RS= -F '\n' '{ f = ".build/guard/" NR
//     for (i = 1; i <= NF; i++) if ($i !~ /^#/) print $i > f; close(f) }' \
//     ../HookCoreTests/Vectors/Verdicts/*.txt
//   .build/release/FuzzGuard -max_total_time=1200 -timeout=10 -detect_leaks=0 .build/guard
//
// (The leak checker does not see what Swift's globals hold.) `FuzzCode` starts from the programs:
//
//   mkdir -p .build/code && awk -v RS= -F '\n' '{ f = ".build/code/" NR; printf "%c", NR % 8 > f
//     for (i = 2; i <= NF && $i != "---"; i++) print $i > f; close(f) }' \
//     ../HookCoreTests/Vectors/Code/findings.txt
//   .build/release/FuzzCode -max_total_time=300 -detect_leaks=0 .build/code
//
// To see where a run ended, start it with `SWIFT_BACKTRACE=enable=no` in the environment: the
// handler of the Swift runtime reads memory that the address sanitizer guards.
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
    fuzzer("FuzzCode"),
    fuzzer("FuzzGuard"),
    fuzzer("FuzzJSON"),
    fuzzer("FuzzSettings"),
    fuzzer("FuzzShell"),
  ],
  swiftLanguageModes: [.v6]
)
