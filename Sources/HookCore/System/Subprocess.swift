// SPDX-License-Identifier: MIT

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that `hookctl` starts as the client starts a hook; the hooks themselves start none.
///
/// No shell, sockets as standard streams, a deadline after which the program is killed. The
/// working directory of this process changes while the program is spawned, so only a program of
/// one thread may set `directory`.
package struct Subprocess {
  /// How a program ended and what it wrote.
  package struct Outcome: Sendable {
    /// The exit status, or nil where a signal ended the program.
    package var status: Int32?
    package var signal: Int32?
    package var output: [UInt8] = []
    package var error: [UInt8] = []
    /// True where the program outlived its deadline and was killed.
    package var timedOut = false
    package var milliseconds = 0
  }

  /// More than any answer of a hook; what is above is read and dropped.
  private static let outputLimit = 1 << 20
  /// How often an ended program is looked for while it writes nothing.
  private static let pollMilliseconds: Int32 = 2

  package var executable: [UInt8]
  package var arguments: [[UInt8]]
  /// Entries `NAME=value`; nothing is inherited.
  package var environment: [[UInt8]] = []
  package var directory: [UInt8]?
  package var input: [UInt8] = []
  /// How long the program may take.
  package var deadline: Int

  package init(_ executable: [UInt8], _ arguments: [[UInt8]] = [], milliseconds: Int) {
    self.executable = executable
    self.arguments = arguments
    self.deadline = milliseconds
  }

  /// Runs the program to its end or to the deadline.
  ///
  /// - Throws: the code of the `errno` where the program could not be started.
  package func run() throws(SystemError) -> Outcome {
    let input = try SocketPair()
    let output = try SocketPair()
    let error = try SocketPair()
    let start = Timestamp.now()
    let process = try spawn(input.theirs, output.theirs, error.theirs)
    for pair in [input, output, error] { pair.closeTheirs() }
    var outcome = Outcome()
    var pending = self.input[...]
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) != process {
      Subprocess.wait(for: [(input, !pending.isEmpty), (output, true), (error, true)])
      Subprocess.feed(input, &pending)
      output.drain(into: &outcome.output, limit: Subprocess.outputLimit)
      error.drain(into: &outcome.error, limit: Subprocess.outputLimit)
      outcome.milliseconds = Subprocess.milliseconds(since: start)
      if !outcome.timedOut, outcome.milliseconds > deadline {
        outcome.timedOut = true
        kill(process, SIGKILL)
      }
    }
    output.drain(into: &outcome.output, limit: Subprocess.outputLimit)
    error.drain(into: &outcome.error, limit: Subprocess.outputLimit)
    if status & 0x7F == 0 {
      outcome.status = status >> 8 & 0xFF
    } else {
      outcome.signal = status & 0x7F
    }
    return outcome
  }

  private func spawn(
    _ input: Int32, _ output: Int32, _ error: Int32
  ) throws(SystemError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, error, 2)

    let place = try FileDescriptor.open([0x2E], flags: O_RDONLY | O_DIRECTORY)
    if let directory {
      guard withCString(directory, { chdir($0) }) == 0 else { throw .last(.spawn, directory) }
    }
    defer { _ = fchdir(place.number) }
    var process = pid_t()
    var words = Subprocess.vector([executable] + arguments)
    var values = Subprocess.vector(environment)
    defer { for word in words + values { free(word) } }
    let result = withCString(executable) {
      posix_spawn(&process, $0, &actions, nil, &words, &values)
    }
    guard result == 0 else {
      throw SystemError(SystemError.Code(errno: result), .spawn, executable, number: result)
    }
    return process
  }

  /// The words as C strings, with the null pointer at the end that `execve` wants.
  private static func vector(_ words: [[UInt8]]) -> [UnsafeMutablePointer<CChar>?] {
    words.map { word in withCString(word) { strdup($0) } } + [nil]
  }

  /// Waits a moment, or until one of the sockets has something to do.
  private static func wait(for sockets: [(pair: SocketPair, wanted: Bool)]) {
    var requests: [pollfd] = []
    for (index, socket) in sockets.enumerated() where socket.wanted && !socket.pair.isClosed {
      let events = Int16(index == 0 ? POLLOUT : POLLIN)
      requests.append(pollfd(fd: socket.pair.ours, events: events, revents: 0))
    }
    _ = poll(&requests, nfds_t(requests.count), pollMilliseconds)
  }

  private static func feed(_ pair: SocketPair, _ pending: inout ArraySlice<UInt8>) {
    while !pending.isEmpty, !pair.isClosed {
      let put = pending.withUnsafeBytes { send(pair.ours, $0.baseAddress, $0.count, sendFlags) }
      if put > 0 {
        pending = pending.dropFirst(put)
      } else if errno != EAGAIN && errno != EINTR {
        pair.closeOurs()
      } else {
        return
      }
    }
    pair.closeOurs()
  }

  #if canImport(Darwin)
    private static let sendFlags: Int32 = 0  // SO_NOSIGPIPE is set on the socket
  #else
    private static let sendFlags = Int32(MSG_NOSIGNAL)
  #endif

  private static func milliseconds(since start: Timestamp) -> Int {
    Int((Timestamp.now().microseconds - start.microseconds) / 1_000)
  }
}

/// Two connected sockets: one for this process, one for the program it starts.
private final class SocketPair {
  private(set) var ours: Int32
  private(set) var theirs: Int32

  var isClosed: Bool { ours < 0 }

  init() throws(SystemError) {
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    var pair: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else { throw .last(.spawn, []) }
    ours = pair[0]
    theirs = pair[1]
    for number in pair { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ours, F_SETFL, O_NONBLOCK)
    #if canImport(Darwin)
      var on: Int32 = 1
      setsockopt(ours, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  deinit {
    closeOurs()
    closeTheirs()
  }

  func closeOurs() {
    if ours >= 0 { close(ours) }
    ours = -1
  }

  func closeTheirs() {
    if theirs >= 0 { close(theirs) }
    theirs = -1
  }

  /// Reads what is there; what exceeds `limit` is dropped.
  func drain(into bytes: inout [UInt8], limit: Int) {
    var chunk = [UInt8](repeating: 0, count: 16 * 1024)
    while !isClosed {
      let got = recv(ours, &chunk, chunk.count, 0)
      if got > 0 {
        bytes += chunk[..<min(got, limit - bytes.count)]
      } else if got == 0 || (errno != EAGAIN && errno != EINTR) {
        closeOurs()
      } else {
        return
      }
    }
  }
}
