// SPDX-License-Identifier: MIT
import HookCore

/// What `hookctl` prints, and how.
///
/// - Results go to stdout, everything else to stderr.
/// - An error is one line `hookctl: error: what failed; what to do`, lower case, without a full
///   stop; a warning the same with `warning`.
/// - Bytes that came from a file, a payload or the command line are shown through `shown`, so that
///   they cannot drive the terminal.
/// - Colour only where stdout is a terminal and `NO_COLOR` is not set; it never carries meaning
///   that the words do not.
/// - `--json` prints one object and a newline, and nothing else on stdout.
/// - Nothing is printed about progress where stderr is not a terminal.
final class Output {
  /// The colours of a result.
  enum Style: String {
    case plain = ""
    case good = "\u{1B}[32m"
    case doubtful = "\u{1B}[33m"
    case bad = "\u{1B}[31m"
    case strong = "\u{1B}[1m"
  }

  /// What stdout is given at once.
  private static let bufferSize = 64 * 1024

  private var buffer: [UInt8] = []
  private var failed = false
  private var progressShown = false
  private let usesColour: Bool
  private let showsProgress: Bool

  init() {
    usesColour = StandardStream.isTerminal(1) && !UserEnvironment.prefersNoColour
    showsProgress = StandardStream.isTerminal(2)
  }

  /// Prints one line on stdout.
  func line(_ text: String = "") { write(Array(text.utf8) + [0x0A]) }

  /// Prints bytes on stdout as they are.
  func write(_ bytes: [UInt8]) {
    buffer += bytes
    if buffer.count >= Output.bufferSize { flush() }
  }

  /// Hands stdout what is buffered; false once any of it could not be written.
  @discardableResult
  func flush() -> Bool {
    endProgress()
    if !buffer.isEmpty, !StandardStream.write(buffer, to: 1) { failed = true }
    buffer = []
    return !failed
  }

  /// Prints `hookctl: error: message` on stderr.
  func error(_ message: String) { say("hookctl: error: \(message)") }

  /// Prints `hookctl: warning: message` on stderr.
  func warning(_ message: String) { say("hookctl: warning: \(message)") }

  /// Prints a line on stderr.
  func say(_ text: String) {
    flush()
    StandardStream.write(Array(text.utf8) + [0x0A], to: 2)
  }

  /// Shows how far long work has come, on a terminal only; each call replaces the last.
  func progress(_ text: String) {
    guard showsProgress else { return }
    progressShown = true
    StandardStream.write(Array("\r\u{1B}[K\(text)".utf8), to: 2)
  }

  private func endProgress() {
    guard progressShown else { return }
    progressShown = false
    StandardStream.write(Array("\r\u{1B}[K".utf8), to: 2)
  }

  /// `text` in a colour where colours are shown.
  func styled(_ text: String, _ style: Style) -> String {
    guard usesColour, style != .plain else { return text }
    return style.rawValue + text + "\u{1B}[0m"
  }

  /// Text that anybody may have written, safe on a terminal.
  ///
  /// Control characters become `\xNN`, bytes that are not UTF-8 the replacement character, and
  /// characters that reorder or hide text `\u{NNNN}`.
  static func shown(_ bytes: [UInt8]) -> String {
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0:
        let digits = String(scalar.value, radix: 16)
        text += "\\x" + (digits.count < 2 ? "0" : "") + digits
      case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
        text += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
