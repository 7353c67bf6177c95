// SPDX-License-Identifier: MIT

/// A model that a call or a command asks for.
package struct NamedModel: Sendable {
  /// Nil where it cannot be told.
  package let name: [UInt8]?
  package let range: SourceRange

  package init(_ name: [UInt8]?, _ range: SourceRange) {
    self.name = name
    self.range = range
  }
}

extension EffectAnalyzer {
  /// The models that a command which starts the client asks for: by options and variables.
  static func models(
    of words: List<Field>, _ state: ShellState, at range: SourceRange
  ) -> List<NamedModel> {
    var models = List<NamedModel>()
    guard startsClient(words.first) else { return models }
    var takes = false
    var takesAgents = false
    for word in words.dropFirst() {
      if takes { append(word, range, &models) }
      if takesAgents { models.append(contentsOf: agentModels(word, range)) }
      takes = false
      takesAgents = false
      let end = word.bytes.firstIndex(of: 0x3D) ?? word.bytes.count
      let option = Array(word.bytes[..<end])
      let isModel = option.equals("--model") || option.equals("--fallback-model")
      guard isModel || option.equals("--agents") else { continue }
      guard end < word.bytes.count else {
        takes = isModel
        takesAgents = !isModel
        continue
      }
      let value = word.slice(end + 1..<word.bytes.count)
      if isModel {
        append(value, range, &models)
      } else {
        models.append(contentsOf: agentModels(value, range))
      }
    }
    for number in UInt8(0)..<6 {
      if let variable = state.variable([UInt8](variableName(number))), variable.isSet {
        append(variable.value, range, &models)
      }
    }
    return models
  }

  private static func startsClient(_ first: Field?) -> Bool {
    guard let first else { return false }
    for choice in first.choices {
      let name = lastComponent(choice.bytes)
      if name.equals("claude") || name.equals("claude-code") { return true }
    }
    return false
  }

  private static func append(
    _ value: Field, _ range: SourceRange, _ models: inout List<NamedModel>
  ) {
    for choice in value.choices {
      if let name = choice.exact, name.isEmpty { continue }
      models.append(NamedModel(choice.exact, range))
    }
  }

  /// The models in `--agents '{"reviewer": {"model": "opus"}}'`.
  private static func agentModels(_ value: Field, _ range: SourceRange) -> List<NamedModel> {
    var models = List<NamedModel>()
    guard let text = value.exact, let document = try? JSONDocument(parsing: text) else {
      models.append(NamedModel(nil, range))
      return models
    }
    for agent in document.root.members {
      if let model = agent.value["model"] {
        models.append(NamedModel(model.string, range))
      }
    }
    return models
  }

  /// Variables that name a model, by number.
  private static func variableName(_ number: UInt8) -> StaticString {
    switch number {
    case 0: "ANTHROPIC_MODEL"
    case 1: "ANTHROPIC_DEFAULT_OPUS_MODEL"
    case 2: "ANTHROPIC_DEFAULT_SONNET_MODEL"
    case 3: "ANTHROPIC_DEFAULT_HAIKU_MODEL"
    case 4: "ANTHROPIC_SMALL_FAST_MODEL"
    default: "CLAUDE_CODE_SUBAGENT_MODEL"
    }
  }
}
