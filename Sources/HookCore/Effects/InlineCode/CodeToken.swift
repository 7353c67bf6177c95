// SPDX-License-Identifier: MIT

/// One token of a program's text, as far as it matters here.
enum CodeToken {
  /// A name, with the sigil before it: `open`, `$x`, `%ENV`.
  case word([UInt8])
  /// A string; several parts where variables are set into it.
  case string(List<CodeStringPart>)
  /// A string that a shell runs: backquotes, `qx( )`, `%x( )`.
  case command(List<CodeStringPart>)
  case number(Int)
  case mark(UInt8)
  case newline
}

/// Part of a string.
enum CodeStringPart {
  case text([UInt8])
  /// The value of a variable; an empty name stands for any expression.
  case variable([UInt8])
}
