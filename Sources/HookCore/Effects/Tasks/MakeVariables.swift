// SPDX-License-Identifier: MIT

/// The variables of a makefile by name; large ones have a thousand, each looked up thousands of times.
struct MakeVariables {
  private(set) var all = List<Makefile.Variable>()
  /// The last variable of each bucket, and for each variable the one before it; -1 ends.
  private var last: [Int] = []
  private var before: [Int] = []

  /// A power of two, so that a mask finds the bucket.
  private static let buckets = 256

  private static func bucket(_ name: [UInt8]) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash & UInt32(buckets - 1))
  }

  /// Where the variable `name` is in `all`; nil where it is not.
  func index(of name: [UInt8]) -> Int? {
    if last.isEmpty { return nil }
    var index = last[MakeVariables.bucket(name)]
    while index >= 0 {
      if all[index].name == name { return index }
      index = before[index]
    }
    return nil
  }

  func value(at index: Int) -> Makefile.Variable { all[index] }

  /// Gives a variable its value, the name of a new one its place.
  mutating func set(_ variable: Makefile.Variable) {
    if let index = index(of: variable.name) {
      all[index] = variable
      return
    }
    if last.isEmpty {
      while last.count < MakeVariables.buckets { last.append(-1) }
    }
    let bucket = MakeVariables.bucket(variable.name)
    before.append(last[bucket])
    last[bucket] = all.count
    all.append(variable)
  }

  /// Keeps what the recursive variable at `index` expands to while nothing changes.
  mutating func remember(_ text: [UInt8], at index: Int, _ generation: Int) {
    all[index].expanded = text
    all[index].generation = generation
  }
}
