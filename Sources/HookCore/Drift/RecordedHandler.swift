// SPDX-License-Identifier: MIT

/// A hook handler as `HookSettings` writes it.
struct RecordedHandler {
  /// Seconds that the client waits where a handler does not say (CONTRACT 2.5).
  private static let usualTimeout = 600

  let program: [UInt8]
  let name: [UInt8]
  private let fields: JSONValue

  /// Reads the value of a setting under `hooks`.
  init?(_ value: [UInt8]) {
    guard let root = try? JSONDocument(parsing: value).root,
      let program = root["program"]?.string, let name = root["name"]?.string
    else { return nil }
    self.program = program
    self.name = name
    fields = root
  }

  /// Whether the program has the name of one of ours.
  var isOurs: Bool {
    name == [UInt8]("hook-guard") || name == [UInt8]("hook-audit")
      || name == [UInt8]("hook-drift")
  }

  /// What turning `self` into `other`, which runs the same program, does to the protection.
  func judgement(of other: RecordedHandler) -> DriftJudgement {
    if isSet("async") != other.isSet("async") {
      return other.isSet("async")
        ? .weakens("the client no longer waits for the hook's answer")
        : .strengthens("the client waits for the hook's answer again")
    }
    if !isEqual("if", other), other.fields["if"] != nil {
      return .weakens("the hook sees fewer calls or others")
    }
    if !isEqual("matcher", other), other.fields["matcher"] != nil {
      return .weakens("the hook sees fewer calls or others")
    }
    if !isEqual("onFailure", other), other.fields["onFailure"] == nil {
      return .weakens("a hook that fails no longer blocks")
    }
    if other.timeout < timeout {
      return .weakens("the hook has less time; one that is cut off does not block")
    }
    if !isEqual("onFailure", other) { return .strengthens("a hook that fails blocks") }
    if !isEqual("matcher", other) || !isEqual("if", other) {
      return .strengthens("the hook sees all calls")
    }
    return .neutral("the hook has more time")
  }

  private func isSet(_ key: StaticString) -> Bool { fields[key]?.boolean == true }

  private func isEqual(_ key: StaticString, _ other: RecordedHandler) -> Bool {
    switch (fields[key], other.fields[key]) {
    case (nil, nil): true
    case (let left?, let right?): left.source.elementsEqual(right.source)
    case (nil, _?), (_?, nil): false
    }
  }

  /// Whole seconds, rounded down: a fraction counts as less.
  private var timeout: Int {
    fields["timeout"].map { CanonicalValue.wholeNumber($0) } ?? RecordedHandler.usualTimeout
  }
}
