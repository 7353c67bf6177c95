// SPDX-License-Identifier: MIT
import HookCore

/// Goes through a history with a thread for each processor.
///
/// `Judged` is what a thread makes of a call; the call's end is known only when all is read.
struct HistoryRun<Judged> {
  /// Bytes that are read before they are judged.
  private static var batchSize: Int { 8 << 20 }

  private let output: Output
  private let judges: [PastJudge]
  /// Calls whose end has not been read.
  private var waiting: [[UInt8]: (call: PastCall, judged: Judged)] = [:]
  private var seen: Set<[UInt8]> = []
  private(set) var summary = HistorySummary()

  /// - Parameter session: what the calls' sessions are taken to be bound to.
  init(_ output: Output, session: SessionTerms = SessionTerms()) {
    self.output = output
    judges = (0..<Workers.count).map { _ in PastJudge(session: session) }
  }

  /// Judges every call in `files` by `judge`, and hands each to `fold` with its end.
  mutating func run(
    _ files: HistoryFiles, _ judge: @escaping @Sendable (PastCall, PastJudge) -> Judged,
    fold: (PastCall, PastCall.Outcome, Judged) -> Void
  ) {
    var pieces: [HistoryFiles.Piece] = []
    var size = 0
    var done = 0
    let total = max(1, files.size)
    let start = Timestamp.now()
    for (number, file) in files.files.enumerated() {
      pieces += HistoryFiles.pieces(of: file)
      size += file.size
      guard size >= Self.batchSize || number == files.files.count - 1 else { continue }
      judgeAll(pieces, judge, fold)
      done += size
      output.progress(bar(done, total))
      pieces = []
      size = 0
    }
    for (_, kept) in waiting.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      fold(kept.call, .unknown, kept.judged)
    }
    waiting = [:]
    summary.microseconds = Int(Timestamp.now().microseconds - start.microseconds)
    output.progress("")
  }

  /// `[#####     ] 50 %, 1234 calls`.
  private func bar(_ done: Int, _ total: Int) -> String {
    let width = 30
    let filled = min(width, done * width / total)
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: " ", count: width - filled)
      + "] \(min(100, done * 100 / total)) %, \(summary.calls) calls"
  }

  private mutating func judgeAll(
    _ pieces: [HistoryFiles.Piece],
    _ judge: @escaping @Sendable (PastCall, PastJudge) -> Judged,
    _ fold: (PastCall, PastCall.Outcome, Judged) -> Void
  ) {
    let shelf = Shelf<Judged>(count: pieces.count)
    let judges = judges
    Workers.run(min(judges.count, max(1, pieces.count))) { worker in
      var number = worker
      while number < pieces.count {
        let content = pieces[number].read()
        shelf.put(content, content.calls.map { judge($0, judges[worker]) }, at: number)
        number += judges.count
      }
    }
    for number in pieces.indices {
      guard let (content, judged) = shelf.take(number) else { continue }
      summary.add(content)
      for (call, result) in zip(content.calls, judged) { take(call, result, fold) }
      for ending in content.endings {
        guard let kept = waiting.removeValue(forKey: ending.id) else { continue }
        fold(kept.call, ending.outcome, kept.judged)
      }
    }
  }

  /// A session that was resumed repeats the calls of the one before.
  private mutating func take(
    _ call: PastCall, _ judged: Judged, _ fold: (PastCall, PastCall.Outcome, Judged) -> Void
  ) {
    guard !call.id.isEmpty else {
      summary.count(call)
      return fold(call, .unknown, judged)
    }
    guard seen.insert(call.id).inserted else { return }
    summary.count(call)
    waiting[call.id] = (call, judged)
  }
}

/// What threads made of the pieces; each writes only its own, and they are read when all are done.
private final class Shelf<Judged>: @unchecked Sendable {
  private let places: UnsafeMutableBufferPointer<(HistoryContent, [Judged])?>

  init(count: Int) {
    places = .allocate(capacity: count)
    places.initialize(repeating: nil)
  }

  deinit {
    places.deinitialize()
    places.deallocate()
  }

  func put(_ content: HistoryContent, _ judged: [Judged], at place: Int) {
    places[place] = (content, judged)
  }

  func take(_ place: Int) -> (HistoryContent, [Judged])? { places[place] }
}

/// How much of a history was gone through, and what of it could not be.
struct HistorySummary {
  private(set) var calls = 0
  /// Calls whose contents the log does not have: judged by their names.
  private(set) var withoutContents = 0
  private(set) var losses: [HistoryContent.Loss: Int] = [:]
  private(set) var broken = 0
  var microseconds = 0

  mutating func add(_ content: HistoryContent) {
    broken += content.broken
    for (loss, count) in content.losses { losses[loss, default: 0] += count }
  }

  mutating func count(_ call: PastCall) {
    calls += 1
    if call.lacksContents { withoutContents += 1 }
  }

  /// What could not be judged as it was, a line each.
  var gaps: [String] {
    var lines: [String] = []
    if broken > 0 { lines.append("\(broken) lines not understood") }
    for loss in HistoryContent.Loss.allCases {
      if let count = losses[loss] { lines.append("\(count) calls not judged: \(loss.words)") }
    }
    if withoutContents > 0 {
      lines.append("\(withoutContents) calls judged without their contents, which the log has not")
    }
    return lines
  }

  /// The members `broken`, `cut`, `redacted` and `without_contents` of an object.
  func write(to writer: inout JSONWriter) {
    writer.key("broken")
    writer.integer(broken)
    writer.key("cut")
    writer.integer(losses[.cut] ?? 0)
    writer.key("redacted")
    writer.integer(losses[.redacted] ?? 0)
    writer.key("without_contents")
    writer.integer(withoutContents)
  }
}

/// The options by which a history is named.
enum HistoryOptions {
  /// The files at `paths`; without any, those of the client's transcripts.
  static func files(_ paths: [[UInt8]]) throws(CommandError) -> HistoryFiles {
    let home = UserEnvironment.current().home
    let files = HistoryFiles(
      at: paths.isEmpty ? [home + [UInt8]("/.claude/projects")] : paths)
    guard !files.files.isEmpty else { throw .failure(.noInput, "no transcript found") }
    return files
  }

  /// The directory of the hooks' own log.
  static func log() throws(CommandError) -> [UInt8] {
    do throws(SystemError) {
      return AuditLog.path(
        in: try StateDirectory.locate(.current(), chosen: nil, fileSystem: LiveFileSystem()))
    } catch {
      throw .system(error)
    }
  }

  /// The document at `path`; one that cannot be used is an error and not a denial of every call.
  static func document(_ path: [UInt8]) throws(CommandError) -> PolicyFiles {
    let files = PolicyFiles(reading: [path], fileSystem: LiveFileSystem())
    if let failure = files.failures.first {
      throw .failure(.dataError, "\(Output.shown(failure.path)): \(Output.shown(failure.words))")
    }
    return files
  }
}
