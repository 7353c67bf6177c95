// SPDX-License-Identifier: MIT

/// Leaves secret files out of a Grep call instead of refusing the whole search (CONTRACT 9.1).
enum SearchNarrowing {
  /// Names that are left out; a tree with more secrets is not searched.
  private static let limit = 64

  /// The input of `call` with its secret files excluded; nil where that does not settle it.
  static func input(
    of call: ToolCall, _ decision: Decision, _ context: PolicyContext
  ) -> [UInt8]? {
    guard case .grep(let path, let glob) = call.tool else { return nil }
    for finding in decision.findings
    where finding.rule.id != FileRule.readSecretInTree.rawValue {
      return nil
    }
    guard let base = AbsolutePath(path ?? [0x2E], in: context.project) else { return nil }
    var walk = SecretWalk(context)
    let secrets = walk.secrets(below: base, matching: glob ?? [], limit: limit)
    guard !secrets.isEmpty, secrets.count < limit else { return nil }
    var narrowed = glob ?? []
    for secret in secrets {
      let name = secret.lastComponent
      guard name.allSatisfy(isPlain) else { return nil }
      let exclusion = [UInt8]("!**/") + name
      if narrowed.split(separator: 0x20).contains(where: { $0.elementsEqual(exclusion) }) {
        continue
      }
      if !narrowed.isEmpty { narrowed.append(0x20) }
      narrowed += exclusion
    }
    return rewritten(call.input, glob: narrowed)
  }

  /// Bytes that mean themselves in a pattern and do not end it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }

  private static func rewritten(_ input: JSONValue, glob: [UInt8]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    for member in input.members where !member.key.equals("glob") {
      writer.key(member.key.string ?? [])
      writer.raw(member.value.source)
    }
    writer.key("glob")
    writer.string(glob)
    writer.endObject()
    return writer.bytes
  }
}
