// SPDX-License-Identifier: MIT

extension Glob {
  /// Whether some name matches both patterns.
  ///
  /// Asked where a word is known only as a pattern: can what `.e*` becomes be a `.env`? The answer
  /// is exact; only beyond `PathLimits.patternSize` bytes or `PathLimits.patternStates` steps it is
  /// yes without knowing. A character is a byte here.
  package static func mayIntersect(
    _ left: [UInt8], _ leftOptions: Options, _ right: [UInt8], _ rightOptions: Options
  ) -> Bool {
    mayIntersect(left.span, leftOptions, right.span, rightOptions)
  }

  /// Walks both patterns at once, as the two automata they are, and looks for a common end.
  static func mayIntersect(
    _ left: Span<UInt8>, _ leftOptions: Options, _ right: Span<UInt8>, _ rightOptions: Options
  ) -> Bool {
    guard left.count <= PathLimits.patternSize, right.count <= PathLimits.patternSize else {
      return true
    }
    if disagreeAtAnEnd(left, right) { return false }
    var search = PairSearch(left: left.count, right: right.count)
    search.add(left: 0, right: 0, .text)
    while let pair = search.next() {
      let first = GlobMoves(left, at: pair.left, place: pair.place, leftOptions)
      let second = GlobMoves(right, at: pair.right, place: pair.place, rightOptions)
      if first.accepts, second.accepts { return true }
      if search.visits > PathLimits.patternStates { return true }
      if first.skip >= 0 { search.add(left: first.skip, right: pair.right, pair.place) }
      if second.skip >= 0 { search.add(left: pair.left, right: second.skip, pair.place) }
      search.add(first.name, first.nameNext, second.name, second.nameNext)
      if first.slashNext >= 0, second.slashNext >= 0 {
        search.add(left: first.slashNext, right: second.slashNext, .component)
      }
    }
    return false
  }

  /// Whether the first or the last letters of both differ; they always stand for themselves.
  private static func disagreeAtAnEnd(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    func disagree(_ one: UInt8, _ other: UInt8) -> Bool {
      isLetter(one) && isLetter(other) && one | 0x20 != other | 0x20
    }
    guard !left.isEmpty, !right.isEmpty else { return false }
    return disagree(left[0], right[0]) || disagree(left[left.count - 1], right[right.count - 1])
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }
}

/// Where a text under construction stands: a dot may be hidden from wildcards there.
private enum TextPlace: Int {
  case inside
  case component
  case text

  /// Whether a dot taken here begins a hidden name.
  func hidesDot(_ options: Glob.Options) -> Bool {
    switch self {
    case .inside: false
    case .component: options.period && options.pathname
    case .text: options.period
    }
  }
}

/// Pairs of positions that a common text can lead to, each looked at once.
private struct PairSearch {
  private let width: Int
  private var seen: [UInt64]
  private var waiting: [Int] = []
  private(set) var visits = 0

  init(left: Int, right: Int) {
    width = right + 1
    seen = [UInt64](repeating: 0, count: (left + 1) * width * 3 / 64 + 1)
  }

  mutating func add(left: Int, right: Int, _ place: TextPlace) {
    let state = (left * width + right) * 3 + place.rawValue
    let bit: UInt64 = 1 << UInt64(state % 64)
    guard seen[state / 64] & bit == 0 else { return }
    seen[state / 64] |= bit
    waiting.append(state)
  }

  /// Adds the pair behind a character other than a slash, if both sides take one in common.
  mutating func add(_ first: ByteSet, _ firstNext: Int, _ second: ByteSet, _ secondNext: Int) {
    guard firstNext >= 0, secondNext >= 0, first.intersects(second) else { return }
    add(left: firstNext, right: secondNext, .inside)
  }

  mutating func next() -> (left: Int, right: Int, place: TextPlace)? {
    guard let state = waiting.popLast() else { return nil }
    visits += 1
    return (state / 3 / width, state / 3 % width, TextPlace(rawValue: state % 3) ?? .inside)
  }
}

