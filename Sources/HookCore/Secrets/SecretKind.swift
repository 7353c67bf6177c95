// SPDX-License-Identifier: MIT

/// What kind of secret a span holds; the name stands in the place of the value.
package enum SecretKind: UInt8, Sendable, Equatable, CaseIterable {
  case githubToken
  case gitlabToken
  case awsAccessKey
  case anthropicKey
  case openAIKey
  case slackToken
  case googleKey
  case npmToken
  case pypiToken
  case stripeKey
  case huggingFaceToken
  case sendGridKey
  case jsonWebToken
  case privateKey
  case authorization
  case assignment
  case urlCredentials
  case userAndPassword

  /// The name in redacted texts.
  package var name: StaticString {
    switch self {
    case .githubToken: "github-token"
    case .gitlabToken: "gitlab-token"
    case .awsAccessKey: "aws-access-key"
    case .anthropicKey: "anthropic-key"
    case .openAIKey: "openai-key"
    case .slackToken: "slack-token"
    case .googleKey: "google-key"
    case .npmToken: "npm-token"
    case .pypiToken: "pypi-token"
    case .stripeKey: "stripe-key"
    case .huggingFaceToken: "huggingface-token"
    case .sendGridKey: "sendgrid-key"
    case .jsonWebToken: "jwt"
    case .privateKey: "private-key"
    case .authorization: "authorization"
    case .assignment: "assignment"
    case .urlCredentials: "url-credentials"
    case .userAndPassword: "user-and-password"
    }
  }
}

/// Where a secret stands in a text.
package struct SecretSpan: Sendable, Equatable {
  package let kind: SecretKind
  package let start: Int
  package let end: Int
}
