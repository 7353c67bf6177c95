// SPDX-License-Identifier: MIT

/// A command after the expansion of its words, as the analysis runs it.
package struct ExpandedCommand: Sendable {
  /// The command's name and its arguments.
  package let words: List<Field>
  package let directory: Field
  /// The part of the command text that it comes from.
  package let range: SourceRange
  /// How many commands it is inside of: `bash -c`, functions, substitutions.
  package let depth: Int
  /// What it says of its target.
  package let evidence: List<EnvironmentEvidence>
  /// The models that it asks for, where it starts the client.
  package var models = List<NamedModel>()
}
