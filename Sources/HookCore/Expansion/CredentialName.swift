// SPDX-License-Identifier: MIT

/// Variables of the surroundings whose value is a credential by what they are called.
package enum CredentialName {
  /// Whether `name` is in capitals and ends in a word for a credential: `GITHUB_TOKEN`, `PGPASSWORD`.
  package static func contains(_ name: [UInt8]) -> Bool {
    guard name.count > 3, name.allSatisfy(isCapital) else { return false }
    var number: UInt8 = 0
    while let word = word(number) {
      if name.hasSuffix(word) { return !isHarmless(name) }
      number += 1
    }
    return false
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
  }

  /// Names that end like a credential and are none.
  private static func isHarmless(_ name: [UInt8]) -> Bool {
    name.equals("SSH_AUTH_TOKEN_PATH") || name.hasSuffix("_PUBLIC_KEY")
      || name.hasSuffix("CACHE_KEY")
      || name.hasSuffix("SORT_KEY") || name.hasSuffix("PRIMARY_KEY")
      || name.hasSuffix("PARTITION_KEY")
  }

  /// The ends of such names by number; nil after the last.
  private static func word(_ number: UInt8) -> StaticString? {
    switch number {
    case 0: "TOKEN"
    case 1: "SECRET"
    case 2: "PASSWORD"
    case 3: "PASSWD"
    case 4: "PASSPHRASE"
    case 5: "_KEY"
    case 6: "APIKEY"
    case 7: "_PAT"
    case 8: "_PASS"
    case 9: "CREDENTIAL"
    case 10: "CREDENTIALS"
    case 11: "DATABASE_URL"
    case 12: "_DSN"
    case 13: "ACCESS_KEY_ID"
    case 14: "SECRET_KEY_BASE"
    case 15: "CONNECTION_STRING"
    case 16: "WEBHOOK_URL"
    default: nil
    }
  }
}
