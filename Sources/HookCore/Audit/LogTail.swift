// SPDX-License-Identifier: MIT

/// The end of a segment: the last record, and what stands after it.
struct LogTail {
  /// Nil where there is no record in the segment.
  var record: (sequence: Int, hash: [UInt8], time: [UInt8])?
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
        if let record = record(UnsafeRawBufferPointer(rebasing: bytes[start..<end])) {
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

  private static func record(
    _ line: UnsafeRawBufferPointer
  ) -> (sequence: Int, hash: [UInt8], time: [UInt8])? {
    guard let parts = RecordLine.parts(of: line) else { return nil }
    let body = UnsafeRawBufferPointer(rebasing: line[parts.body])
    guard let sequence = RecordLine.integer(",\"seq\":", in: body),
      let time = RecordLine.string(",\"time\":", in: body)
    else { return nil }
    return (sequence, [UInt8](line[parts.hash]), time)
  }
}
