// SPDX-License-Identifier: MIT

/// What a justfile says: recipes, variables, the shell.
struct Justfile {
  struct Parameter {
    var name: [UInt8]
    /// An expression; nil where an argument is needed.
    var fallback: [UInt8]?
    var takesRest = false
    var isExported = false
  }

  /// A recipe that another one needs, with expressions for its arguments.
  struct Dependency {
    var name: [UInt8]
    var arguments = List<[UInt8]>()
    /// It runs after the recipe that names it.
    var isLater = false
  }

  struct Recipe {
    var name: [UInt8]
    var parameters = List<Parameter>()
    var dependencies = List<Dependency>()
    var lines = List<[UInt8]>()
  }

  struct Variable {
    var name: [UInt8]
    /// An expression, or the value itself where it was given on the command line.
    var text: [UInt8]
    var isValue = false
    var isExported = false
  }

  var recipes = List<Recipe>()
  var variables = List<Variable>()
  var aliases = List<Variable>()
  var imports = List<[UInt8]>()
  var shell = List<[UInt8]>()

  func recipe(_ name: [UInt8]) -> Recipe? {
    var name = name
    for alias in aliases where alias.name == name { name = alias.text }
    for recipe in recipes where recipe.name == name { return recipe }
    return nil
  }

  /// Adds what `text` says.
  mutating func read(_ text: [UInt8]) {
    var isInRecipe = false
    for part in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var line = Array(part)
      if line.last == 0x0D { line.removeLast() }
      for index in line.indices where line[index] <= MakeText.download { line[index] = 0x20 }
      if let first = line.first, MakeText.isBlank(first) {
        if isInRecipe, !recipes.isEmpty { recipes[recipes.count - 1].lines.append(line) }
        continue
      }
      if line.isEmpty {
        if isInRecipe, !recipes.isEmpty { recipes[recipes.count - 1].lines.append(line) }
        continue
      }
      if line[0] == 0x23 || line[0] == 0x5B { continue }
      isInRecipe = take(line)
    }
  }

  /// Takes a line that is not indented; returns whether it begins a recipe.
  private mutating func take(_ line: [UInt8]) -> Bool {
    var words = MakeText.words(line)
    guard let first = words.first else { return false }
    if first.equals("import") || first.equals("import?"), words.count > 1 {
      imports.append(Justfile.unquoted(words[1]))
      return false
    }
    let isExported = first.equals("export")
    let isAlias = first.equals("alias")
    if let place = line.firstRange(of: ":="), words.count > 1 {
      let value = MakeText.stripped(Array(line[place.upperBound...]))
      if first.equals("set") {
        if words[1].equals("shell") { shell = Justfile.strings(in: value) }
        return false
      }
      if isExported || isAlias { words = List(copying: words.dropFirst()) }
      var name = words[0]
      if name.hasSuffix(":=") { name.removeLast(2) }
      let variable = Variable(name: name, text: value, isExported: isExported)
      if isAlias { aliases.append(variable) } else { variables.append(variable) }
      return false
    }
    if first.equals("set") || first.equals("mod") || first.equals("mod?") { return false }
    guard let colon = Justfile.headEnd(line) else { return false }
    var recipe = Recipe(name: first)
    let head = JustTokens.tokens(of: Array(line[..<colon]))
    for index in 0..<head.count {
      if index == 0 {
        recipe.name = head[0].first == 0x40 ? Array(head[0].dropFirst()) : head[0]
      } else {
        recipe.parameters.append(Justfile.parameter(head[index]))
      }
    }
    recipe.dependencies = Justfile.dependencies(Array(line[(colon + 1)...]))
    recipes.append(recipe)
    return true
  }

  /// The colon after a recipe's name and parameters.
  private static func headEnd(_ line: [UInt8]) -> Int? {
    var quote: UInt8 = 0
    for index in line.indices {
      let byte = line[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x27 || byte == 0x22 || byte == 0x60 {
        quote = byte
      } else if byte == 0x3A {
        return index
      }
    }
    return nil
  }

  private static func parameter(_ text: [UInt8]) -> Parameter {
    var name = text
    var parameter = Parameter(name: [])
    if let equals = text.firstIndex(of: 0x3D) {
      parameter.fallback = Array(text[(equals + 1)...])
      name = Array(text[..<equals])
    }
    while let first = name.first, first == 0x2A || first == 0x2B || first == 0x24 {
      if first == 0x24 { parameter.isExported = true } else { parameter.takesRest = true }
      if first == 0x2A, parameter.fallback == nil { parameter.fallback = [0x27, 0x27] }
      name.removeFirst()
    }
    parameter.name = name
    return parameter
  }

  private static func dependencies(_ text: [UInt8]) -> List<Dependency> {
    var found = List<Dependency>()
    var isLater = false
    for token in JustTokens.tokens(of: text) {
      if token.first == 0x23 { break }
      if token.equals("&&") {
        isLater = true
        continue
      }
      guard token.first == 0x28 else {
        found.append(Dependency(name: token, isLater: isLater))
        continue
      }
      let inner = JustTokens.tokens(of: Array(token.dropFirst().dropLast()))
      guard let name = inner.first else { continue }
      found.append(Dependency(name: name, arguments: arguments(inner), isLater: isLater))
    }
    return found
  }

  /// The expressions after a recipe's name: `+` and `/` join two.
  private static func arguments(_ tokens: List<[UInt8]>) -> List<[UInt8]> {
    var found = List<[UInt8]>()
    var joins = false
    for token in tokens.dropFirst() {
      let isOperator = token.equals("+") || token.equals("/")
      if isOperator || joins, let last = found.last {
        found[found.count - 1] = last + [0x20] + token
      } else {
        found.append(token)
      }
      joins = isOperator
    }
    return found
  }

  static func unquoted(_ text: [UInt8]) -> [UInt8] {
    guard text.count >= 2, let first = text.first, first == 0x27 || first == 0x22 else {
      return text
    }
    return Array(text[1..<text.count - 1])
  }

  private static func strings(in text: [UInt8]) -> List<[UInt8]> {
    var found = List<[UInt8]>()
    var string: [UInt8] = []
    var quote: UInt8 = 0
    for byte in text {
      if quote == 0 {
        if byte == 0x27 || byte == 0x22 { quote = byte }
      } else if byte == quote {
        found.append(string)
        string = []
        quote = 0
      } else {
        string.append(byte)
      }
    }
    return found
  }
}

/// The pieces of a line of a justfile.
enum JustTokens {
  /// Words; what stands in quotes or parentheses is one.
  static func tokens(of text: [UInt8]) -> List<[UInt8]> {
    var tokens = List<[UInt8]>()
    var token: [UInt8] = []
    var quote: UInt8 = 0
    var depth = 0
    for byte in text {
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x27 || byte == 0x22 || byte == 0x60 {
        quote = byte
      } else if byte == 0x28 {
        depth += 1
      } else if byte == 0x29 {
        depth -= 1
      } else if depth == 0, MakeText.isBlank(byte) {
        if !token.isEmpty { tokens.append(token) }
        token = []
        continue
      }
      token.append(byte)
    }
    if !token.isEmpty { tokens.append(token) }
    return tokens
  }
}
