// SPDX-License-Identifier: MIT

/// Walks the fields of an input or outcome and keeps of each what a record may hold.
struct FieldRecorder {
  /// Which strings are kept as redacted text.
  enum View {
    /// A tool or event of the client: those whose names are known to hold no content.
    case known
    /// Another's tool, whose fields can mean anything: those that are paths by their form.
    case foreign
    /// What a call gave: names and states only.
    case output
  }

  let redactor: Redactor
  let digester: ContentDigester
  /// False where the size of a content is enough: another record will have its digest.
  var keepsDigests = true

  /// Adds the member `key`, and what is in it where it is an object or a short array.
  func append(_ key: JSONValue, _ value: JSONValue, _ view: View, to fields: inout AuditFields) {
    append(key.string ?? [], key, value, view, depth: 1, to: &fields)
  }

  private func append(
    _ name: [UInt8], _ key: JSONValue, _ value: JSONValue, _ view: View, depth: Int,
    to fields: inout AuditFields
  ) {
    let label = RedactedText(Array(name.prefix(AuditLimits.name)), by: redactor)
    switch value.kind {
    case .string: appendString(label, key, value, view, to: &fields)
    case .number:
      if let number = value.integer {
        fields.number(label, number)
      } else {
        fields.text(label, RedactedText([UInt8](value.source), by: redactor))
      }
    case .true, .false, .null: fields.text(label, RedactedText([UInt8](value.source), by: redactor))
    case .object:
      guard depth < AuditLimits.depth else { return appendDigest(label, of: value, to: &fields) }
      for member in value.members {
        let inner = name + [0x2E] + (member.key.string ?? [])
        append(inner, member.key, member.value, view, depth: depth + 1, to: &fields)
      }
    case .array:
      guard depth < AuditLimits.depth, view != .output, isShort(value) else {
        return appendDigest(label, of: value, to: &fields)
      }
      for element in value.elements {
        append(name, key, element, view, depth: depth + 1, to: &fields)
      }
    }
  }

  /// Adds the digest of what `value` holds; of an array or object as it is written.
  func appendDigest(_ name: RedactedText, of value: JSONValue, to fields: inout AuditFields) {
    guard keepsDigests else { return fields.size(name, written: value.range.count) }
    if let content = value.string {
      fields.content(name, digester.digest(of: content))
    } else {
      fields.content(name, digester.digest(of: value.source))
    }
  }

  private func appendString(
    _ name: RedactedText, _ key: JSONValue, _ value: JSONValue, _ view: View,
    to fields: inout AuditFields
  ) {
    guard value.writtenLength <= AuditLimits.redacted, let content = value.string,
      isShown(key, content, view)
    else { return appendDigest(name, of: value, to: &fields) }
    let text = RedactedText(content, by: redactor)
    let shown = text.prefix(AuditLimits.text)
    guard fields.fits(shown) else {
      return fields.content(name, digester.digest(of: content))
    }
    let isCut = shown.bytes.count < text.bytes.count
    fields.text(name, shown, of: isCut ? digester.digest(of: content) : nil)
  }

  private func isShown(_ key: JSONValue, _ content: [UInt8], _ view: View) -> Bool {
    switch view {
    case .known: EventFields.isText(key)
    case .foreign: EventFields.isPath(content)
    case .output: EventFields.isOutcomeText(key)
    }
  }

  private func isShort(_ array: JSONValue) -> Bool {
    var count = 0
    for _ in array.elements {
      count += 1
      if count > AuditLimits.elements { return false }
    }
    return true
  }
}
