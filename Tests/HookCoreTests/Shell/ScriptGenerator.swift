// SPDX-License-Identifier: MIT

/// Writes valid scripts by the grammar, in forms that Bash prints as they are.
struct ScriptGenerator {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func next() -> String { list(depth: 2) + "\n" }

  private mutating func list(depth: Int) -> String {
    var text = andOr(depth)
    while !random.isOne(in: 3) { text += random.pick(["; ", " & ", "\n"]) + andOr(depth) }
    return text
  }

  private mutating func andOr(_ depth: Int) -> String {
    var text = pipeline(depth)
    while random.isOne(in: 4) { text += random.pick([" && ", " || "]) + pipeline(depth) }
    return text
  }

  private mutating func pipeline(_ depth: Int) -> String {
    var text = random.isOne(in: 8) ? "! " : ""
    text += command(depth)
    while random.isOne(in: 4) { text += " | " + command(depth) }
    return text
  }

  private mutating func command(_ depth: Int) -> String {
    guard depth > 0, random.isOne(in: 3) else { return simple(depth) }
    let inner = depth - 1
    let body = compound(inner)
    return random.isOne(in: 4) ? body + redirection(inner) : body
  }

  private mutating func compound(_ depth: Int) -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return "{ \(list(depth: depth))\n}"
    case 1: return "( \(list(depth: depth)) )"
    case 2: return "if \(list(depth: depth)); then \(list(depth: depth)); fi"
    case 3:
      return "if \(andOr(depth)); then \(andOr(depth)); else \(andOr(depth)); fi"
    case 4: return "while \(andOr(depth)); do \(list(depth: depth)); done"
    case 5: return "until \(andOr(depth)); do \(andOr(depth)); done"
    case 6: return "for i in \(words(depth)); do \(list(depth: depth)); done"
    case 7:
      return "case \(word(depth)) in \(pattern()) | \(pattern())) \(list(depth: depth)) "
        + random.pick([";;", ";&", ";;&"]) + " *) \(andOr(depth)) ;; esac"
    case 8: return "[[ $a \(random.pick(["==", "!=", "-nt", "-lt"])) \(word(depth)) ]]"
    case 9:
      let expression = random.pick(["a", "a + 1", "a < (b << 2)", "a[1]"])
      return "if ((\(expression))); then \(andOr(depth)); fi"
    case 10: return "for ((i = 0; i < 3; i++)); do \(andOr(depth)); done"
    default: return "select i in \(words(depth)); do \(andOr(depth)); done"
    }
  }

  private mutating func simple(_ depth: Int) -> String {
    var text = ""
    while random.isOne(in: 5) { text += assignment(depth) + " " }
    text += words(depth)
    while random.isOne(in: 4) { text += redirection(depth) }
    return text
  }

  private mutating func assignment(_ depth: Int) -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: "a=(\(words(depth)))"
    case 1: "a[i + 1]=\(word(depth))"
    case 2: "b+=\(word(depth))"
    default: "b=\(word(depth))"
    }
  }

  private mutating func redirection(_ depth: Int) -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: " < \(word(depth))"
    case 1: " >> \(word(depth))"
    case 2: " 2> \(word(depth))"
    case 3: " 2>&1"
    case 4: " &> \(word(depth))"
    case 5: " <<< \(word(depth))"
    case 6: " 3<> \(word(depth))"
    default: " > \(word(depth))"
    }
  }

  private mutating func words(_ depth: Int) -> String {
    var text = word(depth)
    while !random.isOne(in: 3) { text += " " + word(depth) }
    return text
  }

  private mutating func word(_ depth: Int) -> String {
    var text = part(depth)
    while random.isOne(in: 3) { text += part(depth) }
    return text
  }

  private mutating func pattern() -> String {
    random.pick(["a", "*.c", "[a-z]?", "'b c'", "\"$a\""])
  }

  private mutating func part(_ depth: Int) -> String {
    guard depth > 0 else { return plainPart() }
    switch Int.random(in: 0..<24, using: &random) {
    case 0: return "$( \(andOr(depth - 1)))"
    case 1: return "\"x $( \(andOr(depth - 1))) y\""
    case 2: return "`echo \(plainPart())`"
    case 3: return "${a:-\(word(depth - 1))}"
    case 4: return "\"${a%\(plainPart())}\""
    case 5: return "<(\(andOr(depth - 1)))"
    default: return plainPart()
    }
  }

  private mutating func plainPart() -> String {
    random.pick([
      "a", "b1", "-c", "./d", "e.f", "$g", "${h}", "'i j'", "\"k l\"", "\"$m n\"", "\\$o",
      "$((p + 1))", "${#q}", "${r[0]}", "\"${s[@]}\"", "${t/u/v}", "${w:1:2}", "*", "{x,y}", "~",
      "=", "\"a\\\"b\"", "'$c'", "$1", "$?", "${!d}", "${e^^}", "${f@Q}",
    ])
  }
}
