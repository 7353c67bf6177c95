// SPDX-License-Identifier: MIT

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The three standard streams of a process, by descriptor number.
///
/// The client connects sockets, so `/dev/stdin` cannot be opened (CONTRACT 2.2).
package enum StandardStream {
  /// Room for the first read: most payloads are smaller, so most runs never grow.
  private static let firstRead = 8 * 1024
  /// One further read; the size of a pipe's buffer.
  private static let chunk = 64 * 1024

  /// Reads descriptor 0 to its end.
  ///
  /// - Throws: `.tooLarge` when there are more than `limit` bytes.
  package static func readInput(limit: Int) throws(SystemError) -> [UInt8] {
    try readAll(0, path: [], limit: limit)
  }

  /// Reads `descriptor` to its end, waiting where it is non-blocking.
  static func readAll(
    _ descriptor: Int32, path: [UInt8], limit: Int, expecting size: Int = 0
  ) throws(SystemError) -> [UInt8] {
    // What is read in place need not be copied.
    var bytes = size > firstRead ? readPart(descriptor, upTo: min(size, limit)) : []
    bytes.reserveCapacity(max(firstRead, bytes.count + 1))
    while true {
      guard bytes.count <= limit else { throw SystemError(.tooLarge, .read, path) }
      let room = bytes.count < firstRead ? firstRead : chunk
      let got = withUnsafeTemporaryAllocation(byteCount: room, alignment: 16) { buffer in
        let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
        if count > 0 {
          bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
        return count
      }
      if got == 0 { return bytes }
      guard got > 0 else {
        guard errno == EAGAIN || errno == EWOULDBLOCK else { throw .last(.read, path) }
        waitUntilReadable(descriptor)
        continue
      }
    }
  }

  /// Reads what one call gives, at most `count` bytes; none where it fails, as the next call will.
  private static func readPart(_ descriptor: Int32, upTo count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count + 1) { buffer, initialized in
      let start = UnsafeMutableRawPointer(buffer.baseAddress)
      initialized = max(0, systemRead(descriptor, start, count))
    }
  }

  /// Writes all of `bytes` to `descriptor`; false when that was not possible.
  @discardableResult
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let put = bytes.withUnsafeBytes { buffer in
        systemWrite(descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if put > 0 {
        written += put
        continue
      }
      if put < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) {
        waitUntilWritable(descriptor)
        continue
      }
      return false
    }
    return true
  }

  /// Writes `bytes` where that needs no waiting: a line that nobody reads must not hold up a verdict.
  package static func writeIfReady(_ bytes: [UInt8], to descriptor: Int32) {
    guard !bytes.isEmpty, isWritable(descriptor, milliseconds: 0) else { return }
    write(bytes, to: descriptor)
  }

  /// Whether `descriptor` takes bytes within `milliseconds`.
  package static func isWritable(_ descriptor: Int32, milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&request, 1, milliseconds) == 1 && request.revents & Int16(POLLOUT) != 0
  }

  /// Ends the process at once with `status`.
  package static func exit(_ status: Int32) -> Never { _exit(status) }

  /// Whether `descriptor` is a terminal.
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  private static func waitUntilReadable(_ descriptor: Int32) { wait(descriptor, Int16(POLLIN)) }
  private static func waitUntilWritable(_ descriptor: Int32) { wait(descriptor, Int16(POLLOUT)) }

  private static func wait(_ descriptor: Int32, _ events: Int16) {
    var request = pollfd(fd: descriptor, events: events, revents: 0)
    _ = poll(&request, 1, -1)
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int)
  -> Int
{
  while true {
    let got = read(descriptor, buffer, count)
    if got >= 0 || errno != EINTR { return got }
  }
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  while true {
    let put = write(descriptor, buffer, count)
    if put >= 0 || errno != EINTR { return put }
  }
}
