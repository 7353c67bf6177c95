// SPDX-License-Identifier: MIT
import HookCore

/// Whatever a settings file looks like, what is put in can be taken out without a trace.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSettings(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let before = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let handlers = [
    handler("PreToolUse", "/g", blocksOnFailure: true),
    handler("Stop", "/a", blocksOnFailure: false),
  ]
  do throws(SettingsError) {
    guard let after = try SettingsEditor.adding(handlers, to: before) else { return 0 }
    let again = try SettingsEditor.adding(handlers, to: after)
    precondition(again == nil, "added twice")
    guard try SettingsEditor.removing(handlers, from: before) == nil, !isBlank(before) else {
      return 0
    }
    let restored = try SettingsEditor.removing(handlers, from: after)
    precondition(restored == before, "left a trace")
  } catch {
    precondition(error.offset >= 0 && error.offset <= count + 1, "a place outside the file")
  }
  return 0
}

private func handler(
  _ event: String, _ command: String, blocksOnFailure: Bool
) -> SettingsHandler {
  SettingsHandler(
    event: Array(event.utf8), command: Array(command.utf8), timeout: 10,
    blocksOnFailure: blocksOnFailure)
}

private func isBlank(_ bytes: [UInt8]) -> Bool {
  let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  return text.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
}
