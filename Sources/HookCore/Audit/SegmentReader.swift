// SPDX-License-Identifier: MIT

/// A line of a segment.
struct SegmentLine {
  /// The bytes without the line feed; of a line above `AuditLimits.record` a part of it.
  let bytes: UnsafeRawBufferPointer
  let offset: Int
  /// How the piece ends.
  let end: End

  enum End {
    case lineFeed
    /// The file ends without a line feed.
    case file
    /// The line goes on in the next piece: it is too long for a record.
    case goesOn
  }
}

/// Reads a segment line by line with the memory of one piece.
enum SegmentReader {
  /// Large enough that the calls do not count, small enough for any machine.
  private static let piece = 1 << 20

  /// Calls `body` for each line of the file at `path`, in order, while it returns true.
  ///
  /// - Parameter settle: called once where the file ends without a line feed; more may have been
  ///   written when it returns.
  static func forEachLine(
    of path: [UInt8], settle: () -> Void, progress: (_ bytes: Int) -> Void,
    _ body: (SegmentLine) -> Bool
  ) throws(AuditError) {
    let file: FileDescriptor
    do throws(SystemError) { file = try .openToRead(path) } catch { throw AuditError(file: error) }
    var hasSettled = false
    var rest: [UInt8] = []
    var offset = 0
    while true {
      let read: [UInt8]
      do throws(SystemError) {
        read = try file.read(piece, at: offset + rest.count)
      } catch {
        throw AuditError(file: error)
      }
      if read.isEmpty {
        if !rest.isEmpty, !hasSettled {
          hasSettled = true
          settle()
          continue
        }
        break
      }
      progress(read.count)
      rest = rest.isEmpty ? read : rest + read
      guard let used = lines(in: rest, at: offset, body) else { return }
      offset += used
      rest.removeFirst(used)
    }
    guard !rest.isEmpty else { return }
    rest.withUnsafeBytes { bytes in
      _ = body(SegmentLine(bytes: bytes, offset: offset, end: .file))
    }
  }

  /// Hands out the whole lines in `bytes`; returns how many bytes they took, or nil to stop.
  private static func lines(
    in bytes: [UInt8], at offset: Int, _ body: (SegmentLine) -> Bool
  ) -> Int? {
    bytes.withUnsafeBytes { bytes in
      var start = 0
      while let end = lineFeed(in: bytes, from: start) {
        let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        guard body(SegmentLine(bytes: line, offset: offset + start, end: .lineFeed)) else {
          return nil
        }
        start = end + 1
      }
      if bytes.count - start > AuditLimits.record {
        let line = UnsafeRawBufferPointer(rebasing: bytes[start...])
        guard body(SegmentLine(bytes: line, offset: offset + start, end: .goesOn)) else {
          return nil
        }
        start = bytes.count
      }
      return start
    }
  }

  /// The first line feed from `start` on, eight bytes at a time.
  private static func lineFeed(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var position = start
    while position + 8 <= bytes.count {
      let word =
        bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self) ^ (ones &* 0x0A)
      if (word &- ones) & ~word & (ones &* 0x80) != 0 { break }
      position += 8
    }
    while position < bytes.count {
      if bytes[position] == 0x0A { return position }
      position += 1
    }
    return nil
  }
}
