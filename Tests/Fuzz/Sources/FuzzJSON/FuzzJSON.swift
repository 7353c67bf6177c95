// SPDX-License-Identifier: MIT
import HookCore

/// Whatever the bytes are, the reader ends with a value or a reason, and what it took it keeps.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSON(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  do throws(JSONError) {
    let document = try JSONDocument(parsing: bytes)
    checkStrings(in: document.root, of: bytes)
    try checkCanonicalForm(of: document.root)
  } catch {
    precondition(error.offset >= 0 && error.offset <= count, "a place outside the text")
  }
  return 0
}

/// The canonical form is read again, and is its own canonical form.
private func checkCanonicalForm(of value: JSONValue) throws(JSONError) {
  guard let canonical = JSONCanonical.write(value) else { return }
  guard let again = try? JSONDocument(parsing: canonical) else {
    preconditionFailure("the canonical form is refused")
  }
  precondition(JSONCanonical.write(again.root) == canonical, "the canonical form changes")
}

private func checkStrings(in value: JSONValue, of bytes: [UInt8]) {
  precondition(value.range.lowerBound >= 0 && value.range.upperBound <= bytes.count)
  if let content = value.string {
    precondition(String(validating: content, as: UTF8.self) != nil, "content is no UTF-8")
    precondition(value.equals(content), "a string differs from its content")
    var writer = JSONWriter()
    writer.string(content)
    let written = try? JSONDocument(parsing: writer.bytes)
    precondition(written?.root.string == content, "a string does not survive writing")
  }
  for member in value.members {
    checkStrings(in: member.key, of: bytes)
    checkStrings(in: member.value, of: bytes)
    guard let key = member.key.string else { preconditionFailure("a key is no string") }
    precondition(value.member(key)?.range == member.value.range, "a key finds another value")
  }
  for element in value.elements { checkStrings(in: element, of: bytes) }
}
