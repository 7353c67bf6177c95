// SPDX-License-Identifier: MIT

/// The names in an object have to differ, whatever way they are spelled.
enum JSONKeys {
  /// Up to here every pair is compared, which needs no memory; real payloads stay below.
  private static let pairwiseKeys = 24
  /// Bytes of all keys together up to which that is cheap, however alike they are.
  private static let pairwiseBytes = 4096

  /// Compares the keys of the object node at `object`, whose members are all in `nodes`.
  ///
  /// - Throws: `.duplicateKey` at a key whose decoded bytes stood before.
  static func requireDistinct(
    _ text: UnsafeBufferPointer<UInt8>, _ nodes: List<JSONNode>, object: Int
  ) throws(JSONError) {
    let end = Int(nodes[object].next)
    var count = 0
    var length = 0
    var key = object + 1
    while key < end {
      count += 1
      length += Int(nodes[key].end - nodes[key].start)
      key = Int(nodes[key + 1].next)
    }
    if count <= pairwiseKeys && length <= pairwiseBytes {
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

  /// Sorts by a hash of the content, then by the content itself, so that keys made to collide
  /// cost n log n as well; then compares neighbours.
  private static func compareSorted(
    _ text: UnsafeBufferPointer<UInt8>, _ nodes: List<JSONNode>, _ first: Int, _ end: Int
  ) throws(JSONError) {
    var hashed: [(hash: UInt64, node: Int)] = []
    var key = first
    while key < end {
      hashed.append((hash(content(text, nodes[key])), key))
      key = Int(nodes[key + 1].next)
    }
    hashed.sort { left, right in
      guard left.hash == right.hash else { return left.hash < right.hash }
      let order = content(text, nodes[left.node]).compare(to: content(text, nodes[right.node]))
      return order != 0 ? order < 0 : left.node < right.node
    }
    for index in hashed.indices.dropFirst()
    where hashed[index - 1].hash == hashed[index].hash
      && areEqual(text, nodes[hashed[index - 1].node], nodes[hashed[index].node])
    {
      throw JSONError(.duplicateKey, at: Int(nodes[hashed[index].node].start))
    }
  }

  private static func areEqual(
    _ text: UnsafeBufferPointer<UInt8>, _ left: JSONNode, _ right: JSONNode
  ) -> Bool {
    guard left.isEscaped || right.isEscaped || left.end - left.start == right.end - right.start
    else { return false }
    return content(text, left).isEqual(to: content(text, right))
  }

  /// FNV-1a over the content.
  private static func hash(_ content: JSONContent) -> UInt64 {
    var content = content
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while let byte = content.next() { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  private static func content(
    _ text: UnsafeBufferPointer<UInt8>, _ node: JSONNode
  ) -> JSONContent {
    let inner = UnsafeBufferPointer(rebasing: text[Int(node.start) + 1..<Int(node.end) - 1])
    return node.isEscaped ? JSONContent(inner) : JSONContent(unescaped: inner)
  }
}
