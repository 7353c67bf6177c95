// SPDX-License-Identifier: MIT

/// A user's audit log; the only writer of its files.
///
/// Any number of processes append at the same time: each takes the lock of the file `head`, reads
/// the last record, and writes one line that commits to it. Nothing in the log is ever changed.
package struct AuditLog: ~Copyable {
  private let directory: PrivateDirectory
  private let lockWait: Int
  private let segmentLimit: Int
  private let clock: @Sendable () -> Timestamp

  /// Where the log is in the state directory.
  package static let folder: StaticString = "audit/main"

  /// Opens the log in `state`, making its directory where there is none.
  ///
  /// - Parameters:
  ///   - lockWait: milliseconds to wait for another writer.
  ///   - segmentLimit: bytes after which a new segment begins.
  ///   - clock: what says the time; it is asked while the lock is held.
  package init(
    _ state: StateDirectory, lockWait: Int = AuditLimits.lockWait,
    segmentLimit: Int = AuditLimits.segment,
    clock: @escaping @Sendable () -> Timestamp = { .now() }
  ) throws(AuditError) {
    do throws(SystemError) {
      directory = try state.open(AuditLog.folder)
    } catch {
      throw AuditError(directory: error)
    }
    self.lockWait = lockWait
    self.segmentLimit = segmentLimit
    self.clock = clock
  }

  /// The directory of the segments in `state`, whether it exists or not.
  package static func path(in state: StateDirectory) -> [UInt8] {
    state.path + [0x2F] + [UInt8](folder)
  }

  /// The directory of the segments.
  package var path: [UInt8] { directory.path }

  /// Appends `record` as the next of the log.
  ///
  /// - Returns: its sequence number, and the hash that commits to the whole log up to it.
  /// - Throws: why it is not in the log; what was written of it is declared by the next record.
  @discardableResult
  package func append(
    _ record: AuditRecord
  ) throws(AuditError) -> (sequence: Int, hash: [UInt8]) {
    let head = try lockedHead()
    var number = try currentSegment(head)
    var segment = try open(number, for: .appending)
    var size = try AuditLog.size(of: segment)
    var tail = try LogTail.read(segment, size: size, path: path)
    var last = tail.record
    if last.sequence == 0, number > 1 { last = try lastRecord(before: number) }

    let time = clock().text
    if AuditLog.isFull(size, of: segmentLimit, tail, time), number < Segment.highest {
      // The head goes first: a crash in between leaves a segment to come, never one too many.
      number += 1
      try write(Segment.head(number), overwriting: head)
      segment = try open(number, for: .appending)
      size = try AuditLog.size(of: segment)
      tail = LogTail()
    }
    var bytes = AuditLog.seal(tail)
    let sealed = bytes.count
    let place = RecordPlace(
      sequence: last.sequence &+ 1, time: time,
      previous: last.sequence > 0 ? last.hash : HashChain.start,
      behind: AuditLog.precedes(time, last.time) ? last.time : nil,
      torn: AuditLog.declared(tail, sealed: sealed))
    bytes.append(contentsOf: record.line(at: place))
    let hash = [UInt8](bytes[(bytes.count - 2 - SHA256Digest.hexSize)..<(bytes.count - 2)])
    bytes.append(0x0A)
    do throws(SystemError) {
      try segment.writeAll(bytes)
    } catch {
      throw AuditError(file: error)
    }
    return (place.sequence, hash)
  }

  /// The line feed that ends what a writer left unfinished; the bytes themselves stay as evidence.
  private static func seal(_ tail: LogTail) -> [UInt8] {
    if tail.lacksLineFeed { return [0x0A] }
    return tail.torn.isEmpty || tail.torn.last == 0x0A ? [] : [0x0A]
  }

  private static func declared(_ tail: LogTail, sealed: Int) -> TornBytes? {
    guard !tail.torn.isEmpty else { return nil }
    let bytes = tail.torn + [UInt8](repeating: 0x0A, count: sealed)
    return TornBytes(count: bytes.count, digest: SHA256.digest(of: bytes))
  }

  /// Whether a new segment begins: this one is large, or its last record is of an earlier day.
  ///
  /// A clock that goes back begins no segment, and torn bytes are declared where they are.
  private static func isFull(
    _ size: Int, of limit: Int, _ tail: LogTail, _ time: [UInt8]
  ) -> Bool {
    guard tail.record.sequence > 0, tail.torn.isEmpty, !tail.lacksLineFeed else { return false }
    let dateLength = 10  // `2026-11-21`
    return size >= limit
      || precedes([UInt8](tail.record.time.prefix(dateLength)), [UInt8](time.prefix(dateLength)))
  }

  /// Whether `left` comes before `right`; times and dates of one length compare as their bytes.
  private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] {
      return left[index] < right[index]
    }
    return false
  }
}

