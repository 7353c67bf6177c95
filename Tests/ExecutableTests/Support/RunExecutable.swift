// SPDX-License-Identifier: MIT
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One run of a program: what it is given, and how it is watched.
///
/// As the client does, the program is spawned without a shell, with sockets as its standard
/// streams and an environment built from nothing.
struct RunExecutable {
  /// What descriptor 0 is.
  enum Input {
    /// A socket with these bytes, then its end.
    case bytes([UInt8])
    /// A pipe with these bytes, then its end.
    case pipe([UInt8])
    /// A socket with these bytes that nobody closes.
    case heldOpen([UInt8])
    /// A socket that the same block is written to again and again.
    case endless([UInt8])
    /// A file opened for reading.
    case file(String)
    /// No descriptor at all.
    case closed

    /// A socket with a text.
    static func text(_ text: String) -> Input { .bytes(Array(text.utf8)) }
  }

  /// What descriptor 1 or 2 is.
  enum Sink {
    case collected
    /// A file opened for writing, `/dev/full` for one.
    case file(String)
    /// A socket whose other end nobody reads and which is full.
    case stuck
    /// A socket whose other end is closed.
    case brokenPipe
    case closed
  }

  /// How a run ended.
  struct Outcome: CustomStringConvertible {
    /// The exit status, or nil where a signal ended the program.
    var status: Int32?
    var signal: Int32?
    var standardOutput: [UInt8] = []
    var standardError: [UInt8] = []
    var seconds = 0.0
    /// True where the program outlived its deadline and was killed.
    var timedOut = false

    var output: String { String(decoding: standardOutput, as: UTF8.self) }
    var error: String { String(decoding: standardError, as: UTF8.self) }
    var description: String {
      let end = status.map { "status \($0)" } ?? "signal \(signal ?? 0)"
      return """
        \(end) after \(seconds) s\(timedOut ? ", killed at the deadline" : "")
        stdout: \(output.prefix(2_000))
        stderr: \(error.prefix(2_000))
        """
    }
  }

  /// A system call of the harness that failed.
  struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ call: String, _ number: Int32 = errno) {
      description = "\(call): \(String(cString: strerror(number)))"
    }
  }

  var path: String
  var arguments: [String] = []
  var input = Input.bytes([])
  var standardOutput = Sink.collected
  var standardError = Sink.collected
  var environment: [String: String] = [:]
  var workingDirectory: String?
  /// Shell text that runs before the program takes the shell's place: `ulimit -n 4`.
  var prelude: String?
  /// A signal to send, and after how many seconds.
  var signal: (number: Int32, after: Double)?
  /// Seconds after which the program is killed.
  var deadline = 20.0

  /// A run of the program at `path`.
  init(path: String, _ arguments: [String] = [], input: Input = .bytes([])) {
    self.path = path
    self.arguments = arguments
    self.input = input
  }

  /// A run of the release executable `name`.
  init(_ name: String, _ arguments: [String] = [], input: Input = .bytes([])) throws {
    self.init(path: try BuiltExecutables.path(name), arguments, input: input)
  }

  /// Runs the program to its end or to the deadline.
  func run() throws -> Outcome {
    var streams = try Streams(self)
    defer { streams.closeAll() }
    let start = RunExecutable.now()
    let process = try spawn(&streams)
    streams.closeChildEnds()
    return try watch(process, &streams, since: start)
  }

  private func spawn(_ streams: inout Streams) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (number, descriptor) in streams.child.enumerated() {
      if let descriptor {
        posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
      } else {
        posix_spawn_file_actions_addclose(&actions, Int32(number))
      }
    }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))

    var words = [path] + arguments
    let prelude = prelude ?? ""
    if let workingDirectory {
      words =
        [
          "/bin/sh", "-c", "cd \"$0\" || exit 127\nunset PWD OLDPWD\n\(prelude)\nexec \"$@\"",
          workingDirectory,
        ]
        + words
    } else if !prelude.isEmpty {
      words = ["/bin/sh", "-c", prelude + "\nexec \"$0\" \"$@\""] + words
    }
    let values = environment.map { "\($0.key)=\($0.value)" }
    var argv = words.map { strdup($0) } + [nil]
    var envp = values.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process = pid_t()
    let result = Streams.spawning.withLock {
      posix_spawn(&process, words[0], &actions, &attributes, &argv, &envp)
    }
    guard result == 0 else { throw Failure("spawn \(words[0])", result) }
    return process
  }

  private func watch(
    _ process: pid_t, _ streams: inout Streams, since start: Double
  ) throws -> Outcome {
    var outcome = Outcome()
    var signalled = signal == nil
    var status: Int32 = 0
    while true {
      streams.move(milliseconds: 5, &outcome)
      let seconds = RunExecutable.now() - start
      if let signal, !signalled, seconds >= signal.after {
        kill(process, signal.number)
        signalled = true
      }
      if !outcome.timedOut, seconds > deadline {
        outcome.timedOut = true
        kill(process, SIGKILL)
      }
      let ended = waitpid(process, &status, WNOHANG)
      guard ended >= 0 || errno == EINTR else { throw Failure("waitpid") }
      if ended == process { break }
    }
    outcome.seconds = RunExecutable.now() - start
    streams.move(milliseconds: 0, &outcome)
    if status & 0x7F == 0 {
      outcome.status = status >> 8 & 0xFF
    } else {
      outcome.signal = status & 0x7F
    }
    return outcome
  }

  private static func now() -> Double {
    Double(DispatchTime.now().uptimeNanoseconds) / 1e9
  }
}
