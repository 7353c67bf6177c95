// SPDX-License-Identifier: MIT

/// One thing that a program's text says it does.
package enum CodeFinding: Sendable {
  /// A constant that may be the name of a file.
  case uses(Field)
  case reads(Field)
  case writes(Field)
  case deletes(Field, isTree: Bool)
  /// A text for a shell.
  case command(Field)
  /// A program with its arguments.
  case words(List<Field>)
  /// A constant that is run as code of the same language.
  case code([UInt8])
  /// Every file of a directory is read; the names it is kept to, in a Grep call's notation.
  case readsTree(Field, names: [UInt8])
  /// A database is emptied.
  case destroysData
  /// All variables of the environment are shown, or one that holds a credential.
  case showsEnvironment
  /// A constant is printed.
  case prints(Field)
  /// What is fetched is written into a file.
  case downloads(Field)
  /// Data is sent to an address.
  case sends(Field)
  /// What came over the network is run.
  case runsDownload
  /// Decoded text is run.
  case runsDecoded
}

/// What an expression can be told to be.
package struct CodeValue: Sendable {
  /// The text, where something is known of it.
  var text: Field?
  /// The elements, where it is a list.
  var list: List<Field>?
  var isEnvironment = false
  var isFromNetwork = false
  var isDecoded = false
  /// Whether it is part of what the program is given to work on.
  var isData = false
  /// The name of the module that it is.
  var module: [UInt8]?

  init(text: Field? = nil, list: List<Field>? = nil) {
    self.text = text
    self.list = list
  }

  static var unknown: CodeValue { CodeValue() }

  /// The text where it is exactly known.
  var exact: [UInt8]? { text?.exact }
}
