// SPDX-License-Identifier: MIT

/// What flows through a pipe or a redirection: its text where it can be told, and where it is from.
struct CommandStream {
  /// Where bytes came from; a stream can have several origins.
  struct Origins: OptionSet {
    let rawValue: UInt8

    static let network = Origins(rawValue: 1)
    static let decoded = Origins(rawValue: 2)
    static let file = Origins(rawValue: 4)
    static let command = Origins(rawValue: 8)
    /// A variable named like a credential.
    static let credential = Origins(rawValue: 16)
    /// The names of all files of the working directory.
    static let everything = Origins(rawValue: 32)
  }

  /// The text, or nil where nothing is known of it.
  var text: Field?
  var origins: Origins
  /// What its bytes are from beside what its text says.
  private var sources: Provenance

  init(text: Field? = nil, origins: Origins = [], provenance: Provenance = []) {
    self.text = text
    self.origins = CommandStream.holdsCredential(text) ? origins.union(.credential) : origins
    sources = provenance
  }

  /// Where its bytes are from.
  var provenance: Provenance {
    get { text.map { sources.union($0.provenance) } ?? sources }
    set {
      sources = newValue
      text?.provenance = newValue
    }
  }

  @inline(never)
  private static func holdsCredential(_ text: Field?) -> Bool {
    guard let text else { return false }
    return text.mayHave(.credential)
  }

  /// Nothing at all: a command that prints nothing, or no input.
  static var empty: CommandStream { CommandStream(text: Field()) }
  /// The output of a command that is not known.
  static var unknown: CommandStream { CommandStream(text: nil, origins: .command) }

  /// A value that stands for unknown text of these origins.
  var gap: Field {
    var field = Field()
    var mark = Field.Mark.gap
    if origins.contains(.credential) { mark = .credential }
    if origins.contains(.decoded) { mark = .decoded }
    if origins.contains(.network) { mark = .downloaded }
    field.appendGap(mark)
    field.provenance = provenance
    return field
  }

  /// This stream followed by `other`.
  func followed(by other: CommandStream) -> CommandStream {
    var joined = CommandStream(
      origins: origins.union(other.origins), provenance: provenance.union(other.provenance))
    if let first = text, let second = other.text {
      var both = first
      both.append(second, quoted: true)
      joined.text = both
    }
    return joined
  }
}
