// SPDX-License-Identifier: MIT

/// Names whose values are secrets: `DB_PASSWORD`, `--api-key`, `"clientSecret"`.
enum SecretName {
  /// Longest name that is looked at; real ones are shorter.
  private static let longest = 64

  /// What the value of `name` is, or nil where the name says nothing of a secret.
  static func kind(of name: Slice<UnsafeBufferPointer<UInt8>>) -> SecretKind? {
    guard name.count >= 3, name.count <= longest else { return nil }
    return withUnsafeTemporaryAllocation(byteCount: longest, alignment: 1) { letters in
      var count = 0
      for byte in name where byte.isASCIILetterOrDigit {
        letters[count] = byte.asciiLowercased
        count += 1
      }
      return kind(ofLetters: UnsafeRawBufferPointer(rebasing: letters[..<count]))
    }
  }

  /// Whether the environment variable `name` is one that usually holds a secret, or an address
  /// with a password in it.
  static func mayHoldSecret(variable name: [UInt8]) -> Bool {
    if name.hasSuffix("_KEY") || name.hasSuffix("_URL") || name.hasSuffix("_URI")
      || name.hasSuffix("_DSN") || name.hasSuffix("_PAT") || name.hasSuffix("_PASS")
      || name.hasSuffix("_AUTH")
    {
      return true
    }
    return name.withUnsafeBufferPointer { kind(of: $0[...]) } != nil
  }

  /// Whether the environment variable `name` is called what only secrets are called.
  static func isSecret(variable name: [UInt8]) -> Bool {
    if name.equals("PWD") || name.equals("OLDPWD") { return false }
    return name.withUnsafeBufferPointer { kind(of: $0[...]) } != nil
  }

  /// `letters` is the name in lower case without what joins its words.
  private static func kind(ofLetters letters: UnsafeRawBufferPointer) -> SecretKind? {
    if ends(letters, "authorization") { return .authorization }
    var index = 0
    while let word = word(at: index) {
      if ends(letters, word) { return .assignment }
      index += 1
    }
    return nil
  }

  /// The words that a secret's name ends in.
  private static func word(at index: Int) -> StaticString? {
    switch index {
    case 0: "password"
    case 1: "passwd"
    case 2: "passphrase"
    case 3: "pwd"
    case 4: "secret"
    case 5: "token"
    case 6: "apikey"
    case 7: "accesskey"
    case 8: "accesskeyid"
    case 9: "secretkey"
    case 10: "privatekey"
    case 11: "accountkey"
    case 12: "signingkey"
    case 13: "encryptionkey"
    case 14: "masterkey"
    case 15: "credential"
    case 16: "credentials"
    case 17: "pgpass"
    case 18: "dbpass"
    case 19: "secretaccesskey"
    case 20: "signature"
    case 21: "connectionstring"
    case 22: "webhookurl"
    case 23: "cookie"
    default: nil
    }
  }

  private static func ends(_ letters: UnsafeRawBufferPointer, _ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard letters.count >= length else { return false }
    let start = letters.count - length
    for offset in 0..<length where letters[start + offset] != word.utf8Start[offset] {
      return false
    }
    return true
  }
}