/// What one pattern can take next at one position.
///
/// A position is an offset into the pattern. The second star of a component `**` stands for the
/// inside of a directory name that the component is taking in.
private struct GlobMoves {
  /// Whether the text may end here.
  var accepts = false
  /// Where the pattern goes without taking a character, or -1.
  var skip = -1
  /// Characters other than a slash that are taken, and where that leads, or -1.
  var name = ByteSet()
  var nameNext = -1
  /// Where taking a slash leads, or -1.
  var slashNext = -1

  init(
    _ pattern: Span<UInt8>, at index: Int, place: TextPlace, _ options: Glob.Options
  ) {
    guard index < pattern.count else {
      accepts = true
      return
    }
    // `*`, `?` and brackets do not stand for the dot of a hidden name.
    let allowed = place.hidesDot(options) ? ByteSet.all.without(0x2E) : ByteSet.all
    if options.pathname, directories(pattern, at: index, allowed) { return }
    if pattern[index] == Glob.star {
      skip = index + 1
      name = allowed
      nameNext = index
      if !options.pathname { slashNext = index }
      return
    }
    if options.pathname, pattern[index] == 0x2F {
      slashNext = index + 1
      return
    }
    if options.pathname, pattern[index] == Glob.escape, index + 1 < pattern.count,
      pattern[index + 1] == 0x2F
    {
      slashNext = index + 2
      return
    }
    single(pattern, at: index, allowed, options)
  }

  /// The moves of a component `**`; false where `index` is not in one.
  private mutating func directories(
    _ pattern: Span<UInt8>, at index: Int, _ allowed: ByteSet
  ) -> Bool {
    guard pattern[index] == Glob.star else { return false }
    let isInside = index > 0 && pattern[index - 1] == Glob.star
    let start = isInside ? index - 1 : index
    guard start == 0 || pattern[start - 1] == 0x2F, start + 1 < pattern.count,
      pattern[start + 1] == Glob.star
    else { return false }
    let part = Glob.component(pattern, from: start)
    guard part.range.count == 2 else { return false }
    if part.next > pattern.count {
      accepts = true
      name = allowed
      nameNext = start
      slashNext = start
    } else {
      if !isInside { skip = part.next }
      name = allowed
      nameNext = start + 1
      slashNext = start
    }
    return true
  }

  /// The move of a part that stands for one character.
  private mutating func single(
    _ pattern: Span<UInt8>, at index: Int, _ allowed: ByteSet, _ options: Glob.Options
  ) {
    let end =
      options.pathname ? Glob.component(pattern, from: index).range.upperBound : pattern.count
    let atom = GlobAtom(pattern, at: index, end: end)
    name = atom.bytes(pattern, foldsCase: options.foldsCase)
    if !options.pathname, name.contains(0x2F) { slashNext = atom.next }
    name = name.without(0x2F)
    // A star before the part has taken nothing, and still bars the dot: `*.x` is not `.x`.
    if !atom.isLiteral || (index > 0 && pattern[index - 1] == Glob.star) {
      name = name.intersection(allowed)
    }
    nameNext = atom.next
  }
}

/// A set of byte values.
struct ByteSet {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// Every byte but the slash, which is kept apart.
  static var all: ByteSet {
    var set = ByteSet()
    set.words = (~0, ~0, ~0, ~0)
    return set.without(0x2F)
  }

  mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  func without(_ byte: UInt8) -> ByteSet {
    var gone = ByteSet()
    gone.insert(byte)
    var set = self
    set.words.0 &= ~gone.words.0
    set.words.1 &= ~gone.words.1
    set.words.2 &= ~gone.words.2
    set.words.3 &= ~gone.words.3
    return set
  }

  func intersection(_ other: ByteSet) -> ByteSet {
    var set = self
    set.words.0 &= other.words.0
    set.words.1 &= other.words.1
    set.words.2 &= other.words.2
    set.words.3 &= other.words.3
    return set
  }

  func contains(_ byte: UInt8) -> Bool {
    var one = ByteSet()
    one.insert(byte)
    return intersects(one)
  }

  func intersects(_ other: ByteSet) -> Bool {
    words.0 & other.words.0 | words.1 & other.words.1 | words.2 & other.words.2
      | words.3 & other.words.3 != 0
  }
}
