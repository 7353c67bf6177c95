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

  /// The moment that the fields of a UTC date and time say, or nil where there is no such time.
  package init?(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
    guard (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day),
      (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
    else { return nil }
    // The inverse of `civil(fromDays:)`: days from 1 March on, in eras of 400 years.
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let seconds = (days - 719_468) * 86_400 + hour * 3_600 + minute * 60 + second
    microseconds = Int64(seconds) * 1_000_000
    guard Timestamp.civil(fromDays: Int64(days - 719_468)).day == Int64(day) else { return nil }
  }

  /// The moment that RFC 3339 text in UTC says, with a fraction of six digits or without.
  package init?(text: [UInt8]) {
    guard text.count == 20 || text.count == 27 && text[19] == 0x2E, text.last == 0x5A,
      text[4] == 0x2D, text[7] == 0x2D, text[10] == 0x54, text[13] == 0x3A, text[16] == 0x3A
    else { return nil }
    var isNumber = true
    func number(_ start: Int, _ count: Int) -> Int {
      var value = 0
      for byte in text[start..<(start + count)] {
        if !(0x30...0x39).contains(byte) { isNumber = false }
        value = value * 10 + Int(byte & 0x0F)
      }
      return value
    }
    let fraction = text.count == 27 ? number(20, 6) : 0
    guard
      let whole = Timestamp(
        year: number(0, 4), month: number(5, 2), day: number(8, 2), hour: number(11, 2),
        minute: number(14, 2), second: number(17, 2)), isNumber
    else { return nil }
    microseconds = whole.microseconds + Int64(fraction)
  }

  /// The moment so many seconds later.
  package func adding(seconds: Int) -> Timestamp {
    Timestamp(microseconds: microseconds &+ Int64(seconds) &* 1_000_000)
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
