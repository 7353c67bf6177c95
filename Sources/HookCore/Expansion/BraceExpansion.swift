// SPDX-License-Identifier: MIT

/// Brace expansion (Bash manual, Brace Expansion): `a{b,c}d`, `{1..5}`, `{a..e..2}`.
///
/// Only unquoted braces count. What is bounded away stays as it was typed.
enum BraceExpansion {
  /// More words than this from one word: nothing is said of it.
  private static let wordLimit = 4_096
  /// Members of one sequence: the further numbers are names of the same form.
  private static let sequenceLimit = 256
  /// Braces inside braces.
  private static let depthLimit = 16

  /// The words that `word` becomes; itself where it holds no brace expression, nil for too many.
  static func words(of word: Word) -> List<Word>? {
    guard mayExpand(word) else { return List(word) }
    let expanded = expand(atoms(of: word), depth: 0)
    guard expanded.count < wordLimit else { return nil }
    var words = List<Word>()
    for index in 0..<expanded.count {
      words.append(Word(parts(expanded[index], word.range), word.range))
    }
    return words
  }

  private static func mayExpand(_ word: Word) -> Bool {
    for part in word.parts {
      if case .literal(let text, _) = part, text.contains(0x7B) { return true }
    }
    return false
  }

  /// One unquoted byte, or one part that braces cannot be in.
  private enum Atom {
    case byte(UInt8)
    case part(WordPart)
  }

  private static func atoms(of word: Word) -> List<Atom> {
    var atoms = List<Atom>()
    for part in word.parts {
      if case .literal(let text, _) = part {
        for byte in text { atoms.append(.byte(byte)) }
      } else {
        atoms.append(.part(part))
      }
    }
    return atoms
  }

  private static func parts(_ atoms: List<Atom>, _ range: SourceRange) -> List<WordPart> {
    var parts = List<WordPart>()
    var text: [UInt8] = []
    for atom in atoms {
      switch atom {
      case .byte(let byte): text.append(byte)
      case .part(let part):
        if !text.isEmpty { parts.append(.literal(text, range)) }
        text = []
        parts.append(part)
      }
    }
    if !text.isEmpty { parts.append(.literal(text, range)) }
    return parts
  }

  private static func isByte(_ atom: Atom, _ byte: UInt8) -> Bool {
    if case .byte(let found) = atom { return found == byte }
    return false
  }

  private static func expand(_ atoms: List<Atom>, depth: Int) -> List<List<Atom>> {
    guard depth < depthLimit, let (open, close, commas) = firstExpression(atoms) else {
      return List(atoms)
    }
    var middles = List<List<Atom>>()
    if commas.isEmpty {
      middles = sequence(slice(atoms, open + 1, close))
    } else {
      var start = open + 1
      for comma in commas {
        middles.append(contentsOf: expand(slice(atoms, start, comma), depth: depth + 1))
        start = comma + 1
      }
      middles.append(contentsOf: expand(slice(atoms, start, close), depth: depth + 1))
    }
    let tails = expand(slice(atoms, close + 1, atoms.count), depth: depth + 1)
    let head = slice(atoms, 0, open)
    var words = List<List<Atom>>()
    for middle in middles {
      for tail in tails {
        guard words.count < wordLimit else { return words }
        var word = head
        word.append(contentsOf: middle)
        word.append(contentsOf: tail)
        words.append(word)
      }
    }
    return words
  }

  private static func slice(_ atoms: List<Atom>, _ start: Int, _ end: Int) -> List<Atom> {
    var part = List<Atom>()
    var index = start
    while index < end {
      part.append(atoms[index])
      index += 1
    }
    return part
  }

  /// The first `{…}` that has a comma or is a sequence; `${` belongs to a part and is none here.
  private static func firstExpression(
    _ atoms: List<Atom>
  ) -> (open: Int, close: Int, commas: [Int])? {
    for open in 0..<atoms.count where isByte(atoms[open], 0x7B) {
      var level = 0
      var commas: [Int] = []
      for index in open..<atoms.count {
        if isByte(atoms[index], 0x7B) { level += 1 }
        if isByte(atoms[index], 0x2C), level == 1 { commas.append(index) }
        guard isByte(atoms[index], 0x7D) else { continue }
        level -= 1
        guard level == 0 else { continue }
        if !commas.isEmpty || !sequence(slice(atoms, open + 1, index)).isEmpty {
          return (open, index, commas)
        }
        break
      }
    }
    return nil
  }

  /// The members of `x..y` or `x..y..step`; none where it is no sequence.
  private static func sequence(_ atoms: List<Atom>) -> List<List<Atom>> {
    var text: [UInt8] = []
    for atom in atoms {
      guard case .byte(let byte) = atom else { return List() }
      text.append(byte)
    }
    let ends = split(text)
    guard ends.count == 2 || ends.count == 3 else { return List() }
    var step = 1
    if ends.count == 3 {
      guard let given = integer(ends[2]), given != Int.min else { return List() }
      step = max(1, abs(given))
    }
    if let first = integer(ends[0]), let last = integer(ends[1]) {
      let width = isPadded(ends[0]) || isPadded(ends[1]) ? max(ends[0].count, ends[1].count) : 0
      return members(first, last, step) { decimal($0, width: width) }
    }
    guard ends[0].count == 1, ends[1].count == 1, isLetter(ends[0][0]), isLetter(ends[1][0]) else {
      return List()
    }
    return members(Int(ends[0][0]), Int(ends[1][0]), step) { [UInt8(truncatingIfNeeded: $0)] }
  }

  private static func members(
    _ first: Int, _ last: Int, _ step: Int, _ text: (Int) -> [UInt8]
  ) -> List<List<Atom>> {
    var all = List<List<Atom>>()
    var value = first
    while first <= last ? value <= last : value >= last {
      guard all.count < sequenceLimit else { break }
      var atoms = List<Atom>()
      for byte in text(value) { atoms.append(.byte(byte)) }
      all.append(atoms)
      let (next, overflow) =
        first <= last
        ? value.addingReportingOverflow(step) : value.subtractingReportingOverflow(step)
      if overflow { break }
      value = next
    }
    return all
  }

  private static func split(_ text: [UInt8]) -> List<[UInt8]> {
    var pieces = List<[UInt8]>()
    var piece: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == 0x2E, index + 1 < text.count, text[index + 1] == 0x2E {
        pieces.append(piece)
        piece = []
        index += 2
      } else {
        piece.append(text[index])
        index += 1
      }
    }
    pieces.append(piece)
    return pieces
  }

  private static func integer(_ text: [UInt8]) -> Int? {
    let digits = text.first == 0x2D || text.first == 0x2B ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var value = 0
    for byte in digits {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return text.first == 0x2D ? -value : value
  }

  private static func isPadded(_ text: [UInt8]) -> Bool {
    let digits = text.first == 0x2D ? text.dropFirst() : text[...]
    return digits.count > 1 && digits.first == 0x30
  }

  private static func decimal(_ value: Int, width: Int) -> [UInt8] {
    var digits: [UInt8] = []
    digits.append(decimal: abs(value))
    let sign: [UInt8] = value < 0 ? [0x2D] : []
    let padding = max(0, width - digits.count - sign.count)
    return sign + [UInt8](repeating: 0x30, count: padding) + digits
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
