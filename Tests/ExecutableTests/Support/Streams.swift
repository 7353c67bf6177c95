// SPDX-License-Identifier: MIT
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The standard streams of one run: the child's ends, and what the test does with the others.
struct Streams {
  /// What becomes descriptor 0, 1 and 2 of the child; nil is closed.
  private(set) var child: [Int32?] = []
  private var others: [Int32] = []
  private var writer: Int32?
  private var pending: ArraySlice<UInt8> = []
  private var block: [UInt8] = []
  private var closesInput = true
  private var readers: [Int32?] = [nil, nil]

  /// Held while descriptors are made and while a child is spawned: tests run in parallel, and an
  /// end that leaks into another child stays open.
  static let spawning = NSLock()

  init(_ run: RunExecutable) throws {
    signal(SIGPIPE, SIG_IGN)
    do {
      child.append(try open(run.input))
      child.append(try open(run.standardOutput, stream: 0))
      child.append(try open(run.standardError, stream: 1))
    } catch {
      closeChildEnds()
      closeAll()
      throw error
    }
  }

  private mutating func open(_ input: RunExecutable.Input) throws -> Int32? {
    switch input {
    case .closed: return nil
    case .file(let path): return try open(path, O_RDONLY)
    case .bytes(let bytes): return try connectInput(bytes, try Streams.socketPair())
    case .pipe(let bytes): return try connectInput(bytes, try Streams.pipePair())
    case .heldOpen(let bytes):
      closesInput = false
      return try connectInput(bytes, try Streams.socketPair())
    case .endless(let bytes):
      block = bytes
      return try connectInput(bytes, try Streams.socketPair())
    }
  }

  private mutating func connectInput(
    _ bytes: [UInt8], _ pair: (ours: Int32, theirs: Int32)
  ) throws -> Int32 {
    writer = pair.ours
    pending = bytes[...]
    _ = fcntl(pair.ours, F_SETFL, fcntl(pair.ours, F_GETFL) | O_NONBLOCK)
    return pair.theirs
  }

  private mutating func open(_ sink: RunExecutable.Sink, stream: Int) throws -> Int32? {
    switch sink {
    case .closed: return nil
    case .file(let path): return try open(path, O_WRONLY)
    case .collected:
      let pair = try Streams.socketPair()
      _ = fcntl(pair.ours, F_SETFL, fcntl(pair.ours, F_GETFL) | O_NONBLOCK)
      readers[stream] = pair.ours
      return pair.theirs
    case .brokenPipe:
      let pair = try Streams.socketPair()
      close(pair.ours)
      return pair.theirs
    case .stuck:
      let pair = try Streams.socketPair()
      others.append(pair.ours)
      fill(pair.theirs)
      return pair.theirs
    }
  }

  private func open(_ path: String, _ flags: Int32) throws -> Int32 {
    let number = Foundation.open(path, flags | O_CLOEXEC)
    guard number >= 0 else { throw RunExecutable.Failure("open \(path)") }
    return number
  }

  /// Writes until nothing more fits; the descriptor blocks again afterwards.
  private func fill(_ descriptor: Int32) {
    let flags = fcntl(descriptor, F_GETFL)
    _ = fcntl(descriptor, F_SETFL, flags | O_NONBLOCK)
    let zeros = [UInt8](repeating: 0, count: 4096)
    while write(descriptor, zeros, zeros.count) > 0 {}
    while write(descriptor, zeros, 1) > 0 {}
    _ = fcntl(descriptor, F_SETFL, flags)
  }

  /// Closes what only the child needs.
  mutating func closeChildEnds() {
    for descriptor in child { if let descriptor { close(descriptor) } }
    child = []
  }

  /// Closes everything that is still open here.
  mutating func closeAll() {
    closeChildEnds()
    for descriptor in others + readers.compactMap({ $0 }) { close(descriptor) }
    others = []
    readers = [nil, nil]
    closeWriter()
  }

  private mutating func closeWriter() {
    if let writer { close(writer) }
    writer = nil
  }

  /// Waits up to `milliseconds` for a stream to be ready, then moves all that is there.
  mutating func move(milliseconds: Int32, _ outcome: inout RunExecutable.Outcome) {
    var requests = readers.compactMap { $0 }.map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    if let writer, !pending.isEmpty {
      requests.append(pollfd(fd: writer, events: Int16(POLLOUT), revents: 0))
    }
    if requests.isEmpty {
      usleep(useconds_t(milliseconds * 1_000))
    } else {
      poll(&requests, nfds_t(requests.count), milliseconds)
    }
    feed()
    drain(0, into: &outcome.standardOutput)
    drain(1, into: &outcome.standardError)
  }

  private mutating func feed() {
    guard let writer else { return }
    while !pending.isEmpty {
      let put = pending.withUnsafeBytes { write(writer, $0.baseAddress, $0.count) }
      guard put > 0 else {
        if errno != EAGAIN { closeWriter() }
        return
      }
      pending = pending.dropFirst(put)
      if pending.isEmpty, !block.isEmpty {
        pending = block[...]
        return
      }
    }
    if closesInput { closeWriter() }
  }

  private mutating func drain(_ stream: Int, into bytes: inout [UInt8]) {
    guard let reader = readers[stream] else { return }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = read(reader, &chunk, chunk.count)
      if got > 0 {
        bytes += chunk[..<got]
        continue
      }
      if got == 0 || errno != EAGAIN {
        close(reader)
        readers[stream] = nil
      }
      return
    }
  }

  private static func socketPair() throws -> (ours: Int32, theirs: Int32) {
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    return try spawning.withLock {
      var pair: [Int32] = [0, 0]
      guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else {
        throw RunExecutable.Failure("socketpair")
      }
      pair.forEach { _ = fcntl($0, F_SETFD, FD_CLOEXEC) }
      return (pair[0], pair[1])
    }
  }

  private static func pipePair() throws -> (ours: Int32, theirs: Int32) {
    try spawning.withLock {
      var pair: [Int32] = [0, 0]
      guard pipe(&pair) == 0 else { throw RunExecutable.Failure("pipe") }
      pair.forEach { _ = fcntl($0, F_SETFD, FD_CLOEXEC) }
      return (pair[1], pair[0])
    }
  }
}
