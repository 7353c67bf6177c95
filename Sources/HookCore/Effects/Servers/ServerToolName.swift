// SPDX-License-Identifier: MIT

/// The name of a tool, in words: `drop-collection`, `createJiraIssue`, `pods_delete`.
struct ServerToolName {
  /// The words in small letters, apart by `_`.
  let text: [UInt8]

  init(_ name: [UInt8]) {
    var text: [UInt8] = []
    for (index, byte) in name.enumerated() {
      let isCapital = (0x41...0x5A).contains(byte)
      guard isCapital || Byte.continuesName(byte) && byte != 0x5F else {
        if text.last != 0x5F, !text.isEmpty { text.append(0x5F) }
        continue
      }
      if isCapital, index > 0, !(0x41...0x5A).contains(name[index - 1]), text.last != 0x5F,
        !text.isEmpty
      {
        text.append(0x5F)
      }
      text.append(isCapital ? byte | 0x20 : byte)
    }
    if text.last == 0x5F { text.removeLast() }
    self.text = text
  }

  /// Whether one of its words is one of `words`.
  func has(oneOf words: StaticString) -> Bool {
    for word in text.split(separator: 0x5F)
    where ServerToolName.isOne(Array(word), of: words) {
      return true
    }
    return false
  }

  /// Whether its last word is one of `words`.
  func ends(with words: StaticString) -> Bool {
    guard let last = text.split(separator: 0x5F).last else { return false }
    return ServerToolName.isOne(Array(last), of: words)
  }

  /// The class that its words tell; nil where none is a verb that is known.
  ///
  /// The first verb counts: `get_deleted_items` reads, `slack_post_message` writes. One after
  /// `and` or `or` counts too.
  var verb: VerbClass? {
    var found: VerbClass?
    var joins = false
    for word in text.split(separator: 0x5F) {
      let word = Array(word)
      if word.equals("and") || word.equals("or") {
        joins = true
        continue
      }
      if found == nil || joins, let verb = ServerToolName.verb(of: word) {
        found = max(found ?? verb, verb)
      }
      joins = false
    }
    return found
  }

  private static func verb(of word: [UInt8]) -> VerbClass? {
    if isOne(word, of: destructive) { return .destructive }
    if isOne(word, of: writes) { return .write }
    return isOne(word, of: reads) ? .read : nil
  }

  static func isOne(_ word: [UInt8], of words: StaticString) -> Bool {
    for known in CatalogText(words).split(0x20) where known.equals(word) { return true }
    return false
  }

  private static var destructive: StaticString {
    "delete drop destroy purge truncate wipe erase terminate uninstall flushall flushdb"
  }

  private static var writes: StaticString {
    """
    create update write send post put add edit set insert upsert append replace rename move copy \
    remove clear reset close archive assign merge push commit fork publish deploy apply patch \
    modify change save store upload import export download run execute exec invoke trigger start \
    stop restart kill install upgrade scale enable disable approve reject cancel submit reply \
    react mark subscribe unsubscribe transition link unlink restore revert rollback sync grant \
    revoke rotate click type fill press drag evaluate manage configure register star dismiss \
    request lock unlock pause resume attach detach schedule checkout init batch
    """
  }

  private static var reads: StaticString {
    """
    get list read search find fetch query describe show view check count lookup status info \
    inspect preview validate verify explain diff compare log logs history summarize scan resolve \
    watch tail snapshot screenshot navigate hover wait ping whoami version help retrieve peek \
    browse discover analyze stat top tree think ask aggregate
    """
  }
}
