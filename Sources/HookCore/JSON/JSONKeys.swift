// SPDX-License-Identifier: MIT

/// The names in an object have to differ, whatever way they are spelled.
enum JSONKeys {
  /// Up to here every pair is compared, which needs no memory; real payloads stay below.
  private static let pairwiseLimit = 24

  /// Compares the keys of the object node at `object`, whose members are all in `nodes`.
  ///
  /// - Throws: `.duplicateKey` at a key whose decoded bytes stood before.
  static func requireDistinct(
    _ text: UnsafeBufferPointer<UInt8>, _ nodes: List<JSONNode>, object: Int
  ) throws(JSONError) {
    let end = Int(nodes[object].next)
    var count = 0
    var key = object + 1
    while key < end {
      count += 1
      key = Int(nodes[key + 1].next)
    }
    if count <= pairwiseLimit {
      try comparePairs(text, nodes, object + 1, end)
    } else {
      try compareSorted(text, nodes, object + 1, end)
    }
  }

  private static func comparePairs(
    _ text: UnsafeBufferPointer<UInt8>, _ nodes: List<JSONNode>, _ first: Int, _ end: Int
  ) throws(JSONError) {
    var key = first
    while key < end {
      var earlier = first
      while earlier < key {
        if areEqual(text, nodes[earlier], nodes[key]) {
          throw JSONError(.duplicateKey, at: Int(nodes[key].start))
        }
        earlier = Int(nodes[earlier + 1].next)
      }
      key = Int(nodes[key + 1].next)
    }
  }

  /// Sorts by a hash of the decoded key, then compares neighbours: n log n for any number of keys.
  private static func compareSorted(
    _ text: UnsafeBufferPointer<UInt8>, _ nodes: List<JSONNode>, _ first: Int, _ end: Int
  ) throws(JSONError) {
    var hashed: [(hash: UInt64, node: Int)] = []
    var key = first
    while key < end {
      hashed.append((hash(text, nodes[key]), key))
      key = Int(nodes[key + 1].next)
    }
    hashed.sort { $0.hash != $1.hash ? $0.hash < $1.hash : $0.node < $1.node }
    for index in hashed.indices.dropFirst() {
      var earlier = index - 1
      while earlier >= 0, hashed[earlier].hash == hashed[index].hash {
        if areEqual(text, nodes[hashed[earlier].node], nodes[hashed[index].node]) {
          throw JSONError(.duplicateKey, at: Int(nodes[hashed[index].node].start))
        }
        earlier -= 1
      }
    }
  }

  private static func areEqual(
    _ text: UnsafeBufferPointer<UInt8>, _ left: JSONNode, _ right: JSONNode
  ) -> Bool {
    if left.isEscaped || right.isEscaped { return content(text, left) == content(text, right) }
    let length = left.end - left.start
    guard length == right.end - right.start else { return false }
    for offset in 0..<Int(length)
    where text[Int(left.start) + offset] != text[Int(right.start) + offset] {
      return false
    }
    return true
  }

  /// FNV-1a over the decoded bytes.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>, _ node: JSONNode) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in content(text, node) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  private static func content(_ text: UnsafeBufferPointer<UInt8>, _ node: JSONNode) -> [UInt8] {
    let inner = [UInt8](text[Int(node.start) + 1..<Int(node.end) - 1])
    return node.isEscaped ? JSONString.decoded(inner[...]) : inner
  }
}
