// SPDX-License-Identifier: MIT

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A moment: microseconds since 1970-01-01 UTC.
package struct Timestamp: Sendable, Equatable, Comparable {
  package let microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  /// The wall clock now.
  package static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(
      microseconds: Int64(time.tv_sec) &* 1_000_000 &+ Int64(time.tv_nsec) / 1_000)
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.microseconds < right.microseconds
  }

  /// RFC 3339 in UTC with microseconds: `2026-11-21T08:15:30.123456Z`.
  package var text: [UInt8] {
    let seconds =
      microseconds >= 0 ? microseconds / 1_000_000 : (microseconds - 999_999) / 1_000_000
    let fraction = microseconds - seconds * 1_000_000
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let second = seconds - days * 86_400
    let date = Timestamp.civil(fromDays: days)
    var text: [UInt8] = []
    text.reserveCapacity(27)
    Timestamp.append(date.year, digits: 4, to: &text)
    text.append(0x2D)
    Timestamp.append(date.month, digits: 2, to: &text)
    text.append(0x2D)
    Timestamp.append(date.day, digits: 2, to: &text)
    text.append(0x54)
    Timestamp.append(second / 3_600, digits: 2, to: &text)
    text.append(0x3A)
    Timestamp.append(second / 60 % 60, digits: 2, to: &text)
    text.append(0x3A)
    Timestamp.append(second % 60, digits: 2, to: &text)
    text.append(0x2E)
    Timestamp.append(fraction, digits: 6, to: &text)
    text.append(0x5A)
    return text
  }

  /// The date of a day number since 1970-01-01 in the proleptic Gregorian calendar.
  ///
  /// Counts in eras of 400 years (146,097 days) that begin on 1 March, so that the leap day is
  /// the last of its year.
  private static func civil(fromDays days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func append(_ value: Int64, digits: Int, to text: inout [UInt8]) {
    var scale: Int64 = 1
    for _ in 1..<digits { scale *= 10 }
    while scale > 0 {
      text.append(UInt8(truncatingIfNeeded: 0x30 + value / scale % 10))
      scale /= 10
    }
  }
}
