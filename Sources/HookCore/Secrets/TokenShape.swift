// SPDX-License-Identifier: MIT

/// A credential that begins with a text of its own: the prefix and how much has to follow it.
struct TokenShape {
  let kind: SecretKind
  let prefix: StaticString
  /// Token characters after the prefix; fewer are a mention of the prefix, not a token.
  let minimum: Int

  private init(_ kind: SecretKind, _ prefix: StaticString, _ minimum: Int) {
    self.kind = kind
    self.prefix = prefix
    self.minimum = minimum
  }

  /// The shape at `index` of the table, or nil at its end; nothing is built before it is asked for.
  static func at(_ index: Int) -> TokenShape? {
    switch index {
    case 0: TokenShape(.githubToken, "ghp_", 30)
    case 1: TokenShape(.githubToken, "gho_", 30)
    case 2: TokenShape(.githubToken, "ghu_", 30)
    case 3: TokenShape(.githubToken, "ghs_", 30)
    case 4: TokenShape(.githubToken, "ghr_", 30)
    case 5: TokenShape(.githubToken, "github_pat_", 40)
    case 6: TokenShape(.gitlabToken, "glpat-", 20)
    case 7: TokenShape(.gitlabToken, "gldt-", 20)
    case 8: TokenShape(.gitlabToken, "glrt-", 20)
    case 9: TokenShape(.gitlabToken, "glcbt-", 20)
    case 10: TokenShape(.gitlabToken, "glptt-", 20)
    case 11: TokenShape(.awsAccessKey, "AKIA", 16)
    case 12: TokenShape(.awsAccessKey, "ASIA", 16)
    case 13: TokenShape(.awsAccessKey, "ABSK", 100)
    case 14: TokenShape(.anthropicKey, "sk-ant-", 20)
    case 15: TokenShape(.openAIKey, "sk-", 32)
    case 16: TokenShape(.slackToken, "xoxb-", 10)
    case 17: TokenShape(.slackToken, "xoxp-", 10)
    case 18: TokenShape(.slackToken, "xoxa-", 10)
    case 19: TokenShape(.slackToken, "xoxr-", 10)
    case 20: TokenShape(.slackToken, "xoxs-", 10)
    case 21: TokenShape(.slackToken, "xapp-", 10)
    case 22: TokenShape(.googleKey, "AIza", 35)
    case 23: TokenShape(.googleKey, "ya29.", 20)
    case 24: TokenShape(.googleKey, "GOCSPX-", 20)
    case 25: TokenShape(.npmToken, "npm_", 36)
    case 26: TokenShape(.pypiToken, "pypi-", 50)
    case 27: TokenShape(.stripeKey, "sk_live_", 10)
    case 28: TokenShape(.stripeKey, "rk_live_", 10)
    case 29: TokenShape(.stripeKey, "sk_test_", 10)
    case 30: TokenShape(.huggingFaceToken, "hf_", 30)
    case 31: TokenShape(.sendGridKey, "SG.", 40)
    default: nil
    }
  }

  /// Whether the prefix of any shape begins with these three bytes; most words stop here.
  static func mayBegin(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0x41, 0x4B), (0x41, 0x53): third == 0x49  // AKI ASI
    case (0x41, 0x42): third == 0x53  // ABS
    case (0x41, 0x49): third == 0x7A  // AIz
    case (0x47, 0x4F): third == 0x43  // GOC
    case (0x53, 0x47): third == 0x2E  // SG.
    case (0x67, 0x68), (0x67, 0x6C): true  // gh gl
    case (0x67, 0x69): third == 0x74  // git
    case (0x68, 0x66): third == 0x5F  // hf_
    case (0x6E, 0x70): third == 0x6D  // npm
    case (0x70, 0x79): third == 0x70  // pyp
    case (0x72, 0x6B), (0x73, 0x6B): third == 0x5F || third == 0x2D  // rk_ sk_ sk-
    case (0x78, 0x6F): third == 0x78  // xox
    case (0x78, 0x61): third == 0x70  // xap
    case (0x79, 0x61): third == 0x32  // ya2
    default: false
    }
  }

  /// Where the token of this shape that begins at `start` ends, or nil where there is none.
  func end(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let body = start + prefix.utf8CodeUnitCount
    guard body + minimum <= text.count else { return nil }
    for offset in 0..<prefix.utf8CodeUnitCount
    where text[start + offset] != prefix.utf8Start[offset] {
      return nil
    }
    var end = body
    while end < body + minimum {
      guard belongs(text[end]) else { return nil }
      end += 1
    }
    guard isPlausible(text, body, end) else { return nil }
    while end < text.count, belongs(text[end]) { end += 1 }
    return end
  }

  private func belongs(_ byte: UInt8) -> Bool {
    switch kind {
    case .awsAccessKey: byte.isASCIILetterOrDigit || byte == 0x2B || byte == 0x2F || byte == 0x3D
    case .sendGridKey, .googleKey, .slackToken, .gitlabToken:
      byte.isASCIILetterOrDigit || byte == 0x5F || byte == 0x2D || byte == 0x2E
    case .githubToken, .anthropicKey, .openAIKey, .npmToken, .pypiToken, .stripeKey,
      .huggingFaceToken, .jsonWebToken, .privateKey, .authorization, .assignment,
      .urlCredentials, .userAndPassword:
      byte.isASCIILetterOrDigit || byte == 0x5F || byte == 0x2D
    }
  }

  /// `sk-` also begins ordinary names: a key has digits and both cases.
  private func isPlausible(_ text: UnsafeBufferPointer<UInt8>, _ body: Int, _ end: Int) -> Bool {
    guard kind == .openAIKey else { return true }
    var hasDigit = false
    var hasUpper = false
    for byte in text[body..<end] {
      if byte >= 0x30, byte <= 0x39 { hasDigit = true }
      if byte >= 0x41, byte <= 0x5A { hasUpper = true }
    }
    return hasDigit && hasUpper
  }
}

extension UInt8 {
  /// Whether this is an ASCII letter or digit.
  var isASCIILetterOrDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// The lower-case form of an ASCII letter; any other byte as it is.
  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
