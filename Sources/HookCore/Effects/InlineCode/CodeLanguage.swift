// SPDX-License-Identifier: MIT

/// The programming languages whose inline code and scripts are looked through.
package enum CodeLanguage: Sendable, CaseIterable {
  case python
  case javascript
  case ruby
  case perl
  case php
  case awk
  case lua
  /// Languages of which only strings and comments are told apart.
  case other

  /// The language that the catalogue calls `word`.
  init?(word: CatalogText) {
    if word.equals("python") {
      self = .python
    } else if word.equals("javascript") {
      self = .javascript
    } else if word.equals("ruby") {
      self = .ruby
    } else if word.equals("perl") {
      self = .perl
    } else if word.equals("php") {
      self = .php
    } else if word.equals("awk") {
      self = .awk
    } else if word.equals("lua") {
      self = .lua
    } else if word.equals("other") {
      self = .other
    } else {
      return nil
    }
  }

  /// The language's name for people.
  var name: [UInt8] {
    switch self {
    case .python: [UInt8]("Python")
    case .javascript: [UInt8]("JavaScript")
    case .ruby: [UInt8]("Ruby")
    case .perl: [UInt8]("Perl")
    case .php: [UInt8]("PHP")
    case .awk: [UInt8]("awk")
    case .lua: [UInt8]("Lua")
    case .other: [UInt8]("an interpreter")
    }
  }

  /// Whether `#` begins a comment.
  var hasHashComments: Bool {
    switch self {
    case .python, .ruby, .perl, .php, .awk, .other: true
    case .javascript, .lua: false
    }
  }

  /// Whether `//` begins a comment.
  var hasSlashComments: Bool {
    switch self {
    case .javascript, .php, .other: true
    case .python, .ruby, .perl, .awk, .lua: false
    }
  }

  /// Whether a `/` where a value is expected begins a regular expression.
  var hasRegularExpressions: Bool {
    switch self {
    case .javascript, .ruby, .perl, .awk: true
    case .python, .php, .lua, .other: false
    }
  }

  /// Whether text in backquotes is run by a shell.
  var runsBackquotes: Bool {
    switch self {
    case .ruby, .perl, .php: true
    case .python, .javascript, .awk, .lua, .other: false
    }
  }

  /// Whether a name in front of a string calls it: `puts "x"`.
  var callsWithoutParentheses: Bool {
    switch self {
    case .ruby, .perl, .php, .lua, .other: true
    case .python, .javascript, .awk: false
    }
  }

  /// Whether strings that stand side by side are one.
  var joinsNeighbours: Bool {
    switch self {
    case .python, .awk: true
    case .javascript, .ruby, .perl, .php, .lua, .other: false
    }
  }

  /// Whether a full stop between two values joins them.
  var joinsWithStop: Bool {
    switch self {
    case .perl, .php: true
    case .python, .javascript, .ruby, .awk, .lua, .other: false
    }
  }
}
