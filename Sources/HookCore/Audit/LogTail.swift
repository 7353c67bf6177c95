// SPDX-License-Identifier: MIT

/// The end of a segment: the last record, and what stands after it.
struct LogTail {
  /// The last record, or the start of a log where there is none in the segment.
  var record = LastRecord()
  /// Whether the last record has everything but its line feed.
  var lacksLineFeed = false
  /// Bytes after the last record that are none.
  var torn: [UInt8] = []

  /// Most records are smaller; more is read only where they are not.
  private static let firstWindow = 4 << 10

  /// Reads the end of `file`, which has `size` bytes.
  ///
  /// - Throws: `.unreadableTail` where no record begins in the last `AuditLimits.tail` bytes.
  static func read(
    _ file: borrowing FileDescriptor, size: Int, path: [UInt8]
  ) throws(AuditError) -> LogTail {
    var window = firstWindow
    while true {
      let start = max(0, size - window)
      let bytes: [UInt8]
      do throws(SystemError) {
        bytes = try file.read(size - start, at: start)
      } catch {
        throw AuditError(file: error)
      }
      if let tail = parse(bytes, isWhole: start == 0) { return tail }
      guard window < AuditLimits.tail else { throw AuditError(.unreadableTail, path) }
      window *= 16
    }
  }

  /// The last record in `bytes` and what follows it; nil where it may begin before them.
  private static func parse(_ bytes: [UInt8], isWhole: Bool) -> LogTail? {
    bytes.withUnsafeBytes { bytes in
      var end = bytes.last == 0x0A ? bytes.count - 1 : bytes.count
      while end >= 0 {
        var start = end
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        if start == 0, !isWhole { return nil }
        if let record = LastRecord(UnsafeRawBufferPointer(rebasing: bytes[start..<end])) {
          var tail = LogTail(record: record)
          tail.lacksLineFeed = end == bytes.count
          if end + 1 < bytes.count { tail.torn = [UInt8](bytes[(end + 1)...]) }
          return tail
        }
        end = start - 1
      }
      return LogTail(torn: [UInt8](bytes))
    }
  }
}

/// What the next record needs of the one before it.
struct LastRecord {
  /// 0 where there is none.
  var sequence = 0
  /// In hexadecimal.
  var hash: [UInt8] = []
  /// RFC 3339 in UTC.
  var time: [UInt8] = []

  /// No record.
  init() {}

  /// What `line` says, or nil where it is no record.
  fileprivate init?(_ line: UnsafeRawBufferPointer) {
    guard let parts = RecordLine.parts(of: line) else { return nil }
    let body = UnsafeRawBufferPointer(rebasing: line[parts.body])
    guard let sequence = RecordLine.integer(",\"seq\":", in: body),
      let time = RecordLine.string(",\"time\":", in: body)
    else { return nil }
    self.sequence = sequence
    self.time = time
    hash = [UInt8](line[parts.hash])
  }
}
