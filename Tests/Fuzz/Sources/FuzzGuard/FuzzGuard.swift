// SPDX-License-Identifier: MIT
import HookCore

/// Whatever comes on stdin, the guard ends with exit 0 or 2, and a reason where it blocks.
///
/// A trap is libFuzzer's to see, and a run beyond the deadline with `-timeout`. What does not begin like an object is the command of a Bash call, so that the verdict vectors
/// can be the seeds as they are.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzGuard(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let isPayload = bytes.first == UInt8(ascii: "{")
  let input = HookRunner.input(decoding: isPayload ? bytes : payload(of: bytes))
  check(HookRunner.answer(of: GuardHook(), to: input, context), input)
  return 0
}

/// The project of the verdict vectors, and a state directory that cannot be made, so that a run
/// writes nothing.
private let context: HookContext = {
  var options = HookOptions()
  options.stateDirectory = Array("/proc/none/state".utf8)
  let environment = UserEnvironment(
    home: Array(VectorProject.home.utf8), userID: 1_000, unattended: false,
    projectDirectory: Array(VectorProject.root.utf8))
  return HookContext(
    environment: environment, fileSystem: VectorProject.files, now: .now(), options: options)
}()

private func check(_ answer: HookAnswer, _ input: HookInput) {
  switch answer.status {
  case 0:
    precondition(answer.standardOutput.isEmpty || isObject(answer.standardOutput), "no object")
  case 2:
    precondition(answer.standardOutput.isEmpty, "a denial writes to stdout")
    precondition(answer.standardError.last == 0x0A, "a denial without a reason")
  default: preconditionFailure("exit \(answer.status)")
  }
  switch input {
  case .event: break
  case .undecodable, .unreadable: precondition(answer.status == 2, "what is no event passes")
  }
}

private func isObject(_ bytes: [UInt8]) -> Bool {
  guard let document = try? JSONDocument(parsing: bytes), case .object = document.root.kind else {
    return false
  }
  return true
}

/// A call of Bash as the client sends it; bytes that are no UTF-8 are what the client makes of them.
private func payload(of command: [UInt8]) -> [UInt8] {
  var writer = JSONWriter()
  writer.beginObject()
  writer.key("cwd")
  writer.string(Array(VectorProject.root.utf8))
  writer.key("hook_event_name")
  writer.string("PreToolUse")
  writer.key("session_id")
  writer.string("fuzz")
  writer.key("tool_input")
  writer.beginObject()
  writer.key("command")
  writer.string(Array(String(decoding: command, as: UTF8.self).utf8))
  writer.endObject()
  writer.key("tool_name")
  writer.string("Bash")
  writer.endObject()
  return writer.bytes
}
