// SPDX-License-Identifier: MIT
import Testing

@testable import HookCore

/// The command catalogue is searched by halves, so its order is part of its meaning.
struct CatalogTests {
  private static let tables: [[[UInt8]]] = {
    var tables: [[[UInt8]]] = []
    var number: UInt8 = 0
    while let text = CommandCatalog.tables(number) {
      tables.append(CatalogText(text).split(0x0A).map { $0.slice(0, $0.offset(of: 0x20)).bytes })
      number += 1
    }
    return tables
  }()

  @Test func linesOfEachTableAreSortedByTheirBytes() {
    #expect(CatalogTests.tables.count > 10)
    for names in CatalogTests.tables {
      for (name, next) in zip(names, names.dropFirst()) where !name.lexicographicallyPrecedes(next)
      {
        let pair = [name, next].map { String(decoding: $0, as: UTF8.self) }
        Issue.record("\(pair[1]) comes after \(pair[0])")
      }
    }
  }

  @Test func noCommandIsInTwoTables() {
    var seen: Set<[UInt8]> = []
    for name in CatalogTests.tables.joined() where !seen.insert(name).inserted {
      Issue.record("\(String(decoding: name, as: UTF8.self)) is there twice")
    }
  }

  @Test func everyEntryIsFoundByItsName() {
    for name in CatalogTests.tables.joined() {
      #expect(
        CommandCatalog.entry(name)?.name.bytes == name, "\(String(decoding: name, as: UTF8.self))")
    }
  }

  @Test func toolsOfServersAreSortedAndWellFormed() throws {
    let lines = CatalogText(ServerToolTable.text).split(0x0A).map(\.bytes)
    let names = lines.map { Array($0.prefix { $0 != 0x20 }) }
    for (name, next) in zip(names, names.dropFirst()) where !name.lexicographicallyPrecedes(next) {
      Issue.record("\(String(decoding: next, as: UTF8.self)) is not in order")
    }
    for (name, line) in zip(names, lines) {
      let text = String(decoding: line, as: UTF8.self)
      #expect(ServerToolName(name).text == name, "\(text)")
      let words = text.split(separator: " ").dropFirst()
      let entry = try #require(ServerToolTable.entry(name), "\(text)")
      #expect(words.first == "statement" || entry.verb != nil, "\(text)")
      let names = words.dropFirst().filter { !"<?".contains($0.prefix(1)) }
      #expect(names.isEmpty || entry.action != nil, "\(text)")
    }
  }
}
