// SPDX-License-Identifier: MIT

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The arguments of this process as bytes.
package enum CommandArguments {
  /// The arguments after the program's name.
  package static func all() -> List<[UInt8]> {
    var arguments = List<[UInt8]>()
    let count = Int(CommandLine.argc)
    let values = CommandLine.unsafeArgv
    var position = 1
    while position < count, let value = values[position] {
      let length = strlen(value)
      arguments.append(
        value.withMemoryRebound(to: UInt8.self, capacity: length) {
          [UInt8](UnsafeBufferPointer(start: $0, count: length))
        })
      position += 1
    }
    return arguments
  }
}
