// SPDX-License-Identifier: MIT

/// Where the bytes of a text stood in the text that it was derived from.
///
/// The inside of backquotes and the body of a here-document are parsed as texts of their own,
/// after backslashes or tabs were taken out; their nodes still answer with positions of the
/// command text. Runs of bytes that stay together are one segment.
struct TextOrigins {
  private struct Segment {
    var start: Int
    var origin: Int
  }

  private var segments = List<Segment>()

  /// The position that the byte at `position` had; its own where nothing was derived.
  func origin(of position: Int) -> Int {
    guard segments.count > 0 else { return position }
    var low = 0
    var high = segments.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if segments[middle].start <= position { low = middle } else { high = middle - 1 }
    }
    return segments[low].origin + position - segments[low].start
  }

  /// Notes that the byte at `position`, the next one, stood at `origin`.
  mutating func note(_ position: Int, from origin: Int) {
    if let last = segments.last, origin - last.origin == position - last.start { return }
    segments.append(Segment(start: position, origin: origin))
  }
}
