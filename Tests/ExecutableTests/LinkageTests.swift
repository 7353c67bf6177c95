// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// What is in the release executables, and what is not.
struct LinkageTests {
  private static let names = ["hook-guard", "hook-audit", "hook-drift", "hookctl"]
  /// A hook starts at every call; more than this would be another library that came along.
  private static let sizeLimit = 15 << 20

  /// Texts that come with a library which costs milliseconds at every start.
  private static let foreign = [
    "_StringProcessing", "_RegexParser", "swift_task_create", "swift_asyncLet", "dispatch_async",
    "JSONSerialization", "FoundationEssentials", "CoreFoundation", "libicu", "NSObject",
  ]

  @Test(arguments: names)
  func executablesAreSmallAndHoldNoForeignLibrary(name: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: BuiltExecutables.path(name)))
    #expect(data.count <= LinkageTests.sizeLimit)
    for text in LinkageTests.foreign {
      #expect(data.range(of: Data(text.utf8)) == nil, "\(name) holds \(text)")
    }
    #expect(data.range(of: Data("--fault".utf8)) == nil, "\(name) can be made to fail")
  }

  #if os(Linux)
    /// Program headers that make the kernel start a dynamic loader.
    private static let loaderHeaders: Set<UInt32> = [2, 3]  // PT_DYNAMIC, PT_INTERP
    /// Sections that `strip` removes.
    private static let symbolSections: Set<UInt32> = [2]  // SHT_SYMTAB

    @Test(arguments: names)
    func executablesAreStaticAndStripped(name: String) throws {
      let file = Executable(
        bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: BuiltExecutables.path(name)))))
      let headers = file.entries(table: 32, size: 54, count: 56).map { file.number(4, at: $0) }
      #expect(headers.count > 2)
      #expect(LinkageTests.loaderHeaders.isDisjoint(with: headers.map { UInt32($0) }))
      let sections = file.entries(table: 40, size: 58, count: 60).map { file.number(4, at: $0 + 4) }
      #expect(LinkageTests.symbolSections.isDisjoint(with: sections.map { UInt32($0) }))
    }

    /// The tables of a 64-bit ELF file with the lowest byte first.
    private struct Executable {
      let bytes: [UInt8]

      func number(_ size: Int, at offset: Int) -> Int {
        (0..<size).reversed().reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
      }

      /// Offsets of the entries of a table, from where the file's header says so.
      func entries(table: Int, size: Int, count: Int) -> [Int] {
        let start = number(8, at: table)
        return (0..<number(2, at: count)).map { start + $0 * number(2, at: size) }
      }
    }
  #endif
}
