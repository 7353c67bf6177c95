// SPDX-License-Identifier: MIT

/// The names by which documents speak of built-in rules: ids, groups and families.
enum RuleNames {
  static func isKnown(_ name: [UInt8]) -> Bool {
    var number: UInt8 = 0
    while let family = RuleFamily(rawValue: number) {
      number += 1
      if CatalogText(family.table).line(named: name) != nil { return true }
    }
    if RuleFamily(word: name) != nil { return true }
    return name.withUnsafeBufferPointer { name in
      first { $0.count == name.count && $0.elementsEqual(name) } != nil
    }
  }

  /// The first id or group that is in `names`; words of families cannot be ids.
  static func first(in names: NameSet) -> [UInt8]? {
    first { names.contains($0) }
  }

  /// The first id or group that `isWanted`.
  private static func first(
    where isWanted: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> [UInt8]? {
    var number: UInt8 = 0
    while let family = RuleFamily(rawValue: number) {
      number += 1
      for line in CatalogText(family.table).split(0x0A) {
        // The columns of `RuleTable`: id, verdict, group.
        let idEnd = line.offset(of: 0x20)
        let groupStart = min(line.count, line.offset(of: 0x20, from: idEnd + 1) + 1)
        let id = line.slice(0, idEnd)
        let group = line.slice(groupStart, line.offset(of: 0x20, from: groupStart))
        if id.withBytes(isWanted) { return id.bytes }
        if group.count > 1, group.withBytes(isWanted) { return group.bytes }
      }
    }
    return nil
  }

  /// Whether `name` means `rule` of `family`.
  static func isMeant(_ rule: Rule, by name: [UInt8]) -> Bool {
    if rule.id.equals(name) || rule.group.equals(name) { return true }
    guard let family = RuleFamily(word: name) else { return false }
    return CatalogText(family.table).line(named: rule.id.bytes) != nil
  }

  /// The error that `name` under `key` is no rule's, with the nearest that is.
  static func error(_ name: [UInt8], _ fields: PolicyFields, _ key: StaticString) -> PolicyError {
    PolicyError(
      .unknownValue, at: fields.child(key), line: fields.value[key]?.line ?? fields.value.line,
      name, suggestion: nearest(to: name))
  }

  private static func nearest(to name: [UInt8]) -> [UInt8] {
    var best: [UInt8] = []
    for family in RuleFamily.allCases {
      for rule in family.rules {
        let id = rule.id.bytes
        if Words.distance(name, id) < Words.distance(name, best) { best = id }
      }
    }
    return Words.distance(name, best) <= max(1, name.count / 3) ? best : []
  }
}

extension RuleFamily {
  /// The family that documents call `word`.
  init?(word: [UInt8]) {
    var number: UInt8 = 0
    while let family = RuleFamily(rawValue: number) {
      number += 1
      if word.equals(family.word) {
        self = family
        return
      }
    }
    return nil
  }

  /// The family that `rule` is in; nil for a rule of a document.
  init?(of rule: Rule) {
    let id = rule.id.bytes
    var number: UInt8 = 0
    while let family = RuleFamily(rawValue: number) {
      number += 1
      if CatalogText(family.table).line(named: id) != nil {
        self = family
        return
      }
    }
    return nil
  }

  /// The word for documents; no rule has such an id.
  package var word: StaticString {
    switch self {
    case .secrets: "family:secrets"
    case .disclosure: "family:disclosure"
    case .exfiltration: "family:exfiltration"
    case .destruction: "family:destruction"
    case .history: "family:history"
    case .remoteCode: "family:remote-code"
    case .privilege: "family:privilege"
    case .persistence: "family:persistence"
    case .infrastructure: "family:infrastructure"
    case .protection: "family:protection"
    case .opaque: "family:opaque"
    case .session: "family:session"
    case .limits: "family:limits"
    }
  }
}