// The files of the log.
extension AuditLog {
  private static let headName = [UInt8]("head")
  private static let keyName = [UInt8]("content.key")
  /// As long as the digests it makes (RFC 2104, 3).
  private static let keySize = 32

  /// The key of this log's content digests and redaction tags; made when it is first asked for.
  package func contentKey() throws(AuditError) -> [UInt8] {
    do throws(SystemError) {
      let key = try directory.open(AuditLog.keyName, for: .reading).read(AuditLog.keySize, at: 0)
      if key.count == AuditLog.keySize { return key }
    } catch {
      guard error.code == .notFound else { throw AuditError(file: error) }
    }
    return try makeContentKey()
  }

  /// Under the lock, so that of two first writers the second finds the key of the first.
  private func makeContentKey() throws(AuditError) -> [UInt8] {
    let head = try lockedHead()
    do throws(SystemError) {
      let file = try directory.open(AuditLog.keyName, for: .updating)
      var key = try file.read(AuditLog.keySize, at: 0)
      if key.count < AuditLog.keySize {
        key = AuditLog.randomBytes(AuditLog.keySize)
        try file.overwrite(key)
      }
      _ = consume head
      return key
    } catch {
      throw AuditError(file: error)
    }
  }

  private static func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    while bytes.count < count {
      bytes.append(UInt8(truncatingIfNeeded: generator.next()))
    }
    return bytes
  }

  private func lockedHead() throws(AuditError) -> FileDescriptor {
    do throws(SystemError) {
      let head = try directory.open(AuditLog.headName, for: .updating)
      try FileLock.acquire(head, path: path, milliseconds: lockWait)
      return head
    } catch {
      throw AuditError(file: error)
    }
  }

  /// The number of the segment that is written to: what `head` says, else the highest there is.
  private func currentSegment(_ head: borrowing FileDescriptor) throws(AuditError) -> Int {
    let text: [UInt8]
    do throws(SystemError) {
      text = try head.read(Segment.headSize, at: 0)
    } catch {
      throw AuditError(file: error)
    }
    if let number = Segment.number(ofHead: text) { return number }
    let number = max(1, try AuditLog.segments(in: path).last ?? 1)
    try write(Segment.head(number), overwriting: head)
    return number
  }

  /// The last record in the segments before `number`.
  private func lastRecord(before number: Int) throws(AuditError) -> LastRecord {
    for earlier in try AuditLog.segments(in: path).reversed() where earlier < number {
      let segment = try open(earlier, for: .reading)
      let size = try AuditLog.size(of: segment)
      let tail = try LogTail.read(segment, size: size, path: path)
      if tail.record.sequence > 0 { return tail.record }
    }
    return LastRecord()
  }

  /// The numbers of the segments in the directory at `path`, in order.
  static func segments(in path: [UInt8]) throws(AuditError) -> [Int] {
    let entries: List<DirectoryEntry>
    do throws(SystemError) {
      entries = try LiveFileSystem().entries(path, limit: Segment.highest)
    } catch {
      throw AuditError(directory: error)
    }
    var numbers: [Int] = []
    for entry in entries {
      if let number = Segment.number(ofName: entry.name) { numbers.append(number) }
    }
    numbers.sort()
    return numbers
  }

  private func open(
    _ number: Int, for purpose: PrivateDirectory.Purpose
  ) throws(AuditError) -> FileDescriptor {
    do throws(SystemError) {
      return try directory.open(Segment.name(number), for: purpose)
    } catch {
      throw AuditError(file: error)
    }
  }

  private static func size(of file: borrowing FileDescriptor) throws(AuditError) -> Int {
    do throws(SystemError) {
      return try file.size()
    } catch {
      throw AuditError(file: error)
    }
  }

  private func write(
    _ bytes: [UInt8], overwriting file: borrowing FileDescriptor
  ) throws(AuditError) {
    do throws(SystemError) {
      try file.overwrite(bytes)
    } catch {
      throw AuditError(file: error)
    }
  }
}
