// SPDX-License-Identifier: MIT

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An advisory lock on a whole open file, waited for no longer than a bound.
///
/// `flock` and not `fcntl`: it covers the file, and closing another descriptor of the same file
/// does not drop it.
package enum FileLock {
  /// Longest pause between two tries; keeps 64 writers from spinning.
  private static let longestPause: UInt32 = 2_000

  /// Opens the file that stands for a lock at `path`, and makes it where it is missing.
  package static func openFile(_ path: [UInt8]) throws(SystemError) -> FileDescriptor {
    try FileDescriptor.open(path, flags: O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK)
  }

  /// Takes the exclusive lock on `file`; it ends when the descriptor is closed.
  ///
  /// - Throws: `.timedOut` after `milliseconds`: somebody who holds the lock must not hang us.
  package static func acquire(
    _ file: borrowing FileDescriptor, path: [UInt8], milliseconds: Int
  ) throws(SystemError) {
    var waited = 0
    var pause: UInt32 = 50
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw .last(.lock, path) }
      guard waited < milliseconds * 1_000 else { throw SystemError(.timedOut, .lock, path) }
      usleep(pause)
      waited += Int(pause)
      pause = min(pause * 2, longestPause)
    }
  }

  /// Waits until nobody holds the lock of the file at `path`, for `milliseconds` at most.
  ///
  /// A file that cannot be opened is not waited for: who cannot take the lock reads as it is.
  package static func waitForHolder(of path: [UInt8], milliseconds: Int) {
    guard let file = try? FileDescriptor.open(path, flags: O_RDWR | O_NOFOLLOW | O_NONBLOCK)
    else { return }
    try? acquire(file, path: path, milliseconds: milliseconds)
  }
}
