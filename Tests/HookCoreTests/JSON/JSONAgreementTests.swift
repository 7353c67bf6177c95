// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import HookCore

/// What the reader accepts, Foundation accepts with the same content; the documents are made by
/// a generator with a fixed seed.
@Suite struct JSONAgreementTests {
  @Test func generatedDocumentsHaveTheSameTree() throws {
    var generator = JSONGenerator(seed: 8259)
    for _ in 0..<3_000 {
      let text = generator.document()
      let document = try JSONDocument(parsing: text)
      #expect(
        try agrees(document.root, foundation(text)), "\(String(decoding: text, as: UTF8.self))")
    }
  }

  @Test func changedDocumentsAreAcceptedOnlyWhereFoundationAcceptsThem() throws {
    var generator = JSONGenerator(seed: 3629)
    var accepted = 0
    for _ in 0..<6_000 {
      let text = generator.changed(generator.document())
      guard let document = try? JSONDocument(parsing: text) else { continue }
      accepted += 1
      guard let other = try? foundation(text) else {
        #expect(holdsHugeNumber(document.root), "\(String(decoding: text, as: UTF8.self))")
        continue
      }
      #expect(agrees(document.root, other), "\(String(decoding: text, as: UTF8.self))")
    }
    #expect(accepted > 500, "the changes leave too little to compare")
  }

  private func foundation(_ text: [UInt8]) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
  }

  private func agrees(_ value: JSONValue, _ other: Any) -> Bool {
    switch value.kind {
    case .object:
      guard let other = other as? [String: Any] else { return false }
      var count = 0
      for member in value.members {
        count += 1
        guard let key = member.key.string, let found = other[String(decoding: key, as: UTF8.self)],
          agrees(member.value, found)
        else { return false }
      }
      return count == other.count
    case .array:
      guard let other = other as? [Any] else { return false }
      let elements = Array(value.elements)
      return elements.count == other.count && zip(elements, other).allSatisfy { agrees($0, $1) }
    case .string: return value.string == (other as? String).map { Array($0.utf8) }
    case .number: return agreesAsNumber(value, other)
    case .true: return (other as? NSNumber)?.boolValue == true
    case .false: return (other as? NSNumber)?.boolValue == false
    case .null: return other is NSNull
    }
  }

  private func agreesAsNumber(_ value: JSONValue, _ other: Any) -> Bool {
    guard let number = other as? NSNumber else { return false }
    if let integer = value.integer { return number.int64Value == Int64(integer) }
    let double = Double(String(decoding: value.source, as: UTF8.self)) ?? .nan
    // Foundation rounds some fractions twice; the digits themselves are what we keep.
    return abs(double - number.doubleValue) <= abs(double) * 1e-12
  }

  /// Foundation refuses what a double cannot hold; the reader keeps the digits.
  private func holdsHugeNumber(_ value: JSONValue) -> Bool {
    if value.kind == .number {
      let double = Double(String(decoding: value.source, as: UTF8.self)) ?? .infinity
      return !double.isFinite || double == 0 || value.source.count > 18
    }
    return value.elements.contains(where: holdsHugeNumber)
      || value.members.contains { holdsHugeNumber($0.value) }
  }
}
