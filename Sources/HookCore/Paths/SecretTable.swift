// SPDX-License-Identifier: MIT

/// The built-in table of secret files, searched as it lies in the executable.
///
/// A row is a mark, a blank and a pattern in lower case. Within a family the first row that matches
/// decides, so exceptions stand above what they except.
///
/// | mark | meaning |
/// |---|---|
/// | `!` | secret |
/// | `<` | secret to read |
/// | `>` | secret to write |
/// | `?` | may hold a secret (weak) |
/// | `=` | not secret as far as this family goes |
///
/// | pattern | matches |
/// |---|---|
/// | `*.pem` | the last component, in any directory |
/// | `.aws/config`, `.ssh/**` | these components at the end of a path, in any directory |
/// | `~/.hgrc` | directly in a home directory, anybody's |
/// | `/etc/shadow` | the whole path |
enum SecretTable {
  /// The rows of a family.
  static func rows(_ family: SecretFamily) -> StaticString {
    switch family {
    case .dotenv: dotenv
    case .secretsDirectory: secretsDirectory
    case .privateKey: privateKey
    case .keyring: keyring
    case .cloudCredential: cloudCredential
    case .kubernetes: kubernetes
    case .infrastructureState: infrastructureState
    case .packageRegistry: packageRegistry
    case .versionControl: versionControl
    case .database: database
    case .webApplication: webApplication
    case .agent: agent
    case .operatingSystem: operatingSystem
    case .browser: browser
    case .history: history
    }
  }

  /// Extensions of program source, of what compilers make of it, and of documentation.
  static var sourceExtensions: StaticString {
    """
    adoc ada adb ads asm bzl c cc class clj cljs cpp cr cs css csproj cts cxx d dart el erl ex exs \
    f90 fs fsx gleam go gradle groovy h hcl hh hpp hrl hs html hxx java jl js jsx kt kts less lean \
    lisp lua m md mdx mjs cjs mli ml mm mts nim nix o odin pas php pl pm proto py pyc pyi pyo pyx r \
    rb rkt rs rst sass scala scm scss sol svelte sv swift tcl tf ts tsx v vb vhd vue zig
    """
  }
}

/// One row of the table, by its place there.
struct SecretRow {
  static var weak: UInt8 { 0x3F }
  static var never: UInt8 { 0x3D }
  private static var readOnly: UInt8 { 0x3C }
  private static var writeOnly: UInt8 { 0x3E }

  let mark: UInt8
  /// Where the pattern lies in the table.
  let range: Range<Int>

  /// Whether the row speaks of this use of a file.
  func applies(to access: SecretAccess) -> Bool {
    switch access {
    case .read: mark != Self.writeOnly
    case .write: mark != Self.readOnly
    }
  }

  /// Whether the pattern ends in `/**`.
  func coversDirectory(_ table: Span<UInt8>) -> Bool {
    let end = range.upperBound
    return range.count > 3 && table[end - 1] == Glob.star && table[end - 2] == Glob.star
      && table[end - 3] == AbsolutePath.slash
  }

  /// What the caller is told of this row.
  func path(_ family: SecretFamily, _ table: Span<UInt8>) -> SecretPath {
    var pattern: [UInt8] = []
    for index in range { pattern.append(table[index]) }
    return SecretPath(family: family, pattern: pattern, isWeak: mark == Self.weak)
  }
}

/// The rows of one family, in order.
struct SecretRows: IteratorProtocol {
  private let table: StaticString
  private var position = 0

  init(_ family: SecretFamily) {
    table = SecretTable.rows(family)
  }

  /// The text that the rows' ranges point into; it lives as long as the program.
  var text: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
  }

  mutating func next() -> SecretRow? {
    let text = UnsafeRawBufferPointer(text)
    // A mark, a blank, and one byte of pattern at least.
    guard position + 3 <= text.count else { return nil }
    let start = position
    let end = Self.endOfRow(text, from: start + 3)
    position = end + 1
    return SecretRow(mark: text[start], range: (start + 2)..<end)
  }

  /// Where the row goes on to: its line feed, or the end of the table.
  ///
  /// Eight bytes at a time: this is most of what a search does.
  private static func endOfRow(_ text: UnsafeRawBufferPointer, from start: Int) -> Int {
    let feeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var index = start
    while index + 8 <= text.count {
      let bytes = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let word = bytes ^ feeds
      // The lowest byte that is zero now was a line feed.
      let zero = (word &- ones) & ~word & highs
      if zero != 0 { return index + zero.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < text.count, text[index] != 0x0A { index += 1 }
    return index
  }
}
