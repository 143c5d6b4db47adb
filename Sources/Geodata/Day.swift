/// A day of the civil (proleptic Gregorian) calendar, without time or zone.
///
/// ```swift
/// let first = Day(year: 2025, month: 9, day: 1)
/// first.adding(days: 364)          // 2026-08-31
/// ```
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01, negative before.
  public var daysSince1970: Int32

  /// Makes a day from its distance to 1970-01-01.
  @inlinable
  public init(daysSince1970: Int32) {
    self.daysSince1970 = daysSince1970
  }

  /// Makes a day, or nil if the calendar has no such day (30 February). Years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(of: month, in: year) else {
      return nil
    }
    // Days from civil: Howard Hinnant, "chrono-compatible low-level date algorithms".
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(daysSince1970: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  /// Reads `yyyy-mm-dd`, and nothing else.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// How many days the month has.
  public static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Year, month and day.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(daysSince1970) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day so many days later (earlier if negative).
  @inlinable
  public func adding(days: Int) -> Day { Day(daysSince1970: daysSince1970 + Int32(days)) }

  /// Age in completed years on this day of somebody born on `birth`; negative if born later.
  /// Somebody born on 29 February completes a year on 1 March of a common year.
  public func completedYears(since birth: Day) -> Int {
    let now = components
    let then = birth.components
    let hadBirthday = (now.month, now.day) >= (then.month, then.day)
    return now.year - then.year - (hadBirthday ? 0 : 1)
  }

  /// `2025-09`, the key of a month.
  public var monthKey: String { String(description.prefix(7)) }

  /// `yyyy-mm-dd`.
  public var description: String {
    let (year, month, day) = components
    func padded(_ n: Int, _ width: Int) -> String {
      let digits = String(n)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The order of time.
  @inlinable
  public static func < (left: Day, right: Day) -> Bool { left.daysSince1970 < right.daysSince1970 }
}
