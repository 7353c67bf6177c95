// SPDX-License-Identifier: MIT

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Threads for long work of the operator's tool; the hooks start none.
package enum Workers {
  /// More would wait for the one that reads the files.
  private static let limit = 8
  /// What deeply nested commands may take; only what is used costs memory.
  private static let stackSize = 64 << 20

  /// One for each processor of this machine, within reason.
  package static var count: Int {
    #if canImport(Darwin)
      let processors = sysconf(_SC_NPROCESSORS_ONLN)
    #else
      let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    #endif
    return min(max(1, Int(processors)), limit)
  }

  /// Calls `body` with each number below `count`, on a thread of its own, and waits for all.
  ///
  /// Where no further thread can be had the calls are made one after the other.
  package static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    for number in 1..<max(1, count) {
      guard let thread = start(Work { body(number) }) else {
        body(number)
        continue
      }
      threads.append(thread)
    }
    body(0)
    for thread in threads { pthread_join(thread, nil) }
  }

  /// What a thread is given to do.
  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private static func start(_ work: Work) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, stackSize) == 0 else { return nil }
    let held = Unmanaged.passRetained(work)
    #if canImport(Darwin)
      var thread: pthread_t?
      let result = pthread_create(&thread, &attributes, { Workers.perform($0) }, held.toOpaque())
    #else
      var thread = pthread_t()
      let result = pthread_create(
        &thread, &attributes, { argument in argument.flatMap { Workers.perform($0) } },
        held.toOpaque())
    #endif
    guard result == 0 else {
      held.release()
      return nil
    }
    return thread
  }

  private static func perform(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
    return nil
  }
}
