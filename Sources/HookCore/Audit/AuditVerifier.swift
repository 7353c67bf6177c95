// SPDX-License-Identifier: MIT

/// What a verification found.
package struct AuditVerification: Sendable, Equatable {
  package var segments = 0
  package var records = 0
  package var bytes = 0
  /// Places where a writer died, each declared by the record after it.
  package var tornPlaces = 0
  /// The hash of the last record: kept elsewhere, it proves that nothing was cut off the end.
  package var head: [UInt8] = HashChain.start
  /// The first thing that is wrong, or nil where the log is intact.
  package var finding: AuditFinding?
}

/// Reads a log from its first record and checks each against the one before it.
///
/// Memory does not grow with the log. What was cut off the end cannot be seen from the log alone.
package struct AuditVerifier {
  private var result = AuditVerification()
  private var segment = 0
  /// Bytes since the last record that are none, and where they begin.
  private var torn: (hash: SHA256, count: Int, offset: Int)?

  /// Verifies the log whose segments are in the directory at `path`.
  ///
  /// - Parameter progress: called with the bytes read so far, about once a megabyte.
  /// - Throws: why the log cannot be read.
  package static func verify(
    _ path: [UInt8], progress: (_ bytes: Int) -> Void = { _ in }
  ) throws(AuditError) -> AuditVerification {
    let numbers = try AuditLog.segments(in: path)
    guard !numbers.isEmpty else { throw AuditError(.notFound, path) }
    var verifier = AuditVerifier()
    for number in numbers {
      try verifier.verify(segment: number, in: path, progress)
      if verifier.result.finding != nil { break }
    }
    verifier.finish()
    if verifier.result.finding?.code == .missing, try verifier.standsLater(numbers, in: path) {
      verifier.replaceCode(.reordered)
    }
    return verifier.result
  }

  private mutating func verify(
    segment number: Int, in path: [UInt8], _ progress: (Int) -> Void
  ) throws(AuditError) {
    // Writers begin no segment before torn bytes are declared.
    finish()
    guard result.finding == nil else { return }
    segment = number
    result.segments += 1
    let head = path + [0x2F] + [UInt8]("head")
    var verifier = self
    try SegmentReader.forEachLine(
      of: path + [0x2F] + Segment.name(number),
      settle: { FileLock.waitForHolder(of: head, milliseconds: AuditLimits.lockWait) },
      progress: { count in
        verifier.result.bytes += count
        progress(verifier.result.bytes)
      },
      { line in
        verifier.read(line)
        return verifier.result.finding == nil
      })
    self = verifier
  }

  /// What is still open at the end of a segment.
  private mutating func finish() {
    guard let torn, result.finding == nil else { return }
    report(.torn, at: torn.offset)
  }

  private mutating func read(_ line: SegmentLine) {
    guard line.end == .lineFeed, line.bytes.count <= AuditLimits.record,
      let parts = RecordLine.parts(of: line.bytes)
    else { return addTorn(line) }
    let body = UnsafeRawBufferPointer(rebasing: line.bytes[parts.body])
    let hash = HashChain.hash(ofBody: body).hex
    guard line.bytes[parts.hash].elementsEqual(hash) else {
      return report(.modified, at: torn?.offset ?? line.offset)
    }
    let text = body.assumingMemoryBound(to: UInt8.self)
    guard let record = RecordBody(text), let sequence = record.sequence,
      let previous = record.previous
    else { return report(.notCanonical, at: line.offset) }
    place(record, sequence, follows: text[previous].elementsEqual(result.head), text, line)
    guard result.finding == nil else { return }
    result.records += 1
    result.head = hash
    torn = nil
  }

  /// Checks the place of a record that is whole in itself.
  private mutating func place(
    _ record: RecordBody, _ sequence: Int, follows: Bool, _ text: UnsafeBufferPointer<UInt8>,
    _ line: SegmentLine
  ) {
    let expected = result.records + 1
    if sequence > expected {
      // Bytes that are no record stand where a record stood.
      if let torn { return report(.modified, at: torn.offset) }
      return report(.missing, at: line.offset)
    }
    if sequence < expected { return report(.duplicated, at: line.offset) }
    guard follows else { return report(.unchained, at: line.offset) }
    guard let torn else {
      if record.tornCount != nil || record.tornDigest != nil { report(.torn, at: line.offset) }
      return
    }
    guard record.tornCount == torn.count, let digest = record.tornDigest,
      text[digest].elementsEqual(torn.hash.finish().hex)
    else { return report(.torn, at: torn.offset) }
    result.tornPlaces += 1
  }

  private mutating func addTorn(_ line: SegmentLine) {
    var torn = self.torn ?? (SHA256(), 0, line.offset)
    torn.hash.update(line.bytes)
    torn.count += line.bytes.count
    if line.end == .lineFeed {
      torn.hash.update(0x0A)
      torn.count += 1
    }
    self.torn = torn
  }

  private mutating func report(_ code: AuditFinding.Code, at offset: Int) {
    result.finding = AuditFinding(
      code: code, segment: segment, offset: offset, sequence: result.records + 1)
  }

  private mutating func replaceCode(_ code: AuditFinding.Code) {
    guard let finding = result.finding else { return }
    result.finding = AuditFinding(
      code: code, segment: finding.segment, offset: finding.offset, sequence: finding.sequence)
  }

  /// Whether the record that was expected at the finding stands somewhere after it.
  private func standsLater(_ numbers: [Int], in path: [UInt8]) throws(AuditError) -> Bool {
    guard let finding = result.finding else { return false }
    var found = false
    for number in numbers where number >= finding.segment && !found {
      try SegmentReader.forEachLine(
        of: path + [0x2F] + Segment.name(number), settle: {}, progress: { _ in },
        { line in
          guard number > finding.segment || line.offset > finding.offset,
            let parts = RecordLine.parts(of: line.bytes)
          else { return true }
          let body = UnsafeRawBufferPointer(rebasing: line.bytes[parts.body])
          found = RecordLine.integer(",\"seq\":", in: body) == finding.sequence
          return !found
        })
    }
    return found
  }
}
